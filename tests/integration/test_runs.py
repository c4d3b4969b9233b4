"""Runs of scheduled jobs on a real server."""

from datetime import UTC, datetime, timedelta

import pytest

from db.pool import connect
from db.runs import run_once, window_of

WINDOW = datetime(2026, 1, 1, tzinfo=UTC)


def test_a_window_is_run_once(database: str) -> None:
    with connect(database) as conn:
        assert run_once(conn, "once", WINDOW, lambda: {"n": 1}) == {"n": 1}
        assert run_once(conn, "once", WINDOW, lambda: {"n": 2}) is None


def test_a_failed_run_leaves_its_window_to_the_next(database: str) -> None:
    with connect(database) as conn:
        with pytest.raises(ZeroDivisionError):
            run_once(conn, "fails", WINDOW, lambda: {"n": 1 // 0})
        assert run_once(conn, "fails", WINDOW, lambda: {"n": 1}) == {"n": 1}


def test_a_run_that_was_killed_is_begun_again(database: str) -> None:
    with connect(database) as conn:
        conn.execute("insert into task_runs (job, window_start) values ('killed', %s)", (WINDOW,))
        assert run_once(conn, "killed", WINDOW, dict) is None
        conn.execute("update task_runs set started_at = now() - interval '11 minutes' where job = 'killed'")
        assert run_once(conn, "killed", WINDOW, dict) == {}


def test_windows_are_counted_from_1970() -> None:
    now = datetime(2026, 1, 1, 10, 7, 31, tzinfo=UTC)
    assert window_of(now, timedelta(minutes=5)) == datetime(2026, 1, 1, 10, 5, tzinfo=UTC)
