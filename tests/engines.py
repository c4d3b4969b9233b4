"""The storage engines that this run of the suite uses, each as the address of a server that may make databases."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psycopg

from db.migrate import migrate

_numbers = itertools.count()


@dataclass(frozen=True)
class Server:
    """An engine's server. `dsn` may create databases."""

    engine: str
    dsn: str


def given() -> list[Server]:
    """What TIDEWATCH_TEST_DSNS names: `plain=postgresql://…,apache=postgresql://…`."""
    pairs = [pair for pair in os.environ.get("TIDEWATCH_TEST_DSNS", "").split(",") if pair]
    return [Server(*pair.split("=", 1)) for pair in pairs]


@contextmanager
def fresh_database(server: Server) -> Iterator[str]:
    """A new migrated database on the server, gone afterwards. Yields its address."""
    name = f"tidewatch_test_{os.getpid()}_{next(_numbers)}"
    with psycopg.connect(server.dsn, autocommit=True) as conn:
        conn.execute(f'create database "{name}"')
    url = server.dsn.rsplit("/", 1)[0] + "/" + name
    try:
        engine, _ = migrate(url)
        assert engine == server.engine, f"the server called {server.engine} turned out to be {engine}"
        yield url
    finally:
        with psycopg.connect(server.dsn, autocommit=True) as conn:
            conn.execute(f'drop database "{name}" with (force)')
