"""Tokens of an external service: JWT (RFC 7519), signed with a shared secret or with a key of its JWKS (RFC 7517).

Which algorithm a token may use is decided by where its key comes from, never by the token: a secret verifies HMAC only,
published keys verify signatures only, and each only what its own kind and `alg` allow (RFC 8725).
"""

from __future__ import annotations

import asyncio
import http.client
import logging
import time
import urllib.error
import urllib.request
from collections.abc import Awaitable, Callable
from typing import Any

import jwt
import orjson
from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from api.errors import Unavailable
from db.errors import Unauthorized

log = logging.getLogger(__name__)

HMAC = ("HS256", "HS384", "HS512")
SIGNED = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
KINDS = {"RSA": ("RS", "PS"), "EC": ("ES",), "OKP": ("EdDSA",)}
"""What keys of a kind can sign."""
LARGEST = 1 << 20
TIMEOUT = 5.0
ASK_AGAIN = 5.0
"""Seconds between two looks at the published keys, however many unknown keys tokens name; after a failure twice as
long each time, up to LONGEST_PAUSE."""
LONGEST_PAUSE = 60.0
AWAY = "The service that signs tokens does not publish its keys now. Try again after Retry-After."
ROLES = {"member": "member", "viewer": "viewer", "operator": "operator", "admin": "admin"}
ROLES |= {"STUDENT": "member", "TEACHER": "member", "ADMIN": "admin"}


class ExternalSettings(BaseSettings):
    """All start with TIDEWATCH_JWT_. Claims are names, or paths such as `realm_access.roles`."""

    model_config = SettingsConfigDict(env_prefix="TIDEWATCH_JWT_", extra="ignore")

    jwks_url: str = Field("", pattern="^(https?://.+)?$", description="Where the service publishes its keys.")
    secret: str = Field("", description="Or the secret that it shares with us; 32 bytes or more.")
    issuer: str = Field("", description="`iss` must be this.")
    audience: str = Field("", description="`aud` must be, or hold, this.")
    tenant_claim: str = Field("tenant", description="Id or name of the tenant.")
    tenant: str = Field("", description="The tenant of tokens that name none; without it they are refused.")
    role_claim: str = Field("role", description="One role, or a list.")
    roles: dict[str, str] = Field(ROLES, description="Their roles -> member, viewer, operator, admin; others are none.")
    person_claim: str = Field("sub", description="The user_id under which events name this user.")
    leeway: float = Field(30, ge=0, le=300, description="Seconds that clocks may differ.")
    keys_for: float = Field(600, gt=0, description="Seconds for which published keys are believed.")

    keys_spare: float = Field(86_400, ge=0, description="Seconds for which they stay while the service is away.")

    @property
    def on(self) -> bool:
        """Whether tokens of an external service are taken at all."""
        return bool(self.jwks_url or self.secret)


class Keys:
    """The published keys, kept for a while. A key that is not known is looked for at once, but not at every token.

    One look at a time, and after one that failed none for a while, longer each time: whoever starts a look waits for
    it, others are answered at once from the keys that are known, however old, or told to come again.
    """

    def __init__(self, url: str, keep: float, spare: float, fetch: Callable[[str], bytes] | None = None) -> None:
        self._url, self._keep, self._spare, self._fetch = url, keep, spare, fetch or _fetch
        self._keys: dict[str, jwt.PyJWK] = {}
        self._until = self._next = 0.0
        self._failures = 0
        self._looking: asyncio.Task[None] | None = None

    async def get(self, kid: str | None) -> jwt.PyJWK:
        """The key of that id; without an id the only one. Raises `Unauthorized`, or `Unavailable` where the service is
        away and what is known does not do."""
        key, now = self._find(kid), time.monotonic()
        if key is not None and now < self._until:
            return key
        if mine := self._looking is None and now >= self._next:
            self._looking = asyncio.create_task(self._look())
        if self._looking is not None and (mine or (key is None and not self._failures)):
            await asyncio.shield(self._looking)
            key = self._find(kid)
            if key is not None and not self._failures:
                return key
        if key is not None and now < self._until + self._spare:
            return key
        if self._failures or not self._keys:
            wait = max(1.0, self._next - time.monotonic())
            raise Unavailable(AWAY, retry_after=wait)
        raise Unauthorized("This token is signed with a key that its service does not publish.")

    def _find(self, kid: str | None) -> jwt.PyJWK | None:
        if kid is None:
            return next(iter(self._keys.values())) if len(self._keys) == 1 else None
        return self._keys.get(kid)

    async def _look(self) -> None:
        """What is published now. When that cannot be had what was known stays known."""
        try:
            body = await asyncio.wait_for(asyncio.to_thread(self._fetch, self._url), TIMEOUT)
            self._keys, self._failures = _usable(orjson.loads(body)), 0
            self._until, self._next = time.monotonic() + self._keep, time.monotonic() + ASK_AGAIN
        except Exception as problem:  # whatever it is: the next look must not wait for this one
            pause = min(ASK_AGAIN * 2**self._failures, LONGEST_PAUSE)
            self._failures, self._next = min(self._failures + 1, 30), time.monotonic() + pause
            log.warning("the keys of the external service cannot be had, tried again in %.0f s: %r", pause, problem)
        finally:
            self._looking = None


def _fetch(url: str) -> bytes:
    """Raises `OSError` or `ValueError`."""
    until = time.monotonic() + TIMEOUT
    body = b""
    with _opened(url) as answer:
        while piece := answer.read1(1 << 16):
            body += piece
            if len(body) > LARGEST:
                raise ValueError(f"more than {LARGEST} bytes")
            if time.monotonic() > until:
                raise TimeoutError("it comes too slowly")
    return body


def _opened(url: str) -> http.client.HTTPResponse:
    """Raises `OSError`."""
    try:
        answer: http.client.HTTPResponse = urllib.request.urlopen(url, timeout=TIMEOUT)  # noqa: S310  # settings allow http and https alone
    except urllib.error.HTTPError as refused:
        with refused:  # which else would hold its connection for as long as somebody remembers it
            raise OSError(f"it answers {refused.code}") from None
    return answer


def _usable(document: dict[str, Any]) -> dict[str, jwt.PyJWK]:
    """Keys that verify signatures, by id. Shared secrets have no place among published keys."""
    found = {}
    for entry in document["keys"]:
        if entry.get("kty") not in KINDS or entry.get("use", "sig") != "sig":
            continue
        try:
            found[str(entry.get("kid", ""))] = jwt.PyJWK(entry)
        except jwt.PyJWTError as problem:
            log.warning("a published key cannot be used: %s", problem)
    return found


class External:
    """Reads tokens of the external service."""

    def __init__(self, config: ExternalSettings, fetch: Callable[[str], bytes] | None = None) -> None:
        self.config = config
        self._keys = Keys(config.jwks_url, config.keys_for, config.keys_spare, fetch)

    async def read(self, token: str) -> dict[str, Any]:
        """The claims. Raises `Unauthorized` unless the service signed it for us and it is still good."""
        try:
            header = jwt.get_unverified_header(token)
            key, algorithms = await self._key(header)
            claims: dict[str, Any] = jwt.decode(
                token,
                key,
                algorithms,
                issuer=self.config.issuer or None,
                audience=self.config.audience or None,
                leeway=self.config.leeway,
                options={"require": ["exp", "sub"], "verify_aud": bool(self.config.audience)},
            )
            return claims
        except jwt.ExpiredSignatureError as error:
            raise Unauthorized("This token has expired. Get another from the service that made it.") from error
        except (jwt.PyJWTError, ValueError, TypeError) as error:
            raise Unauthorized("This token was not made for this server, or not by a service it knows.") from error

    async def _key(self, header: dict[str, Any]) -> tuple[Any, list[str]]:
        algorithm = header.get("alg")
        if algorithm in HMAC and self.config.secret:
            return self.config.secret, list(HMAC)
        if algorithm in SIGNED and self.config.jwks_url:
            key = await self._keys.get(header.get("kid"))
            if not str(algorithm).startswith(KINDS[key.key_type or ""]):
                raise Unauthorized("This token's algorithm does not fit its key.")
            return key, [str(algorithm)]
        raise Unauthorized("This token is signed in a way that is not taken here.")

    def roles(self, claims: dict[str, Any]) -> list[str]:
        """Our roles of the claims. Raises `Unauthorized` when there is none."""
        said = found_at(claims, self.config.role_claim)
        named = said if isinstance(said, list) else [said]
        ours = [role for name in named if isinstance(name, str) and (role := self.config.roles.get(name))]
        if not ours:
            raise Unauthorized("This token names no role that is known here. See TIDEWATCH_JWT_ROLES.")
        return ours

    async def tenant(self, claims: dict[str, Any], find: Callable[[str], Awaitable[int | None]]) -> int:
        """The tenant of the claims. Raises `Unauthorized` when there is none of that id or name."""
        said = found_at(claims, self.config.tenant_claim)
        if said is None or isinstance(said, bool) or not isinstance(said, str | int):
            said = self.config.tenant
        tenant = await find(str(said)) if said != "" else None
        if tenant is None:
            raise Unauthorized("This token names no tenant of this server. See TIDEWATCH_JWT_TENANT_CLAIM.")
        return tenant

    def person(self, claims: dict[str, Any]) -> str | None:
        """The user_id under which events name the owner."""
        said = found_at(claims, self.config.person_claim)
        return str(said)[:200] if isinstance(said, str | int) and not isinstance(said, bool) else None


def found_at(claims: dict[str, Any], path: str) -> Any:
    """What stands at a path; a claim of exactly that name goes first (names may hold dots and be addresses)."""
    if path in claims:
        return claims[path]
    found: Any = claims
    for part in path.split("."):
        found = found.get(part) if isinstance(found, dict) else None
    return found


def issuer_of(token: str) -> Any:
    """Who a token says that made it: not believed, but enough to know whom to ask."""
    try:
        return jwt.decode(token, options={"verify_signature": False, "verify_exp": False}).get("iss")
    except (jwt.PyJWTError, ValueError, TypeError):
        return None
