"""Persistence of memory mode: what comes in is also written to a database, through its ordinary journal.

Every batch has a key there, so that it may be sent again: what was sent and not heard of is not taken twice. While the
database is away, or has not everything yet, batches wait in the spool in their order; a batch is acknowledged when
either has it. States: off; starting (memory's own points and what waits are being sent); on (nothing waits, and nothing
is on its way to the spool: `db.memory.door`); failing (tried again).
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
from db.memory.arrears import Arrears
from db.memory.core import Memory
from db.memory.sending import POISON
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
        """`adopt`: lets memory learn what a database holds; tried again until it was done once a connection."""
        self.memory = memory
        self.spool = spool
        self.enabled = False
        self.state: Literal["off", "starting", "on", "failing"] = "off"
        self.reason: str | None = None
        self.database: Database | None = None
        self.changed: Callable[[], None] = lambda: None
        self._connect, self._adopt = connect, adopt
        self._refs: dict[int, SeriesRef] = {}
        self._arrears = Arrears(memory, spool, uuid.uuid4().hex[:12])
        self._adopted = False
        self._runner: asyncio.Task[None] | None = None
        self._switching = asyncio.Lock()
        self._wake, self._moved = asyncio.Event(), asyncio.Event()

    def status(self) -> dict[str, Any]:
        """See `api.stores.Persistence.status`."""
        lost = self._arrears.lost + self.spool.lost + self._arrears.sender.lost
        return {
            "enabled": self.enabled, "state": self.state, "waiting": self.spool.count, "reason": self.reason,
            "waiting_bytes": self.spool.size, "lost": lost,
            "memory_from": from_us(self.memory.complete()).isoformat(),
        }  # fmt: skip

    @property
    def readable(self) -> Database | None:
        """The database, when it has everything but what comes right now."""
        return self.database if self.state == "on" else None

    async def switch(self, enabled: bool) -> None:
        """On: from here on every batch is written; what memory holds is sent first. Off: what waits stays waiting.
        One switch after the other: the next begins when the one before is through."""
        async with self._switching:
            if enabled == self.enabled:
                return
            if not enabled:
                await self._end()
                return
            self._arrears.capture()
            self.enabled, self.state, self.reason = True, "starting", None
            self._runner = asyncio.create_task(self._run())

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
        async with self._switching:
            await self._end()

    async def _end(self) -> None:
        self.enabled, self.state, self.reason = False, "off", None
        if self._runner is not None:
            self._runner.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._runner
            self._runner = None
        await self._let_go()

    async def take(self, batch: Batch) -> Appended:
        """Make a batch durable: in the database, or in the spool. Else the answer says that it is in memory only."""
        key, arrears = batch.key or f"once:{uuid.uuid4().hex}", self._arrears
        await arrears.door.wait()
        if self.state != "on" or self.database is None:
            with arrears.door.spooling():
                return await self._keep(batch, key)
        with arrears.door.direct():
            try:
                async with asyncio.timeout(WRITE_WITHIN):
                    return await arrears.append(self.database.intake, batch, key)
            except POISON as problem:
                return arrears.only_here(batch, f"the database does not take it: {problem}")
            except FAILS as problem:
                self.failed(problem)
                return await self._keep(batch, key)

    async def _keep(self, batch: Batch, key: str) -> Appended:
        kept = await self._arrears.keep(batch, key)
        self._wake.set()
        return kept

    def failed(self, problem: BaseException) -> None:
        """The database did not do what it should. From here on batches wait."""
        if not self.enabled:
            return
        if self.state in ("on", "starting"):
            log.warning("persistence fails, going on from memory: %s: %s", type(problem).__name__, problem)
            self.state = "failing"
            self._told()
        self.reason = f"{type(problem).__name__}: {problem}".strip(": ")[:300]
        self._wake.set()

    async def ids(self, tenant: int, ids: list[int]) -> list[int]:
        """The database's numbers for series of memory. Raises `FAILS`."""
        if self.database is None:
            raise OSError("the database was let go")
        refs = self._refs  # a new connection begins with others
        missing = [id_ for id_ in ids if id_ not in refs]
        if missing:
            specs = [self.memory.catalog.series[id_].spec for id_ in missing]
            refs |= dict(zip(missing, await self.database.intake.resolve(tenant, specs), strict=True))
        return [refs[id_].id for id_ in ids]

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
            self.database = await self._connect()
            self._refs, self._arrears.sender.places, self._adopted = {}, {}, False
        if not self._adopted:
            self._arrears.begin()
            await self._adopt(self.database)
            self._adopted = True
        async with asyncio.timeout(WRITE_WITHIN):
            await self.database.pool.fetchval("select 1")
        if self.state == "failing":
            log.warning("the database is back; %s batches wait for it", self.spool.count)
        self.state = "starting"
        there = self.database.pool, self.database.intake.shards
        await self._arrears.send_held(*there)
        await self._arrears.hand_over(*there, self._is_on)

    def _is_on(self) -> None:
        self.state, self.reason = "on", None
        self._told()

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
