"""What the last points look like, against the slow definition at every prefix."""

from __future__ import annotations

import numpy as np
import pytest

from ml.stream.clock import Clock
from ml.stream.windows import CALMEST, CHANCE, Windows
from ml.types import Ticks
from tests.ml_series import make, times


def seen(v: np.ndarray) -> Ticks:
    clock, windows = Clock(), Windows()
    clock.state.ensure(1)
    windows.state.ensure(1)
    ticks = clock.run(np.zeros(len(v), np.int32), times(len(v)), np.asarray(v, np.float64))
    windows.run(ticks)
    return ticks


@pytest.mark.parametrize("offset", [0.0, 1e6, -3e9])
def test_means_and_roughness_are_those_of_the_last_points(offset: float) -> None:
    v = offset + np.cumsum(make("white noise", 1, 900)[0] - 10) + 0.1 * np.arange(900)
    ticks, sizes = seen(v), np.abs(np.diff(v))
    for i in range(200, 900):
        assert ticks.level[i] == pytest.approx(v[i - 11 : i + 1].mean(), abs=1e-4)
        assert ticks.roughness[i] == pytest.approx(sizes[i - 48 : i].mean(), rel=1e-5)
        assert np.isnan(ticks.drift[i]) == ((i + 1) % 12 != 0)
        if (i + 1) % 12 == 0:
            assert ticks.drift[i] == pytest.approx(v[i - 143 : i + 1].mean(), abs=1e-4)


def test_there_is_nothing_before_a_window_is_full() -> None:
    ticks = seen(make("white noise", 1, 200)[0])
    assert np.isnan(ticks.level[:11]).all() and np.isfinite(ticks.level[11:]).all()
    assert np.isnan(ticks.roughness[:48]).all() and np.isfinite(ticks.roughness[48:]).all()
    assert np.isnan(ticks.drift[:143]).all() and np.isfinite(ticks.drift[143])


def test_calm_is_the_logarithm_with_a_floor() -> None:
    v = np.r_[make("white noise", 1, 600)[0], np.full(60, 10.0)]
    ticks = seen(v)
    assert ticks.roughness[-1] == 0.0
    usual = np.exp(ticks.calm[599]) / (1 + CALMEST)
    assert usual == pytest.approx(ticks.roughness[599], rel=0.02)
    assert np.exp(ticks.calm[-1]) == pytest.approx(CALMEST * usual, rel=0.25)


def test_equal_values_are_counted_beyond_chance() -> None:
    ticks = seen(np.r_[np.arange(50.0), np.full(20, 7.0), 8.0])
    assert (ticks.stuck[:52] == 0).all()
    assert ticks.stuck[69] == pytest.approx(np.log2(20 - CHANCE))
    assert ticks.stuck[70] == 0.0


def test_a_huge_value_leaves_no_trace_in_the_sums() -> None:
    v = make("white noise", 1, 600)[0]
    v[300] = 1e30
    ticks = seen(v)
    assert ticks.level[-1] == pytest.approx(v[-12:].mean(), abs=1e-4)
    assert ticks.roughness[-1] == pytest.approx(np.abs(np.diff(v[-49:])).mean(), rel=1e-4)
