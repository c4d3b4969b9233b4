"""Room for one more of what a tenant may keep only so many of."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from db.errors import Conflict
from db.queries import for_asyncpg

Count = Callable[..., Awaitable[int]]


async def alone(conn: Any, tenant: int) -> None:
    """Until the transaction ends nobody else adds what is counted. A statement of its own: a count in the same would
    not see what was added while it waited."""
    await for_asyncpg("room").alone(conn, tenant=tenant)


async def one_more(conn: Any, tenant: int, count: Count, most: int, what: str) -> None:
    """Inside the transaction that adds one. `count`: a query of a tenant's. Raises `Conflict` at `most`."""
    await alone(conn, tenant)
    if await count(conn, tenant=tenant) >= most:
        raise Conflict(f"There are {most} {what} already. Remove some first.")
