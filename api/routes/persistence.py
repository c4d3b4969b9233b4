"""Persistence: in memory mode, whether a database keeps what comes in. Switched while all else goes on."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request

from api.deps import CanAdmin, CanRead
from api.schemas.persistence import PersistenceIn, PersistenceOut
from api.small import SmallRoute
from api.stores import Stores
from db.errors import Conflict

router = APIRouter(prefix="/api/v1/persistence", tags=["system"], route_class=SmallRoute)


async def _stores(request: Request) -> Stores:
    return request.app.state.stores  # type: ignore[no-any-return]  # app.state is untyped


StoresDep = Annotated[Stores, Depends(_stores)]


@router.get("", summary="Whether a database keeps what comes in")
async def read_persistence(_: CanRead, stores: StoresDep) -> PersistenceOut:
    """In memory mode: how it stands, and what waits. Else the database is all there is."""
    if stores.persistence is None:
        return PersistenceOut(enabled=True, state="on" if await stores.answers() else "failing")
    return PersistenceOut(**stores.persistence.status())


@router.put("", summary="Switch persistence on or off", responses={409: {"description": "There is nothing to switch."}})
async def switch_persistence(body: PersistenceIn, _: CanAdmin, stores: StoresDep) -> PersistenceOut:
    """On: what memory holds and what comes in is written to the database (TIDEWATCH_DATABASE_URL, else our own).

    Off: all goes on from memory. A database that cannot be had is tried again, and what comes in waits for it.
    """
    if stores.persistence is None:
        if not body.enabled:
            raise Conflict("This server works on its database. For memory mode, start with `tidewatch up --memory`.")
        return PersistenceOut(enabled=True, state="on" if await stores.answers() else "failing")
    await stores.persistence.switch(body.enabled)
    return PersistenceOut(**stores.persistence.status())
