"""Where a bench keeps its data: a server that is given by its address, or the embedded one, started for the bench."""

from __future__ import annotations

import argparse
import itertools
import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from bench.stack import free_port
from cli.embedded import Postgres
from cli.programs import finish, spawn

_numbers = itertools.count()
KEPT = "loaded by the bench of the endpoints"


@dataclass(frozen=True)
class Place:
    """`dsn` may create databases."""

    dsn: str
    name: str

    def kept(self, name: str) -> tuple[str, bool]:
        """Address of a database that stays, made when it is not there; and whether `keep` was said of it."""
        with psycopg.connect(self.dsn, autocommit=True) as conn:
            found = conn.execute(
                "select shobj_description(oid, 'pg_database') from pg_database where datname = %s", [name]
            ).fetchone()
            if found is None:
                conn.execute(f'create database "{name}"')
        return self._address(name), found is not None and found[0] == KEPT

    def keep(self, name: str) -> None:
        """What was loaded is complete."""
        with psycopg.connect(self.dsn, autocommit=True) as conn:
            conn.execute(f"comment on database \"{name}\" is '{KEPT}'")

    def _address(self, name: str) -> str:
        address, _, query = self.dsn.partition("?")
        return f"{address.rpartition('/')[0]}/{name}" + (f"?{query}" if query else "")

    @contextmanager
    def database(self) -> Iterator[str]:
        """A new empty database, gone afterwards. Yields its address."""
        name = f"tidewatch_bench_{os.getpid()}_{next(_numbers)}"
        with psycopg.connect(self.dsn, autocommit=True) as conn:
            conn.execute(f'create database "{name}"')
        try:
            yield self._address(name)
        finally:
            with psycopg.connect(self.dsn, autocommit=True) as conn:
                conn.execute(f'drop database "{name}" with (force)')


def arguments(about: str | None) -> argparse.ArgumentParser:
    """What every bench understands."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dsn", help="a PostgreSQL server that may make databases; default: the embedded one")
    parser.add_argument("--short", action="store_true", help="less of everything: a minute or so")
    return parser


@contextmanager
def place(dsn: str | None) -> Iterator[Place]:
    """The given server, or one that is started as `tidewatch up` does and ends with the bench."""
    if dsn is not None:
        yield Place(dsn, _version(dsn))
        return
    folder = Path(tempfile.mkdtemp(prefix="tidewatch-bench-"))
    server = Postgres(folder, free_port())
    process = spawn(server.prepare(), folder / "postgres.log")
    try:
        server.wait(process, folder)
        yield Place(server.url_of("postgres"), "embedded " + _version(server.url_of("postgres")))
    finally:
        finish(process, signal.SIGINT)
        process.wait(30)
        shutil.rmtree(folder, ignore_errors=True)


def _version(dsn: str) -> str:
    with psycopg.connect(dsn) as conn:
        row = conn.execute(
            "select 'PostgreSQL ' || split_part(current_setting('server_version'), ' ', 1)"
            " || coalesce(', TimescaleDB ' || (select default_version from pg_available_extensions"
            " where name = 'timescaledb') || ' (' || current_setting('timescaledb.license', true) || ')', '')"
        ).fetchone()
    return str(row[0]) if row else "?"
