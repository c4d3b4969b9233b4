"""The API as its developers start it, with names of variables that other programs know too; what it logs and counts."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import httpx
import psycopg
import pytest

from api.settings import settings as api_settings
from db.settings import settings as database_settings
from tests.serving import KEY, bootstrapped, free_port

PLAIN = ("PORT", "DATABASE_URL", "REDIS_URL", "ENVIRONMENT")


@pytest.fixture
def env(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in PLAIN:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(f"TIDEWATCH_{name}", raising=False)
    return monkeypatch


def read() -> tuple[int, str, str, str]:
    database_settings.cache_clear()
    api, database = api_settings.__wrapped__(), database_settings()
    database_settings.cache_clear()
    return api.port, database.database_url, database.redis_url, api.environment


@pytest.mark.req("S4-15")
def test_plain_names_hold_where_ours_are_not_set(env: pytest.MonkeyPatch) -> None:
    assert read() == (8000, "", "", "production")
    for name, value in zip(PLAIN, ("8123", "postgresql://a/b", "redis://redis:6379", "development"), strict=True):
        env.setenv(name, value)
    assert read() == (8123, "postgresql://a/b", "redis://redis:6379", "development")
    for name, value in zip(PLAIN, ("9000", "postgresql://c/d", "", "production"), strict=True):
        env.setenv(f"TIDEWATCH_{name}", value)
    assert read() == (9000, "postgresql://c/d", "", "production")


@pytest.mark.req("S4-15")
def test_another_kind_of_database_is_none_of_ours(env: pytest.MonkeyPatch) -> None:
    env.setenv("DATABASE_URL", "mongodb://mongodb:27017")
    assert read()[1] == ""


@pytest.mark.one_engine("a process starts the same on every engine")
@pytest.mark.req("S4-10", "S4-11", "S4-14", "S4-15", "S4-19")
def test_it_starts_by_plain_names_and_says_how_it_is(database: str, tmp_path: Path) -> None:
    asyncio.run(bootstrapped(database))
    port = free_port()
    own = {"PORT": str(port), "DATABASE_URL": database, "ENVIRONMENT": "development", "TIDEWATCH_SLOW_REQUEST": "0"}
    clean = {name: value for name, value in os.environ.items() if not name.startswith("TIDEWATCH_")}
    log = tmp_path / "log"
    with log.open("wb") as out:
        process = subprocess.Popen([sys.executable, "-m", "api"], env={**clean, **own}, stdout=out, stderr=out)
    try:
        with httpx.Client(
            base_url=f"http://127.0.0.1:{port}", headers={"Authorization": f"Bearer {KEY}"}, timeout=60
        ) as http:
            _until_ready(http, process)
            assert http.get("/health").json()["status"] == "ok"
            assert http.post("/track", json=[{"event_type": "click"}, {"event_type": "click"}]).status_code == 202
            asked = {"start_date": "2026-01-01", "end_date": "2026-01-02"}
            assert http.post("/reports", json=asked).status_code == 201
            told = http.get("/metrics").text
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) in (0, -signal.SIGTERM)
    assert "tidewatch_events_total 2.0" in told
    assert 'tidewatch_reports_total{how="asked"} 1.0' in told
    assert 'tidewatch_request_seconds_bucket{le="0.05",method="POST",route="/track",status="202"}' in told
    lines = [json.loads(line) for line in log.read_text().splitlines() if line]
    tracked = next(line for line in lines if line.get("path") == "/track")
    assert {"t", "level", "logger", "message", "request_id", "method", "status", "seconds"} <= tracked.keys()


def _until_ready(http: httpx.Client, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 60
    while True:
        try:
            if http.get("/ready").status_code == 200:
                return
        except httpx.TransportError:
            pass
        assert process.poll() is None and time.monotonic() < deadline, "it did not start"
        time.sleep(0.1)


@pytest.mark.req("S4-19")
def test_without_a_database_it_says_what_to_do(tmp_path: Path) -> None:
    clean = {n: v for n, v in os.environ.items() if not n.startswith("TIDEWATCH_") and n not in PLAIN}
    done = subprocess.run(
        [sys.executable, "-m", "api"], env=clean, capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, "tidewatch migrate" in done.stderr) == (2, True)


@pytest.mark.req("S4-17", "S4-16")
def test_events_are_indexed_by_user_content_time_and_type(database: str) -> None:
    with psycopg.connect(database) as conn:
        rows = conn.execute(
            "select tablename, indexdef from pg_indexes where tablename in ('events', 'content_events')"
        ).fetchall()
    for table in ("events", "content_events"):
        found = " ".join(text for name, text in rows if name == table)
        kind, content = ("event_type", "content_id") if table == "events" else ("kind", "content")
        by_time = ("t",) if table == "content_events" else ()  # the other is in parts of a week each
        for columns in ("user_id, t", f"{content}, t", f"{kind}, t", *by_time):
            assert f"(tenant_id, {columns})" in found, (table, columns)
