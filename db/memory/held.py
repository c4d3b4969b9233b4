"""What memory holds at one moment, as entries for a database: points, events, and what waits in the journal.

Sent under keys of its own, so that a part may be sent twice, and as history: nobody is told of it again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from db.journal_codec import unpack_events
from db.memory.core import Memory
from db.memory.entry import Entry, entry_of
from db.memory.rings import Chunk
from db.names import OVERFLOW
from db.records import Batch, Event, Kind, Points
from db.work import JournalRow

PART = 20_000
"""Points of an entry, about."""


@dataclass
class Held:
    """Iterate as often as needed: each time the same entries, under the same keys. `begun`: some may have been sent."""

    memory: Memory
    name: str
    points: list[tuple[int, int, list[Chunk], Points]]
    events: list[tuple[int, bytes]]
    rows: list[JournalRow]
    begun: bool = False

    def __iter__(self) -> Iterator[Entry]:
        batches = [*self._points(), *self._events(), *self._rows()]
        for number, (tenant, points, events, history) in enumerate(batches):
            batch = Batch(tenant, [(0, points)], None, b"memory", {}, events, history=history)
            yield entry_of(self.memory, batch, f"memory:{self.name}:{number}")

    def _points(self) -> Iterator[tuple[int, Points, list[Event], bool | None]]:
        waiting: dict[int, list[Points]] = {}
        for tenant, series, chunks, head in self.points:
            parts = []
            for chunk in chunks:
                t, v = chunk.columns()
                parts.append(Points(np.full(len(t), series, np.int32), t, v))
            mine = waiting.setdefault(tenant, [])
            mine.append(Points.concat([*parts, head]))
            if sum(map(len, mine)) >= PART:
                yield tenant, Points.concat(waiting.pop(tenant)), [], True
        for tenant, left in waiting.items():
            yield tenant, Points.concat(left), [], True

    def _events(self) -> Iterator[tuple[int, Points, list[Event], bool | None]]:
        for tenant, packed in self.events:
            yield tenant, Points.empty(), unpack_events(packed), True

    def _rows(self) -> Iterator[tuple[int, Points, list[Event], bool | None]]:
        for row in self.rows:
            yield row.tenant, row.points, row.events, row.history


def capture(memory: Memory, name: str, *, once: bool) -> Held:
    """What is held now. Points that events caused come again with their events; those of overflow series cannot be told
    from doubles, so they are sent `once`: by the first that is sent at all."""
    with memory.lock:
        number = memory.number("captures")
        points = []
        for series in memory.rings.series():
            one = memory.catalog.series[series]
            if one.spec.kind is Kind.event and not (once and _overflow(one.spec.metric, one.spec.labels)):
                continue
            chunks, (t, v) = memory.rings.held(series)
            points.append((one.tenant, series, chunks, Points(np.full(len(t), series, np.int32), t, v)))
        events = [(tenant, packed) for tenant, _, packed in memory.events]
        rows = [one.row for one in memory.journal.values()]
        return Held(memory, f"{name}:{number}", points, events, rows)


def _overflow(metric: str, labels: dict[str, str]) -> bool:
    return metric == OVERFLOW or OVERFLOW in labels
