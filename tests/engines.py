"""The storage engines that this run of the suite uses, each as the address of a server that may make databases."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psycopg

from db.migrate import migrate
from tests import provision, servers

_numbers = itertools.count()


@dataclass(frozen=True)
class Server:
    """An engine's server. `dsn` may create databases."""

    engine: str
    dsn: str


def given() -> dict[str, str]:
    """What TIDEWATCH_TEST_DSNS names: `plain=postgresql://…,apache=postgresql://…`."""
    pairs = [pair for pair in os.environ.get("TIDEWATCH_TEST_DSNS", "").split(",") if pair]
    return dict(pair.split("=", 1) for pair in pairs)


def available() -> dict[str, str]:
    """Engine -> where it comes from: `given`, `embedded`, `local`, `chroot`, `docker`."""
    if named := given():
        return dict.fromkeys(named, "given")
    apache = provision.source_of_apache()
    more = {"apache": apache} if apache else {}
    return {"plain": "embedded", **more} | ({"community": "docker"} if apache == "docker" else {})


def missing() -> dict[str, str]:
    """Engines that the suite wants and this machine does not have, with the reason."""
    found = available()
    note = provision.ENGINES / "missing.txt"
    reason = note.read_text() if note.exists() else "not provided yet: python -m tests.provision"
    return {engine: reason for engine in provision.WANTED if engine not in found}


def described(engine: str, source: str) -> str:
    """The engine with its versions."""
    if source != "given":
        return f"{engine} ({servers.version(source)})"
    with psycopg.connect(given()[engine], connect_timeout=5) as conn:
        row = conn.execute(
            "select current_setting('server_version'), (select default_version from pg_available_extensions"
            " where name = 'timescaledb')"
        ).fetchone()
    assert row is not None
    return f"{engine} (PostgreSQL {row[0].split()[0]}" + (f", TimescaleDB {row[1]})" if row[1] else ")")


@contextmanager
def running(engine: str) -> Iterator[Server]:
    """The engine's server, started where it is not given."""
    if engine in given():
        yield Server(engine, given()[engine])
        return
    with servers.start(available()[engine], engine) as dsn:
        yield Server(engine, dsn)


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
