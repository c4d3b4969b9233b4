"""Connections: an asyncpg pool for the API, single psycopg connections for the pipeline and the tasks."""

from __future__ import annotations

from typing import Any, TypeAlias

import asyncpg
import orjson
import psycopg
from psycopg.rows import TupleRow

from db.slow import watch

Connection = psycopg.Connection[TupleRow]
FOR_ANSWERS = {"work_mem": "16MB", "jit": "off"}
"""A long range is sorted in memory; and compiling a statement takes longer than any of ours should."""
Pool: TypeAlias = Any
"""An `asyncpg.Pool`; the library ships no types."""


async def _prepare(conn: Any) -> None:
    await conn.set_type_codec(
        "jsonb",
        encoder=lambda value: b"\x01" + orjson.dumps(value),
        decoder=lambda data: orjson.loads(data[1:]),
        schema="pg_catalog",
        format="binary",
    )


async def _leave_as_is(_: Any) -> None:
    """Our code changes nothing in a session, so giving a connection back need not cost a round trip to clean it."""


async def open_pool(url: str, size: int, slow: float | None = None) -> Pool:
    """A pool of up to `size` connections in UTC, with jsonb as Python values.

    `slow`: seconds from which on statements are logged; None: none are, nor measured.
    """

    async def prepare(conn: Any) -> None:
        await _prepare(conn)
        if slow is not None:
            watch(conn, slow)

    return await asyncpg.create_pool(
        url,
        min_size=1,
        max_size=size,
        init=prepare,
        reset=_leave_as_is,
        command_timeout=60,
        server_settings={"timezone": "UTC", "application_name": "tidewatch"} | FOR_ANSWERS,
    )


class BinaryCursor(psycopg.Cursor[TupleRow]):
    """Fetches in PostgreSQL's binary format, where bytes are bytes and not hexadecimal text."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.format = psycopg.pq.Format.BINARY


def connect(url: str, name: str = "tidewatch", *, autocommit: bool = True) -> Connection:
    """One psycopg connection in UTC. Raises `psycopg.OperationalError` when the server is not there."""
    return psycopg.connect(
        url,
        autocommit=autocommit,
        connect_timeout=5,
        application_name=name,
        options="-c timezone=UTC",
    )
