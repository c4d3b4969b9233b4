"""Runs of scheduled models over the items of a shard: who works on which, what is done, what failed, what waits.

A run is that of a job's window on one shard. One worker at a time holds it, by a lease that ends by itself; what it
saves, and that it did, is one transaction. Items come least recently tried first, so what one window leaves is what the
next begins with.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from psycopg.types.json import Jsonb

from db.history import Subject
from db.pool import Pool
from db.queries import for_asyncpg, for_psycopg
from db.records import Kind

Unit = Literal["series", "metric", "group"]
LEASE = timedelta(seconds=100)
"""Shorter than the time after which a task of a lost worker comes back (`workers.app`): it finds the run free."""


class LostRun(Exception):
    """Another worker took this run over: the lease ended before the work did."""


@dataclass(frozen=True, slots=True)
class Alive:
    """Which series are worth a look: so many points, and one since then."""

    least: int
    since: datetime


@dataclass(frozen=True, slots=True)
class Run:
    """A run that is ours. `planned`: its items stand."""

    job: str
    shard: int
    owner: int
    started_at: datetime
    planned: bool


@dataclass(frozen=True, slots=True)
class Item:
    """Something to look at. `due`: before its data reach that time there is nothing new; `error`: of the last look."""

    tenant: int
    name: str
    due: datetime | None = None
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an item. `due`: when to look again, in data time; None: as before."""

    item: Item
    due: datetime | None = None
    error: str | None = None
    unchanged: bool = False
    found: int = 0


class ModelRuns:
    """The runs, on one autocommit connection. `queries`: those of `models.sql`, if not on PostgreSQL."""

    def __init__(self, conn: Any, queries: Any = None) -> None:
        self._conn = conn
        self._sql = queries or for_psycopg("models")

    def claim(self, job: str, shard: int, window: datetime, every: timedelta) -> Run | None:
        """Take a run. None: somebody works on it, or it is done, or a newer one began."""
        owner = int(self._sql.new_owner(self._conn))
        row = self._sql.claim(
            self._conn, job=job, shard=shard, window=window, every=every, owner=owner, lease=LEASE
        )  # fmt: skip
        return None if row is None else Run(job, shard, owner, row[0], row[1] is not None)

    def plan(self, run: Run, unit: Unit, alive: Alive, *, members: int, most: int) -> None:
        """Make the run's items those that there are now. `members`: the fewest series of a metric; `most`: the most
        series of a group."""
        sql, conn = self._sql, self._conn
        of = {"job": run.job, "shard": run.shard, "least": alive.least, "since": alive.since}
        with conn.transaction():
            if unit == "series":
                sql.plan_series(conn, **of)
            elif unit == "metric":
                sql.plan_metrics(conn, **of, members=members)
            else:
                sql.plan_groups(conn, **of, most=most)
            sql.count_items(conn, job=run.job, shard=run.shard, owner=run.owner)

    def take(self, run: Run, limit: int) -> list[Item]:
        """The items whose turn it is, at most `limit`. They count as tried from now on."""
        rows = self._sql.take(self._conn, job=run.job, shard=run.shard, started=run.started_at, limit=limit)
        return [Item(*row) for row in rows]

    def save(self, run: Run, outcomes: Sequence[Outcome], seconds: float) -> None:
        """Note what became of items, and hold the run for longer. Inside the transaction that saves what was found.
        Raises `LostRun`."""
        self._sql.items_done(
            self._conn,
            job=run.job,
            tenants=[one.item.tenant for one in outcomes],
            items=[one.item.name for one in outcomes],
            dues=[one.due for one in outcomes],
            errors=[one.error for one in outcomes],
        )
        held = self._sql.progress(
            self._conn,
            job=run.job,
            shard=run.shard,
            owner=run.owner,
            lease=LEASE,
            seconds=seconds,
            done=len(outcomes),
            unchanged=sum(one.unchanged for one in outcomes),
            failed=sum(one.error is not None for one in outcomes),
            found=sum(one.found for one in outcomes),
        )
        if not held:
            raise LostRun

    def left(self, run: Run) -> int:
        """How many items wait."""
        return int(self._sql.left(self._conn, job=run.job, shard=run.shard, started=run.started_at))

    def leave(self, run: Run, *, finished: bool) -> None:
        """Give the run up: it is done, or somebody else may go on."""
        end = self._sql.finish if finished else self._sql.release
        end(self._conn, job=run.job, shard=run.shard, owner=run.owner)

    def subjects(
        self, tenant: int, alive: Alive, *, ids: Sequence[int] | None = None, metric: str | None = None,
        labels: dict[str, str] | None = None, limit: int = 20_000,
    ) -> list[Subject]:  # fmt: skip
        """A tenant's live series by id: of these, of a metric, or with these labels."""
        rows = self._sql.subjects(
            self._conn, tenant=tenant, least=alive.least, since=alive.since, limit=limit, metric=metric,
            ids=None if ids is None else list(ids), labels=Jsonb(labels or {}),
        )  # fmt: skip
        return [Subject(r[0], r[1], r[2], r[3], r[4], Kind(r[5]), r[6], r[7]) for r in rows]

    def shards(self) -> list[int]:
        """The shards of this installation."""
        return [row[0] for row in self._conn.execute("select id from shards order by id")]


async def list_jobs(pool: Pool, tenant: int) -> list[dict[str, Any]]:
    """How far each job is, with the numbers of a tenant's own items, as columns by name."""
    return [dict(row) async for row in for_asyncpg("models").models(pool, tenant=tenant)]
