"""Goals: what a metric is to reach, or to stay below. Routes keep them, a task keeps their progress up to date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any

from psycopg.rows import dict_row
from psycopg.types.json import Jsonb

from db import room, rows
from db.errors import Conflict, NotFound
from db.packs.registry import packs
from db.pool import Connection, Pool
from db.queries import for_asyncpg, for_psycopg

JOB = "goals"
"""Under which insights about goals are kept."""
AGGS = ("sum", "count", "increase", "avg", "min", "max", "last")
GROWING = ("sum", "count", "increase", "max")
"""Of these a window's value never falls (of amounts that are not negative): what is reached stays reached."""
WINDOWS = ("once", "daily", "weekly", "monthly", "yearly", "rolling")


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal as it was set. `recurs`: its window; `days` of a rolling one. `owner`: a person as events name them."""

    title: str
    metric: str
    target: float
    agg: str = "sum"
    labels: dict[str, str] = field(default_factory=dict)
    owner: str | None = None
    unit: str | None = None
    direction: str = "reach"
    recurs: str = "once"
    days: int | None = None
    timezone: str = "UTC"
    week_start: str = "monday"
    starts_at: datetime | None = None
    ends_at: datetime | None = None

    @property
    def grows(self) -> bool:
        """Whether a window's value only grows while it lasts."""
        return self.agg in GROWING


NAMES = tuple(one.name for one in fields(Goal))


@dataclass(frozen=True, slots=True)
class Kept:
    """A goal that is kept, with the progress that was computed last. `seen`: what it was computed from."""

    tenant: int
    id: int
    goal: Goal
    progress: dict[str, Any]
    status: str
    stale: bool
    computed_at: datetime | None
    created_at: datetime
    created_by: str
    changed_at: datetime
    seen: str | None

    @property
    def item(self) -> str:
        """Its name among the items of insights."""
        return f"goal:{self.id}"


@dataclass(frozen=True, slots=True)
class GoalFilter:
    """Which goals are asked for. `metric` may hold `*`; `labels` must all match; None: any.

    [start, stop): their window meets it, as far as it is known.
    """

    owner: str | None = None
    metric: str | None = None
    status: str | None = None
    recurs: str | None = None
    labels: dict[str, str] = field(default_factory=dict)
    start: datetime | None = None
    stop: datetime | None = None


def pack_of(metric: str) -> str | None:
    """The pack whose events make a metric; None: it is sent as points."""
    for pack in packs().values():
        if any(one.name == metric for one in pack.model.metrics):
            return pack.name
    return None


async def find(
    conn: Any, tenant: int, asked: GoalFilter, after: int = 0, limit: int = 100, goal: int | None = None
) -> list[Kept]:
    """A tenant's goals after an id, by id. `conn`: an asyncpg connection or pool."""
    exact, pattern = rows.match(asked.metric)
    found = for_asyncpg("goals").goals(
        conn, tenant=tenant, after=after, id=goal, owner=asked.owner, metric=exact, pattern=pattern,
        status=asked.status, recurs=asked.recurs, labels=asked.labels,
        start=asked.start, stop=asked.stop, limit=limit,
    )  # fmt: skip
    return [_kept(row) async for row in found]


async def get(conn: Any, tenant: int, goal: int) -> Kept:
    """Raises `NotFound`."""
    found = await find(conn, tenant, GoalFilter(), limit=1, goal=goal)
    if not found:
        raise NotFound("There is no such milestone.")
    return found[0]


async def add(pool: Pool, tenant: int, goal: Goal, who: str, most: int, most_own: int | None = None) -> Kept:
    """Keep a goal; its progress is stale until it is computed. `most` of the tenant, `most_own` of the goal's owner;
    None: as many as of the tenant. Raises `Conflict` when there are too many."""
    sql = for_asyncpg("goals")
    async with pool.acquire() as conn, conn.transaction():
        await room.alone(conn, tenant)
        there = await sql.count_goals(conn, tenant=tenant, owner=goal.owner)
        if there["n"] >= most:
            raise Conflict(f"There are {most} milestones. Remove some that are over.")
        if most_own is not None and there["own"] >= most_own:
            raise Conflict(f"You have {most_own} milestones. Remove some that are over.")
        row = await sql.add_goal(conn, tenant=tenant, created_by=who, **_columns(goal))
    return await get(pool, tenant, row["id"])


async def change(conn: Any, seen: Kept, goal: Goal) -> bool:
    """Set a goal anew, as it was `seen` before; what was computed is forgotten. False: it was changed meanwhile, or is
    gone; nothing happened."""
    row = await for_asyncpg("goals").change_goal(
        conn, tenant=seen.tenant, id=seen.id, seen=seen.changed_at, **_columns(goal)
    )
    return row is not None


async def remove(conn: Any, tenant: int, number: int) -> None:
    """Forget a goal, and close what was said of it. Raises `NotFound`."""
    sql = for_asyncpg("goals")
    if await sql.drop_goal(conn, tenant=tenant, id=number) is None:
        raise NotFound("There is no such milestone.")
    await sql.close_insights(conn, tenant=tenant, item=f"goal:{number}")


async def note(conn: Any, kept: Kept, progress: dict[str, Any], now: datetime) -> None:
    """Keep a first progress, which the task will complete: it stays stale."""
    await for_asyncpg("goals").save_progress(
        conn, tenant=kept.tenant, id=kept.id, progress=progress, status=progress["status"], seen=None,
        holds_until=None, now=now, changed_at=kept.changed_at,
    )  # fmt: skip


def due(conn: Connection, now: datetime, before: datetime, limit: int) -> list[Kept]:
    """Goals of all tenants whose progress is stale, or older than `before`. `seen`: what it would be made from."""
    with conn.cursor(row_factory=dict_row) as cursor:
        cursor.execute(for_psycopg("goals").due.sql, {"now": now, "before": before, "limit": limit})
        return [_kept(row | {"stale": True, "seen": row["now_seen"]}) for row in cursor.fetchall()]


def save(conn: Connection, kept: Kept, progress: dict[str, Any], holds_until: datetime | None, now: datetime) -> None:
    """Keep the progress of a goal, unless the goal was changed meanwhile."""
    for_psycopg("goals").save_progress(
        conn, tenant=kept.tenant, id=kept.id, progress=Jsonb(progress), status=progress["status"], seen=kept.seen,
        holds_until=holds_until, now=now, changed_at=kept.changed_at,
    )  # fmt: skip


def _columns(goal: Goal) -> dict[str, Any]:
    return {name: getattr(goal, name) for name in NAMES} | {"pack": pack_of(goal.metric)}


def _kept(row: Mapping[str, Any]) -> Kept:
    return Kept(
        row["tenant_id"], row["id"], Goal(**{name: row[name] for name in NAMES}), row["progress"], row["status"],
        row["stale"], row["computed_at"], row["created_at"], row["created_by"], row["changed_at"], row["seen"],
    )  # fmt: skip
