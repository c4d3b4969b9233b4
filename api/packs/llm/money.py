"""Rounding, only where people read: money is exact until here."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_EVEN, Context, Decimal, Inexact
from functools import reduce

ZERO = Decimal(0)
STEPS = tuple(Decimal(1).scaleb(-digits) for digits in range(7))
"""1, 0.1, 0.01 …"""
WIDE = Context(prec=60)
"""Digits of quotients."""
BROAD = Context(prec=200)
EXACT = Context(prec=200, traps=[Inexact])
"""For sums: more digits than any amount has. Python's own context keeps 28."""


def plus(a: Decimal, b: Decimal) -> Decimal:
    """The sum, every digit of it."""
    return EXACT.add(a, b)


def added(amounts: Iterable[Decimal]) -> Decimal:
    """The sum of all."""
    return reduce(plus, amounts, ZERO)


def rounded(amount: Decimal | None, digits: int) -> float | None:
    """An amount as a JSON number of so many decimals; the nearest, and of two the even one."""
    if amount is None:
        return None
    return near(amount, digits)


def near(amount: Decimal, digits: int) -> float:
    """The same of an amount that is there."""
    return float(amount.quantize(STEPS[digits], ROUND_HALF_EVEN, BROAD))


def each(amount: Decimal, n: int) -> Decimal | None:
    """An amount shared by n; None for none."""
    return WIDE.divide(amount, Decimal(n)) if n else None


def percent(part: Decimal | float, whole: Decimal | float) -> float | None:
    """A share in percent, rounded to 2 digits; None of nothing."""
    return round(float(part) / float(whole) * 100, 2) if whole else None
