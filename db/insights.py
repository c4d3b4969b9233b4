"""Insights: what models found about one series or metric, in words and numbers. Runs write them, routes read them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from db import findings, rows
from db.errors import NotFound
from db.findings import Looked, finding_id
from db.pool import Connection, Pool
from db.queries import for_asyncpg, for_psycopg
from db.records import Severity


@dataclass(frozen=True, slots=True)
class Insight:
    """A finding of a model about an item of its job. `key` tells the findings of a model about one series or metric
    apart, and is the same in every run. [since, until): the data it speaks of."""

    item: str
    model: str
    key: str
    category: str
    title: str
    description: str
    severity: Severity
    confidence: float
    impact_score: float
    metric: str
    since: datetime
    until: datetime
    expires_at: datetime
    series_id: int | None = None
    labels: dict[str, str] = field(default_factory=dict)
    recommendations: Sequence[Any] = ()
    metadata: dict[str, Any] = field(default_factory=dict)

    def id(self, tenant: int) -> str:
        """Its id among all insights."""
        return finding_id(tenant, self.model, self.metric, self.series_id, self.key)


def save_insights(
    conn: Connection, tenant: int, job: str, found: Sequence[Insight], looked: Sequence[Looked], now: datetime
) -> None:
    """Write what a job found in a tenant's items, and close what it no longer finds in those it `looked` at."""
    records = {one.id(tenant): _record(one, tenant) for one in found}
    findings.replace(conn, for_psycopg("insights"), tenant, job, list(records.values()), looked, now, "insight_id")


def _record(one: Insight, tenant: int) -> dict[str, Any]:
    same = ("item", "model", "category", "title", "description", "confidence", "impact_score", "metric", "labels",
            "metadata", "series_id")  # fmt: skip
    times = {name: getattr(one, name).isoformat() for name in ("since", "until", "expires_at")}
    return (
        {name: getattr(one, name) for name in same}
        | times
        | {
            "insight_id": one.id(tenant),
            "severity": one.severity.value,
            "recommendations": list(one.recommendations),
        }
    )


def drop_expired_insights(conn: Connection, now: datetime) -> int:
    """Delete insights that expired before `now`. Returns how many."""
    return findings.drop_expired(conn, for_psycopg("insights"), now)


@dataclass(frozen=True, slots=True)
class InsightFilter:
    """Which insights are asked for. `severity`: this or worse. `metric` may hold `*`. `active`: still true, or no
    longer; None: both."""

    severity: str | None = None
    category: str | None = None
    metric: str | None = None
    labels: dict[str, str] = field(default_factory=dict)
    min_confidence: float = 0.0
    active: bool | None = None

    def arguments(self) -> dict[str, Any]:
        """For the queries."""
        exact, pattern = rows.match(self.metric)
        return {
            "severities": rows.at_least(self.severity),
            "category": self.category,
            "metric": exact,
            "pattern": pattern,
            "labels": self.labels,
            "min_confidence": self.min_confidence,
            "active": self.active,
        }


async def list_insights(
    pool: Pool, tenant: int, asked: InsightFilter, before: int | None, limit: int
) -> list[dict[str, Any]]:
    """A tenant's insights below an id, newest first, as columns by name."""
    found = for_asyncpg("insights").insights(pool, tenant=tenant, before=before, limit=limit, **asked.arguments())
    return [dict(row) async for row in found]


async def count_insights(pool: Pool, tenant: int, asked: InsightFilter) -> dict[str, int]:
    """How many there are of each severity; severities without any are 0."""
    found = for_asyncpg("insights").count_insights(pool, tenant=tenant, **asked.arguments())
    return {severity.value: 0 for severity in Severity} | {row["severity"]: row["n"] async for row in found}


async def get_insight(pool: Pool, tenant: int, insight_id: str) -> dict[str, Any]:
    """One insight of a tenant. Raises `NotFound`."""
    plain = insight_id.isascii() and insight_id.isalnum()
    row = await for_asyncpg("insights").insight(pool, tenant=tenant, insight_id=insight_id) if plain else None
    if row is None:
        raise NotFound("There is no such insight. It may have expired.")
    return dict(row)
