"""A shard's transaction on a real server: everything or nothing, each point once."""

from dataclasses import replace

import psycopg
import pytest

from db.errors import LostShard
from db.pool import connect
from tests.integration.writing import T0, add_series, change, event, leased, points, work


def _stored(conn, series):
    rows = conn.execute("select t, v from samples where series_id = %s order by t, v", (series,)).fetchall()
    return [(int(t.timestamp() * 1e6 - T0) // 60_000_000, v) for t, v in rows]


def _dirty(conn, series):
    return conn.execute("select count(*) from dirty_windows where series_id = %s", (series,)).fetchone()[0]


def test_newer_points_are_appended_and_their_windows_marked(database: str) -> None:
    with leased(database) as (store, conn, batch):
        series = add_series(conn, "append")
        done = store.commit(work(batch + 1, points(series, (0, 1.0), (1, 2.0), (20, 3.0))))
        assert (done.inserted, done.duplicates) == (3, 0)
        assert _stored(conn, series) == [(0, 1.0), (1, 2.0), (20, 3.0)]
        assert _dirty(conn, series) == 2


def test_the_later_value_of_a_point_wins_and_counts_as_double(database: str) -> None:
    with leased(database) as (store, conn, batch):
        series = add_series(conn, "revise")
        store.commit(work(batch + 1, points(series, (0, 1.0), (1, 2.0))))
        done = store.commit(work(batch + 2, revised=points(series, (0, 1.0), (1, 5.0), (2, 7.0))))
        assert (done.inserted, done.duplicates) == (1, 2)
        assert _stored(conn, series) == [(0, 1.0), (1, 5.0), (2, 7.0)]


def test_a_double_that_changes_nothing_dirties_nothing(database: str) -> None:
    with leased(database) as (store, conn, batch):
        series = add_series(conn, "same")
        store.commit(work(batch + 1, points(series, (0, 1.0))))
        conn.execute("delete from dirty_windows")
        store.commit(work(batch + 2, revised=points(series, (0, 1.0))))
        assert _dirty(conn, series) == 0


def test_an_event_counts_once_with_the_points_it_causes(database: str) -> None:
    with leased(database) as (store, conn, batch):
        series = add_series(conn, "clicks", "event")
        both = [event("a", 0, [(series, 1.0)]), event("b", 0, [(series, 1.0)])]
        store.commit(work(batch + 1, events=both))
        done = store.commit(work(batch + 2, events=[*both, event("c", 1, [(series, 1.0)])]))
        assert (done.inserted, done.duplicates) == (1, 2)
        assert _stored(conn, series) == [(0, 1.0), (0, 1.0), (1, 1.0)]


def test_a_shard_has_one_consumer_and_a_successor_when_it_goes(database: str) -> None:
    with leased(database) as (store, _, _batch), connect(database) as other_conn:
        other = type(store)(other_conn, store._engine)
        assert not other.lease(0, "other")
        store.release(0)
        assert other.lease(0, "other")
        other.release(0)
        assert store.lease(0, "test")


def test_a_consumer_that_was_replaced_cannot_write(database: str) -> None:
    with leased(database) as (store, conn, batch):
        series = add_series(conn, "replaced")
        store.commit(work(batch + 1, points(series, (0, 1.0))))
        with pytest.raises(LostShard):
            store.commit(work(batch + 1, points(series, (1, 1.0))))
        assert _stored(conn, series) == [(0, 1.0)]


def test_what_fails_leaves_nothing_behind(database: str) -> None:
    with leased(database) as (store, conn, batch):
        series = add_series(conn, "atomic")
        bad = change("open", 2_000_000_000)
        with pytest.raises(psycopg.Error):
            store.commit(work(batch + 1, points(series, (0, 1.0)), changes=[bad]))
        assert _stored(conn, series) == []
        assert store.restore(0).batch == batch


def test_transitions_are_numbered_without_gaps(database: str) -> None:
    with leased(database) as (store, conn, batch):
        one, two = add_series(conn, "ep", host="1"), add_series(conn, "ep", host="2")
        before = conn.execute("select live_seq from tenants where id = 1").fetchone()[0]
        store.commit(work(batch + 1, changes=[change("open", one), change("open", two)]))
        store.commit(work(batch + 2, changes=[change("raise", one, severity="critical"), change("close", two)]))
        rows = conn.execute(
            "select seq, from_state, to_state, severity, alert->>'metric' from alert_transitions"
            " where seq > %s order by 1",
            (before,),
        ).fetchall()
        assert [row[0] - before for row in rows] == [1, 2, 3, 4]
        assert [row[1:3] for row in rows] == [(None, "opened")] * 2 + [("opened", "raised"), ("opened", "closed")]
        assert rows[2][3:] == ("critical", "ep")


def test_an_open_episode_is_not_opened_twice(database: str) -> None:
    with leased(database) as (store, conn, batch):
        series = add_series(conn, "once")
        store.commit(work(batch + 1, changes=[change("open", series), change("open", series)]))
        assert conn.execute("select count(*) from episodes where series_id = %s", (series,)).fetchone()[0] == 1


def test_history_is_recorded_but_not_announced(database: str) -> None:
    with leased(database) as (store, conn, batch):
        series = add_series(conn, "history")
        untold = replace(change("open", series, T0), told=False)
        done = store.commit(work(batch + 1, changes=[untold, change("close", series, T0)]))
        state = conn.execute("select state from episodes where series_id = %s", (series,)).fetchone()[0]
        assert (state, done.tenants_alerted) == ("closed", set())
