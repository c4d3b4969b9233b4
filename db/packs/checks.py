"""Whether an event is what its pack says of it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from hashlib import blake2b
from typing import Any

from db.calendar import zones
from db.packs.model import EventType, Property
from db.packs.registry import event_type
from db.records import Event

DIGITS = 30
"""Digits of a decimal before, and after, the point."""
LARGEST_INT = 2**63 - 1
"""What a bigint holds."""

# Python reads more than a database does: 1_000, Arabic digits, weeks, any letter between date and time.
_PLAIN = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)", re.ASCII)
_RFC3339 = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)", re.ASCII)
_FURTHEST = timedelta(hours=15, minutes=59)
"""What a database takes as an offset from UTC."""


def wrong_event(event: Event) -> str | None:
    """Why an event is not what its type asks for, or None. Types that no pack knows are free."""
    kind = event_type(event.event_type)
    return None if kind is None else _wrong(kind, event)


def identified(event: Event) -> Event:
    """The event under the event_id that its type's `same` implies; as it is, where it has not all of these."""
    kind = event_type(event.event_type)
    if kind is None or not kind.same:
        return event
    parts = [found_in(event, path) for path in kind.same]
    if any(part is None for part in parts):
        return event
    text = "".join(f"{len(part)}:{part}" for part in map(str, (event.event_type, *parts)))
    return replace(event, event_id=blake2b(text.encode(), digest_size=16).hexdigest())


def found_in(event: Event, path: str) -> Any:
    """What stands in an event at a path of `db.packs.model.Path`, such as `properties.revenue`; None: nothing."""
    first, *rest = path.split(".")
    found: Any = getattr(event, first, None)
    for key in rest:
        found = found.get(key) if isinstance(found, dict) else None
    return found


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
        case "time" | "zone":
            return _wrong_time(value) if rule.type == "time" else _wrong_zone(value)
        case _:
            return _wrong_number(rule, value)


def _wrong_zone(value: Any) -> str | None:
    known = isinstance(value, str) and value in zones()
    return None if known else "must be an IANA time zone such as Europe/Berlin"


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
        return _no_decimal(value) if rule.type == "decimal" else "must be a number"
    if rule.type == "integer" and (isinstance(value, float) or not -LARGEST_INT <= value <= LARGEST_INT):
        return "must be a whole number" if isinstance(value, float) else "must be a whole number of 64 bits"
    if rule.min is None and rule.max is None:
        return None
    exact = Decimal(str(value))  # 0.1 as it was written: the nearest float lies above it
    low, high = (None if end is None else Decimal(str(end)) for end in (rule.min, rule.max))
    if (low is not None and exact < low) or (high is not None and exact > high):
        ends = (("at least", low), ("at most", high))
        said = [f"{word} {end.normalize():f}" for word, end in ends if end is not None]
        return f"must be {' and '.join(said)}" + (f" {rule.unit}" if rule.unit else "")
    return None


def _no_decimal(value: Any) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"may have {DIGITS} digits before the point, and {DIGITS} after it"
    return f"must be a number, or a string that spells one with at most {DIGITS} digits on either side of the point"


def _plain(value: Any) -> int | float | None:
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def decimal_of(value: Any) -> Decimal | None:
    """A JSON number, or a string that spells one in plain digits, as the decimal that was written; None: it is none.

    At most `DIGITS` digits on either side of the point. A JSON number keeps 15 significant digits; a string all.
    """
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    text = str(value)
    if len(text) > 2 * DIGITS + 2 or (isinstance(value, str) and not _PLAIN.fullmatch(text)):
        return None
    number = Decimal(text)
    if not number.is_finite() or number.adjusted() >= DIGITS or int(number.as_tuple().exponent) < -DIGITS:
        return None
    return number


def _wrong_time(value: Any) -> str | None:
    try:
        known = isinstance(value, str) and _RFC3339.fullmatch(value)
        moment = datetime.fromisoformat(value.upper()) if known else None
    except ValueError:
        moment = None
    offset = None if moment is None else moment.utcoffset()
    if moment is None or offset is None or abs(offset) > _FURTHEST:
        return "must be a time as RFC 3339 with a zone, such as 2026-01-01T00:00:00Z"
    return None if 1900 <= moment.year <= 2200 else "must lie between 1900 and 2200"
