"""What runs when, in UTC. A new model is a file in `workers/tasks` and a line here."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from celery.schedules import crontab

from workers import contract
from workers.settings import settings

TASKS = (
    "workers.tasks.rollups",
    "workers.tasks.retention",
    "workers.tasks.journal",
    "workers.tasks.staleness",
)


def _every(task: str, seconds: int) -> dict[str, Any]:
    """A tick that nobody took within its own length is dropped: the next one does its work."""
    return {"task": task, "schedule": timedelta(seconds=seconds), "options": {"expires": max(seconds, 5)}}


BEAT: dict[str, dict[str, Any]] = {
    "refresh rollups": _every(contract.REFRESH_ROLLUPS, settings().refresh_seconds),
    "mark stale series": _every(contract.MARK_STALE, settings().stale_seconds),
    "clean the journal": _every(contract.CLEAN_JOURNAL, 60),
    "drop what is expired": {"task": contract.DROP_EXPIRED, "schedule": crontab(minute="17")},
}
