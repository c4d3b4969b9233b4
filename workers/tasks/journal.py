"""The journal keeps what a successor may have to replay, and no more."""

from __future__ import annotations

from datetime import datetime, timedelta

from celery import shared_task

from db.runs import Result
from db.upkeep import PostgresUpkeep
from workers.contract import CLEAN_JOURNAL
from workers.job import run


@shared_task(name=CLEAN_JOURNAL)
def clean_journal() -> Result | None:
    """Remove journal rows that a snapshot covers, and keys nobody will repeat."""
    return run(CLEAN_JOURNAL, timedelta(minutes=1), work)


def work(upkeep: PostgresUpkeep, now: datetime) -> Result:
    """How many rows went."""
    gone = upkeep.clean_journal(now)
    return {"rows": gone} if gone else {}
