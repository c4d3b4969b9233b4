"""Cohorts: each series of a metric against its peers."""

from __future__ import annotations

from celery import shared_task

from db.runs import Result
from workers.contract import COMPARE_COHORTS
from workers.models import Job, later, tick

COHORTS = Job(
    "cohorts", "metric", 1, every=lambda config: config.insight_seconds, work=later("workers.models_cohorts"), members=6
)


@shared_task(name=COMPARE_COHORTS)
def compare_cohorts() -> Result | None:
    """Have all metrics that enough series share looked at."""
    return tick(COMPARE_COHORTS, COHORTS)
