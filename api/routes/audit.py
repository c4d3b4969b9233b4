"""The audit log: who changed what, who read personal data, and whether the log is whole."""

from __future__ import annotations

from typing import Annotated

import orjson
from fastapi import APIRouter, Query, Request

from api.deps import NEVER_KEPT, CanAdmin, Conn, PoolDep
from api.query.params import PLAIN_TEXT, Cursor, From, Limit, To, decode_number, encode, moment_of
from api.schemas.audit import AuditEntry, AuditVerified
from api.schemas.common import Items
from api.small import SmallRoute
from db import audit
from db.audit import Row

router = APIRouter(
    prefix="/api/v1/audit", tags=["privacy"], dependencies=[*NEVER_KEPT, PLAIN_TEXT], route_class=SmallRoute
)


@router.get("", summary="The audit log", responses={400: {"description": "The cursor is not one of ours."}})
async def list_audit(
    who: CanAdmin,
    pool: PoolDep,
    request: Request,
    author: Annotated[str | None, Query(alias="who", max_length=300, examples=["user:3"])] = None,
    action: Annotated[str | None, Query(max_length=300, description="An action, or how it begins")] = None,
    object: Annotated[str | None, Query(max_length=300, description="Exactly this object")] = None,
    start: From = None,
    stop: To = None,
    limit: Limit = 100,
    cursor: Cursor = None,
) -> Items[AuditEntry]:
    """Entries, newest first. Reads of personal data appear within seconds, counted together."""
    await request.app.state.audit.flush()  # takes a connection of its own: none is held here meanwhile
    rows = await audit.find(
        pool, who.tenant, before=decode_number("audit", cursor), who=author, action=action, object=object,
        start=moment_of("from", start), stop=moment_of("to", stop), limit=limit + 1,
    )  # fmt: skip
    page = rows[:limit]
    return Items(items=[_shown(row) for row in page], next=encode("audit", page[-1]["seq"]) if rows[limit:] else None)


@router.get("/verify", summary="Whether the audit log is whole")
async def verify_audit(
    who: CanAdmin,
    conn: Conn,
    seq: Annotated[int | None, Query(ge=1, lt=2**63, description="Number of an entry that was noted before")] = None,
    hash: Annotated[str | None, Query(pattern="^[0-9a-f]{64}$", description="And its hash")] = None,
) -> AuditVerified:
    """Walks the whole chain: entries that are missing or were changed are found."""
    found = await audit.verify(conn, who.tenant, (seq, hash) if seq is not None and hash is not None else None)
    return AuditVerified(
        ok=found.problem is None, entries=found.entries, head=found.head.hex(), emptied=found.emptied,
        problem=found.problem, seq=found.at_seq,
    )  # fmt: skip


def _shown(row: Row) -> AuditEntry:
    said = orjson.loads(row["said"]) if row["said"] is not None else {"object": None, "details": None}
    same = {name: row[name] for name in ("seq", "at", "who", "name", "action")}
    return AuditEntry(**same, **said, hash=bytes(row["hash"]).hex())
