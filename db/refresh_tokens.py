"""Refresh tokens: each is good for one use, and its use makes the next. A second use ends the whole family."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta

from db.errors import Unauthorized
from db.passwords import digest
from db.pool import Pool
from db.queries import for_asyncpg
from db.roles import Grant

_sql = for_asyncpg("access")


async def begin(pool: Pool, tenant: int, user: int, days: float) -> str:
    """The first token of a new login. Old tokens of the user that have expired are removed on the way."""
    await _sql.drop_expired_refresh(pool, tenant=tenant, user=user)
    return await _add(pool, tenant, user, secrets.token_hex(8), days)


async def rotate(pool: Pool, token: str, days: float) -> Grant:
    """Use a token and get the next. Raises `Unauthorized`; if it was used before, all tokens of that login end."""
    seal = digest(token)
    async with pool.acquire() as conn, conn.transaction():
        held = await _sql.lock_refresh(conn, token_hash=seal)
        if held is None or held["expired"] or held["disabled_at"] is not None:
            raise Unauthorized("This refresh token is not known, or has expired. Log in again.")
        tenant, user, family = held["tenant_id"], held["user_id"], held["family"]
        if await _sql.use_refresh(conn, tenant=tenant, token_hash=seal) is not None:
            return Grant(tenant, user, held["role"], await _add(conn, tenant, user, family, days))
        await _sql.drop_family(conn, tenant=tenant, user=user, family=family)
    raise Unauthorized("This refresh token was used before. That login has ended: log in again.")


async def end(pool: Pool, token: str) -> None:
    """Log out: all tokens of that login end. An unknown token changes nothing."""
    async with pool.acquire() as conn, conn.transaction():
        held = await _sql.lock_refresh(conn, token_hash=digest(token))
        if held is not None:
            await _sql.drop_family(conn, tenant=held["tenant_id"], user=held["user_id"], family=held["family"])


async def _add(db: Pool, tenant: int, user: int, family: str, days: float) -> str:
    token = "twr_" + secrets.token_urlsafe(32)
    expires_at = datetime.now(UTC) + timedelta(days=days)
    await _sql.add_refresh(db, tenant=tenant, token_hash=digest(token), user=user, family=family, expires_at=expires_at)
    return token
