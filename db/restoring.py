"""What makes a restore all or nothing: the file is read to its end first, and what was made goes when it fails."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from graphlib import TopologicalSorter
from typing import Any

import psycopg

from db.errors import Conflict, Invalid
from db.pool import Connection, connect
from db.queries import for_psycopg

DAMAGED = (zipfile.BadZipFile, KeyError, EOFError, zlib.error)
"""What reading a zip raises where it is not what was written."""
NAME = "tidewatch restore"


def sound(zipped: zipfile.ZipFile, tables: Sequence[str]) -> None:
    """Read all of a backup against its checksums. Raises `Invalid` where it is damaged, or lacks a table."""
    held = set(zipped.namelist())
    if missing := sorted(table for table in tables if f"{table}.copy" not in held):
        raise Invalid(f"The backup is damaged: it lacks {', '.join(missing)}. Take another one.")
    bad: str | None = "the archive"
    with suppress(*DAMAGED):
        bad = zipped.testzip()
    if bad is not None:
        raise Invalid(f"The backup is damaged at {bad.removesuffix('.copy')}. Take another one.")


@contextmanager
def all_or_nothing(url: str, materialized: Sequence[str]) -> Iterator[None]:
    """What is made meanwhile in the schema of a database is dropped when that fails. Raises `Conflict` where that
    cannot be done either. `materialized`: views that are dropped as such."""
    with connect(url, NAME) as conn:
        before = {name for name, _ in _drops(conn, materialized)}
    try:
        yield
    except BaseException as problem:
        try:
            with connect(url, NAME) as conn:
                _drop(conn, before, materialized)
        except psycopg.Error as also:
            raise Conflict(
                f"The restore failed ({problem}), and what it made could not be removed ({also})."
                " Drop the database and create it anew before you try again."
            ) from problem
        raise


def _drops(conn: Connection, materialized: Sequence[str]) -> list[Any]:
    return list(for_psycopg("backup").drops(conn, materialized=list(materialized)))


def _drop(conn: Connection, before: set[str], materialized: Sequence[str]) -> None:
    """One by one: partitions of many years are more locks than one transaction may hold."""
    for name, statement in _drops(conn, materialized):
        if name not in before:
            conn.execute(statement.encode())


def in_order(conn: Connection, tables: Sequence[str]) -> list[str]:
    """Tables such that each comes behind those it refers to."""
    graph: dict[str, set[str]] = {table: set() for table in tables}
    for table, other in for_psycopg("backup").references(conn):
        if table in graph and other in graph and table != other:
            graph[table].add(other)
    return list(TopologicalSorter(graph).static_order())
