"""Counters of what each user did on a day of UTC, kept in Redis: a hash `metrics:{user_id}:{date}`.

Tenants share the keys (two tenants may know a user by the same id) and have fields of their own: `{tenant}:{measure}`,
`{tenant}:revenue:{currency}`, `{tenant}:as_of`. The counters are rebuilt from the database, never added to: what Redis
loses, or a crash leaves half done, is right again with the next run.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from db.packs.content.counts import WIDE
from db.packs.decimals import exact

MEASURES = {
    1: "page_views",
    2: "content_views",
    3: "content_optimized",
    4: "conversions",
    5: "engagements",
    6: "clicks",
}
"""Kind of an event -> what it is counted as."""
KEEP_DAYS = 2
"""After its end a day's counters expire so late."""


def key_of(person: str, day: date) -> str:
    """The hash of a user's day."""
    return f"metrics:{person}:{day.isoformat()}"


def counters(rows: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Rows of kind, currency, n, revenue -> measure -> count, and `revenue:{currency}` -> amount."""
    counts = dict.fromkeys(MEASURES.values(), 0)
    money: dict[str, Decimal] = {}
    for row in rows:
        counts[MEASURES[row["kind"]]] += row["n"]
        if row["revenue"] is not None:
            currency = f"revenue:{row['currency']}"
            money[currency] = WIDE.add(money.get(currency, Decimal(0)), row["revenue"])
    return {name: str(n) for name, n in counts.items()} | {name: exact(amount) for name, amount in money.items()}


def fields(tenant: int, said: Mapping[str, str], as_of: datetime) -> dict[str, str]:
    """The fields of a tenant in a day's hash."""
    named = {f"{tenant}:{name}": value for name, value in said.items()}
    return named | {f"{tenant}:as_of": as_of.astimezone(UTC).isoformat()}


def read(tenant: int, found: Mapping[str, str]) -> tuple[dict[str, str], datetime] | None:
    """What `fields` was given; None: the tenant has none in the hash."""
    mine = {name.split(":", 1)[1]: value for name, value in found.items() if name.startswith(f"{tenant}:")}
    as_of = mine.pop("as_of", None)
    return None if as_of is None else (mine, datetime.fromisoformat(as_of))
