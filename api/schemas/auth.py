"""Logins, keys and users as HTTP sees them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, Field

from api.auth import Scope
from api.schemas.common import NO_NUL, Strict

Email = Annotated[str, Field(min_length=3, max_length=254, pattern=r"^[^@\s\x00]+@[^@\s\x00]+$")]
Password = Annotated[str, Field(min_length=12, max_length=256, description="At least 12 characters.")]
Role = Literal["member", "viewer", "operator", "admin"]
Person = Annotated[
    str | None,
    Field(min_length=1, max_length=200, pattern=NO_NUL, description="The user_id under which events name this user"),
]
Name = Annotated[str, Field(min_length=1, max_length=100, pattern=NO_NUL)]
Moment = Annotated[AwareDatetime, Field(gt=datetime(1970, 1, 1, tzinfo=UTC), lt=datetime(2200, 1, 1, tzinfo=UTC))]


class LoginIn(Strict):
    """Who wants in."""

    email: str = Field(max_length=254, pattern=NO_NUL)
    password: str = Field(max_length=256)


class RefreshIn(Strict):
    """The refresh token of the last answer."""

    refresh_token: str = Field(max_length=200)


class TokensOut(BaseModel):
    """`expires_in`: seconds. The refresh token is good for one use."""

    access_token: str
    refresh_token: str
    expires_in: int
    token_type: Literal["bearer"] = "bearer"  # noqa: S105  # the kind of a token, no secret


class MeOut(BaseModel):
    """Who you are."""

    kind: Literal["user", "key", "external"]
    id: str
    name: str
    tenant: int
    scopes: list[str]
    person: str | None = None


class PasswordIn(Strict):
    """A new password for yourself."""

    current_password: str = Field(max_length=256)
    new_password: Password


class KeyIn(Strict):
    """A new key. `admin` implies the other scopes."""

    name: Name
    scopes: list[Scope] = Field(min_length=1, max_length=4)
    expires_at: Moment | None = None


class KeyName(Strict):
    """A new name."""

    name: Name


class KeyOut(BaseModel):
    """A key, without its secret."""

    id: str
    name: str
    scopes: list[str]
    created_at: datetime
    expires_at: datetime | None
    revoked_at: datetime | None


class KeyMade(KeyOut):
    """`key` is the whole key. It is shown this once."""

    key: str


class UserIn(Strict):
    """A new user."""

    email: Email
    password: Password
    role: Role
    person: Person = None


class UserChange(Strict):
    """What is left out stays."""

    role: Role | None = None
    disabled: bool | None = None
    person: Person = None


class NewPassword(Strict):
    """A new password for somebody."""

    password: Password


class UserOut(BaseModel):
    """A user."""

    id: int
    email: str
    role: Role
    person: str | None
    created_at: datetime
    disabled_at: datetime | None
