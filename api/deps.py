"""What routes ask for in their signatures: permissions, stores, a connection, the wake-up line."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Annotated, Any

from fastapi import Depends, Request, Response

from api.auth import CanAdmin, CanIngest, CanOperate, CanRead, Principal, SignedIn
from api.cache import Cache
from api.errors import Unavailable
from db.pool import Pool
from db.store import Archive, Intake
from db.wake import Waker

__all__ = [
    "NEVER_KEPT",
    "ArchiveDep",
    "CacheDep",
    "CanAdmin",
    "CanIngest",
    "CanOperate",
    "CanRead",
    "Conn",
    "IntakeDep",
    "PoolDep",
    "Principal",
    "SignedIn",
    "Wake",
]

ACQUIRE_SECONDS = 10


async def _intake(request: Request) -> Intake:
    return request.app.state.intake  # type: ignore[no-any-return]  # app.state is untyped


async def _archive(request: Request) -> Archive:
    return request.app.state.archive  # type: ignore[no-any-return]  # app.state is untyped


async def _wake(request: Request) -> Waker:
    return request.app.state.wake  # type: ignore[no-any-return]  # app.state is untyped


async def _cache(request: Request) -> Cache:
    return request.app.state.cache  # type: ignore[no-any-return]  # app.state is untyped


async def _pool(request: Request) -> Pool:
    return request.app.state.pool


async def _connection(request: Request) -> AsyncIterator[Any]:
    """A connection of the pool while the request is served. Raises `Unavailable` when none comes free."""
    pool = request.app.state.pool
    try:
        conn = await pool.acquire(timeout=ACQUIRE_SECONDS)
    except TimeoutError as error:
        raise Unavailable("All database connections are busy. Try again in a moment.") from error
    try:
        yield conn
    finally:
        await pool.release(conn)


async def _never_kept(response: Response) -> None:
    """Answers that hold secrets or change with them are nobody's to keep."""
    response.headers["Cache-Control"] = "no-store"


NEVER_KEPT = [Depends(_never_kept)]

IntakeDep = Annotated[Intake, Depends(_intake)]
ArchiveDep = Annotated[Archive, Depends(_archive)]
Wake = Annotated[Waker, Depends(_wake)]
CacheDep = Annotated[Cache, Depends(_cache)]
PoolDep = Annotated[Pool, Depends(_pool)]
Conn = Annotated[Any, Depends(_connection)]
