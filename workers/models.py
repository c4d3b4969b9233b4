"""Scheduled models over all series: a tick of beat becomes one task a shard, a task works for some seconds and leaves
the rest to the next. Many workers share the shards; each shard of a job has one at a time (`db.model_runs`)."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib import import_module
from itertools import groupby
from typing import Any

import asyncpg
import psycopg
from celery import current_app

from db import metrics
from db.engine import recorded
from db.history import History
from db.keeper import Keeper, Past, PostgresKeeper
from db.model_runs import Alive, Item, LostRun, ModelRuns, Outcome, Run, Unit
from db.pool import connect
from db.runs import Result
from db.settings import DatabaseSettings
from db.settings import settings as db_settings
from workers.contract import MODEL_PART
from workers.job import run as run_job
from workers.settings import WorkerSettings, settings

log = logging.getLogger("tidewatch.models")

MOST_MEMBERS = 300
"""Series of a group, of which every pair is looked at."""
DATABASE = (psycopg.Error, asyncpg.PostgresError, asyncpg.InterfaceError, OSError)
"""The database, not a model: the task fails, and its items come again."""
AWAY = (
    psycopg.OperationalError,
    psycopg.InterfaceError,
    asyncpg.PostgresConnectionError,
    asyncpg.InterfaceError,
    OSError,
)
"""Of these, what may be over in a moment."""
AGAIN_AFTER = 15
"""Seconds."""


@dataclass(frozen=True)
class Done:
    """What became of a batch, and how to save what was found. Saving is one transaction with the outcomes."""

    outcomes: Sequence[Outcome]
    save: Callable[[Keeper], None]


@dataclass(frozen=True)
class Desk:
    """What a job works with. `now` is the same for all of a task. What is written is one `transaction`."""

    runs: ModelRuns
    history: Past
    keeper: Keeper
    transaction: Callable[[], AbstractContextManager[Any]]
    now: datetime
    config: WorkerSettings

    @property
    def alive(self) -> Alive:
        """Which series are looked at."""
        return Alive(self.config.model_points, self.now - timedelta(days=self.config.model_within_days))

    @property
    def expires_at(self) -> datetime:
        """When what is found now expires."""
        return self.now + timedelta(days=self.config.insight_days)


Work = Callable[[Desk, int, list[Item]], Done]


def later(module: str) -> Work:
    """The function `work` of a module that is loaded when it is called first: only processes that run models load their
    libraries."""

    def work(desk: Desk, tenant: int, items: list[Item]) -> Done:
        done: Done = import_module(module).work(desk, tenant, items)
        return done

    return work


@dataclass(frozen=True)
class Job:
    """A model, or several that look at the same data. `work` takes items of one tenant, at most `batch`."""

    name: str
    unit: Unit
    batch: int
    every: Callable[[WorkerSettings], int]
    work: Work
    members: int = 2

    @property
    def interval(self) -> timedelta:
        """How often it runs."""
        return timedelta(seconds=self.every(settings()))


def tick(name: str, *jobs: Job) -> Result | None:
    """Ask for the parts of these jobs, one a shard, for the window that now lies in. None: they were asked for."""
    every = jobs[0].interval

    def ask(_: object, now: datetime) -> Result:
        window = now - (now - datetime.fromtimestamp(0, UTC)) % every
        with connect(db_settings().database_url, name) as conn:
            shards = ModelRuns(conn).shards()
        for job in jobs:
            for shard in shards:
                ask_for_part(job, window, shard)
        return {"parts": len(jobs) * len(shards)}

    return run_job(name, every, ask)


def ask_for_part(job: Job, window: datetime, shard: int, after: int = 0) -> None:
    """Put a part into the queue, behind what waits there; to be run after so many seconds."""
    arguments = (job.name, window.isoformat(), shard)
    current_app.send_task(
        MODEL_PART, arguments, countdown=after or None, expires=max(job.interval.total_seconds(), 60)
    )  # fmt: skip


def run_part(
    job: Job, window: datetime, shard: int, *, now: datetime | None = None,
    database: DatabaseSettings | None = None, config: WorkerSettings | None = None,
) -> int | None:  # fmt: skip
    """Work on a shard for some seconds. Returns how many items are left; None: nothing of it is ours to do."""
    database, config = database or db_settings(), config or settings()
    with connect(database.database_url, f"tidewatch {job.name}") as conn:
        if recorded(conn) is None:
            return None
        with History(database) as history:
            keeper = PostgresKeeper(conn)
            desk = Desk(ModelRuns(conn), history, keeper, conn.transaction, now or datetime.now(UTC), config)
            return work_on(desk, job, window, shard, there=lambda: not conn.broken)


def work_on(desk: Desk, job: Job, window: datetime, shard: int, there: Callable[[], bool] = lambda: True) -> int | None:
    """The same on a desk. `there`: whether the run can still be given up when it fails."""
    run = desk.runs.claim(job.name, shard, window, job.interval)
    if run is None:
        return None
    left = None
    try:
        if not run.planned:
            desk.runs.plan(run, job.unit, desk.alive, members=job.members, most=MOST_MEMBERS)
        _work(job, run, desk)
        left = desk.runs.left(run)
    except LostRun:
        log.warning("%s: shard %s was taken over; its lease is too short for a batch", job.name, shard)
        return None
    finally:
        if there():
            desk.runs.leave(run, finished=left == 0)
    metrics.model_left.labels(job.name, str(shard)).set(left)
    return left


def _work(job: Job, run: Run, desk: Desk) -> None:
    deadline = time.monotonic() + desk.config.model_part_seconds
    while time.monotonic() < deadline and (items := desk.runs.take(run, job.batch)):
        items.sort(key=lambda item: (item.tenant, item.name))
        for tenant, mine in groupby(items, key=lambda item: item.tenant):
            _batch(job, run, desk, tenant, list(mine))


def _batch(job: Job, run: Run, desk: Desk, tenant: int, items: list[Item]) -> None:
    """Work on items of a tenant, and save. When that fails on the whole, on each item alone: one spoils no other."""
    began = time.monotonic()
    try:
        done = job.work(desk, tenant, items)
        with desk.transaction():
            done.save(desk.keeper)
            desk.runs.save(run, done.outcomes, time.monotonic() - began)
    except LostRun:
        raise
    except DATABASE as problem:
        if not isinstance(problem, psycopg.DataError | asyncpg.DataError):
            raise
        _alone(job, run, desk, items, problem)
    except Exception as problem:
        _alone(job, run, desk, items, problem)
    else:
        _note(job, done.outcomes, time.monotonic() - began)


def _alone(job: Job, run: Run, desk: Desk, items: list[Item], problem: Exception) -> None:
    """Each item of a batch that failed, by itself; one that fails by itself is noted as failed."""
    if len(items) > 1:
        for item in items:
            _batch(job, run, desk, item.tenant, [item])
        return
    outcomes = [Outcome(items[0], error=in_short(problem))]
    with desk.transaction():
        desk.runs.save(run, outcomes, 0.0)
    _note(job, outcomes, 0.0)
    log.debug("%s: %s", job.name, items[0].name, exc_info=problem)


def in_short(problem: Exception) -> str:
    """An error in a line, for the table."""
    return f"{type(problem).__name__}: {problem}"[:300]


def _note(job: Job, outcomes: Sequence[Outcome], seconds: float) -> None:
    """Counters; and a line in the log for each item that fails, once as long as it fails in the same way."""
    metrics.model_seconds.labels(job.name).observe(seconds)
    for one in outcomes:
        outcome = "failed" if one.error else "unchanged" if one.unchanged else "done"
        metrics.model_items.labels(job.name, outcome).inc()
        if one.error and not one.unchanged and one.error != one.item.error:
            log.warning("%s failed on %r of tenant %s: %s", job.name, one.item.name, one.item.tenant, one.error)
