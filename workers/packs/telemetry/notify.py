"""New alert transitions become messages to those who want them. The queue of messages knows each key once, and how far
a tenant was looked at moves in the same transaction: nobody is told twice, and nothing is left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from celery import shared_task

from db.deliveries import Draft, enqueue
from db.packs.registry import packs
from db.pool import Connection, connect
from db.records import Severity
from db.rows import glob
from db.runs import Result
from db.settings import settings as db_settings
from db.upkeep import PostgresUpkeep
from workers.each_tenant import EachTenant
from workers.job import run
from workers.packs.telemetry.quiet import Quiet, is_quiet, last_quiet
from workers.packs.telemetry.settings import settings

NOTIFY = "telemetry.notify"
PAGE = 500
LISTED = 20
"""Alerts that a message after quiet hours names."""

Wish = tuple[str, Mapping[str, Any], datetime]
"""(owner, preferences, since when)."""
News = tuple[int, str, str, datetime, Mapping[str, Any]]
"""(seq, state, severity, at, alert)."""


@shared_task(name=NOTIFY)
def notify() -> Result | None:
    """Make messages of what is new."""
    return run(NOTIFY, timedelta(seconds=settings().notify_seconds), work)


def work(_: PostgresUpkeep, now: datetime) -> Result:
    """How many messages were made."""
    with connect(db_settings().database_url, NOTIFY) as conn:
        told = tell_all(conn, now)
    return told if told["messages"] or "failed" in told else {}


def tell_all(conn: Connection, now: datetime) -> Result:
    """All tenants: how many messages were made, and for whom that failed."""
    each, made = EachTenant(NOTIFY, conn), 0
    for (tenant,) in list(packs()["telemetry"].psycopg.tenants_to_tell(conn)):
        with each.alone(tenant):
            made += tell(conn, tenant, now)
    return each.said(messages=made)


def tell(conn: Connection, tenant: int, now: datetime) -> int:
    """One tenant: what is new, and what quiet hours that are over have held back."""
    sql, made = packs()["telemetry"].psycopg, 0
    sql.begin_telling(conn, tenant=tenant)
    while True:
        with conn.transaction():
            after = sql.told_until(conn, tenant=tenant)
            if after is None:
                return made
            wishes: list[Wish] = list(sql.preferences(conn, tenant=tenant))
            news: list[News] = list(sql.news(conn, tenant=tenant, after=after, limit=PAGE))
            made += sum(_put(conn, tenant, draft) for one in news for wish in wishes for draft in _drafts(wish, one))
            if news:
                sql.put_told(conn, tenant=tenant, seq=news[-1][0])
            if len(news) < PAGE:
                return made + sum(_after_quiet(conn, tenant, wish, now) for wish in wishes)


def _put(conn: Connection, tenant: int, draft: Draft) -> int:
    return int(enqueue(conn, tenant, draft) is not None)


def _drafts(wish: Wish, one: News) -> list[Draft]:
    owner, said, _ = wish
    if not wanted(wish, one) or held(said, one):
        return []
    seq, _, _, _, alert = one
    subject, body = worded(one, _zone(said))
    payload = {"type": "alert", "seq": seq, "alert": dict(alert)}
    return [
        Draft(f"alert:{seq}:{owner}:{place}", target["channel"], target["target"], subject, body, payload)
        for place, target in enumerate(said["targets"])
    ]


def wanted(wish: Wish, one: News) -> bool:
    """Whether a person wants to hear of a transition at all."""
    _, said, since = wish
    _, state, severity, at, alert = one
    return (
        at >= since
        and state in said["states"]
        and Severity(severity).rank >= Severity(said["minimum_severity"]).rank
        and glob(said["metric"], alert["metric"])
        and said["labels"].items() <= alert["labels"].items()
    )


def held(said: Mapping[str, Any], one: News) -> bool:
    """Whether quiet hours hold a transition back."""
    quiet, critical = said["quiet_hours"], one[2] == Severity.critical
    return bool(quiet) and not (critical and quiet["except_critical"]) and is_quiet(one[3], _quiet(quiet))


def _quiet(said: Mapping[str, Any]) -> Quiet:
    return said["begin"], said["end"], said["timezone"]


def _zone(said: Mapping[str, Any]) -> str:
    return said["quiet_hours"]["timezone"] if said["quiet_hours"] else "UTC"


def worded(one: News, zone: str) -> tuple[str, str]:
    """(subject, text) of a transition."""
    _, state, severity, _, alert = one
    when = datetime.fromisoformat(alert["t"]).astimezone(ZoneInfo(zone))
    text = (
        f"{alert['reason']}\n\n{_name(alert)}, {when:%Y-%m-%d %H:%M:%S} {zone}.\n"
        f"Alert {alert['id']}, {severity}, {state}."
    )
    return f"[{severity}] {_name(alert)} {state}", text


def _name(alert: Mapping[str, Any]) -> str:
    labels = ", ".join(f"{name}={value}" for name, value in sorted(alert["labels"].items()))
    return f"{alert['metric']} on {labels}" if labels else str(alert["metric"])


def _after_quiet(conn: Connection, tenant: int, wish: Wish, now: datetime) -> int:
    """One message to each target for all that the last quiet hours held back."""
    owner, said, _ = wish
    over = last_quiet(now, _quiet(said["quiet_hours"])) if said["quiet_hours"] else None
    if over is None or is_quiet(now, _quiet(said["quiet_hours"])):
        return 0
    sql, (start, stop) = packs()["telemetry"].psycopg, over
    until = sql.quiet_until(conn, tenant=tenant, owner=owner)
    if until is not None and until >= stop:
        return 0
    rows: list[News] = list(sql.news_between(conn, tenant=tenant, start=start, stop=stop, limit=PAGE))
    missed = [one for one in rows if wanted(wish, one) and held(said, one)]
    sql.put_quiet(conn, tenant=tenant, owner=owner, until=stop)
    if not missed:
        return 0
    subject, body = _in_one(missed, _zone(said))
    payload = {"type": "alerts", "alerts": [dict(one[4]) for one in missed[:LISTED]], "total": len(missed)}
    return sum(
        _put(conn, tenant, Draft(f"quiet:{stop.isoformat()}:{owner}:{place}", target["channel"], target["target"],
                                 subject, body, payload))
        for place, target in enumerate(said["targets"])
    )  # fmt: skip


def _in_one(missed: Sequence[News], zone: str) -> tuple[str, str]:
    worst = max((Severity(one[2]) for one in missed), key=lambda severity: severity.rank)
    lines = [f"{one[3].astimezone(ZoneInfo(zone)):%H:%M} {worded(one, zone)[0]}" for one in reversed(missed[:LISTED])]
    more = f"\n… and {len(missed) - LISTED} earlier." if len(missed) > LISTED else ""
    return f"[{worst}] {len(missed)} alerts in quiet hours", "\n".join(lines) + more
