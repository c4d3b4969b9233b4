"""What an earlier process acknowledged and no table has yet: it comes into memory's journal when memory is filled.

Either it waits in the database's journal, or it was left in the spool; the pipeline of memory judges it as the
database's will. Points that are older than memory reaches are the database's alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import numpy as np

from db.journal_codec import POINTS, unpack_events, unpack_points
from db.memory.core import Memory, Waiting
from db.memory.entry import Entry
from db.memory.intake import MemoryIntake
from db.queries import for_asyncpg
from db.records import Event, Points, from_us
from db.work import JournalRow

PART = 20_000
"""Points of a row of memory's journal, about."""


@dataclass
class Left:
    """Rows that are alike, as one."""

    tenant: int
    received_at: datetime
    history: bool | None
    points: list[Points]
    events: list[Event]

    def row(self, id_: int) -> JournalRow:
        """As a row of memory's journal."""
        return JournalRow(
            id_, self.tenant, None, self.received_at, Points.concat(self.points), self.events, self.history
        )


async def read(memory: Memory, conn: Any, ids: dict[int, int]) -> list[Left]:
    """The database's journal as far as no batch has taken it. `ids`: its series -> memory's. Raises what asyncpg
    raises."""
    theirs = np.array(sorted(ids), np.int32)
    ours = np.array([ids[id_] for id_ in theirs.tolist()], np.int32)
    found: list[Left] = []
    async for row in for_asyncpg("memory").journal(conn):
        points, events = Points.empty(), list[Event]()
        if row["kind"] == POINTS:
            points = unpack_points(row["payload"])
            points = points[(points.t >= memory.since()) & np.isin(points.ids, theirs)]
            points = Points(ours[np.searchsorted(theirs, points.ids)], points.t, points.v)
        else:
            events = [_ours(event, ids) for event in unpack_events(row["payload"])]
        same = found and (found[-1].tenant, found[-1].history) == (row["tenant_id"], row["history"])
        if not same or sum(map(len, found[-1].points)) + len(found[-1].events) > PART:
            found.append(Left(row["tenant_id"], row["received_at"], row["history"], [], []))
        found[-1].points.append(points)
        found[-1].events += events
    return found


def _ours(event: Event, ids: dict[int, int]) -> Event:
    return replace(event, causes=[(ids[id_], value) for id_, value in event.causes if id_ in ids])


async def read_event_ids(memory: Memory, conn: Any) -> list[tuple[tuple[int, str], int]]:
    """Events that the database knows again, as far as memory reaches, the newest as many as memory remembers."""
    bounds = {"since": from_us(memory.since()), "limit": memory.config.memory_event_ids}
    rows = [row async for row in for_asyncpg("memory").event_ids(conn, **bounds)]
    return [((row["tenant_id"], row["event_id"]), row["t"]) for row in reversed(rows)]


def put(memory: Memory, found: list[Left], known: list[tuple[tuple[int, str], int]]) -> None:
    """Let memory know of events, and have its pipeline take what waits."""
    with memory.lock:
        for event, t in known:
            memory.event_ids.setdefault(event, t)
        for left in found:
            row = left.row(memory.number("journal"))
            size = len(row.points) + len(row.events)
            memory.journal[row.id] = Waiting(row, 0, size)
            memory.waiting_points += size


async def learn(memory: Memory, entry: Entry) -> None:
    """An entry that an earlier process left in the spool; once, however often it is sent."""
    if entry.tenant not in memory.catalog.tenants:
        return
    entry = replace(entry, points=entry.points[entry.points.t >= memory.since()])
    intake = MemoryIntake(memory)
    refs = await intake.resolve(entry.tenant, entry.specs)
    await intake.append(entry.batch(refs, intake.shards))
