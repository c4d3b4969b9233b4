"""Weeks of raw rows: partitions where the engine has none of its own, and a note of when each was last written."""

from __future__ import annotations

import time
from datetime import datetime, timedelta

import numpy as np
from numpy.typing import NDArray
from psycopg import sql

from db.engine import Engine
from db.pool import Connection
from db.records import from_us

WEEK_US = 7 * 86_400_000_000
WEEK = timedelta(days=7)
NOTE_EVERY = 3600.0
LOCK = 7_261_003


def weeks(t: NDArray[np.int64]) -> list[datetime]:
    """The starts of the weeks (counted from 1970, so Thursdays, as TimescaleDB does) that hold these times."""
    return [from_us(int(week) * WEEK_US) for week in np.unique(t // WEEK_US)]


class Weeks:
    """The weeks one writer has touched, so that it asks the database about each only once an hour."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._noted: dict[tuple[str, datetime], float] = {}

    def ensure(self, conn: Connection, relation: str, t: NDArray[np.int64]) -> None:
        """Be ready for rows at these times. Outside the caller's transaction: a partition blocks nobody that way."""
        now = time.monotonic()
        for week in weeks(t):
            if now - self._noted.get((relation, week), -NOTE_EVERY) < NOTE_EVERY:
                continue
            if self._engine is Engine.plain:
                add_partition(conn, relation, week)
            conn.execute(
                "insert into raw_weeks (relation, week) values (%s, %s)"
                " on conflict (relation, week) do update set written_at = clock_timestamp()",
                (relation, week),
            )
            self._noted[relation, week] = now


def partition_name(relation: str, week: datetime) -> str:
    """`samples_20260101`."""
    return f"{relation}_{week:%Y%m%d}"


def add_partition(conn: Connection, relation: str, week: datetime) -> None:
    """Attach the week's partition where it is missing. Attaching does not keep readers or writers waiting."""
    name = partition_name(relation, week)
    with conn.transaction():
        conn.execute("select pg_advisory_xact_lock(%s)", (LOCK,))
        there = conn.execute("select to_regclass(%s)", (name,)).fetchone()
        if there and there[0]:
            return
        part, whole = sql.Identifier(name), sql.Identifier(relation)
        conn.execute(sql.SQL("create table {} (like {} including all)").format(part, whole))
        conn.execute(
            sql.SQL("alter table {} attach partition {} for values from ({}) to ({})").format(
                whole, part, sql.Literal(week), sql.Literal(week + WEEK)
            )
        )
