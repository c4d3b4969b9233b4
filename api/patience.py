"""uvicorn's HTTP protocol, with an end to its patience: a client that begins a request must go on with it.

Without limits a client may hold connections open for ever by saying nothing, or fill memory with a head without end.
What is refused here has no request yet that the application could answer.
"""

from __future__ import annotations

import asyncio
from http import HTTPStatus

import orjson
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

HEAD_SECONDS = 15.0
"""How long a head (request line and headers) may take, and how long a new connection may be silent."""
BODY_SECONDS = 30.0
"""How long a body may pause."""
LOOK_SECONDS = 5.0
HEAD_BYTES = 65_536
"""Of a head; not counted is the first piece of it, which the kernel bounds."""
MOST_HEADERS = 200
"""Trailers behind a body count too."""

REASONS = {
    400: "This is not HTTP/1.1 as we understand it. Mind the request line, the headers and their lengths.",
    408: "The request did not come to its end in time. Send it in one go.",
    431: "The headers are too long. Send fewer, or shorter ones.",
}


class PatientProtocol(HttpToolsProtocol):
    """One connection."""

    _timer: asyncio.TimerHandle | None = None
    _heard = 0.0
    _head_since: float | None = None
    _head_bytes = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn does
        """See `asyncio.Protocol`."""
        super().connection_made(transport)
        self._heard = self.loop.time()
        self._timer = self.loop.call_later(LOOK_SECONDS, self._look)

    def connection_lost(self, exc: Exception | None) -> None:
        """See `asyncio.Protocol`."""
        self._stop_looking()
        super().connection_lost(exc)

    def handle_websocket_upgrade(self) -> None:
        """From here on another protocol watches over its client."""
        self._stop_looking()
        super().handle_websocket_upgrade()

    def data_received(self, data: bytes) -> None:
        """See `asyncio.Protocol`."""
        self._heard = self.loop.time()
        inside = self._head_since is not None
        super().data_received(data)
        if inside and self._head_since is not None:
            self._head_bytes += len(data)
            if self._head_bytes > HEAD_BYTES and not self.transport.is_closing():
                self._refuse(431)

    def on_message_begin(self) -> None:
        """A head begins."""
        self._head_since, self._head_bytes = self._heard, 0
        super().on_message_begin()

    def on_header(self, name: bytes, value: bytes) -> None:
        """One more header; what is raised here ends as a 400."""
        if len(self.headers) >= MOST_HEADERS:
            raise ValueError("too many headers")
        super().on_header(name, value)

    def on_headers_complete(self) -> None:
        """A head ends."""
        self._head_since = None
        super().on_headers_complete()

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002  # uvicorn's message says less than ours
        """What cannot be parsed. An answer that has begun is not continued with another."""
        if self.cycle is not None and self.cycle.response_started and not self.cycle.response_complete:
            self.transport.close()
        else:
            self._refuse(400)

    def _look(self) -> None:
        """From time to time: is it the client that we wait for, and for how long?"""
        self._timer = self.loop.call_later(LOOK_SECONDS, self._look)
        now = self.loop.time()
        if self.cycle is None or self.cycle.response_complete:
            begun = self._head_since is not None
            if now - (self._head_since if self._head_since is not None else self._heard) > HEAD_SECONDS:
                self._refuse(408) if begun else self.transport.close()
        elif self.cycle.more_body and not self.flow.read_paused and now - self._heard > BODY_SECONDS:
            self.transport.abort()

    def _stop_looking(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _refuse(self, status: int) -> None:
        title = HTTPStatus(status).phrase
        slug = title.lower().replace(" ", "-")
        body = orjson.dumps(
            {
                "type": f"urn:tidewatch:problem:{slug}",
                "title": title,
                "status": status,
                "detail": REASONS[status],
                "instance": "",
            }
        )
        head = f"HTTP/1.1 {status} {title}\r\ncontent-type: application/problem+json\r\n"
        self.transport.write(f"{head}content-length: {len(body)}\r\nconnection: close\r\n\r\n".encode() + body)
        self.transport.close()
