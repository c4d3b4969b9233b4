"""What the application works on: the small interfaces of `db.store` and `db.roles`, as one implementation has them."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import Any, Literal, Protocol

import asyncpg

from api.errors import DATABASE_FAILS
from db import access
from db.flags import FlagStore, PostgresFlags
from db.pool import Pool, open_pool
from db.postgres import PostgresAccess, PostgresArchive, PostgresFindings, PostgresIntake, PostgresPolicies
from db.roles import Access, Findings, PolicyBook
from db.settings import DatabaseSettings
from db.store import Archive, Intake
from db.wake import Waker, Wakes

log = logging.getLogger(__name__)

PING_SECONDS = 2.0
Persisting = Literal["on", "off", "failing"]


class Persistence(Protocol):
    """Of memory mode: whether a database keeps what comes in, and how far it is."""

    def status(self) -> dict[str, Any]:
        """The fields of `api.schemas.persistence.PersistenceOut`."""

    async def switch(self, enabled: bool) -> None:
        """On or off, from now on. Raises nothing when the database cannot be had: `status` says so, and it is tried
        again."""


@dataclass
class Stores:
    """`pool`: the database itself, for what only it can do; None while there is none.

    `answers`: whether the database that should be there is. `serves`: whether requests can be served.
    """

    engine: str
    intake: Intake
    archive: Archive
    findings: Findings
    policies: PolicyBook
    access: Access
    flags: FlagStore
    wake: Wakes
    answers: Callable[[], Awaitable[bool]]
    serves: Callable[[], Awaitable[bool]]
    pool: Pool | None = None
    persistence: Persistence | None = None

    def persists(self) -> bool:
        """Whether a database is meant to keep what comes in."""
        return self.persistence is None or bool(self.persistence.status()["enabled"])


Opener = Callable[[AsyncExitStack], Awaitable[Stores]]
"""Opens the stores; what has to be closed goes on the stack."""


def postgres(database: DatabaseSettings, wait: float) -> Opener:
    """On a database, which is waited for so many seconds."""

    async def opened(stack: AsyncExitStack) -> Stores:
        pool = await _pool(database, wait)
        stack.push_async_callback(_close, pool)

        async def answers() -> bool:
            return await pings(pool)

        return Stores(
            engine=await access.engine_name(pool),
            intake=PostgresIntake(pool, database.shards),
            archive=PostgresArchive(pool, database),
            findings=PostgresFindings(pool),
            policies=PostgresPolicies(pool),
            access=PostgresAccess(pool),
            flags=PostgresFlags(pool),
            wake=await stack.enter_async_context(Waker(database.redis_url)),
            answers=answers,
            serves=answers,
            pool=pool,
        )

    return opened


async def pings(pool: Pool) -> bool:
    """Whether the database answers now."""
    try:
        async with asyncio.timeout(PING_SECONDS):
            await access.ping(pool)
    except DATABASE_FAILS:
        return False
    return True


async def _pool(database: DatabaseSettings, wait: float) -> Pool:
    """Wait for a database that is still starting. Raises `SystemExit` with the reason when it does not come."""
    deadline = asyncio.get_running_loop().time() + wait
    while True:
        try:
            return await open_pool(database.database_url, database.pool_size, database.slow_query)
        except (OSError, asyncpg.PostgresConnectionError, asyncpg.CannotConnectNowError) as error:
            if asyncio.get_running_loop().time() > deadline:
                raise SystemExit(f"The database did not answer for {wait:g} s: {error}") from error
            log.info("waiting for the database: %s", error)
            await asyncio.sleep(0.5)  # a server that starts needs some seconds: asking oftener helps nobody


async def _close(pool: Pool) -> None:
    """Let queries end for a moment, then end them."""
    try:
        async with asyncio.timeout(2):
            await pool.close()
    except TimeoutError:
        pool.terminate()
