"""Who is between acknowledging a batch and having written it, so that `on` can mean that nothing waits any more.

A batch goes straight to the database, or to the spool. `on` is said only when none is on its way to the spool and none
may still turn to it. Where new ones never stop coming, the door is shut for the moment in which the last are sent.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager


class Door:
    """`direct`: batches on their way to the database; `spooling`: to the spool. One event loop."""

    def __init__(self) -> None:
        self._direct = self._spooling = 0
        self._open, self._moved = asyncio.Event(), asyncio.Event()
        self._open.set()

    async def wait(self) -> None:
        """Until it is open. Whoever returns acts at once, before anything else happens."""
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
