"""What tests of scheduled models share: series with a past, and runs of jobs over them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

import numpy as np

from db.model_runs import Outcome
from db.names import fingerprint
from db.pool import Connection
from db.records import to_us
from db.settings import DatabaseSettings
from tests.integration.reading import store
from workers.models import Desk, Done, Job, run_part
from workers.settings import WorkerSettings

NOW = datetime(2026, 3, 2, 0, 20, tzinfo=UTC)
"""A Monday; the hour that begins at 0:00 is not over."""
HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)
WINDOW = datetime(2026, 3, 2, tzinfo=UTC)
EVERY = timedelta(minutes=15)
SHARDS = range(4)


def alive(
    conn: Connection, metric: str, *, shard: int = 0, tenant: int = 1, kind: str = "gauge", points: int = 10_000,
    newest: datetime = NOW, step: timedelta = MINUTE, **labels: str,
) -> int:  # fmt: skip
    """A series that sends at regular times. Returns its id."""
    row = conn.execute(
        "insert into series (tenant_id, metric, labels, fingerprint, kind, shard, unit)"
        " values (%s, %s, %s::jsonb, %s, %s, %s, 'ms') returning id",
        (tenant, metric, json.dumps(labels), fingerprint(metric, labels), kind, shard),
    ).fetchone()
    assert row is not None
    conn.execute(
        "insert into series_state (series_id, newest, step_us, points) values (%s, %s, %s, %s)",
        (row[0], newest, step // timedelta(microseconds=1), points),
    )
    return int(row[0])


def past(database: str, series: int, v: Iterable[float], until: datetime = WINDOW, every: timedelta = HOUR) -> None:
    """Points at regular times, the last one step before `until`; nan: none. Their windows wait for a refresh."""
    values = np.asarray(list(v), float)
    step = every // timedelta(microseconds=1)
    t = to_us(until) - step * np.arange(len(values), 0, -1)
    store(database, series, t[~np.isnan(values)], values[~np.isnan(values)])


def part(database: str, job: Job, shard: int = 0, window: datetime = WINDOW, **more: Any) -> int | None:
    """One part of a job, as a worker runs it."""
    config = WorkerSettings(**{"model_points": 10} | more.pop("config", {}))
    with_database = DatabaseSettings(database_url=database)
    return run_part(job, window, shard, now=more.pop("now", NOW), database=with_database, config=config)


def job(name: str, look: Any = None, batch: int = 3, unit: Any = "series") -> Job:
    """A job that calls `look(item)` for each item, and saves nothing."""

    def work(desk: Desk, tenant: int, items: list[Any]) -> Done:
        outcomes = [Outcome(item, error=look(item) if look else None) for item in items]
        return Done(outcomes, lambda conn: None)

    return Job(name, unit, batch, every=lambda config: 900, work=work, members=3)
