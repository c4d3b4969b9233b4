"""Intervals hold what they promise: on series whose future is known because it was drawn."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from ml.forecast.base import Forecast
from ml.forecast.choose import forecast

HOUR = 3_600_000_000
N, AHEAD, SERIES = 1008, 24, 30


def _ar(g: np.random.Generator, n: int) -> np.ndarray:
    x = g.normal(size=n)
    for i in range(1, n):
        x[i] += 0.9 * x[i - 1]
    return x


def _day(n: int) -> np.ndarray:
    return np.sin(2 * np.pi * np.arange(n) / 24)


KINDS: dict[str, Callable[[np.random.Generator, int], np.ndarray]] = {
    "normal": lambda g, n: 10 + 3 * _day(n) + g.normal(size=n),
    "heavy tails": lambda g, n: 10 + 3 * _day(n) + g.standard_t(2, n),
    "skewed": lambda g, n: np.exp(_day(n) + g.normal(size=n)),
    "loud by day": lambda g, n: 10 + (1.2 + _day(n)) * g.normal(size=n),
    "remembers": _ar,
    "walk": lambda g, n: np.cumsum(g.normal(size=n)),
    "counts": lambda g, n: g.poisson(20 + 15 * _day(n)).astype(float),
}


@pytest.mark.parametrize("kind", KINDS)
def test_intervals_hold_what_they_promise(kind: str) -> None:
    g = np.random.default_rng(11)
    held80, held95 = [], []
    for _ in range(SERIES):
        v = KINDS[kind](g, N + AHEAD)
        f = forecast(HOUR * np.arange(N), v[:N], HOUR, AHEAD)
        assert isinstance(f, Forecast)
        held80.append(np.mean((v[N:] >= f.lo80) & (v[N:] <= f.hi80)))
        held95.append(np.mean((v[N:] >= f.lo95) & (v[N:] <= f.hi95)))
    # A day of a walk is one observation: of so few, intervals may be too wide, but not too narrow.
    assert 0.74 < np.mean(held80) < (1.0 if kind == "walk" else 0.87)
    assert 0.915 < np.mean(held95) < (1.0 if kind == "walk" else 0.985)


def test_the_coverage_that_is_told_is_that_of_the_backtest_and_not_simply_what_was_wanted() -> None:
    g = np.random.default_rng(12)
    calm, wild = g.normal(size=1008), g.normal(size=1008)
    wild[504:] *= np.linspace(1, 40, 504)  # ever wider: what was learned is always too narrow
    steady, growing = (forecast(HOUR * np.arange(1008), v, HOUR, AHEAD) for v in (calm, wild))
    assert isinstance(steady, Forecast) and isinstance(growing, Forecast)
    assert steady.coverage80 == pytest.approx(0.8, abs=0.05)
    assert growing.coverage80 is not None and growing.coverage80 < 0.76


def test_loud_hours_have_wider_intervals_than_quiet_ones() -> None:
    v = KINDS["loud by day"](np.random.default_rng(13), N)
    f = forecast(HOUR * np.arange(N), v, HOUR, AHEAD)
    assert isinstance(f, Forecast)
    width = f.hi80 - f.lo80
    assert width[3:10].mean() > 1.5 * width[15:22].mean()


def test_skewed_errors_have_skewed_intervals() -> None:
    v = np.exp(np.random.default_rng(14).normal(size=N))
    f = forecast(HOUR * np.arange(N), v, HOUR, AHEAD)
    assert isinstance(f, Forecast)
    assert np.mean(f.hi95 - f.mean) > 2 * np.mean(f.mean - f.lo95)
