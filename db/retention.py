"""Retention: raw weeks and old rollup rows go, by the engine's own means."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from psycopg import sql as compose

from db.engine import Engine
from db.packs.registry import packs
from db.partitions import WEEK, partition_name
from db.pool import Connection

CHUNK = 5_000
"""Rows that one statement deletes."""


def drop_raw(
    conn: Connection, sql: Any, engine: Engine, relation: str, days: int | None, spare_days: int, now: datetime
) -> dict[str, int]:
    """Drop the weeks of a relation that are older than `days`, but for those written to in the last `spare_days`.

    The range is noted under the lock that holds back writers: from then on nothing is written or refreshed there.
    """
    if days is None:
        return {}
    before, quiet_since = now - timedelta(days=days), now - timedelta(days=spare_days)

    def expired() -> list[datetime]:
        return [row[0] for row in sql.expired_weeks(conn, relation=relation, before=before, quiet_since=quiet_since)]

    dropped = 0
    for week in expired():
        with conn.transaction():
            conn.execute("select pg_advisory_xact_lock(7261004)")
            if week not in expired():
                continue  # it was written to while we waited
            if relation == "samples":
                sql.note_dropped(conn, week=week)
            else:
                sql.drop_event_ids(conn, week=week)
            drop_week(conn, engine, relation, week)
            sql.forget_week(conn, relation=relation, week=week)
            dropped += 1
    return {relation: dropped}


def drop_week(conn: Connection, engine: Engine, relation: str, week: datetime) -> None:
    """Let the rows of a week go at once."""
    if engine is Engine.plain:
        name = compose.Identifier(partition_name(relation, week))
        conn.execute(compose.SQL("drop table if exists {}").format(name))
        return
    conn.execute(
        "select drop_chunks(%s::regclass, older_than => %s::timestamptz, newer_than => %s::timestamptz)",
        (relation, week + WEEK, week),
    )


def drop_rollups(conn: Connection, engine: Engine, relation: str, days: int | None, now: datetime) -> dict[str, int]:
    """Drop rollup rows older than `days`."""
    if days is None:
        return {}
    before = now - timedelta(days=days)
    if engine is Engine.community:
        rows = conn.execute("select drop_chunks(%s::regclass, older_than => %s)", (relation, before)).fetchall()
        return {relation: len(rows)}
    table = compose.Identifier(relation)
    return {relation: conn.execute(compose.SQL("delete from {} where t < %s").format(table), (before,)).rowcount}


def drop_facts(conn: Connection, before: datetime) -> dict[str, int]:
    """Delete rows of the packs' own tables whose time lies before, as events of that time are: in short statements."""
    return {
        table.name: _delete_older(conn, compose.Identifier(table.name), compose.Identifier(table.time), before)
        for pack in packs().values()
        for table in pack.model.tables
        if table.time is not None
    }


def _delete_older(conn: Connection, table: compose.Identifier, time: compose.Identifier, before: datetime) -> int:
    query = compose.SQL("delete from {0} where ctid = any(array(select ctid from {0} where {1} < %s limit %s))")
    gone = 0
    while (chunk := conn.execute(query.format(table, time), (before, CHUNK)).rowcount) > 0:
        gone += chunk
    return gone
