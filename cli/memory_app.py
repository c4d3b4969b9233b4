"""Memory mode put together: the stores on memory, and the threads that work on them, while the application runs."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from contextlib import AsyncExitStack
from pathlib import Path

import numpy as np
import psycopg

from api.stores import Opener, Stores
from cli import memory_duties
from cli.memory_database import Home
from cli.memory_threads import Threads
from db.memory.core import Memory
from db.memory.filling import fill
from db.memory.merged import MergedArchive
from db.memory.mirror import Database, Mirror
from db.memory.mirrored import MirroredAccess, MirroredFindings, MirroredFlags, MirroredIntake, MirroredPolicies
from db.memory.shard import MemoryShardStore, Past
from db.memory.spool import Spool
from db.memory.wake import MemoryWaker
from db.packed import POINT, times_of, unpack
from db.pool import connect
from db.queries import for_psycopg
from db.records import Points, from_us
from db.roles import Bootstrapped
from db.settings import DatabaseSettings
from ml.policy import Policies
from ml.watch import Watch
from workers.contract import LIVE_CHANNEL
from workers.pipeline import Pipeline
from workers.settings import WorkerSettings

log = logging.getLogger("tidewatch.memory")
FIRST_WITHIN = 30.0
"""Seconds for which a start waits for the database: with it, memory is filled before the first point."""


class MemoryApp:
    """`database` says where persistence writes, `data` where the spool lies; None: in memory too. `say` is told of the
    first login."""

    def __init__(
        self, memory: Memory, workers: WorkerSettings, database: DatabaseSettings, data: Path | None,
        key: str = "", where: str = "", say: Callable[[Bootstrapped], None] = lambda _: None,
    ) -> None:  # fmt: skip
        self.memory, self._workers, self._key, self._say = memory, workers, key, say
        self.home = Home(database, workers, data or Path(), where)
        spool = Spool(data / "spool" if data else None, round(memory.config.spool_mb * 1e6))
        self.mirror = Mirror(memory, spool, self.home.connect, self._adopt)

    async def _adopt(self, database: Database) -> None:
        await fill(self.memory, database.pool)

    @property
    def opener(self) -> Opener:
        """Opens the stores and starts the threads; both end with the application (S3-43)."""
        return self._opened

    async def _opened(self, stack: AsyncExitStack) -> Stores:
        memory, mirror, waker = self.memory, self.mirror, MemoryWaker(LIVE_CHANNEL)
        stores = self._stores(waker)
        mirror.changed = lambda: setattr(stores, "pool", mirror.readable.pool if mirror.readable else None)
        stack.push_async_callback(mirror.end)
        if memory.config.persistence:
            await mirror.switch(True)
            if not await mirror.settled(FIRST_WITHIN):
                log.warning("persistence is not there, going on in memory: %s", mirror.reason or "it takes long")
        self._say(await stores.access.bootstrap(self._key or None))
        threads = Threads()
        stack.callback(threads.end)
        stack.callback(waker.wake)
        threads.keep("pipeline", lambda stop: self._pipeline(waker, stop))
        threads.tend("tasks", memory_duties.light(memory, waker, self._workers))
        threads.tend("models", memory_duties.models(memory, self._workers, lambda: mirror.state == "on"))
        return stores

    def _stores(self, waker: MemoryWaker) -> Stores:
        memory, mirror = self.memory, self.mirror

        async def answers() -> bool:
            return not mirror.enabled or mirror.state in ("on", "starting")

        async def serves() -> bool:
            return True

        return Stores(
            engine="memory",
            intake=MirroredIntake(memory, mirror),
            archive=MergedArchive(memory, mirror),
            findings=MirroredFindings(memory, mirror),
            policies=MirroredPolicies(memory, mirror),
            access=MirroredAccess(memory, mirror),
            flags=MirroredFlags(memory, mirror),
            wake=waker,
            answers=answers,
            serves=serves,
            persistence=mirror,
        )

    def _pipeline(self, waker: MemoryWaker, stop: threading.Event) -> None:
        _compile()
        store = MemoryShardStore(self.memory, self._workers.relearn_after, self._past())
        Pipeline(store, list(range(self.memory.SHARDS)), self._workers, waker).run(stop)

    def _past(self) -> Past:
        """Points from before memory, for detectors that begin anew. Without the database there are none."""

        def past(series: int, before: int, limit: int) -> Points:
            ref = self.mirror.known(series)
            if ref is None or not self.home.url:
                return Points.empty()
            try:
                with connect(self.home.url, "tidewatch past") as conn:
                    packed = for_psycopg("memory").past(conn, series=ref, before=from_us(before), limit=limit)
            except psycopg.Error:
                return Points.empty()
            rows = unpack(packed, POINT)
            return Points(np.full(len(rows), series, np.int32), times_of(rows), rows["v"].astype(np.float64))

        return past


def _compile() -> None:
    """Have the detectors' kernels compiled, or read from the cache, before the first point."""
    t = np.arange(1, 5, dtype=np.int64) * 60_000_000
    Watch().run(np.zeros(4, np.int32), t, np.array([1.0, 2.0, 1.5, 1.0]), Policies())
