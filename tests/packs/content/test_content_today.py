"""Counters of users' days in Redis: right within a run, rebuilt when lost, apart by tenant, and never needed."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import redis

from db.packs.content.today import key_of
from db.packs.registry import packs
from db.pool import Connection, connect
from db.privacy.work import work_off
from db.removal import remove_now
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


def test_days_from_which_events_were_taken_back_are_counted_anew(room: Newsroom, client: Any) -> None:
    room.send([event("click", "fay", n) for n in (1, 2, 3)] + [event("click", "gus", 1)])
    run(room, client)
    remove_now(room.url, 1, ["fay-1", "fay-2", "gus-1"])
    client.hset(key_of("gus", TODAY), mapping={"2:clicks": "50"})
    assert run(room, client) >= 2
    assert room.get("/today", user_id="fay")["clicks"] == 1
    assert (room.get("/today", user_id="gus")["clicks"], client.hgetall(key_of("gus", TODAY))) == (
        0,
        {"2:clicks": "50"},
    )
    with connect(room.url) as conn:
        assert conn.execute("select count(*) from content_recounts").fetchone() == (0,)


@pytest.mark.parametrize("mode", ["erase", "anonymise"])
def test_no_counter_names_who_was_erased_and_others_of_that_name_keep_theirs(
    room: Newsroom, client: Any, process: RedisProcess, monkeypatch: pytest.MonkeyPatch, mode: str
) -> None:
    who = f"[h*]{mode}"
    room.send([event("click", who, n) for n in range(2)] + [event("click", f"ha{mode}", 1)])
    run(room, client)
    client.hset(key_of(who, TODAY), mapping={"2:clicks": "50"})
    config = DatabaseSettings(database_url=room.url, redis_url=process.url)
    monkeypatch.setattr("db.privacy.caches.settings", lambda: config)
    asked = {"person": who, "mode": mode}
    room.http.post("/api/v1/privacy/erasures", json=asked).raise_for_status()
    with connect(room.url) as conn:
        assert work_off(conn) == {"done": 1}
        count(conn, client)
    assert client.hgetall(key_of(who, TODAY)) == {"2:clicks": "50"}
    assert client.hgetall(key_of(f"ha{mode}", TODAY))["1:clicks"] == "1"
    found = room.get("/today", user_id=who)
    assert (found["source"], found["clicks"]) == ("database", 0)


def test_a_count_that_began_before_an_erasure_does_not_bring_the_counter_back(room: Newsroom, client: Any) -> None:
    room.send([event("click", "ivo", 1)])
    with connect(room.url) as conn, connect(room.url) as other, ThreadPoolExecutor(1) as pool:
        with conn.transaction():
            packs()["content"].alone(conn, 1)  # as who takes events back
            counting = pool.submit(count, other, client)
            while not counting.done() and not waits(conn):
                wait([counting], 0.05)
            conn.execute("delete from content_events where user_id = 'ivo'")
        counting.result(60)
    assert client.hgetall(key_of("ivo", TODAY)) == {}


def waits(conn: Connection) -> bool:
    found = conn.execute(
        "select from pg_locks l join pg_database d on d.oid = l.database"
        " where locktype = 'advisory' and not granted and datname = current_database()"
    )
    return found.fetchone() is not None
