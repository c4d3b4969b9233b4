"""Patterns: what recurs in a series, or belongs together in several. Runs write them, routes read them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from db import findings, rows
from db.findings import Looked, finding_id
from db.pool import Connection, Pool
from db.queries import for_asyncpg, for_psycopg


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern as a model found it in an item of its job. `key` tells the patterns of a model in the same series
    apart, and is the same in every run. `series_ids` and `metrics` stand in the order of the factors: the leader
    first."""

    item: str
    model: str
    key: str
    pattern_type: str
    description: str
    confidence: float
    frequency: str | None
    series_ids: Sequence[int]
    metrics: Sequence[str]
    since: datetime
    until: datetime
    expires_at: datetime
    correlation_factors: dict[str, Any] = field(default_factory=dict)
    metadata: dict[str, Any] = field(default_factory=dict)

    def id(self, tenant: int) -> str:
        """Its id among all patterns: whoever leads, a pair is one pair."""
        return finding_id(tenant, self.model, *sorted(self.series_ids), self.key)


def save_patterns(
    conn: Connection, tenant: int, job: str, found: Sequence[Found], looked: Sequence[Looked], now: datetime
) -> None:
    """Write what a job found in a tenant's items, and close what it no longer finds in those it `looked` at."""
    records = {one.id(tenant): _record(one, tenant) for one in found}
    findings.replace(conn, for_psycopg("patterns"), tenant, job, list(records.values()), looked, now, "pattern_id")


def _record(one: Found, tenant: int) -> dict[str, Any]:
    same = (
        "item",
        "model",
        "pattern_type",
        "description",
        "confidence",
        "frequency",
        "correlation_factors",
        "metadata",
    )
    times = {name: getattr(one, name).isoformat() for name in ("since", "until", "expires_at")}
    return (
        {name: getattr(one, name) for name in same}
        | times
        | {
            "pattern_id": one.id(tenant),
            "series_ids": list(one.series_ids),
            "metrics": list(one.metrics),
        }
    )


def drop_expired_patterns(conn: Connection, now: datetime) -> int:
    """Delete patterns that expired before `now`. Returns how many."""
    return findings.drop_expired(conn, for_psycopg("patterns"), now)


async def list_patterns(
    pool: Pool, tenant: int, *, kind: str | None, metric: str | None, min_confidence: float, active: bool | None,
    before: int | None, limit: int,
) -> list[dict[str, Any]]:  # fmt: skip
    """A tenant's patterns below an id, newest first, as columns by name. `metric` may hold `*`."""
    exact, pattern = rows.match(metric)
    found = for_asyncpg("patterns").patterns(
        pool, tenant=tenant, type=kind, metric=exact, pattern=pattern, min_confidence=min_confidence, active=active,
        before=before, limit=limit,
    )  # fmt: skip
    return [dict(row) async for row in found]
