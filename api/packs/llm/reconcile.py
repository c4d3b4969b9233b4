"""A provider's invoice beside what was counted here: by day and model, to the last digit."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Annotated

import numpy as np
from fastapi import APIRouter
from pydantic import BaseModel, Field

from api.deps import CanOperate, Conn
from api.errors import Unprocessable
from api.packs.llm.money import EXACT, ZERO, added, percent, plus
from api.packs.llm.question import ALL, rows
from api.packs.llm.shapes import Count, Exact
from api.packs.llm.totals import UNKNOWN
from api.schemas.common import NO_NUL, Strict
from api.small import SmallRoute
from db.calendar import day_begins, zone_of
from db.packs.decimals import exact

router = APIRouter(route_class=SmallRoute)
LONGEST = timedelta(days=366)
DAYS_THAT_ARE = {"ge": date(1974, 1, 1), "le": date(2199, 12, 31)}


class Line(Strict):
    """A line of an invoice. Lines of the same day and model are added."""

    day: Annotated[date, Field(**DAYS_THAT_ARE, examples=["2026-05-04"])]
    model: str | None = Field(None, min_length=1, max_length=200, pattern=NO_NUL, description="Absent: all models")
    amount: Annotated[Decimal, Field(max_digits=30, decimal_places=12, description="USD; a credit is negative")]


class Invoice(Strict):
    """What a provider charges. `timezone`: in which its days begin."""

    timezone: str = Field("UTC", max_length=100)
    lines: list[Line] = Field(min_length=1, max_length=2_000)


class Compared(BaseModel):
    """A day and model (null: all models of the day). `difference`: what was invoiced over what was counted."""

    day: date
    model: str | None
    invoiced: Exact
    counted: Exact
    difference: Exact
    difference_percent: float | None = Field(description="Of what was counted")
    unpriced_messages: Count = Field(description="Messages here without a cost: they may explain a difference")


class Reconciliation(BaseModel):
    """The invoice beside what was counted, on the days and for the models that it names."""

    timezone: str
    items: list[Compared]
    invoiced: Exact
    counted: Exact
    difference: Exact
    not_invoiced: dict[str, str] = Field(description="Models with costs on these days that the invoice does not name")


Key = tuple[date, str | None]


@router.post("/reconcile", summary="An invoice beside what was counted")
async def reconcile(body: Invoice, who: CanOperate, conn: Conn) -> Reconciliation:
    """Nothing is kept. Lines without a model stand for all that the day cost."""
    days = sorted({line.day for line in body.lines})
    if days[-1] - days[0] > LONGEST:
        raise Unprocessable(f"An invoice spans {LONGEST.days} days at most. Send it in parts.")
    invoiced: dict[Key, Decimal] = {}
    for line in body.lines:
        invoiced[line.day, line.model] = plus(invoiced.get((line.day, line.model), ZERO), line.amount)
    zone = zone_of(body.timezone)
    every = [days[0] + timedelta(days=n) for n in range((days[-1] - days[0]).days + 2)]
    edges = np.unique(np.array([day_begins(day, zone) for day in every], np.int64))
    begins = {day_begins(day, zone): day for day in reversed(every)}
    counted: dict[Key, tuple[Decimal, int]] = {}
    for row in await rows(conn, who.tenant, "fold_costs", edges, project=ALL):
        day = begins[int(edges[row["bucket"]])]
        for model in (row["name"] or UNKNOWN, None):
            cost, unpriced = counted.get((day, model), (ZERO, 0))
            counted[day, model] = (plus(cost, row["cost"]), unpriced + row["messages"] - row["priced"])
    return _told(body.timezone, invoiced, counted)


def _told(timezone: str, invoiced: dict[Key, Decimal], counted: dict[Key, tuple[Decimal, int]]) -> Reconciliation:
    items = []
    for day, model in sorted(invoiced, key=lambda key: (key[0], key[1] or "")):
        amount, (cost, unpriced) = invoiced[day, model], counted.get((day, model), (ZERO, 0))
        gap = EXACT.subtract(amount, cost)
        items.append(
            Compared(
                day=day, model=model, invoiced=exact(amount), counted=exact(cost), difference=exact(gap),
                difference_percent=percent(gap, cost), unpriced_messages=unpriced,
            )
        )  # fmt: skip
    whole, ours = added(invoiced.values()), added(counted.get(key, (ZERO, 0))[0] for key in invoiced)
    days = {day for day, _ in invoiced}
    all_models = {day for day, model in invoiced if model is None}
    missing: dict[str, Decimal] = {}
    for (day, model), (cost, _) in counted.items():
        if model is not None and cost and day in days - all_models and (day, model) not in invoiced:
            missing[model] = plus(missing.get(model, ZERO), cost)
    return Reconciliation(
        timezone=timezone,
        items=items,
        invoiced=exact(whole),
        counted=exact(ours),
        difference=exact(EXACT.subtract(whole, ours)),
        not_invoiced={model: exact(cost) for model, cost in sorted(missing.items())},
    )
