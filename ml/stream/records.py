"""Outside the range seen so far: how far, against how often and how far new extremes came before.

    p = CLUSTER rate (1 + u / (U0 + S))^-(K0 + k),   u = ln(1 + excess / range),   rate = (c + 0.5) / n

n points are in the range (of the last half to whole year; two blocks take turns). c: past records, each weighted by
its index / n, so that for exchangeable data c is about 2 and rate the textbook 2 / n (one record on either side; Rényi
1962), while a trend, whose records keep coming, gets a rate near one and is not unusual. The excesses of records over
the range are about exponential in u (for a Pareto tail exactly, for light tails on the safe side); with k past records
whose u sum to S the predictive tail is the Lomax law above, a gamma prior (K0, U0) included. k and S forget with 0.9
a record. CLUSTER: records come in bursts, of which one is news (`ml.fuse`); simulated over white, autoregressive,
seasonal, heavy-tailed, trending and counted noise, about one record in ten at this p begins one.

A value inside the range, and so every value that came before in it, has p = 1. What is asked for new extremes is the
value itself, and what `ml.stream.windows` says of the last points; each is a detector, with a range of its own.
"""

from __future__ import annotations

import math
from typing import ClassVar

import numpy as np
from numba import njit
from numpy.typing import NDArray

from ml.state import State
from ml.stream.base import Detector
from ml.types import Evidence, Flags, Floats, Longs, Rows, Ticks

BLOCK_US = 26 * 604_800_000_000
K0 = 1.0
U0 = 0.08
CLUSTER = 0.1
WARM = 96
LOW, HIGH, OLD_LOW, OLD_HIGH = range(4)
N, OLD_N, BLOCK, RECORDS, SEEN, SUM = range(6)


@njit(cache=True, nogil=True)
def turn(edges: Floats, state: NDArray[np.float32], r: int, block: float, x: float) -> None:
    """Begin a new block; what was before the last one is forgotten."""
    before = np.float64(state[r, N]) + np.float64(state[r, OLD_N])
    edges[r, OLD_LOW], edges[r, OLD_HIGH], state[r, OLD_N], state[r, BLOCK] = (
        edges[r, LOW],
        edges[r, HIGH],
        state[r, N],
        block,
    )
    edges[r, LOW], edges[r, HIGH], state[r, N] = x, x, 0.0
    state[r, RECORDS] = np.float64(state[r, RECORDS]) * np.float64(state[r, OLD_N]) / before


@njit(cache=True, nogil=True)
def judge(state: NDArray[np.float32], r: int, n: float, beyond: float, width: float, every: float) -> float:
    """p of a record; then it is remembered."""
    u = math.log(1.0 + min(beyond / width, 1e20)) if width > 0.0 else 0.0
    rate = CLUSTER * min((np.float64(state[r, RECORDS]) / n + 0.5) / n, 1.0) / every
    p = rate * math.pow(1.0 + u / (U0 + np.float64(state[r, SUM])), -(K0 + np.float64(state[r, SEEN])))
    state[r, RECORDS] = np.float64(state[r, RECORDS]) + n + 1.0
    if u > 0.0:
        state[r, SEEN] = 0.9 * np.float64(state[r, SEEN]) + 1.0
        state[r, SUM] = 0.9 * np.float64(state[r, SUM]) + u
    return max(p, 1e-15)


@njit(cache=True, nogil=True)
def kernel(
    row: Rows, t: Longs, x: Floats, every: float, least: float, edges: Floats, state: NDArray[np.float32],
    p: Floats, seen: Floats, expected: Floats, lo: Floats, hi: Floats, warm: Flags,
) -> None:  # fmt: skip
    """p, range and warmth of each x from before it; then learn. NaN is passed over; x comes once in `every` points."""
    for i in range(len(row)):
        r, v = row[i], x[i]
        n = np.float64(state[r, N]) + np.float64(state[r, OLD_N])
        warm[i] = n * every >= WARM
        p[i] = 1.0
        if math.isnan(v):
            seen[i] = expected[i] = lo[i] = hi[i] = edges[r, HIGH]
            continue
        if n == 0.0:
            state[r, BLOCK] = t[i] // BLOCK_US
            edges[r, :] = v
        low, high = min(edges[r, LOW], edges[r, OLD_LOW]), max(edges[r, HIGH], edges[r, OLD_HIGH])
        seen[i], lo[i], hi[i] = v, low, high
        expected[i] = min(max(v, low), high)
        if v < low or v > high:
            p[i] = judge(state, r, n, max(low - v, v - high), max(high - low, least), every)
        if t[i] // BLOCK_US != state[r, BLOCK]:
            turn(edges, state, r, float(t[i] // BLOCK_US), v)
        edges[r, LOW], edges[r, HIGH] = min(edges[r, LOW], v), max(edges[r, HIGH], v)
        state[r, N] = np.float64(state[r, N]) + 1.0


class Records(Detector):
    """New extremes of one column of the ticks. `every`: points from one value to the next; `least`: of a range."""

    version: ClassVar[int] = 1
    column: ClassVar[str]
    every: ClassVar[float] = 1.0
    least: ClassVar[float] = 0.0
    of_points: ClassVar[bool] = False

    def _states(self) -> list[State]:
        return [State(self.version, {"edges": np.zeros(4), "state": np.zeros(6, np.float32)})]

    def run(self, ticks: Ticks) -> Evidence:
        """See the module. `expected` is the edge of the range that is nearer to the value."""
        n = len(ticks)
        p, seen, expected, lo, hi = (np.empty(n) for _ in range(5))
        warm = np.empty(n, np.bool_)
        x: Floats = getattr(ticks, self.column)
        kept = (self.states[0]["edges"], self.states[0]["state"])
        kernel(ticks.row, ticks.t, x, self.every, self.least, *kept, p, seen, expected, lo, hi, warm)
        return Evidence(p, expected, lo, hi, warm, seen)
