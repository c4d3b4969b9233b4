"""Many tail probabilities -> one calibrated score, and of each event the news alone.

    r = PACE W max(2 h, P0 / ((n + 1) (1 + m)^2)),   h = sum(w) / sum(w / p),   rarity = 1 / (1 + r)

h: the weighted harmonic mean p of the detectors that are warm (Wilson, PNAS 2019), which is calibrated in the tail
however they depend on each other: one voice alone pays for all that were asked, agreement pays nothing. 2: the two
sides of a tail. W: points a week, from the learned step. The second part: after n points with m changes of value
nothing may be called rarer than what so little has shown. A series that never moved gets the law of succession with the
prior weight P0 = 0.1 on "it moves at all". The score is carried by the first of the detectors, which stand from plain
to subtle, that has at least PLAIN of the weight of the strongest.

r counts alarms, not points: of one event the first alone is told (`ml.news`). score >= 1 / (1 + r) promises at most
about r false alarms a series-week. PACE is the measured ratio of alarms to such points on clean series of all kinds
(`bench.false_alarms`).
"""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

from ml.types import WEEK_US, Evidence, Flags, Floats, Longs, Small, Ticks, Verdicts

Three = tuple[Floats, Floats, Floats]

SIDES = 2.0
P0 = 0.1
PACE = 0.9
WEEK = float(WEEK_US)
PLAIN = 0.05
FEWEST = 50.0  # points that stand for a week where they come more slowly: of few points few are called rare


@njit(cache=True, nogil=True)
def kernel(
    p: Floats, warm: Flags, weight: Floats, step: Floats, n: Longs, moves: Longs, score: Floats, detector: Small,
    any_warm: Flags,
) -> None:  # fmt: skip
    """p, warm: [detectors, points]; weight: [detectors]."""
    voice = np.empty(p.shape[0])
    for i in range(p.shape[1]):
        best, most, weights, odds = -1, 0.0, 0.0, 0.0
        for d in range(p.shape[0]):
            voice[d] = -1.0
            if warm[d, i]:
                weights += weight[d]
                voice[d] = weight[d] / p[d, i]
                odds += voice[d]
                most = max(most, voice[d])
        for d in range(p.shape[0] - 1, -1, -1):
            if voice[d] >= PLAIN * most and weights > 0.0:
                best = d
        known = best >= 0 and step[i] > 0.0
        any_warm[i] = known
        detector[i] = best if known else -1
        score[i] = np.nan
        if known:
            least = P0 / ((n[i] + 1.0) * (1.0 + moves[i]) * (1.0 + moves[i]))
            r = PACE * max(WEEK / step[i], FEWEST) * max(SIDES * weights / odds, least)
            score[i] = 1.0 / (1.0 + r)


def fuse(ticks: Ticks, evidence: list[Evidence], weights: Floats, drawn: tuple[int, int]) -> Verdicts:
    """Evidence of each detector -> verdicts. `weights`: of the detectors. `drawn`: whose band is drawn once warm, and
    whose before."""
    n = len(ticks)
    score, detector, warm = np.empty(n), np.empty(n, np.int8), np.empty(n, np.bool_)
    p, knows = np.stack([e.p for e in evidence]), np.stack([e.warm for e in evidence])
    kernel(p, knows, weights, ticks.step, ticks.n, ticks.moves, score, detector, warm)
    first, before = evidence[drawn[0]], evidence[drawn[1]]
    band = [
        np.where(warm, np.where(first.warm, getattr(first, name), getattr(before, name)), np.nan)
        for name in ("expected", "lo", "hi")
    ]
    return Verdicts(score, band[0], band[1], band[2], detector, warm, score.copy())


def carried(
    verdicts: Verdicts, evidence: list[Evidence], of_points: Flags, v: Floats, at: NDArray[np.intp]
) -> tuple[Three, Three]:
    """What to hold the values of points `at` against: expected, lo, hi of the detector that carried the score (of the
    first where none did), or of the band where that detector looks at something else than values; and what it looked
    at: seen, lo, hi. NaN for other points.
    """
    which = np.maximum(verdicts.detector[at], 0).astype(np.intp)
    value = of_points[which]
    out = tuple(np.full(len(v), np.nan) for _ in range(6))
    for d in np.unique(which).tolist():
        mine, one = at[which == d], evidence[d]
        held = (one.expected, one.lo, one.hi) if of_points[d] else (verdicts.expected, verdicts.lo, verdicts.hi)
        for column, source in zip(out, (*held, one.seen, one.lo, one.hi), strict=True):
            column[mine] = source[mine]
    out[3][at[value]] = v[at[value]]
    return out[:3], out[3:]  # type: ignore[return-value]  # mypy loses the length of the tuple
