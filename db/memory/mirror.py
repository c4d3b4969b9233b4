"""Persistence of memory mode: what comes in is also written to a database, through its ordinary journal.

Every batch has a key there, so that it may be sent again: what was sent and not heard of is not taken twice. While the
database is away, or has not everything yet, batches wait in the spool in their order; a batch is acknowledged when
either has it. States: off; starting (memory's own points and what waits are being sent); on; failing (tried again).
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import uuid
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Literal

import asyncpg

from db.intake import PostgresIntake
from db.memory.core import Memory
from db.memory.entry import Entry, entry_of
from db.memory.held import Held, capture
from db.memory.sending import AT_ONCE, POISON, Sender
from db.memory.spool import Spool
from db.pool import Pool
from db.records import Appended, Batch, SeriesRef, from_us
from db.store import Archive

log = logging.getLogger("tidewatch.memory")

FAILS = (asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError, OSError)
"""Whatever may come of a query. `TimeoutError` is an `OSError`."""
WRITE_WITHIN = 5.0
PAUSES = (0.2, 0.5, 1.0, 2.0, 5.0)
LOOK = 1.0


@dataclass
class Database:
    """A database that is open. `close` ends what works on it. `alive`: whether its server may come back by itself."""

    pool: Pool
    intake: PostgresIntake
    archive: Archive
    close: Callable[[], Awaitable[None]]
    alive: Callable[[], bool] = lambda: True


Connect = Callable[[], Awaitable[Database]]
Adopt = Callable[[Database], Awaitable[None]]


class Mirror:
    """One an application. Its methods are called in the event loop."""

    def __init__(self, memory: Memory, spool: Spool, connect: Connect, adopt: Adopt) -> None:
        self.memory = memory
        self.spool = spool
        self.enabled = False
        self.state: Literal["off", "starting", "on", "failing"] = "off"
        self.reason: str | None = None
        self.lost = 0
        self.database: Database | None = None
        self.changed: Callable[[], None] = lambda: None
        self._connect, self._adopt = connect, adopt
        self._refs: dict[int, SeriesRef] = {}
        self._sender = Sender()
        self._held: Held | None = None
        self._runner: asyncio.Task[None] | None = None
        self._wake, self._moved = asyncio.Event(), asyncio.Event()
        self._boot = uuid.uuid4().hex[:12]

    def status(self) -> dict[str, Any]:
        """See `api.stores.Persistence.status`."""
        return {
            "enabled": self.enabled, "state": self.state, "waiting": self.spool.count, "reason": self.reason,
            "waiting_bytes": self.spool.size, "lost": self.lost + self.spool.lost + self._sender.lost,
            "memory_from": from_us(self.memory.complete()).isoformat(),
        }  # fmt: skip

    @property
    def readable(self) -> Database | None:
        """The database, when it has everything but what comes right now."""
        return self.database if self.state == "on" else None

    async def switch(self, enabled: bool) -> None:
        """On: from here on every batch is written; what memory holds is sent first. Off: what waits stays waiting."""
        if enabled == self.enabled:
            return
        self.enabled = enabled
        if enabled:
            self._held = capture(self.memory, self._boot)
            self.state, self.reason = "starting", None
            self._runner = asyncio.create_task(self._run())
        else:
            await self.end()

    async def settled(self, within: float) -> bool:
        """Wait until the database has everything, or fails, but no longer than so many seconds. Whether it is on."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(within):
                while self.state == "starting":
                    self._moved.clear()
                    await self._moved.wait()
        return self.state == "on"

    async def end(self) -> None:
        """Stop writing, and let the database go."""
        self.enabled, self.state, self.reason = False, "off", None
        if self._runner is not None:
            self._runner.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._runner
            self._runner = None
        await self._let_go()

    async def take(self, batch: Batch) -> Appended:
        """Make a batch durable: in the database, or in the spool."""
        key = batch.key or f"once:{uuid.uuid4().hex}"
        if self.state == "on" and self.spool.empty and self.database is not None:
            try:
                entry = entry_of(self.memory, batch, key)
                return await self._write(self.database, entry)
            except POISON as problem:
                return self._set_aside(batch, problem)
            except FAILS as problem:
                self.failed(problem)
        packed = await asyncio.to_thread(lambda: entry_of(self.memory, batch, key).pack())
        try:
            kept = await self.spool.put(packed)
        except OSError as problem:
            log.warning("the spool cannot be written to: %s", problem)
            self.lost += 1
        else:
            if not kept:
                log.warning("the spool is full: a batch is in memory only")
        self._wake.set()
        return Appended(True, batch.answer, batch.fingerprint)

    def _set_aside(self, batch: Batch, problem: BaseException) -> Appended:
        self.lost += 1
        log.warning("the database does not take a batch, which is in memory only: %s", problem)
        return Appended(True, batch.answer, batch.fingerprint)

    async def _write(self, database: Database, entry: Entry) -> Appended:
        async with asyncio.timeout(WRITE_WITHIN):
            return await self._sender.append(database.intake, entry)

    def failed(self, problem: BaseException) -> None:
        """The database did not do what it should. From here on batches wait."""
        if self.state in ("on", "starting"):
            log.warning("persistence fails, going on from memory: %s: %s", type(problem).__name__, problem)
            self.state = "failing"
            self._told()
        self.reason = f"{type(problem).__name__}: {problem}".strip(": ")[:300]
        self._wake.set()

    async def ids(self, tenant: int, ids: list[int]) -> list[int]:
        """The database's numbers for series of memory. Raises `FAILS`."""
        assert self.database is not None
        missing = [id_ for id_ in ids if id_ not in self._refs]
        if missing:
            specs = [self.memory.catalog.series[id_].spec for id_ in missing]
            for id_, ref in zip(missing, await self.database.intake.resolve(tenant, specs), strict=True):
                self._refs[id_] = ref
        return [self._refs[id_].id for id_ in ids]

    def known(self, series: int) -> int | None:
        """The database's number for a series, where it is readable and the number was asked for before. Any thread."""
        ref = self._refs.get(series)
        return ref.id if ref is not None and self.state == "on" else None

    async def _run(self) -> None:
        failures = 0
        while self.enabled:
            try:
                await self._catch_up()
                failures = 0
                await self._watch()
            except FAILS as problem:
                self.failed(problem)
            except Exception as problem:
                log.exception("persistence stumbled, tried again")
                self.failed(problem)
            await asyncio.sleep(PAUSES[min(failures, len(PAUSES) - 1)])
            failures += 1

    async def _catch_up(self) -> None:
        """Open the database, send all that it lacks, and be on."""
        if self.database is not None and not self.database.alive():
            await self._let_go()
        if self.database is None:
            database = await self._connect()
            self.database = database
            self._refs, self._sender.places = {}, {}
            await self._adopt(database)
        async with asyncio.timeout(WRITE_WITHIN):
            await self.database.pool.fetchval("select 1")
        if self.state == "failing":
            log.warning("the database is back; %s batches wait for it", self.spool.count)
        self.state = "starting"
        if self._held is not None:
            for entry in self._held:
                await self._sender.send(self.database.pool, [entry], self.database.intake.shards)
            self._held = None
        while not self.spool.empty:
            await self._drain(self.database)
        self.state, self.reason = "on", None
        self._told()

    async def _drain(self, database: Database) -> None:
        """Send the oldest file of the spool."""
        packed = await asyncio.to_thread(self.spool.first)
        for at in range(0, len(packed), AT_ONCE):
            part = packed[at : at + AT_ONCE]
            entries = await asyncio.to_thread(lambda part=part: [Entry.unpack(one) for one in part])  # type: ignore[misc]  # a bound default
            await self._sender.send(database.pool, entries, database.intake.shards)
        if packed or not self.spool.count:
            self.spool.done(packed)
        else:
            await asyncio.sleep(0.01)  # it is being written right now

    async def _watch(self) -> None:
        """Return when something waits, or the database stops answering."""
        while self.state == "on" and self.spool.empty:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(LOOK):
                    await self._wake.wait()
            self._wake.clear()
            assert self.database is not None
            async with asyncio.timeout(WRITE_WITHIN):
                await self.database.pool.fetchval("select 1")

    def _told(self) -> None:
        self._moved.set()
        self.changed()

    async def _let_go(self) -> None:
        if self.database is not None:
            database, self.database = self.database, None
            self._told()
            await database.close()
