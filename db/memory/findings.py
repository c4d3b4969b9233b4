"""What scheduled models found, in memory: `db.roles.Findings` for readers, `db.keeper.Keeper` for the models.

Of insights and patterns only so many are kept (S3-09): those that ended longest ago go first, then the least sure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

from db.errors import NotFound
from db.findings import Looked
from db.forecasts import ForecastRow, judged
from db.history import Grid
from db.insights import Insight, InsightFilter
from db.memory.catalog import matcher
from db.memory.core import Memory, Row
from db.patterns import Found
from db.records import Severity

INSIGHT = ("item", "model", "category", "title", "description", "confidence", "impact_score", "metric", "labels",
           "metadata", "series_id", "since", "until", "expires_at")  # fmt: skip
PATTERN = ("item", "model", "pattern_type", "description", "confidence", "frequency", "correlation_factors", "metadata",
           "since", "until", "expires_at")  # fmt: skip
FORECAST = ("series_id", "model", "agg", "starts", "step", "mase", "coverage80", "coverage95", "expires_at", "metadata")
NUMBERS = ("mean", "lo80", "hi80", "lo95", "hi95")
INTERNAL = {"job", "item", "tenant_id"}


class MemoryKeeper:
    """`db.keeper.Keeper` on memory. Call it under the lock of a transaction."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._tables = memory.tables

    def insights(
        self, tenant: int, job: str, found: Sequence[Insight], looked: Sequence[Looked], now: datetime
    ) -> None:
        """See `Keeper.insights`."""
        rows = {}
        for one in found:
            same = {name: getattr(one, name) for name in INSIGHT}
            told = {"severity": one.severity.value, "recommendations": list(one.recommendations)}
            rows[one.id(tenant)] = same | told | {"insight_id": one.id(tenant), "tenant_id": tenant, "job": job}
        news = ("title", "description", "severity")
        self._replace(self._tables.insights, tenant, job, rows, looked, now, news)
        _bound(self._tables.insights, self._memory.config.memory_insights)

    def patterns(self, tenant: int, job: str, found: Sequence[Found], looked: Sequence[Looked], now: datetime) -> None:
        """See `Keeper.patterns`."""
        rows = {}
        for one in found:
            same = {name: getattr(one, name) for name in PATTERN}
            lists = {"series_ids": list(one.series_ids), "metrics": list(one.metrics)}
            rows[one.id(tenant)] = same | lists | {"pattern_id": one.id(tenant), "tenant_id": tenant, "job": job}
        self._replace(self._tables.patterns, tenant, job, rows, looked, now, ("description",))
        _bound(self._tables.patterns, self._memory.config.memory_patterns)

    def _replace(
        self, table: dict[str, Row], tenant: int, job: str, found: dict[str, Row], looked: Sequence[Looked],
        now: datetime, news: tuple[str, ...],
    ) -> None:  # fmt: skip
        """What is known is revised; what was looked for and no longer found is closed."""
        seen = self._memory.now()
        for id_, row in found.items():
            old = table.get(id_)
            if old is None or old["expires_at"] < now:
                number = self._memory.number("findings")
                table[id_] = row | {"id": number, "created_at": seen, "revised_at": seen, "closed_at": None}
                continue
            same = old["closed_at"] is None and all(old[name] == row[name] for name in news)
            kept = {"id": old["id"], "created_at": old["created_at"], "closed_at": None}
            table[id_] = row | kept | {"revised_at": old["revised_at"] if same else seen}
        ended = {(one.item, one.model) for one in looked}
        for id_, row in table.items():
            of = row["tenant_id"] == tenant and row["job"] == job and (row["item"], row["model"]) in ended
            if of and row["closed_at"] is None and id_ not in found:
                row["closed_at"] = row["revised_at"] = seen

    def forecasts(self, made: Sequence[ForecastRow], seen: Grid | None) -> None:
        """See `Keeper.forecasts`."""
        for one in made:
            old = self._tables.forecasts.get(one.series_id)
            row = {name: getattr(one, name) for name in FORECAST}
            row |= {name: getattr(one, name).tolist() for name in NUMBERS}
            held = (0, 0, 0)
            if old is not None and seen is not None:
                was = ("series_id", "starts", "step", "lo80", "hi80", "lo95", "hi95", "agg")
                held = judged(tuple(old[name] for name in was), one, seen)
            for name, n in zip(("judged", "inside80", "inside95"), held, strict=True):
                row[name] = n + (old[name] if old else 0)
            self._tables.forecasts[one.series_id] = row | {"made_at": self._memory.now()}

    def withdraw_forecasts(self, ids: Sequence[int]) -> None:
        """See `Keeper.withdraw_forecasts`."""
        for id_ in ids:
            self._tables.forecasts.pop(id_, None)


def _bound(table: dict[str, Row], most: int) -> None:
    if len(table) <= most:
        return
    worst = sorted(table, key=lambda id_: (table[id_]["closed_at"] is None, table[id_]["confidence"], table[id_]["id"]))
    for id_ in worst[: len(table) - most]:
        del table[id_]


class MemoryFindings:
    """`db.roles.Findings` on memory."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._tables = memory.tables

    async def insights(self, tenant: int, asked: InsightFilter, before: int | None, limit: int) -> Sequence[Row]:
        """See `Findings.insights`."""
        with self._memory.lock:
            return [self._insight(row) for row in self._asked(tenant, asked) if before is None or row["id"] < before][
                :limit
            ]

    def _asked(self, tenant: int, asked: InsightFilter) -> list[Row]:
        named, floor = matcher(asked.metric), Severity(asked.severity).rank if asked.severity else 0
        rows = _newest(row for row in self._tables.insights.values() if row["tenant_id"] == tenant)
        return [
            row
            for row in rows
            if Severity(row["severity"]).rank >= floor and (asked.category is None or row["category"] == asked.category)
            and named(row["metric"]) and asked.labels.items() <= row["labels"].items()
            and row["confidence"] >= asked.min_confidence and self._is(row, asked.active)
        ]  # fmt: skip

    def _is(self, row: Row, active: bool | None) -> bool:
        return active is None or active == (row["closed_at"] is None and row["expires_at"] > self._memory.now())

    def _insight(self, row: Row) -> Row:
        series = self._memory.catalog.series.get(row["series_id"])
        shown = {name: value for name, value in row.items() if name not in INTERNAL}
        return shown | {"unit": series.spec.unit if series else None}

    async def count_insights(self, tenant: int, asked: InsightFilter) -> dict[str, int]:
        """See `Findings.count_insights`."""
        counts = {severity.value: 0 for severity in Severity}
        with self._memory.lock:
            for row in self._asked(tenant, asked):
                counts[row["severity"]] += 1
        return counts

    async def insight(self, tenant: int, insight_id: str) -> Row:
        """See `Findings.insight`."""
        with self._memory.lock:
            row = self._tables.insights.get(insight_id)
            if row is None or row["tenant_id"] != tenant:
                raise NotFound("There is no such insight. It may have expired.")
            return self._insight(row)

    async def patterns(
        self, tenant: int, *, kind: str | None, metric: str | None, min_confidence: float, active: bool | None,
        before: int | None, limit: int,
    ) -> Sequence[Row]:  # fmt: skip
        """See `Findings.patterns`."""
        named = matcher(metric)
        with self._memory.lock:
            rows = _newest(row for row in self._tables.patterns.values() if row["tenant_id"] == tenant)
            found = [
                row
                for row in rows
                if (kind is None or row["pattern_type"] == kind) and any(map(named, row["metrics"]))
                and row["confidence"] >= min_confidence and self._is(row, active)
                and (before is None or row["id"] < before)
            ]  # fmt: skip
            return [self._pattern(row) for row in found[:limit]]

    def _pattern(self, row: Row) -> Row:
        series = [self._memory.catalog.series[id_] for id_ in row["series_ids"] if id_ in self._memory.catalog.series]
        shown = {name: value for name, value in row.items() if name not in INTERNAL}
        return shown | {
            "series": [
                {"series_id": one.id, "metric": one.spec.metric, "labels": one.spec.labels, "unit": one.spec.unit}
                for one in series
            ]
        }

    async def forecasts(
        self, tenant: int, metric: str | None, labels: dict[str, str], after: int, limit: int
    ) -> Sequence[Row]:
        """See `Findings.forecasts`."""
        now, held = self._memory.now(), self._tables.forecasts
        with self._memory.lock:
            of = self._memory.catalog.find(tenant, metric, labels, after)
            return [
                held[s.id]
                | {"metric": s.spec.metric, "labels": s.spec.labels, "unit": s.spec.unit, "kind": s.spec.kind.value}
                for s in of
                if s.id in held and held[s.id]["expires_at"] > now
            ][:limit]

    async def groups(self, tenant: int, after: int, limit: int) -> Sequence[Row]:
        """See `Findings.groups`."""
        shown = ("id", "label", "value", "members", "step_us", "until", "score", "carriers", "opened_at", "peak")
        with self._memory.lock:
            rows = [
                row for id_, row in sorted(self._tables.groups.items()) if id_ > after and row["tenant_id"] == tenant
            ]
            return [{name: row[name] for name in shown} for row in rows[:limit]]

    async def jobs(self, tenant: int) -> Sequence[Row]:
        """See `Findings.jobs`."""
        with self._memory.lock:
            return [self._job(tenant, row) for _, row in sorted(self._tables.model_runs.items())]

    def _job(self, tenant: int, run: Row) -> Row:
        mine: list[Any] = [
            row for (job, of, _), row in self._tables.model_items.items() if job == run["job"] and of == tenant
        ]
        looked = [row["done_at"] for row in mine if row["done_at"] is not None]
        errors = [row["error"] for row in mine if row["error"] is not None]
        same = ("job", "every", "started_at", "finished_at", "last_finished_at", "last_seconds", "busy_seconds")
        return {name: run[name] for name in same} | {
            "window_start": run["window"],
            "newest_window": run["window"],
            "total": len(mine),
            "done": sum(at >= run["started_at"] for at in looked),
            "failed": len(errors),
            "oldest": min(looked, default=None),
            "error": errors[0] if errors else None,
        }


def _newest(rows: Iterable[Row]) -> list[Row]:
    by: Callable[[Row], int] = lambda row: -row["id"]  # noqa: E731  a sort key with a type
    return sorted(rows, key=by)
