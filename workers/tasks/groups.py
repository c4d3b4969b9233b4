"""One score over each group of series that share a label, such as the metrics of a machine."""

from __future__ import annotations

from datetime import datetime, timedelta

from celery import shared_task

from db.runs import Result
from db.settings import settings as db_settings
from db.upkeep import PostgresUpkeep
from workers.contract import SCORE_GROUPS
from workers.each_tenant import EachTenant
from workers.groups import run_groups
from workers.job import run
from workers.settings import settings
from workers.wake import Waker


@shared_task(name=SCORE_GROUPS)
def score_groups() -> Result | None:
    """Judge what is new in all groups."""
    return run(SCORE_GROUPS, timedelta(seconds=settings().group_seconds), work)


def work(upkeep: PostgresUpkeep, now: datetime) -> Result:
    """How many episodes of groups were opened and closed."""
    each = EachTenant(SCORE_GROUPS)
    counts, tenants = run_groups(upkeep.groups, now, each)
    waker = Waker(db_settings().redis_url)
    for tenant in sorted(tenants):
        waker.alerted(tenant)
    waker.close()
    return {**counts, **each.failures("failed")}
