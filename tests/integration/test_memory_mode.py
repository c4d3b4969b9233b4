"""`tidewatch up --memory` serves the core without any service: the same routes, numbers, alerts and tasks."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd
import pytest
from websockets.sync.client import connect as live_connect

from cli import memory_duties
from db.memory.core import Memory
from db.memory.findings import MemoryKeeper
from db.memory.settings import MemorySettings
from db.patterns import Found
from tests.memory_mode import WORKERS, Running, serving_memory, wait
from tests.serving import KEY
from tests.store_suite_people import insight
from workers.tasks.models import JOBS

pytestmark = pytest.mark.req("S3-01")
NOW = time.time_ns() // 1_000_000_000
BEGIN = NOW - 5400


@pytest.fixture(scope="module")
def tide() -> Iterator[Running]:
    with serving_memory() as running:
        yield running


def noisy(seed: int, n: int = 500, step: int = 10) -> tuple[list[int], list[float]]:
    t = [(BEGIN + i * step) * 1000 for i in range(n)]
    return t, (50 + np.random.default_rng(seed).normal(0, 1, n)).round(3).tolist()


@pytest.mark.req("S3-76")
def test_it_says_what_it_is(tide: Running) -> None:
    health = tide.get("/health")
    assert (health["status"], health["engine"], health["persistence"]) == ("ok", "memory", "off")
    assert tide.get("/ready") == {"ready": True}
    assert tide.get("/api/v1/persistence")["state"] == "off"
    assert b"tidewatch_pipeline_points" in tide.http.get("/metrics").content


@pytest.mark.req("S3-76")
@pytest.mark.parametrize("zone", ["Europe/Berlin", "Asia/Kathmandu", "Australia/Lord_Howe"])
@pytest.mark.parametrize("agg", ["avg", "sum", "min", "max", "count", "first", "last", "p95"])
def test_trends_are_what_pandas_says(tide: Running, zone: str, agg: str) -> None:
    t, v = noisy(1)
    tide.send("pandas", t, v, key="pandas")
    tide.processed()
    answer = tide.get("/api/v1/trends", metric="pandas", from_=str(BEGIN), bucket="15m", agg=agg, timezone=zone)
    frame = pd.Series(v, pd.to_datetime(t, unit="ms", utc=True))
    how = {"avg": "mean", "p95": lambda part: part.quantile(0.95)}.get(agg, agg)
    expected = frame.groupby(frame.index.floor("15min")).agg(how)
    points = answer["series"][0]["points"]
    begins = [max(at, pd.Timestamp(BEGIN, unit="s", tz="UTC").floor("15min")) for at in expected.index]
    assert [datetime.fromisoformat(point["t"]) for point in points] == [at.to_pydatetime() for at in begins]
    assert [point["v"] for point in points] == pytest.approx(expected.tolist(), rel=1e-12)
    assert datetime.fromisoformat(points[0]["t"]).utcoffset() == datetime.now(ZoneInfo(zone)).utcoffset()


def test_a_batch_twice_is_one_and_another_body_is_refused(tide: Running) -> None:
    t, v = noisy(2, 50)
    assert tide.send("once", t, v, key="k")["accepted"] == 50
    assert tide.send("once", t, v, key="k") == {"accepted": 0, "duplicate": 50, "late": 0, "rejected": []}
    body = {"series": [{"metric": "once", "labels": {}, "t": t[:5], "v": v[:5]}]}
    assert tide.http.post("/api/v1/ingest", json=body, headers={"Idempotency-Key": "k"}).status_code == 422
    tide.processed()
    answer = tide.get("/api/v1/trends", metric="once", agg="count", bucket="1h", from_=str(BEGIN))
    assert answer["series"][0]["total"] == 50


@pytest.mark.req("S3-71", "S3-76", "C-05")
def test_an_alert_is_pushed_over_the_websocket_without_being_polled_for(tide: Running) -> None:
    t, v = noisy(3)
    tide.send("alarm", t, v)
    tide.processed()
    with live_connect(tide.live) as socket:
        socket.send(json.dumps({"type": "auth", "token": KEY}))
        ready = json.loads(socket.recv())
        socket.send(json.dumps({"type": "subscribe", "metric": "alarm", "after": ready["seq"]}))
        late = [t[-1] + 10_000 * (i + 1) for i in range(4)]
        tide.send("alarm", late, [99.0] * 4)
        message = json.loads(socket.recv(timeout=60))
    assert (message["type"], message["alert"]["metric"], message["alert"]["value"]) == ("alert", "alarm", 99.0)
    assert tide.get("/api/v1/anomalies", metric="alarm")["items"][0]["value"] == 99.0


def test_events_and_lines_come_in(tide: Running) -> None:
    event = {"event_id": "e1", "event_type": "press", "timestamp": NOW - 60, "user_id": "u"}
    assert tide.http.post("/track", json=[event, event | {"event_id": "e2"}]).json()["accepted"] == 2
    assert tide.http.post("/track", json=event).json()["accepted"] == 1
    lines = f"cpu,host=a load=0.5 {NOW - 60}\n"
    assert (
        tide.http.post("/api/v1/write?precision=s", content=lines, headers={"content-type": "text/plain"}).status_code
        == 202
    )
    tide.processed()
    answer = tide.get("/api/v1/trends", metric="events", agg="sum", bucket="1h", from_=str(BEGIN))
    assert answer["series"][0]["total"] == 2
    assert tide.get("/api/v1/series", metric="cpu.load")["items"][0]["labels"] == {"host": "a"}


def test_people_log_in_and_roles_hold(tide: Running) -> None:
    user = {"email": "v@example.org", "password": "a good password", "role": "viewer"}
    assert tide.http.post("/api/v1/users", json=user).status_code == 201
    tokens = tide.http.post("/api/v1/auth/login", json={"email": user["email"], "password": user["password"]}).json()
    as_viewer = {"Authorization": f"Bearer {tokens['access_token']}"}
    assert tide.http.get("/api/v1/insights", headers=as_viewer).status_code == 200
    assert tide.http.put("/api/v1/persistence", json={"enabled": True}, headers=as_viewer).status_code == 403
    assert tide.http.get("/api/v1/keys", headers=as_viewer).status_code == 403
    assert tide.http.post("/api/v1/auth/refresh", json={"refresh_token": tokens["refresh_token"]}).status_code == 200


def test_what_needs_the_database_says_how_to_get_one(tide: Running) -> None:
    answer = tide.http.get("/api/v1/audit")
    assert answer.status_code == 503
    assert answer.headers["content-type"] == "application/problem+json"
    assert "PUT /api/v1/persistence" in answer.json()["detail"]


@pytest.mark.req("S3-08")
def test_a_trend_beyond_two_hours_says_that_memory_ends(tide: Running) -> None:
    t, v = noisy(4, 30)
    tide.send("short", t, v)
    old = [(NOW - 3 * 3600 + i) * 1000 for i in range(20)]
    assert "only teach" in tide.send("short", old, [1.0] * 20)["warnings"][0]
    tide.processed()
    answer = tide.get("/api/v1/trends", metric="short", agg="count", time_range="24h", bucket="1h")
    assert answer["series"][0]["total"] == 30
    assert any("last 2 h" in said for said in answer["warnings"])
    assert MemorySettings().memory_retention_hours == 2


@pytest.mark.req("S3-41", "S3-44", "S3-76")
def test_models_write_insights_with_recommendations_and_forecasts(tide: Running) -> None:
    t, v = noisy(5, 530)
    for host in "abcdef":
        moved = [one + (40 if i > 300 else 0) for i, one in enumerate(v)] if host == "a" else v
        tide.send("model", t, moved, host=host)
    tide.processed()
    wait(lambda: len([one for one in tide.app.memory.catalog.series.values() if one.points > 500]) >= 6)
    for job in JOBS.values():
        memory_duties.run(tide.app.memory, job, WORKERS)
    found = tide.get("/api/v1/insights", metric="model")
    assert found["total"] >= 1
    assert found["items"][0]["recommendations"]
    forecasts = tide.get("/api/v1/forecasts", metric="model", limit=10)["items"]
    assert len(forecasts) == 6
    assert {job["model"] for job in tide.get("/api/v1/models")["items"]} == set(JOBS)


@pytest.mark.req("S3-09", "S3-75")
def test_at_most_a_hundred_insights_and_fifty_patterns_are_kept() -> None:
    memory = Memory(MemorySettings())
    keeper, now = MemoryKeeper(memory), datetime.now(UTC)
    span = {"since": now - timedelta(hours=1), "until": now, "expires_at": now + timedelta(days=7)}
    pairs = [Found(str(n), "lag", "k", "cycle", "x", n / 200, None, [n], ["m"], **span) for n in range(80)]
    keeper.patterns(1, "job", pairs, [], now)
    rows = memory.tables.patterns.values()
    assert (len(rows), min(row["confidence"] for row in rows)) == (50, 30 / 200)
    keeper.insights(1, "job", [insight(str(n), confidence=n / 200) for n in range(150)], [], now)
    kept = memory.tables.insights.values()
    assert len(kept) == 100
    assert min(row["confidence"] for row in kept) == 50 / 200
