"""Waking and being woken, over Redis. It is a courtesy: without Redis everything polls and nothing is lost."""

from __future__ import annotations

import logging
import time

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from workers.contract import JOURNAL_CHANNEL, LIVE_CHANNEL

log = logging.getLogger("tidewatch.wake")
RETRY_AFTER = 1.0


class Waker:
    """Waits for the journal, tells of alerts. Asks a dead Redis again once a second."""

    def __init__(self, url: str) -> None:
        self._client = (
            redis.Redis.from_url(url, socket_timeout=1, socket_connect_timeout=0.5, retry=Retry(NoBackoff(), 0))
            if url
            else None
        )
        self._heard: redis.client.PubSub | None = None
        self._dead_until = 0.0

    def wait(self, seconds: float) -> None:
        """Return when the journal was written to, or after `seconds`."""
        if self._client is None or time.monotonic() < self._dead_until:
            time.sleep(seconds)
            return
        try:
            if self._heard is None:
                self._heard = self._client.pubsub(ignore_subscribe_messages=True)  # type: ignore[no-untyped-call]  # untyped there
                self._heard.subscribe(JOURNAL_CHANNEL)
                return  # what was written before we listened is found by the next look
            deadline = time.monotonic() + seconds
            while (left := deadline - time.monotonic()) > 0:
                if self._heard.get_message(timeout=left) is not None:
                    break
            while self._heard.get_message(timeout=0) is not None:
                pass
        except redis.RedisError as problem:
            self._lost(problem)
            time.sleep(seconds)

    def alerted(self, tenant: int) -> None:
        """Tell live readers that the tenant has new transitions."""
        self._tell(str(tenant))

    def found(self) -> None:
        """Tell live readers that models have looked: any tenant may have new insights."""
        self._tell("")

    def _tell(self, whom: str) -> None:
        if self._client is None or time.monotonic() < self._dead_until:
            return
        try:
            self._client.publish(LIVE_CHANNEL, whom)
        except redis.RedisError as problem:
            self._lost(problem)

    def close(self) -> None:
        """Hang up."""
        if self._heard is not None:
            self._heard.close()
        if self._client is not None:
            self._client.close()

    def _lost(self, problem: Exception) -> None:
        log.warning("Redis does not answer, polling instead: %s", problem)
        self._heard = None
        self._dead_until = time.monotonic() + RETRY_AFTER
