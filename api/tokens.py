"""Access tokens: JWT (RFC 7519), HS256, signed with a key that all processes of an installation share."""

from __future__ import annotations

import time
from dataclasses import dataclass

import jwt

from db.errors import Unauthorized

ISSUER = "tidewatch"
KEY_NAME = "token signing key"


@dataclass(frozen=True, slots=True)
class Claims:
    """What a token says. `expires`: epoch seconds."""

    tenant: int
    user: int
    expires: float


class Signer:
    """Makes and reads access tokens that live for `minutes`."""

    def __init__(self, key: bytes, minutes: float) -> None:
        self._key = key
        self.seconds = round(minutes * 60)

    def sign(self, tenant: int, user: int, role: str) -> str:
        """A token for a user. `role` is for the page to show; what counts is the role in the database."""
        now = int(time.time())
        claims = {"iss": ISSUER, "sub": str(user), "tenant": tenant, "role": role, "iat": now}
        return jwt.encode({**claims, "exp": now + self.seconds}, self._key, "HS256")

    def read(self, token: str) -> Claims:
        """Raises `Unauthorized` unless we signed it and it is still good."""
        try:
            claims = jwt.decode(
                token, self._key, ["HS256"], issuer=ISSUER, options={"require": ["exp", "iat", "sub", "tenant", "iss"]}
            )
            return Claims(int(claims["tenant"]), int(claims["sub"]), float(claims["exp"]))
        except jwt.ExpiredSignatureError as error:
            raise Unauthorized("This token has expired. Refresh it, or log in again.") from error
        except (jwt.PyJWTError, ValueError, TypeError) as error:
            raise Unauthorized("This token is not one of ours.") from error
