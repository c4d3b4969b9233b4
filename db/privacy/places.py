"""Every place where text is kept, whoever made it: what names a person is found there, and can be rewritten.

The tables are read from the database itself, so that a table of a later version or of a pack is not forgotten.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import orjson
import psycopg
from psycopg import sql as compose
from psycopg.types.json import Jsonb

from db.journal_codec import EVENTS
from db.pool import Connection
from db.privacy.mention import Names
from db.queries import for_psycopg

NOT_SEARCHED = {
    "secrets": "random bytes",
    "schema_engine": "ours",
    "schema_migrations": "ours",
    "tenants": "names of organisations",
    "raw_weeks": "names of our tables, of all tenants",
    "shards": "names of our machines, of all tenants",
    "model_runs": "names of our jobs, of all tenants",
    "audit": "append-only: its words are emptied by a step of their own, and searched by it",
    "erased_people": "keyed hashes",
    "task_runs": "names of our jobs and how much each did, of all tenants",
    "detector_state": "numbers, in blocks of series of all tenants",
}
"""Tables that hold no word of people, with the reason."""
MADE_ANEW = {"insights", "patterns", "forecasts", "model_items", "pack_failures", "batches"}
"""Tables whose rows go whole: the next run makes them anew, or they only help for a day."""
OF_PEOPLE = {"person", "user_id", "owner", "target"}
"""Columns that say whose a row is, or to whom it goes: with the person it goes whole."""
WRITTEN = {("api_keys", "name")}
"""Names that people give as they like, and that nothing is found by."""
BYTES_FROM = 8
"""So many bytes a name must have to be looked for in bytes of unknown kind."""


class NoRoom(Exception):
    """The name cannot be taken out of this row: a key or a check stands against it."""


@dataclass(frozen=True)
class Place:
    """A column. `tenant`: its table says whose rows are; `series`: by their series."""

    table: str
    column: str
    kind: str
    tenant: bool
    series: bool

    @property
    def key(self) -> str:
        """What says what a value is for."""
        return "text" if (self.table, self.column) in WRITTEN else self.column


@dataclass(frozen=True)
class Mention:
    """A value that names the person, and its row: `at` is (tableoid, ctid)."""

    place: Place
    at: tuple[Any, str]
    value: Any


def places(conn: Connection) -> list[Place]:
    """All columns that can hold text, but for those of tables that are not searched."""
    return [Place(*row) for row in for_psycopg("erasure").places(conn) if row[0] not in NOT_SEARCHED]


def mentions(conn: Connection, tenant: int, names: Names, request: int) -> Iterator[Mention]:
    """Everything in a tenant that names the person, but for the erasure's own row."""
    for place in places(conn):
        if place.table in ("privacy_requests", "privacy_files"):
            yield from _found(conn, place, tenant, names, request)
        else:
            yield from _found(conn, place, tenant, names, None)


def _found(conn: Connection, place: Place, tenant: int, names: Names, request: int | None) -> Iterator[Mention]:
    query, values = _query(place, names, tenant, request)
    if query is None:
        return
    with conn.cursor(name="mentions", withhold=True) as cursor:  # of a short name it may be most of the rows
        for oid, ctid, *about, value in cursor.execute(query, values):
            read = _read(place, value, about)
            if (place.kind == "bytea" and place.table != "journal") or names.inside(read, place.key):
                yield Mention(place, (oid, ctid), read)


def _query(place: Place, names: Names, tenant: int, request: int | None) -> tuple[Any, list[Any]]:
    column, needles, test = compose.Identifier(place.column), names.needles(), "strpos(lower({}::text), lower(%s)) > 0"
    values: list[Any] = list(needles)
    if place.kind == "bytea":
        values = [name.encode() for name in needles if place.table == "journal" or len(name) >= BYTES_FROM]
        test = "position(%s::bytea in {}) > 0"
    if not values:
        return None, []
    tests = compose.SQL(" or ").join(compose.SQL(test).format(column) for _ in values)
    where: list[compose.Composable] = [compose.SQL("({})").format(tests)]
    if place.tenant:
        where.append(compose.SQL("tenant_id = %s"))
        values.append(tenant)
    elif place.series:
        where.append(compose.SQL("series_id in (select id from series where tenant_id = %s)"))
        values.append(tenant)
    if request is not None:
        where.append(compose.SQL("{} <> %s").format(compose.Identifier(_request_column(place))))
        values.append(request)
    about = compose.SQL("kind, ") if place.table == "journal" else compose.SQL("")
    query = compose.SQL("select tableoid, ctid::text, {}{} from {} where {}").format(
        about, column, compose.Identifier(place.table), compose.SQL(" and ").join(where)
    )
    return query, values


def _request_column(place: Place) -> str:
    return "id" if place.table == "privacy_requests" else "request"


def _read(place: Place, value: Any, about: list[Any]) -> Any:
    if place.table == "journal":
        return parsed(bytes(value)) if about[0] == EVENTS else None
    return bytes(value) if place.kind == "bytea" else value


def parsed(text: str | bytes) -> Any:
    """JSON, or the text itself where it is none."""
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        return text if isinstance(text, str) else text.decode(errors="replace")


def rewrite(conn: Connection, mention: Mention, names: Names, instead: str) -> int:
    """Take a name out of a row, or the row away. Returns how many rows changed. Raises `NoRoom`."""
    place = mention.place
    if place.table in ("series", "journal", "privacy_files") or place.kind == "bytea":
        raise NoRoom  # what they hold is somebody else's to change
    if not place.tenant and not place.series:
        raise NoRoom  # all tenants'
    table, column = compose.Identifier(place.table), compose.Identifier(place.column)
    here = compose.SQL("tableoid = %s and ctid = %s::tid")
    try:
        with conn.transaction():
            if place.table in MADE_ANEW or (place.column in OF_PEOPLE and names.inside(mention.value, "person")):
                query = compose.SQL("delete from {} where {}").format(table, here)
                return conn.execute(query, mention.at).rowcount
            fresh = names.without(mention.value, instead, place.key)
            if fresh == mention.value:
                raise NoRoom  # it is a key of an object
            query = compose.SQL("update {} set {} = %s where {}").format(table, column, here)
            said = Jsonb(fresh) if place.kind in ("json", "jsonb") else fresh
            return conn.execute(query, (said, *mention.at)).rowcount
    except (psycopg.IntegrityError, psycopg.errors.RaiseException) as problem:
        raise NoRoom from problem
