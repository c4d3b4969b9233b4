"""Many tail probabilities -> one calibrated score.

    r = W max(S h, P0 / ((n + 1) (1 + m)^2)),   h = D / sum(1 / p),   score = 1 / (1 + r)

h: the harmonic mean p of the D detectors that are warm (Wilson, PNAS 2019), which is calibrated in the tail however
they depend on each other: it is Bonferroni's D min(p) when one detector speaks alone, and min(p) when all agree. S =
2: the two sides of a tail. W: points a week, from the learned step. So r is the expected number of such or rarer
points a series-week, and score >= 0.9 promises about one in nine weeks at most.

The second part: after n points with m changes of value nothing may be called rarer than what so little has shown. A
series that never moved gets the law of succession with the prior weight P0 = 0.1 on "it moves at all".
"""

from __future__ import annotations

import numpy as np
from numba import njit

from ml.types import WEEK_US, Evidence, Flags, Floats, Longs, Small, Ticks, Verdicts

SIDES = 2.0
P0 = 0.1
WEEK = float(WEEK_US)


@njit(cache=True, nogil=True)
def kernel(
    p: Floats, warm: Flags, step: Floats, n: Longs, moves: Longs, score: Floats, detector: Small, any_warm: Flags
) -> None:
    """p, warm: [detectors, points]."""
    for i in range(p.shape[1]):
        best, best_p, count, odds = -1, 2.0, 0, 0.0
        for d in range(p.shape[0]):
            if warm[d, i]:
                count += 1
                odds += 1.0 / p[d, i]
                if p[d, i] < best_p:
                    best, best_p = d, p[d, i]
        known = count > 0 and step[i] > 0.0
        any_warm[i] = known
        detector[i] = best if known else -1
        score[i] = np.nan
        if known:
            week = WEEK / step[i]
            least = P0 / ((n[i] + 1.0) * (1.0 + moves[i]) * (1.0 + moves[i]))
            score[i] = 1.0 / (1.0 + week * max(SIDES * count / odds, least))


def fuse(ticks: Ticks, evidence: list[Evidence], drawn: tuple[int, int]) -> Verdicts:
    """Evidence of each detector -> verdicts. `drawn`: whose band is drawn once warm, and whose before."""
    n = len(ticks)
    score, detector, warm = np.empty(n), np.empty(n, np.int8), np.empty(n, np.bool_)
    p = np.stack([e.p for e in evidence])
    kernel(p, np.stack([e.warm for e in evidence]), ticks.step, ticks.n, ticks.moves, score, detector, warm)
    first, before = evidence[drawn[0]], evidence[drawn[1]]
    band = [
        np.where(warm, np.where(first.warm, getattr(first, name), getattr(before, name)), np.nan)
        for name in ("expected", "lo", "hi")
    ]
    return Verdicts(score, band[0], band[1], band[2], detector, warm)


def carried(verdicts: Verdicts, evidence: list[Evidence]) -> tuple[Floats, Floats, Floats]:
    """Expected, lo, hi of the detector that carried each score (of the first where none did)."""
    which = np.maximum(verdicts.detector, 0).astype(np.intp)[None, :]
    return (
        np.take_along_axis(np.stack([e.expected for e in evidence]), which, 0)[0],
        np.take_along_axis(np.stack([e.lo for e in evidence]), which, 0)[0],
        np.take_along_axis(np.stack([e.hi for e in evidence]), which, 0)[0],
    )
