"""What the database of persistence has not yet: what memory held when it was switched on, and what waits in the spool.

It is sent until nothing is left (`db.memory.door`). What an earlier process left in the spool comes into memory too.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable

from db.intake import PostgresIntake
from db.memory.core import Memory
from db.memory.door import Door
from db.memory.entry import Entry, entry_of
from db.memory.held import Held, capture
from db.memory.sending import AT_ONCE, Sender
from db.memory.spool import Spool
from db.memory.waiting import learn
from db.pool import Pool
from db.records import Appended, Batch

log = logging.getLogger("tidewatch.memory")
FEW, SHUT_WITHIN = 20, 3.0
"""Batches that are sent behind a shut door, and for how many seconds it is shut at most."""


class Arrears:
    """`lost`: batches that are in memory only, beside those that the spool and the sender count."""

    def __init__(self, memory: Memory, spool: Spool, name: str) -> None:
        self.memory, self.spool, self.door, self.sender = memory, spool, Door(), Sender()
        self.lost = 0
        self._name = name
        self._held: list[Held] = []
        self._begun = False
        self._file: list[bytes] | None = None
        self._sent = 0

    def capture(self) -> None:
        """Memory as it is now is to be sent. Of what was begun before the rest is sent first, under its old keys."""
        self._held = [*(one for one in self._held if one.begun), capture(self.memory, self._name, once=not self._begun)]

    def begin(self) -> None:
        """From here on some of it may be in the database, and some of the database in memory."""
        for one in self._held:
            self._begun = one.begun = True

    async def keep(self, batch: Batch, key: str) -> Appended:
        """Put a batch into the spool. Where that cannot be, the answer says that it is in memory only."""
        packed = await asyncio.to_thread(lambda: entry_of(self.memory, batch, key).pack())
        try:
            if not await self.spool.put(packed):
                return self.only_here(batch, "the database is away, and the spool is full", counted=True)
        except OSError as problem:
            return self.only_here(batch, f"the database is away, and the spool cannot be written to: {problem}")
        return Appended(True, batch.answer, batch.fingerprint)

    def only_here(self, batch: Batch, why: str, *, counted: bool = False) -> Appended:
        """Say so, to the producer too."""
        log.warning("a batch is in memory only: %s", why)
        self.lost += not counted
        batch.answer["warnings"] = [*batch.answer.get("warnings", []), f"this batch is in memory only: {why}"]
        return Appended(True, batch.answer, batch.fingerprint)

    async def send_held(self, pool: Pool, shards: int) -> None:
        """Send what memory held. Raises what asyncpg raises; what was sent is known when it is sent again."""
        while self._held:
            for entry in self._held[0]:
                await self.sender.send(pool, [entry], shards)
            del self._held[0]
        await self.door.settled()

    async def hand_over(self, pool: Pool, shards: int, done: Callable[[], None]) -> None:
        """Send what waits. When all is sent, and before another batch comes in, `done` is called."""
        self._file, self._sent = None, 0  # of a file that was not sent to its end all is sent again, and known
        self.door.meter(True)
        try:
            while True:
                while self._waiting > FEW:
                    await self._step(pool, shards)
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(SHUT_WITHIN), self.door.shut():
                        while not self.spool.empty:
                            await self._step(pool, shards)
                        done()
                        return
                await self._step(pool, shards)  # what took too long for producers to wait goes on while they do not
        finally:
            self.door.meter(False)

    @property
    def _waiting(self) -> int:
        return self.spool.count - self._sent

    async def _step(self, pool: Pool, shards: int) -> None:
        """Send some of the oldest file of the spool; let it go when all of it was sent."""
        if self._file is None:
            self._file, self._sent = await asyncio.to_thread(self.spool.first), 0
        if part := self._file[self._sent : self._sent + AT_ONCE]:
            entries = await asyncio.to_thread(lambda: [Entry.unpack(one) for one in part])
            await self.sender.send(pool, entries, shards)
            for entry in entries if self.spool.left else []:
                await learn(self.memory, entry)
            self._sent += len(part)
            self.door.sent(len(part))
        elif not self._file and self.spool.count:
            await asyncio.sleep(0.01)  # it is being written right now
        if self._sent == len(self._file):
            self.spool.done(self._file)
            self._file, self._sent = None, 0

    async def append(self, intake: PostgresIntake, batch: Batch, key: str) -> Appended:
        """Straight into the database. Raises what asyncpg raises."""
        return await self.sender.append(intake, entry_of(self.memory, batch, key))
