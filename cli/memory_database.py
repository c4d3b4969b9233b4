"""The database of persistence: the one that is named, or our own, started when it is needed; and what works on it.

The ordinary pipeline and the ordinary tasks run in threads of this process, on connections of their own.
"""

from __future__ import annotations

import asyncio
import signal
import subprocess
import threading
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import asyncpg
import psycopg

from cli.embedded import Postgres
from cli.folders import ServiceError
from cli.holding import hold
from cli.memory_threads import Duty, Threads
from cli.programs import finish, spawn
from db.engine import recorded
from db.expiry import drop_expired
from db.memory.mirror import Database
from db.migrate import migrate
from db.pool import connect, open_pool
from db.postgres import PostgresArchive, PostgresIntake
from db.settings import DatabaseSettings
from db.shard import PostgresShardStore
from db.upkeep import PostgresUpkeep
from workers import contract
from workers.models import Job, run_part
from workers.pipeline import Pipeline
from workers.settings import WorkerSettings
from workers.tasks.rollups import work as refresh
from workers.wake import Waker

SMALL = {"shared_buffers": "32MB", "max_wal_size": "48MB", "min_wal_size": "32MB", "max_connections": "40",
         "wal_keep_size": "0"}  # fmt: skip
"""Our own server beside one process of ours: little memory, little disk."""
FIRST_MODELS = 60.0


class Home:
    """Opens the database when persistence begins. `name`: that of a database; empty: our own, in `data`."""

    def __init__(self, config: DatabaseSettings, workers: WorkerSettings, data: Path, where: str) -> None:
        self._config, self._workers, self._data, self._where = config, workers, data, where
        self.url, self._named = config.database_url, bool(config.database_url)
        self._child: subprocess.Popen[bytes] | None = None

    async def connect(self) -> Database:
        """See `db.memory.mirror.Connect`. Raises `OSError` with the reason when it cannot be had."""
        own = ExitStack()
        try:
            if not self._named:
                self.url = await self._start(own)
                self._config.database_url = self.url  # routes that open a connection of their own find it, too
            config = self._config.model_copy(update={"database_url": self.url})
            await asyncio.to_thread(migrate, self.url, config)
            pool = await open_pool(self.url, config.pool_size)
        except (psycopg.Error, ServiceError, asyncpg.PostgresError, asyncpg.InterfaceError, OSError) as problem:
            await asyncio.to_thread(own.close)
            raise OSError(f"the database cannot be had: {str(problem).strip()}") from problem
        except BaseException:
            await asyncio.to_thread(own.close)
            raise
        threads = Threads()
        _work(threads, config, self._workers)

        async def close() -> None:
            await asyncio.to_thread(threads.end)
            try:
                async with asyncio.timeout(2):
                    await pool.close()
            except TimeoutError:
                pool.terminate()
            await asyncio.to_thread(own.close)

        archive = PostgresArchive(pool, config)
        child = self._child
        return Database(
            pool, PostgresIntake(pool, config.shards), archive, close, lambda: child is None or child.poll() is None
        )

    async def _start(self, own: ExitStack) -> str:
        """Our own server, until the stack is closed. Started from this thread: it ends when this thread does."""
        logs = self._data / "logs"
        await asyncio.to_thread(own.enter_context, hold(self._data, self._where))
        logs.mkdir(parents=True, exist_ok=True)
        server = Postgres(self._data, settings=SMALL)
        program = await asyncio.to_thread(server.prepare)
        child = spawn(program, logs / "postgres.log")
        own.callback(_stop, child, program.stop)
        self._child = child
        await asyncio.to_thread(server.wait, child, logs)
        return server.url


def _stop(child: subprocess.Popen[bytes], number: signal.Signals) -> None:
    if child.poll() is None:
        child.send_signal(number)
    try:
        child.wait(5)
    except subprocess.TimeoutExpired:
        finish(child, signal.SIGKILL)
        child.wait()


def _work(threads: Threads, config: DatabaseSettings, workers: WorkerSettings) -> None:
    """The pipeline's lanes and the tasks, in threads."""
    for lane in range(workers.lanes):
        threads.keep(f"lane {lane}", lambda stop, lane=lane: _lane(config, workers, lane, stop))  # type: ignore[misc]  # a bound default
    from cli.memory_tasks import tasks

    quick, slow = tasks(config)
    threads.tend("database tasks", _tasks(config))
    threads.tend("database quick tasks", quick)
    threads.tend("database slow tasks", slow)
    threads.tend("database models", _models(config, workers))


def _lane(config: DatabaseSettings, workers: WorkerSettings, lane: int, stop: threading.Event) -> None:
    """See `workers.pipeline.run_lane`; a failure here begins the lane anew and ends no process."""
    try:
        with connect(config.database_url, "tidewatch pipeline") as conn:
            if (engine := recorded(conn)) is None:
                stop.wait(1)
                return
            shards = [row[0] for row in conn.execute("select id from shards order by id")]
            store = PostgresShardStore(conn, engine, workers.relearn_after)
            Pipeline(store, shards[lane :: workers.lanes], workers, Waker("")).run(stop)
    except (psycopg.OperationalError, psycopg.InterfaceError):
        stop.wait(0.5)  # the mirror says that it is away


def _tasks(config: DatabaseSettings) -> list[Duty]:
    def upkeep(work: Callable[[PostgresUpkeep, datetime], object]) -> Callable[[], object]:
        def run() -> object:
            try:
                with connect(config.database_url, "tidewatch tasks") as conn:
                    engine = recorded(conn)
                    return None if engine is None else work(PostgresUpkeep(conn, engine, config), datetime.now(UTC))
            except (psycopg.OperationalError, psycopg.InterfaceError):
                return None

        return run

    def findings() -> None:
        with connect(config.database_url, contract.DROP_FINDINGS) as conn:
            drop_expired(conn, datetime.now(UTC))

    return [
        Duty(f"database {contract.REFRESH_ROLLUPS}", 15, upkeep(refresh), first=5),
        Duty(f"database {contract.CLEAN_JOURNAL}", 60, upkeep(lambda keep, now: keep.clean_journal(now)), first=30),
        Duty(f"database {contract.DROP_EXPIRED}", 3600, upkeep(lambda keep, now: keep.drop_expired(now)), first=60),
        Duty(f"database {contract.DROP_FINDINGS}", 3600, findings, first=90),
    ]


def _models(config: DatabaseSettings, workers: WorkerSettings) -> list[Duty]:
    from workers.tasks.models import JOBS

    def run(job: Job) -> None:
        every, now = timedelta(seconds=job.every(workers)), datetime.now(UTC)
        window = now - (now - datetime.fromtimestamp(0, UTC)) % every
        for shard in range(config.shards):
            run_part(job, window, shard, database=config, config=workers)

    return [
        Duty(f"database models {job.name}", job.every(workers), lambda job=job: run(job), first=FIRST_MODELS)  # type: ignore[misc]  # a bound default
        for job in JOBS.values()
    ]
