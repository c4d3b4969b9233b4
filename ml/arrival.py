"""When the next point of a series is due: a learned model of gaps, in the source's own waking time.

Waking time runs as the clock does while the source usually sends, and stands still while it usually sleeps (the time
rescaling of point processes; Brown et al., Neural Computation 2002). What a source usually does in each of the 168 UTC
hours of a week is remembered as the share of its usual number of points. An hour counts as awake only if its neighbours
do, which forgives a shift that begins early or late, and a change of the clocks in spring and autumn. Of an hour that
was never seen the same hour of other days speaks; a source known to sleep may sleep through days never seen too.

Gaps in waking time, in usual steps y, have a threshold u that about Q of them exceed and a generalised Pareto tail
(Pickands 1975), fitted by E[x] and E[sqrt x] of the excesses x = y - u as in `ml.stream.tail`. With W gaps a week

    r = W max(q (1 + xi x / sigma)^(-1 / xi), L),   score = 1 / (1 + r)

is the expected number of silences at least so long in a week in which all is well: the promise of the other scores.
L keeps what comes back from being news: outages much longer than the tail are winsorised in it and counted; from the
second on, one of a size like those before happens at the rate at which it did.
"""

from __future__ import annotations

import math
import struct

import numpy as np
from numba import njit
from numpy.typing import NDArray

from ml.state import State
from ml.types import WEEK_US, Floats, Longs, Rows, StateError, Ticks

HOUR = 3_600_000_000
FULL, UNSEEN = 250, 255  # an hour's share of its usual points, in 1/250; never seen
SLOWEST = 4.0 * HOUR  # slower sources have no profile: their clock is the clock
PATIENT = 72  # hours for which a source that sleeps may sleep through days that were never seen
LOOK = 336  # hours of silence that are looked at one by one
Q = 0.05
PRIOR_XI, PRIOR_N = 0.15, 10.0  # slightly heavier than exponential; excesses that the prior is worth
LEAST_MEAN = 0.25  # steps: a point or two may always be lost
CLIP = 7.0  # times their mean: what is beyond is an outage
MEMORY, SPAN = 1000.0, 5000.0  # excesses, and gaps, remembered
HABIT_WEEKS, LEAST_POINTS = 8.0, 20
U, SHARE, SEEN, MEAN, ROOT, WILD, SIZE = range(7)
FRESH = np.array([1.5, Q, PRIOR_N, 1.0, 0.86, 0.0, 0.0], np.float32)  # excesses of one step; E[sqrt x] of xi = PRIOR


@njit(cache=True, nogil=True)
def seen_share(rate: NDArray[np.uint8], hour: int, since: int, sleeper: bool) -> float:
    """Share of its usual points in one hour (counted from 1970). `since`: the hour of the newest point."""
    own = rate[hour % 168]
    if own != UNSEEN:
        return float(own) / FULL
    if sleeper and hour // 24 != since // 24 and hour - since < PATIENT:
        return 0.0
    total, days = 0.0, 0
    for day in range(1, 7):
        other = rate[(hour + 24 * day) % 168]
        if other != UNSEEN:
            total += float(other) / FULL
            days += 1
    return total / days if days else 1.0


@njit(cache=True, nogil=True)
def awake(rate: NDArray[np.uint8], hour: int, since: int, sleeper: bool, half: int) -> float:
    """How awake the source is in an hour, 0 to 1: the least of it and its neighbours, each over 2 half + 1 hours.

    With a quarter of the usual points it sleeps, with half of them it is awake.
    """
    least = 1.0
    for middle in range(hour - 1, hour + 2):
        total = 0.0
        for near in range(middle - half, middle + half + 1):
            total += seen_share(rate, near, since, sleeper)
        least = min(least, 4.0 * (total / (2 * half + 1) - 0.25))
    return max(least, 0.0)


@njit(cache=True, nogil=True)
def sleeps(rate: NDArray[np.uint8]) -> bool:
    """Whether at least a tenth of the hours seen, and three, had next to no points."""
    seen = asleep = 0
    for h in range(168):
        if rate[h] != UNSEEN:
            seen += 1
            asleep += rate[h] < FULL // 10
    return asleep >= 3 and 10 * asleep >= seen


@njit(cache=True, nogil=True)
def waking(rate: NDArray[np.uint8], start: int, stop: int, step: float) -> float:
    """Waking us between two times, by what is known at the first."""
    if step > SLOWEST or stop <= start:
        return float(max(stop - start, 0))
    half = max(math.ceil((4.0 * step / HOUR - 1.0) / 2.0), 0)
    first, last, sleeper = start // HOUR, stop // HOUR, sleeps(rate)
    total = 0.0
    for hour in range(first, min(last, first + LOOK) + 1):
        inside = min((hour + 1) * HOUR, stop) - max(hour * HOUR, start)
        total += inside * awake(rate, hour, first, sleeper, half)
    return total


@njit(cache=True, nogil=True)
def rarity(tail: NDArray[np.float32], y: float, a_week: float, weeks: float) -> float:
    """Expected number a week of values >= y when there are `a_week` of them, after so many weeks."""
    u, q = float(tail[U]), float(tail[SHARE])
    if y <= u:
        return a_week
    mean = float(tail[MEAN])
    d = 0.7853981633974483 - float(tail[ROOT]) * float(tail[ROOT]) / mean
    xi = 5.0 * d / (1.0 + 4.0 * d)
    xi = min(max((xi * tail[SEEN] + PRIOR_XI * 20.0) / (tail[SEEN] + 20.0), 0.01) + 1.0 / tail[SEEN], 0.9)
    r = a_week * q * math.pow(1.0 + xi * (y - u) / ((1.0 - xi) * max(mean, LEAST_MEAN)), -1.0 / xi)
    if tail[WILD] > 1.0 and math.log(y - u) <= tail[SIZE] + 1.0:
        r = max(r, (tail[WILD] - 1.0) / max(min(weeks, HABIT_WEEKS), 0.1))
    return float(r)


@njit(cache=True, nogil=True)
def learn(tail: NDArray[np.float32], y: float, n: float, weeks: float) -> None:
    """Learn one value; `weeks`: since the one before."""
    beyond = y > tail[U]
    tail[WILD] *= math.exp(-weeks / HABIT_WEEKS)
    if beyond:
        x = y - float(tail[U])
        if x > CLIP * max(tail[MEAN], LEAST_MEAN):
            tail[WILD] += 1.0
            tail[SIZE] += (math.log(x) - tail[SIZE]) / tail[WILD]
            x = CLIP * max(float(tail[MEAN]), LEAST_MEAN)
        gain = 1.0 / (tail[SEEN] + 1.0)
        tail[MEAN] = max(tail[MEAN] + gain * (x - tail[MEAN]), 1e-3)
        tail[ROOT] += gain * (math.sqrt(x) - tail[ROOT])
        tail[SEEN] = min(tail[SEEN] + 1.0, MEMORY)
    hit = 1.0 if beyond else 0.0
    tail[SHARE] = max(tail[SHARE] + (hit - tail[SHARE]) / min(n + 100.0, SPAN), 1.0 / SPAN)
    tail[U] = max(tail[U] + (hit - Q) * max(5.0 / (n + 50.0), 0.01), 1.0)


@njit(cache=True, nogil=True)
def remember(rate: NDArray[np.uint8], hour: int, share: float, again: float) -> None:
    """One hour is over: how much of the usual came in it. The first one seen counts alone, later ones by `again`."""
    old = rate[hour % 168]
    value = min(share, 1.0) * FULL
    rate[hour % 168] = round(value if old == UNSEEN else old + again * (value - old))


@njit(cache=True, nogil=True)
def kernel(
    row: Rows, t: Longs, dt: Floats, step: Floats, n: Longs, since: Longs, points: NDArray[np.float32],
    pace: NDArray[np.float32], rate: NDArray[np.uint8], tail: NDArray[np.float32], score: Floats,
) -> None:  # fmt: skip
    """Score the gap that each point ended by what was known before it; learn the gap, then the profile."""
    for i in range(len(row)):
        r = row[i]
        score[i] = np.nan
        if n[i] == 0 or since[r] == 0:
            since[r], points[r], pace[r] = t[i], 1.0, 1.0
            continue
        before = t[i] - np.int64(dt[i])
        old, new = before // HOUR, t[i] // HOUR
        if n[i] > 1 and step[i] > 0.0:
            lived = dt[i] * pace[r] if old == new else waking(rate[r], before, t[i], step[i])
            if n[i] >= LEAST_POINTS:
                weeks = (before - since[r]) / WEEK_US
                score[i] = 1.0 / (1.0 + rarity(tail[r], lived / step[i], WEEK_US / step[i], weeks))
            learn(tail[r], lived / step[i], float(n[i]), dt[i] / WEEK_US)
        if old == new:
            points[r] += 1.0
            continue
        again = 0.5 if t[i] - since[r] < 2 * WEEK_US else 0.25
        if old != since[r] // HOUR:  # the first hour was seen in part only
            remember(rate[r], old, points[r] * step[i] / HOUR, again)
        for hour in range(old + 1, min(new, old + 169)):
            remember(rate[r], hour, 0.0, again)
        points[r] = 1.0
        if step[i] > 0.0:
            pace[r] = waking(rate[r], new * HOUR, (new + 1) * HOUR - 1, step[i]) / (HOUR - 1)


@njit(cache=True, nogil=True)
def silences(
    rate: NDArray[np.uint8], tail: NDArray[np.float32], since: Longs, newest: Longs, step: Floats, n: Longs,
    until: Longs, score: Floats, lived: Floats,
) -> None:  # fmt: skip
    """Write score and waking us of the silence newest..until of each row; NaN where too little is known."""
    for i in range(len(newest)):
        lived[i] = waking(rate[i], newest[i], until[i], step[i])
        score[i] = np.nan
        if n[i] >= LEAST_POINTS and step[i] > 0.0:
            weeks = float(newest[i] - since[i]) / WEEK_US
            score[i] = 1.0 / (1.0 + rarity(tail[i], lived[i] / step[i], WEEK_US / step[i], weeks))


class Arrival:
    """The arrival model of each row of a shard. Learns from `Ticks`; judged elsewhere, from what `pack` gives."""

    version = 1
    PACKED = struct.calcsize("<B") + 8 + FRESH.nbytes + 168

    def __init__(self) -> None:
        zero, few, week = np.zeros((), np.int64), np.zeros((), np.float32), np.full(168, UNSEEN, np.uint8)
        self.state = State(self.version, {"since": zero, "points": few, "pace": few, "rate": week, "tail": FRESH})

    def run(self, ticks: Ticks) -> Floats:
        """Learn from points; how they were cut into batches does not matter.

        Returns the score of the silence that each point ended, as it was when the point came; NaN while too little
        was known.
        """
        s, score = self.state, np.empty(len(ticks))
        arrays = (s["since"], s["points"], s["pace"], s["rate"], s["tail"])
        kernel(ticks.row, ticks.t, ticks.dt, ticks.step, ticks.n, *arrays, score)
        return score

    def pack(self, rows: NDArray[np.intp]) -> list[bytes]:
        """What is known of rows, a short string each, that `Known.of` reads."""
        s = self.state
        parts = [s["since"][rows].astype("<i8"), s["tail"][rows].astype("<f4"), s["rate"][rows]]
        columns = [np.full((len(rows), 1), self.version, np.uint8)]
        columns += [part.reshape(len(rows), -1).view(np.uint8) for part in map(np.ascontiguousarray, parts)]
        return [line.tobytes() for line in np.hstack(columns)]


class Known:
    """What is known of n series, as `Arrival.pack` wrote it."""

    def __init__(self, since: Longs, tail: NDArray[np.float32], rate: NDArray[np.uint8]) -> None:
        self.since, self.tail, self.rate = since, tail, rate

    @classmethod
    def of(cls, packed: list[bytes]) -> Known:
        """Raises StateError when one is of another version or size."""
        if any(len(one) != Arrival.PACKED or one[0] != Arrival.version for one in packed):
            raise StateError(f"an arrival model is not of version {Arrival.version}")
        table = np.frombuffer(b"".join(packed), np.uint8).reshape(len(packed), Arrival.PACKED)
        cut = 9 + FRESH.nbytes
        since = np.ascontiguousarray(table[:, 1:9]).view("<i8")[:, 0].astype(np.int64)
        tail = np.ascontiguousarray(table[:, 9:cut]).view("<f4").astype(np.float32)
        return cls(since, tail, np.ascontiguousarray(table[:, cut:]))

    def silence(self, newest: Longs, step: Floats, n: Longs, until: Longs) -> tuple[Floats, Floats]:
        """Score of each series' silence from `newest` to `until` (us UTC), and its waking us. `step`: usual us.

        score = 1 / (1 + r), r the expected number of silences so long a week though all is well; NaN before
        LEAST_POINTS points. All arrays have length n.
        """
        score, lived = np.empty(len(newest)), np.empty(len(newest))
        silences(self.rate, self.tail, self.since, newest, step, n, until, score, lived)
        return score, lived
