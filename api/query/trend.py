"""A trend: find the series, fold them, make values of the folds. An `Ask` is what is asked for, a `Trend` the find."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

import numpy as np

from api.errors import Unprocessable
from api.query.ask import ONE_POINT, QUANTILES, Agg, Ask, Groups, find, usual
from api.query.window import (
    MOST_POINTS,
    Window,
    bounds_of,
    bucket_of,
    grain,
    too_many,
    window_of,
)
from db import folding
from db.calendar import level_of, zone_of
from db.errors import RawGone
from db.folding import Cells
from db.records import Folded, Ids, Points, Times, Values, to_us
from db.settings import DatabaseSettings
from db.store import Archive

MOST_CELLS = 500_000
MOST_RAW_POINTS = 5_000_000
"""Points that one question about percentiles may sort."""


@dataclass
class Trend:
    """What was found. `points` instead of `cells` when the buckets are raw; `through` us, None without points."""

    ask: Ask
    agg: Agg
    window: Window
    groups: Groups
    source: str
    through: int | None
    settled: bool
    totals: Values
    cells: Cells | None = None
    points: Points | None = None
    warnings: list[str] = field(default_factory=list)


async def trend_of(ask: Ask, archive: Archive, config: DatabaseSettings) -> Trend:
    """Answer a question. Raises `NotFound`, `Invalid`, `Unprocessable`, `RawGone`."""
    zone, groups = zone_of(ask.timezone), await find(ask, archive)
    start, stop, now = await bounds_of(ask.start, ask.stop, ask.time_range, archive, ask.tenant, groups.ids)
    warnings: list[str] = []
    if snapped := start % await grain(start, now, archive, config):
        start -= snapped
        warnings.append(
            "`from` was moved back to where a rollup begins: the raw points there were dropped by retention."
        )
    agg = ask.agg or usual(ask.metric, groups.kinds)
    bucket, points = await _bucket(ask, agg, groups, start, stop, archive)
    relative = ask.time_range is not None or (ask.start is None and ask.stop is None)
    window = window_of(start, stop, now, bucket, zone, ask.week_start, relative=relative)
    if window.buckets > MOST_POINTS or window.buckets * len(groups.labels) > MOST_CELLS:
        raise Unprocessable(
            too_many(bucket, stop - start) if window.buckets > MOST_POINTS else
            f"That would be more than {MOST_CELLS} points. Ask for a coarser bucket than {bucket}, or fewer groups."
        )  # fmt: skip
    newest, waiting = await archive.progress(ask.tenant, groups.ids)
    found = Trend(ask, agg, window, groups, "samples", _through(stop, newest, waiting), False, np.empty(0))
    found.settled = found.through is not None and _settled(found, newest, waiting)
    found.warnings = warnings
    if points is not None:
        found.points, found.totals = points, _raw_totals(points, agg, groups)
    else:
        await _compute(found, archive)
    return found


async def _bucket(
    ask: Ask, agg: Agg, groups: Groups, start: int, stop: int, archive: Archive
) -> tuple[str, Points | None]:
    """The bucket, with the points when it is raw. `auto` takes raw where that is an answer, is there, and is short."""
    bucket = bucket_of(ask.bucket, stop - start)
    if bucket != "raw":
        return bucket, None
    chosen = ask.bucket == "raw"
    if chosen and agg not in ONE_POINT:
        raise Unprocessable(f"A single point has no {agg}. Ask for bucket=15m or longer, or for another agg.")
    if not chosen and (agg not in ONE_POINT or (groups.sizes() > 1).any()):
        return "15m", None
    most = min(MOST_CELLS, MOST_POINTS * len(groups.labels))
    try:
        points = await archive.raw(ask.tenant, groups.ids, start, stop, most + 1)
    except RawGone:
        if chosen:
            raise
        return "15m", None
    if len(points) <= most and np.bincount(_group_of(points, groups), minlength=1).max(initial=0) <= MOST_POINTS:
        return "raw", points
    if chosen:
        raise Unprocessable(too_many("raw", stop - start))
    return "15m", None


def _through(stop: int, newest: datetime | None, waiting: datetime | None) -> int | None:
    if newest is None:
        return None
    return min([stop, to_us(newest)] + ([to_us(waiting)] if waiting else []))


def _settled(found: Trend, newest: datetime | None, waiting: datetime | None) -> bool:
    """Whether no more points are expected in the window: nothing waits, and the newest point is at most a step away."""
    arrived = waiting is None or to_us(waiting) >= found.window.stop
    return arrived and newest is not None and to_us(newest) + found.groups.step >= found.window.stop


async def _compute(found: Trend, archive: Archive) -> None:
    window, groups, agg = found.window, found.groups, found.agg
    shape = len(groups.labels), window.buckets
    if agg in QUANTILES:
        await _countable(found.ask.tenant, groups, window.edges, agg, archive)
        asked = groups.ids, groups.of, window.edges, QUANTILES[agg]
        each, whole = await archive.quantiles(found.ask.tenant, *asked)
        found.cells, found.totals = folding.cells(each, "last", *shape), folding.totals(whole, "last", shape[0])
        return
    folded = await fold(found.ask.tenant, groups, window.edges, agg, archive)
    found.source = "samples_15m" if agg == "rate" else level(agg, groups, window.edges)
    through = window.stop if found.through is None else found.through
    if agg == "rate":
        grown = folding.cells(folded, "sum", *shape)
        found.cells = Cells(folding.rate(grown.v, window.edges, through), grown.n)
        both = np.array([window.start, window.stop], np.int64)
        found.totals = folding.rate(folding.totals(folded, "sum", shape[0])[:, None], both, through)[:, 0]
        return
    found.cells = folding.cells(folded, agg, *shape)
    found.totals = folding.totals(folded, agg, shape[0])


async def fold(tenant: int, groups: Groups, edges: Times, agg: Agg, archive: Archive) -> Folded:
    """The fold that an aggregate is made of."""
    if agg == "rate":
        return await archive.increase(tenant, groups.ids, groups.of, edges)
    if agg in QUANTILES:
        await _countable(tenant, groups, edges, agg, archive)
        return await archive.quantile(tenant, groups.ids, groups.of, edges, QUANTILES[agg])
    return await archive.fold(
        tenant, groups.ids, groups.of, edges, level(agg, groups, edges), ends=agg in ("first", "last")
    )


async def _countable(tenant: int, groups: Groups, edges: Times, agg: Agg, archive: Archive) -> None:
    """Raises `Unprocessable` where there are too many points for percentiles."""
    both = edges[[0, -1]]
    count = await archive.fold(tenant, groups.ids, groups.of, both, level_of(both[1:-1]), ends=False)
    if (n := int(count.n.sum())) > MOST_RAW_POINTS:
        raise Unprocessable(f"{agg} would have to sort {n} points. Ask for fewer series or a shorter range.")


def level(agg: Agg, groups: Groups, edges: Times) -> str:
    """The rollup that answers."""
    by_time = agg in ("first", "last") and (groups.sizes() > 1).any()
    return "samples_15m" if by_time else level_of(edges[1:-1])


async def total(found: Trend, start: int, stop: int, archive: Archive) -> Values:
    """The aggregate of each group over all of [start, stop)."""
    edges = np.array([start, stop], np.int64)
    folded = await fold(found.ask.tenant, found.groups, edges, found.agg, archive)
    column = "last" if found.agg in QUANTILES else "sum" if found.agg == "rate" else found.agg
    values = folding.totals(folded, column, len(found.groups.labels))
    return values / ((stop - start) / 1e6) if found.agg == "rate" else values


def _group_of(points: Points, groups: Groups) -> Ids:
    order = np.argsort(groups.ids)
    return groups.of[order][np.searchsorted(groups.ids[order], points.ids)]


def split(points: Points, groups: Groups) -> list[Points]:
    """Raw points of each group, by time."""
    points = points[np.lexsort((points.ids, points.t))]
    of = _group_of(points, groups)
    return [points[of == group] for group in range(len(groups.labels))]


def _raw_totals(points: Points, agg: Agg, groups: Groups) -> Values:
    def one(v: Values) -> float:
        if not len(v):
            return float("nan")
        if agg in QUANTILES:
            return float(np.quantile(v, QUANTILES[agg]))
        if agg in ("first", "last"):
            return float(v[0 if agg == "first" else -1])
        return float({"avg": v.mean(), "sum": v.sum(), "min": v.min(), "max": v.max()}[agg])

    return np.array([one(part.v) for part in split(points, groups)])
