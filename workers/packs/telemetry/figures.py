"""Figures that are to be metrics are written, bucket by bucket, and again where late data changed them."""

from __future__ import annotations

import asyncio
import logging
from datetime import datetime, timedelta

from celery import shared_task

from db.errors import TidewatchError
from db.flags import flags_for_work, is_on
from db.packs.registry import packs
from db.packs.telemetry.figures import write_figure
from db.pool import connect, open_pool
from db.postgres import PostgresArchive, PostgresIntake
from db.records import to_us
from db.runs import Result
from db.settings import DatabaseSettings
from db.settings import settings as db_settings
from db.upkeep import PostgresUpkeep
from workers.job import run
from workers.packs.telemetry.settings import settings

RECORD_FIGURES = "telemetry.record_figures"
ENHANCED = "analytics_dashboard_enhanced"

log = logging.getLogger("tidewatch.telemetry")


@shared_task(name=RECORD_FIGURES)
def record_figures() -> Result | None:
    """Write what is final of all figures."""
    return run(RECORD_FIGURES, timedelta(seconds=settings().figure_seconds), work)


def work(_: PostgresUpkeep, now: datetime) -> Result:
    """How many points were written."""
    written = record(db_settings(), now)
    return {"points": written} if written else {}


def record(database: DatabaseSettings, now: datetime) -> int:
    """Write the newest hours of every figure that is to be a metric. One that cannot be worked out stops no other."""
    with connect(database.database_url, RECORD_FIGURES) as conn:
        wanted = [row for row in packs()["telemetry"].psycopg.all_documents(conn, kind="kpi") if row[4].get("record")]
        tenants = {row[0]: flags_for_work(conn, row[0]) for row in wanted}
    mine = [
        (tenant, name, body)
        for tenant, _, name, _, body in wanted
        if is_on(flags := tenants[tenant], ENHANCED, None)
        and flags[ENHANCED].settings.get("enable_background_tasks", True)
    ]
    return asyncio.run(_write(database, mine, now)) if mine else 0


async def _write(database: DatabaseSettings, wanted: list[tuple[int, str, dict[str, object]]], now: datetime) -> int:
    stop = to_us(now)
    span = (stop - round(settings().figure_hours * 3_600_000_000), stop)
    pool = await open_pool(database.database_url, 2)
    try:
        archive, intake = PostgresArchive(pool, database), PostgresIntake(pool, database.shards)
        written = 0
        for tenant, name, body in wanted:
            try:
                written += await write_figure(archive, intake, tenant, name, body, span, stop)
            except (TidewatchError, ValueError) as problem:
                log.warning("figure %s of tenant %s was not written: %s", name, tenant, problem)
        return written
    finally:
        await pool.close()
