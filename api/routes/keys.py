"""API keys of the tenant."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Request

from api.deps import NEVER_KEPT, AccessDep, CanAdmin
from api.limits import limits
from api.schemas.auth import KeyIn, KeyMade, KeyName, KeyOut
from api.schemas.common import NO_NUL, Items
from api.small import SmallRoute
from db.errors import Conflict

router = APIRouter(prefix="/api/v1/keys", tags=["access"], dependencies=NEVER_KEPT, route_class=SmallRoute)

KeyId = Annotated[str, Path(max_length=100, pattern=NO_NUL)]


@router.get("", summary="List API keys")
async def list_keys(who: CanAdmin, access: AccessDep) -> Items[KeyOut]:
    """Revoked ones too."""
    return Items(items=[KeyOut(**row) for row in await access.list_keys(who.tenant)])


@router.post("", status_code=201, summary="Make an API key")
async def create_key(body: KeyIn, who: CanAdmin, access: AccessDep) -> KeyMade:
    """The answer shows the whole key, this once."""
    scopes = sorted(set(body.scopes))
    most = limits().keys
    if sum(row["revoked_at"] is None for row in await access.list_keys(who.tenant)) >= most:
        raise Conflict(f"There are {most} API keys. Revoke one that is not used any more.")
    row, key = await access.create_key(who.tenant, body.name, scopes, body.expires_at)
    return KeyMade(**row, key=key)


@router.get("/{key_id}", summary="One API key")
async def read_key(key_id: KeyId, who: CanAdmin, access: AccessDep) -> KeyOut:
    """Without its secret."""
    return KeyOut(**await access.get_key(who.tenant, key_id))


@router.patch("/{key_id}", summary="Rename an API key")
async def rename_key(key_id: KeyId, body: KeyName, who: CanAdmin, access: AccessDep) -> KeyOut:
    """Scopes stay for ever: make another key."""
    return KeyOut(**await access.rename_key(who.tenant, key_id, body.name))


@router.delete("/{key_id}", status_code=204, summary="Revoke an API key")
async def revoke_key(key_id: KeyId, who: CanAdmin, access: AccessDep, request: Request) -> None:
    """Acts here at once, in other processes within 10 s."""
    await access.revoke_key(who.tenant, key_id)
    request.app.state.auth.forget()
