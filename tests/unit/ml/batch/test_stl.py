"""Trend, seasons and remainder: what was put in comes out."""

from __future__ import annotations

import numpy as np
import pytest

from ml.batch.findings import Decomposition
from ml.batch.stl import decompose
from tests.ml_noise import HOUR, day_and_week, hourly, memory

T = hourly()
N = len(T)


def parts(v: np.ndarray) -> Decomposition:
    found = decompose(T, v)
    assert isinstance(found, Decomposition)
    return found


def test_the_parts_add_up_to_the_series_and_gaps_stay_gaps() -> None:
    v = 50 + day_and_week(T) + memory(0.5, 1, N)[0]
    v[200:260] = np.nan
    d = parts(v)
    np.testing.assert_allclose(d.trend + sum(d.seasonal) + d.remainder, v)
    assert np.isfinite(d.trend).all()
    assert d.filled == pytest.approx(60 / N)


def test_day_and_week_are_told_apart_and_strong() -> None:
    d = parts(day_and_week(T) + 0.5 * memory(0.5, 1, N)[0])
    assert d.periods == (24, 168)
    assert min(d.strength_seasonal) > 0.8
    assert np.corrcoef(d.seasonal[0], np.sin(2 * np.pi * np.arange(N) / 24))[0, 1] > 0.99


def test_noise_has_no_season_hardly_ever() -> None:
    seasons = [parts(v).periods for phi in (0.0, 0.9) for v in memory(phi, 30, N)]
    assert sum(bool(found) for found in seasons) <= 6


def test_a_trend_is_followed_and_strong() -> None:
    slope = np.linspace(0, 20, N)
    d = parts(slope + day_and_week(T) + memory(0.3, 1, N)[0])
    assert d.strength_trend > 0.9
    assert np.std(d.trend - slope) < 0.7


def test_a_few_spikes_change_neither_season_nor_trend() -> None:
    clean = day_and_week(T) + memory(0.3, 1, N)[0]
    spiked = clean.copy()
    spiked[[100, 500, 900]] += 500
    a, b = parts(clean), parts(spiked)
    assert a.periods == b.periods
    assert np.abs(a.seasonal[0] - b.seasonal[0]).max() < 1.0  # spikes of 500
    assert np.abs(a.trend - b.trend).max() < 1.0
    assert b.remainder[500] > 450


def test_weeks_need_more_history_than_days() -> None:
    t = hourly(2)
    found = decompose(t, day_and_week(t) + 0.1 * memory(0.3, 1, len(t))[0])
    assert isinstance(found, Decomposition)
    assert found.periods == (24,)


def test_periods_can_be_named() -> None:
    t = hourly(1, 10 * HOUR // 60)
    v = np.sin(2 * np.pi * np.arange(len(t)) / 9)
    found = decompose(t, v, periods=[9, 9, 10_000])
    assert isinstance(found, Decomposition)
    assert found.periods == (9,)
    assert found.strength_seasonal[0] > 0.99
