"""Retention of raw points by the hour: for disks that hold no week of them (docs/memory.md)."""

from __future__ import annotations

from datetime import datetime, timedelta

from db.engine import Engine
from db.pool import Connection
from db.queries import for_psycopg
from db.records import QUARTER_US, from_us, to_us
from db.retention import drop_week

HOUR_US = 4 * QUARTER_US


def drop_hours(conn: Connection, engine: Engine, hours: int | None, now: datetime) -> dict[str, int]:
    """Delete raw points older than so many hours, up to a whole hour, as far as rollups hold them.

    The range is noted under the lock that holds back writers: from then on nothing is written or refreshed there. The
    room is used again by what comes next. On an autocommit connection.
    """
    if hours is None:
        return {}
    sql = for_psycopg("raw_hours")
    before = from_us(to_us(now - timedelta(hours=hours)) // HOUR_US * HOUR_US)
    with conn.transaction():
        conn.execute("select pg_advisory_xact_lock(7261004)")
        before = sql.rolled_up_to(conn, before=before)
        oldest = sql.oldest(conn, before=before)
        if oldest is None:
            return {}
        since = from_us(to_us(oldest) // QUARTER_US * QUARTER_US)
        if not sql.extend(conn, since=since, until=before):
            sql.add(conn, since=since, until=before)
        gone = int(sql.drop_before(conn, before=before))
        for week in [row[0] for row in sql.passed_weeks(conn, before=before)]:  # empty now, but for its room on disk
            drop_week(conn, engine, "samples", week)
            for_psycopg("upkeep").forget_week(conn, relation="samples", week=week)
    conn.execute("vacuum samples, dirty_windows")
    return {"samples": gone}
