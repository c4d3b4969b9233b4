"""The whole of a database in one file, and back into an empty one: also from one engine to another.

A file is a zip of binary COPY streams, one a table, read in one snapshot while everything goes on, and a manifest that
says which migrations made the tables, how many rows each has, and where sequences stand. What is restored is checked
against it. The file holds hashes of passwords and the keys that sign tokens: keep it as you keep the database.
"""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, BinaryIO

from psycopg import sql

from db.aggregates import LEVELS, refresh_aggregates
from db.engine import Engine, detect, recorded
from db.errors import Conflict, Invalid
from db.migrate import FOLDER, known_files, migrate
from db.partitions import add_partition
from db.pool import Connection, connect
from db.queries import for_psycopg
from db.restoring import DAMAGED, all_or_nothing, in_order, sound

FORMAT = 1
MANIFEST = "manifest.json"
OF_THE_SCHEMA = ("schema_engine", "schema_migrations")
ROLLUPS = tuple(name for name, _ in LEVELS)
CHUNK = 1 << 20

Say = Callable[[str], None]


@dataclass(frozen=True)
class Backup:
    """What a file holds. `tables`: name -> {"columns": [...], "rows": n}."""

    version: str
    engine: str
    made_at: str
    migrations: list[str]
    tables: dict[str, dict[str, Any]]
    sequences: dict[str, list[Any]]
    format: int = FORMAT

    @property
    def rows(self) -> int:
        """In all tables."""
        return sum(int(table["rows"]) for table in self.tables.values())


def backup(url: str, file: Path, version: str, say: Say = lambda _: None) -> Backup:
    """Write a file, whole or not at all, for nobody else to read. Raises `Conflict` when there is no schema, or
    another backup writes it."""
    part = file.with_name(file.name + ".part")
    with connect(url, "tidewatch backup") as conn:
        engine = recorded(conn)
        if engine is None:
            raise Conflict("This database has no Tidewatch in it: there is nothing to back up.")
        out = _private(part)
        try:
            with out, zipfile.ZipFile(out, "w", allowZip64=True) as zipped:
                made = _write(conn, engine, zipped, version, say)
            part.rename(file)
        finally:
            part.unlink(missing_ok=True)
    return made


def _private(path: Path) -> BinaryIO:
    try:
        return os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b")
    except FileExistsError as error:
        raise Conflict(f"{path} is there: another backup writes it, or was killed. Remove it if none runs.") from error


def _write(conn: Connection, engine: Engine, zipped: zipfile.ZipFile, version: str, say: Say) -> Backup:
    with conn.transaction():
        conn.execute("set transaction isolation level repeatable read, read only")
        tables = {}
        for table, columns in _tables(conn):
            say(table)
            tables[table] = {"columns": columns, "rows": _copy_out(conn, table, columns, zipped)}
        applied = [row[0] for row in conn.execute("select name from schema_migrations order by applied_at, name")]
        sequences = {name: [last, called] for name, last, called in _sql().sequences(conn)}
        made = Backup(version, engine.value, datetime.now(UTC).isoformat(), applied, tables, sequences)
    zipped.writestr(MANIFEST, json.dumps(vars(made), indent=1), zipfile.ZIP_DEFLATED)
    return made


def _sql() -> Any:
    return for_psycopg("backup")


def _tables(conn: Connection) -> Iterator[tuple[str, list[str]]]:
    """(table, columns) of all that is kept; rollups too, whatever they are on this engine."""
    for table, columns in _sql().tables(conn, without=[*OF_THE_SCHEMA, *ROLLUPS]):
        yield table, list(columns)
    for table in ROLLUPS:
        yield table, ["series_id", "t", "n", "sum", "min", "max", "first", "last", "ssq"]


def _copy_out(conn: Connection, table: str, columns: list[str], zipped: zipfile.ZipFile) -> int:
    names = sql.SQL(", ").join(map(sql.Identifier, columns))
    query = sql.SQL("copy (select {} from {}) to stdout (format binary)").format(names, sql.Identifier(table))
    info = zipfile.ZipInfo(f"{table}.copy")
    info.compress_type = zipfile.ZIP_DEFLATED
    with zipped.open(info, "w", force_zip64=True) as out, conn.cursor() as cursor:
        with cursor.copy(query) as stream:
            for piece in stream:
                out.write(piece)
        return cursor.rowcount


def read(file: Path) -> Backup:
    """What a file holds. Raises `Invalid` when it is none of ours, or damaged."""
    try:
        with zipfile.ZipFile(file) as zipped:
            said = json.loads(zipped.read(MANIFEST))
            if said.get("format") != FORMAT:
                raise Invalid(f"{file} has the format {said.get('format')}. This version reads {FORMAT}.")
            return Backup(**said)
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError) as wrong:
        raise Invalid(f"{file} is no backup of Tidewatch, or is damaged: {wrong}") from wrong


def restore(url: str, file: Path, say: Say = lambda _: None) -> Backup:
    """Fill an empty database, all or nothing, and bring it up to date. Raises `Conflict`, `Invalid`."""
    made = read(file)
    with connect(url, "tidewatch restore") as conn:
        if recorded(conn) is not None:
            raise Conflict(
                "There is a Tidewatch in this database already. Restore into an empty one; if a restore was killed"
                " here, drop the database and create it anew."
            )
        engine = detect(conn)
    with zipfile.ZipFile(file) as zipped:
        say("looking whether the file is whole")
        sound(zipped, list(made.tables))
        with all_or_nothing(url, ROLLUPS if engine is Engine.community else ()):
            _restore(url, engine, zipped, made, say)
    return made


def _restore(url: str, engine: Engine, zipped: zipfile.ZipFile, made: Backup, say: Say) -> None:
    migrate(url, only=_for_engine(made, engine), seed=False)
    with connect(url, "tidewatch restore") as conn:
        _make_weeks(conn, engine, zipped, made)
        with conn.transaction():
            _fill(conn, engine, zipped, made, say)
        if engine is Engine.community:
            _settle(conn)
    migrate(url)


def _for_engine(made: Backup, engine: Engine) -> set[str]:
    """The migrations that made the tables, as they are called on an engine. Raises `Conflict` on any not known here."""
    known = {name for name, _ in known_files(engine)}
    numbers = {path.name[:4] for path in FOLDER.glob("*.sql")}
    unknown = [
        name for name in made.migrations if (name[:4] not in numbers if _varies(name) else name not in known)
    ]  # fmt: skip
    if unknown:
        raise Conflict(f"The backup is of version {made.version}, which knows more: {', '.join(sorted(unknown))}.")
    varying = {name[:4] for name in made.migrations if _varies(name)}
    return {name for name in known if name in made.migrations or (_varies(name) and name[:4] in varying)}


def _varies(name: str) -> bool:
    """Whether a migration is one of several for its number, by engine: 0002_samples.plain.sql."""
    return "/" not in name and name.count(".") > 1


def _make_weeks(conn: Connection, engine: Engine, zipped: zipfile.ZipFile, made: Backup) -> None:
    """Where rows go into partitions, these have to be there first."""
    if engine is not Engine.plain:
        return
    with conn.transaction(force_rollback=True):
        _copy_in(conn, "raw_weeks", made.tables["raw_weeks"], zipped)
        weeks = conn.execute("select relation, week from raw_weeks").fetchall()
    for relation, week in weeks:
        add_partition(conn, relation, week)


def _fill(conn: Connection, engine: Engine, zipped: zipfile.ZipFile, made: Backup, say: Say) -> None:
    for table in in_order(conn, [name for name in made.tables if name not in ROLLUPS]):
        say(table)
        conn.execute(sql.SQL("delete from {}").format(sql.Identifier(table)))
        _copy_in(conn, table, made.tables[table], zipped)
    for table in ROLLUPS:
        say(table)
        place = _sql().materialized(conn, name=table) if engine is Engine.community else None
        _copy_in(conn, table, made.tables[table], zipped, place)
    for name, (last, called) in made.sequences.items():
        conn.execute("select setval(%s::regclass, %s, %s)", (name, last, called))
    conn.execute("update shards set owner = null, renewed_at = null")


def _copy_in(
    conn: Connection, table: str, about: dict[str, Any], zipped: zipfile.ZipFile, place: tuple[str, str] | None = None
) -> None:
    """Raises `Invalid` where the file holds other than it says."""
    names = sql.SQL(", ").join(map(sql.Identifier, about["columns"]))
    target = sql.Identifier(*place) if place else sql.Identifier(table)
    query = sql.SQL("copy {} ({}) from stdin (format binary)").format(target, names)
    try:
        with zipped.open(f"{table}.copy") as held, conn.cursor() as cursor:
            with cursor.copy(query) as stream:
                while piece := held.read(CHUNK):
                    stream.write(piece)
            rows = cursor.rowcount
    except DAMAGED as wrong:
        raise Invalid(f"The backup is damaged at {table}: {wrong}") from wrong
    if rows != about["rows"]:
        raise Invalid(f"The backup says that {table} has {about['rows']} rows; it holds {rows}.")


def _settle(conn: Connection) -> None:
    """Tell continuous aggregates how far they are: by refreshing them where raw points are.

    Where all of these were dropped, by a point of no series on the day after, which goes again.
    """
    first, last = conn.execute("select min(t), max(t) from samples").fetchone() or (None, None)
    if first is not None:
        refresh_aggregates(conn, _quarters(first, last))
        return
    places = [sql.Identifier(*_sql().materialized(conn, name=table)) for table in ROLLUPS]
    (last,) = conn.execute(sql.SQL("select max(t) from {}").format(places[-1])).fetchone() or (None,)
    if last is None:
        return
    after = last + timedelta(days=1)
    conn.execute("insert into samples (t, v, series_id) values (%s, 0, 0)", (after,))
    refresh_aggregates(conn, [after])
    for place in (sql.Identifier("samples"), *places):
        conn.execute(sql.SQL("delete from {} where series_id = 0").format(place))


def _quarters(first: datetime, last: datetime) -> Iterator[datetime]:
    """A window a day, and both ends: ranges that are near each other are refreshed as one."""
    quarter = 900
    start, stop = (int(at.timestamp()) // quarter * quarter for at in (first, last))
    for at in [*range(start, stop, 86_400), stop]:
        yield datetime.fromtimestamp(at, UTC)
