"""A series that stopped is an episode; it ends when the series sends again."""

from __future__ import annotations

from datetime import datetime, timedelta

from celery import shared_task

from db.runs import Result
from db.settings import settings as db_settings
from db.upkeep import PostgresUpkeep
from workers.contract import MARK_STALE
from workers.job import run
from workers.settings import settings
from workers.wake import Waker


@shared_task(name=MARK_STALE)
def mark_stale() -> Result | None:
    """Look for series that stopped or came back."""
    return run(MARK_STALE, timedelta(seconds=settings().stale_seconds), work)


def work(upkeep: PostgresUpkeep, now: datetime) -> Result:
    """How many stopped, how many came back."""
    opened, closed = upkeep.mark_stale(now)
    waker = Waker(db_settings().redis_url)
    for tenant in upkeep.alerted:
        waker.alerted(tenant)
    waker.close()
    return {"stopped": opened, "back": closed} if opened or closed else {}
