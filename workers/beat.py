"""Celery beat under a lock: however many are started, one ticks. The lock is a database session, so it ends with it."""

from __future__ import annotations

import logging
import signal
import sys
import threading
from collections.abc import Sequence
from types import FrameType

import psycopg
from celery.beat import Scheduler

from db.pool import Connection, connect
from db.settings import settings
from workers.app import app

log = logging.getLogger("tidewatch.beat")
LOCK = 7_261_005
ASK_AGAIN = 2.0


class LockedScheduler(Scheduler):  # type: ignore[misc]  # celery ships no types
    """Ticks only while the lock is held. The table is in the code, so nothing need be kept on disk."""

    lock: Connection

    def tick(self, *args: object, **kwargs: object) -> float:
        """Run what is due; end the process when the lock is lost, to be started again and wait in line."""
        try:
            self.lock.execute("select 1")
        except psycopg.Error:
            log.warning("beat lost its lock with its database session; ending")
            sys.exit(1)
        return min(float(super().tick(*args, **kwargs)), 1.0)


def run_beat() -> None:
    """Wait for the lock, then beat until SIGTERM or SIGINT."""
    stop = threading.Event()

    def leave(_: int, __: FrameType | None) -> None:
        stop.set()
        sys.exit(0)

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, leave)
    with connect(settings().database_url, "tidewatch beat") as conn:
        while not _locked(conn):
            log.info("another beat holds the lock; waiting")
            stop.wait(ASK_AGAIN)
        LockedScheduler.lock = conn
        log.info("beating: %s", ", ".join(_names()))
        app.Beat(scheduler="workers.beat:LockedScheduler", loglevel="WARNING", schedule=None).run()


def _locked(conn: Connection) -> bool:
    row = conn.execute("select pg_try_advisory_lock(%s)", (LOCK,)).fetchone()
    return bool(row and row[0])


def _names() -> Sequence[str]:
    return sorted(app.conf.beat_schedule)
