"""The journal's front: series are named, batches become durable. PostgreSQL's `Intake`."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable, Sequence
from typing import Any

from db.errors import Behind
from db.journal_codec import EVENTS, POINTS, pack_events, pack_points
from db.names import fingerprint, overflow_spec, shard_of
from db.pool import Pool
from db.privacy.people import among_erased, labels_of_people
from db.queries import for_asyncpg
from db.records import Appended, Backlog, Batch, SeriesRef, SeriesSpec, to_us

CLOSED_RANGES_TTL = 5.0
INLINE = 1_000
"""More events than these are packed in a thread, so that the event loop serves others."""


class PostgresIntake:
    """`db.store.Intake` on a pool."""

    def __init__(self, pool: Pool, shards: int) -> None:
        self._pool = pool
        self._sql = for_asyncpg("intake")
        self.shards = shards
        self._closed: tuple[float, list[tuple[int, int, str]]] = (-1e9, [])

    async def resolve(self, tenant: int, specs: Sequence[SeriesSpec]) -> list[SeriesRef]:
        """See `Intake.resolve`."""
        prints = [fingerprint(spec.metric, spec.labels, spec.kind) for spec in specs]
        async with self._pool.acquire() as conn:
            refs = await self._known(conn, tenant, prints)
            missing = {p: s for p, s in zip(prints, specs, strict=True) if p not in refs}
            if missing:
                async with conn.transaction():
                    await self._make(conn, tenant, missing, refs)
        return [refs[p] for p in prints]

    async def _known(self, conn: Any, tenant: int, prints: Sequence[bytes]) -> dict[bytes, SeriesRef]:
        rows = [row async for row in self._rows(conn, tenant, prints)]
        return {row["fingerprint"]: SeriesRef(row["id"], row["shard"]) for row in rows}

    async def _rows(self, conn: Any, tenant: int, prints: Sequence[bytes]) -> Any:
        for row in await _all(self._sql.known_series(conn, tenant=tenant, prints=list(prints))):
            yield row

    async def _make(
        self, conn: Any, tenant: int, missing: dict[bytes, SeriesSpec], refs: dict[bytes, SeriesRef]
    ) -> None:
        """Add what is missing to `refs`, as far as the tenant's limit goes; the rest gets overflow series."""
        held = await self._sql.lock_tenant(conn, tenant=tenant)
        refs.update(await self._known(conn, tenant, list(missing)))
        new = {p: s for p, s in missing.items() if p not in refs}
        await _nobody_erased(conn, tenant, new.values())
        room = max(0, held["series_limit"] - held["series_count"])
        fits, over = dict(list(new.items())[:room]), dict(list(new.items())[room:])
        refs.update(await self._add(conn, tenant, fits))
        if over:
            refs.update(await self._overflow(conn, tenant, over))

    async def _add(self, conn: Any, tenant: int, specs: dict[bytes, SeriesSpec]) -> dict[bytes, SeriesRef]:
        if not specs:
            return {}
        rows = await _all(
            self._sql.add_series(
                conn,
                tenant=tenant,
                metrics=[s.metric for s in specs.values()],
                labels=[s.labels for s in specs.values()],
                prints=list(specs),
                units=[s.unit for s in specs.values()],
                kinds=[s.kind.value for s in specs.values()],
                shards=[shard_of(s, p, tenant, self.shards) for p, s in specs.items()],
            )
        )
        await self._sql.count_series(conn, tenant=tenant, added=len(rows))
        return {row["fingerprint"]: SeriesRef(row["id"], row["shard"]) for row in rows}

    async def _overflow(self, conn: Any, tenant: int, over: dict[bytes, SeriesSpec]) -> dict[bytes, SeriesRef]:
        metrics = sorted({spec.metric for spec in over.values()})
        known = {row["metric"] for row in await _all(self._sql.known_metrics(conn, tenant=tenant, metrics=metrics))}
        target = {p: overflow_spec(spec, spec.metric in known) for p, spec in over.items()}
        prints = {p: fingerprint(spec.metric, spec.labels, spec.kind) for p, spec in target.items()}
        there = await self._known(conn, tenant, list(set(prints.values())))
        make = {prints[p]: target[p] for p in over if prints[p] not in there}
        there.update(await self._add(conn, tenant, make))
        return {p: SeriesRef(there[q].id, there[q].shard, overflow=True) for p, q in prints.items()}

    async def append(self, batch: Batch) -> Appended:
        """See `Intake.append`. One statement, one commit, one wait for the disk."""
        columns: dict[str, list[Any]] = {"shards": [], "kinds": [], "points": [], "payloads": []}
        for shard, points in batch.parts:
            _put(columns, shard, POINTS, len(points), pack_points(points))
        if batch.events:
            many = len(batch.events) > INLINE
            packed = await asyncio.to_thread(pack_events, batch.events) if many else pack_events(batch.events)
            _put(columns, batch.events_shard, EVENTS, len(batch.events), packed)
        async with self._pool.acquire() as conn:
            if batch.key is None:
                await self._sql.append_plain(conn, tenant=batch.tenant, history=batch.history, **columns)
                return Appended(True, batch.answer, batch.fingerprint)
            fresh = await self._sql.append_keyed(
                conn,
                tenant=batch.tenant,
                key=batch.key,
                fingerprint=batch.fingerprint,
                answer=batch.answer,
                history=batch.history,
                **columns,
            )
            if fresh:
                return Appended(True, batch.answer, batch.fingerprint)
            known = await self._sql.known_batch(conn, tenant=batch.tenant, key=batch.key)
            return Appended(False, known["answer"], known["fingerprint"])

    async def backlog(self) -> Backlog:
        """See `Intake.backlog`."""
        async with self._pool.acquire() as conn:
            row = await self._sql.backlog(conn)
        return Backlog(row["points"], row["oldest"])

    async def closed_ranges(self) -> list[tuple[int, int, str]]:
        """Raw ranges [from, to) in us that retention has dropped, with the reason; at most 5 s old."""
        read_at, ranges = self._closed
        if time.monotonic() - read_at > CLOSED_RANGES_TTL:
            async with self._pool.acquire() as conn:
                rows = await _all(self._sql.dropped_ranges(conn))
            why = "raw data of that time was dropped by retention on {:%Y-%m-%d}; its rollups are closed"
            ranges = [(to_us(r["from"]), to_us(r["to"]), why.format(r["dropped_at"])) for r in rows]
            self._closed = (time.monotonic(), ranges)
        return ranges


def _put(columns: dict[str, list[Any]], shard: int, kind: int, points: int, payload: bytes) -> None:
    for name, value in zip(columns, (shard, kind, points, payload), strict=True):
        columns[name].append(value)


async def _all(rows: Any) -> list[Any]:
    """Rows of an aiosql query, whether it gives a coroutine or an async generator."""
    return [row async for row in rows] if hasattr(rows, "__aiter__") else list(await rows)


async def _nobody_erased(conn: Any, tenant: int, specs: Iterable[SeriesSpec]) -> None:
    """Raises `Behind` when a series would name somebody who was erased a moment ago: the door knows it within a second.

    While the tenant is held nobody is noted as erased.
    """
    labels = labels_of_people()
    named = {value for spec in specs for label, value in spec.labels.items() if label in labels}
    if named and await among_erased(conn, tenant, named):
        raise Behind(
            "Somebody whom this names was erased just now. Send it again: what names them is left out.", retry_after=1
        )
