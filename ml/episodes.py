"""Verdicts -> episodes, with hysteresis, so that one incident is one alert.

An episode opens at score >= OPENS. It is held by every point with rarity >= HOLDS. After QUIET points in a row below
HOLDS (steps without data count as quiet) it closes, by the next point that comes. While open it is raised each time its
severity grows. A series that warms up has no episodes. All counts are in points, so slow and fast series are alike.
"""

from __future__ import annotations

import numpy as np
from numba import njit

from ml.fuse import Three
from ml.state import State
from ml.types import CLOSE, FLOORS, OPEN, RAISE, Changes, Floats, Longs, Rows, Small, Ticks, Verdicts

OPENS = FLOORS[0]
HOLDS = 0.1
QUIET = 6
FLOOR1, FLOOR2, FLOOR3 = FLOORS[1:]
OPENED, LAST, POINTS, SEVERITY, PEAK_AT, DETECTOR, SILENT, ISOPEN = range(8)  # columns of whole numbers
SCORE, VALUE, EXPECTED, LO, HI, SEEN, SEEN_LO, SEEN_HI = range(8)  # columns of floats


@njit(cache=True, nogil=True)
def severity(score: float) -> int:
    """Index into SEVERITIES of a score >= OPENS."""
    return int(score >= FLOOR1) + int(score >= FLOOR2) + int(score >= FLOOR3)


@njit(cache=True, nogil=True)
def quiet(dt: float, step: float, rarity: float) -> int:
    """Quiet points up to and with this one: steps without data, and the point itself when it does not hold."""
    missing = min(int(dt / step + 0.5), QUIET + 1) - 1 if step > 0.0 else 0
    return max(missing, 0) + (0 if rarity >= HOLDS else 1)


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
    rarities: Floats,
    seen: tuple[Floats, ...],
    whole_state: Longs,
    real_state: Floats,
    out: Longs,
    what: Floats,
) -> int:
    """`seen`: the columns of floats. `out`, `what`: room for two changes a point. -> how many."""
    at = 0
    for i in range(len(row)):
        whole, real = whole_state[row[i]], real_state[row[i]]
        score, rarity = seen[SCORE][i], rarities[i]
        is_open = whole[ISOPEN] == 1
        if is_open:
            whole[SILENT] += quiet(dt[i], step[i], rarity)
            if whole[SILENT] >= QUIET:
                whole[ISOPEN] = 0
                at = note(out, what, at, CLOSE, i, row[i], whole, real)
                is_open = False
        if is_open and rarity >= HOLDS:
            whole[SILENT] = 0
            whole[LAST] = t[i]
            whole[POINTS] += 1
        opens = not is_open and score >= OPENS
        if opens:
            whole[OPENED], whole[LAST], whole[POINTS], whole[SILENT], whole[ISOPEN] = t[i], t[i], 1, 0, 1
        if opens or (is_open and score > real[SCORE]):
            before = whole[SEVERITY]
            whole[SEVERITY], whole[PEAK_AT], whole[DETECTOR] = severity(score), t[i], detector[i]
            for column in range(8):
                real[column] = seen[column][i]
            if opens or whole[SEVERITY] > before:
                at = note(out, what, at, OPEN if opens else RAISE, i, row[i], whole, real)
    return at


class Episodes:
    """The open episode of each row, or none."""

    version = 2

    def __init__(self) -> None:
        self.state = State(self.version, {"whole": np.zeros(8, np.int64), "real": np.zeros(8)})

    def run(self, ticks: Ticks, verdicts: Verdicts, held: Three, seen_by: Three) -> Changes:
        """What each point changed. `held`: expected, lo, hi. `seen_by`: seen, lo, hi. See `ml.fuse.carried`."""
        n = len(ticks)
        out, what = np.empty((2 * n, 9), np.int64), np.empty((2 * n, 8))
        seen = (verdicts.score, ticks.v, *held, *seen_by)
        state = (self.state["whole"], self.state["real"])
        pulse = (ticks.row, ticks.t, ticks.dt, ticks.step)
        count = kernel(*pulse, verdicts.detector, verdicts.rarity, seen, *state, out, what)
        return columns(out[:count], what[:count])

    def ongoing(self, rows: Rows) -> Changes:
        """The open episodes of these rows as they stand now, as changes with the verb OPEN and point 0."""
        rows = rows[self.state["whole"][rows, ISOPEN] == 1]
        whole = np.zeros((len(rows), 9), np.int64)
        whole[:, 0], whole[:, 2], whole[:, 3:9] = OPEN, rows, self.state["whole"][rows, :6]
        return columns(whole, self.state["real"][rows])


def columns(o: Longs, w: Floats) -> Changes:
    """Rows of `note` as named columns."""
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
        seen=w[:, SEEN].copy(),
        seen_lo=w[:, SEEN_LO].copy(),
        seen_hi=w[:, SEEN_HI].copy(),
    )
