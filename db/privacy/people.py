"""Who was erased. Remembered as a keyed hash, so that later events of that person can be refused and nobody named."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from typing import Any

from db.packs.registry import packs
from db.pool import Connection
from db.queries import for_asyncpg, for_psycopg

SALT = "privacy salt"
REFUSED = "this person was erased, and what names them is not taken any more"


def person_hash(salt: bytes, tenant: int, person: str) -> bytes:
    """What stands for a person of a tenant. `salt`: the installation's, see `salt_of`."""
    return hmac.digest(salt, f"{tenant}\n{person}".encode(), sha256)


def salt_of(conn: Connection) -> bytes:
    """The secret of this installation that hashes of people are keyed with; made by whoever asks first."""
    sql = for_psycopg("privacy")
    found = sql.salt(conn, name=SALT)
    if found is None:
        sql.add_salt(conn, name=SALT, value=secrets.token_bytes(32))
        found = sql.salt(conn, name=SALT)
    return bytes(found)


async def salt_for(conn: Any) -> bytes:
    """The same with a connection of the API."""
    sql = for_asyncpg("privacy")
    found = await sql.salt(conn, name=SALT)
    if found is None:
        await sql.add_salt(conn, name=SALT, value=secrets.token_bytes(32))
        found = await sql.salt(conn, name=SALT)
    return bytes(found)


def erased_of(conn: Connection, people: Iterable[tuple[int, str | None]]) -> set[tuple[int, str]]:
    """Which of these (tenant, person) were erased. Nearly free where a tenant has none."""
    named = {(tenant, person) for tenant, person in people if person is not None}
    if not named:
        return set()
    sql = for_psycopg("privacy")
    tenants = {row[0] for row in sql.any_erased(conn, tenants=sorted({tenant for tenant, _ in named}))}
    if not tenants:
        return set()
    salt = salt_of(conn)
    hashes = {(tenant, person_hash(salt, tenant, person)): (tenant, person) for tenant, person in named}
    asked = [key for key in hashes if key[0] in tenants]
    found = {
        bytes(row[0])
        for row in sql.erased_among(conn, tenants=[tenant for tenant, _ in asked], hashes=[h for _, h in asked])
    }
    return {hashes[key] for key in asked if key[1] in found}


async def erased_among(conn: Any, tenant: int, people: Iterable[str]) -> set[str]:
    """Which of a tenant's people were erased, with a connection of the API."""
    sql = for_asyncpg("privacy")
    hashes = {bytes(row["hash"]) async for row in sql.erased(conn, tenant=tenant)}
    if not hashes:
        return set()
    salt = await salt_for(conn)
    return {person for person in people if person_hash(salt, tenant, person) in hashes}


async def among_erased(conn: Any, tenant: int, words: Iterable[str]) -> set[str]:
    """The same for few words and perhaps many erased people."""
    salt = await salt_for(conn)
    hashes = {person_hash(salt, tenant, word): word for word in words if word}
    rows = for_asyncpg("privacy").erased_among(conn, tenants=[tenant] * len(hashes), hashes=list(hashes))
    return {hashes[bytes(row["hash"])] async for row in rows}


def note_erased(conn: Connection, tenant: int, person: str) -> None:
    """From the end of this on nothing that names the person comes in; what is being written was waited for."""
    sql = for_psycopg("privacy")
    salt = salt_of(conn)
    with conn.transaction():
        for_psycopg("removal").alone(conn)
        for_psycopg("intake").lock_tenant(conn, tenant=tenant)  # so that nobody makes a series of theirs meanwhile
        sql.note_erased(conn, tenant=tenant, hash=person_hash(salt, tenant, person))
        sql.tick_erased(conn)


async def lift_erased(conn: Any, tenant: int, person: str) -> bool:
    """Take what names the person again: they came back. False: they were not refused."""
    sql = for_asyncpg("privacy")
    salt = await salt_for(conn)
    async with conn.transaction():
        lifted = await sql.lift_erased(conn, tenant=tenant, hash=person_hash(salt, tenant, person))
        await sql.tick_erased(conn)
    return lifted is not None


@cache
def labels_of_people() -> frozenset[str]:
    """Labels of series that name people: `user_id`, `person`, and those that packs fill with the user_id of events."""
    named = {"user_id", "person"}
    for pack in packs().values():
        for metric in pack.model.metrics:
            for label, at in metric.labels.items():
                if (at if isinstance(at, str) else at.path) == "user_id":
                    named.add(label)
    return frozenset(named)
