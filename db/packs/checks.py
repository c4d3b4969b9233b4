"""Whether an event is what its pack says of it."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from db.packs.model import EventType, Property
from db.packs.registry import event_type
from db.records import Event

DIGITS = 30
"""Digits of a decimal before, and after, the point."""


def wrong_event(event: Event) -> str | None:
    """Why an event is not what its type asks for, or None. Types that no pack knows are free."""
    kind = event_type(event.event_type)
    return None if kind is None else _wrong(kind, event)


def _wrong(kind: EventType, event: Event) -> str | None:
    for need in kind.needs:
        if getattr(event, need) is None:
            return f"{kind.type} needs {need}"
    for name, rule in kind.properties.items():
        value = event.properties.get(name)
        if value is None:
            if rule.required:
                return f"{kind.type} needs properties.{name} ({rule.title})"
        elif wrong := _wrong_value(rule, value):
            return f"properties.{name} {wrong}"
    return None


def _wrong_value(rule: Property, value: Any) -> str | None:
    match rule.type:
        case "string":
            return _wrong_text(rule, value)
        case "boolean":
            return None if isinstance(value, bool) else "must be true or false"
        case "object":
            return None if isinstance(value, dict) else "must be an object"
        case "list":
            return None if isinstance(value, list) else "must be a list"
        case "time":
            return _wrong_time(value)
        case _:
            return _wrong_number(rule, value)


def _wrong_text(rule: Property, value: Any) -> str | None:
    if not isinstance(value, str) or not value:
        return "must be a string that is not empty"
    if len(value) > rule.length:
        return f"may have {rule.length} characters"
    if rule.choices is not None and value not in rule.choices:
        return f"must be one of {', '.join(rule.choices)}"
    return None


def _wrong_number(rule: Property, value: Any) -> str | None:
    number = decimal_of(value) if rule.type == "decimal" else _plain(value)
    if number is None:
        return "must be a number" + (", or a string that spells one" if rule.type == "decimal" else "")
    if rule.type == "integer" and (number != int(number) or isinstance(value, float)):
        return "must be a whole number"
    if (rule.min is not None and number < rule.min) or (rule.max is not None and number > rule.max):
        ends = [f"{word} {end:g}" for word, end in (("at least", rule.min), ("at most", rule.max)) if end is not None]
        return f"must be {' and '.join(ends)}" + (f" {rule.unit}" if rule.unit else "")
    return None


def _plain(value: Any) -> int | float | None:
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def decimal_of(value: Any) -> Decimal | None:
    """A JSON number, or a string that spells one in plain digits, as the decimal that was written; None: it is none.

    At most `DIGITS` digits on either side of the point. A JSON number keeps 15 significant digits; a string all.
    """
    if isinstance(value, bool) or not isinstance(value, int | float | str) or len(str(value)) > 2 * DIGITS + 2:
        return None
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    if not number.is_finite() or number.adjusted() >= DIGITS or int(number.as_tuple().exponent) < -DIGITS:
        return None
    return number


def _wrong_time(value: Any) -> str | None:
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        return "must be a time as RFC 3339 with a zone, such as 2026-01-01T00:00:00Z"
    return None if 1900 <= moment.year <= 2200 else "must lie between 1900 and 2200"
