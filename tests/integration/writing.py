"""What tests of the writing side share: a tenant's series, a shard's work, and what stands in the tables."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import numpy as np

from db.engine import recorded
from db.names import fingerprint
from db.pool import Connection, connect
from db.records import Event, Points, Severity
from db.shard import PostgresShardStore
from db.work import EpisodeChange, ShardWork

T0 = 1_767_225_600_000_000
"""2026-01-01 00:00 UTC, a quarter of an hour begins."""
MINUTE = 60_000_000


def add_series(conn: Connection, metric: str, kind: str = "gauge", **labels: str) -> int:
    """A series of the first tenant. Returns its id."""
    row = conn.execute(
        "insert into series (tenant_id, metric, labels, fingerprint, kind, shard)"
        " values (1, %s, %s::jsonb, %s, %s, 0) returning id",
        (metric, json.dumps(labels), fingerprint(metric, labels), kind),
    ).fetchone()
    assert row is not None
    return int(row[0])


def points(series: int, *rows: tuple[int, float]) -> Points:
    """(minutes after T0, value) pairs as points."""
    t = np.array([T0 + minute * MINUTE for minute, _ in rows], np.int64)
    return Points(np.full(len(rows), series, np.int32), t, np.array([v for _, v in rows], float))


def work(batch: int, fresh: Points | None = None, revised: Points | None = None, **more: object) -> ShardWork:
    """A shard's work that holds just this."""
    filled: dict[str, object] = {"journal_ids": [], "events": [], "changes": []} | more
    return ShardWork(shard=0, batch=batch, fresh=fresh or Points.empty(), revised=revised or Points.empty(), **filled)  # type: ignore[arg-type]  # tests pass the right types


@contextmanager
def leased(database: str) -> Iterator[tuple[PostgresShardStore, Connection, int]]:
    """A store that owns shard 0, its connection, and the batch that the shard is at."""
    with connect(database) as conn:
        engine = recorded(conn)
        assert engine is not None
        store = PostgresShardStore(conn, engine)
        deadline = time.monotonic() + 60
        while not store.lease(
            0, "test"
        ):  # a connection that was closed just now holds it until its server has seen that
            assert time.monotonic() < deadline
            time.sleep(0.02)
        yield store, conn, store.restore(0).batch


def event(event_id: str, minute: int, causes: list[tuple[int, float]] | None = None) -> tuple[int, Event]:
    """An event of the first tenant."""
    return 1, Event(event_id, "click", T0 + minute * MINUTE, causes=causes or [])


def change(verb: str, series: int, t: int | None = None, severity: str = "high") -> EpisodeChange:
    """What a detector might say of a series at t (default: now)."""
    at = t or int(datetime.now(UTC).timestamp() * 1e6)
    return EpisodeChange(
        verb=verb, tenant=1, series_id=series, t=at, opened_at=at, last_at=at, points=1, score=0.9995,
        severity=Severity(severity), peak_at=at, value=9.0, expected=1.0, lo=0.0, hi=2.0, detector="seasonal",
        reason="9 is far above the expected 1.",
    )  # type: ignore[arg-type]  # fmt: skip
