"""Requests for exports and erasures, as the API asks for them and reads them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import orjson

from db.errors import Conflict, NotFound
from db.privacy.people import person_hash, salt_for
from db.queries import for_asyncpg

Row = Mapping[str, Any]
_sql = for_asyncpg("privacy")


async def ask(
    conn: Any,
    tenant: int,
    person: str,
    kind: str,
    *,
    asked_by: str,
    due_at: datetime,
    mode: str | None = None,
    dry_run: bool = False,
    labels: list[str] | None = None,
    expires_at: datetime | None = None,
) -> Row:
    """A new request. A worker takes it up. The email of a login stands for the person that it is linked to."""
    person = await _sql.person_of_login(conn, tenant=tenant, email=person) or person
    row: Row = await _sql.ask(
        conn,
        tenant=tenant,
        kind=kind,
        mode=mode,
        dry_run=dry_run,
        person=person,
        hash=person_hash(await salt_for(conn), tenant, person),
        names=[],
        labels=labels or [],
        asked_by=asked_by,
        due_at=due_at,
        expires_at=expires_at,
    )
    return row


async def get(conn: Any, tenant: int, request: int, kind: str) -> Row:
    """Raises `NotFound`."""
    row: Row | None = await _sql.get(conn, tenant=tenant, id=request, kind=kind)
    if row is None:
        raise NotFound()
    return row


async def find(conn: Any, tenant: int, kind: str, before: int | None, person: str | None, limit: int) -> list[Row]:
    """Newest first; of one person, if given, whether or not their name is still in the row."""
    hash_ = person and person_hash(await salt_for(conn), tenant, person)
    rows = _sql.find(conn, tenant=tenant, kind=kind, before=before, hash=hash_ or None, limit=limit)
    return [row async for row in rows]


async def retry(conn: Any, tenant: int, request: int, labels: list[str]) -> None:
    """Have an erasure tried again. Raises `NotFound`, or `Conflict` where it did not fail."""
    row = await get(conn, tenant, request, "erasure")
    more = sorted({*row["labels"], *labels})
    if await _sql.retry(conn, tenant=tenant, id=request, labels=more) is None:
        raise Conflict(f"This erasure is {row['state']}. Only one that failed can be tried again.")


async def events_of(conn: Any, tenant: int, person: str) -> int:
    """How many events name the person."""
    return int(await _sql.events_count(conn, tenant=tenant, person=person))


async def part_of(pool: Any, tenant: int, request: int, part: int) -> bytes | None:
    """A piece of an export's file; None after the last."""
    found: bytes | None = await _sql.file_part(pool, tenant=tenant, request=request, part=part)
    return found


async def keep_an_admin(conn: Any, tenant: int, person: str) -> None:
    """Raises `Conflict` when without this person's login nobody could administer the tenant."""
    sql = for_asyncpg("erasure")
    rows = [row async for row in sql.accounts(conn, tenant=tenant, names=[person])]
    ids = [row["id"] for row in rows]
    if any(row["role"] == "admin" for row in rows) and not await sql.other_admins(conn, tenant=tenant, ids=ids):
        raise Conflict("This person is the last admin. Make another user admin first.")


def certificate_of(row: Row) -> dict[str, Any]:
    """The certificate in a request's row."""
    document: dict[str, Any] = orjson.loads(row["certificate"])
    return document
