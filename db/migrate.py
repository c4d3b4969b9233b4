"""Migrations: numbered SQL files, each applied once, under a lock that dies with its process (docs/adr/0002).

A file is `NNNN_title.sql` for all engines, or `NNNN_title.<variant>.sql` for some (`Engine.variants`). Safe when
several processes start at once: the first one works, the others wait and find it done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from db.engine import Engine, detect, recorded
from db.errors import Conflict
from db.packs.registry import packs
from db.pool import Connection, connect
from db.settings import DatabaseSettings, settings

FOLDER = Path(__file__).parent / "migrations"
LOCK = 7_261_001
NAME = re.compile(r"(?P<number>\d{4})_(?P<title>[a-z0-9_]+)(\.(?P<variant>[a-z]+))?\.sql")


@dataclass(frozen=True)
class Migration:
    """One file that is meant for the engine."""

    number: int
    path: Path


def migrations(engine: Engine) -> Iterator[Migration]:
    """The files for an engine, in order."""
    for path in sorted(FOLDER.glob("*.sql")):
        match = NAME.fullmatch(path.name)
        if match is None:
            raise ValueError(f"{path.name} is not called NNNN_title.sql or NNNN_title.variant.sql")
        if match["variant"] is None or match["variant"] in engine.variants:
            yield Migration(int(match["number"]), path)


def known_files(engine: Engine) -> list[tuple[str, Path]]:
    """(name, file) of all that this version would apply on an engine, in order."""
    return [(m.path.name, m.path) for m in migrations(engine)] + pack_schemas()


def migrate(
    url: str, config: DatabaseSettings | None = None, *, only: set[str] | None = None, seed: bool = True
) -> tuple[Engine, list[str]]:
    """Bring the schema up to date. Returns the engine and the names of the files applied now.

    `only`: these files, as an older version knew them. Without `seed` nothing is put into the tables of a new one.
    """
    config = config or settings()
    with connect(url, "tidewatch migrate") as conn:
        conn.execute("select pg_advisory_lock(%s)", (LOCK,))
        engine = recorded(conn) or _begin(conn)
        done = {row[0] for row in conn.execute("select name from schema_migrations")}
        newest = max(migration.number for migration in migrations(engine))
        if any(int(name[:4]) > newest for name in done if name[:4].isdigit()):
            raise Conflict("This database was made by a newer Tidewatch. Start that version, or use another database.")
        files = [(name, path) for name, path in known_files(engine) if only is None or name in only]
        applied = [name for name, path in files if name not in done and _apply(conn, name, path)]
        if seed:
            _seed(conn, config)
        return engine, applied


def _begin(conn: Connection) -> Engine:
    engine = detect(conn)
    with conn.transaction():
        conn.execute("create table schema_engine (engine text not null)")
        conn.execute("insert into schema_engine values (%s)", (engine.value,))
        conn.execute(
            "create table schema_migrations (name text primary key, applied_at timestamptz not null default now())"
        )
    return engine


def pack_schemas() -> list[tuple[str, Path]]:
    """(name, file) of the schemas of all packs, in order. They come after the core's."""
    return [(f"{pack.name}/{path.name}", path) for pack in packs().values() for path in pack.schemas()]


def _apply(conn: Connection, name: str, path: Path) -> bool:
    with conn.transaction():
        conn.execute(path.read_bytes())
        conn.execute("insert into schema_migrations (name) values (%s)", (name,))
    return True


def _seed(conn: Connection, config: DatabaseSettings) -> None:
    """The first tenant and the shards, when the database is new."""
    with conn.transaction():
        conn.execute(
            "insert into tenants (name, series_limit) select 'default', %s where not exists (select from tenants)",
            (config.series_limit,),
        )
        conn.execute(
            "insert into shards (id) select generate_series(0, %s - 1) where not exists (select from shards)",
            (config.shards,),
        )
