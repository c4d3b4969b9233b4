"""Who is asking, and what they may do. A permission is a typed parameter of a route: `who: CanRead`."""

from __future__ import annotations

import asyncio
import hmac
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from fastapi import Depends, Request
from fastapi.openapi.models import HTTPBearer
from fastapi.security.base import SecurityBase

from api.external import External, issuer_of
from api.tokens import ISSUER, Signer
from db.access import key_ids, public_id
from db.errors import Forbidden, Unauthorized
from db.passwords import digest
from db.roles import Access

Scope = Literal["ingest", "read", "operate", "admin"]
SCOPES: tuple[Scope, ...] = ("ingest", "read", "operate", "admin")
ROLES: dict[str, frozenset[str]] = {
    "member": frozenset(),  # what a pack shows to this person, and nothing else
    "viewer": frozenset({"read"}),
    "operator": frozenset({"read", "operate"}),
    "admin": frozenset(SCOPES),
}
WHO, SCOPE_ASKED = "tidewatch.who", "tidewatch.scope"
"""Where a request's scope says who was let in, and by which scope."""
CACHE_SECONDS = 10.0
CACHE_SIZE = 10_000


@dataclass(frozen=True, slots=True)
class Principal:
    """Someone who was let in. `id`: of the key or the user, or the `sub` of an external service.

    `expires`: epoch seconds after which no longer. `person`: the user_id under which events name this user; None: none
    that events know.
    """

    tenant: int
    scopes: frozenset[str]
    name: str
    kind: Literal["user", "key", "external"]
    id: str
    expires: float | None = None
    person: str | None = None

    @property
    def named(self) -> str:
        """What stands for them in records: never a name, which would outlive its owner."""
        return f"{self.kind}:{self.id}"

    def may(self, scope: str) -> bool:
        """Whether the scope is theirs; admin implies all."""
        return scope in self.scopes or "admin" in self.scopes


class Authenticator:
    """Tells who a token belongs to. What the store said is believed for 10 s, so a revocation acts within 10 s."""

    def __init__(self, access: Access, signer: Signer, external: External | None = None) -> None:
        self._access = access
        self._signer = signer
        self._external = external if external is not None and external.config.on else None
        self._known: dict[bytes, tuple[float, Principal]] = {}

    def forget(self) -> None:
        """Ask the store again: keys or users have changed."""
        self._known.clear()

    async def verify(self, token: str) -> Principal:
        """The owner of an API key or access token. Raises `Unauthorized`."""
        seal = digest(token)
        believed = self._known.get(seal)
        now = time.monotonic()
        if believed is None or believed[0] < now:
            who = await (self._jwt(token) if _is_jwt(token) else self._key(token, seal))
            if len(self._known) >= CACHE_SIZE:
                self._known.clear()
            self._known[seal] = believed = (now + CACHE_SECONDS, who)
        who = believed[1]
        if who.expires is not None and who.expires <= time.time():
            raise Unauthorized("This token has expired. Refresh it, or log in again.")
        return who

    async def _key(self, token: str, seal: bytes) -> Principal:
        for row in await self._access.find_keys(key_ids(token)):
            secret = token.split("_", 2)[2] if row["id"] == public_id(token) else token
            if hmac.compare_digest(digest(secret) if secret is not token else seal, row["secret_hash"]):
                expires = row["expires_at"].timestamp() if row["expires_at"] else None
                return Principal(row["tenant_id"], frozenset(row["scopes"]), row["name"], "key", row["id"], expires)
        raise Unauthorized("This API key is not known, or was revoked.")

    async def _jwt(self, token: str) -> Principal:
        if self._external is None or issuer_of(token) == ISSUER:
            return await self._user(token)
        claims = await self._external.read(token)
        scopes = frozenset[str]().union(*(ROLES.get(role, frozenset()) for role in self._external.roles(claims)))
        tenant = await self._external.tenant(claims, self._access.find_tenant)
        name, expires = str(claims.get("email") or claims["sub"])[:254], float(claims["exp"])
        return Principal(
            tenant, scopes, name, "external", str(claims["sub"])[:200], expires + self._external.config.leeway,
            self._external.person(claims),
        )  # fmt: skip

    async def _user(self, token: str) -> Principal:
        claims = self._signer.read(token)
        row = await self._access.find_user(claims.tenant, claims.user)
        if row is None or row["disabled_at"] is not None:
            raise Unauthorized("This user is disabled or gone.")
        scopes = ROLES[row["role"]]
        return Principal(claims.tenant, scopes, row["email"], "user", str(claims.user), claims.expires, row["person"])


def _is_jwt(token: str) -> bool:
    """Three parts, of which the first is an object in Base64. A bootstrap key may hold dots."""
    return token.startswith("eyJ") and token.count(".") == 2


def bearer(header: str | None) -> str:
    """The token of an Authorization header. Raises `Unauthorized`."""
    kind, _, token = (header or "").partition(" ")
    if kind.lower() != "bearer" or not token.strip():
        raise Unauthorized()
    return token.strip()


class Requires(SecurityBase):
    """A dependency that lets in who has the scope; None: anybody who says who they are."""

    def __init__(self, scope: Scope | None) -> None:
        self.scope = scope
        self.model = HTTPBearer(description="An API key, or an access token from /api/v1/auth/login.")
        self.scheme_name = "bearer"

    async def __call__(self, request: Request) -> Principal:
        """Raises `Unauthorized` or `Forbidden`."""
        guard: Authenticator = request.app.state.auth
        who = await guard.verify(bearer(request.headers.get("authorization")))
        if self.scope is not None and not who.may(self.scope):
            raise Forbidden(f"This needs the scope {self.scope}. Yours: {', '.join(sorted(who.scopes))}.")
        request.scope[WHO] = who
        request.scope.setdefault(SCOPE_ASKED, self.scope)
        return who


async def in_thread(work: Any, *args: Any) -> Any:
    """Run a costly hash beside the loop, two at a time, so that a flood of logins leaves room for others."""
    return await asyncio.get_running_loop().run_in_executor(_hashing, work, *args)


_hashing = ThreadPoolExecutor(2, "hashing")

SignedIn = Annotated[Principal, Depends(Requires(None))]
CanIngest = Annotated[Principal, Depends(Requires("ingest"))]
CanRead = Annotated[Principal, Depends(Requires("read"))]
CanOperate = Annotated[Principal, Depends(Requires("operate"))]
CanAdmin = Annotated[Principal, Depends(Requires("admin"))]
