"""Outside the range seen so far: how far, against how often and how far new extremes came before.

    p = rate * (1 + u / (U0 + S))^-(K0 + k),   u = ln(1 + excess / range)
    rate = (c + 0.5) / n

n points are in the range (of the last 4 to 8 weeks; two blocks take turns). c: past records, each weighted by its index
/ n, so that for exchangeable data c is about 2 and rate the textbook 2 / n (one record on either side; Rényi 1962),
while a trend, whose records keep coming, gets a rate near one and is not unusual. The excesses of records over the
range are about exponential in u (for a Pareto tail exactly, for light tails on the safe side); with k past records
whose u sum to S the predictive tail is the Lomax law above, a gamma prior (K0, U0) included. k and S forget with 0.9
a record.

A value inside the range, and so every value that came before in it, has p = 1.
"""

from __future__ import annotations

import math
from typing import ClassVar

import numpy as np
from numba import njit

from ml.state import State
from ml.stream.base import Detector
from ml.types import Evidence, Flags, Floats, Longs, Rows, Ticks

BLOCK_US = 4.0 * 604_800_000_000.0
K0 = 1.0
U0 = 0.08
WARM = 96
LOW, HIGH, N, OLD_LOW, OLD_HIGH, OLD_N, START, RECORDS, SEEN, SUM = range(10)


@njit(cache=True, nogil=True)
def learn(s: Floats, t: float, x: float, u: float, lo: float, hi: float) -> None:
    """Take the value into the range, and the record (u > 0) into the memory of records."""
    n = s[N] + s[OLD_N]
    s[RECORDS] *= n / (n + 1.0)
    if x < lo or x > hi:
        s[RECORDS] += 1.0
        if u > 0.0:
            s[SEEN] = 0.9 * s[SEEN] + 1.0
            s[SUM] = 0.9 * s[SUM] + u
    if t - s[START] >= BLOCK_US:
        s[OLD_LOW], s[OLD_HIGH], s[OLD_N] = s[LOW], s[HIGH], s[N]
        s[LOW], s[HIGH], s[N], s[START] = x, x, 0.0, t
    s[LOW] = min(s[LOW], x)
    s[HIGH] = max(s[HIGH], x)
    s[N] += 1.0


@njit(cache=True, nogil=True)
def kernel(
    row: Rows, t: Longs, v: Floats, n: Longs, state: Floats, p: Floats, lo: Floats, hi: Floats, warm: Flags
) -> None:
    """p, range and warmth of each point from before it; then learn."""
    for i in range(len(row)):
        s, x = state[row[i]], v[i]
        if n[i] == 0:
            s[LOW], s[HIGH], s[OLD_LOW], s[OLD_HIGH], s[START] = x, x, x, x, float(t[i])
        low, high = min(s[LOW], s[OLD_LOW]), max(s[HIGH], s[OLD_HIGH])
        lo[i], hi[i], warm[i] = low, high, n[i] >= WARM
        beyond = max(low - x, x - high, 0.0)
        u = 0.0
        p[i] = 1.0
        if beyond > 0.0:
            u = math.log(1.0 + min(beyond / (high - low), 1e20)) if high > low else 0.0
            rate = min((s[RECORDS] + 0.5) / max(s[N] + s[OLD_N], 1.0), 1.0)
            p[i] = max(rate * math.pow(1.0 + u / (U0 + s[SUM]), -(K0 + s[SEEN])), 1e-15)
        learn(s, float(t[i]), x, u, low, high)


class Novelty(Detector):
    """How far outside the range of the last weeks."""

    name: ClassVar[str] = "novelty"
    version: ClassVar[int] = 1

    def _states(self) -> list[State]:
        return [State(self.version, {"state": np.zeros(10)})]

    def run(self, ticks: Ticks) -> Evidence:
        """See the module. `expected` is the edge of the range that is nearer to the value."""
        n = len(ticks)
        p, lo, hi = (np.empty(n) for _ in range(3))
        warm = np.empty(n, np.bool_)
        kernel(ticks.row, ticks.t, ticks.v, ticks.n, self.states[0]["state"], p, lo, hi, warm)
        return Evidence(p, np.clip(ticks.v, lo, hi), lo, hi, warm)
