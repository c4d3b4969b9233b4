"""Waking inside one process: the loop that serves, and the threads that work. As `db.wake` is over Redis."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncGenerator, Callable


class MemoryWaker:
    """For both sides. `news`: the channel on which tenants with new transitions are told of."""

    def __init__(self, news: str) -> None:
        self._news = news
        self._written = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._queues: set[asyncio.Queue[tuple[str, str]]] = set()

    def publish(self, channel: str, payload: str = "") -> None:
        """Wake who listens. From the loop."""
        self._written.set()
        for queue in self._queues:
            if queue.qsize() < 1000:
                queue.put_nowait((channel, payload))

    async def reachable(self) -> bool:
        """Always."""
        return True

    async def listen(self, *channels: str) -> AsyncGenerator[tuple[str, str], None]:
        """(channel, payload) of each wake-up, for ever."""
        self._loop = asyncio.get_running_loop()
        queue: asyncio.Queue[tuple[str, str]] = asyncio.Queue()
        self._queues.add(queue)
        try:
            while True:
                heard = await queue.get()
                if heard[0] in channels:
                    yield heard
        finally:
            self._queues.discard(queue)

    def wait(self, seconds: float) -> None:
        """Return when the journal was written to, or after so long. From a thread."""
        self._written.wait(seconds)
        self._written.clear()

    def wake(self) -> None:
        """End a wait. From anywhere."""
        self._written.set()

    def alerted(self, tenant: int) -> None:
        """Tell live readers that the tenant has new transitions. From a thread."""
        self._soon(lambda: self.publish(self._news, str(tenant)))

    def _soon(self, work: Callable[[], None]) -> None:
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(work)
