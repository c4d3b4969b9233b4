"""What every scheduled task shares: a connection, its window, its metrics, and news for live readers."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from db import metrics
from db.engine import recorded
from db.pool import connect
from db.runs import Result, run_once, window_of
from db.settings import settings
from db.upkeep import PostgresUpkeep

log = logging.getLogger("tidewatch.tasks")


def run(job: str, every: timedelta, work: Callable[[PostgresUpkeep, datetime], Result]) -> Result | None:
    """Run a job for the window that now lies in. None: that window was run already, or there is no schema yet."""
    config = settings()
    with metrics.task_seconds.labels(job).time(), connect(config.database_url, job) as conn:
        engine = recorded(conn)
        if engine is None:
            return None
        now = datetime.now(UTC)
        upkeep = PostgresUpkeep(conn, engine, config)
        try:
            result = run_once(conn, job, window_of(now, every), lambda: work(upkeep, now))
        except Exception:
            metrics.task_runs.labels(job, "failed").inc()
            raise
    metrics.note_memory("worker")
    metrics.task_runs.labels(job, "skipped" if result is None else "done").inc()
    if result:
        log.info("%s: %s", job, result)
    return result
