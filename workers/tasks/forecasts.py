"""Forecasts: what is expected of each series."""

from __future__ import annotations

from celery import shared_task

from db.runs import Result
from workers.contract import MAKE_FORECASTS
from workers.models import Job, later, tick

FORECASTS = Job(
    "forecasts", "series", 50, every=lambda config: config.forecast_seconds, work=later("workers.models_forecasts")
)


@shared_task(name=MAKE_FORECASTS)
def make_forecasts() -> Result | None:
    """Have all series forecast."""
    return tick(MAKE_FORECASTS, FORECASTS)
