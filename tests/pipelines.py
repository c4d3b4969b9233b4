"""The real pipeline in the test's own process: run until nothing waits."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from db.engine import recorded
from db.pool import connect
from db.shard import PostgresShardStore
from workers.shard import ShardConsumer


class Pipeline:
    """All shards of a database, with a consumer each."""

    def __init__(self, store: PostgresShardStore, shards: list[int]) -> None:
        self._store = store
        for shard in shards:
            assert store.lease(shard, "test"), "somebody else consumes this database"
        self._consumers = [ShardConsumer(store, shard) for shard in shards]

    def drain(self, most: int = 200_000) -> int:
        """Take all that was acknowledged, and learn anew what asks for it. Returns how many journal rows there were."""
        taken = 0
        while any(steps := [self._step(consumer, most) for consumer in self._consumers]):
            taken += sum(steps)
        for consumer in self._consumers:
            consumer.take([], snapshot=True)
            while consumer.relearn(most) is not None:
                pass
        return taken

    def _step(self, consumer: ShardConsumer, most: int) -> int:
        rows = self._store.waiting(consumer.shard, most)
        if rows:
            consumer.take(rows, snapshot=False)
        return len(rows)


@contextmanager
def consuming(database: str) -> Iterator[Pipeline]:
    """A pipeline on the database, the only one."""
    with connect(database, "tidewatch test pipeline") as conn:
        engine = recorded(conn)
        assert engine is not None
        shards = [row[0] for row in conn.execute("select id from shards order by id")]
        yield Pipeline(PostgresShardStore(conn, engine), shards)


def drain(database: str) -> int:
    """Run a pipeline on the database until nothing waits. Returns how many journal rows there were."""
    with consuming(database) as pipeline:
        return pipeline.drain()
