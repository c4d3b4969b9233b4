"""The ways to a subscriber. A wire writes what it can at once, waits where it must, and can always be cut."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Protocol

from starlette.types import Message as AsgiMessage
from starlette.types import Receive, Scope, Send

from api.live.message import Message
from api.live.protocol import EXTENSION, FrameProtocol, Gone

ABORT = "tidewatch.abort"
GRACE_SECONDS = 5.0


class Wire(Protocol):
    """One connection. Methods raise `Gone` when the client is."""

    transport: str

    def now(self, message: Message) -> bool:
        """Write at once. False: not possible without waiting."""

    async def send(self, message: Message) -> None:
        """Write as soon as the client takes it, which may be never."""

    def cut(self, code: int, reason: str) -> None:
        """End the connection with a reason, without waiting for the client."""


class FrameWire:
    """A WebSocket on our own server: shared frames, no task for a subscriber that keeps up."""

    transport = "websocket"

    def __init__(self, protocol: FrameProtocol) -> None:
        self._protocol = protocol

    def now(self, message: Message) -> bool:
        """See `Wire`."""
        return self._protocol.write_frame(message.frame)

    async def send(self, message: Message) -> None:
        """See `Wire`."""
        while not self._protocol.write_frame(message.frame):
            await self._protocol.drained()

    def cut(self, code: int, reason: str) -> None:
        """See `Wire`."""
        self._protocol.cut(code, reason, GRACE_SECONDS)


class AsgiWire:
    """A connection through plain ASGI: SSE, and WebSockets on any other server."""

    def __init__(
        self,
        transport: str,
        send: Send,
        abort: Callable[[], None],
        encode: Callable[[Message], AsgiMessage],
        goodbye: Callable[[int, str], AsgiMessage],
    ) -> None:
        self.transport = transport
        self._send, self._abort, self._encode, self._goodbye = send, abort, encode, goodbye
        self._ending: asyncio.Task[None] | None = None
        self.ended = asyncio.Event()

    def now(self, message: Message) -> bool:  # noqa: ARG002  # the same for all wires
        """Never: ASGI has no write that does not wait."""
        return False

    async def send(self, message: Message) -> None:
        """See `Wire`."""
        if self._ending is not None:
            raise Gone
        try:
            await self._send(self._encode(message))
        except (RuntimeError, OSError) as error:
            raise Gone from error

    def cut(self, code: int, reason: str) -> None:
        """See `Wire`."""
        if self._ending is None:
            self._ending = asyncio.create_task(self._end(code, reason))

    async def _end(self, code: int, reason: str) -> None:
        try:
            async with asyncio.timeout(GRACE_SECONDS):
                await self._send(self._goodbye(code, reason))
        except (RuntimeError, OSError):  # OSError is also TimeoutError and uvicorn's ClientDisconnected
            self._abort()
        self.ended.set()


def _socket_text(message: Message) -> AsgiMessage:
    return {"type": "websocket.send", "text": message.text}


def _socket_close(code: int, reason: str) -> AsgiMessage:
    return {"type": "websocket.close", "code": code, "reason": reason}


def _event(message: Message) -> AsgiMessage:
    return {"type": "http.response.body", "body": message.event, "more_body": True}


def _last_event(code: int, reason: str) -> AsgiMessage:
    last = Message({"type": "closed", "code": code, "reason": reason})
    return {"type": "http.response.body", "body": last.event, "more_body": False}


def socket_wire(scope: Scope, send: Send) -> Wire:
    """The best wire for a WebSocket that was accepted."""
    protocol = scope.get("extensions", {}).get(EXTENSION)
    if isinstance(protocol, FrameProtocol):
        return FrameWire(protocol)
    return AsgiWire("websocket", send, scope.get(ABORT, lambda: None), _socket_text, _socket_close)


def event_wire(scope: Scope, send: Send) -> AsgiWire:
    """The wire for server-sent events, after the response has begun."""
    return AsgiWire("sse", send, scope.get(ABORT, lambda: None), _event, _last_event)


async def gone(receive: Receive) -> None:
    """Returns when the client of an HTTP response is not there any more."""
    while (await receive())["type"] != "http.disconnect":
        pass
