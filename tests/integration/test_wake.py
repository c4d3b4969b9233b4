"""Wake-ups through a Redis that comes and goes."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import aclosing

import pytest

from db import wake
from db.wake import Waker
from tests.redis_process import RedisProcess

PATIENCE = 20


@pytest.fixture
def redis(monkeypatch: pytest.MonkeyPatch) -> Iterator[RedisProcess]:
    monkeypatch.setattr(wake, "PAUSE_SECONDS", 0.05)
    process = RedisProcess()
    yield process
    process.kill()


async def test_a_wake_up_reaches_who_listens(redis: RedisProcess) -> None:
    redis.start()
    async with Waker(redis.url) as line, aclosing(line.listen("a", "b")) as heard, asyncio.timeout(PATIENCE):
        assert {await anext(heard), await anext(heard)} == {("a", ""), ("b", "")}
        line.publish("b", "7")
        assert await anext(heard) == ("b", "7")


async def test_the_same_wake_up_twice_before_it_is_sent_is_one(redis: RedisProcess) -> None:
    redis.start()
    async with Waker(redis.url) as line, aclosing(line.listen("a")) as heard, asyncio.timeout(PATIENCE):
        await anext(heard)
        for _ in range(100):
            line.publish("a", "1")
        line.publish("a", "2")
        assert [await anext(heard), await anext(heard)] == [("a", "1"), ("a", "2")]


async def test_listening_survives_a_restart_and_says_that_something_may_be_missing(redis: RedisProcess) -> None:
    async with Waker(redis.url) as line, aclosing(line.listen("a")) as heard, asyncio.timeout(PATIENCE):
        for _ in range(2):
            redis.start()
            assert await anext(heard) == ("a", "")
            redis.kill()


async def test_without_redis_publishing_costs_nothing_and_raises_nothing(redis: RedisProcess) -> None:
    async with Waker(redis.url) as line, asyncio.timeout(PATIENCE):
        for number in range(5000):
            line.publish("a", str(number))
        assert not await line.reachable()
        redis.start()
        while not await line.reachable():  # noqa: ASYNC110  # its other end sets no events
            await asyncio.sleep(0.01)


async def test_no_address_is_a_line_that_is_never_there() -> None:
    async with Waker("") as line:
        line.publish("a")
        assert not await line.reachable()
