"""What memory holds, for readers: `db.store.Archive`."""

from __future__ import annotations

from datetime import datetime

import numpy as np

from db.catalog import MetricRow, SeriesGroup
from db.errors import NotFound
from db.memory import folds
from db.memory.catalog import Series, matcher
from db.memory.core import Memory, Row
from db.memory.intake import MemoryIntake
from db.packed import ids_of, times_of
from db.records import Bands, EpisodeRow, Folded, Ids, Points, SeriesRow, Severity, Times, Transition, from_us, to_us

SAME = ("id", "kind", "state", "opened_at", "last_at", "closed_at", "points", "score", "peak_at", "value", "expected",
        "lo", "hi", "detector", "reason")  # fmt: skip


class MemoryArchive:
    """`db.store.Archive` on memory. What it reads is small, so it answers in the event loop."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._intake = MemoryIntake(memory)

    async def find_series(
        self, tenant: int, metric: str | None, labels: dict[str, str], after: int, limit: int
    ) -> list[SeriesRow]:
        """See `Archive.find_series`."""
        with self._memory.lock:
            return [one.row() for one in self._memory.catalog.find(tenant, metric, labels, after)[:limit]]

    async def group_series(
        self, tenant: int, metric: str, labels: dict[str, str], by: tuple[str, ...], limit: int
    ) -> list[SeriesGroup]:
        """See `Archive.group_series`."""
        with self._memory.lock:
            every = self._memory.catalog.find(tenant, None, labels)
            found = [one for one in every if one.spec.metric == metric][:limit]
            groups: dict[tuple[str, ...], list[Series]] = {}
            for one in found:
                groups.setdefault(tuple(one.spec.labels.get(name, "") for name in by), []).append(one)
        return sorted((_group(keys, of) for keys, of in groups.items()), key=lambda group: group.keys)

    async def find_metrics(self, tenant: int, metric: str | None, after: str, limit: int) -> list[MetricRow]:
        """See `Archive.find_metrics`."""
        named, metrics = matcher(metric), dict[str, list[Series]]()
        with self._memory.lock:
            for one in self._memory.catalog.of(tenant):
                name = one.spec.metric
                if name > after and named(name) and not name.startswith("__"):
                    metrics.setdefault(name, []).append(one)
        return [_metric(name, metrics[name]) for name in sorted(metrics)[:limit]]

    async def silent(self, tenant: int, ids: Ids) -> set[int]:
        """See `Archive.silent`."""
        asked = set(ids.tolist())
        with self._memory.lock:
            return {
                row["series_id"]
                for row in self._memory.tables.episodes.values()
                if row["tenant_id"] == tenant and row["kind"] == "stale" and row["state"] == "open"
            } & asked

    async def fold(
        self,
        tenant: int,
        ids: Ids,
        groups: Ids,
        edges: Times,
        level: str,  # noqa: ARG002  one level holds all
        *,
        ends: bool = True,  # noqa: ARG002  they cost nothing here
    ) -> Folded:
        """See `Archive.fold`."""
        with self._memory.lock:
            self._memory.catalog.own(tenant, ids)
            return folds.fold(self._memory, ids, groups, edges)

    async def increase(self, tenant: int, ids: Ids, groups: Ids, edges: Times) -> Folded:
        """See `Archive.increase`."""
        with self._memory.lock:
            self._memory.catalog.own(tenant, ids)
            return folds.increase(self._memory, ids, groups, edges)

    async def raw(self, tenant: int, ids: Ids, start: int, stop: int, limit: int) -> Points:
        """See `Archive.raw`."""
        with self._memory.lock:
            self._memory.catalog.own(tenant, ids)
            return folds.raw(self._memory, ids, start, stop)[:limit]

    async def quantile(self, tenant: int, ids: Ids, groups: Ids, edges: Times, q: float) -> Folded:
        """See `Archive.quantile`."""
        with self._memory.lock:
            self._memory.catalog.own(tenant, ids)
            return folds.quantile(self._memory, ids, groups, edges, q)

    async def quantiles(self, tenant: int, ids: Ids, groups: Ids, edges: Times, q: float) -> tuple[Folded, Folded]:
        """See `Archive.quantiles`."""
        each = await self.quantile(tenant, ids, groups, edges, q)
        return each, await self.quantile(tenant, ids, groups, edges[[0, -1]], q)

    async def bands(self, tenant: int, ids: Ids, start: int, stop: int) -> Bands:
        """See `Archive.bands`."""
        with self._memory.lock:
            self._memory.catalog.own(tenant, ids)
            told = self._memory.windows.bands(ids, start, stop)
        told = told[np.lexsort((told["t"], told["id"]))]
        expected, lo, hi = (told[name].astype(np.float64) for name in ("expected", "lo", "hi"))
        return Bands(ids_of(told), times_of(told), expected, lo, hi)

    async def progress(self, tenant: int, ids: Ids) -> tuple[datetime | None, datetime | None]:
        """See `Archive.progress`."""
        with self._memory.lock:
            self._memory.catalog.own(tenant, ids)
            known = [one.newest for one in self._memory.catalog.some(ids.tolist()) if one.newest is not None]
            return from_us(max(known)) if known else None, self._intake.waiting_since(tenant)

    async def horizon(self, tenant: int, ids: Ids) -> tuple[datetime | None, datetime | None]:
        """See `Archive.horizon`."""
        newest, _ = await self.progress(tenant, ids)
        with self._memory.lock:
            oldest = self._memory.windows.oldest(ids)
        return (from_us(oldest), newest) if oldest is not None else (None, None)

    async def closed_before(self, start: datetime, stop: datetime) -> datetime | None:  # noqa: ARG002  of the protocol
        """See `Archive.closed_before`."""
        since = self._memory.rings.since
        return from_us(since) if to_us(start) < since else None

    async def caveats(self, tenant: int, start: int, stop: int) -> list[str]:  # noqa: ARG002  of the protocol
        """See `Archive.caveats`."""
        since = self._memory.since()
        if start >= since - 900_000_000:
            return []
        hours = self._memory.config.memory_retention_hours
        return [
            f"Memory holds the last {hours:g} h: nothing before {from_us(since):%Y-%m-%dT%H:%MZ} is in this answer,"
            " unless rollups still hold it. Switch persistence on to keep more: PUT /api/v1/persistence."
        ]

    async def episodes(
        self, tenant: int, *, ids: Ids | None, state: str | None, severity: str | None,
        start: datetime | None, stop: datetime | None, before: int | None, limit: int,
    ) -> list[EpisodeRow]:  # fmt: skip
        """See `Archive.episodes`."""
        wanted, floor = None if ids is None else set(ids.tolist()), _floor(severity)
        with self._memory.lock:
            found = [
                row
                for row in reversed(self._memory.tables.episodes.values())
                if row["tenant_id"] == tenant and (wanted is None or row["series_id"] in wanted)
                and (state is None or row["state"] == state) and Severity(row["severity"]).rank >= floor
                and (start is None or row["state"] == "open" or (row["closed_at"] or row["last_at"]) >= start)
                and (stop is None or row["opened_at"] < stop) and (before is None or row["id"] < before)
            ]  # fmt: skip
            return [self._episode(row) for row in found[:limit]]

    def _episode(self, row: Row) -> EpisodeRow:
        of = self._memory.catalog.series[row["series_id"]].row()
        return EpisodeRow(series=of, severity=Severity(row["severity"]), **{name: row[name] for name in SAME})

    async def alerts(
        self, tenant: int, *, state: str | None, severity: str | None, before: int | None, limit: int
    ) -> list[Transition]:
        """See `Archive.alerts`."""
        floor = _floor(severity)
        with self._memory.lock:
            found = [
                row["transitions"][-1]
                for row in reversed(self._memory.tables.alerts.values())
                if row["tenant_id"] == tenant and row["transitions"] and (state is None or row["state"] == state)
                and Severity(row["severity"]).rank >= floor and (before is None or row["id"] < before)
            ]  # fmt: skip
        return [_transition(row) for row in found[:limit]]

    async def alert(self, tenant: int, alert: int) -> list[Transition]:
        """See `Archive.alert`."""
        with self._memory.lock:
            row = self._memory.tables.alerts.get(alert)
            if row is None or row["tenant_id"] != tenant:
                raise NotFound("There is no such alert.")
            return [_transition(one) for one in row["transitions"]]

    async def transitions(self, tenant: int, after: int, limit: int) -> list[Transition]:
        """See `Archive.transitions`."""
        with self._memory.lock:
            held = self._memory.tables.transitions.get(tenant, ())
            return [_transition(row) for row in held if row["seq"] > after][:limit]

    async def live_bounds(self, tenant: int) -> tuple[int, int]:
        """See `Archive.live_bounds`."""
        with self._memory.lock:
            of, held = self._memory.catalog.tenants.get(tenant), self._memory.tables.transitions.get(tenant)
            newest = of.live_seq if of else 0
            return (held[0]["seq"] if held else newest + 1), newest


def _group(keys: tuple[str, ...], of: list[Series]) -> SeriesGroup:
    steps = [one.step for one in of if one.step]
    return SeriesGroup(
        keys,
        np.array([one.id for one in of], np.int32),
        frozenset(one.spec.kind for one in of),
        frozenset(one.spec.unit for one in of),
        max(steps, default=None),
    )


def _metric(name: str, of: list[Series]) -> MetricRow:
    kinds, units = {one.spec.kind for one in of}, {one.spec.unit for one in of}
    newest = max((one.newest for one in of if one.newest is not None), default=None)
    return MetricRow(
        name,
        kinds.pop() if len(kinds) == 1 else None,
        units.pop() if len(units) == 1 else None,
        len(of),
        None if newest is None else from_us(newest),
    )


def _floor(severity: str | None) -> int:
    return Severity(severity).rank if severity else 0


def _transition(row: Row) -> Transition:
    return Transition(row["seq"], row["to_state"], Severity(row["severity"]), row["at"], row["alert"])
