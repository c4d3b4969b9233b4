"""Counters of users' days in Redis: right within a run, rebuilt when lost, apart by tenant, and never needed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import redis

from db.packs.content.today import key_of
from db.pool import connect
from db.settings import DatabaseSettings
from tests.packs.content.newsroom import Newsroom, opened
from tests.redis_process import RedisProcess
from workers.packs.content import count, count_days

pytestmark = pytest.mark.req("S4-12")
TODAY = datetime.now(UTC).date()


@pytest.fixture(scope="module")
def process() -> Iterator[RedisProcess]:
    one = RedisProcess()
    one.start()
    yield one
    one.kill()


@pytest.fixture(scope="module")
def room(database: str, process: RedisProcess) -> Iterator[Newsroom]:
    with opened(database, process.url) as one:
        yield one


@pytest.fixture
def client(process: RedisProcess) -> Iterator[Any]:
    with redis.Redis.from_url(process.url, decode_responses=True) as one:
        yield one


def event(kind: str, user: str, n: int, **properties: Any) -> dict[str, Any]:
    return {"event_type": kind, "event_id": f"{user}-{n}", "user_id": user, "content_id": "a", "properties": properties}


def run(room: Newsroom, client: Any) -> int:
    with connect(room.url) as conn:
        return count(conn, client)


def test_counters_are_exact_and_read_from_redis(room: Newsroom, client: Any) -> None:
    sent = [event("content_view", "ada", 1), event("click", "ada", 2)]
    sent += [event("conversion", "ada", n, revenue="0.1", currency="EUR") for n in (3, 4, 5)]
    room.send(sent)
    assert run(room, client) == 1
    assert client.hgetall(key_of("ada", TODAY))["1:revenue:EUR"] == "0.3"
    assert client.ttl(f"metrics:ada:{TODAY}") > 86_400
    found = room.get("/today", user_id="ada")
    assert (found["source"], found["content_views"], found["clicks"], found["conversions"]) == ("redis", 1, 1, 3)
    assert found["revenue_by_currency"] == {"EUR": "0.3"}


def test_only_what_is_new_is_counted_anew(room: Newsroom, client: Any) -> None:
    room.send([event("click", f"quiet{n}", n) for n in range(3)])
    run(room, client)
    with connect(room.url) as conn:
        conn.execute("update content_events set absorbed_at = absorbed_at - interval '1 hour'")
    room.send([event("click", "quiet0", 9)])
    assert run(room, client) == 1
    assert room.get("/today", user_id="quiet0")["clicks"] == 2


def test_losing_redis_loses_nothing(room: Newsroom, client: Any, process: RedisProcess) -> None:
    room.send([event("page_view", "bob", 1)])
    run(room, client)
    before = room.get("/today", user_id="bob")
    client.flushall()
    without = room.get("/today", user_id="bob")
    assert (before["source"], without["source"], without["page_views"]) == ("redis", "database", 1)
    assert run(room, client) >= 1
    again = room.get("/today", user_id="bob")
    assert (again["source"], again["page_views"]) == ("redis", 1)


def test_tenants_that_know_a_user_by_the_same_id_see_their_own(room: Newsroom, client: Any) -> None:
    room.send([event("click", "eve", 1)])
    run(room, client)
    client.hset(key_of("eve", TODAY), mapping={"2:clicks": "50", "2:as_of": "2026-01-01T00:00:00+00:00"})
    assert room.get("/today", user_id="eve")["clicks"] == 1


def test_other_days_come_from_the_database(room: Newsroom) -> None:
    then = datetime.now(UTC) - timedelta(days=9)
    room.send([event("engagement", "old", 1) | {"timestamp": then.isoformat()}])
    found = room.get("/today", user_id="old", date=str(then.date()))
    assert (found["engagements"], found["source"]) == (1, "database")
    assert room.get("/today", user_id="nobody")["clicks"] == 0


def test_the_task_counts_and_does_without_redis(
    room: Newsroom, process: RedisProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = DatabaseSettings(database_url=room.url, redis_url=process.url)
    monkeypatch.setattr("workers.packs.content.db_settings", lambda: config)
    assert count_days() >= 0
    config.redis_url = ""
    assert count_days() == 0
