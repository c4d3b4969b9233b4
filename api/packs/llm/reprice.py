"""Costs computed anew when prices were wrong, late or missing: first as a dry run, then in one transaction."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.deps import CanOperate, CanRead, Conn, Principal
from api.errors import Unprocessable
from api.packs.llm.money import EXACT, added
from api.packs.llm.question import PACK, queries
from api.packs.llm.shapes_prices import Difference, Repriced, RepriceIn, Repricing
from api.query.params import Cursor, Limit, decode_number, encode
from api.schemas.common import Items
from api.small import SmallRoute
from db.audit import record
from db.errors import NotFound
from db.packs.decimals import exact
from db.packs.llm.following import follow_now
from db.queries import for_asyncpg

router = APIRouter(route_class=SmallRoute)
PIECE = timedelta(days=31)
"""Of messages that one statement looks at."""
LONGEST = timedelta(days=3700)
SHOWN = 1_000
PATIENCE = 5.0
"""Seconds for which an answer waits for points; a task lets the rest follow."""


class _DryRun(Exception):
    """Ends the transaction of a dry run."""


@router.post("/reprice", summary="Price messages anew", response_model=Repriced)
async def reprice(request: Request, body: RepriceIn, who: CanOperate, conn: Conn) -> Response | Repriced:
    """By the price book as it is now. Sums, sessions and the note of who did it change in the same transaction.

    Points of the series llm.cost follow after it, some thousands a second; `points_waiting` says how many do later."""
    if not timedelta(0) < body.to - body.from_ <= LONGEST:
        raise Unprocessable(f"from must be before to, by {LONGEST.days} days at most.")
    found: Repriced | None = None
    try:
        async with conn.transaction():
            found = await _work(conn, who, body)
            if body.dry_run:
                raise _DryRun  # noqa: TRY301  the one way to leave a transaction without its changes
    except _DryRun:
        pass
    assert found is not None
    if not body.dry_run:
        found.points_waiting = await _follow(request.app.state.database.database_url, who.tenant, conn)
    return found


async def _follow(url: str, tenant: int, conn: Any) -> int:
    if url:
        await asyncio.to_thread(follow_now, url, tenant, PATIENCE)
    return int(await queries().waiting_points(conn, tenant=tenant))


async def _work(conn: Any, who: Principal, body: RepriceIn) -> Repriced:
    sql, tenant = queries(), who.tenant
    project = await _project(conn, tenant, body.project_id)
    await sql.reprice_lock(conn, tenant=tenant)
    await sql.reprice_table(conn)
    start = body.from_
    while start < body.to:
        stop = min(start + PIECE, body.to)
        await sql.reprice_find(
            conn, tenant=tenant, start=start, stop=stop, project=project, model=body.model, stated=body.replace_stated
        )
        start = stop
    rows = [row async for row in sql.reprice_told(conn)]
    old, new = (added(row[name] for row in rows) for name in ("old_cost", "new_cost"))
    shown = sorted(rows, key=lambda row: -abs(EXACT.subtract(row["new_cost"], row["old_cost"])))[:SHOWN]
    shown.sort(key=lambda row: (row["day"], row["model"], row["project_id"]))
    differences = [_difference(row) for row in shown]
    messages = sum(row["messages"] for row in rows)
    note = None if body.dry_run else await _apply(conn, who, body, messages, (old, new), differences)
    return Repriced(
        id=note["id"] if note else None,
        dry_run=body.dry_run,
        at=note["at"] if note else datetime.now(UTC),
        messages=messages,
        old_cost=exact(old),
        new_cost=exact(new),
        change=exact(EXACT.subtract(new, old)),
        differences=differences,
        differences_left_out=len(rows) - len(shown),
    )


async def _apply(
    conn: Any, who: Principal, body: RepriceIn, messages: int, costs: tuple[Decimal, Decimal], told: list[Difference]
) -> Any:
    sql, tenant = queries(), who.tenant
    await sql.reprice_points(conn)
    await sql.reprice_facts(conn)
    await sql.reprice_rollup(conn)
    await sql.reprice_sessions(conn, tenant=tenant)
    await for_asyncpg("packs").changed(conn, pack=PACK, tenants=[tenant])
    asked = body.model_dump(mode="json", by_alias=True)
    said = {"messages": messages, "old_cost": exact(costs[0]), "new_cost": exact(costs[1]), "asked": asked}
    await record(conn, tenant, f"{who.kind}:{who.id}", "llm.repriced", "messages", said)
    return await sql.reprice_note(
        conn, tenant=tenant, who=who.name, asked=asked, messages=messages, old_cost=costs[0], new_cost=costs[1],
        differences=[one.model_dump(mode="json") for one in told],
    )  # fmt: skip


async def _project(conn: Any, tenant: int, project_id: str | None) -> int | None:
    if project_id is None:
        return None
    row = await queries().project(conn, tenant=tenant, project_id=project_id)
    if row is None:
        raise NotFound(f"There is no project {project_id!r}. GET /api/v1/llm/projects lists those there are.")
    return int(row["id"])


def _difference(row: Any) -> Difference:
    return Difference(
        model=row["model"],
        project_id=row["project_id"],
        day=row["day"].date(),
        messages=row["messages"],
        old_cost=exact(row["old_cost"]),
        new_cost=exact(row["new_cost"]),
    )


@router.get("/repricings", summary="What was priced anew, and by whom")
async def repricings(who: CanRead, conn: Conn, limit: Limit = 100, cursor: Cursor = None) -> Items[Repricing]:
    """Newest first."""
    found = queries().list_repricings(
        conn, tenant=who.tenant, before=decode_number("repricings", cursor), limit=limit + 1
    )
    rows = [dict(row) async for row in found]
    more = encode("repricings", rows[limit - 1]["id"]) if len(rows) > limit else None
    costs = ("old_cost", "new_cost")
    items = [Repricing(**(row | {name: exact(row[name]) for name in costs})) for row in rows[:limit]]
    return Items(items=items, next=more)
