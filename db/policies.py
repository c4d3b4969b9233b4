"""Policies: what people say of series beforehand, by a matcher. Changed through the API, read by the pipeline."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from db.errors import Conflict, NotFound
from db.pool import Pool
from db.queries import for_asyncpg
from db.rows import like

Row = dict[str, Any]

MOST = 500
"""Policies of a tenant: each new series is held against all of them."""
RANGE = ("low", "high")
LEVELS = ("warn_above", "critical_above", "warn_below", "critical_below", "hysteresis")
RULES = ("direction", "min_dev", "min_dev_relative", *RANGE, "sensitivity", "muted", *LEVELS)
_FIELDS = ("metric", "labels", *RULES, "note")


async def find(db: Pool, tenant: int, name: str | None = None) -> list[Row]:
    """Those in force, by name."""
    rows = for_asyncpg("policies").list_policies(db, tenant=tenant, name=name)
    return [dict(row) async for row in rows]


async def get(db: Pool, tenant: int, name: str) -> Row:
    """Raises `NotFound`."""
    found = await find(db, tenant, name)
    if not found:
        raise NotFound(f"There is no policy {name!r}.")
    return found[0]


async def put(db: Pool, tenant: int, name: str, fields: Row, who: str) -> Row:
    """Make or replace a policy; `fields` without a value say nothing. The same again changes nothing.

    Raises `Conflict` when the tenant has too many.
    """
    sql = for_asyncpg("policies")
    wanted = {field: fields.get(field) for field in _FIELDS}
    async with db.acquire() as conn, conn.transaction():
        known = await find(conn, tenant, name)
        if known and all(known[0][field] == wanted[field] for field in _FIELDS):
            return known[0]
        version = await sql.next_version(conn)
        if not known and await sql.count_policies(conn, tenant=tenant) >= MOST:
            raise Conflict(f"There are {MOST} policies. Remove one, or let one match more series.")
        await sql.end_policy(conn, tenant=tenant, name=name, version=version)
        pattern = like(fields["metric"])
        await sql.add_policy(conn, tenant=tenant, name=name, version=version, pattern=pattern, changed_by=who, **wanted)
        return (await find(conn, tenant, name))[0]


async def remove(db: Pool, tenant: int, name: str) -> None:
    """Raises `NotFound`."""
    sql = for_asyncpg("policies")
    async with db.acquire() as conn, conn.transaction():
        version = await sql.next_version(conn)
        if await sql.end_policy(conn, tenant=tenant, name=name, version=version) is None:
            raise NotFound(f"There is no policy {name!r}.")


def in_force(rows: Iterable[tuple[Any, ...]]) -> dict[int, Row]:
    """Rows of `policies_of` -> for each series that any matches, the rules that are said; the closest says each.

    A legal range is one rule, whether it has one end or two; so are levels, with their hysteresis.
    """
    found: dict[int, Row] = {}
    for series, *values in rows:
        rules = found.get(series, {})
        said = {rule: value for rule, value in zip(RULES, values, strict=True) if value is not None}
        for together in (RANGE, LEVELS):
            if any(rule in said for rule in together):
                rules = {rule: value for rule, value in rules.items() if rule not in together}
        found[series] = rules | said
    return found
