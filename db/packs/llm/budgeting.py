"""Budgets: in which period one is, and how much of it is spent. Pure but for the calendar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Context, Decimal
from functools import reduce
from typing import Any, Literal

from db.calendar import DAY_US, day_begins, zone_of
from db.packs.window import moments, pieces_of, whole
from db.records import Times, from_us

Row = Mapping[str, Any]
State = Literal["ok", "warning", "over"]
WIDE = Context(prec=200)
"""For sums: more digits than any amount has. Python's own context keeps 28."""
PACE_DAYS = 28
"""Days before now by whose pace the rest of a period is projected."""


@dataclass(frozen=True)
class Period:
    """A period of a budget, [begin, end) us, and now within."""

    begin: int
    end: int
    now: int

    @property
    def pace_from(self) -> int:
        """Where the days begin that say the pace."""
        return self.now - PACE_DAYS * DAY_US

    def asks(self) -> list[tuple[int, int]]:
        """Ranges whose cost is asked for: the period so far, and the days of the pace."""
        return [(self.begin, self.now), (self.pace_from, self.now)]


@dataclass(frozen=True)
class Spent:
    """How a budget stands. `projected`: what it comes to at the pace of the last weeks; USD, exact but for that."""

    period: Period
    spent: Decimal
    unpriced: int
    projected: Decimal
    state: State


def period_of(kind: str, timezone: str, now: int) -> Period:
    """The local day, ISO week or month that `now` (us) lies in."""
    zone = zone_of(timezone)
    today = from_us(now).astimezone(zone).date()
    if kind == "day":
        first, after = today, today + timedelta(days=1)
    elif kind == "week":
        first = today - timedelta(days=today.weekday())
        after = first + timedelta(days=7)
    else:
        first = today.replace(day=1)
        after = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return Period(day_begins(first, zone), day_begins(after, zone), now)


def arguments(budget: Row, lo: int, hi: int) -> dict[str, Any]:
    """For the query `spent`."""
    edges: Times = whole(lo, hi)
    same = {name: budget[name] for name in ("project_id", "model")}
    return pieces_of(edges).arguments() | {"edges": moments(edges)} | same


def judged(budget: Row, period: Period, sums: Sequence[Sequence[Row]]) -> Spent:
    """`sums`: rows of `spent` for each of `period.asks()`."""
    so_far, pace = (reduce(WIDE.add, (Decimal(row["cost"]) for row in rows), Decimal(0)) for rows in sums)
    unpriced = sum(row["unpriced"] for row in sums[0])
    left = Decimal(period.end - period.now) / Decimal(period.now - period.pace_from)
    amount = Decimal(budget["amount"])
    state: State = "over" if so_far > amount else "warning" if so_far >= amount * budget["warn_at"] else "ok"
    rest = WIDE.multiply(pace, left).quantize(Decimal("0.01"), context=WIDE)
    return Spent(period, so_far, unpriced, WIDE.add(so_far, rest), state)
