"""Two cheap baselines of our own: what any detector has to beat. Of groups the oddest metric speaks."""

from __future__ import annotations

import numpy as np
from numba import njit

from ml.types import Floats, Longs

DAY_US, SLICES = 86_400_000_000, 24
MEMORY = 0.02  # share of a new value in the seasonal mean: some 50 values of its hour


@njit(cache=True)
def range_novelty(t: Longs, v: Floats) -> Floats:  # noqa: ARG001  # both baselines are called alike
    """How far a value lies outside the range seen so far, as a share of that range: e / (1 + e); inside 0."""
    score = np.zeros(len(v))
    lo = hi = v[0]
    for i in range(1, len(v)):
        beyond = max(v[i] - hi, lo - v[i], 0.0)
        if beyond > 0.0:
            score[i] = beyond / (beyond + hi - lo)
        lo, hi = min(lo, v[i]), max(hi, v[i])
    return score


@njit(cache=True)
def seasonal_z(t: Longs, v: Floats) -> Floats:
    """|z| against an exponentially weighted mean and variance of the hour of the day (UTC), before learning."""
    score = np.zeros(len(v))
    mean, var, count = np.zeros(SLICES), np.zeros(SLICES), np.zeros(SLICES)
    for i in range(len(v)):
        k = int(t[i] % DAY_US * SLICES // DAY_US)
        off = v[i] - mean[k]
        if count[k] >= 3.0 and var[k] > 0.0:
            score[i] = abs(off) / np.sqrt(var[k])
        count[k] += 1.0
        share = max(MEMORY, 1.0 / count[k])
        mean[k] += share * off
        var[k] = (1.0 - share) * (var[k] + share * off * off)
    return score


BASELINES = {"range novelty": range_novelty, "seasonal EW z": seasonal_z}
"""Name -> what scores (t int64[n] us, v float64[n])."""


def score(name: str, t: Longs, x: Floats) -> Floats:
    """A baseline's scores of x float64[n] or [n, metrics]."""
    columns = x.reshape(len(x), -1)
    parts = [BASELINES[name](t, np.ascontiguousarray(columns[:, i])) for i in range(columns.shape[1])]
    out: Floats = np.max(parts, axis=0)
    return out
