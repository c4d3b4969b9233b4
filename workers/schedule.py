"""What runs when, in UTC. A new model is a file in `workers/tasks` and a line here."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from celery import current_app
from celery.schedules import crontab
from celery.signals import beat_init

from workers import contract, packs
from workers.settings import settings

TASKS = (
    "workers.tasks.rollups",
    "workers.tasks.retention",
    "workers.tasks.journal",
    "workers.tasks.staleness",
    "workers.tasks.groups",
    "workers.tasks.models",
    "workers.tasks.privacy",
    "workers.tasks.goals",
    "workers.tasks.deliveries",
    "workers.tasks.measure",
    *packs.modules(),
)


def every(task: str, seconds: int) -> dict[str, Any]:
    """A tick that nobody took within its own length is dropped: the next one does its work."""
    return {"task": task, "schedule": timedelta(seconds=seconds), "options": {"expires": max(seconds, 5)}}


BEAT: dict[str, dict[str, Any]] = {
    "refresh rollups": every(contract.REFRESH_ROLLUPS, settings().refresh_seconds),
    "mark stale series": every(contract.MARK_STALE, settings().stale_seconds),
    "score groups": every(contract.SCORE_GROUPS, settings().group_seconds),
    "work on privacy requests": every(contract.PRIVACY, 10),
    "clean the journal": every(contract.CLEAN_JOURNAL, 60),
    "drop what is expired": {"task": contract.DROP_EXPIRED, "schedule": crontab(minute="17")},
    "find insights": every(contract.FIND_INSIGHTS, settings().insight_seconds),
    "compare cohorts": every(contract.COMPARE_COHORTS, settings().insight_seconds),
    "find patterns": every(contract.FIND_PATTERNS, settings().pattern_seconds),
    "make forecasts": every(contract.MAKE_FORECASTS, settings().forecast_seconds),
    "compute goals": every(contract.COMPUTE_GOALS, settings().goal_seconds),
    "drop expired findings": every(contract.DROP_FINDINGS, settings().cleanup_seconds),
    "measure ourselves": every(contract.MEASURE, settings().own_seconds),
    "deliver messages": every(contract.DELIVER, settings().deliver_seconds),
    "drop old messages": every(contract.DROP_DELIVERIES, 3600),
    **packs.beat(),
}
SLOW = (contract.FIND_INSIGHTS, contract.COMPARE_COHORTS, contract.FIND_PATTERNS, contract.MAKE_FORECASTS)
SELDOM = timedelta(minutes=10)
FIRST_AFTER = 90
"""Seconds. What runs seldom runs soon after a start too: beat by itself waits for a whole interval."""


def _seldom(lines: dict[str, dict[str, Any]]) -> list[str]:
    """Tasks of domains that nobody wants to wait for after a start."""
    return [line["task"] for line in lines.values() if line["schedule"] >= SELDOM]


@beat_init.connect  # type: ignore[untyped-decorator]  # celery ships no types
def first_runs(**_: object) -> None:
    """Ask for the models once. Where their window was run already, nothing happens."""
    for task in (*SLOW, *_seldom(packs.beat())):
        current_app.send_task(task, countdown=FIRST_AFTER, expires=FIRST_AFTER + 600)
