"""What is older than its retention goes."""

from __future__ import annotations

from datetime import datetime, timedelta

from celery import shared_task

from db.runs import Result
from db.upkeep import PostgresUpkeep
from workers.contract import DROP_EXPIRED
from workers.job import run


@shared_task(name=DROP_EXPIRED)
def drop_expired() -> Result | None:
    """Apply retention, once an hour."""
    return run(DROP_EXPIRED, timedelta(hours=1), work)


def work(upkeep: PostgresUpkeep, now: datetime) -> Result:
    """What was dropped, by relation."""
    return dict(upkeep.drop_expired(now))
