"""A series that stopped, or whose points come late, is an episode; it ends when all is as usual again."""

from __future__ import annotations

from datetime import datetime, timedelta

from celery import shared_task

from db.runs import Result
from db.settings import settings as db_settings
from db.upkeep import PostgresUpkeep
from workers.arrivals import run_pass
from workers.contract import MARK_STALE
from workers.job import run
from workers.settings import settings
from workers.wake import Waker


@shared_task(name=MARK_STALE)
def mark_stale() -> Result | None:
    """Look for series that stopped, are late, or came back."""
    return run(MARK_STALE, timedelta(seconds=settings().stale_seconds), work)


def work(upkeep: PostgresUpkeep, now: datetime) -> Result:
    """How many stopped or were late, how many came back."""
    counts, tenants = run_pass(upkeep.arrivals, now, timedelta(seconds=settings().stale_seconds))
    waker = Waker(db_settings().redis_url)
    for tenant in sorted(tenants):
        waker.alerted(tenant)
    waker.close()
    return dict(counts)
