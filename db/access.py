"""People, keys and shared secrets of the tenants. Functions take an asyncpg pool or connection."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import asyncpg

from db.errors import Conflict, Invalid, NotFound
from db.passwords import digest, hash_password, new_password
from db.pool import Pool
from db.queries import for_asyncpg
from db.roles import Bootstrapped

ADMIN = "admin@tidewatch.local"
ALL_SCOPES = ["ingest", "read", "operate", "admin"]
SHORTEST_KEY = 16
Row = Any
"""An `asyncpg.Record`: columns by name."""

_sql = for_asyncpg("access")


async def _all(rows: Any) -> list[Row]:
    return [row async for row in rows]


def public_id(token: str) -> str | None:
    """The id inside a key of the form tw_<id>_<secret>; None for keys of other forms."""
    parts = token.split("_", 2)
    return parts[1] if len(parts) == 3 and parts[0] == "tw" and parts[1] and parts[2] else None


def key_ids(token: str) -> list[str]:
    """The ids under which a key may be stored: its own, or one that is drawn from its hash (keys of free form)."""
    own = public_id(token)
    return [_id_of(token)] if own is None else [own, _id_of(token)]


def _id_of(token: str) -> str:
    return "x" + hashlib.sha256(b"key id:" + token.encode()).hexdigest()[:20]


async def find_tenant(db: Pool, named: str) -> int | None:
    """The tenant of that id (digits) or name."""
    found: int | None = await _sql.find_tenant(db, named=named)
    return found


async def find_keys(db: Pool, ids: list[str]) -> list[Row]:
    """Keys that are not revoked, of any tenant."""
    return await _all(_sql.find_keys(db, ids=ids))


async def list_keys(db: Pool, tenant: int) -> list[Row]:
    """All keys of the tenant, revoked ones too, oldest first; never a secret."""
    return await _all(_sql.list_keys(db, tenant=tenant))


async def get_key(db: Pool, tenant: int, key: str) -> Row:
    """Raises `NotFound`."""
    return _there(await _sql.get_key(db, tenant=tenant, id=key))


async def create_key(
    db: Pool, tenant: int, name: str, scopes: Sequence[str], expires_at: datetime | None = None
) -> tuple[Row, str]:
    """A new key, and its full text, which is not kept."""
    key, secret = secrets.token_hex(6), secrets.token_urlsafe(32)
    row = await _sql.add_key(
        db, tenant=tenant, id=key, secret_hash=digest(secret), name=name, scopes=list(scopes), expires_at=expires_at
    )
    return row, f"tw_{key}_{secret}"


async def rename_key(db: Pool, tenant: int, key: str, name: str) -> Row:
    """Raises `NotFound`."""
    return _there(await _sql.rename_key(db, tenant=tenant, id=key, name=name))


async def revoke_key(db: Pool, tenant: int, key: str) -> None:
    """Acts everywhere within 10 s. Revoking twice changes nothing. Raises `NotFound`."""
    _there(await _sql.revoke_key(db, tenant=tenant, id=key))


async def user_by_email(db: Pool, email: str) -> Row | None:
    """With the hash of the password. Emails are compared in lower case."""
    return await _sql.user_by_email(db, email=email.strip().lower())


async def find_user(db: Pool, tenant: int, user: int) -> Row | None:
    """Without the hash of the password."""
    return await _sql.find_user(db, tenant=tenant, id=user)


async def password_of(db: Pool, tenant: int, user: int) -> str | None:
    """The hash of a user's password; None when there is no such user, or it is disabled."""
    found: str | None = (row := await _sql.password_of(db, tenant=tenant, id=user)) and row["password_hash"]
    return found


async def list_users(db: Pool, tenant: int) -> list[Row]:
    """All users of the tenant, disabled ones too."""
    return await _all(_sql.list_users(db, tenant=tenant))


async def create_user(
    db: Pool, tenant: int, email: str, password_hash: str, role: str, person: str | None = None
) -> Row:
    """Raises `Conflict` when the email (in any tenant: people log in by email alone) or the person is taken."""
    email = email.strip().lower()
    with _one_person():
        row = await _sql.add_user(db, tenant=tenant, email=email, password_hash=password_hash, role=role, person=person)
    if row is None:
        raise Conflict("This email is taken.")
    return row


async def change_user(
    pool: Pool, tenant: int, user: int, role: str | None, disabled: bool | None, person: str | None = None
) -> Row:
    """Change role, state or person; None leaves it. Raises `NotFound`, or `Conflict` where no admin would be left."""
    with _one_person():
        return await _change_user(pool, tenant, user, role, disabled, person)


@contextmanager
def _one_person() -> Iterator[None]:
    try:
        yield
    except asyncpg.UniqueViolationError as taken:
        raise Conflict("Another user is this person already.") from taken


async def _change_user(
    pool: Pool, tenant: int, user: int, role: str | None, disabled: bool | None, person: str | None
) -> Row:
    async with pool.acquire() as conn, conn.transaction():
        admins = {row["id"] for row in await _all(_sql.lock_admins(conn, tenant=tenant))}
        demoted = disabled or (role is not None and role != "admin")
        if demoted and admins == {user}:
            raise Conflict("This is the last admin. Make another user admin first.")
        row = _there(await _sql.change_user(conn, tenant=tenant, id=user, role=role, disabled=disabled, person=person))
        if disabled:
            await _sql.drop_refresh_of_user(conn, tenant=tenant, user=user)
        return row


async def set_password(pool: Pool, tenant: int, user: int, password_hash: str) -> None:
    """The user's open logins end. Raises `NotFound`."""
    async with pool.acquire() as conn, conn.transaction():
        _there(await _sql.find_user(conn, tenant=tenant, id=user))
        await _sql.set_password(conn, tenant=tenant, id=user, password_hash=password_hash)
        await _sql.drop_refresh_of_user(conn, tenant=tenant, user=user)


async def shared_secret(db: Pool, name: str) -> bytes:
    """32 random bytes that all processes agree on; made by whoever asks first."""
    await _sql.add_secret(db, name=name, value=secrets.token_bytes(32))
    value: bytes = await _sql.get_secret(db, name=name)
    return value


async def engine_name(db: Pool) -> str:
    """The engine that the schema was made for."""
    name: str = await _sql.schema_engine(db)
    return name


async def ping(db: Pool) -> None:
    """Raises what asyncpg raises when the database does not answer."""
    await _sql.ping(db)


async def bootstrap(pool: Pool, key: str | None = None) -> Bootstrapped:
    """What a first start needs: an admin when the first tenant has no user, and the given API key with every scope.

    Safe when several processes start at once: one makes the admin and learns the password. Raises `Invalid`.
    """
    if key and len(key) < SHORTEST_KEY:
        raise Invalid(f"TIDEWATCH_BOOTSTRAP_KEY must have {SHORTEST_KEY} characters or more.")
    async with pool.acquire() as conn, conn.transaction():
        await _sql.lock_bootstrap(conn)
        tenant = await _sql.first_tenant(conn)
        password = None
        if await _sql.count_users(conn, tenant=tenant) == 0:
            password = new_password()
            await create_user(conn, tenant, ADMIN, hash_password(password), "admin")
        made = None
        if key:
            made = await _sql.add_key(
                conn, tenant=tenant, id=_id_of(key), secret_hash=digest(key), name="bootstrap", scopes=ALL_SCOPES,
                expires_at=None,
            )  # fmt: skip
        return Bootstrapped(ADMIN, password, made is not None)


def _there(row: Row | None) -> Row:
    if row is None:
        raise NotFound()
    return row
