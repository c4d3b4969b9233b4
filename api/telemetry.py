"""Around every request: an id, a measurement, a log line where something was slow or failed. Pure ASGI, because the
ingest route is called hundreds of times a second."""

from __future__ import annotations

import logging
import os
import re
import time
from collections.abc import Callable
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import Unexpected, respond
from api.live.wire import ABORT
from api.named import route_of
from db import metrics
from db.log import request_id

log = logging.getLogger("tidewatch.request")

SANE_ID = re.compile(rb"[A-Za-z0-9._-]{1,64}")
METHODS = frozenset({"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"})


def _abort_of(send: Send) -> Callable[[], None]:
    """How to hang up on a client that does not read. A server whose transport is not found gets no hang-up."""
    transport = getattr(getattr(send, "__self__", None), "transport", None)
    return getattr(transport, "abort", lambda: None)


class Telemetry:
    """The outermost layer of ours. `slow`: seconds from which on a request is logged."""

    def __init__(self, app: ASGIApp, slow: float) -> None:
        self._app = app
        self._slow = slow
        self._observers: dict[tuple[str, str, int], Any] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a request."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        given = next((value for name, value in scope["headers"] if name == b"x-request-id"), b"")
        number = given if SANE_ID.fullmatch(given) else os.urandom(8).hex().encode()
        request_id.set(number.decode())
        scope[ABORT] = _abort_of(send)
        if scope["type"] == "http":
            await self._http(scope, receive, send, number)
        else:
            await self._app(scope, receive, send)

    async def _http(self, scope: Scope, receive: Receive, send: Send, number: bytes) -> None:
        status = 0
        began = time.perf_counter()

        async def tagged(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                extra = [(b"x-request-id", number), (b"x-content-type-options", b"nosniff")]
                message["headers"] = [*message.get("headers", ()), *extra]
            await send(message)

        try:
            await self._app(scope, receive, tagged)
        except Exception as error:  # the last line of defence: a client gets an answer whatever happens
            log.exception("request failed", extra={"path": scope["path"], "method": scope["method"]})
            if status:
                raise
            await respond(Unexpected())(scope, receive, tagged)
            del error
        finally:
            self._note(scope, status, time.perf_counter() - began)

    def _note(self, scope: Scope, status: int, seconds: float) -> None:
        route = route_of(scope)
        method = scope["method"] if scope["method"] in METHODS else "other"
        key = (route, method, status)
        if key not in self._observers:
            self._observers[key] = metrics.requests.labels(route, method, str(status))
        stream = route.endswith("/live/events")  # lasts as long as its client: no measure of us
        if not stream:
            self._observers[key].observe(seconds)
        if status >= 500 or (seconds >= self._slow and not stream):
            log.info(
                "slow or failed",
                extra={"path": scope["path"], "method": method, "status": status, "seconds": round(seconds, 4)},
            )
