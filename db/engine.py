"""Which storage engine a database is: found out once, when the schema is made, and kept with the schema."""

from __future__ import annotations

from enum import StrEnum

import psycopg

from db.errors import DatabaseTooOld
from db.pool import Connection


class Engine(StrEnum):
    """What the server offers us."""

    community = "community"  # TimescaleDB Community: continuous aggregates, columnstore
    apache = "apache"  # TimescaleDB Apache edition: hypertables
    plain = "plain"  # PostgreSQL

    @property
    def variants(self) -> tuple[str, ...]:
        """Names of migration files that are meant for this engine, besides those for all."""
        return {
            Engine.community: ("community", "timescale"),
            Engine.apache: ("apache", "timescale", "tables"),
            Engine.plain: ("plain", "tables"),
        }[self]


def detect(conn: Connection) -> Engine:
    """Look at the server, and switch TimescaleDB on where it can be. Raises `DatabaseTooOld`."""
    if conn.info.server_version < 150000:
        raise DatabaseTooOld()
    available = conn.execute("select 1 from pg_available_extensions where name = 'timescaledb'").fetchone()
    preloaded = conn.execute("select current_setting('shared_preload_libraries') like '%timescaledb%'").fetchone()
    if not available or not preloaded or not preloaded[0]:
        return Engine.plain
    try:
        conn.execute("create extension if not exists timescaledb")
    except psycopg.errors.InsufficientPrivilege:
        return Engine.plain
    row = conn.execute("select current_setting('timescaledb.license', true)").fetchone()
    return Engine.community if row and row[0] == "timescale" else Engine.apache


def recorded(conn: Connection) -> Engine | None:
    """The engine that the schema was made for; None before the first migration."""
    there = conn.execute("select to_regclass('schema_engine')").fetchone()
    if not there or there[0] is None:
        return None
    row = conn.execute("select engine from schema_engine").fetchone()
    return Engine(row[0]) if row else None
