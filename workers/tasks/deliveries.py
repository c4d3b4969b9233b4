"""Messages go out, and old ones go."""

from __future__ import annotations

from datetime import datetime, timedelta

from celery import shared_task

from db import deliveries
from db.pool import connect
from db.runs import Result
from db.settings import settings as db_settings
from workers.channels.registry import channels
from workers.contract import DELIVER, DROP_DELIVERIES
from workers.deliver import deliver
from workers.job import run
from workers.settings import settings


@shared_task(name=DELIVER)
def deliver_messages() -> dict[str, int]:
    """Send what is due. Needs no window: whoever claims a message has it."""
    return deliver(db_settings().database_url, channels())


@shared_task(name=DROP_DELIVERIES)
def drop_deliveries() -> Result | None:
    """Drop messages that were over long ago, once an hour."""
    return run(DROP_DELIVERIES, timedelta(hours=1), work)


def work(_: object, now: datetime) -> Result:
    """How many went."""
    with connect(db_settings().database_url, DROP_DELIVERIES) as conn:
        return {"deliveries": deliveries.drop_done(conn, now - timedelta(days=settings().keep_deliveries_days))}
