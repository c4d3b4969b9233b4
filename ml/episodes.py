"""Verdicts -> episodes, with hysteresis, so that one incident is one alert.

An episode opens at score >= OPENS. It is held by every point with score >= HOLDS. After QUIET points in a row below
HOLDS (steps without data count as quiet) it closes, by the next point that comes. While open it is raised each time its
severity grows. A series that warms up has no episodes. All counts are in points, so slow and fast series are alike.
"""

from __future__ import annotations

import numpy as np
from numba import njit

from ml.state import State
from ml.types import CLOSE, FLOORS, OPEN, RAISE, Changes, Floats, Longs, Rows, Small, Ticks, Verdicts

OPENS = FLOORS[0]
HOLDS = 0.5
QUIET = 6
FLOOR1, FLOOR2, FLOOR3 = FLOORS[1:]
OPENED, LAST, POINTS, SEVERITY, PEAK_AT, DETECTOR, SILENT, ISOPEN = range(8)  # columns of whole numbers
SCORE, VALUE, EXPECTED, LO, HI = range(5)  # columns of floats


@njit(cache=True, nogil=True)
def severity(score: float) -> int:
    """Index into SEVERITIES of a score >= OPENS."""
    return int(score >= FLOOR1) + int(score >= FLOOR2) + int(score >= FLOOR3)


@njit(cache=True, nogil=True)
def quiet(dt: float, step: float, score: float) -> int:
    """Quiet points up to and with this one: steps without data, and the point itself when it does not hold."""
    missing = min(int(dt / step + 0.5), QUIET + 1) - 1 if step > 0.0 else 0
    return max(missing, 0) + (0 if score >= HOLDS else 1)


@njit(cache=True, nogil=True)
def note(out: Longs, what: Floats, at: int, verb: int, point: int, row: int, whole: Longs, real: Floats) -> int:
    """Write one change at `at`; gives back the next place."""
    out[at, 0], out[at, 1], out[at, 2] = verb, point, row
    out[at, 3:9] = whole[:6]
    what[at] = real
    return at + 1


@njit(cache=True, nogil=True)
def kernel(
    row: Rows,
    t: Longs,
    dt: Floats,
    step: Floats,
    detector: Small,
    seen: Floats,
    whole_state: Longs,
    real_state: Floats,
    out: Longs,
    what: Floats,
) -> int:
    """`seen`: [points, 5] score, value, expected, lo, hi. `out`, `what`: room for two changes a point. -> how many."""
    at = 0
    for i in range(len(row)):
        whole, real = whole_state[row[i]], real_state[row[i]]
        score = seen[i, SCORE]
        is_open = whole[ISOPEN] == 1
        if is_open:
            whole[SILENT] += quiet(dt[i], step[i], score)
            if whole[SILENT] >= QUIET:
                whole[ISOPEN] = 0
                at = note(out, what, at, CLOSE, i, row[i], whole, real)
                is_open = False
        if is_open and score >= HOLDS:
            whole[SILENT] = 0
            whole[LAST] = t[i]
            whole[POINTS] += 1
        opens = not is_open and score >= OPENS
        if opens:
            whole[OPENED], whole[LAST], whole[POINTS], whole[SILENT], whole[ISOPEN] = t[i], t[i], 1, 0, 1
        if opens or (is_open and score > real[SCORE]):
            before = whole[SEVERITY]
            whole[SEVERITY], whole[PEAK_AT], whole[DETECTOR] = severity(score), t[i], detector[i]
            real[:] = seen[i]
            if opens or whole[SEVERITY] > before:
                at = note(out, what, at, OPEN if opens else RAISE, i, row[i], whole, real)
    return at


class Episodes:
    """The open episode of each row, or none."""

    version = 1

    def __init__(self) -> None:
        self.state = State(self.version, {"whole": np.zeros(8, np.int64), "real": np.zeros(5)})

    def run(self, ticks: Ticks, verdicts: Verdicts, carried: tuple[Floats, Floats, Floats]) -> Changes:
        """What each point changed. `carried`: expected, lo, hi of the detector that carried its score."""
        n = len(ticks)
        out, what = np.empty((2 * n, 9), np.int64), np.empty((2 * n, 5))
        seen = np.stack([verdicts.score, ticks.v, *carried], axis=1)
        state = (self.state["whole"], self.state["real"])
        count = kernel(ticks.row, ticks.t, ticks.dt, ticks.step, verdicts.detector, seen, *state, out, what)
        o, w = out[:count], what[:count]
        return Changes(
            verb=o[:, 0].astype(np.int8),
            point=o[:, 1].copy(),
            row=o[:, 2].astype(np.int32),
            opened_at=o[:, 3].copy(),
            last_at=o[:, 4].copy(),
            points=o[:, 5].copy(),
            severity=o[:, 6].astype(np.int8),
            peak_at=o[:, 7].copy(),
            detector=o[:, 8].astype(np.int8),
            score=w[:, SCORE].copy(),
            value=w[:, VALUE].copy(),
            expected=w[:, EXPECTED].copy(),
            lo=w[:, LO].copy(),
            hi=w[:, HI].copy(),
        )
