"""Of each event the news alone: many rare points in a row are one thing to tell.

A point is news when it is twice as rare as all that was news within the last AGAIN points (at most a week), or when it
is the first of them that may be told (score >= FLOORS[0]). `score` is the rarity of news and 0 for what is none.
Policies have spoken before, so what they leave out keeps nothing else back.
"""

from __future__ import annotations

import numpy as np
from numba import njit

from ml.state import State
from ml.types import FLOORS, WEEK_US, Floats, Longs, Rows, Ticks, Verdicts

AGAIN = 144.0
TWICE = 0.5
TOLD = 1.0 / FLOORS[0] - 1.0
WEEK = float(WEEK_US)
BEST, AT = range(2)


@njit(cache=True, nogil=True)
def kernel(row: Rows, t: Longs, step: Floats, state: Floats, rarity: Floats, score: Floats) -> None:
    """Score of each point by its rarity and what was news before it."""
    for i in range(len(row)):
        score[i] = rarity[i]
        if not rarity[i] > 0.0:  # nothing, or not known
            continue
        s, r = state[row[i]], 1.0 / rarity[i] - 1.0
        if float(t[i]) - s[AT] > min(AGAIN * step[i], WEEK):
            s[BEST] = np.inf
        if r == 0.0 or r < TWICE * s[BEST] or (r <= TOLD < s[BEST]):
            s[BEST], s[AT] = min(r, s[BEST]), float(t[i])
        else:
            score[i] = 0.0


class News:
    """What was news of each row."""

    version = 1

    def __init__(self) -> None:
        self.state = State(self.version, {"state": np.array([np.inf, 0.0])})

    def run(self, ticks: Ticks, verdicts: Verdicts) -> None:
        """Turn the scores of verdicts, as yet the rarities of points, into those of news, in place."""
        verdicts.rarity[:] = verdicts.score
        kernel(ticks.row, ticks.t, ticks.step, self.state["state"], verdicts.rarity, verdicts.score)
