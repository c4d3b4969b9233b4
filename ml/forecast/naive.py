"""The yardsticks: the same as a season ago, and the same as now."""

from __future__ import annotations

import numpy as np

from ml.forecast.base import Guess, Past
from ml.forecast.past import same_phase
from ml.types import Floats


def seasonal_naive(past: Past) -> list[Guess]:
    """The value of the newest cycle, one guess for each season; the first is the yardstick of MASE."""
    return [Guess("seasonal naive", p, same_phase(past, past.y, p)) for p in past.seasons]


def last_value(past: Past) -> list[Guess]:
    """The newest value for ever; the yardstick where there is no season."""
    rows: Floats = np.repeat(past.y[past.origins - 1][:, None], past.horizon, axis=1)
    return [Guess("last value", 0, rows)]
