"""Wake-ups through Redis. They only save waiting: who is woken reads the database, and who is not woken polls it.

So nothing here raises when Redis is away, nothing is kept for later, and nobody waits for a wake-up to be sent.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncGenerator
from typing import Protocol

from redis.asyncio import Redis
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

log = logging.getLogger(__name__)

PAUSE_SECONDS = 1.0
TIMEOUT_SECONDS = 2.0
LISTEN_SECONDS = 5.0
LONGEST_QUEUE = 1000


class Wakes(Protocol):
    """Wake-ups, whatever carries them."""

    def publish(self, channel: str, payload: str = "") -> None:
        """Wake who listens."""

    async def reachable(self) -> bool:
        """Whether it gets there."""

    def listen(self, *channels: str) -> AsyncGenerator[tuple[str, str], None]:
        """(channel, payload) of each wake-up, for ever."""


class Waker:
    """The wake-up line of one process. Open it with `async with`; an empty url is a line that is never there."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._redis: Redis | None = None
        self._queue: dict[tuple[str, str], None] = {}
        self._some = asyncio.Event()
        self._sender: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Waker:
        if self._url:
            self._redis = Redis.from_url(
                self._url,
                socket_timeout=TIMEOUT_SECONDS,
                socket_connect_timeout=TIMEOUT_SECONDS,
                retry=Retry(NoBackoff(), 0),
                health_check_interval=LISTEN_SECONDS,
                decode_responses=True,
            )
            self._sender = asyncio.create_task(self._send())
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._sender is not None:
            self._sender.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._sender
        if self._redis is not None:
            await self._redis.aclose()

    def publish(self, channel: str, payload: str = "") -> None:
        """Wake who listens. Returns at once; the same wake-up twice before it is sent is one."""
        if self._redis is not None and len(self._queue) < LONGEST_QUEUE:
            self._queue[channel, payload] = None
            self._some.set()

    async def reachable(self) -> bool:
        """Whether Redis answers now."""
        if self._redis is None:
            return False
        try:
            return bool(await self._redis.ping())
        except (RedisError, OSError):
            return False

    async def listen(self, *channels: str) -> AsyncGenerator[tuple[str, str], None]:
        """(channel, payload) of each wake-up, for ever, through restarts of Redis.

        After each (re)connect comes (channel, "") for every channel: something may have been missed.
        """
        while True:
            if self._redis is None:
                await asyncio.Event().wait()
            try:
                async for heard in self._heard(channels):
                    yield heard
            except (RedisError, OSError) as error:
                log.warning("Redis is away, polling instead: %s", error)
            await asyncio.sleep(PAUSE_SECONDS)

    async def _heard(self, channels: tuple[str, ...]) -> AsyncGenerator[tuple[str, str], None]:
        assert self._redis is not None
        async with self._redis.pubsub(ignore_subscribe_messages=True) as pubsub:
            await pubsub.subscribe(*channels)
            for channel in channels:
                yield channel, ""
            while True:
                message = await pubsub.get_message(timeout=LISTEN_SECONDS)
                if message is not None:
                    yield message["channel"], message["data"]

    async def _send(self) -> None:
        assert self._redis is not None
        while True:
            await self._some.wait()
            self._some.clear()
            queue, self._queue = self._queue, {}
            try:
                async with self._redis.pipeline(transaction=False) as pipe:
                    for channel, payload in queue:
                        pipe.publish(channel, payload)
                    await pipe.execute()
            except (RedisError, OSError) as error:
                log.debug("a wake-up was not sent: %s", error)
                await asyncio.sleep(PAUSE_SECONDS)
