"""What was stored, for readers: `db.store.Archive` on a pool of asyncpg connections."""

from __future__ import annotations

from datetime import datetime, timedelta

import numpy as np

from db import fold as folds
from db import percentiles, rows
from db.catalog import MetricRow, SeriesGroup
from db.errors import NotFound
from db.packed import BAND, POINT, ids_of, times_of, unpack
from db.pool import Pool
from db.queries import for_asyncpg
from db.records import (
    Bands,
    EpisodeRow,
    Folded,
    Ids,
    Points,
    SeriesRow,
    Times,
    Transition,
    from_us,
)
from db.settings import DatabaseSettings, settings

QUARTER = timedelta(minutes=15)


class PostgresArchive:
    """`db.store.Archive` on a pool. `config` says how long rollups are kept."""

    def __init__(self, pool: Pool, config: DatabaseSettings | None = None) -> None:
        self._pool = pool
        self._config = config or settings()

    async def find_series(
        self, tenant: int, metric: str | None, labels: dict[str, str], after: int, limit: int
    ) -> list[SeriesRow]:
        """See `Archive.find_series`."""
        exact, pattern = rows.match(metric)
        found = for_asyncpg("series").find_series(
            self._pool, tenant=tenant, metric=exact, pattern=pattern, labels=labels, after=after, limit=limit
        )
        return [rows.series(row) async for row in found]

    async def group_series(
        self, tenant: int, metric: str, labels: dict[str, str], by: tuple[str, ...], limit: int
    ) -> list[SeriesGroup]:
        """See `Archive.group_series`."""
        found = for_asyncpg("series").group_series(
            self._pool, tenant=tenant, metric=metric, labels=labels, names=list(by), limit=limit
        )
        return sorted([rows.group(row) async for row in found], key=lambda group: group.keys)

    async def find_metrics(self, tenant: int, metric: str | None, after: str, limit: int) -> list[MetricRow]:
        """See `Archive.find_metrics`."""
        pattern = None if metric is None else rows.like(metric)
        found = for_asyncpg("series").find_metrics(self._pool, tenant=tenant, pattern=pattern, after=after, limit=limit)
        return [rows.metric(row) async for row in found]

    async def silent(self, tenant: int, ids: Ids) -> set[int]:
        """See `Archive.silent`."""
        found = for_asyncpg("series").open_stale(self._pool, tenant=tenant, ids=ids.tolist())
        return {row["series_id"] async for row in found}

    async def fold(self, tenant: int, ids: Ids, groups: Ids, edges: Times, level: str, *, ends: bool = True) -> Folded:
        """See `Archive.fold`."""
        if ends and len(np.unique(groups)) < len(groups):
            level = "samples_15m"
        start, stop = int(edges[0]), int(edges[-1])
        async with folds.snapshot(self._pool) as conn:
            await folds.own(conn, tenant, ids)
            await folds.kept(conn, ids, start, stop, level, self._config)
            return await folds.fold(conn, ids, groups, edges, level, ends=ends)

    async def increase(self, tenant: int, ids: Ids, groups: Ids, edges: Times) -> Folded:
        """See `Archive.increase`."""
        async with folds.snapshot(self._pool) as conn:
            await folds.own(conn, tenant, ids)
            await folds.kept(conn, ids, int(edges[0]), int(edges[-1]), "samples_15m", self._config)
            return await folds.increase(conn, ids, groups, edges)

    async def raw(self, tenant: int, ids: Ids, start: int, stop: int, limit: int) -> Points:
        """See `Archive.raw`."""
        async with folds.snapshot(self._pool) as conn:
            await folds.own(conn, tenant, ids)
            await folds.raw_kept(conn, ids, start, stop)
            packed = await for_asyncpg("trends").raw_points(
                conn, ids=ids.tolist(), lo=from_us(start), hi=from_us(stop), limit=limit
            )
        points = unpack(packed, POINT)
        return Points(ids_of(points), times_of(points), points["v"].astype(np.float64))

    async def quantile(self, tenant: int, ids: Ids, groups: Ids, edges: Times, q: float) -> Folded:
        """See `Archive.quantile`."""
        return (await self._quantiles(tenant, ids, groups, edges, q, whole=False))[0]

    async def quantiles(self, tenant: int, ids: Ids, groups: Ids, edges: Times, q: float) -> tuple[Folded, Folded]:
        """See `Archive.quantiles`."""
        return await self._quantiles(tenant, ids, groups, edges, q, whole=True)

    async def _quantiles(
        self, tenant: int, ids: Ids, groups: Ids, edges: Times, q: float, *, whole: bool
    ) -> tuple[Folded, Folded]:
        start, stop = int(edges[0]), int(edges[-1])
        async with folds.snapshot(self._pool) as conn:
            await folds.own(conn, tenant, ids)
            await folds.raw_kept(conn, ids, start, stop)
            if not await percentiles.reads(conn, ids, edges):
                found = await percentiles.sort(conn, ids, groups, edges, q)
                return found, await percentiles.sort(conn, ids, groups, edges[[0, -1]], q) if whole else found
            parts = await percentiles.read(conn, ids, groups, edges)
        return await percentiles.both_of(parts, q)

    async def bands(self, tenant: int, ids: Ids, start: int, stop: int) -> Bands:
        """See `Archive.bands`."""
        async with folds.snapshot(self._pool) as conn:
            await folds.own(conn, tenant, ids)
            packed = await for_asyncpg("trends").band_rows(conn, ids=ids.tolist(), lo=from_us(start), hi=from_us(stop))
        told = unpack(packed, BAND)
        expected, lo, hi = (told[name].astype(np.float64) for name in ("expected", "lo", "hi"))
        return Bands(ids_of(told), times_of(told), expected, lo, hi)

    async def progress(self, tenant: int, ids: Ids) -> tuple[datetime | None, datetime | None]:
        """See `Archive.progress`."""
        async with folds.snapshot(self._pool) as conn:
            await folds.own(conn, tenant, ids)
            return await folds.progress(conn, tenant, ids)

    async def caveats(self, tenant: int, start: int, stop: int) -> list[str]:  # noqa: ARG002  of the protocol
        """See `Archive.caveats`. What retention dropped is an error here, or said where the question was moved."""
        return []

    async def horizon(self, tenant: int, ids: Ids) -> tuple[datetime | None, datetime | None]:
        """See `Archive.horizon`."""
        sql, listed = for_asyncpg("trends"), ids.tolist()
        async with folds.snapshot(self._pool) as conn:
            await folds.own(conn, tenant, ids)
            oldest = await sql.oldest_window(conn, ids=listed)
            if oldest is None:
                return None, None
            exact = await sql.oldest_point(conn, ids=listed, lo=oldest, hi=oldest + QUARTER)
            newest, _ = await folds.progress(conn, tenant, ids)
        return exact or oldest, newest

    async def closed_before(self, start: datetime, stop: datetime) -> datetime | None:
        """See `Archive.closed_before`."""
        found = for_asyncpg("trends").dropped_ranges(self._pool, lo=start, hi=stop)
        return max([row["to"] async for row in found], default=None)

    async def episodes(
        self, tenant: int, *, ids: Ids | None, state: str | None, severity: str | None,
        start: datetime | None, stop: datetime | None, before: int | None, limit: int,
    ) -> list[EpisodeRow]:  # fmt: skip
        """See `Archive.episodes`."""
        found = for_asyncpg("episodes").episodes(
            self._pool,
            tenant=tenant,
            ids=None if ids is None else ids.tolist(),
            state=state,
            severities=rows.at_least(severity),
            start=start,
            stop=stop,
            before=before,
            limit=limit,
        )
        return [rows.episode(row) async for row in found]

    async def alerts(
        self, tenant: int, *, state: str | None, severity: str | None, before: int | None, limit: int
    ) -> list[Transition]:
        """See `Archive.alerts`."""
        found = for_asyncpg("alerts").alerts(
            self._pool, tenant=tenant, state=state, severities=rows.at_least(severity), before=before, limit=limit
        )
        return [rows.transition(row) async for row in found]

    async def alert(self, tenant: int, alert: int) -> list[Transition]:
        """See `Archive.alert`."""
        found = for_asyncpg("alerts").alert(self._pool, tenant=tenant, alert=alert)
        if not (known := [rows.transition(row) async for row in found]):
            raise NotFound("There is no such alert.")
        return known

    async def transitions(self, tenant: int, after: int, limit: int) -> list[Transition]:
        """See `Archive.transitions`."""
        found = for_asyncpg("alerts").transitions(self._pool, tenant=tenant, after=after, limit=limit)
        return [rows.transition(row) async for row in found]

    async def live_bounds(self, tenant: int) -> tuple[int, int]:
        """See `Archive.live_bounds`."""
        row = await for_asyncpg("alerts").live_bounds(self._pool, tenant=tenant)
        if row is None:
            return 1, 0
        return (row["newest"] + 1 if row["oldest"] is None else row["oldest"]), row["newest"]
