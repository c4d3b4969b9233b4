"""We measure ourselves, and are told of our own troubles as of any others: series `tidewatch.*`, with levels."""

from __future__ import annotations

import asyncio
import os
from datetime import UTC, datetime, timedelta
from typing import Any

import numpy as np
from celery import shared_task
from prometheus_client import REGISTRY, CollectorRegistry
from prometheus_client.multiprocess import MultiProcessCollector

from db import metrics, policies
from db.pool import open_pool
from db.postgres import PostgresIntake
from db.queries import for_asyncpg
from db.records import Batch, Points, SeriesSpec, to_us
from db.runs import Result
from db.settings import DatabaseSettings
from db.settings import settings as db_settings
from db.upkeep import PostgresUpkeep
from workers import own
from workers.contract import MEASURE
from workers.job import run
from workers.own import Cumulative, Sample
from workers.settings import settings


@shared_task(name=MEASURE)
def measure() -> Result | None:
    """Write what we are like now."""
    return run(MEASURE, timedelta(seconds=settings().own_seconds), work)


def work(_: PostgresUpkeep, now: datetime) -> Result:
    """What grows, for the next time to compare with."""
    return asyncio.run(write(db_settings(), settings().own_tenant, read(), now))


def read() -> list[Sample]:
    """What /metrics would say: of all processes that share a folder, or of this one."""
    registry = REGISTRY
    if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        registry = CollectorRegistry()
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]  # the library is half typed
    return [Sample(s.name, s.labels, s.value) for family in registry.collect() for s in family.samples]


async def write(config: DatabaseSettings, tenant_name: str, samples: list[Sample], now: datetime) -> Result:
    """Write points and, once, levels. Returns what the next time needs."""
    pool = await open_pool(config.database_url, 1)
    sql = for_asyncpg("own")
    try:
        size = float(await sql.database_bytes(pool))
        metrics.database_bytes.set(size)
        tenant = await sql.tenant(pool, name=tenant_name) if tenant_name else None
        grown = own.cumulative(samples)
        if tenant is None:
            return grown
        before: Cumulative | None = await sql.before(pool, job=MEASURE)
        lag = await sql.lag(pool)
        found = own.points(grown, before, samples, size, max(0.0, float(lag or 0.0)))
        await _levels(pool, tenant)
        await _append(PostgresIntake(pool, config.shards), tenant, found, now)
        return grown
    finally:
        await pool.close()


async def _levels(pool: Any, tenant: int) -> None:
    """Set those that were never there; what people removed stays removed."""
    known = {row["name"] async for row in for_asyncpg("own").ever(pool, tenant=tenant, prefix="own.")}
    for metric in own.LEVELS:
        if (name := f"own.{metric}") not in known:
            await policies.put(pool, tenant, name, own.policy_of(metric), "system")


async def _append(intake: PostgresIntake, tenant: int, found: dict[str, float], now: datetime) -> None:
    refs = await intake.resolve(tenant, [SeriesSpec(metric, {}, own.unit_of(metric)) for metric in found])
    parts: dict[int, list[tuple[int, float]]] = {}
    for ref, value in zip(refs, found.values(), strict=True):
        parts.setdefault(ref.shard, []).append((ref.id, value))
    at = to_us(now.astimezone(UTC))
    batch = [
        (
            shard,
            Points(np.array([i for i, _ in rows], np.int32), np.full(len(rows), at), np.array([v for _, v in rows])),
        )
        for shard, rows in parts.items()
    ]
    answer = {"accepted": len(found), "duplicate": 0, "late": 0, "rejected": []}
    await intake.append(Batch(tenant, batch, None, b"own", answer))


def _points(rows: list[tuple[int, float]], at: int) -> Points:
    ids, values = zip(*rows, strict=True)
    return Points(np.array(ids, np.int32), np.full(len(rows), at, np.int64), np.array(values, np.float64))
