"""Scheduled work of LLM usage: money that may be spent in vain, and budgets that are nearly spent, as insights."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from celery import shared_task
from psycopg.rows import dict_row

from db.findings import Looked
from db.insights import Insight, save_insights
from db.packs.llm import waste
from db.packs.llm.budgeting import Spent, arguments, judged, period_of
from db.packs.llm.following import follow_costs
from db.packs.llm.waste import Waste, dollars
from db.packs.registry import packs
from db.pool import Connection, connect
from db.records import Severity, from_us, to_us
from db.runs import Result
from db.settings import settings
from db.upkeep import PostgresUpkeep
from workers.each_tenant import EachTenant
from workers.job import run

FIND_WASTE, CHECK_BUDGETS, FOLLOW_COSTS = "llm.find_waste", "llm.check_budgets", "llm.follow_costs"
EVERY_WASTE, EVERY_BUDGET, EVERY_MINUTE = timedelta(hours=6), timedelta(minutes=15), timedelta(minutes=1)
BEAT: dict[str, dict[str, Any]] = {
    "find money spent in vain": {"task": FIND_WASTE, "schedule": EVERY_WASTE, "options": {"expires": 3600}},
    "check budgets": {"task": CHECK_BUDGETS, "schedule": EVERY_BUDGET, "options": {"expires": 600}},
    "follow costs": {"task": FOLLOW_COSTS, "schedule": EVERY_MINUTE, "options": {"expires": 50}},
}
DAYS = 30
METRIC = "llm.cost"
BUDGET = "llm.budget"


@shared_task(name=FIND_WASTE)
def find_waste() -> Result | None:
    """Look at every tenant's last 30 whole days."""
    return run(FIND_WASTE, EVERY_WASTE, look_for_waste)


def look_for_waste(_: PostgresUpkeep, now: datetime) -> Result:
    """How many tenants, and how many findings."""
    since = _days(now)[0]
    with connect(settings().database_url, "tidewatch llm") as conn:
        return _each(FIND_WASTE, conn, _rows(conn, "spending_tenants", since=since), now, look)


def _each(
    job: str, conn: Connection, rows: Sequence[dict[str, Any]], now: datetime,
    work: Callable[[Connection, int, datetime], int],
) -> Result:  # fmt: skip
    each, found = EachTenant(job, conn), 0
    for row in rows:
        with each.alone(row["tenant_id"]):
            found += work(conn, row["tenant_id"], now)
    return each.said(findings=found)


def look(conn: Connection, tenant: int, now: datetime) -> int:
    """Look at a tenant. Returns how much was found."""
    since, until = _days(now)
    asked = {"tenant": tenant, "since": since, "until": until}
    rows = _rows(conn, "spending", **asked)
    prices = {
        row["model"]: row
        for row in _rows(conn, "prices_now", tenant=tenant, models=[row["model"] for row in rows], at=until)
    }
    small = _rows(conn, "small_messages", prompt=waste.SHORT_PROMPT, answer=waste.SHORT_ANSWER, **asked)
    sessions = _rows(conn, "long_sessions", **asked)
    found = [
        *waste.of_caches(rows, prices),
        *waste.of_models(small, prices),
        *waste.of_failures(rows),
        *waste.of_sessions(sessions),
    ]
    whole = sum((row["cost"] for row in rows), Decimal(0))
    looked = [Looked(project, model) for project in {row["project_id"] for row in rows} for model in waste.MODELS]
    with conn.transaction():
        save_insights(conn, tenant, FIND_WASTE, [_insight(one, whole, now) for one in found], looked, now)
    return len(found)


def _insight(one: Waste, whole: Decimal, now: datetime) -> Insight:
    since, until = _days(now)
    share = float(one.saving / whole) if whole else 0.0
    severity = Severity.high if share >= 0.2 else Severity.medium if share >= 0.05 else Severity.low
    return Insight(
        item=one.project,
        model=one.model,
        key=f"{one.project}/{one.key}",
        category="waste",
        title=one.title,
        description=one.text,
        severity=severity,
        confidence=one.confidence,
        impact_score=min(1.0, share),
        metric=METRIC,
        since=since,
        until=until,
        expires_at=now + 4 * EVERY_WASTE,
        labels={"project": one.project},
        recommendations=[one.advice],
        metadata=one.evidence | {"saving_usd": str(one.saving), "days": DAYS, "share_percent": round(100 * share, 2)},
    )


@shared_task(name=FOLLOW_COSTS)
def let_points_follow() -> Result | None:
    """Points of llm.cost follow what pricing anew changed, where the request that did it did not wait for them."""
    return run(FOLLOW_COSTS, EVERY_MINUTE, let_follow)


def let_follow(_: PostgresUpkeep, __: datetime) -> Result:
    """How many messages were looked at. It stops after about 30 s, and goes on with the next run."""
    with connect(settings().database_url, "tidewatch llm") as conn:
        tenants = [row["tenant_id"] for row in _rows(conn, "waiting_tenants")]
        return {"messages": sum(follow_costs(conn, tenant, 30.0 / len(tenants)) for tenant in tenants)}


@shared_task(name=CHECK_BUDGETS)
def check_budgets() -> Result | None:
    """See how all budgets stand."""
    return run(CHECK_BUDGETS, EVERY_BUDGET, look_at_budgets)


def look_at_budgets(_: PostgresUpkeep, now: datetime) -> Result:
    """How many tenants have budgets, and how many of these are nearly spent, or over."""
    with connect(settings().database_url, "tidewatch llm") as conn:
        return _each(CHECK_BUDGETS, conn, _rows(conn, "budget_tenants"), now, check)


def check(conn: Connection, tenant: int, now: datetime) -> int:
    """See how a tenant's budgets stand. Returns how many are nearly spent, or over."""
    budgets = _rows(conn, "all_budgets", tenant=tenant)
    found = []
    for budget in budgets:
        period = period_of(budget["period"], budget["timezone"], to_us(now))
        sums = [_rows(conn, "spent", tenant=tenant, **arguments(budget, lo, hi)) for lo, hi in period.asks()]
        how = judged(budget, period, sums)
        if how.state != "ok":
            found.append(_warning(budget, how, now))
    ids = [budget["id"] for budget in budgets]
    with conn.transaction():
        there = {str(row["id"]) for row in _rows(conn, "hold_budgets", tenant=tenant, ids=ids)}
        found = [one for one in found if one.item in there]  # others were removed since they were read
        items = set(map(str, ids)) | {row["item"] for row in _rows(conn, "warned_budgets", tenant=tenant)}
        save_insights(conn, tenant, CHECK_BUDGETS, found, [Looked(item, BUDGET) for item in sorted(items)], now)
    return len(found)


def _warning(budget: dict[str, Any], how: Spent, now: datetime) -> Insight:
    over = how.state == "over"
    share = float(how.spent / budget["amount"])
    whose = " and ".join(budget[name] for name in ("project_id", "model") if budget[name]) or "everything"
    text = (
        f"{dollars(how.spent)} of {dollars(budget['amount'])} for {whose} are spent ({100 * share:.0f} %) in the"
        f" {budget['period']} that ends {from_us(how.period.end):%Y-%m-%d %H:%M} UTC."
        f" At the pace of the last weeks it comes to {dollars(how.projected)}."
    )
    return Insight(
        item=str(budget["id"]),
        model=BUDGET,
        key=f"{budget['id']}/{how.period.begin}/{how.state}",
        category="budget",
        title=f"Budget “{budget['name']}” is {'overspent' if over else 'nearly spent'}",
        description=text,
        severity=Severity.critical if over else Severity.high,
        confidence=1.0,
        impact_score=min(1.0, share),
        metric=METRIC,
        since=from_us(how.period.begin),
        until=now,
        expires_at=from_us(how.period.end) + timedelta(days=1),
        labels={name: budget[key] for name, key in (("project", "project_id"), ("model", "model")) if budget[key]},
        recommendations=["Raise the budget, or see /api/v1/insights?category=waste for what can be saved."],
        metadata={
            "budget": budget["id"], "spent": str(how.spent), "amount": str(budget["amount"]),
            "projected": str(how.projected), "unpriced_messages": how.unpriced,
        },
    )  # fmt: skip


def _days(now: datetime) -> tuple[datetime, datetime]:
    """The last 30 whole days of UTC."""
    until = now.replace(hour=0, minute=0, second=0, microsecond=0)
    return until - timedelta(days=DAYS), until


def _rows(conn: Connection, query: str, **asked: Any) -> Sequence[dict[str, Any]]:
    """Rows of a query of the pack, by name."""
    with conn.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(getattr(packs()["llm"].psycopg, query).sql, asked).fetchall()
