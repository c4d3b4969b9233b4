"""What stored points say of a goal: its window's value, the windows before, the days before. Exact in any zone."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from db.calendar import DAY_US, level_of, zone_of
from db.errors import Conflict, RawGone
from db.goal_windows import Period, days_before, edges_before, period_of, weekdays_of
from db.goals import Goal
from db.records import QUARTER_US, Folded, Ids, Times, Values, to_us
from db.store import Archive

PACE_DAYS = 56
"""Whole days before today from which a pace is taken: eight of each weekday."""
ROLLING_DAYS = 180
"""Days for which a rolling window is looked back at."""
MOST_SERIES = 20_000
MOST_POINTS = 50_000
"""Raw points that are read to find the moment at which a target was reached."""


def tidy(value: float) -> float:
    """A sum of doubles without the dust of its last bits, to 12 digits: ten times 0.1 comes to 1."""
    return float(f"{value:.12g}")


@dataclass(frozen=True)
class Parts:
    """Columns of equal length, one row a stretch of time: int64 n, and float64 sums, extremes and last values (nan:
    nothing there)."""

    n: NDArray[np.int64]
    sum: Values
    min: Values
    max: Values
    last: Values

    def __getitem__(self, which: slice) -> Parts:
        return Parts(self.n[which], self.sum[which], self.min[which], self.max[which], self.last[which])

    def value(self, agg: str) -> float | None:
        """The aggregate over all rows, tidy; None: there are no points. Sums of nothing are 0."""
        if agg in ("sum", "increase"):
            return tidy(float(self.sum.sum()))
        if agg == "count":
            return float(self.n.sum())
        return tidy(self._level(agg)) if self.n.any() else None

    def _level(self, agg: str) -> float:
        there = self.n > 0
        match agg:
            case "avg":
                return float(self.sum.sum() / self.n.sum())
            case "min":
                return float(self.min[there].min())
            case "max":
                return float(self.max[there].max())
            case _:
                return float(self.last[there][-1])


@dataclass(frozen=True)
class Past:
    """A window that is over: [begin, end) us, its value (None: no points)."""

    begin: int
    end: int
    value: float | None


@dataclass(frozen=True)
class Measured:
    """A goal at a moment. `crossed_at` us: when the window's value came to the target, a budget's went above it.
    `days`: whole local days before today, with their weekdays, for the pace; none where the window is not going on."""

    now: int
    period: Period
    current: Parts
    value: float | None
    crossed_at: int | None
    past: list[Past] = field(default_factory=list)
    days: Parts | None = None
    weekdays: list[int] = field(default_factory=list)

    @property
    def going(self) -> bool:
        """Whether the window has begun and is not over."""
        return self.period.begin <= self.now < self.period.end


async def measure(archive: Archive, tenant: int, goal: Goal, now: int) -> Measured:
    """Raises `Conflict` when the goal is about too many series, `RawGone` when retention dropped what it needs."""
    found = await archive.find_series(tenant, goal.metric, goal.labels, 0, MOST_SERIES + 1)
    if len(found) > MOST_SERIES:
        raise Conflict(f"More than {MOST_SERIES} series match. Narrow the milestone with labels.")
    ids = np.array([row.id for row in found], np.int32)
    first, _ = await archive.horizon(tenant, ids) if found else (None, None)
    oldest = None if first is None else to_us(first)
    period = period_of(goal, now, oldest)
    if oldest is None or now < period.begin or period.end <= oldest:
        nothing = _parts(None, 0)
        return Measured(now, period, nothing, nothing.value(goal.agg), None)
    return await _measured(archive, tenant, goal, ids, period, oldest, now)


async def _measured(
    archive: Archive, tenant: int, goal: Goal, ids: Ids, period: Period, oldest: int, now: int
) -> Measured:
    stop = min(period.end, max(now, period.begin + 1))
    zone = zone_of(goal.timezone)
    windows = edges_before(goal, period, oldest)
    back = PACE_DAYS + (ROLLING_DAYS + (goal.days or 0) if goal.recurs == "rolling" else 0)
    days = days_before(stop - 1, back, zone)
    edges = np.unique(np.concatenate([windows, days, [period.begin, stop]]))
    floor = min(int(days_before(oldest, 0, zone)[0]), int(windows[0]))
    edges = edges[(edges >= floor) & (edges <= stop)]
    parts = await fold(archive, tenant, goal.agg, ids, edges)
    current = parts[int(np.searchsorted(edges, period.begin)) :]
    value = current.value(goal.agg)
    crossed = value is not None and crosses(goal, value) and (goal.grows or goal.agg == "last")
    at = await _crossed_at(archive, tenant, goal, ids, edges[edges >= period.begin], current) if crossed else None
    days = days[days >= edges[0]]
    begin, today = np.searchsorted(edges, [days[0], days[-1]]) if len(days) else (0, 0)
    whole = parts[begin:today]
    past = _rolled(goal, days, whole) if goal.recurs == "rolling" else _past(goal, windows, edges, parts)
    keep = slice(-PACE_DAYS, None)
    return Measured(
        now, period, current, value, at, past, _daily(whole, edges[begin : today + 1], days)[keep],
        weekdays_of(days[:-1], zone)[keep],
    )  # fmt: skip


async def fold(archive: Archive, tenant: int, agg: str, ids: Ids, edges: Times) -> Parts:
    """All series together between the edges, us.

    Windows of rollups lie on one side of an edge as a whole: an edge inside a quarter of an hour is an end of a fold.
    """
    inside = 1 + np.flatnonzero(edges[1:-1] % QUARTER_US)
    if len(inside):
        at = [0, *inside.tolist(), len(edges) - 1]
        parts = [await fold(archive, tenant, agg, ids, edges[i : j + 1]) for i, j in pairwise(at)]
        return Parts(*(np.concatenate([getattr(one, name) for one in parts]) for name in Parts.__annotations__))
    groups = np.zeros(len(ids), np.int32)
    if agg == "increase":
        return _parts(await archive.increase(tenant, ids, groups, edges), len(edges) - 1)
    level = level_of(edges[1:-1])
    return _parts(await archive.fold(tenant, ids, groups, edges, level, ends=agg == "last"), len(edges) - 1)


def _parts(folded: Folded | None, size: int) -> Parts:
    n, total = np.zeros(size, np.int64), np.zeros(size)
    low, high, last = (np.full(size, np.nan) for _ in range(3))
    if folded is not None:
        n[folded.bucket], total[folded.bucket] = folded.n, folded.sum
        low[folded.bucket], high[folded.bucket], last[folded.bucket] = folded.min, folded.max, folded.last
    return Parts(n, total, low, high, last)


def _past(goal: Goal, windows: Times, edges: Times, parts: Parts) -> list[Past]:
    at = np.searchsorted(edges, windows)
    spans = zip(windows[:-1].tolist(), windows[1:].tolist(), at[:-1].tolist(), at[1:].tolist(), strict=True)
    return [Past(lo, hi, parts[i:j].value(goal.agg)) for lo, hi, i, j in spans if j > i]


def _daily(parts: Parts, edges: Times, days: Times) -> Parts:
    """The parts of whole days, where edges of other windows may lie inside a day."""
    at = np.searchsorted(edges, days[:-1])
    if len(at) == len(parts.n):
        return parts
    starts = at.tolist()
    rows = [parts[i:j] for i, j in zip(starts, [*starts[1:], len(parts.n)], strict=True)]
    columns = ([row.value(agg) for row in rows] for agg in ("count", "sum", "min", "max", "last"))
    n, *rest = (np.array([np.nan if v is None else v for v in column]) for column in columns)
    return Parts(n.astype(np.int64), *rest)


def _rolled(goal: Goal, days: Times, parts: Parts) -> list[Past]:
    """The rolling window at the end of each day before today."""
    length = goal.days or 1
    ends = range(length, len(parts.n) + 1)
    return [Past(int(days[i - length]), int(days[i]), parts[i - length : i].value(goal.agg)) for i in ends]


async def _crossed_at(archive: Archive, tenant: int, goal: Goal, ids: Ids, edges: Times, parts: Parts) -> int | None:
    """When a window's value first came to the target, a budget's went above it: the time of the point, or where points
    are gone or very many, the end of the stretch in which it did."""
    at = _first(goal, parts)
    before, lo, hi = parts[:at], int(edges[at]), int(edges[at + 1])
    if hi - lo > 2 * DAY_US:
        inner = np.unique(np.append(np.arange(lo // DAY_US * DAY_US + DAY_US, hi, DAY_US), [lo, hi]))
        finer = await fold(archive, tenant, goal.agg, ids, inner)
        whole = Parts(*(np.append(getattr(before, name), getattr(finer, name)) for name in Parts.__annotations__))
        found = _first(goal, whole) - at
        before, lo, hi = whole[: at + found], int(inner[found]), int(inner[found + 1])
    if goal.agg == "increase":
        return hi
    try:
        points = await archive.raw(tenant, ids, lo, hi, MOST_POINTS + 1)
    except RawGone:
        return hi
    if len(points) > MOST_POINTS:
        return hi
    order = np.argsort(points.t, kind="stable")
    have = before.value(goal.agg) or 0.0
    steps = {"sum": points.v[order].cumsum() + have, "count": np.arange(1, len(order) + 1) + have}
    values, dust = steps.get(goal.agg, points.v[order]), 1e-11 * abs(goal.target)
    budget = goal.direction == "stay_below"
    reached = np.flatnonzero(values > goal.target + dust if budget else values >= goal.target - dust)
    return int(points.t[order][reached[0]]) if len(reached) else hi


def _first(goal: Goal, parts: Parts) -> int:
    """The first row with which the value crosses the target."""
    values = ((i, parts[: i + 1].value(goal.agg)) for i in range(len(parts.n)))
    return next((i for i, value in values if value is not None and crosses(goal, value)), len(parts.n) - 1)


def crosses(goal: Goal, value: float) -> bool:
    """Whether a value has come to the target, or a budget's is above it, to which it may come."""
    return value > goal.target if goal.direction == "stay_below" else value >= goal.target
