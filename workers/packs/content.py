"""Scheduled work for content: reports that are due are made and sent; today's counters are kept in Redis."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from itertools import groupby
from operator import itemgetter
from typing import Any

import orjson
import psycopg
import redis
from celery import shared_task
from psycopg.rows import dict_row
from psycopg.types.json import Jsonb

from db import deliveries, metrics
from db.deliveries import Draft
from db.engine import recorded
from db.errors import TidewatchError
from db.packs.content import today
from db.packs.content.due import Rhythm
from db.packs.content.report import Plan, as_csv
from db.packs.registry import packs
from db.pool import Connection, connect
from db.privacy.caches import forget_fields
from db.queries import for_psycopg
from db.records import from_us, to_us
from db.runs import Result
from db.settings import settings as db_settings
from db.upkeep import PostgresUpkeep
from workers.each_tenant import EachTenant
from workers.job import run

MAKE_REPORTS, COUNT_DAYS = "tidewatch.content.reports", "tidewatch.content.days"
PACK = "content"
SINCE = "metrics:counted"
"""Redis key: until when counters are up to date."""
OVERLAP = timedelta(minutes=2)
"""A transaction's rows may become visible so long after the time that they bear."""
KEEP = timedelta(days=400)
"""Reports are dropped after."""
AT_ONCE = 1_000
EVERY, PUT_OFF = timedelta(seconds=30), timedelta(hours=1)
STRANGE = (TidewatchError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError, psycopg.DataError)
"""What is the matter with one schedule, not with the database."""

BEAT: dict[str, dict[str, Any]] = {
    "make content reports": {"task": MAKE_REPORTS, "schedule": EVERY, "options": {"expires": 30}},
    "count days of content": {"task": COUNT_DAYS, "schedule": timedelta(seconds=5), "options": {"expires": 5}},
}


@shared_task(name=MAKE_REPORTS)
def make_reports() -> Result | None:
    """Make all reports that are due."""
    return run(MAKE_REPORTS, EVERY, work)


def work(_: PostgresUpkeep, now: datetime) -> Result:
    """How many were made."""
    with connect(db_settings().database_url, MAKE_REPORTS) as conn:
        ask(conn, "drop_old_reports", before=now - KEEP)
        each, made = EachTenant(MAKE_REPORTS, conn), 0
        for row in ask(conn, "due_tenants", now=now):
            with each.alone(row["tenant_id"]):
                while (one := make_next(conn, row["tenant_id"], now, each)) is not None:
                    made += one
    done = each.said(reports=made)
    return done if made or "failed" in done else {}


def make_next(conn: Connection, tenant: int, now: datetime, each: EachTenant) -> int | None:
    """Make one report of a tenant that is due and put it into the queue, in one transaction. None: none is due; 0: it
    cannot be made, and waits for its next time, or an hour where its rhythm is what is wrong."""
    with conn.transaction():
        rows = ask(conn, "due_schedule", tenant=tenant, now=now)
        if not rows:
            return None
        schedule, made = rows[0], 0
        due, then = schedule["due_at"], now + PUT_OFF
        try:
            with conn.transaction():
                rhythm = _rhythm(schedule)
                due, then = _last(rhythm, due, now), rhythm.after(now)
                _make(conn, schedule, rhythm, due, now)
                made = 1
        except STRANGE as problem:
            each.failed(tenant, problem, f"schedule {schedule['id']}")
        ask(conn, "went", tenant=tenant, id=schedule["id"], due=due, next=then)
        return made


def _rhythm(schedule: Mapping[str, Any]) -> Rhythm:
    return Rhythm(*(schedule[name] for name in ("period", "at", "timezone", "weekday", "monthday")))


def _last(rhythm: Rhythm, due: datetime, now: datetime) -> datetime:
    """Of times that were missed while nobody worked the last one counts."""
    while (later := rhythm.after(due)) <= now:
        due = later
    return due


def _make(conn: Connection, schedule: Mapping[str, Any], rhythm: Rhythm, due: datetime, now: datetime) -> None:
    tenant, asked = schedule["tenant_id"], schedule["report"]
    start, stop = rhythm.covers(due)
    plan = Plan(
        start, stop, rhythm.timezone, tuple(asked["metrics"]), asked["group_by"], tuple(asked["content_ids"]),
        asked["currency"], asked["week_start"],
    )  # fmt: skip
    sql = for_psycopg("packs")
    version = sql.version(conn, tenant=tenant, pack=PACK)
    waiting = sql.waiting(conn, tenant=tenant)
    through = min(now, waiting) if waiting else now
    numbers = ask(conn, "numbers", tenant=tenant, content_ids=list(plan.content_ids)) if plan.content_ids else []
    rows, money = (
        ask(conn, step.query, tenant=tenant, **step.arguments) for step in plan.steps([row["id"] for row in numbers])
    )
    result = plan.answer(rows, money, to_us(through))
    made = ask(
        conn, "add_report", tenant=tenant, name=schedule["name"], query=Jsonb(plan.said()), result=Jsonb(result),
        data_version=version[0] if version else 0, complete_through=min(through, from_us(stop)),
        created_by=schedule["created_by"], schedule=schedule["id"], due_at=due,
    )  # fmt: skip
    if made:
        deliveries.enqueue(conn, tenant, _message(schedule, due, plan, result, made[0]["id"]))
        metrics.reports.labels("scheduled").inc()


def _message(schedule: Mapping[str, Any], due: datetime, plan: Plan, result: dict[str, Any], report: int) -> Draft:
    said = plan.said()
    lines = [f"{schedule['name']}", f"{said['from']} to {said['to']} ({plan.timezone})", ""]
    lines += [f"{name}: {'-' if value is None else value}" for name, value in result["totals"].items()]
    lines += [f"currency: {result['currency']}", "", f"GET /api/v1/content/reports/{report} shows all of it."]
    file = f"report-{report}.{schedule['format']}"
    text = as_csv(result) if schedule["format"] == "csv" else orjson.dumps(result, option=orjson.OPT_INDENT_2).decode()
    payload = {"type": "content.report", "report": report, "schedule": schedule["id"], "query": said, "result": result}
    key = f"content-report:{schedule['id']}:{due.astimezone(UTC).isoformat()}"
    return Draft(
        key, schedule["channel"], schedule["target"], schedule["name"], "\n".join(lines), payload, (file, text)
    )


@shared_task(name=COUNT_DAYS)
def count_days() -> int:
    """Bring the counters of today and yesterday (UTC) up to date. Returns how many days of users were counted."""
    if not (url := db_settings().redis_url):
        return 0
    client = redis.Redis.from_url(url, socket_timeout=5, decode_responses=True)
    try:
        with connect(db_settings().database_url, COUNT_DAYS) as conn:
            return 0 if recorded(conn) is None else count(conn, client)
    finally:
        client.close()


def count(conn: Connection, client: Any) -> int:
    """See `count_days`. Only days of users that something was taken in for since the last run are counted anew."""
    now: datetime = ask(conn, "clock")[0]["clock_timestamp"]
    oldest = datetime.combine(now.astimezone(UTC).date() - timedelta(days=1), datetime.min.time(), UTC)
    last = client.get(SINCE)
    since = datetime.fromisoformat(last) - OVERLAP if last else oldest - timedelta(days=36_500)
    touched = sorted(ask(conn, "touched", since=since, oldest=oldest), key=itemgetter("tenant_id"))
    each = EachTenant(COUNT_DAYS, conn)
    for tenant, rows in groupby(touched, key=itemgetter("tenant_id")):
        mine = list(rows)
        for at in range(0, len(mine), AT_ONCE):
            with conn.transaction():
                packs()[PACK].alone(conn, tenant)  # else what is taken back now would be written afterwards
                counted = []
                with each.alone(tenant), conn.transaction():
                    counted = _counted(conn, mine[at : at + AT_ONCE])
                _write(client, counted, now)  # not what a tenant's data can be blamed for
    gone = 0
    while n := _taken_back(conn, client, now):
        gone += n
    if "failed" not in each.said():  # else the days that are missing are looked for again
        client.set(SINCE, now.isoformat(), ex=86_400)
    return len(touched) + gone


def _taken_back(conn: Connection, client: Any, now: datetime) -> int:
    """Count days anew from which events were taken back: of nothing there are no counters, so they go first."""
    with conn.transaction():
        packs()[PACK].alone(conn, 0)
        days = ask(conn, "taken_back", limit=AT_ONCE)
        for row in days:
            forget_fields(client, row["tenant_id"], today.key_of(row["user_id"], row["day"]))
        kept = now.astimezone(UTC).date() - timedelta(days=today.KEEP_DAYS)
        _write(client, _counted(conn, [row for row in days if row["day"] >= kept]), now)
        return len(days)


def _counted(conn: Connection, touched: list[dict[str, Any]]) -> list[tuple[Any, list[dict[str, Any]]]]:
    columns = {
        "tenants": [row["tenant_id"] for row in touched],
        "people": [row["user_id"] for row in touched],
        "days": [row["day"] for row in touched],
    }

    def whose(row: dict[str, Any]) -> tuple[Any, ...]:
        return row["tenant"], row["person"], row["day"]

    rows = sorted(ask(conn, "days", **columns), key=whose)
    return [(key, list(mine)) for key, mine in groupby(rows, key=whose)]


def _write(client: Any, found: Iterable[tuple[Any, list[dict[str, Any]]]], now: datetime) -> None:
    pipe = client.pipeline(transaction=False)
    for (tenant, person, day), rows in found:
        key = today.key_of(person, day)
        pipe.hset(key, mapping=today.fields(tenant, today.counters(rows), now))
        pipe.expireat(key, datetime.combine(day, datetime.min.time(), UTC) + timedelta(days=1 + today.KEEP_DAYS))
    pipe.execute()


def ask(conn: Connection, query: str, /, **arguments: Any) -> list[dict[str, Any]]:
    """The rows of a query of the pack, as dicts; none where it gives none."""
    text = getattr(packs()[PACK].psycopg, query).sql
    with conn.cursor(row_factory=dict_row) as cursor:
        cursor.execute(text, arguments)
        return cursor.fetchall() if cursor.description else []
