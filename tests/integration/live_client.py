"""A live subscriber that is not ours: the `websockets` client, and a few words of the contract."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from tests.serving import KEY, Api

PATIENCE = 20


class Client:
    """Says and hears JSON."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.seq = 0

    async def say(self, **message: Any) -> None:
        """Send a message."""
        await self.socket.send(json.dumps(message))

    async def hear(self) -> dict[str, Any]:
        """The next message."""
        async with asyncio.timeout(PATIENCE):
            return json.loads(await self.socket.recv())

    async def hear_kind(self, kind: str) -> dict[str, Any]:
        """The next message of a kind; others are passed over."""
        async with asyncio.timeout(PATIENCE):  # heartbeats go on coming
            while (message := await self.hear())["type"] != kind:
                pass
        return message

    async def alerts(self, count: int) -> list[int]:
        """Numbers of the next alerts."""
        return [(await self.hear_kind("alert"))["seq"] for _ in range(count)]

    async def rest(self) -> list[dict[str, Any]]:
        """Everything that still comes before the end."""
        heard = []
        with suppress(ConnectionClosed):
            async with asyncio.timeout(PATIENCE):
                async for text in self.socket:
                    heard.append(json.loads(text))
        return heard

    async def closed(self) -> tuple[int, str]:
        """Code and reason of the end, after whatever comes before it."""
        await self.rest()
        assert self.socket.close_code is not None
        return self.socket.close_code, self.socket.close_reason or ""


@asynccontextmanager
async def connected(api: Api, **options: Any) -> AsyncIterator[Client]:
    """A connection that has not said who it is."""
    async with connect(api.live, **options) as socket:
        yield Client(socket)


@asynccontextmanager
async def known(api: Api, token: str = KEY, **options: Any) -> AsyncIterator[Client]:
    """A connection that is ready; `client.seq` is the newest number then."""
    async with connected(api, **options) as client:
        await client.say(type="auth", token=token)
        ready = await client.hear()
        assert ready["type"] == "ready"
        client.seq = ready["seq"]
        yield client


@asynccontextmanager
async def subscribed(api: Api, token: str = KEY, **wish: Any) -> AsyncIterator[Client]:
    """A connection that hears whatever comes after it was ready, or after `after`."""
    async with known(api, token) as client:
        await client.say(type="subscribe", **{"after": client.seq, **wish})
        yield client
