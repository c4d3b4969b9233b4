"""Answers are kept for a while, in Redis or in the process; what is asked for at once is made once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest

from api import cache as module
from api.cache import Cache
from tests.redis_process import RedisProcess
from tests.serving import free_port


class Maker:
    """Makes answers, and counts them."""

    def __init__(self, wait: float = 0) -> None:
        self.made = 0
        self.wait = wait

    async def __call__(self) -> dict[str, Any]:
        await asyncio.sleep(self.wait)
        self.made += 1
        return {"made": self.made}


@pytest.fixture(params=["redis", "process"])
async def cache(request: pytest.FixtureRequest, redis_url: str) -> AsyncIterator[Cache]:
    async with Cache(redis_url if request.param == "redis" else "") as one:
        yield one


async def test_an_answer_is_made_once_while_it_lives(cache: Cache, request: pytest.FixtureRequest) -> None:
    make, name = Maker(), request.node.name
    assert [await cache.get(name, (1,), 60, make) for _ in range(3)] == [{"made": 1}] * 3
    assert await cache.get(name, (2,), 60, make) == {"made": 2}
    assert await cache.get(name + "x", (1,), 60, make) == {"made": 3}


async def test_bytes_are_kept_as_they_were_written(cache: Cache, request: pytest.FixtureRequest) -> None:
    written = [b'{"a": 1.50}', b"{}"]

    async def make() -> bytes:
        return written.pop(0)

    assert [await cache.body(request.node.name, (1,), 60, make) for _ in range(2)] == [b'{"a": 1.50}'] * 2


async def test_an_answer_ends_with_its_time(cache: Cache, request: pytest.FixtureRequest) -> None:
    make, name = Maker(), request.node.name
    await cache.get(name, (1,), 0.02, make)
    await asyncio.sleep(0.05)
    assert await cache.get(name, (1,), 60, make) == {"made": 2}


async def test_who_asks_at_once_waits_for_one(cache: Cache, request: pytest.FixtureRequest) -> None:
    make, name = Maker(0.02), request.node.name
    said = await asyncio.gather(*(cache.get(name, (1,), 60, make) for _ in range(20)))
    assert make.made == 1 and said == [{"made": 1}] * 20
    assert cache._making == {}


async def test_parts_of_a_key_do_not_run_together(cache: Cache, request: pytest.FixtureRequest) -> None:
    make, name = Maker(), request.node.name
    for key in (("a", "b"), ("a,b",), ('a","b',), ("ab", ""), ("", "ab")):
        await cache.get(name, key, 60, make)
    assert make.made == 5


async def test_a_failure_is_not_kept_and_stops_nobody(cache: Cache, request: pytest.FixtureRequest) -> None:
    async def fail() -> None:
        raise ValueError("no")

    name = request.node.name
    with pytest.raises(ValueError, match="no"):
        await cache.get(name, (1,), 60, fail)
    assert await cache.get(name, (1,), 60, Maker()) == {"made": 1}
    assert cache._making == {}


async def test_what_was_kept_reads_as_what_was_made(cache: Cache, request: pytest.FixtureRequest) -> None:
    async def make() -> dict[str, Any]:
        return {"at": datetime(2026, 1, 1, tzinfo=UTC), "none": None, "money": "0.10"}

    name = request.node.name
    first = await cache.get(name, (1,), 60, make)
    assert first == await cache.get(name, (1,), 60, make)
    assert first == {"at": "2026-01-01T00:00:00+00:00", "none": None, "money": "0.10"}


async def test_without_redis_answers_are_kept_in_the_process() -> None:
    make = Maker()
    async with Cache(f"redis://127.0.0.1:{free_port()}") as cache:
        assert [await cache.get("n", (1,), 60, make) for _ in range(3)] == [{"made": 1}] * 3


async def test_a_redis_that_dies_costs_one_answer() -> None:
    make, redis = Maker(), RedisProcess()
    redis.start()
    try:
        async with Cache(redis.url) as cache:
            await cache.get("n", (1,), 60, make)
            redis.kill()
            assert [await cache.get("n", (1,), 60, make) for _ in range(3)] == [{"made": 2}] * 3
    finally:
        redis.kill()


async def test_the_process_does_not_keep_more_and_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 3)
    make = Maker()
    async with Cache("") as cache:
        for n in range(10):
            await cache.get("n", (n,), 60, make)
        assert len(cache._own) <= 3


async def test_nothing_is_not_the_word_none(cache: Cache, request: pytest.FixtureRequest) -> None:
    make, name = Maker(), request.node.name
    assert [await cache.get(name, (part,), 60, make) for part in (None, "None", 1, "1")] == [
        {"made": n} for n in (1, 2, 3, 4)
    ]
