"""The usual course of a day or a week: medians over the newest cycles, with and without today's departure from it.

Medians, because incidents repeat in a mean for weeks; few cycles, because habits change. A cycle that shows something
new for the second time of three is believed.
"""

from __future__ import annotations

import numpy as np

from ml.forecast.base import Guess, Past
from ml.forecast.carry import carried
from ml.forecast.past import same_phase
from ml.types import Floats

CYCLES = (3, 7)


def profiles(past: Past) -> list[Guess]:
    """For each season the median of 3 and of 7 cycles; each as it is, and carried on from the newest residuals."""
    out: list[Guess] = []
    for period in past.seasons:
        unit = "days" if period == past.cycle else "weeks"
        for cycles in CYCLES:
            usual = running(past.y, period, cycles)
            rows = same_phase(past, usual, period)
            out.append(Guess(f"profile of {cycles} {unit}", period, rows))
            rest = residual(past.y, usual, period)
            out.append(Guess(f"profile of {cycles} {unit}, carried on", period, carried(past, rows, rest)))
    return out


def running(y: Floats, period: int, cycles: int) -> Floats:
    """float64[n]: the median of y[i] and the values 1, 2, … `cycles` - 1 periods before, of as many as there are."""
    n = len(y)
    out = np.empty(n)
    for had in range(1, cycles + 1):
        lo = (had - 1) * period
        hi = n if had == cycles else min(had * period, n)
        if lo >= hi:
            break
        out[lo:hi] = np.median(np.stack([y[lo - k * period : hi - k * period] for k in range(had)]), axis=0)
    return out


def residual(y: Floats, usual: Floats, period: int) -> Floats:
    """float64[n]: y less what the profile said a period before; 0 in the first one."""
    out = np.zeros(len(y))
    out[period:] = y[period:] - usual[:-period]
    return out
