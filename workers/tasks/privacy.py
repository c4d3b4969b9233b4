"""What people asked for: all about somebody, or nothing any more. And events that are taken back."""

from __future__ import annotations

from celery import shared_task

from db import metrics
from db.engine import recorded
from db.pool import connect
from db.privacy.work import work_off
from db.removal import remove_events as remove
from db.settings import settings
from workers.contract import PRIVACY, REMOVE_EVENTS


@shared_task(name=PRIVACY)
def privacy() -> dict[str, int] | None:
    """Work on the requests that are due. Each is held by one; one that was cut off is taken up by the next run."""
    with metrics.task_seconds.labels(PRIVACY).time(), connect(settings().database_url, PRIVACY) as conn:
        return None if recorded(conn) is None else work_off(conn)


@shared_task(name=REMOVE_EVENTS)
def remove_events(tenant: int, ids: list[str]) -> dict[str, int]:
    """Take events back. The same again changes nothing."""
    with metrics.task_seconds.labels(REMOVE_EVENTS).time(), connect(settings().database_url, REMOVE_EVENTS) as conn:
        return remove(conn, tenant, ids).counts()
