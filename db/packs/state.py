"""How far a pack's data is: what readers say of how final and how new an answer is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from db.queries import for_asyncpg

KEPT = "kept answers"
"""As if it were a pack: its version is part of the key of every kept answer, so that older ones are not found."""


@dataclass(frozen=True, slots=True)
class Version:
    """How often a pack's data of a tenant has changed, and when last; 0 and None: never."""

    number: int
    changed_at: datetime | None


async def version_of(conn: Any, tenant: int, pack: str) -> Version:
    """The version of a pack's data. An answer that was made at it is as good as new."""
    row = await for_asyncpg("packs").version(conn, tenant=tenant, pack=pack)
    return Version(0, None) if row is None else Version(row["version"], row["changed_at"])


async def waiting_since(conn: Any, tenant: int) -> datetime | None:
    """When the oldest batch of the tenant's events came that is not processed yet; None: nothing waits."""
    found: datetime | None = await for_asyncpg("packs").waiting(conn, tenant=tenant)
    return found
