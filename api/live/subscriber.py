"""One subscriber: what it wants, how far it has been told, and what waits for it."""

from __future__ import annotations

import asyncio
import logging
from collections import deque

from api.live.filters import Filter
from api.live.message import Message
from api.live.protocol import Gone
from api.live.wire import Wire
from db import metrics

log = logging.getLogger(__name__)

TOO_SLOW = 4408


class Subscriber:
    """One that never reads harms nobody: what it does not take waits in its outbox, and when that is full it is cut.

    `told`: everything up to this number was written to it, or did not pass its filter. Resuming after it loses nothing.
    """

    def __init__(self, wire: Wire, tenant: int, outbox: int, stall: float) -> None:
        self.wire = wire
        self.tenant = tenant
        self.filter: Filter | None = None
        self.told = 0
        self.over = False
        self._room = outbox
        self._stall = stall
        self._outbox: deque[Message] = deque()
        self._pump: asyncio.Task[None] | None = None

    def offer(self, message: Message) -> None:
        """Write it now, or let it wait. Never waits, never raises."""
        if self.over:
            return
        try:
            if not self._outbox and self.wire.now(message):
                self._wrote(message)
                return
        except Gone:
            self._lost()
            return
        if len(self._outbox) >= self._room:
            self.too_slow()
            return
        self._outbox.append(message)
        if self._pump is None:
            self._pump = asyncio.create_task(self._drain())

    async def tell(self, message: Message) -> None:
        """Write it, and wait until that is done. Raises `Gone`, also when that takes too long."""
        try:
            async with asyncio.timeout(self._stall):
                await self.wire.send(message)
        except TimeoutError as error:
            self.too_slow()
            raise Gone from error
        self._wrote(message)

    def too_slow(self) -> None:
        """Cut, with the number to come back with."""
        self.cut(TOO_SLOW, f"too slow: reconnect with after={self.told}")

    def cut(self, code: int, reason: str) -> None:
        """End the connection; what waits in the outbox is in the database."""
        if self.over:
            return
        self.over = True
        self._outbox.clear()
        metrics.cut.labels(str(code)).inc()
        level = logging.INFO if code == TOO_SLOW else logging.DEBUG
        log.log(level, "live subscriber cut", extra={"code": code, "reason": reason, "transport": self.wire.transport})
        self.wire.cut(code, reason[:120])

    async def close(self) -> None:
        """Forget what waits. The connection is somebody else's to end."""
        self.over = True
        if self._pump is not None:
            self._pump.cancel()
            await asyncio.wait([self._pump])

    def _wrote(self, message: Message) -> None:
        if message.seq is not None and message.seq > self.told:
            self.told = message.seq

    async def _drain(self) -> None:
        try:
            while self._outbox and not self.over:
                await self.tell(self._outbox[0])
                if self._outbox:  # a cut during the wait has emptied it
                    self._outbox.popleft()
        except Gone:
            self._lost()
        finally:
            self._pump = None

    def _lost(self) -> None:
        """A connection that is closing may wait for ever to flush; hang up, so that its reader ends too."""
        if not self.over:
            self.over = True
            self._outbox.clear()
            self.wire.cut(1001, "gone")
