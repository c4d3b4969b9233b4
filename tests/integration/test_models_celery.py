"""Models as beat and workers really run them, on real Redis: one tick, and every shard is worked off part by part."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import redis
from celery import Celery

from db.pool import connect
from tests.integration.modelling import alive
from tests.running import Service, serving
from workers.contract import MAKE_FORECASTS
from workers.schedule import BEAT

pytestmark = pytest.mark.one_engine("tasks are sent and taken the same on every engine")

EVERY = {
    "find insights": 15,
    "compare cohorts": 15,
    "find patterns": 30,
    "make forecasts": 60,
    "drop expired findings": 60,
}


@pytest.fixture
def service(database: str, redis_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    """A worker that takes a batch a part, and finds no tasks that other tests left."""
    with redis.Redis.from_url(redis_url) as client:
        client.flushdb()
    monkeypatch.setenv("TIDEWATCH_MODEL_PART_SECONDS", "0.001")
    monkeypatch.setenv("TIDEWATCH_DATA", str(tmp_path))
    with serving(database, tmp_path, redis_url, ("api", "worker")) as service:
        yield service


def test_a_tick_becomes_parts_until_every_shard_is_done(service: Service, redis_url: str) -> None:
    with connect(service.database) as conn:
        for shard, count in enumerate((120, 3, 1)):
            for n in range(count):
                alive(conn, f"series {shard}.{n}", shard=shard, newest=datetime.now(UTC))
        with Celery(broker=redis_url) as sender:
            for _ in range(2):
                sender.send_task(MAKE_FORECASTS, queue="tidewatch")
        deadline = time.monotonic() + 120
        # At a full hour a second tick may be of the next window, which finds nothing new.
        hours = {datetime.now(UTC).hour}
        done = (
            "select shard, done + unchanged, failed from model_runs where job = 'forecasts' and finished_at is not null"
        )
        while len(found := conn.execute(done + " order by shard").fetchall()) < 4:
            assert time.monotonic() < deadline, found
            time.sleep(0.1)  # real workers take the tasks; asked again until a deadline
        assert found == [(0, 120, 0), (1, 3, 0), (2, 1, 0), (3, 0, 0)]
        ticks = conn.execute("select count(*) from task_runs where job = %s", (MAKE_FORECASTS,)).fetchone()
        hours.add(datetime.now(UTC).hour)
        assert ticks in [(n,) for n in range(1, len(hours) + 1)]


def test_the_intervals_are_those_of_the_settings() -> None:
    assert {name: BEAT[name]["schedule"] for name in EVERY} == {name: timedelta(minutes=EVERY[name]) for name in EVERY}
