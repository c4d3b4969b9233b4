"""How a part of a batch is written in the journal: compact columns for points, JSON for events.

Points: ids int32[n], times int64[n], values float64[n], little-endian, one column after another: 20 bytes a point.
"""

from __future__ import annotations

from dataclasses import asdict

import numpy as np
import orjson

from db.records import Event, Points

POINTS, EVENTS = 1, 2
BYTES_A_POINT = 20


def pack_points(points: Points) -> bytes:
    """Columns -> bytes."""
    return b"".join(
        (
            points.ids.astype("<i4", copy=False).tobytes(),
            points.t.astype("<i8", copy=False).tobytes(),
            points.v.astype("<f8", copy=False).tobytes(),
        )
    )


def unpack_points(payload: bytes) -> Points:
    """Bytes -> columns, without a copy."""
    n, rest = divmod(len(payload), BYTES_A_POINT)
    if rest:
        raise ValueError(f"a points payload has {len(payload)} bytes, which is no multiple of {BYTES_A_POINT}")
    return Points(
        np.frombuffer(payload, "<i4", n),
        np.frombuffer(payload, "<i8", n, 4 * n),
        np.frombuffer(payload, "<f8", n, 12 * n),
    )


def pack_events(events: list[Event]) -> bytes:
    """Events -> JSON bytes."""
    return orjson.dumps([asdict(event) for event in events])


def unpack_events(payload: bytes) -> list[Event]:
    """JSON bytes -> events."""
    return [Event(**fields) for fields in orjson.loads(payload)]
