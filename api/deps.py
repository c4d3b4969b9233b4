"""What routes ask for in their signatures: permissions, stores, a connection, the wake-up line.

A store (`IntakeDep`, `ArchiveDep`, `FindingsDep`, `PoliciesDep`, `AccessDep`) is there in every mode. `PoolDep` and
`Conn` are the database itself: in memory mode a route that asks for one is answered by 503 until persistence is on.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Annotated, Any

from fastapi import Depends, Request, Response

from api.auth import CanAdmin, CanIngest, CanOperate, CanRead, Principal, SignedIn
from api.cache import Kept
from api.errors import NeedsDatabase, Unavailable
from db.pool import Pool
from db.roles import Access, Findings, PolicyBook
from db.store import Archive, Intake
from db.wake import Wakes

__all__ = [
    "NEVER_KEPT",
    "AccessDep",
    "ArchiveDep",
    "CacheDep",
    "CanAdmin",
    "CanIngest",
    "CanOperate",
    "CanRead",
    "Conn",
    "FindingsDep",
    "IntakeDep",
    "PoliciesDep",
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


async def _findings(request: Request) -> Findings:
    return request.app.state.findings  # type: ignore[no-any-return]  # app.state is untyped


async def _policies(request: Request) -> PolicyBook:
    return request.app.state.policies  # type: ignore[no-any-return]  # app.state is untyped


async def _access(request: Request) -> Access:
    return request.app.state.access  # type: ignore[no-any-return]  # app.state is untyped


async def _wake(request: Request) -> Wakes:
    return request.app.state.wake  # type: ignore[no-any-return]  # app.state is untyped


async def _pool(request: Request) -> Pool:
    """The pool of database connections. Raises `NeedsDatabase` in memory mode without persistence, `Unavailable` while
    the database is away."""
    if (pool := request.app.state.stores.pool) is None:
        raise Unavailable() if request.app.state.stores.persists() else NeedsDatabase()
    return pool


PoolDep = Annotated[Pool, Depends(_pool)]


async def _connection(pool: PoolDep) -> AsyncIterator[Any]:
    """A connection of the pool while the request is served. Raises `Unavailable` when none comes free."""
    try:
        conn = await pool.acquire(timeout=ACQUIRE_SECONDS)
    except TimeoutError as error:
        raise Unavailable("All database connections are busy. Try again in a moment.") from error
    try:
        yield conn
    finally:
        await pool.release(conn)


async def _kept(request: Request, conn: Annotated[Any, Depends(_connection, scope="function")]) -> Kept:
    return Kept(request.app.state.cache, conn)


async def _never_kept(response: Response) -> None:
    """Answers that hold secrets or change with them are nobody's to keep."""
    response.headers["Cache-Control"] = "no-store"


NEVER_KEPT = [Depends(_never_kept)]

IntakeDep = Annotated[Intake, Depends(_intake)]
ArchiveDep = Annotated[Archive, Depends(_archive)]
FindingsDep = Annotated[Findings, Depends(_findings)]
PoliciesDep = Annotated[PolicyBook, Depends(_policies)]
AccessDep = Annotated[Access, Depends(_access)]
Wake = Annotated[Wakes, Depends(_wake)]
CacheDep = Annotated[Kept, Depends(_kept)]
# Given back before the answer is sent: what is noted of an answer needs a connection, too, and all may be out.
Conn = Annotated[Any, Depends(_connection, scope="function")]
