"""Deviation from the usual level for this time of the week: robust level + daily profile + weekly profile, and a scale.

    base = level + a_d day(h) + a_w week(h)     h: UTC hour; linear between knots, one an hour and of a week one in two
    e    = value - base,   z = e / spread

Learning (after scoring), with psi(e) = clip(e, -K s, K s) (Huber 1964) so that an anomaly moves little:
- level += g psi(e), g = max(1/n, one part in a day of points); when errors have stayed on one side for long (the
  tracking signal of Trigg & Leach 1967, over a day), g grows up to BOOST times: a real shift is accepted in a day or
  two. Where the weekly profile counts, the slowest g is one part in a week, or the level would eat the weekends.
- spread s: exponentially weighted mean of min(|e|, 3 s), times 1.2533 (a normal law's ratio of sd to mean deviation),
  and never below FLOOR of the unclipped mean deviation: a series that mostly stands still keeps a scale.
- each profile knot: mean over the days (weeks) that visited it, at least one part in VISITS; shrunk by v / (v + 1)
  while few of them, v, are known. A profile counts only as far as it predicts:
  a = clip(4 (1 - error with / error without), 0, 1); the week comes on top of the day, so a_d >= a_w.
- phi: lag-1 autocorrelation of e. Warm when n (1 - phi) / (1 + phi) >= WARM: as many independent looks at the level.
  A random walk so hardly ever gets warm here, rightly: it has no usual level.
"""

from __future__ import annotations

from typing import Any, ClassVar

import numpy as np
from numba import njit
from numpy.typing import NDArray

from ml.state import State
from ml.stream.base import Detector
from ml.stream.tail import kernel as tail_kernel
from ml.stream.tail import tail_state
from ml.types import Evidence, Flags, Floats, Longs, Rows, Ticks

Counts = NDArray[np.uint8]
HOUR_US = 3_600_000_000
DAY_US = 86_400_000_000.0
WEEK_US = 604_800_000_000
K = 2.5
FLOOR = 0.2
WILD = 1000.0
BOOST = 15.0
VISITS = 15.0
WARM = 48.0
LEVEL, MEANDEV, RAWDEV, SIDE, ERR0, ERR1, ERR2, PREV, SXX, SXY, HOUR, FIRST = range(12)


@njit(cache=True, nogil=True)
def knots(table: Floats, cell: int, after: int, f: float, a: float, b: float) -> float:
    """Profile between two knots, each shrunk while few visits, a and b, are known."""
    return (1.0 - f) * float(table[cell]) * a / (a + 1.0) + f * float(table[after]) * b / (b + 1.0)


@njit(cache=True, nogil=True)
def gate(with_it: float, without: float) -> float:
    """How far a profile counts: 0 when it does not predict better, 1 from a quarter better on."""
    return min(max(4.0 * (1.0 - with_it / without), 0.0), 1.0) if without > 0.0 else 0.0


@njit(cache=True, nogil=True)
def learn_knots(table: Floats, cell: int, after: int, f: float, a: float, b: float, move: float) -> None:
    """Move two knots by their parts of `move`, less the more often, a and b times, they were visited."""
    table[cell] = float(table[cell]) + move * (1.0 - f) / min(max(a, 1.0), VISITS)
    table[after] = float(table[after]) + move * f / min(max(b, 1.0), VISITS)


@njit(cache=True, nogil=True)
def unless_wild(size: float, usual: float, n: int) -> float:
    """`size`, but no more than WILD times the usual: one glitch must not blind for thousands of points."""
    return min(size, WILD * usual) if n >= 10 and usual > 0.0 else size


@njit(cache=True, nogil=True)
def learn_scale(s: Floats, e: float, n: int) -> None:
    """Spread, its floor, the tracking signal and the autocorrelation of errors."""
    size = abs(e)
    gain = max(1.0 / (n + 1.0), 0.002)
    s[RAWDEV] += gain * (unless_wild(size, s[RAWDEV], n) - s[RAWDEV])
    most = 3.0 * spread(s) / 1.2533
    s[MEANDEV] += gain * (min(size, most) - s[MEANDEV])
    short = e if size <= most else (most if e > 0.0 else -most)
    s[SXX] += gain * (s[PREV] * s[PREV] - s[SXX])
    s[SXY] += gain * (s[PREV] * short - s[SXY])
    s[PREV] = short


@njit(cache=True, nogil=True)
def spread(s: Floats) -> float:
    """The usual size of errors, as a normal law's standard deviation."""
    return float(1.2533 * max(s[MEANDEV], FLOOR * s[RAWDEV]))


@njit(cache=True, nogil=True)
def learn_level(s: Floats, x: float, e: float, day: float, week: float, part: float, slow: float, n: int) -> float:
    """Level, tracking signal, and how well each set of profiles predicts; gives back the winsorised error.

    `part`: the part of a day that a point stands for, which over `slow` is the level's slowest gain.
    """
    gain = max(1.0 / (n + 1.0), part)
    most = K * spread(s)
    short = min(max(e, -most), most) if n >= 10 and most > 0.0 else e
    for j, err in enumerate((x - s[LEVEL], x - s[LEVEL] - day, x - s[LEVEL] - day - week)):
        s[ERR0 + j] += gain * (min(abs(err), 3.0 * most if n >= 10 and most > 0.0 else abs(err)) - s[ERR0 + j])
    sign = 1.0 if e > 0.0 else (-1.0 if e < 0.0 else 0.0)
    s[SIDE] += part * (sign - s[SIDE])
    s[LEVEL] += min(max(1.0 / (n + 1.0), part / slow) * (1.0 + BOOST * max(abs(s[SIDE]) - 0.7, 0.0) / 0.3), 1.0) * short
    return short


@njit(cache=True, nogil=True)
def kernel(
    row: Rows,
    t: Longs,
    v: Floats,
    step: Floats,
    n: Longs,
    state: Floats,
    profiles: tuple[Floats, Counts, Floats],
    out: tuple[Floats, Floats, Floats, Flags],
) -> None:
    """z, base, spread and warmth of each point from before it; then learn."""
    days, day_visits, weeks = profiles
    z, base_out, spread_out, warm = out
    for i in range(len(row)):
        r, x, k = row[i], v[i], n[i]
        s, dv = state[r], day_visits[r]
        if k == 0:
            s[LEVEL], s[FIRST] = x, float(t[i])
        hour = t[i] // HOUR_US
        f = float(t[i] % HOUR_US) / float(HOUR_US)
        d0, d1, w0 = hour % 24, (hour + 1) % 24, hour // 2 % 84
        w1, half, lived = (w0 + 1) % 84, 0.5 * (f + float(hour % 2)), float((t[i] - np.int64(s[FIRST])) // WEEK_US)
        day = knots(days[r], d0, d1, f, float(dv[d0]), float(dv[d1]))
        week = knots(weeks[r], w0, w1, half, lived, lived)
        weekly = gate(s[ERR2], min(s[ERR1], s[ERR0]))
        base = s[LEVEL] + max(gate(s[ERR1], s[ERR0]), weekly) * day + weekly * week
        e = x - base
        gain = max(1.0 / (k + 1.0), 0.002)
        wide = max(spread(s), 1.2533 * FLOOR * (s[RAWDEV] + gain * (abs(e) - s[RAWDEV])))
        z[i] = e / wide if wide > 0.0 else 0.0
        base_out[i], spread_out[i] = base, wide
        warm[i] = k * max(s[SXX] - s[SXY], 0.0) >= WARM * (s[SXX] + s[SXY]) and k >= WARM
        part = min(max(step[i] / DAY_US, 0.0002), 0.05)
        if float(hour) != s[HOUR]:
            s[HOUR] = float(hour)
            dv[d0] = min(dv[d0] + 1, 250)
        move = learn_level(s, x, e, day, week, part, 1.0 + 6.0 * weekly, k) * min(step[i] / float(HOUR_US), 1.0)
        learn_knots(days[r], d0, d1, f, float(dv[d0]), float(dv[d1]), move)
        learn_knots(weeks[r], w0, w1, half, lived + 1.0, lived + 1.0, 0.5 * move)
        learn_scale(s, e, k)


class Seasonal(Detector):
    """How far from the usual level of this hour, in spreads, and how rare that is."""

    name: ClassVar[str] = "seasonal"
    version: ClassVar[int] = 2
    weight: ClassVar[float] = 0.5

    def _states(self) -> list[State]:
        scalars = np.zeros(12)
        scalars[HOUR] = -1.0
        fresh: dict[str, NDArray[Any]] = {
            "state": scalars,
            "days": np.zeros(24, np.float32),
            "day_visits": np.zeros(24, np.uint8),
            "weeks": np.zeros(84, np.float32),
        }
        return [State(self.version, fresh), tail_state(self.version)]

    def run(self, ticks: Ticks) -> Evidence:
        """See the module."""
        n = len(ticks)
        z, base, wide, p, above, below = (np.empty(n) for _ in range(6))
        warm = np.empty(n, np.bool_)
        own, tail = self.states
        profiles = (own["days"], own["day_visits"], own["weeks"])
        kernel(ticks.row, ticks.t, ticks.v, ticks.step, ticks.n, own["state"], profiles, (z, base, wide, warm))
        tail_kernel(ticks.row, z, ticks.n, tail["up"], tail["down"], p, above, below)
        return Evidence(p, base, base - below * wide, base + above * wide, warm, ticks.v)
