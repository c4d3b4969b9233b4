"""Users of the tenant."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Request

from api.audit import PERSONAL
from api.auth import in_thread
from api.deps import NEVER_KEPT, AccessDep, CanAdmin
from api.schemas.auth import NewPassword, UserChange, UserIn, UserOut
from api.schemas.common import Items
from api.small import SmallRoute
from db.passwords import hash_password

router = APIRouter(prefix="/api/v1/users", tags=["access"], dependencies=NEVER_KEPT, route_class=SmallRoute)

UserId = Annotated[int, Path(ge=1, lt=2**63)]


@router.get("", summary="List users", dependencies=[PERSONAL])
async def list_users(who: CanAdmin, access: AccessDep) -> Items[UserOut]:
    """Disabled ones too."""
    return Items(items=[UserOut(**row) for row in await access.list_users(who.tenant)])


@router.post("", status_code=201, summary="Add a user")
async def create_user(body: UserIn, who: CanAdmin, access: AccessDep) -> UserOut:
    """They log in with email and password."""
    hashed = await in_thread(hash_password, body.password)
    return UserOut(**await access.create_user(who.tenant, body.email, hashed, body.role, body.person))


@router.patch("/{user_id}", summary="Change a user's role, disable or enable them")
async def change_user(user_id: UserId, body: UserChange, who: CanAdmin, access: AccessDep, request: Request) -> UserOut:
    """Acts here at once, in other processes within 10 s. The last admin stays."""
    row = await access.change_user(who.tenant, user_id, body.role, body.disabled, body.person)
    request.app.state.auth.forget()
    return UserOut(**row)


@router.put("/{user_id}/password", status_code=204, summary="Set a user's password")
async def set_password(user_id: UserId, body: NewPassword, who: CanAdmin, access: AccessDep) -> None:
    """All logins of the user end. For your own password there is `/api/v1/auth/password`."""
    await access.set_password(who.tenant, user_id, await in_thread(hash_password, body.password))
