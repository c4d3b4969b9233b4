"""Decimals as they are written: what packs that keep money share."""

from __future__ import annotations

from decimal import Decimal


def exact(amount: Decimal) -> str:
    """All digits, without exponent and needless zeros."""
    text = format(amount, "f")
    return (text.rstrip("0").rstrip(".") or "0") if "." in text else text
