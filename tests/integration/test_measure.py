"""We measure ourselves: numbers in /metrics, series of our own, and alerts about our own troubles."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from psycopg.types.json import Jsonb

from db.settings import DatabaseSettings
from tests.integration.consuming import Bench, working
from tests.integration.reading import reader, trend
from workers.own import Sample
from workers.tasks.measure import MEASURE, read, write

NOW = datetime.now(UTC) - timedelta(minutes=2)


@pytest.fixture
def bench(database: str) -> Iterator[Bench]:
    with working(database) as one:
        yield one


def measure(
    database: str, bench: Bench, samples: list[Sample], at: datetime, tenant: str = "default"
) -> dict[str, Any]:
    """One run, and what the pipeline makes of it."""
    config = DatabaseSettings(database_url=database, shards=1)
    left = asyncio.run(write(config, tenant, samples, at))
    bench.conn.execute(
        "insert into task_runs (job, window_start, finished_at, result) values (%s, %s, now(), %s)",
        (MEASURE, at, Jsonb(left)),
    )
    bench.conn.execute("update journal set shard = 0 where batch is null")
    if (version := bench.store.policy_version()) != bench.consumer.policy_version:
        bench.consumer.adopt(version)
    bench.consumer.take(bench.store.waiting(0, 10**6), snapshot=False)
    return left


def failed(n: int) -> list[Sample]:
    return [
        Sample("tidewatch_task_runs_total", {"task": "x", "outcome": "failed"}, n),
        Sample("tidewatch_process_bytes", {"process": "worker", "pid": "1"}, 1e8),
    ]


@pytest.mark.req("S2-82", "S3-80", "S3-81")
def test_tasks_that_fail_open_an_alert_and_it_closes_when_they_do_not(database: str, bench: Bench) -> None:
    for minute, so_far in enumerate((3, 3, 5)):
        measure(database, bench, failed(so_far), NOW + timedelta(seconds=30 * minute))
    with reader(database) as http:
        (alert,) = http.get("/api/v1/alerts").json()["items"]
        assert (alert["metric"], alert["state"], alert["kind"]) == ("tidewatch.tasks.failed", "opened", "threshold")
        assert alert["reason"] == "2 is at or above the warning level of 1."
        assert trend(http, "tidewatch.database.bytes", bucket="raw")["series"][0]["points"][0]["v"] > 1e6
        measure(database, bench, failed(5), NOW + timedelta(seconds=100))
        assert http.get("/api/v1/alerts").json()["items"][0]["state"] == "closed"


@pytest.mark.req("S2-82", "S3-81")
def test_levels_are_set_once_and_what_people_remove_stays_removed(database: str, bench: Bench) -> None:
    measure(database, bench, failed(9), NOW + timedelta(seconds=110))
    with reader(database) as http:
        names = {item["name"] for item in http.get("/api/v1/policies").json()["items"]}
        watched = ("tasks.failed", "api.unavailable", "process.bytes", "api.p95_seconds", "api.errors")
        assert {f"own.tidewatch.{name}" for name in watched} <= names
        assert http.delete("/api/v1/policies/own.tidewatch.tasks.failed").status_code == 204
        measure(database, bench, failed(9), NOW + timedelta(seconds=115))
        assert http.get("/api/v1/policies/own.tidewatch.tasks.failed").status_code == 404


def test_without_a_tenant_nothing_is_written(database: str, bench: Bench) -> None:
    before = bench.conn.execute("select count(*) from samples").fetchone()
    measure(database, bench, failed(99), NOW + timedelta(seconds=118), tenant="")
    assert bench.conn.execute("select count(*) from samples").fetchone() == before


@pytest.mark.req("S3-80")
def test_metrics_tell_of_queries_tasks_cache_answers_size_and_memory(database: str) -> None:
    with reader(database) as http:
        http.get("/api/v1/insights")
        text = http.get("/metrics").text
    assert "tidewatch_query_seconds_count" in text
    assert 'tidewatch_request_seconds_count{method="GET",route="/api/v1/insights",status="200"}' in text
    assert 'tidewatch_process_bytes{process="api"}' in text
    for name in ("tidewatch_task_seconds", "tidewatch_task_runs", "tidewatch_cache", "tidewatch_database_bytes"):
        assert f"# TYPE {name}" in text
    assert any(one.name == "tidewatch_query_seconds_sum" for one in read())
