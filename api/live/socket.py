"""The conversation with one WebSocket client (docs: the contract's `Live`)."""

from __future__ import annotations

import asyncio
import logging
import time

from pydantic import ValidationError
from starlette.websockets import WebSocket

from api.auth import Authenticator, Principal
from api.errors import DATABASE_FAILS
from api.live.filters import Filter
from api.live.hub import Hub
from api.live.message import error, ready
from api.live.protocol import Gone
from api.live.subscriber import Subscriber
from api.live.wire import Wire
from api.schemas.live import SPOKEN, Auth, Subscribe
from api.settings import ApiSettings
from db.errors import Unauthorized

log = logging.getLogger(__name__)

BAD_MESSAGES, NOT_KNOWN, NOT_ALLOWED, TRY_LATER, BROKEN = 4400, 4401, 4403, 1013, 1011
PATIENCE = 3
"""So many messages that are not understood end a connection."""

RECHECK_SECONDS = 10.0


def next_check(who: Principal) -> float:
    """Seconds until a token must be looked at again: a revocation or an expiry ends a connection within 10 s."""
    left = RECHECK_SECONDS if who.expires is None else who.expires - time.time()
    return min(RECHECK_SECONDS, max(left, 0.0) + 0.01)


class Session:
    """One connection, from its first message to its end."""

    def __init__(self, socket: WebSocket, wire: Wire, hub: Hub, auth: Authenticator, config: ApiSettings) -> None:
        self._socket, self._wire, self._hub, self._auth, self._config = socket, wire, hub, auth, config
        self._catching_up: asyncio.Task[None] | None = None
        self._bad = 0
        self._token = ""

    async def run(self) -> None:
        """Returns when the connection has ended, or has been told to."""
        try:
            who = await self._introduce()
            if who is not None:
                await self._serve(who)
        except Gone:
            pass
        except DATABASE_FAILS:
            self._wire.cut(TRY_LATER, "the database is away: reconnect in a moment")

    async def _introduce(self) -> Principal | None:
        """The first message says who it is. None: it did not, and the connection is closing."""
        code, reason = NOT_KNOWN, "the first message must be auth"
        try:
            spoken = await self._first()
            if isinstance(spoken, Auth):
                who = await self._auth.verify(spoken.token)
                if who.may("read"):
                    self._token = spoken.token
                    return who
                code, reason = NOT_ALLOWED, "this needs the scope read"
        except Unauthorized as refused:
            reason = refused.detail
        self._wire.cut(code, reason[:120])
        return None

    async def _first(self) -> Auth | Subscribe | None:
        """None: not understood. Raises `Unauthorized` when nothing comes in time."""
        try:
            async with asyncio.timeout(self._config.live_auth):
                return SPOKEN.validate_json(await self._hear())
        except ValidationError:
            return None
        except TimeoutError as late:
            raise Unauthorized(f"say who you are within {self._config.live_auth:g} s") from late

    async def _hear(self) -> str:
        """The next text. Raises `Gone` at the end of the connection."""
        message = await self._socket.receive()
        if message["type"] == "websocket.disconnect":
            raise Gone
        return message.get("text") or ""

    async def _serve(self, who: Principal) -> None:
        one = self._hub.enter(self._wire, who.tenant)
        try:
            await one.tell(ready(await self._hub.newest(one)))
            while not one.over:
                try:
                    async with asyncio.timeout(next_check(who)):
                        text = await self._hear()
                except TimeoutError:
                    who = await self._again(one, who)
                    continue
                who = await self._answer(one, who, text)
        finally:
            if self._catching_up is not None:
                self._catching_up.cancel()
                await asyncio.wait([self._catching_up])
            await self._hub.leave(one)

    async def _again(self, one: Subscriber, who: Principal) -> Principal:
        """Is the token still good? While the database cannot say, it is."""
        try:
            return await self._auth.verify(self._token)
        except Unauthorized as refused:
            one.cut(NOT_KNOWN, refused.detail)
        except DATABASE_FAILS:
            log.debug("a token was not checked again: the database is away")
        return who

    async def _answer(self, one: Subscriber, who: Principal, text: str) -> Principal:
        try:
            spoken = SPOKEN.validate_json(text)
            if isinstance(spoken, Auth):
                return await self._renew(who, spoken.token)
            self._subscribe(one, spoken)
        except ValidationError as wrong:
            first = wrong.errors(include_url=False, include_input=False)[0]
            where = ".".join(str(part) for part in first["loc"])
            self._misunderstood(one, f"{where}: {first['msg']}" if where else first["msg"])
        except Unauthorized as refused:
            self._misunderstood(one, refused.detail)
        return who

    async def _renew(self, who: Principal, token: str) -> Principal:
        """A fresh token in place of the old one. Raises `Unauthorized`, which leaves the old one in force."""
        fresh = await self._auth.verify(token)
        if fresh.tenant != who.tenant or not fresh.may("read"):
            raise Unauthorized("This token is for something else. Open another connection.")
        self._token = token
        return fresh

    def _subscribe(self, one: Subscriber, wish: Subscribe) -> None:
        """The first catches up beside this conversation; later ones change the filter."""
        passes = Filter.of(wish.severity, wish.metric, wish.labels)
        if self._catching_up is None:
            self._catching_up = asyncio.create_task(self._catch_up(one, passes, wish.after))
        else:
            self._hub.change(one, passes)

    async def _catch_up(self, one: Subscriber, passes: Filter, after: int | None) -> None:
        try:
            await self._hub.subscribe(one, passes, after)
        except Gone:
            one.cut(1001, "gone")
        except DATABASE_FAILS:
            one.cut(TRY_LATER, f"the database is away: reconnect with after={one.told}")
        except Exception:  # nobody waits for this task: a connection that will never hear anything must not stay
            log.exception("a live subscriber could not catch up")
            one.cut(BROKEN, f"something went wrong here: reconnect with after={one.told}")

    def _misunderstood(self, one: Subscriber, reason: str) -> None:
        self._bad += 1
        one.offer(error(reason))
        if self._bad >= PATIENCE:
            one.cut(BAD_MESSAGES, f"{PATIENCE} messages were not understood")
