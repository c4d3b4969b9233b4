"""Projects, sessions, and the messages of one."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, Field

from api.audit import PERSONAL
from api.deps import CanRead, Conn
from api.packs.llm.question import queries
from api.packs.llm.shapes import Count, Exact
from api.query.params import Cursor, Limit, decode, decode_number, encode
from api.schemas.common import Items
from db.errors import NotFound
from db.packs.decimals import exact

router = APIRouter()
LAST_ID = 2**31 - 1


class ProjectOut(BaseModel):
    """A project, over all time."""

    project_id: str
    name: str
    messages: Count
    priced_messages: Count
    total_cost_exact: Exact


class SessionOut(BaseModel):
    """A session. `project_id`: the one that was learned of it first."""

    session_id: str
    project_id: str | None
    first_at: datetime
    last_at: datetime
    messages: Count
    priced_messages: Count
    total_cost_exact: Exact


class MessageOut(BaseModel):
    """A message. `cost_from`: stated by its producer, computed with the price `price_id`, or none."""

    event_id: str
    timestamp: datetime
    model: str | None
    user_id: str | None
    failed: bool
    attempt: int
    batch: bool
    duration_ms: int | None
    input_tokens: int | None
    output_tokens: int | None
    cache_read_tokens: int | None
    cache_write_5m_tokens: int | None
    cache_write_1h_tokens: int | None
    cost_exact: str | None = Field(description="USD, every digit")
    cost_from: str = Field(examples=["stated", "computed", "none"])
    price_id: int | None


@router.get("/projects", summary="Projects")
async def projects(who: CanRead, conn: Conn, limit: Limit = 100, cursor: Cursor = None) -> Items[ProjectOut]:
    """By id, with what they sum up to over all time."""
    found = queries().list_projects(conn, tenant=who.tenant, after=decode("projects", cursor), limit=limit + 1)
    rows = [row async for row in found]
    items = [
        ProjectOut(
            project_id=row["project_id"],
            name=row["name"],
            messages=row["messages"] or 0,
            priced_messages=row["priced"] or 0,
            total_cost_exact=exact(row["cost"]) if row["cost"] is not None else "0",
        )
        for row in rows[:limit]
    ]
    return Items(items=items, next=encode("projects", items[-1].project_id) if len(rows) > limit else None)


@router.get("/sessions", summary="Sessions")
async def sessions(
    who: CanRead,
    conn: Conn,
    project_id: Annotated[str | None, Query(max_length=200)] = None,
    limit: Limit = 100,
    cursor: Cursor = None,
) -> Items[SessionOut]:
    """Those that were learned of last come first."""
    project = None
    if project_id is not None:
        row = await queries().project(conn, tenant=who.tenant, project_id=project_id)
        if row is None:
            raise NotFound(f"There is no project {project_id!r}. GET /api/v1/llm/projects lists those there are.")
        project = row["id"]
    before = decode_number("sessions", cursor)
    found = queries().list_sessions(
        conn, tenant=who.tenant, before=None if before is None else min(before, LAST_ID), project=project,
        limit=limit + 1,
    )  # fmt: skip
    rows = [row async for row in found]
    more = encode("sessions", rows[limit - 1]["id"]) if len(rows) > limit else None
    return Items(items=[_session(row) for row in rows[:limit]], next=more)


@router.get("/sessions/{id}", summary="A session")
async def session(who: CanRead, conn: Conn, session_id: Annotated[str, Path(alias="id", max_length=200)]) -> SessionOut:
    """What is known of it."""
    return _session(await _found(conn, who.tenant, session_id))


@router.get("/sessions/{id}/messages", summary="Messages of a session", dependencies=[PERSONAL])
async def messages(
    who: CanRead,
    conn: Conn,
    session_id: Annotated[str, Path(alias="id", max_length=200)],
    limit: Limit = 100,
    cursor: Cursor = None,
) -> Items[MessageOut]:
    """In order of time, as long as events are kept."""
    row = await _found(conn, who.tenant, session_id)
    offset = min(decode_number("messages", cursor) or 0, 10**9)
    found = queries().session_messages(conn, tenant=who.tenant, session=row["id"], limit=limit + 1, offset=offset)
    rows = [one async for one in found]
    more = encode("messages", offset + limit) if len(rows) > limit else None
    return Items(items=[_message(one) for one in rows[:limit]], next=more)


async def _found(conn: Any, tenant: int, session_id: str) -> Any:
    plain = "\0" not in session_id
    row = await queries().session(conn, tenant=tenant, session_id=session_id) if plain else None
    if row is None:
        raise NotFound("There is no such session. GET /api/v1/llm/sessions lists those there are.")
    return row


def _session(row: Any) -> SessionOut:
    return SessionOut(
        **{name: row[name] for name in ("session_id", "project_id", "first_at", "last_at", "messages")},
        priced_messages=row["priced"],
        total_cost_exact=exact(row["cost"]),
    )


def _message(row: Any) -> MessageOut:
    tokens = {"input_tokens": "input", "output_tokens": "output", "cache_read_tokens": "cache_read",
              "cache_write_5m_tokens": "cache_5m", "cache_write_1h_tokens": "cache_1h"}  # fmt: skip
    same = ("event_id", "model", "user_id", "failed", "attempt", "batch", "duration_ms", "price_id")
    return MessageOut(
        **{name: row[name] for name in same},
        **{name: row[column] for name, column in tokens.items()},
        timestamp=row["t"],
        cost_exact=None if row["cost"] is None else exact(row["cost"]),
        cost_from=("none", "stated", "computed")[row["source"]],
    )
