"""Requests for actions that are over go after a while."""

from __future__ import annotations

from datetime import datetime, timedelta

from celery import shared_task

from db.flags import flags_for_work
from db.packs.registry import packs
from db.pool import Connection, connect
from db.runs import Result
from db.settings import settings
from db.upkeep import PostgresUpkeep
from workers.each_tenant import EachTenant
from workers.job import run
from workers.packs.telemetry.figures import ENHANCED

CLEANUP = "telemetry.cleanup"
OVER = ["done", "failed", "cancelled"]
USUAL_DAYS, MOST_DAYS = 30.0, 36_500.0


@shared_task(name=CLEANUP)
def drop_old_requests() -> Result | None:
    """Once an hour."""
    return run(CLEANUP, timedelta(hours=1), work)


def work(_: PostgresUpkeep, now: datetime) -> Result:
    """How many went."""
    with connect(settings().database_url, CLEANUP) as conn:
        done = drop_over(conn, now)
    return done if done["requests"] or "failed" in done else {}


def drop_over(conn: Connection, now: datetime) -> Result:
    """Drop requests that were over for longer than the flag's `custom_retention_days`."""
    each, gone = EachTenant(CLEANUP, conn), 0
    for (tenant,) in conn.execute("select id from tenants order by id").fetchall():
        with each.alone(tenant):
            gone += _drop(conn, tenant, now)
    return each.said(requests=gone)


def _drop(conn: Connection, tenant: int, now: datetime) -> int:
    said = flags_for_work(conn, tenant)[ENHANCED].settings.get("custom_retention_days", USUAL_DAYS)
    before = now - timedelta(days=days_of(said))
    return int(
        packs()["telemetry"].psycopg.old_documents(conn, tenant=tenant, kind="action", before=before, states=OVER)
    )


def days_of(said: object) -> float:
    """Days of a setting that a tenant may set to anything: what is no number of days counts as not said."""
    try:
        days = float(said)  # type: ignore[arg-type]  # what is no number raises
    except (TypeError, ValueError):
        return USUAL_DAYS
    return min(days, MOST_DAYS) if days >= 0 else USUAL_DAYS
