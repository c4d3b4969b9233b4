"""Rare moments in which data could be lost or doubled, each made to happen."""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from db.calendar import edges, zone_of
from db.engine import recorded
from db.intake import PostgresIntake
from db.journal_codec import POINTS, pack_points
from db.pool import Connection, connect, open_pool
from db.records import QUARTER_US, Kind, Points, SeriesSpec, from_us, to_us
from db.settings import DatabaseSettings
from db.shard import PostgresShardStore
from db.upkeep import PostgresUpkeep
from tests.integration.writing import T0, add_series, event, leased, points, work
from workers.shard import ShardConsumer

LATER = datetime.now(UTC) + timedelta(hours=1)


def upkeep(conn: Connection, **config: object) -> PostgresUpkeep:
    engine = recorded(conn)
    assert engine is not None
    return PostgresUpkeep(conn, engine, DatabaseSettings(**config))


def consumer(conn: Connection) -> tuple[ShardConsumer, PostgresShardStore]:
    engine = recorded(conn)
    assert engine is not None
    store = PostgresShardStore(conn, engine)
    assert store.lease(0, "test")
    return ShardConsumer(store, 0), store


def append(conn: Connection, rows: Points) -> None:
    conn.execute(
        "insert into journal (tenant_id, shard, kind, points, payload) values (1, 0, %s, %s, %s)",
        (POINTS, len(rows), pack_points(rows)),
    )


def test_state_of_another_version_doubles_no_point(database: str) -> None:
    with connect(database) as conn:
        series = add_series(conn, "versions")
        append(conn, points(series, (1, 1.0), (2, 2.0), (3, 3.0)))
        first, store = consumer(conn)
        first.take(store.waiting(0, 100), snapshot=True)
    with connect(database) as conn:
        conn.execute("update detector_state set version = version + 1")
        append(conn, points(series, (2, 5.0), (3, 3.0), (4, 4.0)))
        second, store = consumer(conn)
        second.take(store.waiting(0, 100), snapshot=True)
        rows = conn.execute("select v from samples where series_id = %s order by t", (series,)).fetchall()
    assert [v for (v,) in rows] == [1.0, 5.0, 3.0, 4.0]


def test_a_worker_whose_clock_is_ahead_closes_no_window_early(database: str) -> None:
    with leased(database) as (store, conn, batch), connect(database) as other:
        series = add_series(conn, "skewed")
        now = to_us(datetime.now(UTC))
        t = now // QUARTER_US * QUARTER_US
        one, two = (Points(np.array([series], np.int32), np.array([t + i]), np.array([1.0])) for i in range(2))
        store.commit(work(batch + 1, one))
        upkeep(other).refresh_rollups(from_us(t) + timedelta(minutes=16))
        store.commit(work(batch + 2, two))
        assert other.execute("select count(*) from dirty_windows where series_id = %s", (series,)).fetchone() == (1,)


def test_an_event_of_a_dropped_time_spoils_no_rollup(database: str) -> None:
    with leased(database) as (store, conn, batch):
        series = add_series(conn, "events of old", "event")
        old = -60 * 24 * 60
        store.commit(work(batch + 1, events=[event("old 1", old, [(series, 1.0)])]))
        upkeep(conn).refresh_rollups(LATER)
        upkeep(conn, spare_written_days=0).drop_expired(LATER)
        store.commit(work(batch + 2, events=[event("old 2", old + 1, [(series, 1.0)])]))
        dirty = conn.execute("select count(*) from dirty_windows where series_id = %s", (series,)).fetchone()
    assert dirty == (0,), "its window would be read from the raw points, which are gone"


def test_a_week_that_is_written_to_before_the_lock_is_not_dropped(database: str) -> None:
    with leased(database) as (store, conn, batch), connect(database) as other:
        series = add_series(conn, "late for the drop")
        at = -90 * 24 * 60
        store.commit(work(batch + 1, points(series, (at, 1.0))))
        upkeep(conn).refresh_rollups(LATER)
        with connect(database) as writer:
            writer.execute("begin; select pg_advisory_xact_lock_shared(7261004)")
            job = threading.Thread(target=upkeep(other, spare_written_days=0).drop_expired, args=(LATER,))
            job.start()
            _until_waiting(conn, other)
            writer.execute("insert into samples values (%s, 5.0, %s)", (from_us(T0 + at * 60_000_000 + 7), series))
            writer.execute(
                "insert into dirty_windows values (%s, date_bin('15 minutes', %s, 'epoch'))",
                (series, from_us(T0 + at * 60_000_000 + 7)),
            )
            writer.execute("commit")
            job.join()
        left = conn.execute("select count(*) from samples where series_id = %s", (series,)).fetchone()
    assert left == (2,)


def _until_waiting(conn: Connection, other: Connection) -> None:
    sql = "select wait_event_type = 'Lock' from pg_stat_activity where pid = %s"
    deadline = time.monotonic() + 60
    while conn.execute(sql, (other.info.backend_pid,)).fetchone() != (True,):
        assert time.monotonic() < deadline, "it does not wait"


def test_two_refreshes_do_not_take_each_others_windows(database: str) -> None:
    with leased(database) as (store, conn, batch), connect(database) as one, connect(database) as two:
        series = add_series(conn, "twins")
        store.commit(work(batch + 1, points(series, (1, 1.0), (16, 2.0))))
        with connect(database) as holder:
            holder.execute("begin; select pg_advisory_xact_lock(7261004)")
            done: list[int] = []
            first, second = (
                threading.Thread(target=lambda c=c: done.append(upkeep(c).refresh_rollups(LATER, 1)))
                for c in (one, two)
            )
            first.start()
            _until_waiting(conn, one)
            second.start()
            second.join(2)
            assert not second.is_alive(), "the second waits for the first, to take its windows away"
            holder.execute("rollback")
            first.join()
        assert sorted(done) == [0, 1]


@pytest.mark.parametrize("year", [1975, 1979])
def test_a_zone_with_an_odd_offset_has_hours_too(year: int) -> None:
    start = to_us(datetime(year, 9, 28, tzinfo=UTC))
    _, begins = edges(start, start + 4 * 86_400_000_000, "1h", zone_of("Pacific/Kiritimati"))
    assert len(begins) >= 96


async def test_events_never_share_a_series_with_a_producers_points(database: str) -> None:
    pool = await open_pool(database, 1)
    try:
        intake = PostgresIntake(pool, 4)
        (gauge,) = await intake.resolve(1, [SeriesSpec("shared", {"event_type": "seen"})])
        (made,) = await intake.resolve(1, [SeriesSpec("shared", {"event_type": "seen"}, None, Kind.event)])
    finally:
        await pool.close()
    assert (gauge.id == made.id, made.shard) == (False, 1 % 4)
