"""Insights: what changed in each series, and what is unlike the rest."""

from __future__ import annotations

from celery import shared_task

from db.runs import Result
from workers.contract import FIND_INSIGHTS
from workers.models import Job, later, tick

INSIGHTS = Job(
    "insights", "series", 100, every=lambda config: config.insight_seconds, work=later("workers.models_insights")
)


@shared_task(name=FIND_INSIGHTS)
def find_insights() -> Result | None:
    """Have all series looked at, shard by shard."""
    return tick(FIND_INSIGHTS, INSIGHTS)
