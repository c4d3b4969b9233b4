"""Runs of scheduled jobs: a window of a job is run once, whoever asks, however often."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from psycopg.types.json import Jsonb

from db.pool import Connection
from db.queries import for_psycopg
from db.records import from_us, to_us

Result = dict[str, Any]


def window_of(now: datetime, every: timedelta) -> datetime:
    """The start of the window that `now` lies in, counted from 1970 UTC."""
    step = every // timedelta(microseconds=1)
    return from_us(to_us(now) // step * step)


def run_once(conn: Connection, job: str, window: datetime, work: Callable[[], Result]) -> Result | None:
    """Do the work of a job's window unless it was done. None: it was. A failure leaves the window to be run again."""
    sql = for_psycopg("runs")
    if sql.begin(conn, job=job, window=window) is None:
        return None
    try:
        result = work()
    except Exception:
        if not conn.closed and not conn.broken:
            sql.abandon(conn, job=job, window=window)
        raise
    sql.finish(conn, job=job, window=window, result=Jsonb(result))
    return result
