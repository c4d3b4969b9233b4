"""Beat and worker as they really run, on real Redis: what is scheduled happens, once."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.running import Service, serving


@pytest.fixture
def service(database: str, redis_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    """Everything, with two beats of which one is to stand by."""
    monkeypatch.setenv("TIDEWATCH_REFRESH_SECONDS", "1")
    monkeypatch.setenv("TIDEWATCH_DATA", str(tmp_path))
    with serving(database, tmp_path, redis_url, ("api", "pipeline", "worker", "beat", "beat")) as service:
        yield service


def _wait(conn: psycopg.Connection, sql: str, seconds: float = 120) -> None:
    deadline = time.monotonic() + seconds
    while conn.execute(sql).fetchone() != (True,):
        assert time.monotonic() < deadline, f"did not come true: {sql}"
        time.sleep(0.1)


@pytest.mark.req("S3-43", "S3-90")
def test_beat_has_rollups_refreshed_and_runs_no_window_twice(service: Service) -> None:
    t = [1_767_225_600 + 60 * minute for minute in range(60)]
    service.post("/api/v1/ingest", {"series": [{"metric": "beaten", "labels": {}, "t": t, "v": [1.0] * 60}]})
    with psycopg.connect(service.database, autocommit=True) as conn:
        _wait(conn, "select count(*) = 4 and sum(n) = 60 from samples_15m")
        _wait(conn, "select not exists (select from dirty_windows)")
        assert conn.execute("select sum(n) from samples_1d").fetchone() == (60,)
        job = "where job = 'tidewatch.refresh_rollups'"
        _wait(conn, f"select count(*) >= 3 from task_runs {job} and finished_at is not null")
        runs, windows = conn.execute(f"select count(*), count(distinct window_start) from task_runs {job}").fetchone()
        assert runs == windows


@pytest.mark.one_engine("the lock of a beat is the same on every engine")
@pytest.mark.req("S3-43")
def test_a_beat_that_is_killed_has_a_successor(service: Service) -> None:
    with psycopg.connect(service.database, autocommit=True) as conn:
        lock = "from pg_locks l join pg_stat_activity a using (pid) where a.application_name = 'tidewatch beat'"
        _wait(conn, f"select count(*) = 1 {lock} and locktype = 'advisory' and granted")
        first = conn.execute(f"select pid {lock} and locktype = 'advisory'").fetchone()
        conn.execute("select pg_terminate_backend(%s)", first)
        _wait(conn, f"select count(*) = 1 and min(pid) <> {first[0]} {lock} and locktype = 'advisory' and granted")
