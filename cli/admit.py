"""Who may come in first: the admin of a new installation, the key for automation, the key of the demo."""

from __future__ import annotations

from db import access
from db.pool import Pool

FIRST_TENANT = 1


async def first_login(pool: Pool, bootstrap_key: str) -> dict[str, str] | None:
    """Make what a first start needs. Returns email and password of the admin if it was made now, else None."""
    made = await access.bootstrap(pool, bootstrap_key or None)
    return {"email": made.email, "password": made.password} if made.password else None


async def new_demo_key(pool: Pool) -> str:
    """A key for this run of the demo: to send, to read what became of a fault, and, as an admin, to enter made-up
    people; those of earlier runs end."""
    for row in await access.list_keys(pool, FIRST_TENANT):
        if row["name"] == "demo" and row["revoked_at"] is None:
            await access.revoke_key(pool, FIRST_TENANT, row["id"])
    return (await access.create_key(pool, FIRST_TENANT, "demo", ["ingest", "read", "admin"]))[1]
