"""Made series for the scheduled models: hourly grids and noise of known kinds."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import signal

Array = NDArray[np.float64]
HOUR = 3_600_000_000
DAY = 24 * HOUR
MONDAY = 1_767_571_200_000_000  # 2026-01-05T00:00:00Z


def hourly(weeks: int = 8, step: int = HOUR) -> NDArray[np.int64]:
    """From a Monday, in us."""
    return MONDAY + step * np.arange(weeks * 7 * DAY // step, dtype=np.int64)


def memory(phi: float, series: int, n: int, seed: int = 1) -> Array:
    """float64[series, n]: first-order autoregressions of unit variance."""
    white = np.random.default_rng(seed).normal(size=(series, n + 400))
    return signal.lfilter([1.0], [1.0, -phi], white, axis=1)[:, 400:] * np.sqrt(1 - phi**2)


def day_and_week(t: NDArray[np.int64]) -> Array:
    """A smooth day of amplitude 3, and weekends 3 lower."""
    hours = (t - MONDAY) / HOUR
    return 3 * np.sin(2 * np.pi * hours / 24) - 3.0 * ((hours // 24) % 7 >= 5)
