"""Patterns: what recurs in each series, and which series belong together."""

from __future__ import annotations

from celery import shared_task

from db.runs import Result
from workers.contract import FIND_PATTERNS
from workers.models import Job, later, tick

PATTERNS = Job(
    "patterns", "series", 100, every=lambda config: config.pattern_seconds, work=later("workers.models_patterns")
)
CORRELATIONS = Job(
    "correlations", "group", 1, every=lambda config: config.pattern_seconds, work=later("workers.models_correlations")
)


@shared_task(name=FIND_PATTERNS)
def find_patterns() -> Result | None:
    """Have all series, and all groups of series, looked at."""
    return tick(FIND_PATTERNS, PATTERNS, CORRELATIONS)
