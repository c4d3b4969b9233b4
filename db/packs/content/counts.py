"""What happened with content in some time, and the measures made of it, as docs/domains/content.md defines them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from decimal import ROUND_HALF_EVEN, Context, Decimal
from operator import attrgetter
from typing import Any

ZERO, CENT = Decimal(0), Decimal("0.01")
WIDE = Context(prec=80)
"""Digits for sums and quotients of money and scores: amounts have up to 60."""
NONE = "XXX"
"""ISO 4217 for no currency: what amounts without one are counted under."""


@dataclass(slots=True)
class Counts:
    """Sums over some events. `money`: currency -> revenue; `sales`: currency -> conversions that say a revenue."""

    page_views: int = 0
    content_views: int = 0
    engaged_views: int = 0
    clicks: int = 0
    conversions: int = 0
    engagements: int = 0
    optimizations: int = 0
    scored: int = 0
    score_sum: Decimal = Decimal(0)
    money: dict[str, Decimal] = field(default_factory=dict)
    sales: dict[str, int] = field(default_factory=dict)

    def add(self, row: Mapping[str, Any]) -> None:
        """Add a row of sums."""
        self.page_views += row["page_views"]
        self.content_views += row["content_views"]
        self.engaged_views += row["engaged_views"]
        self.clicks += row["clicks"]
        self.conversions += row["conversions"]
        self.engagements += row["engagements"]
        self.optimizations += row["optimizations"]
        self.scored += row["scored"]
        self.score_sum = WIDE.add(self.score_sum, row["score_sum"])

    def earn(self, row: Mapping[str, Any]) -> None:
        """Add a row of revenue."""
        self._earn(row["currency"], row["revenue"], row["sales"])

    def _earn(self, currency: str, revenue: Decimal, sales: int) -> None:
        self.money[currency] = WIDE.add(self.money.get(currency, ZERO), revenue)
        self.sales[currency] = self.sales.get(currency, 0) + sales

    @property
    def views(self) -> int:
        """Page views and content views."""
        return self.page_views + self.content_views

    @property
    def engagement_rate(self) -> float | None:
        """Engaged views of all views, in percent."""
        return percent(self.engaged_views, self.views)

    @property
    def click_through_rate(self) -> float | None:
        """Clicks a view, in percent; above 100 where views are clicked more than once."""
        return percent(self.clicks, self.views)

    @property
    def conversion_rate(self) -> float | None:
        """Conversions a view, in percent: 12 of 250 are 4.8."""
        return percent(self.conversions, self.views)

    @property
    def optimization_score(self) -> float | None:
        """Mean score of the optimisations that say one, rounded to 2 digits."""
        return near(WIDE.divide(self.score_sum, Decimal(self.scored))) if self.scored else None

    def currency(self, asked: str | None = None) -> str:
        """That of the revenue that is shown: the one asked for, or the one of most sales; XXX without any."""
        return asked or max(sorted(self.sales), key=lambda name: self.sales[name], default=NONE)

    def revenue(self, currency: str) -> Decimal:
        """In a currency, to the last digit."""
        return self.money.get(currency, ZERO)


SUMS = tuple(f.name for f in fields(Counts) if f.type == "int")


def counted(rows: Iterable[Mapping[str, Any]], money: Iterable[Mapping[str, Any]], key: str) -> dict[Any, Counts]:
    """Rows of sums and of revenue, by a column."""
    found: dict[Any, Counts] = {}
    for row in rows:
        _of(found, row[key]).add(row)
    for row in money:
        _of(found, row[key]).earn(row)
    return found


def _of(found: dict[Any, Counts], key: Any) -> Counts:
    if (counts := found.get(key)) is None:
        counts = found[key] = Counts()
    return counts


def total(parts: Iterable[Counts]) -> Counts:
    """Of counts that hold no event twice."""
    every, whole = list(parts), Counts()
    for name in SUMS:
        setattr(whole, name, sum(map(attrgetter(name), every)))
    for part in every:
        whole.score_sum = WIDE.add(whole.score_sum, part.score_sum)
        for currency, amount in part.money.items():
            whole._earn(currency, amount, part.sales[currency])
    return whole


def percent(part: int, whole: int) -> float | None:
    """Rounded to 2 digits, as `near`, in whole numbers; None of nothing."""
    if not whole:
        return None
    hundredths, rest = divmod(10_000 * part, whole)
    if 2 * rest > whole or (2 * rest == whole and hundredths % 2):
        hundredths += 1
    return hundredths / 100


def near(amount: Decimal) -> float:
    """With 2 digits behind the point; the nearest, and of two the even one."""
    return float(amount.quantize(CENT, ROUND_HALF_EVEN, WIDE))
