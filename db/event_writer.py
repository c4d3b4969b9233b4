"""Events: each once, by its id, with the points that it causes."""

from __future__ import annotations

from typing import Any

import numpy as np
from psycopg.types.json import Jsonb

from db.packs.absorb import absorb
from db.packs.settled import settled
from db.pool import Connection
from db.privacy.people import erased_of
from db.records import Event, Points, from_us


def write_events(conn: Connection, sql: Any, events: list[tuple[int, Event]]) -> tuple[Points, int]:
    """Store the events that are new. Returns the points that these cause, and how many events were known."""
    first: dict[tuple[int, str], Event] = {}
    for tenant, event in events:
        first.setdefault((tenant, event.event_id), event)
    erased = erased_of(conn, ((tenant, event.user_id) for (tenant, _), event in first.items()))
    first = {key: event for key, event in first.items() if (key[0], event.user_id) not in erased}
    if not first:
        return Points.empty(), 0
    new = set(
        sql.new_event_ids(
            conn,
            tenants=[tenant for tenant, _ in first],
            ids=[id_ for _, id_ in first],
            times=[from_us(event.t) for event in first.values()],
        )
    )
    kept = {key: event for key, event in first.items() if key in new}
    if kept:
        _insert(conn, sql, kept)
        absorb(conn, [(tenant, event) for (tenant, _), event in kept.items()])
    return _caused(conn, kept), len(events) - len(kept)


def _insert(conn: Connection, sql: Any, kept: dict[tuple[int, str], Event]) -> None:
    events = kept.values()
    sql.add_events(
        conn,
        times=[from_us(event.t) for event in events],
        tenants=[tenant for tenant, _ in kept],
        ids=[event.event_id for event in events],
        types=[event.event_type for event in events],
        users=[event.user_id for event in events],
        sessions=[event.session_id for event in events],
        contents=[event.content_id for event in events],
        properties=[Jsonb(event.properties) for event in events],
    )


def _caused(conn: Connection, kept: dict[tuple[int, str], Event]) -> Points:
    rows = [(id_, event.t, value) for event in kept.values() for id_, value in event.causes]
    waiting = [(tenant, event) for (tenant, _), event in kept.items() if event.unsettled]
    known = settled(conn, waiting) if waiting else {}
    for tenant, event in waiting:
        values = known.get((tenant, event.event_id), {})
        told = [(id_, values.get(metric)) for id_, metric in event.unsettled]
        rows += [(id_, event.t, value) for id_, value in told if value is not None]
    ids, t, v = zip(*rows, strict=True) if rows else ((), (), ())
    points = Points(np.array(ids, np.int32), np.array(t, np.int64), np.array(v, np.float64))
    return points[np.lexsort((points.t, points.ids))]
