"""Journal rows -> verdicts and changes of episodes: a function of the rows, of what came before them, and of the
policies in force. No clock, and nothing of the database that may have changed meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from db import metrics
from db.policies import LEVELS
from db.records import QUARTER_US, Bands, Ids, Points, Severity, Times, to_us
from db.work import EpisodeChange, EpisodeVerb, JournalRow
from ml.policy import Policies, Policy
from ml.types import CLOSE, OPEN, Changes, Verdicts
from ml.watch import Watch
from workers.levels import LevelKeeper
from workers.registry import ADDITIVE, Describe, Registry

Rows = NDArray[np.int32]
Flags = NDArray[np.bool_]
Rules = Callable[[Ids], dict[int, dict[str, Any]]]
VERBS: tuple[EpisodeVerb, ...] = ("open", "raise", "close")
SEVERITIES = tuple(Severity)


@dataclass(frozen=True)
class Outcome:
    """What a take came to, before it is written. `live`: for each of `revised`, whether it may be told of."""

    fresh: Points
    revised: Points
    live: Flags
    doubles: int
    changes: list[EpisodeChange]
    bands: Bands


class Scoring:
    """The detectors of a shard, with what they have to know of its series.

    `touched`: blocks of state that changed since it was last emptied. `points`: how many since then. `untold`: rows
    whose open episode nobody was told of, because history opened it.
    """

    def __init__(self, describe: Describe, max_age_us: int) -> None:
        self.registry = Registry(describe)
        self.watch = Watch()
        self.policies = Policies()
        self.levels = LevelKeeper()
        self.touched: set[int] = set()
        self.untold = np.zeros(0, np.bool_)
        self._max_age_us = max_age_us
        self._rules: Rules = lambda _: {}

    def judge_by(self, rules: Rules) -> None:
        """Rules (series ids -> keywords of `Policy`) for all series from the next point on."""
        self._rules = rules
        self.policies = Policies()
        self.levels.forget_rules()
        self._learn_rules(0)

    def know(self, ids: Ids) -> None:
        """The series of a predecessor, in the order of their rows."""
        self.registry.restore(ids)
        self.watch.ensure(len(ids))
        self._make_room(0)

    def absorb(self, rows: list[JournalRow]) -> Outcome:
        """Run rows through the detectors."""
        points = Points.concat([row.points for row in rows])
        live = _live(rows, self._max_age_us)
        if not len(points):
            return Outcome(points, points, live, 0, [], no_bands())
        order = np.lexsort((points.t, points.ids))
        points, live = points[order], live[order]
        known = len(self.registry)
        row_of = self.registry.rows(points)
        if len(self.registry) > known:
            self._make_room(known)
            self._learn_rules(known)
        additive = row_of == ADDITIVE
        last = np.ones(len(points), bool)  # of several with one (series, time) the latest, as the sort is stable
        last[:-1] = (points.ids[1:] != points.ids[:-1]) | (points.t[1:] != points.t[:-1])
        keep = last | additive
        points, live, row_of, additive = points[keep], live[keep], row_of[keep], additive[keep]
        newest = self.watch.newest[np.where(additive, 0, row_of)] if len(self.registry) else np.zeros(len(points))
        newer = ~additive & (points.t > newest)
        scored, scored_rows = points[newer], row_of[newer]
        bands_at = first_of_window(scored, newest[newer])
        changes, bands = self._score(scored, scored_rows, live[newer], bands_at)
        self.touched.update(np.unique(scored_rows // Watch.BLOCK).tolist())
        late = ~newer & ~additive
        return Outcome(points[newer | additive], points[late], live[late], int((~keep).sum()), changes, bands)

    def _make_room(self, known: int) -> None:
        rows = np.arange(known, len(self.registry), dtype=np.int32)
        self.watch.ensure(len(self.registry))
        self.watch.mark_counters(rows[self.registry.counters[known:]])
        self.untold = np.concatenate([self.untold[:known], np.zeros(len(rows), np.bool_)])

    def _learn_rules(self, known: int) -> None:
        for series, rules in self._rules(self.registry.ids[known:]).items():
            row = self.registry.row_of(series)
            self.levels.learn(row, rules)
            self.policies.set(row, Policy(**{name: rules[name] for name in rules.keys() - set(LEVELS)}))

    def _score(
        self, points: Points, rows: Rows, live: Flags, bands_at: NDArray[np.int64]
    ) -> tuple[list[EpisodeChange], Bands]:
        if not len(points):
            return [], no_bands()
        with metrics.score_seconds.time():
            verdicts, changes = self.watch.run(rows, points.t, points.v, self.policies)
        told = [told for i in range(len(changes)) for told in self._tell(changes, i, points, rows, live)]
        told += self.levels.run(points, rows, live, self.registry.tenants)
        return told + self._late_news(points, rows, live), bands_of(points, verdicts, bands_at)

    def _tell(self, changes: Changes, i: int, points: Points, rows: Rows, live: Flags) -> Iterator[EpisodeChange]:
        """A change; before it, if that was left out, that the episode began."""
        at, row, verb = int(changes.point[i]), int(changes.row[i]), int(changes.verb[i])
        t = int(points.t[at])
        if verb == OPEN:
            self.untold[row] = not live[at]
            yield self.change(changes, i, "open", t, told=bool(live[at]))
            return
        if self.untold[row] and self._held_live(changes, i, points, rows, live):
            self.untold[row] = False
            yield self.change(changes, i, "tell", t)
            if verb != CLOSE:
                return
        if verb == CLOSE:
            self.untold[row] = False
        yield self.change(changes, i, VERBS[verb], t)

    def _late_news(self, points: Points, rows: Rows, live: Flags) -> list[EpisodeChange]:
        """Episodes that history opened and live points hold: they are told of now."""
        asked = np.unique(rows[live & self.untold[rows]])
        if not len(asked):
            return []
        going = self.watch.ongoing(asked)
        held = [i for i in range(len(going)) if self._held_live(going, i, points, rows, live)]
        self.untold[going.row[held]] = False
        return [self.change(going, i, "tell", int(going.last_at[i])) for i in held]

    def _held_live(self, changes: Changes, i: int, points: Points, rows: Rows, live: Flags) -> bool:
        """Whether a live point lies between the episode's first and newest unusual point."""
        start, stop = np.searchsorted(rows, [changes.row[i], changes.row[i] + 1])
        mine = points.t[start:stop][live[start:stop]]
        return bool(((mine >= changes.opened_at[i]) & (mine <= changes.last_at[i])).any())

    def change(self, changes: Changes, i: int, verb: EpisodeVerb, t: int, *, told: bool = True) -> EpisodeChange:
        """Change i of a run, as it is stored."""
        row = int(changes.row[i])
        return EpisodeChange(
            verb=verb,
            tenant=int(self.registry.tenants[row]),
            series_id=int(self.registry.ids[row]),
            t=t,
            opened_at=int(changes.opened_at[i]),
            last_at=int(changes.last_at[i]),
            points=int(changes.points[i]),
            score=float(changes.score[i]),
            severity=SEVERITIES[changes.severity[i]],
            peak_at=int(changes.peak_at[i]),
            value=_finite(changes.value[i]),
            expected=_finite(changes.expected[i]),
            lo=_finite(changes.lo[i]),
            hi=_finite(changes.hi[i]),
            detector=self.watch.carriers[changes.detector[i]],
            reason=self.watch.reason(changes, i, self.policies),
            told=told,
        )


def _live(rows: list[JournalRow], max_age_us: int) -> Flags:
    """For each point, whether it may be told of: as its row says, or by its age when it came."""
    parts = [
        row.points.t >= to_us(row.received_at) - max_age_us
        if row.history is None
        else np.full(len(row.points), not row.history)
        for row in rows
    ]
    return np.concatenate(parts) if parts else np.empty(0, np.bool_)


def first_of_window(points: Points, newest: Times | NDArray[np.float64]) -> NDArray[np.int64]:
    """Positions of the points that are the first of their series in a 15-minute window, ever."""
    if not len(points):
        return np.empty(0, np.int64)
    before = np.empty(len(points), np.int64)
    before[1:] = points.t[:-1]
    starts = np.ones(len(points), bool)
    starts[1:] = points.ids[1:] != points.ids[:-1]
    before[starts] = newest[starts]
    return np.flatnonzero(points.t // QUARTER_US > before // QUARTER_US)


def bands_of(points: Points, verdicts: Verdicts, at: NDArray[np.int64]) -> Bands:
    """What was expected at these points, where anything was."""
    at = at[np.isfinite(verdicts.expected[at])]
    windows = points.t[at] // QUARTER_US * QUARTER_US
    return Bands(points.ids[at], windows, verdicts.expected[at], verdicts.lo[at], verdicts.hi[at])


def no_bands() -> Bands:
    """None."""
    none = np.empty(0)
    return Bands(np.empty(0, np.int32), np.empty(0, np.int64), none, none, none)


def _finite(value: Any) -> float | None:
    return float(value) if np.isfinite(value) else None
