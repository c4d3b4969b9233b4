"""Schedules of reports: made when they are due by `workers.packs.content`, and sent by mail or webhook."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Path

from api.deps import CanOperate, Conn
from api.errors import Unprocessable
from api.packs.content.asked import queries, rows_of
from api.packs.content.limits import limits
from api.packs.content.report_shapes import ScheduleIn, ScheduleOut
from api.query.params import Cursor, Limit, decode_number, encode
from api.schemas.common import Items
from api.settings import settings
from api.small import SmallRoute
from db.calendar import zone_of
from db.errors import NotFound
from db.packs.content.due import Rhythm
from db.room import one_more
from db.targets import wrong_target

router = APIRouter(prefix="/reports/schedules", route_class=SmallRoute)
Id = Annotated[int, Path(alias="id", ge=1, lt=2**63)]
REPORT = ("metrics", "group_by", "content_ids", "currency", "week_start")
"""Fields that say what the report tells; they are stored as one."""


@router.get("", summary="Schedules of reports")
async def list_schedules(who: CanOperate, conn: Conn, limit: Limit = 50, cursor: Cursor = None) -> Items[ScheduleOut]:
    """Oldest first. Not for everybody who may read: an address is often a secret, or a person's."""
    rows = await rows_of(conn, "schedules", who.tenant, after=decode_number("schedules", cursor), limit=limit + 1)
    more = encode("schedules", rows[limit - 1]["id"]) if len(rows) > limit else None
    return Items(items=[_shown(row) for row in rows[:limit]], next=more)


@router.post("", status_code=201, summary="Have a report made again and again")
async def make_schedule(body: ScheduleIn, who: CanOperate, conn: Conn) -> ScheduleOut:
    """Sent through the channels; `GET /api/v1/deliveries` says what became of it."""
    columns = _columns(body)
    async with conn.transaction():
        await one_more(conn, who.tenant, queries().count_schedules, limits().most_schedules, "schedules")
        row = await queries().add_schedule(conn, tenant=who.tenant, created_by=who.name, **columns)
    return await _schedule(conn, who.tenant, row["id"])


@router.get("/{id}", summary="A schedule")
async def get_schedule(schedule: Id, who: CanOperate, conn: Conn) -> ScheduleOut:
    """As it stands."""
    return await _schedule(conn, who.tenant, schedule)


@router.put("/{id}", summary="Change a schedule")
async def put_schedule(schedule: Id, body: ScheduleIn, who: CanOperate, conn: Conn) -> ScheduleOut:
    """Holds from the next time on."""
    if await queries().put_schedule(conn, tenant=who.tenant, id=schedule, **_columns(body)) is None:
        raise _missing(schedule)
    return await _schedule(conn, who.tenant, schedule)


@router.delete("/{id}", status_code=204, summary="Remove a schedule")
async def delete_schedule(schedule: Id, who: CanOperate, conn: Conn) -> None:
    """Its reports stay."""
    if await queries().drop_schedule(conn, tenant=who.tenant, id=schedule) is None:
        raise _missing(schedule)


def _columns(body: ScheduleIn) -> dict[str, Any]:
    """Raises `Invalid` (zone) and `Unprocessable` (target)."""
    zone_of(body.timezone)
    if wrong := wrong_target(body.channel, body.target, private=settings().allow_private_targets):
        raise Unprocessable(f"target: {wrong}.")
    said = body.model_dump(exclude=set(REPORT))
    metrics, ids = body.unique()
    report = body.model_dump(include=set(REPORT)) | {"metrics": list(metrics), "content_ids": list(ids)}
    rhythm = Rhythm(body.period, body.at, body.timezone, body.weekday, body.monthday)
    return said | {"report": report, "due_at": rhythm.after(datetime.now(UTC))}


async def _schedule(conn: Any, tenant: int, schedule: int) -> ScheduleOut:
    row = await queries().schedule(conn, tenant=tenant, id=schedule)
    if row is None:
        raise _missing(schedule)
    return _shown(row)


def _shown(row: Mapping[str, Any]) -> ScheduleOut:
    said = {name: value for name, value in row.items() if name not in ("tenant_id", "report")} | row["report"]
    return ScheduleOut(**said | {"due_at": row["due_at"] if row["enabled"] else None})


def _missing(schedule: int) -> NotFound:
    return NotFound(f"There is no schedule {schedule}. GET /api/v1/content/reports/schedules lists them.")
