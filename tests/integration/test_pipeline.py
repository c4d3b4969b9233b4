"""The pipeline on a real server: whatever happens to its process, the journal causes the same things, once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import numpy as np
import pytest

from db.engine import recorded
from db.journal_codec import POINTS, pack_points
from db.pool import Connection, connect
from db.records import Points
from db.shard import PostgresShardStore
from ml.offline import score_series
from tests.integration.writing import add_series
from workers.shard import ShardConsumer

STEP = 60_000_000
N = 3000


def _wave(seed: int) -> tuple[np.ndarray, np.ndarray]:
    """A noisy level with a spike and a shift, ending now."""
    rng = np.random.default_rng(seed)
    end = int(datetime.now(UTC).timestamp()) // 60 * STEP
    t = end - STEP * np.arange(N)[::-1]
    v = 50 + rng.normal(0, 1, N)
    v[2500:2510] += 40
    return t.astype(np.int64), v


def _append(conn: Connection, points: Points) -> None:
    conn.execute(
        "insert into journal (tenant_id, shard, kind, points, payload) values (1, 0, %s, %s, %s)",
        (POINTS, len(points), pack_points(points)),
    )


def _episodes(conn: Connection, series: int) -> list[tuple]:
    sql = "select opened_at, last_at, closed_at, points, score, peak_at, value, severity, reason from episodes"
    return conn.execute(sql + " where series_id = %s order by opened_at", (series,)).fetchall()


@pytest.fixture
def start(database: str) -> Iterator[Callable[[], tuple[ShardConsumer, PostgresShardStore]]]:
    """Start a consumer of shard 0. The one before is dead by then: its connection is cut, nothing is said."""
    opened: list[Connection] = []

    def begin() -> tuple[ShardConsumer, PostgresShardStore]:
        while opened:
            opened.pop().close()
        conn = connect(database)
        opened.append(conn)
        engine = recorded(conn)
        assert engine is not None
        store = PostgresShardStore(conn, engine)
        assert store.lease(0, "test")
        return ShardConsumer(store, 0), store

    yield begin
    for conn in opened:
        conn.close()


def test_verdicts_equal_an_offline_run_however_often_the_consumer_dies(database: str, start) -> None:
    with connect(database) as conn:
        series = add_series(conn, "dies")
        t, v = _wave(1)
        for turn, at in enumerate(range(0, N, 250)):
            _append(conn, Points(np.full(250, series, np.int32), t[at : at + 250], v[at : at + 250]))
            consumer, store = start()
            consumer.take(store.waiting(0, 10**6), snapshot=turn % 3 == 1)
        _, changes = score_series(t, v)
        stored = _episodes(conn, series)
        opened = [int(row[0].timestamp() * 1e6) for row in stored]
        assert opened == changes.opened_at[changes.verb == 0].tolist()
        assert len(opened) >= 1
        assert conn.execute("select count(*) from samples where series_id = %s", (series,)).fetchone()[0] == N


def test_a_snapshot_and_a_replay_lead_to_the_same_state(database: str, start) -> None:
    with connect(database) as conn:
        series = [add_series(conn, "same", host=str(i)) for i in range(3)]
        waves = [_wave(i) for i in range(3)]
        for at in range(0, N, 500):
            for one, (t, v) in zip(series, waves, strict=True):
                _append(conn, Points(np.full(500, one, np.int32), t[at : at + 500], v[at : at + 500]))
            consumer, store = start()
            consumer.take(store.waiting(0, 10**6), snapshot=False)
        alive = consumer._snapshot()
        reborn, _ = start()
        reborn._touched = set(alive.blocks)
        assert reborn._snapshot().blocks == alive.blocks


def test_late_and_double_points_are_stored_once_and_not_scored(database: str, start) -> None:
    with connect(database) as conn:
        series = add_series(conn, "late")
        ids = np.full(4, series, np.int32)
        t = 10**15 + STEP * np.array([0, 2, 1, 2], np.int64)
        _append(conn, Points(ids[:2], t[:2], np.array([1.0, 2.0])))
        consumer, store = start()
        consumer.take(store.waiting(0, 10**6), snapshot=False)
        _append(conn, Points(ids[2:], t[2:], np.array([5.0, 9.0])))
        consumer.take(store.waiting(0, 10**6), snapshot=False)
        rows = conn.execute("select v from samples where series_id = %s order by t", (series,)).fetchall()
        assert rows == [(1.0,), (5.0,), (9.0,)]


def test_an_overflow_series_keeps_points_of_one_instant_apart(database: str, start) -> None:
    with connect(database) as conn:
        series = add_series(conn, "__overflow__", "event")
        t = np.full(3, 10**15, np.int64)
        _append(conn, Points(np.full(3, series, np.int32), t, np.array([1.0, 2.0, 2.0])))
        consumer, store = start()
        assert consumer.take(store.waiting(0, 10**6), snapshot=True).inserted == 3


def test_the_process_takes_all_shards_works_and_leaves_nothing_to_replay(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from db import settings as db_settings
    from workers.pipeline import run_lane

    monkeypatch.setenv("TIDEWATCH_DATABASE_URL", database)
    db_settings.settings.cache_clear()
    stop = threading.Event()
    with connect(database) as conn:
        series = add_series(conn, "process")
        t, v = _wave(3)
        _append(conn, Points(np.full(N, series, np.int32), t, v))
        thread = threading.Thread(target=run_lane, args=(stop, 0))
        thread.start()
        for _ in range(200):
            if conn.execute("select count(*) from journal where batch is null").fetchone() == (0,):
                break
            threading.Event().wait(0.05)
        stop.set()
        thread.join(20)
        assert conn.execute("select count(*) from samples where series_id = %s", (series,)).fetchone() == (N,)
        assert conn.execute("select batch = snapshot_batch from shards where id = 0").fetchone() == (True,)
        newest = conn.execute("select newest from series_state where series_id = %s", (series,)).fetchone()
        assert newest is not None
        assert int(newest[0].timestamp() * 1e6) == t[-1]
    db_settings.settings.cache_clear()
