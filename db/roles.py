"""The rest of the small interface (see `db.store`): what models found, what people said beforehand, who may come in.

PostgreSQL is one implementation (`db.postgres`), memory another (`db.memory`). Rows are mappings of columns by name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from db.insights import InsightFilter

Row = Mapping[str, Any]
"""Columns by name."""


@dataclass(frozen=True, slots=True)
class Bootstrapped:
    """What a first start made. `password` of the user `email` is known only here; None: there were users already."""

    email: str
    password: str | None
    key_made: bool


@dataclass(frozen=True, slots=True)
class Grant:
    """Whose login goes on, and the token for the next time."""

    tenant: int
    user: int
    role: str
    token: str


class Findings(Protocol):
    """What scheduled models found, for readers."""

    async def insights(self, tenant: int, asked: InsightFilter, before: int | None, limit: int) -> Sequence[Row]:
        """A tenant's insights below an id, newest first."""

    async def count_insights(self, tenant: int, asked: InsightFilter) -> dict[str, int]:
        """How many there are of each severity; severities without any are 0."""

    async def insight(self, tenant: int, insight_id: str) -> Row:
        """One insight of a tenant. Raises `NotFound`."""

    async def patterns(
        self, tenant: int, *, kind: str | None, metric: str | None, min_confidence: float, active: bool | None,
        before: int | None, limit: int,
    ) -> Sequence[Row]:  # fmt: skip
        """A tenant's patterns below an id, newest first. `metric` may hold `*`."""

    async def forecasts(
        self, tenant: int, metric: str | None, labels: dict[str, str], after: int, limit: int
    ) -> Sequence[Row]:
        """A tenant's forecasts by series after an id, with their series. `metric` may hold `*`."""

    async def groups(self, tenant: int, after: int, limit: int) -> Sequence[Row]:
        """A tenant's groups by id after one."""

    async def jobs(self, tenant: int) -> Sequence[Row]:
        """How far each scheduled model is, with the numbers of a tenant's own items."""


class PolicyBook(Protocol):
    """What people say of series beforehand, by a matcher."""

    async def find(self, tenant: int, name: str | None = None) -> Sequence[Row]:
        """Those in force, by name."""

    async def get(self, tenant: int, name: str) -> Row:
        """Raises `NotFound`."""

    async def put(self, tenant: int, name: str, fields: dict[str, Any], who: str) -> Row:
        """Make or replace a policy; `fields` without a value say nothing. The same again changes nothing.

        Raises `Conflict` when the tenant has too many.
        """

    async def remove(self, tenant: int, name: str) -> None:
        """Raises `NotFound`."""


class Access(Protocol):
    """People, keys, logins and shared secrets of the tenants."""

    async def find_tenant(self, named: str) -> int | None:
        """The tenant of that id (digits) or name."""

    async def find_keys(self, ids: list[str]) -> Sequence[Row]:
        """Keys that are not revoked, of any tenant."""

    async def list_keys(self, tenant: int) -> Sequence[Row]:
        """All keys of the tenant, revoked ones too, oldest first; never a secret."""

    async def get_key(self, tenant: int, key: str) -> Row:
        """Raises `NotFound`."""

    async def create_key(
        self, tenant: int, name: str, scopes: Sequence[str], expires_at: datetime | None = None
    ) -> tuple[Row, str]:
        """A new key, and its full text, which is not kept."""

    async def rename_key(self, tenant: int, key: str, name: str) -> Row:
        """Raises `NotFound`."""

    async def revoke_key(self, tenant: int, key: str) -> None:
        """Acts everywhere within 10 s. Revoking twice changes nothing. Raises `NotFound`."""

    async def user_by_email(self, email: str) -> Row | None:
        """With the hash of the password. Emails are compared in lower case."""

    async def find_user(self, tenant: int, user: int) -> Row | None:
        """Without the hash of the password."""

    async def password_of(self, tenant: int, user: int) -> str | None:
        """The hash of a user's password; None when there is no such user, or it is disabled."""

    async def list_users(self, tenant: int) -> Sequence[Row]:
        """All users of the tenant, disabled ones too."""

    async def create_user(
        self, tenant: int, email: str, password_hash: str, role: str, person: str | None = None
    ) -> Row:
        """Raises `Conflict` when the email (in any tenant: people log in by email alone) or the person is taken."""

    async def change_user(
        self, tenant: int, user: int, role: str | None, disabled: bool | None, person: str | None = None
    ) -> Row:
        """Change role, state or person; None leaves it. Raises `NotFound`, or `Conflict` where no admin would be
        left."""

    async def set_password(self, tenant: int, user: int, password_hash: str) -> None:
        """The user's open logins end. Raises `NotFound`."""

    async def begin_login(self, tenant: int, user: int, days: float) -> str:
        """The first refresh token of a new login."""

    async def renew_login(self, token: str, days: float) -> Grant:
        """Use a refresh token and get the next. Raises `Unauthorized`; a second use ends the whole login."""

    async def end_login(self, token: str) -> None:
        """All refresh tokens of that login end. An unknown token changes nothing."""

    async def shared_secret(self, name: str) -> bytes:
        """32 random bytes that all processes agree on; made by whoever asks first."""

    async def bootstrap(self, key: str | None = None) -> Bootstrapped:
        """What a first start needs: an admin when the first tenant has no user, and the given API key with every scope.

        Raises `Invalid`.
        """
