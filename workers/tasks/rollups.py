"""Finished windows become rollups."""

from __future__ import annotations

from datetime import datetime, timedelta

from celery import shared_task

from db.runs import Result
from db.upkeep import PostgresUpkeep
from workers.contract import REFRESH_ROLLUPS
from workers.job import run
from workers.settings import settings

MOST_SECONDS = 60
"""A run goes on while there is work, but no longer than this: tasks stay short."""
CHUNK = 50_000
"""Windows at once. A smaller catch was the last: what is written meanwhile is the next run's."""


@shared_task(name=REFRESH_ROLLUPS)
def refresh_rollups() -> Result | None:
    """Refresh dirty windows that are over, oldest first."""
    return run(REFRESH_ROLLUPS, timedelta(seconds=settings().refresh_seconds), work)


def work(upkeep: PostgresUpkeep, now: datetime) -> Result:
    """All that is dirty at `now`."""
    started, refreshed = datetime.now(now.tzinfo), 0
    while (datetime.now(now.tzinfo) - started).total_seconds() < MOST_SECONDS:
        chunk = upkeep.refresh_rollups(now, CHUNK)
        refreshed += chunk
        if chunk < CHUNK:
            break
    return {"windows": refreshed} if refreshed else {}
