"""Who is between acknowledging a batch and having written it, so that `on` can mean that nothing waits any more.

A batch goes straight to the database, or to the spool. `on` is said only when none is on its way to the spool and none
may still turn to it. While the spool is emptied no more than half as many come in as are sent, so that it comes to an
end however many producers there are; for the moment in which the last few are sent the door is shut.
"""

from __future__ import annotations

import asyncio
import math
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress

SHARE, BURST = 0.5, 100.0
"""Batches that may come in for each that was sent; and how many at once."""
PATIENCE = 3.0
"""Seconds for which a batch is kept waiting for that."""


class Door:
    """`direct`: batches on their way to the database; `spooling`: to the spool. One event loop."""

    def __init__(self) -> None:
        self._direct = self._spooling = 0
        self._open, self._moved = asyncio.Event(), asyncio.Event()
        self._open.set()
        self._may, self._sent = math.inf, asyncio.Event()

    def meter(self, on: bool) -> None:
        """Let in as many as are sent allows; or all."""
        self._may = BURST if on else math.inf
        self._sent.set()

    def sent(self, batches: int) -> None:
        """So many were sent."""
        self._may = min(self._may + SHARE * batches, max(self._may, BURST))
        self._sent.set()

    async def wait(self) -> None:
        """Until one may come in. Whoever returns acts at once, before anything else happens."""
        if self._may < 1:
            with suppress(TimeoutError):
                async with asyncio.timeout(PATIENCE):
                    while self._may < 1:
                        self._sent.clear()
                        await self._sent.wait()
        self._may = max(self._may - 1, 0.0)
        while not self._open.is_set():
            await self._open.wait()

    @contextmanager
    def direct(self) -> Iterator[None]:
        """One is written to the database; if that fails it turns to the spool before this ends."""
        self._direct += 1
        try:
            yield
        finally:
            self._direct -= 1
            self._moved.set()

    @contextmanager
    def spooling(self) -> Iterator[None]:
        """One is written to the spool."""
        self._spooling += 1
        try:
            yield
        finally:
            self._spooling -= 1
            self._moved.set()

    async def settled(self) -> None:
        """Until none is on its way to the database. They come to an end: new ones go there only while it is on."""
        while self._direct:
            self._moved.clear()
            await self._moved.wait()

    @asynccontextmanager
    async def shut(self) -> AsyncIterator[None]:
        """Nobody comes in; those that were on their way to the spool have arrived."""
        self._open.clear()
        try:
            while self._spooling:
                self._moved.clear()
                await self._moved.wait()
            yield
        finally:
            self._open.set()
