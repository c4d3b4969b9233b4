"""What a process acknowledged last is there after its restart, wherever it waits."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from tests.memory_mode import Running, serving_memory, wait

pytestmark = pytest.mark.req("S3-13")
NOW = time.time_ns() // 1_000_000_000


@contextmanager
def idle(url: str) -> Iterator[psycopg.Connection]:
    """Nobody takes anything out of the database's journal."""
    with psycopg.connect(url, autocommit=True) as conn:
        conn.execute("select pg_advisory_lock(7261002, id) from shards").fetchall()
        yield conn


def total(tide: Running, metric: str, agg: str = "sum") -> float:
    asked = {"metric": metric, "agg": agg, "bucket": "1h", "from_": str(NOW - 7000), "to": str(NOW + 7200)}
    series = tide.get("/api/v1/trends", **asked)["series"]
    return float(series[0]["total"] or 0) if series else 0.0


def test_a_start_takes_over_what_waits_in_the_journal_of_the_database(database: str, tmp_path: Path) -> None:
    event = {"event_id": "waits", "event_type": "press", "timestamp": NOW - 60}
    with idle(database) as conn:
        with serving_memory(tmp_path, database, persistence=True) as tide:
            tide.state("on")
            tide.send("waits", [(NOW - 70 + i) * 1000 for i in range(3)], [1.0, 2.0, 4.0])
            tide.send("waits", [(NOW + 3000) * 1000], [8.0])  # a clock that is ahead
            assert tide.http.post("/track", json=event).status_code == 202
            tide.processed()
        with serving_memory(tmp_path, database, persistence=True) as tide:
            tide.state("on")
            tide.processed()
            assert (total(tide, "waits"), total(tide, "events")) == (15.0, 1.0)
            conn.execute("select pg_advisory_unlock_all()")
            wait(lambda: conn.execute("select count(*) from journal where batch is null").fetchone() == (0,))
            assert (total(tide, "waits"), total(tide, "events")) == (15.0, 1.0)
    with serving_memory(tmp_path, database, persistence=True) as tide:
        tide.state("on")
        assert (total(tide, "waits"), total(tide, "events")) == (15.0, 1.0)
        assert tide.http.post("/track", json=event).status_code == 202  # once more, under another key
        tide.send("waits", [(NOW - 70) * 1000], [1.0])
        tide.processed()
        assert (total(tide, "waits"), total(tide, "events")) == (15.0, 1.0)
