"""What tests of a shard's consumer share: a shard with its consumer, fed through the journal, and what it said."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import numpy as np

from db.engine import recorded
from db.journal_codec import POINTS, pack_points
from db.pool import Connection, connect
from db.records import Points
from db.shard import PostgresShardStore
from workers.shard import ShardConsumer

MINUTE = 60_000_000
N = 1800
SPIKE = 1000


def now() -> int:
    """The last full minute, in us."""
    return int(datetime.now(UTC).timestamp()) // 60 * MINUTE


def wave(until: int, seed: int = 1, n: int = N) -> tuple[np.ndarray, np.ndarray]:
    """Noise around 50, a point a minute up to `until`."""
    return until - MINUTE * np.arange(n, dtype=np.int64)[::-1], 50 + np.random.default_rng(seed).normal(0, 1, n)


class Bench:
    """Shard 0 of a database, with the consumer that works on it."""

    def __init__(self, conn: Connection, own: Connection) -> None:
        self.conn = conn
        engine = recorded(own)
        assert engine is not None
        self.store = PostgresShardStore(own, engine)
        assert self.store.lease(0, "test")
        self.consumer = ShardConsumer(self.store, 0)

    def send(self, series: int, t: Any, v: Any, history: bool | None = None) -> None:
        """Points through the journal, in one transaction of the shard."""
        points = Points(np.full(len(t), series, np.int32), np.asarray(t, np.int64), np.asarray(v, float))
        self.conn.execute(
            "insert into journal (tenant_id, shard, kind, points, history, payload) values (1, 0, %s, %s, %s, %s)",
            (POINTS, len(points), history, pack_points(points)),
        )
        self.consumer.take(self.store.waiting(0, 10**7), snapshot=False)

    def restart(self) -> None:
        """The consumer dies; its successor begins from what is stored."""
        self.consumer = ShardConsumer(self.store, 0)

    def relearn(self, points: int = 100_000) -> int:
        """Work off the queue of series whose past changed. Returns how many transactions that took."""
        done = 0
        while self.consumer.relearn(points) is not None:
            done += 1
        return done

    def state(self, series: int) -> list[bytes]:
        """All that the detectors know of a series."""
        scoring = self.consumer._scoring
        return scoring.watch.extract(scoring.registry.row_of(series))

    def count(self, series: int) -> int:
        """How many points the detectors have seen of a series."""
        scoring = self.consumer._scoring
        return int(scoring.watch.count[scoring.registry.row_of(series)])

    def episodes(self, series: int) -> list[tuple[Any, ...]]:
        """(opened in us, state, transitions of its alert) in order."""
        return self.conn.execute(
            "select (extract(epoch from e.opened_at) * 1e6)::bigint, e.state,"
            " (select array_agg(x.to_state order by x.seq) from alert_transitions x"
            "  join alerts a on a.id = x.alert_id where a.episode_id = e.id)"
            " from episodes e where e.series_id = %s order by 1",
            (series,),
        ).fetchall()


@contextmanager
def working(database: str) -> Iterator[Bench]:
    """Shard 0, for one test."""
    with connect(database) as conn, connect(database) as own:
        yield Bench(conn, own)
