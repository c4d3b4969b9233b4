"""From the spool to the database: what `on` means, quick switches, and what goes away at a bad moment.

Each step that may come at a bad moment is held there, so that nothing hangs on luck."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import numpy as np
import psycopg
import pytest

from db.memory import arrears
from db.memory.core import Memory
from db.memory.filling import fill
from db.memory.mirror import Database, Mirror
from db.memory.mirrored import MirroredIntake
from db.memory.settings import MemorySettings
from db.memory.spool import Spool
from db.names import OVERFLOW
from db.pool import open_pool
from db.postgres import PostgresArchive, PostgresIntake
from db.records import Batch, Kind, Points, SeriesSpec
from db.settings import DatabaseSettings

pytestmark = pytest.mark.req("S3-06")
NOW = time.time_ns() // 1_000_000_000


class Held:
    """A mirror whose database comes when `there` is set, and goes when `gone` is. `adopts`: how often it was read."""

    def __init__(self, url: str, folder: Path) -> None:
        self.memory = Memory(MemorySettings())
        self.mirror = Mirror(self.memory, Spool(folder / "spool", 10**7), self._connect, self._adopt)
        self.intake = MirroredIntake(self.memory, self.mirror)
        self.there, self.gone, self.adopts, self.fails = asyncio.Event(), asyncio.Event(), 0, 0
        self.there.set()
        self.gone.set()
        self._url = url

    async def _connect(self) -> Database:
        await self.there.wait()
        pool = await open_pool(self._url, 2)

        async def close() -> None:
            await self.gone.wait()
            await pool.close()

        return Database(pool, PostgresIntake(pool, 4), PostgresArchive(pool, DatabaseSettings()), close)

    async def _adopt(self, database: Database) -> None:
        self.adopts += 1
        if self.adopts <= self.fails:
            raise OSError("the database went away while it was read")
        await fill(self.memory, database.pool)

    async def send(self, metric: str, n: int, kind: Kind = Kind.gauge) -> dict[str, Any]:
        """One acknowledged point. Returns the answer."""
        (ref,) = await self.intake.resolve(1, [SeriesSpec(metric, {}, "", kind)])
        points = Points(np.array([ref.id], np.int32), np.array([(NOW + n) * 1_000_000]), np.array([float(n)]))
        batch = Batch(1, [(0, points)], f"key:{metric}:{n}", b"p", {}, [], 0, None)
        return (await self.intake.append(batch)).answer

    async def journal(self) -> int:
        assert self.mirror.database is not None
        return int(await self.mirror.database.pool.fetchval("select count(*) from journal"))


@asynccontextmanager
async def held(url: str, folder: Path) -> AsyncIterator[Held]:
    with psycopg.connect(url, autocommit=True) as conn:
        conn.execute("truncate journal, batches")
    one = Held(url, folder)
    try:
        yield one
    finally:
        one.gone.set()
        await one.mirror.end()


async def soon(until: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not until():  # noqa: ASYNC110  what is waited for is a state of several kinds
            await asyncio.sleep(0.01)


async def test_it_is_not_on_while_a_batch_is_on_its_way_to_the_spool(
    database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entered, go, real = threading.Event(), threading.Event(), arrears.entry_of

    def slow(*given: Any) -> Any:
        entered.set()
        assert go.wait(10)
        return real(*given)

    async with held(database, tmp_path) as one:
        await one.send("before", 0)
        one.there.clear()
        await one.mirror.switch(True)
        with monkeypatch.context() as patched:
            patched.setattr(arrears, "entry_of", slow)
            sending = asyncio.create_task(one.send("way", 1))
            await soon(entered.is_set)
        one.there.set()
        await one.mirror.settled(0.3)  # it must not come to be on: a batch is between the door and the disk
        go.set()
        await sending
        assert await one.mirror.settled(10)
        assert (one.mirror.spool.count, await one.journal()) == (0, 2)


async def test_whoever_sees_on_finds_everything_in_the_database(database: str, tmp_path: Path) -> None:
    """Twenty producers never stop; while the spool is sent fewer come in than are sent, so that it comes to an end."""
    async with held(database, tmp_path) as one:
        one.there.clear()
        await one.mirror.switch(True)
        stop, sent = asyncio.Event(), [0]

        async def produce(name: str) -> None:
            n = 0
            while not stop.is_set():
                n += 1
                await one.send(name, n)
                sent[0] += 1
                await asyncio.sleep(0.01)

        producers = [asyncio.create_task(produce(f"p{n}")) for n in range(20)]
        await soon(lambda: sent[0] > 60)
        one.there.set()
        assert await one.mirror.settled(25)
        assert one.mirror.spool.empty
        await soon(lambda: sent[0] > 300)
        stop.set()
        await asyncio.gather(*producers)
        assert (one.mirror.state, one.mirror.spool.count, await one.journal()) == ("on", 0, sent[0])


async def test_a_database_too_slow_for_producers_to_wait_comes_to_be_on(
    database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with held(database, tmp_path) as one:
        sender = one.mirror._arrears.sender
        send = sender.send

        async def slow(*given: Any) -> None:
            await asyncio.sleep(0.2)
            await send(*given)

        monkeypatch.setattr(sender, "send", slow)
        monkeypatch.setattr(arrears, "SHUT_WITHIN", 0.05)
        one.there.clear()
        await one.mirror.switch(True)
        await one.send("slow", 1)
        one.there.set()
        assert await one.mirror.settled(10)
        assert await one.journal() == 1


async def test_a_database_that_goes_away_while_it_is_read_is_read_again(database: str, tmp_path: Path) -> None:
    async with held(database, tmp_path) as one:
        one.fails = 1
        await one.mirror.switch(True)
        await soon(lambda: one.mirror.state == "on")
        assert one.adopts == 2


async def test_on_while_off_is_not_finished_leaves_one_that_can_be_switched_off(database: str, tmp_path: Path) -> None:
    async with held(database, tmp_path) as one:
        await one.mirror.switch(True)
        assert await one.mirror.settled(10)
        one.gone.clear()
        one.there.clear()
        off = asyncio.create_task(one.mirror.switch(False))
        await asyncio.sleep(0)
        on = asyncio.create_task(one.mirror.switch(True))
        await asyncio.sleep(0.05)
        one.gone.set()
        await asyncio.gather(off, on)
        await one.send("between", 1)
        assert (one.mirror.state, one.mirror.spool.count) == ("starting", 1)
        await one.mirror.switch(False)
        one.there.set()
        await asyncio.sleep(0.3)  # whoever still waits for the database has it now
        assert (one.mirror.state, one.mirror.reason, one.mirror.database) == ("off", None, None)
        await one.mirror.switch(True)
        assert await one.mirror.settled(10)
        assert await one.journal() == 2  # from the spool, and, as it was in memory, from there


async def test_overflow_points_wait_for_the_first_switch_that_sends_them(database: str, tmp_path: Path) -> None:
    async with held(database, tmp_path) as one:
        (ref,) = await one.intake.resolve(1, [SeriesSpec(OVERFLOW, {}, "", Kind.event)])
        one.memory.store(Points(np.array([ref.id], np.int32), np.array([NOW * 1_000_000]), np.array([1.0])))
        one.there.clear()
        for enabled in (True, False, True):
            await one.mirror.switch(enabled)
        one.there.set()
        assert await one.mirror.settled(10)
        assert await one.journal() == 1


async def test_a_producer_that_hangs_up_keeps_no_point_from_memory(
    database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The database has the batch, so that the same one, sent again, is known: memory must have it too."""
    async with held(database, tmp_path) as one:
        await one.mirror.switch(True)
        assert await one.mirror.settled(10)
        take, written, go = one.mirror.take, asyncio.Event(), asyncio.Event()

        async def slow(batch: Batch) -> object:
            done = await take(batch)
            written.set()
            await go.wait()
            return done

        monkeypatch.setattr(one.mirror, "take", slow)
        sending = asyncio.create_task(one.send("gone", 1))
        await written.wait()
        sending.cancel()
        go.set()
        await soon(lambda: one.memory.waiting_points == 1)


async def test_a_batch_that_is_in_memory_only_says_so(database: str, tmp_path: Path) -> None:
    async with held(database, tmp_path) as one:
        one.mirror.spool.limit = 10
        one.there.clear()
        await one.mirror.switch(True)
        answer = await one.send("full", 1)
        assert "in memory only" in answer["warnings"][0]
        assert one.mirror.status()["lost"] == 1
