"""Many tail probabilities -> one calibrated score, and of each event the news alone.

    r = PACE W max(2 h, P0 / ((n + 1) (1 + m)^2)),   h = sum(w) / sum(w / p),   rarity = 1 / (1 + r)

h: the weighted harmonic mean p of the detectors that are warm (Wilson, PNAS 2019), which is calibrated in the tail
however they depend on each other: one voice alone pays for all that were asked, agreement pays nothing. 2: the two
sides of a tail. W: points a week, from the learned step. The second part: after n points with m changes of value
nothing may be called rarer than what so little has shown. A series that never moved gets the law of succession with the
prior weight P0 = 0.1 on "it moves at all". The score is carried by the first of the detectors, which stand from plain
to subtle, that has at least PLAIN of the weight of the strongest.

An event makes many rare points and is one piece of news. A point is news when it is twice as rare as all that was news
within the last AGAIN points (at most a week), or when it is the first of them that may be told (r <= 1). `score` is the
rarity of news, and next to 0 for what is none. So r counts alarms, not points: score >= 1 / (1 + r) promises at most
about r false alarms a series-week. PACE is the measured ratio of alarms to such points on clean series of all kinds
(`bench.false_alarms`).
"""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

from ml.state import State
from ml.types import WEEK_US, Evidence, Flags, Floats, Longs, Rows, Small, Ticks, Verdicts

Three = tuple[Floats, Floats, Floats]

SIDES = 2.0
P0 = 0.1
PACE = 0.8
WEEK = float(WEEK_US)
AGAIN = 144.0
TWICE = 0.5
PLAIN = 0.05
TOLD = 1.0  # r of what may be told where no policy says otherwise
BEST, AT = range(2)


@njit(cache=True, nogil=True)
def news(s: Floats, t: float, step: float, r: float) -> bool:
    """Whether a point of rarity r is news; then it is remembered."""
    if t - s[AT] > min(AGAIN * step, WEEK):
        s[BEST] = np.inf
    is_news = r < TWICE * s[BEST] or (r <= TOLD < s[BEST])
    if is_news:
        s[BEST], s[AT] = r, t
    return bool(is_news)


@njit(cache=True, nogil=True)
def kernel(
    p: Floats, warm: Flags, weight: Floats, row: Rows, t: Longs, step: Floats, n: Longs, moves: Longs, state: Floats,
    score: Floats, rarity: Floats, detector: Small, any_warm: Flags,
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
        score[i] = rarity[i] = np.nan
        if known:
            least = P0 / ((n[i] + 1.0) * (1.0 + moves[i]) * (1.0 + moves[i]))
            r = PACE * WEEK / step[i] * max(SIDES * weights / odds, least)
            rarity[i] = 1.0 / (1.0 + r)
            told = news(state[row[i]], float(t[i]), step[i], r)
            score[i] = rarity[i] if told else 1.0 / (1.0 + PACE * WEEK / step[i] * SIDES)


class Fusion:
    """Evidence of each detector -> verdicts. Keeps what was news of each row."""

    version = 1

    def __init__(self) -> None:
        self.state = State(self.version, {"state": np.array([np.inf, 0.0])})

    def run(self, ticks: Ticks, evidence: list[Evidence], weights: Floats, drawn: tuple[int, int]) -> Verdicts:
        """`weights`: of the detectors. `drawn`: whose band is drawn once warm, and whose before."""
        n = len(ticks)
        score, rarity, detector, warm = np.empty(n), np.empty(n), np.empty(n, np.int8), np.empty(n, np.bool_)
        p, knows = np.stack([e.p for e in evidence]), np.stack([e.warm for e in evidence])
        pulse = (ticks.row, ticks.t, ticks.step, ticks.n, ticks.moves)
        kernel(p, knows, weights, *pulse, self.state["state"], score, rarity, detector, warm)
        first, before = evidence[drawn[0]], evidence[drawn[1]]
        band = [
            np.where(warm, np.where(first.warm, getattr(first, name), getattr(before, name)), np.nan)
            for name in ("expected", "lo", "hi")
        ]
        return Verdicts(score, band[0], band[1], band[2], detector, warm, rarity)


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
