"""The stores of memory mode with persistence: what is written goes to the database too, what memory does not hold is
read there. While the database is away memory answers alone, and says so."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Any, TypeVar

from db.flags import PostgresFlags, Said
from db.insights import InsightFilter
from db.memory.access import MemoryAccess
from db.memory.core import Memory, Row
from db.memory.filling import fill_people
from db.memory.findings import MemoryFindings
from db.memory.flags import MemoryFlags
from db.memory.intake import MemoryIntake
from db.memory.mirror import FAILS, Database, Mirror
from db.memory.policies import MemoryPolicies
from db.postgres_roles import PostgresAccess, PostgresFindings, PostgresPolicies
from db.records import Appended, Batch
from db.roles import Bootstrapped, Findings

T = TypeVar("T")


def writable(mirror: Mirror) -> Database | None:
    """The database for what people change; None: persistence is off. Raises `OSError` while it is away: what would be
    changed now in memory only would be lost with it."""
    if not mirror.enabled:
        return None
    if mirror.database is None or mirror.state == "failing":
        raise OSError(f"the database of persistence is away ({mirror.reason})")
    return mirror.database


class MirroredIntake(MemoryIntake):
    """A batch is taken when the database, or the spool, has it, and then memory."""

    def __init__(self, memory: Memory, mirror: Mirror) -> None:
        super().__init__(memory)
        self._mirror = mirror
        self._going: set[asyncio.Task[Appended]] = set()

    async def append(self, batch: Batch) -> Appended:
        """See `Intake.append`. Between looking at `enabled` and the queue of memory nothing else happens. Once begun it
        comes to its end, also when the producer hangs up: what one of both has, the other has to have too."""
        if not self._mirror.enabled:
            return await super().append(batch)
        if (known := self.known(batch)) is not None:
            return known
        both = asyncio.create_task(self._take(batch))
        self._going.add(both)
        both.add_done_callback(self._going.discard)
        return await asyncio.shield(both)

    async def _take(self, batch: Batch) -> Appended:
        appended = await self._mirror.take(batch)
        return await super().append(batch) if appended.fresh else appended

    async def closed_ranges(self) -> list[tuple[int, int, str]]:
        """See `Intake.closed_ranges`: what retention of the database has dropped."""
        if (database := self._mirror.readable) is None:
            return []
        try:
            return await database.intake.closed_ranges()
        except FAILS as problem:
            self._mirror.failed(problem)
            return []


class MirroredAccess(MemoryAccess):
    """People and keys are changed in the database first; memory has a copy, by which all are let in."""

    def __init__(self, memory: Memory, mirror: Mirror) -> None:
        super().__init__(memory)
        self._mirror = mirror

    async def _both(self, there: Callable[[PostgresAccess], Awaitable[T]], here: Callable[[], Awaitable[T]]) -> T:
        if (database := writable(self._mirror)) is None:
            return await here()
        done = await there(PostgresAccess(database.pool))
        await fill_people(self._memory, database.pool)
        return done

    async def create_key(
        self, tenant: int, name: str, scopes: Sequence[str], expires_at: datetime | None = None
    ) -> tuple[Row, str]:
        """See `Access.create_key`."""
        here = super().create_key
        given = (tenant, name, scopes, expires_at)
        made, key = await self._both(lambda access: access.create_key(*given), lambda: here(*given))
        return dict(made), key

    async def rename_key(self, tenant: int, key: str, name: str) -> Row:
        """See `Access.rename_key`."""
        here = super().rename_key
        given = (tenant, key, name)
        return dict(await self._both(lambda access: access.rename_key(*given), lambda: here(*given)))

    async def revoke_key(self, tenant: int, key: str) -> None:
        """See `Access.revoke_key`."""
        here = super().revoke_key
        await self._both(lambda access: access.revoke_key(tenant, key), lambda: here(tenant, key))

    async def create_user(
        self, tenant: int, email: str, password_hash: str, role: str, person: str | None = None
    ) -> Row:
        """See `Access.create_user`."""
        here = super().create_user
        given = (tenant, email, password_hash, role, person)
        return dict(await self._both(lambda access: access.create_user(*given), lambda: here(*given)))

    async def change_user(
        self, tenant: int, user: int, role: str | None, disabled: bool | None, person: str | None = None
    ) -> Row:
        """See `Access.change_user`."""
        here = super().change_user
        given = (tenant, user, role, disabled, person)
        if disabled:
            self._end_all(user)
        return dict(await self._both(lambda access: access.change_user(*given), lambda: here(*given)))

    async def set_password(self, tenant: int, user: int, password_hash: str) -> None:
        """See `Access.set_password`."""
        here = super().set_password
        given = (tenant, user, password_hash)
        await self._both(lambda access: access.set_password(*given), lambda: here(*given))
        self._end_all(user)

    async def bootstrap(self, key: str | None = None) -> Bootstrapped:
        """See `Access.bootstrap`."""
        here = super().bootstrap
        if self._mirror.database is None or self._mirror.state == "failing":
            return await here(key)
        return await self._both(lambda access: access.bootstrap(key), lambda: here(key))


class MirroredPolicies(MemoryPolicies):
    """Policies are changed in both."""

    def __init__(self, memory: Memory, mirror: Mirror) -> None:
        super().__init__(memory)
        self._mirror = mirror

    async def put(self, tenant: int, name: str, fields: dict[str, Any], who: str) -> Row:
        """See `PolicyBook.put`."""
        if (database := writable(self._mirror)) is not None:
            await PostgresPolicies(database.pool).put(tenant, name, fields, who)
        return await super().put(tenant, name, fields, who)

    async def remove(self, tenant: int, name: str) -> None:
        """See `PolicyBook.remove`."""
        if (database := writable(self._mirror)) is not None:
            await PostgresPolicies(database.pool).remove(tenant, name)
        await super().remove(tenant, name)


class MirroredFlags(MemoryFlags):
    """What is said of flags is said in both; it is read where it is kept."""

    def __init__(self, memory: Memory, mirror: Mirror) -> None:
        super().__init__(memory)
        self._mirror = mirror

    async def said(self, tenant: int) -> dict[str, Said]:
        """See `FlagStore.said`."""
        own = await super().said(tenant)
        if (database := self._mirror.readable) is None:
            return own
        try:
            return own | await PostgresFlags(database.pool).said(tenant)
        except FAILS as problem:
            self._mirror.failed(problem)
            return own

    async def put(
        self, tenant: int, name: str, enabled: bool | None, percent: int | None, settings: dict[str, Any], who: str
    ) -> None:
        """See `FlagStore.put`."""
        if (database := writable(self._mirror)) is not None:
            await PostgresFlags(database.pool).put(tenant, name, enabled, percent, settings, who)
        await super().put(tenant, name, enabled, percent, settings, who)

    async def remove(self, tenant: int, name: str) -> None:
        """See `FlagStore.remove`."""
        if (database := writable(self._mirror)) is not None:
            await PostgresFlags(database.pool).remove(tenant, name)
        await super().remove(tenant, name)


class MirroredFindings:
    """What the models found in the database's longer past, while it is there; else what they find in memory."""

    def __init__(self, memory: Memory, mirror: Mirror) -> None:
        self._own = MemoryFindings(memory)
        self._mirror = mirror

    async def _ask(self, ask: Callable[[Findings], Awaitable[T]]) -> T:
        if (database := self._mirror.readable) is not None:
            try:
                return await ask(PostgresFindings(database.pool))
            except FAILS as problem:
                self._mirror.failed(problem)
        return await ask(self._own)

    async def insights(self, tenant: int, asked: InsightFilter, before: int | None, limit: int) -> Sequence[Any]:
        """See `Findings.insights`."""
        return await self._ask(lambda findings: findings.insights(tenant, asked, before, limit))

    async def count_insights(self, tenant: int, asked: InsightFilter) -> dict[str, int]:
        """See `Findings.count_insights`."""
        return await self._ask(lambda findings: findings.count_insights(tenant, asked))

    async def insight(self, tenant: int, insight_id: str) -> Any:
        """See `Findings.insight`."""
        return await self._ask(lambda findings: findings.insight(tenant, insight_id))

    async def patterns(self, tenant: int, **asked: Any) -> Sequence[Any]:
        """See `Findings.patterns`."""
        return await self._ask(lambda findings: findings.patterns(tenant, **asked))

    async def forecasts(
        self, tenant: int, metric: str | None, labels: dict[str, str], after: int, limit: int
    ) -> Sequence[Any]:
        """See `Findings.forecasts`."""
        return await self._ask(lambda findings: findings.forecasts(tenant, metric, labels, after, limit))

    async def groups(self, tenant: int, after: int, limit: int) -> Sequence[Any]:
        """See `Findings.groups`. They are scored in memory."""
        return await self._own.groups(tenant, after, limit)

    async def jobs(self, tenant: int) -> Sequence[Any]:
        """See `Findings.jobs`."""
        return await self._ask(lambda findings: findings.jobs(tenant))
