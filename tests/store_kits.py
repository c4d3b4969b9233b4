"""What the contract suite of the stores needs of an engine: its stores, and a pipeline that is run by hand."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractContextManager, asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import numpy as np

from db.arrivals import Arrivals
from db.engine import recorded
from db.groups import Groups
from db.keeper import Keeper, PostgresKeeper
from db.memory.access import MemoryAccess
from db.memory.archive import MemoryArchive
from db.memory.core import Memory
from db.memory.findings import MemoryFindings, MemoryKeeper
from db.memory.intake import MemoryIntake
from db.memory.policies import MemoryPolicies
from db.memory.settings import MemorySettings
from db.memory.shard import MemoryShardStore
from db.memory.upkeep import MemoryUpkeep
from db.pool import connect, open_pool
from db.postgres import (
    PostgresAccess,
    PostgresArchive,
    PostgresFindings,
    PostgresIntake,
    PostgresPolicies,
    PostgresShardStore,
    PostgresUpkeep,
)
from db.records import Appended, Batch, Event, Kind, Points, SeriesSpec
from db.roles import Access, Findings, PolicyBook
from db.settings import DatabaseSettings
from db.store import Archive, Intake, ShardStore
from workers.shard import ShardConsumer


@dataclass
class Kit:
    """An engine's stores. `keeping` gives what models write to, inside a transaction."""

    intake: Intake
    archive: Archive
    findings: Findings
    policies: PolicyBook
    access: Access
    store: ShardStore
    arrivals: Arrivals
    groups: Groups
    shards: list[int]
    transaction: Callable[[], AbstractContextManager[Any]]
    keeper: Keeper
    consumers: dict[int, ShardConsumer] = field(default_factory=dict)
    places: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for shard in self.shards:
            assert self.store.lease(shard, "test")
            self.consumers[shard] = ShardConsumer(self.store, shard)

    async def series(self, metric: str, kind: str = "gauge", **labels: str) -> int:
        """The id of a series, made where it is new."""
        (ref,) = await self.intake.resolve(1, [SeriesSpec(metric, labels, None, Kind(kind))])
        self.places[ref.id] = ref.shard
        return ref.id

    async def send(self, series: int, t: Any, v: Any, key: str | None = None, history: bool | None = None) -> Appended:
        """Points into the journal. Returns what became of the batch."""
        points = Points(np.full(len(t), series, np.int32), np.asarray(t, np.int64), np.asarray(v, float))
        parts, answer = [(self.places[series], points)], {"accepted": len(points)}
        return await self.intake.append(Batch(1, parts, key, b"%d points" % len(points), answer, history=history))

    async def happen(self, events: list[Event]) -> None:
        """Events into the journal."""
        shard = 1 % self.intake.shards
        await self.intake.append(Batch(1, [], None, b"", {"accepted": len(events)}, events, shard))

    def work(self) -> set[int]:
        """Run the pipeline until nothing waits. Returns the tenants that were alerted."""
        told: set[int] = set()
        for shard, consumer in self.consumers.items():
            while rows := self.store.waiting(shard, 10**6):
                told |= consumer.take(rows, snapshot=False).tenants_alerted
        return told

    def snapshot(self) -> None:
        """Save the state of all shards, and with it how series are doing."""
        for shard, consumer in self.consumers.items():
            consumer.take(self.store.waiting(shard, 10**6), snapshot=True)

    def relearn(self) -> int:
        """Work off the queue of series whose past changed. Returns how many transactions that took."""
        done = 0
        for consumer in self.consumers.values():
            while consumer.relearn(100_000) is not None:
                done += 1
        return done

    def adopt_policies(self) -> None:
        """Judge by the policies as they are now."""
        for consumer in self.consumers.values():
            consumer.adopt(self.store.policy_version())


@asynccontextmanager
async def on_memory(**config: Any) -> AsyncIterator[Kit]:
    """A new memory."""
    memory = Memory(MemorySettings(**config))
    upkeep = MemoryUpkeep(memory)
    yield Kit(
        MemoryIntake(memory), MemoryArchive(memory), MemoryFindings(memory), MemoryPolicies(memory),
        MemoryAccess(memory), MemoryShardStore(memory), upkeep.arrivals, upkeep.groups, [0], memory.transaction,
        MemoryKeeper(memory),
    )  # fmt: skip


@asynccontextmanager
async def on_database(url: str) -> AsyncIterator[Kit]:
    """A migrated database."""
    config = DatabaseSettings(database_url=url)
    pool = await open_pool(url, 3)
    with connect(url) as conn, connect(url) as own:
        engine = recorded(conn)
        assert engine is not None
        upkeep = PostgresUpkeep(conn, engine, config)
        yield Kit(
            PostgresIntake(pool, config.shards), PostgresArchive(pool, config), PostgresFindings(pool),
            PostgresPolicies(pool), PostgresAccess(pool), PostgresShardStore(own, engine, timedelta(0)),
            upkeep.arrivals, upkeep.groups, list(range(config.shards)), conn.transaction, PostgresKeeper(conn),
        )  # fmt: skip
    await pool.close()
