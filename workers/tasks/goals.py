"""Goals: their progress, and what is expected of them, computed ahead for those who ask."""

from __future__ import annotations

from datetime import datetime, timedelta

from celery import shared_task

from db.pool import connect
from db.runs import Result
from db.settings import settings as db_settings
from db.upkeep import PostgresUpkeep
from workers.contract import COMPUTE_GOALS
from workers.goals import run_goals
from workers.job import run
from workers.settings import settings


@shared_task(name=COMPUTE_GOALS)
def compute_goals() -> Result | None:
    """Bring the goals up to date whose data changed, or that were computed a while ago."""
    return run(COMPUTE_GOALS, timedelta(seconds=settings().goal_seconds), work)


def work(_: PostgresUpkeep, now: datetime) -> Result:
    """How many were computed, could not be, and are at risk."""
    config = db_settings()
    with connect(config.database_url, COMPUTE_GOALS) as conn:
        return dict(run_goals(conn, config, now, timedelta(seconds=settings().goal_refresh_seconds)))
