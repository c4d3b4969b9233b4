"""Trends that reach back beyond memory: the database's past and memory's present as one, each point once.

Memory holds everything from `cut` on, a quarter of an hour's beginning; what lies before is asked of the database. When
that fails memory answers with what it has, and `caveats` says so (S3-04).
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TypeVar

import numpy as np

from db.fold import numbers
from db.folding import merge
from db.memory import folds
from db.memory.archive import MemoryArchive
from db.memory.core import Memory
from db.memory.mirror import FAILS, Database, Mirror
from db.packed import FOLD, NUMBER, Rows
from db.records import QUARTER_US, Bands, Folded, Ids, Points, Times, to_us

T = TypeVar("T")
READ_WITHIN = 10.0
MOST_RAW = 5_000_000


class MergedArchive(MemoryArchive):
    """`db.store.Archive` on both. Series, anomalies and alerts are memory's."""

    def __init__(self, memory: Memory, mirror: Mirror) -> None:
        super().__init__(memory)
        self._mirror = mirror

    def _cut(self) -> int:
        return -(-self._memory.complete() // QUARTER_US) * QUARTER_US

    async def _with_past(
        self, start: int, past: Callable[[Database], Awaitable[T]], present: Callable[[], Awaitable[T]]
    ) -> T:
        """What both say, or memory alone, when it holds all, or the database does not answer."""
        database = self._mirror.readable
        if database is not None and start < self._cut():
            try:
                async with asyncio.timeout(READ_WITHIN):
                    return await past(database)
            except FAILS as problem:
                self._mirror.failed(problem)
        return await present()

    async def _ids(self, tenant: int, ids: Ids) -> Ids:
        return np.array(await self._mirror.ids(tenant, ids.tolist()), np.int32)

    async def fold(self, tenant: int, ids: Ids, groups: Ids, edges: Times, level: str, *, ends: bool = True) -> Folded:
        """See `Archive.fold`."""
        own, cut = super().fold, self._cut()

        async def both(database: Database) -> Folded:
            theirs, before, after, at = await self._ids(tenant, ids), *_split(edges, cut)
            old = await database.archive.fold(tenant, theirs, groups, before, level, ends=ends)
            if len(after) < 2:
                return old
            return merge(np.concatenate([_rows(old, 0, 0), _rows(await own(tenant, ids, groups, after, level), at, 1)]))

        return await self._with_past(
            int(edges[0]), both, lambda: own(tenant, ids, groups, edges, level, ends=ends)
        )  # fmt: skip

    async def increase(self, tenant: int, ids: Ids, groups: Ids, edges: Times) -> Folded:
        """See `Archive.increase`. What grew between the last point before the cut and the first after is added."""
        own, cut = super().increase, self._cut()

        async def both(database: Database) -> Folded:
            theirs, before, after, at = await self._ids(tenant, ids), *_split(edges, cut)
            old = await database.archive.increase(tenant, theirs, groups, before)
            if len(after) < 2:
                return old
            each = np.arange(len(ids), dtype=np.int32)
            ends = await database.archive.fold(tenant, theirs, each, before[[0, -1]], "samples_15m")
            new = await own(tenant, ids, groups, after)
            parts = [_numbers(old, "sum", 0), _numbers(new, "sum", at), self._bridge(ids, groups, after, ends, at)]
            return _summed(np.concatenate(parts))

        return await self._with_past(int(edges[0]), both, lambda: own(tenant, ids, groups, edges))

    def _bridge(self, ids: Ids, groups: Ids, after: Times, ends: Folded, at: int) -> Rows:
        """The growth over the cut, one row a series that has points on both sides."""
        last = dict(zip(ends.group.tolist(), ends.last.tolist(), strict=True))
        with self._memory.lock:
            windows = folds.window_rows(self._memory, ids, int(after[0]), int(after[-1]))
        found = []
        for position, series in enumerate(ids.tolist()):
            mine = windows[windows["id"] == series]
            if position in last and len(mine):
                first, before = float(mine["first"][0]), last[position]
                bucket = int(np.searchsorted(after, max(int(mine["t"][0]), int(after[0])), "right")) - 1
                found.append((groups[position], bucket + at, 0, first - before if first >= before else first))
        return np.array(found, NUMBER)

    async def raw(self, tenant: int, ids: Ids, start: int, stop: int, limit: int) -> Points:
        """See `Archive.raw`."""
        own, cut = super().raw, self._cut()

        async def both(database: Database) -> Points:
            theirs = await self._ids(tenant, ids)
            old = await database.archive.raw(tenant, theirs, start, min(stop, cut), limit)
            order = np.argsort(theirs)
            points = [Points(ids[order][np.searchsorted(theirs[order], old.ids)], old.t, old.v)]
            if stop > cut:
                points.append(await own(tenant, ids, max(start, cut), stop, limit))
            all_ = Points.concat(points)
            return all_[np.lexsort((all_.t, all_.ids))][:limit]

        return await self._with_past(start, both, lambda: own(tenant, ids, start, stop, limit))

    async def quantile(self, tenant: int, ids: Ids, groups: Ids, edges: Times, q: float) -> Folded:
        """See `Archive.quantile`. The bucket in which the cut lies is made of the raw points of both."""
        own, cut = super().quantile, self._cut()

        async def both(database: Database) -> Folded:
            theirs, k = await self._ids(tenant, ids), int(np.searchsorted(edges, cut, "right")) - 1
            if k >= len(edges) - 1:
                return await database.archive.quantile(tenant, theirs, groups, edges, q)
            parts = [np.zeros(0, NUMBER)]
            if k > 0:
                old = await database.archive.quantile(tenant, theirs, groups, edges[: k + 1], q)
                parts.append(_numbers(old, "last", 0))
            points = await self.raw(tenant, ids, int(edges[k]), int(edges[k + 1]), MOST_RAW)
            parts.append(_numbers(folds.quantile_of(points, ids, groups, edges[k : k + 2], q), "last", k))
            if k + 2 < len(edges):
                parts.append(_numbers(await own(tenant, ids, groups, edges[k + 1 :], q), "last", k + 1))
            return numbers(np.concatenate(parts), "last")

        return await self._with_past(int(edges[0]), both, lambda: own(tenant, ids, groups, edges, q))

    async def bands(self, tenant: int, ids: Ids, start: int, stop: int) -> Bands:
        """See `Archive.bands`."""
        own, cut = super().bands, self._cut()

        async def both(database: Database) -> Bands:
            theirs = await self._ids(tenant, ids)
            old = await database.archive.bands(tenant, theirs, start, min(stop, cut))
            order = np.argsort(theirs)
            old_ids = ids[order][np.searchsorted(theirs[order], old.ids)]
            new = await own(tenant, ids, max(start, cut), max(stop, cut))
            columns = [np.concatenate([old_ids, new.ids])]
            columns += [np.concatenate([getattr(old, n), getattr(new, n)]) for n in ("t", "expected", "lo", "hi")]
            by = np.lexsort((columns[1], columns[0]))
            return Bands(*(column[by] for column in columns))

        return await self._with_past(start, both, lambda: own(tenant, ids, start, stop))

    async def horizon(self, tenant: int, ids: Ids) -> tuple[datetime | None, datetime | None]:
        """See `Archive.horizon`."""
        own = await super().horizon(tenant, ids)

        async def both(database: Database) -> tuple[datetime | None, datetime | None]:
            old, _ = await database.archive.horizon(tenant, await self._ids(tenant, ids))
            return min((t for t in (old, own[0]) if t is not None), default=None), own[1]

        async def alone() -> tuple[datetime | None, datetime | None]:
            return own

        return await self._with_past(0, both, alone)

    async def closed_before(self, start: datetime, stop: datetime) -> datetime | None:
        """See `Archive.closed_before`."""
        own = super().closed_before
        return await self._with_past(
            to_us(start), lambda database: database.archive.closed_before(start, stop), lambda: own(start, stop)
        )

    async def caveats(self, tenant: int, start: int, stop: int) -> list[str]:
        """See `Archive.caveats`."""
        if self._mirror.readable is not None or start >= self._cut():
            return []
        said = await super().caveats(tenant, start, stop)
        if self._mirror.enabled:
            why = self._mirror.reason or "it has not everything yet"
            return [f"The database was left out of this answer ({why}): it holds what memory does not."]
        return said


def _split(edges: Times, cut: int) -> tuple[Times, Times, int]:
    """Edges before the cut and from it on, and the bucket in which the second begin."""
    at = int(np.searchsorted(edges, cut, "right")) - 1
    if cut >= edges[-1]:
        return edges, edges[-1:], len(edges) - 1
    before = np.append(edges[edges < cut], cut).astype(np.int64)
    return before, np.append(np.int64(cut), edges[edges > cut]).astype(np.int64), at


def _rows(folded: Folded, shift: int, when: int) -> Rows:
    rows = np.zeros(len(folded.group), FOLD)
    rows["group"], rows["bucket"] = folded.group, folded.bucket + shift
    for name in ("n", "sum", "min", "max", "first", "last"):
        rows[name] = getattr(folded, name)
    rows["first_at"] = rows["last_at"] = when
    return rows


def _numbers(folded: Folded, column: str, shift: int) -> Rows:
    rows = np.zeros(len(folded.group), NUMBER)
    rows["group"], rows["bucket"], rows["n"] = folded.group, folded.bucket + shift, folded.n
    rows["value"] = getattr(folded, column)
    return rows


def _summed(rows: Rows) -> Folded:
    return folds.summed(
        rows["group"].astype(np.int64), rows["bucket"].astype(np.int64), rows["n"].astype(np.int64),
        rows["value"].astype(np.float64),
    )  # fmt: skip
