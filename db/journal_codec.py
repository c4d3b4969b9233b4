"""How a part of a batch is written in the journal: packed columns for points, JSON for events.

Points: their number uint32, then ids, times and values as `db.packing` writes them: 5 to 10 bytes a point where 20 are
what they hold. The fewer bytes, the less there is to log, to store aside and to read again.
"""

from __future__ import annotations

import struct
from dataclasses import asdict

import numpy as np
import orjson

from db.packing import pack_times, pack_values, pack_whole, unpack_values, unpack_whole
from db.records import Event, Points

POINTS, EVENTS = 1, 2
_COUNT = struct.Struct("<I")


def pack_points(points: Points) -> bytes:
    """Columns -> bytes."""
    ids = pack_whole(points.ids.astype(np.int64))
    return b"".join((_COUNT.pack(len(points)), ids, pack_times(points.t), pack_values(points.v)))


def unpack_points(payload: bytes) -> Points:
    """Bytes -> columns. Raises `ValueError` when they are no points."""
    (n,) = _COUNT.unpack_from(payload)
    ids, at = unpack_whole(payload, _COUNT.size, n)
    t, at = unpack_whole(payload, at, n)
    v, at = unpack_values(payload, at, n)
    if at != len(payload):
        raise ValueError(f"a points payload has {len(payload)} bytes, but {n} points end after {at}")
    return Points(ids.astype(np.int32), t, v)


def pack_events(events: list[Event]) -> bytes:
    """Events -> JSON bytes."""
    return orjson.dumps([asdict(event) for event in events])


def unpack_events(payload: bytes) -> list[Event]:
    """JSON bytes -> events."""
    return [Event(**fields) for fields in orjson.loads(payload)]
