"""uvicorn's WebSocket protocol, with a door for frames that are made once and go to many.

A send through ASGI frames each message anew and hangs when the client does not read. Through this door a write is one
call of the transport or a refusal, and a connection can be cut at any moment.
"""

from __future__ import annotations

from typing import Any, cast

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.http11 import Request

EXTENSION = "tidewatch.frames"


class Gone(Exception):
    """The client is not there any more."""


class FrameProtocol(WebSocketsSansIOProtocol):
    """Found by the application in the connection's scope, under `extensions`."""

    def handle_connect(self, event: Request) -> None:
        """Begin a connection, and put this object into its scope."""
        super().handle_connect(event)
        if not self.close_sent:
            extensions = cast(dict[str, Any], self.scope["extensions"])
            extensions[EXTENSION] = self

    def write_frame(self, frame: bytes) -> bool:
        """Write a whole frame. False: the client is slow, try after `drained`. Raises `Gone`."""
        if self.disconnected or self.close_sent or self.transport.is_closing():
            raise Gone
        if not self.writable.is_set():
            return False
        self.transport.write(frame)
        return True

    async def drained(self) -> None:
        """Wait until the client has read enough, or is gone."""
        await self.writable.wait()

    def cut(self, code: int, reason: str, grace: float) -> None:
        """Say goodbye behind everything that was written; after `grace` seconds hang up, read or not. Never waits."""
        if self.disconnected or self.transport.is_closing():
            self.transport.abort()
        elif not self.close_sent:
            self.stop_keepalive()
            self.conn.send_close(code, reason)
            self.transport.write(b"".join(self.conn.data_to_send()))
            self.close_sent = True
            self.close_timer = self.loop.call_later(grace, self.transport.abort)
            self.queue.put_nowait({"type": "websocket.disconnect", "code": code, "reason": reason})
            if self.read_paused:
                self.read_paused = False
                self.transport.resume_reading()
