"""The tables that hold rollups, for those who correct them by hand where nothing can be refreshed any more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from psycopg import sql as compose

from db.engine import Engine
from db.pool import Connection
from db.queries import for_psycopg
from db.records import QUARTER_US, from_us

LEVELS = {"samples_15m": QUARTER_US, "samples_1h": 4 * QUARTER_US, "samples_1d": 96 * QUARTER_US}
"""Name -> width of a window in us."""
COLUMNS = ("n", "sum", "min", "max", "first", "last", "ssq")
Window = tuple[int, int]
"""(series id, start of the window in us)."""
Sums = tuple[int, float, float, float, float, float, float]
"""n, sum, min, max, first, last, sum of squares."""


class Levels:
    """Rollup rows of one database. Continuous aggregates are changed in the tables that they are materialised in."""

    def __init__(self, conn: Connection, engine: Engine) -> None:
        self._conn = conn
        self._tables: dict[str, compose.Composable] = {name: compose.Identifier(name) for name in LEVELS}
        if engine is Engine.community:
            for view, schema, table in for_psycopg("removal").materialised(conn):
                if view in self._tables:
                    self._tables[view] = compose.Identifier(schema, table)

    def read(self, level: str, windows: Sequence[Window]) -> dict[Window, Sums]:
        """The rows of these windows that there are."""
        query = (
            "select r.series_id, (extract(epoch from r.t) * 1000000)::bigint, {columns} from {table} r"
            " join unnest(%(ids)s::int[], %(times)s::timestamptz[]) as u (id, t) on u.id = r.series_id and u.t = r.t"
            " where r.t between %(lo)s and %(hi)s"
        )
        rows = self._run(query, level, windows, columns=compose.SQL(", ").join(map(compose.Identifier, COLUMNS)))
        return {(row[0], row[1]): tuple(row[2:]) for row in rows}

    def delete(self, level: str, windows: Sequence[Window]) -> None:
        """Remove the rows of these windows."""
        self._run(
            "delete from {table} r using unnest(%(ids)s::int[], %(times)s::timestamptz[]) as u (id, t)"
            " where r.series_id = u.id and r.t = u.t and r.t between %(lo)s and %(hi)s",
            level,
            windows,
        )

    def write(self, level: str, rows: dict[Window, Sums]) -> None:
        """Change rows that are there; a row that has expired is not made anew."""
        sets = [compose.SQL("{0} = u.{0}").format(compose.Identifier(name)) for name in COLUMNS]
        columns = {name: [row[i] for row in rows.values()] for i, name in enumerate(COLUMNS)}
        self._run(
            "update {table} r set {sets} from unnest(%(ids)s::int[], %(times)s::timestamptz[], %(n)s::bigint[],"
            " %(sum)s::float8[], %(min)s::float8[], %(max)s::float8[], %(first)s::float8[], %(last)s::float8[],"
            " %(ssq)s::float8[]) as u (id, at, n, sum, min, max, first, last, ssq)"
            " where r.series_id = u.id and r.t = u.at and r.t between %(lo)s and %(hi)s",
            level,
            list(rows),
            sets=compose.SQL(", ").join(sets),
            **columns,
        )

    def drop_series(self, level: str, ids: Sequence[int]) -> int:
        """Remove all rows of these series."""
        query = compose.SQL("delete from {table} where series_id = any(%s)").format(table=self._tables[level])
        return self._conn.execute(query, (list(ids),)).rowcount

    def _run(self, query: str, level: str, windows: Sequence[Window], **parts: Any) -> list[Any]:
        if not windows:
            return []
        named = {name: part for name, part in parts.items() if isinstance(part, compose.Composable)}
        values = {name: part for name, part in parts.items() if name not in named}
        times = [from_us(t) for _, t in windows]
        bounds = {"ids": [i for i, _ in windows], "times": times, "lo": min(times), "hi": max(times)}
        full = compose.SQL(query).format(table=self._tables[level], **named)
        done = self._conn.execute(full, bounds | values)
        return done.fetchall() if done.description else []
