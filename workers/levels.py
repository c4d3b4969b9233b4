"""Levels that people set, judged point by point as they come: episodes of the kind `threshold`.

What is open is known from the database, not from the detectors' state: after a restart the keeper is told what stands
(`restore`), and rows that are replayed meanwhile cause nothing. Judged is what is newer than anything of its series;
late points alert nobody. The numbers are those that were sent, of counters too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from db.policies import LEVELS
from db.records import Points, Severity
from db.work import EpisodeChange, EpisodeVerb, Held
from ml.levels import CRITICAL, WARN, Levels, turns
from ml.words import number

SEVERITY = {WARN: Severity.medium, CRITICAL: Severity.critical}
BAD = {severity: bad for bad, severity in SEVERITY.items()}


@dataclass(frozen=True)
class _Stretch:
    """Points of one series in a batch, and whether each may be told of."""

    levels: Levels
    t: NDArray[np.int64]
    v: NDArray[np.float64]
    live: NDArray[np.bool_]


class LevelKeeper:
    """The levels of a shard's series by row, and the episodes that are open."""

    def __init__(self) -> None:
        self._levels: dict[int, Levels] = {}
        self._watched = np.zeros(0, np.bool_)
        self._held: dict[int, Held] = {}

    def forget_rules(self) -> None:
        """No series has levels."""
        self._levels, self._watched = {}, np.zeros(0, np.bool_)

    def learn(self, row: int, rules: dict[str, Any]) -> None:
        """The levels of a row, if `rules` (as `ShardStore.policies` gives them) say any and it is not muted."""
        said = {name: float(rules[name]) for name in LEVELS if name in rules}
        levels = Levels(**said)
        if not levels.any or rules.get("muted"):
            return
        self._levels[row] = levels
        if row >= len(self._watched):
            grown = np.zeros(max(row + 1, 2 * len(self._watched)), np.bool_)
            grown[: len(self._watched)] = self._watched
            self._watched = grown
        self._watched[row] = True

    def restore(self, held: Iterable[Held]) -> None:
        """What is open, as the database has it."""
        self._held = {one.series_id: one for one in held}

    def run(
        self, points: Points, rows: NDArray[np.int32], live: NDArray[np.bool_], tenants: NDArray[np.int32]
    ) -> list[EpisodeChange]:
        """Judge points, sorted by (series, time). `tenants` by row."""
        if not self._levels:
            return []
        known = rows < len(self._watched)
        at = np.flatnonzero(known & self._watched[np.where(known, rows, 0)])
        if not len(at):
            return []
        cuts = np.flatnonzero(np.diff(rows[at])) + 1
        changes: list[EpisodeChange] = []
        for part in np.split(at, cuts):
            row, series = int(rows[part[0]]), int(points.ids[part[0]])
            stretch = _Stretch(self._levels[row], points.t[part], points.v[part], live[part])
            changes += self._judge(series, int(tenants[row]), stretch)
        return changes

    def orphans(self, row_of: Any) -> list[EpisodeChange]:
        """Episodes whose series has no levels any more: they are over."""
        gone = [one for series, one in self._held.items() if row_of(series) not in self._levels]
        for one in gone:
            del self._held[one.series_id]
        return [_change("close", one, Levels(), one.last_at, "Its level was removed.") for one in gone]

    def _judge(self, series: int, tenant: int, s: _Stretch) -> Iterator[EpisodeChange]:
        held = self._held.get(series)
        found = turns(s.levels, s.v, BAD[held.severity] if held else 0)
        begin = 0
        for at, bad in [*found, (len(s.t), -1)]:
            if held is not None and at > begin:
                yield from self._go_on(held, s, begin, at)
                held = self._held[series]
            begin = at
            if bad == 0:
                assert held is not None
                yield _change("close", held, s.levels, int(s.t[at]), _back(s.levels, float(s.v[at])))
                del self._held[series]
                held = None
            elif bad > 0:
                verb: EpisodeVerb = "raise" if held else "open"
                now = _opened(series, tenant, s, at) if held is None else _with(held, s, at, at + 1)
                held = self._held[series] = replace(now, severity=SEVERITY[bad])
                begin = at + 1
                yield _change(verb, held, s.levels, int(s.t[at]))
                if not held.told and s.live[at]:  # history opened it, and this point may be told of
                    held = self._held[series] = replace(held, told=True)
                    yield _change("tell", held, s.levels, int(s.t[at]))

    def _go_on(self, held: Held, s: _Stretch, begin: int, end: int) -> Iterator[EpisodeChange]:
        """Points of an open episode that change nothing but its numbers; the first live bad one tells of it."""
        after = _with(held, s, begin, end)
        tell = not held.told and bool((s.live[begin:end] & (s.levels.bad(s.v[begin:end]) > 0)).any())
        self._held[held.series_id] = after = replace(after, told=held.told or tell)
        if tell or after != held:
            yield _change("tell" if tell else "hold", after, s.levels, int(s.t[end - 1]))


def _opened(series: int, tenant: int, s: _Stretch, at: int) -> Held:
    t = int(s.t[at])
    return Held(series, tenant, Severity.medium, t, t, 1, t, float(s.v[at]), bool(s.live[at]))


def _with(held: Held, s: _Stretch, begin: int, end: int) -> Held:
    """An episode after some more points."""
    v = s.v[begin:end]
    bad = np.flatnonzero(s.levels.bad(v))
    if not len(bad):
        return held
    excess = s.levels.excess(v)
    worst = int(np.argmax(excess))
    held = replace(held, points=held.points + len(bad), last_at=int(s.t[begin + bad[-1]]))
    if excess[worst] > s.levels.excess(np.array([held.value]))[0]:
        held = replace(held, peak_at=int(s.t[begin + worst]), value=float(v[worst]))
    return held


def _change(verb: EpisodeVerb, held: Held, levels: Levels, t: int, reason: str | None = None) -> EpisodeChange:
    lo, hi = levels.greatest_below, levels.least_above
    return EpisodeChange(
        verb=verb, tenant=held.tenant, series_id=held.series_id, t=t, opened_at=held.opened_at, last_at=held.last_at,
        points=held.points, score=1.0, severity=held.severity, peak_at=held.peak_at, value=held.value, expected=None,
        lo=lo if np.isfinite(lo) else None, hi=hi if np.isfinite(hi) else None, detector="threshold",
        reason=reason or _reason(levels, held), kind="threshold", told=held.told,
    )  # fmt: skip


def _reason(levels: Levels, held: Held) -> str:
    """Which level the worst value reached: `97 is at or above the critical level of 95.`"""
    v = held.value
    reached = [
        (v >= levels.critical_above, "above the critical level of", levels.critical_above),
        (v <= levels.critical_below, "below the critical level of", levels.critical_below),
        (v >= levels.warn_above, "above the warning level of", levels.warn_above),
        (v <= levels.warn_below, "below the warning level of", levels.warn_below),
    ]
    words, level = next(((words, level) for there, words, level in reached if there), ("beyond its level of", v))
    return f"{number(v)} is at or {words} {number(level)}."


def _back(levels: Levels, v: float) -> str:
    ends = [f"below {number(levels.least_above - levels.hysteresis)}"] if np.isfinite(levels.least_above) else []
    if np.isfinite(levels.greatest_below):
        ends.append(f"above {number(levels.greatest_below + levels.hysteresis)}")
    return f"{number(v)} is back {' and '.join(ends)}."
