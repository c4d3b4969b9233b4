"""The streaming pipeline: takes shards that have no consumer, and turns their journal into everything it causes.

Any number of these processes may run: a shard has one consumer at a time, and when a process dies another takes its
shards over within a second or so, where the last commit left them. A process has lanes, each a thread with a connection
and shards of its own: while the database works for one, another scores.
"""

from __future__ import annotations

import logging
import os
import signal
import socket
import threading
import time
from typing import Protocol

import psycopg

from db import metrics
from db import settings as db_settings
from db.engine import recorded
from db.errors import LostShard
from db.pool import connect
from db.shard import PostgresShardStore
from db.store import ShardStore
from db.work import Committed
from workers.settings import WorkerSettings, settings
from workers.shard import ShardConsumer
from workers.wake import Waker

log = logging.getLogger("tidewatch.pipeline")

RELEARN_IDLE = 1.0
"""Seconds until the queue of series to be learned anew is looked at again when it was empty."""
RELEARN_REST = 3.0
"""After learning anew, points have the shard for so many times as long."""


MEASURE_EVERY = 10.0
"""Seconds."""


class Bell(Protocol):
    """Wakes the pipeline, and is told of alerts: `workers.wake.Waker`, or another of its kind."""

    def wait(self, seconds: float) -> None:
        """Return when the journal was written to, or after `seconds`."""

    def alerted(self, tenant: int) -> None:
        """The tenant has new transitions."""


class Pipeline:
    """The shards of one lane. It asks for `shards` in order, and leaves the other lanes their part."""

    def __init__(self, store: ShardStore, shards: list[int], config: WorkerSettings, waker: Bell) -> None:
        self._store = store
        self._shards = shards
        self._config = config
        self._waker = waker
        self._consumers: dict[int, ShardConsumer] = {}
        self._asked_at = self._policies_at = self._measured_at = -1e9
        self._relearn_at: dict[int, float] = {}
        self._owner = f"{socket.gethostname()}:{os.getpid()}"

    def run(self, stop: threading.Event) -> None:
        """Work until told to stop; then save the state, so that the successor has nothing to replay."""
        while not stop.is_set():
            self._ask_for_shards()
            self._look_at_policies()
            self._note_memory()
            busy = [self._step(consumer) for consumer in self._consumers.values()]
            if not any(busy):
                self._waker.wait(self._config.poll_seconds)
        for shard, consumer in self._consumers.items():
            if consumer.snapshot_due(0, 1):
                consumer.take([], snapshot=True)
            self._store.release(shard)

    def _ask_for_shards(self) -> None:
        if time.monotonic() - self._asked_at < self._config.lease_seconds:
            return
        self._asked_at = time.monotonic()
        for shard in self._shards:
            if shard not in self._consumers and self._store.lease(shard, self._owner):
                self._consumers[shard] = ShardConsumer(self._store, shard, self._config.alert_max_age)
                self._relearn_at[shard] = 0.0
                log.info("consuming shard %s", shard)

    def _step(self, consumer: ShardConsumer) -> bool:
        """One transaction, when something waits. Says whether there was anything to do."""
        rows = self._store.waiting(consumer.shard, self._config.take_points)
        due = consumer.snapshot_due(self._config.snapshot_seconds, self._config.snapshot_points)
        if rows or due:
            self._tell(consumer.take(rows, snapshot=due))
        return self._relearn(consumer) or bool(rows)

    def _relearn(self, consumer: ShardConsumer) -> bool:
        """Learn some series anew, if there are any. What comes in goes first: only a part of the time is for this."""
        started = time.monotonic()
        if started < self._relearn_at[consumer.shard]:
            return False
        done = consumer.relearn(self._config.relearn_points)
        took = time.monotonic() - started
        self._relearn_at[consumer.shard] = started + took + (RELEARN_IDLE if done is None else RELEARN_REST * took)
        if done is not None:
            self._tell(done)
        return done is not None

    def _look_at_policies(self) -> None:
        """Have every consumer judge by the policies as they are now."""
        if time.monotonic() - self._policies_at < self._config.policy_seconds:
            return
        self._policies_at = time.monotonic()
        version = self._store.policy_version()
        for consumer in self._consumers.values():
            if consumer.policy_version != version:
                consumer.adopt(version)

    def _note_memory(self) -> None:
        if time.monotonic() - self._measured_at >= MEASURE_EVERY:
            self._measured_at = time.monotonic()
            metrics.note_memory("pipeline")

    def _tell(self, done: Committed) -> None:
        for tenant in done.tenants_alerted:
            self._waker.alerted(tenant)


def main() -> None:
    """Run until SIGTERM or SIGINT. When the database goes away, wait for it and begin again from what it holds."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    lanes = [threading.Thread(target=run_lane, args=(stop, lane)) for lane in range(settings().lanes)]
    for lane in lanes:
        lane.start()
    while any(lane.is_alive() for lane in lanes):  # joining in small bites lets signals in
        for lane in lanes:
            lane.join(0.2)


def run_lane(stop: threading.Event, lane: int) -> None:
    """One lane, until told to stop. An error that is not the database's ends the process, to be started anew."""
    waker = Waker(db_settings.settings().redis_url)
    try:
        while not stop.is_set():
            try:
                _connected(stop, lane, waker)
            except (psycopg.OperationalError, psycopg.InterfaceError, LostShard) as problem:
                log.warning("the database went away, trying again: %s", str(problem).strip())
                stop.wait(0.5)
    except Exception:
        log.exception("a lane of the pipeline failed; ending")
        os._exit(1)
    finally:
        waker.close()


def _connected(stop: threading.Event, lane: int, waker: Waker) -> None:
    with connect(db_settings.settings().database_url, "tidewatch pipeline") as conn:
        engine = recorded(conn)
        if engine is None:
            log.warning("the database has no schema yet; run `tidewatch migrate`")
            stop.wait(1)
            return
        config = settings()
        shards = [row[0] for row in conn.execute("select id from shards order by id")]
        store = PostgresShardStore(conn, engine, config.relearn_after)
        Pipeline(store, shards[lane :: config.lanes], config, waker).run(stop)
