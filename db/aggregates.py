"""Refreshing TimescaleDB's continuous aggregates over just the windows that changed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

import psycopg

from db.pool import Connection
from db.records import from_us, to_us

LEVELS = (("samples_15m", timedelta(minutes=15)), ("samples_1h", timedelta(hours=1)), ("samples_1d", timedelta(days=1)))
JOIN_GAPS = timedelta(days=2)
"""Ranges that are closer than this are refreshed as one: only what changed inside is computed anyway."""
ATTEMPTS = 20
_BUSY = (psycopg.errors.ObjectInUse, psycopg.errors.LockNotAvailable, psycopg.errors.SerializationFailure)


def refresh_aggregates(conn: Connection, windows: Iterable[datetime]) -> None:
    """Refresh the aggregates, finest first, over 15-minute windows. Not inside a transaction. May be run again."""
    ranges = joined(windows)
    for view, width in LEVELS:
        for start, stop in ranges:
            _refresh(conn, view, _floor(start, width), _floor(stop + width - timedelta(microseconds=1), width))


def joined(windows: Iterable[datetime]) -> list[tuple[datetime, datetime]]:
    """15-minute windows -> ranges [start, stop) that cover them."""
    ranges: list[tuple[datetime, datetime]] = []
    for start in sorted(set(windows)):
        stop = start + timedelta(minutes=15)
        if ranges and start - ranges[-1][1] < JOIN_GAPS:
            ranges[-1] = (ranges[-1][0], stop)
        else:
            ranges.append((start, stop))
    return ranges


def _refresh(conn: Connection, view: str, start: datetime, stop: datetime) -> None:
    """Another refresh of the same view may hold it: wait for our turn."""
    for attempt in range(ATTEMPTS):
        try:
            conn.execute("call refresh_continuous_aggregate(%s::regclass, %s, %s)", (view, start, stop))
            return
        except _BUSY:
            if attempt == ATTEMPTS - 1:
                raise
            conn.execute("select pg_sleep(0.25)")


def _floor(when: datetime, width: timedelta) -> datetime:
    step = width // timedelta(microseconds=1)
    return from_us(to_us(when) // step * step)
