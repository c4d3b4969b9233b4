"""Answers that are kept for a while: in Redis where there is one, else in the process. Losing them costs time only."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from typing import Any

import orjson
from prometheus_client import Counter
from redis.asyncio import Redis
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

from db.packs.state import KEPT, version_of

log = logging.getLogger(__name__)

asked = Counter("tidewatch_cache", "Answers that were asked of the cache", ["name", "outcome"])

MOST = 2_000
"""Answers that are kept in the process."""
TIMEOUT = 0.25
REST = 5.0
"""Seconds for which a Redis that did not answer is not asked again."""


class Cache:
    """Keeps JSON. Open it with `async with`. What is asked for while it is being made is made once."""

    def __init__(self, url: str) -> None:
        self._redis: Redis | None = None
        self._url = url
        self._own: dict[str, tuple[float, bytes]] = {}
        self._making: dict[str, asyncio.Lock] = {}
        self._away_until = 0.0

    async def __aenter__(self) -> Cache:
        if self._url:
            self._redis = Redis.from_url(
                self._url, socket_timeout=TIMEOUT, socket_connect_timeout=TIMEOUT, retry=Retry(NoBackoff(), 0)
            )
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._redis is not None:
            await self._redis.aclose()

    async def get(self, name: str, key: tuple[object, ...], ttl: float, make: Callable[[], Awaitable[Any]]) -> Any:
        """The answer `make` gave within the last `ttl` seconds, or gives now: what JSON can hold. See `body`."""

        async def dumped() -> bytes:
            return orjson.dumps(await make(), default=str)

        return orjson.loads(await self.body(name, key, ttl, dumped))

    async def body(self, name: str, key: tuple[object, ...], ttl: float, make: Callable[[], Awaitable[bytes]]) -> bytes:
        """The same as bytes: the JSON that `make` writes is kept, and sent, as it is.

        `key` tells answers of one name apart, and must name the tenant, all that the answer depends on, and, where it
        must never be old, the version of its data.
        """
        full = "tidewatch:cache:" + name + ":" + orjson.dumps(key, default=str).decode()
        if (kept := await self._load(full)) is not None:
            asked.labels(name, "hit").inc()
            return kept
        lock = self._making.setdefault(full, asyncio.Lock())
        try:
            async with lock:
                if (kept := await self._load(full)) is not None:
                    asked.labels(name, "hit").inc()
                    return kept
                asked.labels(name, "miss").inc()
                made = await make()
                await self._save(full, made, ttl)
                return made
        finally:
            if not lock.locked():
                self._making.pop(full, None)

    async def hash_of(self, key: str) -> dict[str, str]:
        """A hash that somebody keeps in Redis; empty: there is none, or no Redis."""
        if (redis := self._there()) is None:
            return {}
        try:
            found = await redis.hgetall(key)
        except (RedisError, OSError) as problem:
            self._lost(problem)
            return {}
        return {_text(name): _text(value) for name, value in found.items()}

    async def _load(self, key: str) -> bytes | None:
        if (redis := self._there()) is not None:
            try:
                found = await redis.get(key)
                return found.encode() if isinstance(found, str) else found
            except (RedisError, OSError) as problem:
                self._lost(problem)
        until, value = self._own.get(key, (0.0, b""))
        return value if until > time.monotonic() else None

    async def _save(self, key: str, value: bytes, ttl: float) -> None:
        if (redis := self._there()) is not None:
            try:
                await redis.set(key, value, px=max(1, round(ttl * 1000)))
                return
            except (RedisError, OSError) as problem:
                self._lost(problem)
        if len(self._own) >= MOST:
            self._own.clear()
        self._own[key] = (time.monotonic() + ttl, value)

    def _there(self) -> Redis | None:
        return self._redis if time.monotonic() >= self._away_until else None

    def _lost(self, problem: Exception) -> None:
        log.warning("Redis does not answer, keeping answers in the process: %s", problem)
        self._away_until = time.monotonic() + REST


class Kept:
    """Answers that are kept for the tenants of a database, none across an erasure or a removal of events."""

    def __init__(self, cache: Cache, conn: Any) -> None:
        self._cache, self._conn = cache, conn
        self.hash_of = cache.hash_of

    async def get(self, name: str, key: tuple[object, ...], ttl: float, make: Callable[[], Awaitable[Any]]) -> Any:
        """As `Cache.get`. `key` begins with the number of the tenant."""
        return await self._cache.get(name, await self._now(key), ttl, make)

    async def body(self, name: str, key: tuple[object, ...], ttl: float, make: Callable[[], Awaitable[bytes]]) -> bytes:
        """As `Cache.body`, with a key as for `get`."""
        return await self._cache.body(name, await self._now(key), ttl, make)

    async def _now(self, key: tuple[object, ...]) -> tuple[object, ...]:
        version = await version_of(self._conn, int(str(key[0])), KEPT)  # before the answer: it may be made meanwhile
        return key[0], version.number, *key[1:]


def _text(value: bytes | str) -> str:
    return value.decode() if isinstance(value, bytes) else value
