"""The live stream as server-sent events (WHATWG HTML, section 9.2)."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from api.auth import Authenticator, Principal
from api.errors import DATABASE_FAILS
from api.live.filters import Filter
from api.live.hub import Hub
from api.live.message import ready
from api.live.protocol import Gone
from api.live.socket import NOT_KNOWN, TRY_LATER, next_check
from api.live.subscriber import Subscriber
from api.live.wire import event_wire, gone
from db.errors import Unauthorized

HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}


class EventStream(Response):
    """A response that lasts until the client goes, or is cut."""

    media_type = "text/event-stream"

    def __init__(
        self, hub: Hub, auth: Authenticator, who: Principal, token: str, wish: Filter, after: int | None
    ) -> None:
        super().__init__(headers=HEADERS)
        del self.headers["content-length"]
        self._hub, self._auth, self._who, self._token = hub, auth, who, token
        self._wish, self._after = wish, after

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve the stream."""
        await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
        wire = event_wire(scope, send)
        one = self._hub.enter(wire, self._who.tenant)
        try:
            await _first_of(gone(receive), wire.ended.wait(), self._push(one))
        finally:
            await self._hub.leave(one)

    async def _push(self, one: Subscriber) -> None:
        """Catch up, then watch over the token; the hub does the rest."""
        who = self._who
        try:
            await one.tell(ready(await self._hub.newest(one)))
            await self._hub.subscribe(one, self._wish, self._after)
            while True:
                await asyncio.sleep(next_check(who))
                try:
                    who = await self._auth.verify(self._token)
                except DATABASE_FAILS:
                    continue  # nobody can say that the token is bad
        except Unauthorized as refused:
            one.cut(NOT_KNOWN, refused.detail)
        except DATABASE_FAILS:
            one.cut(TRY_LATER, f"the database is away: reconnect with after={one.told}")
        except Gone:
            pass
        await asyncio.Event().wait()  # the wire ends the response


async def _first_of(*works: Coroutine[Any, Any, Any]) -> None:
    """Run all until one ends; its error is raised here."""
    tasks = [asyncio.create_task(work) for work in works]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
