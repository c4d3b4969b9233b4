"""Feature flags for routes: `dependencies=[flag("name", "what to say when it is off")]`."""

from __future__ import annotations

import time
from typing import Annotated, Any

from fastapi import Depends, Request

from api.auth import Principal, bearer
from db.errors import NotFound
from db.flags import Flag, FlagStore, declared, is_on, merged

BELIEVED_SECONDS = 1.0
"""For so long what the store said is believed: a change acts everywhere within a second."""


class Flags:
    """The flags of all tenants, as one process knows them. Raises `Invalid` where the declarations are wrong."""

    def __init__(self, store: FlagStore) -> None:
        self.store = store
        self.defaults = declared()
        self._known: dict[int, tuple[float, dict[str, Flag]]] = {}

    async def of(self, tenant: int) -> dict[str, Flag]:
        """All flags as they stand for a tenant."""
        known = self._known.get(tenant)
        if known is None or known[0] < time.monotonic():
            said = await self.store.said(tenant)
            self._known[tenant] = known = (time.monotonic() + BELIEVED_SECONDS, merged(self.defaults, said))
        return known[1]

    def forget(self, tenant: int) -> None:
        """Ask the store again: it was changed from here."""
        self._known.pop(tenant, None)


def caller_of(who: Principal) -> str:
    """What tells callers apart, for flags that are on for some."""
    return f"{who.tenant}:{who.kind}:{who.id}"


async def _flags(request: Request) -> Flags:
    return request.app.state.flags  # type: ignore[no-any-return]  # app.state is untyped


FlagsDep = Annotated[Flags, Depends(_flags)]


def flag(name: str, off: str | None = None) -> Any:
    """A dependency that answers 404, with `off` as detail, while the flag is off for the caller.

    Who does not say who they are is told so first. It asks for no scope: the route does.
    """

    async def check(request: Request) -> None:
        who = await request.app.state.auth.verify(bearer(request.headers.get("authorization")))
        flags: Flags = request.app.state.flags
        if not is_on(await flags.of(who.tenant), name, caller_of(who)):
            raise NotFound(off or f"The feature {name} is switched off.")

    return Depends(check)
