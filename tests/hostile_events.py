"""Events that are as strange as a pack's grammar lets them be: made by Hypothesis from the grammar alone."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from db.calendar import zones
from db.packs.checks import decimal_of
from db.packs.model import EventType, Property

TEXT = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1, max_size=40)
ID = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40)
FEW = st.sampled_from(["a", "b", " ", "ß", "'; drop table events; --", "%s :tenant $1", "null", "\\", "🦀" * 50])
"""Names that come again, so that events meet."""
LONGEST = "".join(chr(0x10000 + 7919 * i % 0xE000) for i in range(200))
"""As long as names may be, in characters of four bytes that nothing compresses: what no index should choke on."""
WHOLE = st.integers(-(2**63), 2**63 - 1)
FINITE = st.floats(allow_nan=False, allow_infinity=False)
JSON = st.recursive(
    st.none() | st.booleans() | WHOLE | FINITE | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=8,
)
MOMENT = st.datetimes(datetime(2015, 1, 1), datetime(2026, 1, 1), timezones=st.just(UTC))


def events(kinds: tuple[EventType, ...]) -> st.SearchStrategy[dict[str, Any]]:
    """Events of these types, as POST /api/v1/events takes them."""
    return st.one_of([_events(kind) for kind in kinds])


def _events(kind: EventType) -> st.SearchStrategy[dict[str, Any]]:
    names = dict.fromkeys(("user_id", "session_id", "content_id"), FEW | ID | st.just(LONGEST))
    needed = {name: value for name, value in names.items() if name in kind.needs}
    must = {name: _values(rule) for name, rule in kind.properties.items() if rule.required}
    may = {name: _values(rule) | st.none() for name, rule in kind.properties.items() if not rule.required}
    more = st.dictionaries(TEXT.filter(lambda name: name not in kind.properties), JSON, max_size=2)
    known = st.fixed_dictionaries(must, optional=may)
    # Times that come again, and the ends of buckets and days.
    times = MOMENT | st.sampled_from([datetime(2025, 3, 30, hour, tzinfo=UTC) for hour in (0, 1, 23)])
    return st.fixed_dictionaries(
        {
            "event_id": st.uuids().map(str),
            "event_type": st.just(kind.type),
            "timestamp": times.map(lambda t: t.isoformat()),
            "properties": st.builds(lambda more, known: more | known, more, known),
            **needed,
        },
        optional={name: value for name, value in names.items() if name not in kind.needs},
    )


def _values(rule: Property) -> st.SearchStrategy[Any]:
    match rule.type:
        case "string":
            if rule.choices is not None:
                return st.sampled_from(rule.choices)
            return (FEW | TEXT | st.just(LONGEST * 50)).map(lambda text: text[: rule.length])
        case "boolean":
            return st.booleans()
        case "object":
            return st.dictionaries(TEXT, JSON, max_size=3)
        case "list":
            return st.lists(JSON, max_size=3)
        case "time":
            return _moments()
        case "zone":
            return st.sampled_from(["UTC", "Asia/Kathmandu", "Australia/Lord_Howe", "America/New_York", "Etc/GMT+12"])
        case "zone":
            return st.sampled_from(sorted(zones()))
        case _:
            return _numbers(rule)


def _moments() -> st.SearchStrategy[str]:
    ends = st.sampled_from(
        ["1900-01-02T00:00:00+14:00", "2200-12-31T23:59:59-12:00", "2024-02-29T23:59:60Z"[:17] + "59Z"]
    )
    return ends | MOMENT.map(lambda t: t.isoformat())


def _numbers(rule: Property) -> st.SearchStrategy[Any]:
    ends = st.sampled_from([end for end in (rule.min, rule.max) if end is not None] or [0])
    low = int(-(2**63) if rule.min is None else rule.min)
    high = int(2**63 - 1 if rule.max is None else rule.max)
    whole = st.integers(low, high)
    if rule.type == "integer":
        return ends.map(int) | whole
    plain = ends | whole | st.floats(rule.min, rule.max, allow_nan=False, allow_infinity=False)
    if rule.type == "number":
        return plain
    exact = st.decimals(
        Decimal(-(10**29) if rule.min is None else str(rule.min)),
        Decimal(10**29 if rule.max is None else str(rule.max)),
        places=20, allow_nan=False, allow_infinity=False,
    )  # fmt: skip
    return plain.filter(lambda n: decimal_of(n) is not None) | exact.map(lambda d: format(d, "f"))
