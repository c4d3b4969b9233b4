"""An event is corrected: what it was is taken back, and what it is now waits in the journal, in one transaction.

So nothing is lost where a process dies in between, and nobody sees both. Until the pipeline has taken it in, which is a
moment, nobody sees either.
"""

from __future__ import annotations

from typing import Any

from db.journal_codec import EVENTS, pack_events
from db.names import events_shard
from db.pool import Connection, connect
from db.queries import for_asyncpg, for_psycopg
from db.records import Event
from db.removal import Removed, event_of, levels_of, remove_chunk


async def stored_event(conn: Any, tenant: int, event_id: str) -> Event | None:
    """An event as it was stored; None: it is not there, or not yet. `conn`: asyncpg."""
    rows = for_asyncpg("removal").events_by_id(conn, tenant=tenant, ids=[event_id])
    found = [event_of(tuple(row)) async for row in rows]
    return found[0] if found else None


def correct_now(url: str, tenant: int, shards: int, seen: Event, corrected: Event) -> bool:
    """Replace the stored event of the same id. `corrected` has its causes (`db.packs.mapping.with_causes`).

    For a thread of a route, on a connection of its own. False: the event is not there as it was `seen` (any more): who
    corrected it meanwhile would lose that. Nothing happened.
    """
    with connect(url, "tidewatch correction") as conn:

        def find() -> list[Event]:
            rows = for_psycopg("removal").events_by_id(conn, tenant=tenant, ids=[corrected.event_id])
            return [event for row in rows if (event := event_of(row)) == seen]

        def append(_: Removed) -> None:
            _append(conn, tenant, events_shard(tenant, shards), corrected)

        return remove_chunk(conn, levels_of(conn), tenant, find, append).events > 0


def _append(conn: Connection, tenant: int, shard: int, event: Event) -> None:
    for_psycopg("intake").append_plain(
        conn, tenant=tenant, history=True, shards=[shard], kinds=[EVENTS], points=[1], payloads=[pack_events([event])]
    )
