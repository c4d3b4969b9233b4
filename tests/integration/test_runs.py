"""Runs of scheduled jobs on a real server."""

from datetime import UTC, datetime, timedelta

import psycopg
import pytest

from db.errors import Invalid
from db.pool import connect
from db.runs import run_once, window_of
from workers.each_tenant import EachTenant

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


def test_what_goes_wrong_for_a_tenant_stops_no_other_and_is_said(
    database: str, caplog: pytest.LogCaptureFixture
) -> None:
    with connect(database) as conn:
        each, done = EachTenant("job", conn), []
        for tenant in (1, 2, 3):
            with each.alone(tenant):
                done += conn.execute("select %s / (%s - 2)", (tenant, tenant)).fetchone() or ()
                if tenant == 3:
                    raise Invalid("No.")
        with each.alone(4):
            pass
    assert done == [-1, 3]
    failures = {"2": "DivisionByZero", "3": "Invalid"}
    assert each.said(found=2) == {"tenants": 4, "found": 2, "failed": 2, "failures": failures}
    assert [line.exc_info is not None for line in caplog.records] == [True, False]
    assert "tenant 2" in caplog.text and "division by zero" in caplog.text


def test_a_connection_that_is_lost_is_no_tenants_fault(database: str) -> None:
    with connect(database) as conn, connect(database) as other:
        other.execute("select pg_terminate_backend(%s)", (conn.info.backend_pid,))
        with pytest.raises(psycopg.OperationalError), EachTenant("job", conn).alone(1):
            conn.execute("select 1")
