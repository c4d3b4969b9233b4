"""Rollups follow their raw points on every engine: late ones too, and after the raw points are gone."""

from datetime import UTC, datetime, timedelta

import pytest

from db.engine import recorded
from db.records import from_us
from db.settings import DatabaseSettings
from db.upkeep import PostgresUpkeep
from tests.integration.writing import MINUTE, T0, add_series, leased, points, work

LATER = datetime.now(UTC) + timedelta(hours=1)
TWO_WEEKS = 14 * 24 * 60


def _upkeep(conn, **config) -> PostgresUpkeep:
    return PostgresUpkeep(conn, recorded(conn), DatabaseSettings(**config))


def _rollup(conn, table, series):
    sql = f"select t, n, sum, min, max, first, last, ssq from {table} where series_id = %s order by t"
    return conn.execute(sql, (series,)).fetchall()


def _refresh(conn) -> int:
    return _upkeep(conn).refresh_rollups(LATER)


def test_each_level_holds_what_its_points_say(database: str) -> None:
    with leased(database) as (store, conn, batch):
        series = add_series(conn, "levels")
        store.commit(work(batch + 1, points(series, (1, 4.0), (2, 1.0), (14, 2.0), (16, 8.0), (61, 3.0), (1441, 5.0))))
        assert _refresh(conn) == 4
        start = from_us(T0)
        assert _rollup(conn, "samples_15m", series)[0] == (start, 3, 7.0, 1.0, 4.0, 4.0, 2.0, 21.0)
        assert _rollup(conn, "samples_1h", series)[0] == (start, 4, 15.0, 1.0, 8.0, 4.0, 8.0, 85.0)
        assert _rollup(conn, "samples_1d", series)[0] == (start, 5, 18.0, 1.0, 8.0, 4.0, 3.0, 94.0)
        assert _rollup(conn, "samples_1d", series)[1][0] == start + timedelta(days=1)


def test_a_late_point_reaches_every_level(database: str) -> None:
    with leased(database) as (store, conn, batch):
        series = add_series(conn, "late")
        store.commit(work(batch + 1, points(series, (1, 4.0), (200, 1.0))))
        _refresh(conn)
        store.commit(work(batch + 2, revised=points(series, (2, 6.0), (1, 5.0))))
        assert _refresh(conn) == 1
        for table in ("samples_15m", "samples_1h"):
            assert _rollup(conn, table, series)[0][1:7] == (2, 11.0, 5.0, 6.0, 5.0, 6.0)
        assert _rollup(conn, "samples_1d", series)[0][1:3] == (3, 12.0)


def test_an_open_window_waits(database: str) -> None:
    with leased(database) as (store, conn, batch):
        series = add_series(conn, "open")
        store.commit(work(batch + 1, points(series, (1, 4.0))))
        upkeep = _upkeep(conn)
        assert upkeep.refresh_rollups(from_us(T0) + timedelta(minutes=14)) == 0
        assert upkeep.refresh_rollups(from_us(T0) + timedelta(minutes=15)) == 1


def test_a_point_that_comes_during_a_refresh_keeps_its_window_dirty(database: str) -> None:
    with leased(database) as (store, conn, batch):
        series = add_series(conn, "race")
        store.commit(work(batch + 1, points(series, (1, 4.0))))
        conn.execute("update dirty_windows set claim = 99 where series_id = %s", (series,))
        store.commit(work(batch + 2, points(series, (2, 4.0))))
        claim = conn.execute("select claim from dirty_windows where series_id = %s", (series,)).fetchone()
        assert claim == (None,)


@pytest.fixture
def expired(database: str):
    """A series with raw points of an old week, rolled up, then dropped by retention."""
    with leased(database) as (store, conn, batch):
        series = add_series(conn, f"expired {batch}")
        at = (batch % 10) * TWO_WEEKS  # a week that no other test drops
        store.commit(work(batch + 1, points(series, (at + 1, 4.0), (at + 20, 6.0))))
        _refresh(conn)
        kept = _upkeep(conn, keep_raw_days=30).drop_expired(LATER)
        dropped = _upkeep(conn, keep_raw_days=30, spare_written_days=0).drop_expired(LATER)
        yield store, conn, batch + 1, series, kept, dropped, at


def test_raw_goes_and_the_trend_stays(expired) -> None:
    _, conn, _, series, kept, dropped, _ = expired
    assert "samples" not in kept, "a week that was just written must be spared"
    assert dropped["samples"] >= 1
    assert conn.execute("select count(*) from samples where series_id = %s", (series,)).fetchone()[0] == 0
    assert [row[2] for row in _rollup(conn, "samples_15m", series)] == [4.0, 6.0]
    assert _rollup(conn, "samples_1d", series)[0][1:3] == (2, 10.0)


def test_a_closed_range_takes_no_points_and_is_never_refreshed(expired) -> None:
    store, conn, batch, series, _, _, at = expired
    done = store.commit(work(batch + 1, revised=points(series, (at + 2, 100.0))))
    assert done.inserted == 0
    conn.execute("insert into dirty_windows values (%s, %s)", (series, from_us(T0 + at * MINUTE)))
    assert _refresh(conn) == 0
    assert [row[2] for row in _rollup(conn, "samples_15m", series)] == [4.0, 6.0]
    conn.execute("delete from dirty_windows")


def test_keys_nobody_will_repeat_are_forgotten(database: str) -> None:
    with leased(database) as (_, conn, _):
        keys = [("auto:new", 1), ("auto:old", 6), ("key:new", 6), ("key:old", 1441)]
        for key, minutes in keys:
            conn.execute(
                "insert into batches (tenant_id, key, fingerprint, answer, received_at)"
                " values (1, %s, '', '{}', now() - %s * interval '1 minute')",
                (key, minutes),
            )
        _upkeep(conn).clean_journal(datetime.now(UTC))
        left = conn.execute("select key from batches order by key").fetchall()
        assert left == [("auto:new",), ("key:new",)]
