"""Log in, stay in, log out."""

from __future__ import annotations

from fastapi import APIRouter, Request

from api.auth import WHO, Principal, in_thread
from api.deps import NEVER_KEPT, AccessDep, SignedIn
from api.errors import Unprocessable
from api.schemas.auth import LoginIn, MeOut, PasswordIn, RefreshIn, TokensOut
from api.small import SmallRoute
from db.errors import Forbidden, Unauthorized
from db.passwords import hash_password, password_matches
from db.roles import Grant

router = APIRouter(prefix="/api/v1/auth", tags=["access"], dependencies=NEVER_KEPT, route_class=SmallRoute)


@router.post("/login", summary="Log in with email and password")
async def login(body: LoginIn, request: Request, access: AccessDep) -> TokensOut:
    """Tokens for a user. Failures slow down the next attempts; an unknown email takes as long as a wrong password."""
    state = request.app.state
    email, address = body.email.strip().lower(), request.client.host if request.client else ""
    state.throttle.attempt(email, address)
    user = await access.user_by_email(email)
    right = await in_thread(password_matches, user["password_hash"] if user else None, body.password)
    if user is None or not right or user["disabled_at"] is not None:
        raise Unauthorized("Email or password is wrong.")
    state.throttle.succeeded(email, address)
    request.scope[WHO] = Principal(user["tenant_id"], frozenset(), email, "user", str(user["id"]))
    token = await access.begin_login(user["tenant_id"], user["id"], state.config.refresh_days)
    return _tokens(request, Grant(user["tenant_id"], user["id"], user["role"], token))


@router.post("/refresh", summary="Exchange a refresh token for new tokens")
async def renew(body: RefreshIn, request: Request, access: AccessDep) -> TokensOut:
    """A refresh token is good for one use. A second use ends the whole login: one of the two users is a thief."""
    return _tokens(request, await access.renew_login(body.refresh_token, request.app.state.config.refresh_days))


@router.post("/logout", status_code=204, summary="End a login")
async def logout(body: RefreshIn, access: AccessDep) -> None:
    """All refresh tokens of this login end; its access token lives on for its few minutes."""
    await access.end_login(body.refresh_token)


@router.get("/me", summary="Who am I")
async def me(who: SignedIn) -> MeOut:
    """The owner of the key or token."""
    return MeOut(
        kind=who.kind, id=who.id, name=who.name, tenant=who.tenant, scopes=sorted(who.scopes), person=who.person
    )


@router.post("/password", status_code=204, summary="Change my password")
async def change_password(body: PasswordIn, who: SignedIn, request: Request, access: AccessDep) -> None:
    """All logins of the user end."""
    if who.kind != "user":
        raise Forbidden("Only users of this server have a password here: log in as one.")
    throttle, address = request.app.state.throttle, request.client.host if request.client else ""
    throttle.attempt(who.name, address)
    stored = await access.password_of(who.tenant, int(who.id))
    if not await in_thread(password_matches, stored, body.current_password):
        raise Unprocessable("The current password is wrong.")
    throttle.succeeded(who.name, address)
    await access.set_password(who.tenant, int(who.id), await in_thread(hash_password, body.new_password))


def _tokens(request: Request, grant: Grant) -> TokensOut:
    signer = request.app.state.signer
    access_token = signer.sign(grant.tenant, grant.user, grant.role)
    return TokensOut(access_token=access_token, refresh_token=grant.token, expires_in=signer.seconds)
