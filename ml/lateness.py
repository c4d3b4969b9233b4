"""How late the points of a series usually arrive: a learned tail of the lag between their time and ours.

What is observed once a pass is the lag of the newest point, or what the oldest of a batch must have waited at least,
whichever is longer: a source that sends a batch an hour is an hour late by habit. The upper 5 % begin at u (stochastic
quantile tracking, Robbins & Monro 1951); beyond it a generalised Pareto tail of fixed shape XI and learned mean m. The
limit is the lag that is exceeded ALLOWED times a week though all is well:

    limit = u + sigma / XI ((a_week q / ALLOWED)^XI - 1),   sigma = (1 - XI) m,   m from CLIP-winsorised excesses
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ml.state import State
from ml.types import FLOORS, WEEK_US, Floats, Longs

Q, XI, CLIP = 0.05, 0.15, 7.0
PRIOR_N, MEMORY, SPAN = 10.0, 500.0, 5000.0
NEW = 30.0  # observations before which nothing is winsorised: what it does at first may be its habit
SECOND = 1e6
ALLOWED = 1.0 / FLOORS[1] - 1.0  # a score of FLOORS[1], as any other alert
HISTORY = 86_400_000_000.0  # a point that arrives a day after its time is history that is filled in


class Lateness:
    """State by row, any dense numbering of series. All times in us."""

    version = 1

    def __init__(self) -> None:
        def one(value: float) -> NDArray[Any]:
            return np.array(value, np.float32)

        zero = np.zeros((), np.int64)
        numbers = {"u": one(10.0), "mean": one(2.0), "seen": one(PRIOR_N), "share": one(Q), "n": one(0.0)}
        self.state = State(self.version, {"newest": zero, "points": zero, "lag": zero, **numbers})

    def observe(
        self, rows: NDArray[np.intp], newest: Longs, points: Longs, seen: Longs, step: Floats, asked: int
    ) -> None:
        """Learn from the series whose newest point moved since the pass before, made at `asked` (0: there was none).

        `newest` and `seen` (when it was first known here), `points` so far, `step`: columns of the rows' length.
        """
        s = self.state
        before, more = s["newest"][rows], points - s["points"][rows]
        moved = (before > 0) & (newest > before)
        lag = np.maximum(seen - newest, 0).astype(float)
        due = before + np.where(more > 1, step, newest - before)
        waited = np.where(asked > 0, asked - due, 0.0)
        s["lag"][rows] = np.where((before == 0) | (newest > before), lag, s["lag"][rows])
        learnt = moved & (lag < HISTORY)
        self._learn(rows[learnt], np.maximum(lag, waited)[learnt] / SECOND)
        s["newest"][rows], s["points"][rows] = newest, points

    def _learn(self, rows: NDArray[np.intp], lag: Floats) -> None:
        s = self.state
        u, mean, seen, n = (s[name][rows].astype(float) for name in ("u", "mean", "seen", "n"))
        beyond = lag > u
        excess = np.minimum(lag - u, np.where(n < NEW, np.inf, CLIP * mean))
        s["mean"][rows] = np.where(beyond, np.maximum(mean + (excess - mean) / (seen + 1.0), 1.0), mean)
        s["seen"][rows] = np.where(beyond, np.minimum(seen + 1.0, MEMORY), seen)
        s["share"][rows] += (beyond - s["share"][rows]) / np.minimum(n + 100.0, SPAN)
        pace = (mean + 0.1 * u) * np.maximum(5.0 / (n + 50.0), 0.01) / Q
        s["u"][rows] = np.maximum(u + pace * (beyond - Q), 1.0)
        s["n"][rows] = n + 1.0

    def limit(self, rows: NDArray[np.intp], step: Floats, every: int) -> Floats:
        """us of lag that are usual at the most, when a pass is made `every` us."""
        s = self.state
        mean, seen, share = (s[name][rows].astype(float) for name in ("mean", "seen", "share"))
        a_week = WEEK_US / np.maximum(step, float(every))
        xi = XI + 1.0 / seen
        often = np.maximum(a_week * share / ALLOWED, 1.0)
        seconds: Floats = (s["u"][rows] + (1.0 - xi) * mean / xi * (often**xi - 1.0)) * SECOND
        return seconds
