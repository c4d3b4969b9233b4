"""Messages to the outside: a row each, which is also the queue. `workers.channels` carries them out.

Whoever has something to tell puts a `Draft` in, best in the transaction that caused it. The same (tenant, key) twice is
one message; a message is sent at least once, and its id tells a receiver which ones it had before.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from psycopg.rows import dict_row
from psycopg.types.json import Jsonb

from db.errors import Conflict, NotFound
from db.pool import Connection
from db.queries import for_asyncpg, for_psycopg

Row = Mapping[str, Any]
"""Columns by name."""
ANSWER = 500
"""Characters that are kept of what the other side said."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What to tell whom. `key`: what it is about, such as `report:7:2026-01-01`.

    `subject` and `body` are for people; `payload` for machines (a webhook sends it). `file`: (name, text) of an
    attachment of a mail.
    """

    key: str
    channel: str
    target: str
    subject: str
    body: str
    payload: dict[str, Any] = field(default_factory=dict)
    file: tuple[str, str] | None = None

    def columns(self) -> dict[str, Any]:
        """As arguments of `enqueue`, all but the payload."""
        name, text = self.file or (None, None)
        said = {"key": self.key, "channel": self.channel, "target": self.target}
        return said | {"subject": self.subject, "body": self.body, "file_name": name, "file_text": text}


@dataclass(frozen=True, slots=True)
class Claimed:
    """A message that is ours to send now, for the `attempts`-th time."""

    tenant: int
    id: int
    attempts: int
    created_at: datetime
    draft: Draft


def enqueue(conn: Connection, tenant: int, draft: Draft) -> int | None:
    """Put a message into the queue, from a task. Returns its id; None: its key is there already."""
    row = for_psycopg("deliveries").enqueue(conn, tenant=tenant, payload=Jsonb(draft.payload), **draft.columns())
    return None if row is None else int(row[0])


async def enqueue_async(conn: Any, tenant: int, draft: Draft) -> int | None:
    """The same from the API, over asyncpg."""
    row = await for_asyncpg("deliveries").enqueue(conn, tenant=tenant, payload=draft.payload, **draft.columns())
    return None if row is None else int(row["id"])


def claim(conn: Connection, most: int, lease: float) -> list[Claimed]:
    """Take up to `most` messages that are due, for `lease` seconds. Each goes to one caller."""
    with conn.cursor(row_factory=dict_row) as cursor:
        sql = for_psycopg("deliveries").claim.sql
        return [_claimed(row) for row in cursor.execute(sql, {"most": most, "lease": lease})]


def settle(conn: Connection, one: Claimed, state: str, answer: str, pause: float = 0) -> None:
    """Say what became of it: `sent`, `dead`, or `failed`, to be tried again after `pause` seconds."""
    said = answer.replace("\0", "")[:ANSWER]
    for_psycopg("deliveries").settle(
        conn, tenant=one.tenant, id=one.id, attempts=one.attempts, state=state, answer=said, pause=pause
    )


async def find(
    conn: Any, tenant: int, state: str | None, channel: str | None, before: int | None, limit: int
) -> Sequence[Row]:
    """A tenant's messages below an id, newest first."""
    rows = for_asyncpg("deliveries").deliveries(
        conn, tenant=tenant, state=state, channel=channel, before=before, limit=limit
    )
    return [row async for row in rows]


async def get(conn: Any, tenant: int, id_: int) -> Row:
    """One message with what it says. Raises `NotFound`."""
    row: Row | None = await for_asyncpg("deliveries").delivery(conn, tenant=tenant, id=id_)
    if row is None:
        raise NotFound(f"There is no delivery {id_}. GET /api/v1/deliveries lists them.")
    return row


async def retry(conn: Any, tenant: int, id_: int) -> Row:
    """Try a message anew that failed. Raises `NotFound`, `Conflict`."""
    if await for_asyncpg("deliveries").retry(conn, tenant=tenant, id=id_) is None:
        state = (await get(conn, tenant, id_))["state"]
        raise Conflict(f"Delivery {id_} is {state}. Only one that is failed or dead can be tried again.")
    return await get(conn, tenant, id_)


def drop_done(conn: Connection, before: datetime) -> int:
    """Drop messages that were over before. Returns how many."""
    return int(for_psycopg("deliveries").drop_done(conn, before=before))


def secret_of(conn: Connection, tenant: int) -> bytes:
    """The 32 bytes by which a tenant's webhooks are signed."""
    fresh = {"name": _name(tenant), "value": secrets.token_bytes(32)}
    return bytes(for_psycopg("deliveries").webhook_secret(conn, **fresh))


async def secret_of_async(conn: Any, tenant: int, *, renew: bool = False) -> bytes:
    """The same over asyncpg; `renew`: a new one from now on."""
    sql = for_asyncpg("deliveries")
    fresh = {"name": _name(tenant), "value": secrets.token_bytes(32)}
    if renew:
        await sql.renew_webhook_secret(conn, **fresh)
    return bytes(await sql.webhook_secret(conn, **fresh))


def _name(tenant: int) -> str:
    return f"webhook:{tenant}"


def _claimed(row: dict[str, Any]) -> Claimed:
    file = None if row["file_name"] is None else (row["file_name"], row["file_text"])
    said = {name: row[name] for name in ("channel", "target", "subject", "body", "payload")}
    return Claimed(row["tenant_id"], row["id"], row["attempts"], row["created_at"], Draft(key="", file=file, **said))
