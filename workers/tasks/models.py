"""Parts of scheduled models, and the end of what they found. Importing this knows all of their tasks."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from celery import shared_task

from db.expiry import drop_expired
from db.pool import connect
from db.runs import Result
from db.settings import settings as db_settings
from workers.contract import DROP_FINDINGS, MODEL_PART
from workers.job import run
from workers.models import AGAIN_AFTER, AWAY, ask_for_part, run_part
from workers.settings import settings
from workers.tasks.cohorts import COHORTS
from workers.tasks.forecasts import FORECASTS
from workers.tasks.insights import INSIGHTS
from workers.tasks.patterns import CORRELATIONS, PATTERNS
from workers.wake import Waker

log = logging.getLogger("tidewatch.models")

JOBS = {job.name: job for job in (INSIGHTS, COHORTS, PATTERNS, CORRELATIONS, FORECASTS)}


@shared_task(name=MODEL_PART)
def model_part(name: str, window: str, shard: int) -> int | None:
    """Work on a job's shard for some seconds; what is left goes to the end of the queue: others get their turn."""
    job, start = JOBS[name], datetime.fromisoformat(window)
    try:
        left = run_part(job, start, shard)
    except AWAY as problem:
        log.warning("%s: the database went away, trying shard %s again: %s", name, shard, str(problem).strip())
        ask_for_part(job, start, shard, AGAIN_AFTER)
        return None
    if left:
        ask_for_part(job, start, shard)
    if left is not None:
        waker = Waker(db_settings().redis_url)
        waker.found()
        waker.close()
    return left


@shared_task(name=DROP_FINDINGS)
def drop_findings() -> Result | None:
    """Drop insights, patterns and forecasts that expired."""
    return run(DROP_FINDINGS, timedelta(seconds=settings().cleanup_seconds), work)


def work(_: object, now: datetime) -> Result:
    """What went, by kind."""
    with connect(db_settings().database_url, DROP_FINDINGS) as conn:
        return dict(drop_expired(conn, now))
