"""Figures that are to be metrics are written, bucket by bucket, and again where late data changed them."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from itertools import groupby
from operator import itemgetter
from typing import Any

from celery import shared_task

from db.flags import flags_for_work, is_on
from db.packs.registry import packs
from db.packs.telemetry.figures import write_figure
from db.pool import Connection, connect, open_pool
from db.postgres import PostgresArchive, PostgresIntake
from db.records import to_us
from db.runs import Result
from db.settings import DatabaseSettings
from db.settings import settings as db_settings
from db.upkeep import PostgresUpkeep
from workers.each_tenant import EachTenant
from workers.job import run
from workers.packs.telemetry.settings import settings

RECORD_FIGURES = "telemetry.record_figures"
ENHANCED = "analytics_dashboard_enhanced"

Wanted = tuple[int, str, dict[str, Any]]
"""(tenant, name, figure)."""


@shared_task(name=RECORD_FIGURES)
def record_figures() -> Result | None:
    """Write what is final of all figures."""
    return run(RECORD_FIGURES, timedelta(seconds=settings().figure_seconds), work)


def work(_: PostgresUpkeep, now: datetime) -> Result:
    """How many points were written."""
    done = record(db_settings(), now)
    return done if done["points"] or "failed" in done else {}


def record(database: DatabaseSettings, now: datetime) -> Result:
    """Write the newest hours of every figure that is to be a metric. One that cannot be worked out stops no other."""
    with connect(database.database_url, RECORD_FIGURES) as conn:
        each = EachTenant(RECORD_FIGURES, conn)
        rows = [row for row in packs()["telemetry"].psycopg.all_documents(conn, kind="kpi") if row[4].get("record")]
        wanted: list[Wanted] = []
        for tenant, mine in groupby(sorted(rows, key=itemgetter(0)), key=itemgetter(0)):
            with each.alone(tenant):
                if _asked_for(conn, tenant):
                    wanted += [(tenant, name, body) for _, _, name, _, body in mine]
        points = asyncio.run(_write(database, wanted, now, each)) if wanted else 0
    return each.said(points=points)


def _asked_for(conn: Connection, tenant: int) -> bool:
    flags = flags_for_work(conn, tenant)
    return is_on(flags, ENHANCED, None) and bool(flags[ENHANCED].settings.get("enable_background_tasks", True))


async def _write(database: DatabaseSettings, wanted: list[Wanted], now: datetime, each: EachTenant) -> int:
    stop = to_us(now)
    span = (stop - round(settings().figure_hours * 3_600_000_000), stop)
    pool = await open_pool(database.database_url, 2)
    try:
        archive, intake = PostgresArchive(pool, database), PostgresIntake(pool, database.shards)
        written = 0
        for tenant, name, body in wanted:
            with each.alone(tenant, f"figure {name}"):
                written += await write_figure(archive, intake, tenant, name, body, span, stop)
        return written
    finally:
        await pool.close()
