"""Runs of scheduled models on memory: the named queries of `models.sql` that `db.model_runs` asks for."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Any
from zlib import crc32

from db.memory.catalog import Series
from db.memory.core import Memory, Row
from db.records import from_us, to_us

AGAIN = timedelta(minutes=10)


class RunQueries:
    """Their arguments and rows are those of the queries. One process, so that leases have nobody to hold off."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._tables = memory.tables

    def new_owner(self, _: object) -> int:
        """Numbers of workers."""
        return self._memory.number("owners")

    def claim(
        self, _: object, *, job: str, shard: int, window: datetime, every: timedelta, owner: int, lease: timedelta  # noqa: ARG002  the query's own
    ) -> tuple[datetime, int | None] | None:  # fmt: skip
        """Take the run of a window, unless it is done, or a newer one began."""
        held = self._tables.model_runs.get((job, shard))
        if held is not None and (
            held["window"] > window or (held["window"] == window and held["finished_at"] is not None)
        ):
            return None
        if held is None or held["window"] < window:
            kept = {name: (held or {}).get(name) for name in ("last_finished_at", "last_seconds")}
            zero = dict.fromkeys(("busy_seconds", "done", "unchanged", "failed", "found"), 0)
            held = {"job": job, "window": window, "started_at": _now(), "total": None, **zero, **kept}
            self._tables.model_runs[job, shard] = held
        held |= {"owner": owner, "every": every, "finished_at": None}
        return held["started_at"], held["total"]

    def plan_series(self, _: object, *, job: str, shard: int, least: int, since: datetime) -> None:
        """A live series is an item."""
        alive = [one for one in self._alive(least, since) if one.shard == shard]
        self._plan(job, shard, {(one.tenant, str(one.id)) for one in alive})

    def plan_metrics(self, _: object, *, job: str, shard: int, least: int, since: datetime, members: int) -> None:
        """A metric of enough live series is one."""
        counts = Counter((one.tenant, one.spec.metric) for one in self._alive(least, since))
        self._plan(job, shard, {key for key, n in counts.items() if n >= members and self._of(key[1]) == shard})

    def plan_groups(self, _: object, *, job: str, shard: int, least: int, since: datetime, most: int) -> None:
        """All series of a tenant where they are few, else those that share the label that groups most of them."""
        wanted, by_tenant = set[tuple[int, str]](), dict[int, list[Series]]()
        for one in self._alive(least, since):
            by_tenant.setdefault(one.tenant, []).append(one)
        for tenant, mine in by_tenant.items():
            if 2 <= len(mine) <= most:
                wanted.add((tenant, ""))
            elif len(mine) > most:
                pairs = Counter((key, value) for one in mine for key, value in one.spec.labels.items())
                fits = {pair: n for pair, n in pairs.items() if 2 <= n <= most}
                sizes = Counter[str]()
                for (key, _), n in fits.items():
                    sizes[key] += n
                best = min(sizes, key=lambda key: (-sizes[key], key), default=None)
                wanted |= {(tenant, f"{key}={value}") for key, value in fits if key == best}
        self._plan(job, shard, {one for one in wanted if self._of(f"{one[0]}{one[1]}") == shard})

    def _of(self, name: str) -> int:
        return crc32(name.encode()) % self._memory.SHARDS

    def _alive(self, least: int, since: datetime) -> list[Series]:
        oldest = to_us(since)
        every = self._memory.catalog.some(self._memory.catalog.series)
        return [one for one in every if one.points >= least and (one.newest or 0) >= oldest]

    def _plan(self, job: str, shard: int, wanted: set[tuple[int, str]]) -> None:
        items = self._tables.model_items
        for key in [
            key for key, row in items.items() if key[0] == job and row["shard"] == shard and key[1:] not in wanted
        ]:
            del items[key]
        for tenant, name in wanted:
            empty = dict.fromkeys(("tried_at", "done_at", "due", "error"))
            items.setdefault((job, tenant, name), {"shard": shard, **empty})

    def count_items(self, _: object, *, job: str, shard: int, owner: int) -> None:  # noqa: ARG002  the query's own
        """How many there are."""
        self._tables.model_runs[job, shard]["total"] = len(self._items(job, shard))

    def _items(self, job: str, shard: int) -> list[tuple[tuple[str, int, str], Row]]:
        return [(key, row) for key, row in self._tables.model_items.items() if key[0] == job and row["shard"] == shard]

    def _left(self, job: str, shard: int, started: datetime) -> list[tuple[tuple[str, int, str], Row]]:
        again = _now() - AGAIN
        return [
            (key, row)
            for key, row in self._items(job, shard)
            if (row["done_at"] is None or row["done_at"] < started)
            and (row["tried_at"] is None or row["tried_at"] < started or row["tried_at"] < again)
        ]

    def take(self, _: object, *, job: str, shard: int, started: datetime, limit: int) -> list[tuple[Any, ...]]:
        """The items whose turn it is, marked as tried."""
        never = datetime.min.replace(tzinfo=UTC)
        found = sorted(self._left(job, shard, started), key=lambda one: (one[1]["tried_at"] or never, one[0]))[:limit]
        for _, row in found:
            row["tried_at"] = _now()
        return [(key[1], key[2], row["due"], row["error"]) for key, row in found]

    def items_done(self, _: object, *, job: str, tenants: list[int], items: list[str], dues: list[datetime | None],
                   errors: list[str | None]) -> None:  # fmt: skip
        """What became of items."""
        for tenant, name, due, error in zip(tenants, items, dues, errors, strict=True):
            row = self._tables.model_items.get((job, tenant, name))
            if row is not None:
                row |= {"done_at": _now(), "due": due or row["due"], "error": error}

    def progress(self, _: object, *, job: str, shard: int, owner: int, seconds: float, **counts: Any) -> int:
        """Note what was done."""
        run = self._tables.model_runs[job, shard]
        if run["owner"] != owner:
            return 0
        run["busy_seconds"] += seconds
        for name in ("done", "unchanged", "failed", "found"):
            run[name] += counts[name]
        return 1

    def left(self, _: object, *, job: str, shard: int, started: datetime) -> int:
        """How many items wait."""
        return len(self._left(job, shard, started))

    def release(self, _: object, *, job: str, shard: int, owner: int) -> None:
        """Somebody else may go on."""

    def finish(self, _: object, *, job: str, shard: int, owner: int) -> None:  # noqa: ARG002  the query's own
        """The run is done."""
        run, now = self._tables.model_runs[job, shard], _now()
        run |= {"finished_at": now, "last_finished_at": now, "last_seconds": (now - run["started_at"]).total_seconds()}

    def subjects(self, _: object, *, tenant: int, least: int, since: datetime, limit: int, metric: str | None,
                 ids: list[int] | None, labels: Any) -> list[tuple[Any, ...]]:  # fmt: skip
        """A tenant's live series."""
        named = None if ids is None else set(ids)
        found = [
            one
            for one in self._alive(least, since)
            if one.tenant == tenant and (named is None or one.id in named)
            and (metric is None or one.spec.metric == metric) and labels.obj.items() <= one.spec.labels.items()
        ]  # fmt: skip
        return [_subject(one) for one in found[:limit]]


def _subject(one: Series) -> tuple[Any, ...]:
    spec, newest = one.spec, from_us(one.newest or 0)
    return one.id, one.tenant, spec.metric, spec.labels, spec.unit, spec.kind.value, newest, one.step or None


def _now() -> datetime:
    return datetime.now(UTC)
