"""Events are taken back: afterwards everything is as if they had never come.

`remove_events` for pipeline and tasks (psycopg), `remove_now` for a thread of a route:

    gone = await asyncio.to_thread(remove_now, request.app.state.database.database_url, who.tenant, [event_id])

What goes with an event, in one transaction: the event and its id (so that a corrected one may come under the same id),
what packs made of it (`forget…`, facts, `reaggregate…`), the points that it caused, in samples and rollups; windows are
marked to be refreshed, versions of packs grow so that no cache answers as before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from db.engine import Engine, recorded
from db.errors import Unready
from db.levels import Levels, Window
from db.packs.registry import packs
from db.packs.state import KEPT
from db.packs.undo import undo
from db.pool import Connection, connect
from db.queries import for_psycopg
from db.records import Event, from_us
from db.takeout import Causes, Point, take_out

CHUNK = 500
"""Events in one transaction. Writers wait for it."""


@dataclass
class Removed:
    """`events` that went, `facts` of packs, `points` of samples; the rest as in `db.takeout.TakenOut`."""

    events: int = 0
    facts: int = 0
    points: int = 0
    unknown: int = 0
    closed: int = 0
    approximate: int = 0
    windows: set[Window] = field(default_factory=set)

    def counts(self) -> dict[str, int]:
        """All but the windows, where there are any."""
        return {name: n for name, n in vars(self).items() if isinstance(n, int) and n}

    def add(self, other: Removed) -> None:
        """Both together."""
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) | value if name == "windows" else getattr(self, name) + value)


def remove_events(conn: Connection, tenant: int, ids: Sequence[str]) -> Removed:
    """Remove events of a tenant by their ids; ids that are not there change nothing. `conn`: autocommit.

    An event that was acknowledged a moment ago may still wait in the journal: it is not there yet, and comes in. May be
    cut off anywhere and run again.
    """
    levels = levels_of(conn)
    done = Removed()
    for at in range(0, len(ids), CHUNK):
        chunk = list(ids[at : at + CHUNK])
        done.add(remove_chunk(conn, levels, tenant, lambda: _rows(conn, tenant, chunk)))  # noqa: B023  # runs at once
    return done


def remove_now(url: str, tenant: int, ids: Sequence[str]) -> Removed:
    """The same on a connection of its own."""
    with connect(url, "tidewatch removal") as conn:
        return remove_events(conn, tenant, ids)


def levels_of(conn: Connection) -> Levels:
    """Rollups of the database on this connection. Raises `Unready`."""
    engine = recorded(conn)
    if engine is None:
        raise Unready()
    if engine is Engine.community:  # a correction of compressed points unpacks as many as it must
        conn.execute("set timescaledb.max_tuples_decompressed_per_dml_transaction = 0")
    return Levels(conn, engine)


def remove_chunk(
    conn: Connection,
    levels: Levels,
    tenant: int,
    find: Callable[[], list[Event]],
    also: Callable[[Removed], None] = lambda _: None,
) -> Removed:
    """Remove the events that `find` finds, in one transaction in which nobody else writes. `also`: to write beside."""
    sql = for_psycopg("removal")
    with conn.transaction():
        sql.alone(conn)
        events = find()
        if not events:
            return Removed()
        causes = Causes(conn, tenant)
        points = causes.of(events)  # what packs know of them, while they do
        ids, times = [event.event_id for event in events], [from_us(event.t) for event in events]
        for_psycopg("packs").changed(conn, pack=KEPT, tenants=[tenant])
        facts = undo(conn, [(tenant, event) for event in events])
        sql.drop_events(conn, tenant=tenant, ids=ids, times=times, lo=min(times), hi=max(times))
        sql.drop_ids(conn, tenant=tenant, ids=ids)
        sql.drop_failures(conn, tenant=tenant, ids=ids)
        out = take_out(conn, levels, points, remaining(conn, tenant, causes, events))
        done = Removed(len(events), facts, out.points, out.unknown, out.closed, out.approximate, out.windows)
        also(done)
        return done


def remaining(conn: Connection, tenant: int, causes: Causes, events: list[Event]) -> Callable[[int, int], list[Point]]:
    """(from, to) in us -> the points of all events there are that may share series with these."""
    types = _types_of(events)

    def of(lo: int, hi: int) -> list[Point]:
        found = for_psycopg("removal").events_between(conn, tenant=tenant, types=types, lo=from_us(lo), hi=from_us(hi))
        return causes.of(event_of(row) for row in found)

    return of


def _types_of(events: list[Event]) -> list[str]:
    """The types of all events that may add to the same series: those of a metric's events belong together."""
    types = {event.event_type for event in events}
    for pack in packs().values():
        for metric in pack.model.metrics:
            if types & set(metric.events):
                types |= set(metric.events)
    return sorted(types)


def _rows(conn: Connection, tenant: int, ids: list[str]) -> list[Event]:
    return [event_of(row) for row in for_psycopg("removal").events_by_id(conn, tenant=tenant, ids=ids)]


def event_of(row: tuple[Any, ...]) -> Event:
    """A row of the queries of `removal.sql`."""
    event_id, event_type, t, user, session, content, properties = row
    return Event(event_id, event_type, t, user, session, content, properties)
