"""`db.roles` on PostgreSQL: each operation is a function of the noun's own module, on one pool."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from db import access, forecasts, groups, insights, model_runs, patterns, policies, refresh_tokens
from db.insights import InsightFilter
from db.pool import Pool
from db.roles import Bootstrapped, Grant, Row


class PostgresFindings:
    """`db.roles.Findings` on a pool."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    async def insights(self, tenant: int, asked: InsightFilter, before: int | None, limit: int) -> Sequence[Row]:
        """See `Findings.insights`."""
        return await insights.list_insights(self._pool, tenant, asked, before, limit)

    async def count_insights(self, tenant: int, asked: InsightFilter) -> dict[str, int]:
        """See `Findings.count_insights`."""
        return await insights.count_insights(self._pool, tenant, asked)

    async def insight(self, tenant: int, insight_id: str) -> Row:
        """See `Findings.insight`."""
        return await insights.get_insight(self._pool, tenant, insight_id)

    async def patterns(
        self, tenant: int, *, kind: str | None, metric: str | None, min_confidence: float, active: bool | None,
        before: int | None, limit: int,
    ) -> Sequence[Row]:  # fmt: skip
        """See `Findings.patterns`."""
        return await patterns.list_patterns(
            self._pool, tenant, kind=kind, metric=metric, min_confidence=min_confidence, active=active,
            before=before, limit=limit,
        )  # fmt: skip

    async def forecasts(
        self, tenant: int, metric: str | None, labels: dict[str, str], after: int, limit: int
    ) -> Sequence[Row]:
        """See `Findings.forecasts`."""
        return await forecasts.list_forecasts(self._pool, tenant, metric, labels, after, limit)

    async def groups(self, tenant: int, after: int, limit: int) -> Sequence[Row]:
        """See `Findings.groups`."""
        return await groups.list_groups(self._pool, tenant, after, limit)

    async def jobs(self, tenant: int) -> Sequence[Row]:
        """See `Findings.jobs`."""
        return await model_runs.list_jobs(self._pool, tenant)


class PostgresPolicies:
    """`db.roles.PolicyBook` on a pool."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    async def find(self, tenant: int, name: str | None = None) -> Sequence[Row]:
        """See `PolicyBook.find`."""
        return await policies.find(self._pool, tenant, name)

    async def get(self, tenant: int, name: str) -> Row:
        """See `PolicyBook.get`."""
        return await policies.get(self._pool, tenant, name)

    async def put(self, tenant: int, name: str, fields: dict[str, Any], who: str) -> Row:
        """See `PolicyBook.put`."""
        return await policies.put(self._pool, tenant, name, fields, who)

    async def remove(self, tenant: int, name: str) -> None:
        """See `PolicyBook.remove`."""
        await policies.remove(self._pool, tenant, name)


class PostgresAccess:
    """`db.roles.Access` on a pool."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    async def find_tenant(self, named: str) -> int | None:
        """See `Access.find_tenant`."""
        return await access.find_tenant(self._pool, named)

    async def find_keys(self, ids: list[str]) -> Sequence[Row]:
        """See `Access.find_keys`."""
        return await access.find_keys(self._pool, ids)

    async def list_keys(self, tenant: int) -> Sequence[Row]:
        """See `Access.list_keys`."""
        return await access.list_keys(self._pool, tenant)

    async def get_key(self, tenant: int, key: str) -> Row:
        """See `Access.get_key`."""
        return _row(await access.get_key(self._pool, tenant, key))

    async def create_key(
        self, tenant: int, name: str, scopes: Sequence[str], expires_at: datetime | None = None
    ) -> tuple[Row, str]:
        """See `Access.create_key`."""
        return await access.create_key(self._pool, tenant, name, scopes, expires_at)

    async def rename_key(self, tenant: int, key: str, name: str) -> Row:
        """See `Access.rename_key`."""
        return _row(await access.rename_key(self._pool, tenant, key, name))

    async def revoke_key(self, tenant: int, key: str) -> None:
        """See `Access.revoke_key`."""
        await access.revoke_key(self._pool, tenant, key)

    async def user_by_email(self, email: str) -> Row | None:
        """See `Access.user_by_email`."""
        return await access.user_by_email(self._pool, email)

    async def find_user(self, tenant: int, user: int) -> Row | None:
        """See `Access.find_user`."""
        return await access.find_user(self._pool, tenant, user)

    async def password_of(self, tenant: int, user: int) -> str | None:
        """See `Access.password_of`."""
        return await access.password_of(self._pool, tenant, user)

    async def list_users(self, tenant: int) -> Sequence[Row]:
        """See `Access.list_users`."""
        return await access.list_users(self._pool, tenant)

    async def create_user(
        self, tenant: int, email: str, password_hash: str, role: str, person: str | None = None
    ) -> Row:
        """See `Access.create_user`."""
        return _row(await access.create_user(self._pool, tenant, email, password_hash, role, person))

    async def change_user(
        self, tenant: int, user: int, role: str | None, disabled: bool | None, person: str | None = None
    ) -> Row:
        """See `Access.change_user`."""
        return _row(await access.change_user(self._pool, tenant, user, role, disabled, person))

    async def set_password(self, tenant: int, user: int, password_hash: str) -> None:
        """See `Access.set_password`."""
        await access.set_password(self._pool, tenant, user, password_hash)

    async def begin_login(self, tenant: int, user: int, days: float) -> str:
        """See `Access.begin_login`."""
        return await refresh_tokens.begin(self._pool, tenant, user, days)

    async def renew_login(self, token: str, days: float) -> Grant:
        """See `Access.renew_login`."""
        return await refresh_tokens.rotate(self._pool, token, days)

    async def end_login(self, token: str) -> None:
        """See `Access.end_login`."""
        await refresh_tokens.end(self._pool, token)

    async def shared_secret(self, name: str) -> bytes:
        """See `Access.shared_secret`."""
        return await access.shared_secret(self._pool, name)

    async def bootstrap(self, key: str | None = None) -> Bootstrapped:
        """See `Access.bootstrap`."""
        return await access.bootstrap(self._pool, key)


def _row(row: Any) -> Row:
    found: Row = row
    return found
