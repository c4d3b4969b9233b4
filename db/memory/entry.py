"""A batch on its way from memory to a database: series by name, since each has numbers of its own for them."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from typing import Any

import numpy as np
import orjson

from db.journal_codec import pack_points, unpack_points
from db.memory.core import Memory
from db.names import events_shard
from db.records import Batch, Event, Ids, Kind, Points, SeriesRef, SeriesSpec

_HEAD = struct.Struct("<I")


@dataclass(frozen=True, slots=True)
class Entry:
    """`points.ids` and the causes of events are positions in `specs`."""

    tenant: int
    key: str
    fingerprint: bytes
    answer: dict[str, Any]
    history: bool | None
    specs: list[SeriesSpec]
    points: Points
    events: list[Event]

    def pack(self) -> bytes:
        """As bytes."""
        head = {
            "tenant": self.tenant, "key": self.key, "fingerprint": self.fingerprint.hex(), "answer": self.answer,
            "history": self.history, "specs": [asdict(spec) for spec in self.specs],
            "events": [asdict(event) for event in self.events],
        }  # fmt: skip
        packed = orjson.dumps(head)
        return zlib.compress(_HEAD.pack(len(packed)) + packed + pack_points(self.points), 1)

    @staticmethod
    def unpack(data: bytes) -> Entry:
        """Bytes -> entry."""
        plain = zlib.decompress(data)
        (size,) = _HEAD.unpack_from(plain)
        head = orjson.loads(plain[_HEAD.size : _HEAD.size + size])
        specs = [SeriesSpec(**spec | {"kind": Kind(spec["kind"])}) for spec in head["specs"]]
        points = unpack_points(plain[_HEAD.size + size :])
        events = [Event(**event) for event in head["events"]]
        print_ = bytes.fromhex(head["fingerprint"])
        return Entry(head["tenant"], head["key"], print_, head["answer"], head["history"], specs, points, events)

    def batch(self, refs: list[SeriesRef], shards: int) -> Batch:
        """For the database, where spec i is `refs[i]`."""
        ids = np.array([ref.id for ref in refs], np.int32)
        of = np.array([ref.shard for ref in refs], np.int16)
        parts = []
        if len(self.points):
            shard = of[self.points.ids]
            for number in np.unique(shard).tolist():
                mine = self.points[shard == number]
                parts.append((number, Points(ids[mine.ids], mine.t, mine.v)))
        events = [_moved(e, lambda at: int(ids[at])) for e in self.events]
        shard_of_events = events_shard(self.tenant, shards)
        return Batch(
            self.tenant, parts, self.key, self.fingerprint, self.answer, events, shard_of_events, self.history
        )  # fmt: skip


def entry_of(memory: Memory, batch: Batch, key: str) -> Entry:
    """A batch of memory's own numbers as an entry."""
    points = Points.concat([points for _, points in batch.parts])
    caused = np.array([id_ for e in batch.events for id_, _ in (*e.causes, *e.unsettled)], np.int32)
    ids: Ids = np.unique(np.concatenate([points.ids, caused]))
    with memory.lock:
        specs = [one.spec for one in memory.catalog.some(ids.tolist())]
    local = Points(np.searchsorted(ids, points.ids).astype(np.int32), points.t, points.v)
    events = [_moved(e, lambda id_: int(np.searchsorted(ids, id_))) for e in batch.events]
    return Entry(batch.tenant, key, batch.fingerprint, batch.answer, batch.history, specs, local, events)


def _moved(event: Event, to: Callable[[int], int]) -> Event:
    """An event whose points go to other series."""
    causes = [(to(id_), value) for id_, value in event.causes]
    return replace(event, causes=causes, unsettled=[(to(id_), metric) for id_, metric in event.unsettled])
