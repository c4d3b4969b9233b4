"""A series that stopped is an episode with an alert; it ends when the series sends again."""

from datetime import UTC, datetime, timedelta

from db.engine import recorded
from db.pool import Connection, connect
from db.settings import DatabaseSettings
from db.upkeep import PostgresUpkeep
from tests.integration.writing import add_series

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)


def _series(conn: Connection, metric: str, newest: datetime, seen: datetime, points: int = 100) -> int:
    series = add_series(conn, metric)
    conn.execute(
        "insert into series_state (series_id, newest, step_us, points, seen_at) values (%s, %s, 10000000, %s, %s)",
        (series, newest, points, seen),
    )
    return series


def _mark(conn: Connection, now: datetime = NOW) -> tuple[int, int]:
    engine = recorded(conn)
    assert engine is not None
    return PostgresUpkeep(conn, engine, DatabaseSettings()).mark_stale(now)


def test_a_series_that_stopped_is_said_once_and_closed_when_it_is_back(database: str) -> None:
    with connect(database) as conn:
        gone = NOW - timedelta(minutes=12)
        series = _series(conn, "stopped", gone, gone)
        assert _mark(conn) == (1, 0)
        assert _mark(conn) == (0, 0)
        conn.execute("update series_state set newest = %s where series_id = %s", (NOW, series))
        assert _mark(conn) == (0, 1)
        rows = conn.execute(
            "select to_state, why from alert_transitions where (alert->>'series_id')::int = %s order by seq", (series,)
        ).fetchall()
        assert rows == [
            ("opened", "No point for 12 min; it used to send every 10 s."),
            ("closed", "It sends again, after 12 min."),
        ]


def test_what_was_filled_in_from_the_past_is_not_stale(database: str) -> None:
    with connect(database) as conn:
        _series(conn, "backfilled", NOW - timedelta(days=400), NOW - timedelta(minutes=1))
        assert _mark(conn) == (0, 0)


def test_a_series_that_just_paused_is_not_stale(database: str) -> None:
    with connect(database) as conn:
        pause = NOW - timedelta(minutes=4)
        _series(conn, "paused", pause, pause)
        assert _mark(conn) == (0, 0)
