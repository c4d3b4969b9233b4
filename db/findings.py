"""What insights and patterns share: how a finding gets its id, and how what was found replaces what was known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from typing import Any

from psycopg.types.json import Jsonb

from db.pool import Connection

CHUNK = 1_000
"""Rows that one statement of a clean-up deletes."""


@dataclass(frozen=True, slots=True)
class Looked:
    """That a model looked at an item to its end: what it found there before and not now is over."""

    item: str
    model: str


def finding_id(tenant: int, *parts: object) -> str:
    """The id of a finding: the same parts, the same id, in every run. 26 characters, for addresses."""
    text = "".join(f"{len(str(part))}:{part}" for part in (tenant, *parts))
    return blake2b(text.encode(), digest_size=13).hexdigest()


def replace(
    conn: Connection, sql: Any, tenant: int, job: str, found: Sequence[dict[str, Any]], looked: Sequence[Looked],
    now: datetime, id_name: str,
) -> None:  # fmt: skip
    """Save what was found, close what was looked for and no longer found. Inside the caller's transaction."""
    ids = [row[id_name] for row in found]
    if ids:
        sql.forget_expired(conn, ids=ids, now=now)
        sql.save(conn, tenant=tenant, job=job, found=Jsonb(list(found)))
    if looked:
        sql.close(
            conn,
            tenant=tenant,
            job=job,
            items=[one.item for one in looked],
            models=[one.model for one in looked],
            ids=ids,
        )


def drop_expired(conn: Connection, sql: Any, now: datetime) -> int:
    """Delete what expired before `now`, in short statements. Returns how many rows went."""
    gone = 0
    while (chunk := int(sql.drop_expired(conn, now=now, limit=CHUNK))) > 0:
        gone += chunk
    return gone
