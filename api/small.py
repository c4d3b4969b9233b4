"""Routes whose bodies a person could type. Anything longer is refused before it is held in memory."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute
from starlette.types import Message, Receive

from api.errors import body_too_large

LIMIT = 65_536


class SmallRoute(APIRoute):
    """The route class of routers with small bodies. The framework's own limit does not answer with a problem.

    `limit`: bytes; a subclass may say another.
    """

    limit = LIMIT

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """See `APIRoute`."""
        handle = super().get_route_handler()

        async def limited(request: Request) -> Response:
            return await handle(Request(request.scope, _counted(request.receive, self.limit)))

        return limited


def _counted(receive: Receive, limit: int) -> Receive:
    taken = 0

    async def counting() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > limit:
            raise body_too_large(limit)
        return message

    return counting
