"""Budgets: how much may be spent in a day, a week or a month, how much is, and what it will come to."""

from __future__ import annotations

import time
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any, Literal

import asyncpg
from fastapi import APIRouter, Path
from pydantic import Field, PlainSerializer

from api.deps import CanOperate, CanRead, Conn
from api.packs.llm.limits import limits
from api.packs.llm.money import EXACT, percent
from api.packs.llm.question import queries
from api.packs.llm.shapes import Count, Exact
from api.query.params import Cursor, Limit, decode_number, encode
from api.schemas.common import NO_NUL, Items, Strict
from api.small import SmallRoute
from db.audit import record
from db.calendar import zone_of
from db.errors import Conflict, NotFound
from db.packs.decimals import exact
from db.packs.llm.budgeting import arguments, judged, period_of
from db.records import from_us
from db.room import one_more

router = APIRouter(prefix="/budgets", route_class=SmallRoute)
BudgetId = Annotated[int, Path(ge=1, le=2**53, alias="id")]
Amount = Annotated[
    Decimal, Field(gt=0, le=10**12, max_digits=30, decimal_places=12), PlainSerializer(exact, return_type=str)
]
Share = Annotated[
    Decimal, Field(gt=0, le=1, max_digits=10, decimal_places=9), PlainSerializer(exact, return_type=str)
]  # fmt: skip


class BudgetIn(Strict):
    """How much messages of a project and a model (null: all) may cost in each period of a zone."""

    name: str = Field(min_length=1, max_length=200, pattern=NO_NUL, examples=["Atlas, a month"])
    project_id: str | None = Field(None, min_length=1, max_length=200, pattern=NO_NUL)
    model: str | None = Field(None, min_length=1, max_length=200, pattern=NO_NUL)
    period: Literal["day", "week", "month"] = "month"
    timezone: str = Field("UTC", max_length=100, examples=["Europe/Berlin"])
    amount: Amount = Field(description="USD", examples=["500"])
    warn_at: Share = Field(Decimal("0.8"), description="The share from which on it is said", examples=["0.8"])


class BudgetOut(BudgetIn):
    """A budget, and how it stands in the period that lasts now."""

    id: int
    changed_by: str
    changed_at: datetime
    period_begins: datetime
    period_ends: datetime
    spent: Exact
    remaining: Exact = Field(description="Negative: overspent")
    spent_percent: float | None
    unpriced_messages: Count = Field(description="Messages of the period without a cost: not in `spent`")
    projected: Exact = Field(description="What the period comes to, at the pace of the last 28 days")
    state: Literal["ok", "warning", "over"]
    will_be_over: bool = Field(description="By the projection")


@router.get("", summary="Budgets, and how they stand")
async def list_budgets(who: CanRead, conn: Conn, limit: Limit = 100, cursor: Cursor = None) -> Items[BudgetOut]:
    """In the order in which they were made."""
    after = decode_number("budgets", cursor)
    found = queries().list_budgets(conn, tenant=who.tenant, after=after, limit=limit + 1)
    rows = [row async for row in found]
    more = encode("budgets", rows[limit - 1]["id"]) if len(rows) > limit else None
    return Items(items=[await _shown(conn, row) for row in rows[:limit]], next=more)


@router.get("/{id}", summary="A budget, and how it stands")
async def get_budget(budget_id: BudgetId, who: CanRead, conn: Conn) -> BudgetOut:
    """In the period that lasts now."""
    return await _shown(conn, await _row(await queries().budget(conn, tenant=who.tenant, id=budget_id)))


@router.post("", status_code=201, summary="Set a budget")
async def add_budget(body: BudgetIn, who: CanOperate, conn: Conn) -> BudgetOut:
    """Within a quarter of an hour, an insight says when most of it is spent, or all."""
    zone_of(body.timezone)
    async with conn.transaction():
        await one_more(conn, who.tenant, queries().budgets_there, limits().most_budgets, "budgets")
        row = await queries().add_budget(conn, tenant=who.tenant, who=who.name, **body.model_dump())
        if row is None:
            raise Conflict("There is a budget of this name already. PUT changes it.")
        await record(conn, who.tenant, f"{who.kind}:{who.id}", "llm.budget.set", f"budget:{row['id']}")
    return await _shown(conn, row)


@router.put("/{id}", summary="Change a budget")
async def put_budget(budget_id: BudgetId, body: BudgetIn, who: CanOperate, conn: Conn) -> BudgetOut:
    """Replaces it."""
    zone_of(body.timezone)
    try:
        async with conn.transaction():
            row = await _row(
                await queries().put_budget(conn, tenant=who.tenant, id=budget_id, who=who.name, **body.model_dump())
            )
            await record(conn, who.tenant, f"{who.kind}:{who.id}", "llm.budget.set", f"budget:{budget_id}")
    except asyncpg.UniqueViolationError as error:
        raise Conflict("There is another budget of this name. Choose a name that is free.") from error
    return await _shown(conn, row)


@router.delete("/{id}", status_code=204, summary="Remove a budget")
async def drop_budget(budget_id: BudgetId, who: CanOperate, conn: Conn) -> None:
    """What was said of it is closed."""
    async with conn.transaction():
        await _row(await queries().drop_budget(conn, tenant=who.tenant, id=budget_id))
        await queries().close_budget(conn, tenant=who.tenant, item=str(budget_id))
        await record(conn, who.tenant, f"{who.kind}:{who.id}", "llm.budget.removed", f"budget:{budget_id}")


async def _row(row: Any) -> Any:
    if row is None:
        raise NotFound("There is no such budget. GET /api/v1/llm/budgets lists those there are.")
    return row


async def _shown(conn: Any, row: Any) -> BudgetOut:
    period = period_of(row["period"], row["timezone"], time.time_ns() // 1000)
    sums = []
    for lo, hi in period.asks():
        found = queries().spent(conn, tenant=row["tenant_id"], **arguments(row, lo, hi))
        sums.append([one async for one in found])
    how = judged(row, period, sums)
    fields = {name: row[name] for name in (*BudgetIn.model_fields, "id", "changed_by", "changed_at")}
    return BudgetOut(
        **fields,
        period_begins=from_us(period.begin),
        period_ends=from_us(period.end),
        spent=exact(how.spent),
        remaining=exact(EXACT.subtract(row["amount"], how.spent)),
        spent_percent=percent(how.spent, row["amount"]),
        unpriced_messages=how.unpriced,
        projected=exact(how.projected),
        state=how.state,
        will_be_over=how.projected > row["amount"],
    )
