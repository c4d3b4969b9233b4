"""History for scheduled models: many series at once, on one regular grid.

Exact at any moment, because it goes the way of trends (`db.archive`): rollups where they are complete, raw points where
they are not. A bucket holds what the series means by default: the mean of a gauge, the growth a second of a counter,
the sum of amounts and events.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import TracebackType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from db import fold as folds
from db.folding import cells
from db.packed import POINT, WINDOW, Rows, ids_of, times_of, unpack
from db.pool import Pool, open_pool
from db.queries import for_asyncpg
from db.records import Ids, Kind, Times, Values, from_us, to_us
from db.settings import DatabaseSettings

Values2 = NDArray[np.float64]
"""float64[series, buckets]."""

MINUTE_US = 60_000_000
LEVEL = {15 * MINUTE_US: "samples_15m", 60 * MINUTE_US: "samples_1h", 1440 * MINUTE_US: "samples_1d"}
"""Steps of grids that rollups hold. Other steps are folded from raw points."""
ADDED = frozenset({Kind.money, Kind.event})
"""Kinds of which an empty bucket is 0: nothing was spent, nothing happened."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A series as models know it. `newest`: time of its newest point, `step_us`: the usual distance of its points."""

    id: int
    tenant: int
    metric: str
    labels: dict[str, str]
    unit: str | None
    kind: Kind
    newest: datetime
    step_us: int | None

    @property
    def agg(self) -> str:
        """What a bucket of its history holds, as trends call it."""
        return "sum" if self.kind in ADDED else "rate" if self.kind is Kind.counter else "avg"

    @property
    def name(self) -> str:
        """In text: `cpu.load on host=a`."""
        labels = ", ".join(f"{key}={value}" for key, value in sorted(self.labels.items()))
        return f"{self.metric} on {labels}" if labels else self.metric


@dataclass(frozen=True, slots=True)
class Grid:
    """Row i is series `ids[i]`; column j the bucket [t[j], t[j] + step) us. v: float64[series, buckets], nan where
    nothing is known."""

    ids: Ids
    t: Times
    step: int
    v: Values2

    def row(self, series: int) -> Values:
        """The values of a series."""
        values: Values = self.v[int(np.flatnonzero(self.ids == series)[0])]
        return values

    def span(self) -> NDArray[np.int64]:
        """For each series the time from its first bucket with a value to the end of the grid, us; 0: no value."""
        known = ~np.isnan(self.v)
        first = np.where(known.any(axis=1), known.argmax(axis=1), self.v.shape[1])
        spans: NDArray[np.int64] = (self.v.shape[1] - first).astype(np.int64) * self.step
        return spans

    def keep(self, rows: NDArray[np.bool_]) -> Grid:
        """Some of the series."""
        return Grid(self.ids[rows], self.t, self.step, self.v[rows])


class History:
    """One connection for loading. Use it as a context manager, outside of event loops."""

    def __init__(self, config: DatabaseSettings) -> None:
        self._config = config

    def __enter__(self) -> History:
        self._runner = asyncio.Runner()
        self._pool: Pool = self._runner.run(open_pool(self._config.database_url, 1))
        return self

    def __exit__(self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None) -> None:
        self._runner.run(self._pool.close())
        self._runner.close()

    def load(self, tenant: int, subjects: Sequence[Subject], start: int, stop: int, step: int) -> Grid:
        """The grid over [start, stop) us, both on the step's own grid (counted from 1970). All series are the tenant's.

        What is not over yet for a series (by its newest point and its usual step) is nan. Raises `NotFound` for a
        series of another tenant, `RawGone` when retention dropped what this needs.
        """
        edges = np.arange(start, stop + 1, step, dtype=np.int64)
        ids = np.array([one.id for one in subjects], np.int32)
        v = np.full((len(ids), len(edges) - 1), np.nan)
        for agg in ("avg", "sum", "rate"):
            mine = np.array([one.agg == agg for one in subjects], np.bool_)
            if mine.any():
                v[mine] = self._runner.run(self._load(tenant, ids[mine], edges, step, agg))
        for row, one in zip(v, subjects, strict=True):
            finish(row, edges, one)
        return Grid(ids, edges[:-1], step, v)

    async def _load(self, tenant: int, ids: Ids, edges: Times, step: int, agg: str) -> Values2:
        """float64[series, buckets]. Series that wait for a refresh are folded, the others are read as they stand."""
        start, stop = int(edges[0]), int(edges[-1])
        v = np.full((len(ids), len(edges) - 1), np.nan)
        async with folds.snapshot(self._pool) as conn:
            await folds.own(conn, tenant, ids)
            if step not in LEVEL:
                return _placed(await _raw_rows(conn, ids, start, stop, step), v, ids, start, step, agg)
            level = LEVEL[step]
            await folds.kept(conn, ids, start, stop, level, self._config)
            late = np.isin(ids, (await folds.dirty_inside(conn, ids, start, stop)).ids)
            if not late.all():
                rows = await _rollup_rows(conn, ids[~late], start, stop, level, agg)
                v[~late] = _placed(rows, v[~late], ids[~late], start, step, agg)
            if late.any():
                v[late] = await _folded(conn, ids[late], edges, level, agg)
        return v


async def _folded(conn: Any, ids: Ids, edges: Times, level: str, agg: str) -> Values2:
    groups, size = np.arange(len(ids), dtype=np.int32), (len(ids), len(edges) - 1)
    if agg == "rate":
        grown = await folds.increase(conn, ids, groups, edges)
        rate: Values2 = cells(grown, "sum", *size).v * (1e6 / int(edges[1] - edges[0]))
        return rate
    return cells(await folds.fold(conn, ids, groups, edges, level, ends=False), agg, *size).v


async def _rollup_rows(conn: Any, ids: Ids, start: int, stop: int, level: str, agg: str) -> Rows:
    sql = for_asyncpg("models")
    where = {"ids": ids.tolist(), "lo": from_us(start), "hi": from_us(stop), "level": level}
    if agg == "rate":
        return unpack(await sql.rollup_windows(conn, **where), WINDOW)
    return unpack(await sql.rollup_values(conn, **where, mean=agg == "avg"), POINT)


async def _raw_rows(conn: Any, ids: Ids, start: int, stop: int, step: int) -> Rows:
    where = {"ids": ids.tolist(), "lo": from_us(start), "hi": from_us(stop)}
    return unpack(await for_asyncpg("models").raw_buckets(conn, **where, step=timedelta(microseconds=step)), WINDOW)


def _placed(rows: Rows, into: Values2, ids: Ids, start: int, step: int, agg: str) -> Values2:
    """Rows of series `ids`, put where their series and time belong."""
    if agg == "rate":
        rows = rows[np.lexsort((rows["t"], rows["id"]))]
    order = np.argsort(ids)
    at = order[np.searchsorted(ids[order], ids_of(rows))], (times_of(rows) - start) // step
    if agg == "rate":
        into[at] = growth(rows) * (1e6 / step)
    elif "v" in (rows.dtype.names or ()):
        into[at] = rows["v"]
    else:
        into[at] = rows["sum"] / rows["n"] if agg == "avg" else rows["sum"]
    return into


def growth(rows: Rows) -> Values:
    """How much a counter grew in each bucket (see `Archive.increase`), from sorted windows."""
    first, last, most = (rows[name].astype(np.float64) for name in ("first", "last", "max"))
    inside = np.where((last < first) | (most > last), most - first + last, last - first)
    if not len(rows):
        return inside
    same = np.r_[False, np.diff(rows["id"].astype(np.int64)) == 0]
    before = np.r_[0.0, last[:-1]]
    return inside + np.where(same, np.where(first >= before, first - before, first), 0.0)


def finish(row: Values, edges: Times, one: Subject) -> None:
    """Of what can be added up an empty bucket is 0 from the first value on. Of the rest, buckets that the newest point
    may not have finished are taken out."""
    if one.agg == "sum":
        known = np.flatnonzero(~np.isnan(row))
        if len(known):
            later = row[known[0] :]
            later[np.isnan(later)] = 0.0
        return
    row[edges[1:] > to_us(one.newest) + (one.step_us or 0)] = np.nan
