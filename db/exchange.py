"""A pack changed what it says of events that are stored: the points that these cause in the core follow.

What a pack changes it writes down in a table of its own, in the transaction that changes it; a query that it names as
`settled` goes on saying what the stored point is until that line is gone. Then, here, in a transaction a chunk: the
points of these events before and after the lines went, and what is different is exchanged in samples and rollups.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import monotonic

from db.levels import Levels
from db.pool import Connection
from db.queries import for_psycopg
from db.removal import event_of, levels_of, remaining
from db.takeout import Causes, Point, take_out

CHUNK = 1_000
"""Events in one transaction. Writers wait for it."""


@dataclass(frozen=True)
class Lines:
    """What a pack wrote down of a tenant's events.

    `find(limit)`: ids of so many, their lines locked until the end of the transaction; those that others lock are left
    out. `strike(ids)`: their lines go.
    """

    find: Callable[[int], Sequence[str]]
    strike: Callable[[list[str]], None]


def follow(conn: Connection, tenant: int, pack: str, lines: Lines, within: float = float("inf")) -> int:
    """Let the points follow, for about `within` seconds. Returns how many events were looked at. `conn`: autocommit.

    May be cut off anywhere and run again, also by several at once.
    """
    levels, began, done = levels_of(conn), monotonic(), 0
    while moved := _chunk(conn, levels, tenant, pack, lines):
        done += moved
        if monotonic() - began > within:
            break
    return done


def _chunk(conn: Connection, levels: Levels, tenant: int, pack: str, lines: Lines) -> int:
    sql = for_psycopg("removal")
    with conn.transaction():
        sql.alone(conn)
        ids = list(lines.find(CHUNK))
        if not ids:
            return 0
        events = [event_of(row) for row in sql.events_by_id(conn, tenant=tenant, ids=ids)]
        causes = Causes(conn, tenant)
        before = Counter[Point](causes.of(events))
        lines.strike(ids)
        after = Counter[Point](causes.of(events))
        gone, come = list((before - after).elements()), list((after - before).elements())
        if gone or come:
            take_out(conn, levels, gone, remaining(conn, tenant, causes, events), come)
            for_psycopg("packs").changed(conn, pack=pack, tenants=[tenant])
        return len(ids)
