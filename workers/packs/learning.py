"""Scheduled work of learning: once an hour, which students may be at risk."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from celery import shared_task
from psycopg.rows import dict_row
from psycopg.types.json import Jsonb

from db.packs.learning.risk import EARLY, LATE, reasons, score
from db.packs.registry import packs
from db.pool import Connection, connect
from db.runs import Result
from db.settings import settings
from db.upkeep import PostgresUpkeep
from workers.each_tenant import EachTenant
from workers.job import run

FIND_RISKS = "learning.find_risks"
EVERY = timedelta(hours=1)
BEAT: dict[str, dict[str, Any]] = {
    "find students at risk": {"task": FIND_RISKS, "schedule": EVERY, "options": {"expires": 3600}}
}


@shared_task(name=FIND_RISKS)
def find_risks() -> Result | None:
    """Replace what is said of every tenant's students."""
    return run(FIND_RISKS, EVERY, work)


def work(_: PostgresUpkeep, now: datetime) -> Result:
    """How many tenants, and how many of their students are at risk. Run twice, it says the same."""
    with connect(settings().database_url, "tidewatch learning") as conn:
        tenants = [row[0] for row in packs()["learning"].psycopg.risk_tenants(conn)]
        each, found = EachTenant(FIND_RISKS, conn), 0
        for tenant in tenants:
            with each.alone(tenant):
                found += assess(conn, tenant, now)
        return each.said(students=found)


def assess(conn: Connection, tenant: int, now: datetime) -> int:
    """Look at one tenant's students. Returns how many are at risk."""
    sql = packs()["learning"].psycopg
    with conn.cursor(row_factory=dict_row) as cursor:
        asked = {"tenant": tenant, "late": now - LATE, "early": now - EARLY, "now": now}
        rows = cursor.execute(sql.risk_facts.sql, asked).fetchall()
    found = [(row["person"], why) for row in rows if (why := reasons(row, now))]
    with conn.transaction():
        sql.drop_risks(conn, tenant=tenant)
        sql.put_risks(
            conn,
            tenant=tenant,
            now=now,
            people=[person for person, _ in found],
            scores=[score(why) for _, why in found],
            reasons=[Jsonb([one.told() for one in why]) for _, why in found],
        )
    return len(found)
