"""The journal's front in memory: `db.store.Intake`. A batch is taken when it is in the queue of the pipeline."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime

from db.memory.core import Memory, Waiting
from db.records import Appended, Backlog, Batch, Points, SeriesRef, SeriesSpec, from_us, to_us
from db.work import JournalRow

KEY_US, IMPLIED_US = 24 * 3_600_000_000, 5 * 60_000_000
"""How long keys are remembered: those that producers give, and those that the content implies."""


class MemoryIntake:
    """`db.store.Intake` on memory."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self.shards = memory.SHARDS

    async def resolve(self, tenant: int, specs: Sequence[SeriesSpec]) -> list[SeriesRef]:
        """See `Intake.resolve`."""
        if len(specs) > 1_000:
            return await asyncio.to_thread(self._resolve, tenant, specs)
        return self._resolve(tenant, specs)

    def _resolve(self, tenant: int, specs: Sequence[SeriesSpec]) -> list[SeriesRef]:
        with self._memory.lock:
            return self._memory.catalog.resolve(tenant, specs)

    def known(self, batch: Batch) -> Appended | None:
        """What was said of a batch with the same key; None: it is new, or forgotten."""
        if batch.key is None:
            return None
        with self._memory.lock:
            held = self._memory.keys.get((batch.tenant, batch.key))
            age = IMPLIED_US if batch.key.startswith("auto:") else KEY_US
            if held is None or held[0] * 1e6 + age < self._memory.now_us():
                return None
            return Appended(False, held[2], held[1])

    async def append(self, batch: Batch) -> Appended:
        """See `Intake.append`. What is older than memory reaches back is said in the answer: it only teaches."""
        memory = self._memory
        with memory.lock:
            if (known := self.known(batch)) is not None:
                return known
            self._warn(batch)
            if batch.key is not None:
                memory.keys[batch.tenant, batch.key] = (memory.now_us() / 1e6, batch.fingerprint, batch.answer)
                memory.keys.move_to_end((batch.tenant, batch.key))
            for shard, points in batch.parts:
                self._put(batch, shard, points)
            if batch.events:
                self._put(batch, batch.events_shard, Points.empty())
            memory.bound()
        return Appended(True, batch.answer, batch.fingerprint)

    def _put(self, batch: Batch, shard: int, points: Points) -> None:
        memory, id_ = self._memory, self._memory.number("journal")
        events = batch.events if not len(points) else []
        row = JournalRow(id_, batch.tenant, None, memory.now(), points, events, batch.history)
        memory.journal[id_] = Waiting(row, shard, len(points) + len(events))
        memory.waiting_points += len(points) + len(events)

    def _warn(self, batch: Batch) -> None:
        since = self._memory.since()
        gone = sum(int((points.t < since).sum()) for _, points in batch.parts)
        if gone:
            when = f"{from_us(since):%Y-%m-%dT%H:%MZ}"
            said = f"{gone} points lie before {when}, from when on memory holds points: they only teach the detectors"
            batch.answer["warnings"] = [*batch.answer.get("warnings", []), said]

    async def backlog(self) -> Backlog:
        """See `Intake.backlog`."""
        with self._memory.lock:
            first = next(iter(self._memory.journal.values()), None)
            return Backlog(self._memory.waiting_points, first.row.received_at if first else None)

    async def closed_ranges(self) -> list[tuple[int, int, str]]:
        """See `Intake.closed_ranges`. Nothing is closed: what is too old teaches the detectors, and is not kept."""
        return []

    def waiting_since(self, tenant: int) -> datetime | None:
        """Arrival of the tenant's oldest batch that waits."""
        with self._memory.lock:
            times = (one.row.received_at for one in self._memory.journal.values() if one.row.tenant == tenant)
            return min(times, default=None, key=to_us)
