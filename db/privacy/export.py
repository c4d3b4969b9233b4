"""All that is known of a person, as a ZIP of JSON lines: one file a kind of thing, and `about.json`."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

import orjson
from psycopg import sql as compose

from db.packs.registry import packs
from db.pool import Connection
from db.privacy.entries import names_in_entry
from db.privacy.mention import Names
from db.privacy.people import labels_of_people
from db.privacy.places import parsed
from db.queries import for_psycopg

PART = 1 << 20
"""Bytes in one row of `privacy_files`."""
BATCH = 2_000
Row = Mapping[str, Any]


class _Parts(io.RawIOBase):
    """A file that cannot be gone back in, kept in pieces."""

    def __init__(self, conn: Connection, tenant: int, request: int) -> None:
        self._conn, self._key = conn, {"tenant": tenant, "request": request}
        self._held, self._part = bytearray(), 0

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._held += data
        while len(self._held) >= PART:
            self._put(bytes(self._held[:PART]))
            del self._held[:PART]
        return len(data)

    def done(self) -> None:
        """Keep what is left."""
        if self._held:
            self._put(bytes(self._held))
            self._held.clear()

    def _put(self, data: bytes) -> None:
        for_psycopg("privacy").put_file(self._conn, **self._key, part=self._part, data=data)
        self._part += 1


def write_export(conn: Connection, row: Row) -> dict[str, int]:
    """Write the export that a row of `privacy_requests` asks for, in one snapshot. Returns the rows of each file."""
    counts: dict[str, int] = {}
    tenant, names = row["tenant_id"], Names((row["person"], *row["names"]))
    with conn.transaction():
        conn.execute("set transaction isolation level repeatable read")
        for_psycopg("privacy").drop_parts(conn, tenant=tenant, request=row["id"])
        out = _Parts(conn, tenant, row["id"])
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, lines in _files(conn, tenant, names):
                counts[name] = _write(archive, name, lines)
            about = {"person": row["person"], "made_at": datetime.now(UTC), "rows": counts}
            archive.writestr("about.json", orjson.dumps(about, option=orjson.OPT_INDENT_2))
        out.done()
    return counts


def _write(archive: zipfile.ZipFile, name: str, lines: Iterator[Any]) -> int:
    n = 0
    with archive.open(f"{name}.jsonl", "w") as file:
        for line in lines:
            file.write(orjson.dumps(line, default=str, option=orjson.OPT_NON_STR_KEYS) + b"\n")
            n += 1
    return n


def _files(conn: Connection, tenant: int, names: Names) -> Iterator[tuple[str, Iterator[Any]]]:
    called = list(names.all)
    yield (
        "events",
        _rows(
            conn,
            "select event_id, event_type, t as timestamp, user_id, session_id, content_id, properties, received_at"
            " from events where tenant_id = %s and user_id = any(%s) order by t, event_id",
            (tenant, called),
        ),
    )
    yield (
        "account",
        _rows(
            conn,
            "select id, email, role, person, created_at, disabled_at from users"
            " where tenant_id = %s and (person = any(%s) or email = any(%s))",
            (tenant, called, called),
        ),
    )
    for pack in packs().values():
        for table in pack.model.tables:
            if table.person is not None:
                yield table.name, _rows(conn, _whose(table.name, table.person), (tenant, called))
    for name, column in _core_tables(conn):
        yield name, _rows(conn, _whose(name, column), (tenant, called))
    yield from _series(conn, tenant, names)
    yield "audit", _audit(conn, tenant, names)


def _whose(table: str, column: str) -> compose.Composed:
    query = compose.SQL("select * from {} where tenant_id = %s and {} = any(%s)")
    return query.format(compose.Identifier(table), compose.Identifier(column))


def _core_tables(conn: Connection) -> list[tuple[str, str]]:
    """Tables of the core with the column that says whose their rows are, such as goals."""
    declared = {table.name for pack in packs().values() for table in pack.model.tables}
    rows = for_psycopg("erasure").places(conn)
    found = {(row[0], row[1]) for row in rows if row[1] in ("person", "owner") and row[3]}
    return sorted(one for one in found if one[0] not in declared | {"users", "privacy_requests"})


def _series(conn: Connection, tenant: int, names: Names) -> Iterator[tuple[str, Iterator[Any]]]:
    asked = {"tenant": tenant, "labels": sorted(labels_of_people()), "names": list(names.all)}
    rows = list(for_psycopg("erasure").series_naming(conn, **asked))
    yield "series", iter([{"id": id_, "metric": metric, "labels": labels} for id_, metric, labels, *_ in rows])
    ids = [row[0] for row in rows]
    points = "select series_id, t, v from samples where series_id = any(%s) order by series_id, t"
    yield "points", _rows(conn, points, (ids,))
    days = "select series_id, t, n, sum, min, max from samples_1d where series_id = any(%s) order by series_id, t"
    yield "days", _rows(conn, days, (ids,))
    episodes = (
        "select id, series_id, severity, state, opened_at, closed_at, value, expected, reason from episodes"
        " where tenant_id = %s and series_id = any(%s) order by id"
    )
    yield "episodes", _rows(conn, episodes, (tenant, ids))


def _audit(conn: Connection, tenant: int, names: Names) -> Iterator[Any]:
    """Entries that speak of the person, and what their login did."""
    accounts = for_psycopg("erasure").accounts(conn, tenant=tenant, names=list(names.all))
    authors = [f"user:{id_}" for id_, _, _ in accounts]
    rows = conn.execute(
        "select seq, at, who, action, said from audit where tenant_id = %s"
        " and (who = any(%s) or exists (select from unnest(%s::text[]) as n where strpos(said, n) > 0)) order by seq",
        (tenant, authors, names.needles()),
    )
    for seq, at, who, action, said in rows:
        words = parsed(said) if said is not None else {}
        if who in authors or names_in_entry(names, said or "{}"):
            yield {"seq": seq, "at": at, "who": who, "action": action, **words}


def _rows(conn: Connection, query: Any, values: tuple[Any, ...]) -> Iterator[Any]:
    """Rows as objects, some thousand at a time."""
    with conn.cursor("export") as cursor:
        cursor.itersize = BATCH
        cursor.execute(query, values)
        for row in cursor:
            yield dict(zip((column.name for column in cursor.description or ()), row, strict=True))
