"""What staff looks at first, and the same numbers for any range and class."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from api.audit import PERSONAL
from api.deps import CacheDep, Conn
from api.packs.learning.overview import DASHBOARD_TTL
from api.packs.learning.params import (
    ClassId,
    SchoolId,
    TimeRange,
    Top,
    Zone,
    date_of,
    days_back,
    full_name,
    rounded,
    rows_of,
)  # fmt: skip
from api.packs.learning.ranking import ranks
from api.packs.learning.who import PREFIX, Staff, narrowed, sql
from api.packs.span import Basis, Span, Told, compare, span_of
from db.calendar import zone_of
from db.records import from_us, to_us

router = APIRouter(prefix=PREFIX)

DAYS: dict[TimeRange, int] = {"day": 1, "week": 7, "month": 30, "year": 365}


class Against(BaseModel):
    """A number against that of the same stretch as many local days before, up to the same time of day."""

    previous: int
    percent: float | None = Field(description="Only where trend_basis is ok")
    trend_basis: Basis = Field(description="no_baseline: 0 before, or nothing recorded yet; partial: not all is in")


class Performer(BaseModel):
    """A student by XP in the range."""

    rank: int = Field(description="Equals share one: 1, 2, 2, 4")
    user_id: str
    name: str
    xp: int


class Completion(BaseModel):
    """A lesson that a student completed for the first time."""

    completed_at: datetime
    user_id: str
    name: str
    lesson_id: str
    lesson: str | None
    course_id: str | None
    course: str | None


class Dashboard(Told):
    """Of the students whom the viewer may see. Null: there was nothing to average."""

    time_range: TimeRange
    total_students: int
    active_users: int = Field(description="Different students with an activity in the range")
    total_activities: int
    total_xp: int
    average_completion_rate: float | None = Field(description="Mean progress of lessons last reported on in it, %")
    average_quiz_score: float | None = Field(description="Mean score of attempts in the range, %")
    versus_active_users: Against
    versus_activities: Against
    versus_xp: Against
    top_performers: list[Performer]
    recent_completions: list[Completion] = Field(description="Newest first")


@router.get("/analytics/dashboard", summary="What staff looks at first", dependencies=[PERSONAL])
async def dashboard(
    who: Staff, conn: Conn, cache: CacheDep, school: SchoolId, class_: ClassId, time_range: TimeRange = "week",
    limit: Top = 10, timezone: Zone = None,
) -> Dashboard:  # fmt: skip
    """Admins and teachers. `time_range`: the last 1, 7, 30 or 365 local days, of which today is one. Kept a minute."""
    scope = await narrowed(conn, who, who.own(), class_, school)
    zone = timezone or who.zone

    async def make() -> dict[str, Any]:
        return await _dashboard(conn, scope, time_range, limit, zone)

    key = (*scope.values(), who.role, time_range, limit, zone)
    return Dashboard(**await cache.get("learning.dashboard", key, DASHBOARD_TTL, make))


async def _dashboard(conn: Any, scope: dict[str, Any], time_range: TimeRange, limit: int, zone: str) -> dict[str, Any]:
    now, days = datetime.now(UTC), DAYS[time_range]
    start, before = days_back(days, zone, now), days_back(2 * days, zone, now)
    same = now.astimezone(zone_of(zone)) - timedelta(days=days)  # the same time by the clock on the wall
    span = await span_of(conn, scope["tenant"], start=start, stop=to_us(now), timezone=zone)
    within = {**scope, "start": from_us(start), "stop": now}
    row = await sql().reports(conn, **within)
    did = await rows_of(sql().board(conn, **within))
    last = await sql().done(conn, **scope, start=from_us(before), stop=from_us(to_us(same)))
    first = await sql().first_activity(conn, tenant=scope["tenant"])
    begun = first is not None and to_us(first) <= before
    activities, xp = sum(one["activities"] for one in did), sum(one["xp"] for one in did)
    board = [one for one in did if one["xp"] > 0]
    ended = await rows_of(sql().recent_completions(conn, **within, limit=limit))
    return {
        **span.told(),
        "time_range": time_range,
        **_means(row),
        "active_users": len(did),
        "total_activities": activities,
        "total_xp": xp,
        "total_students": row["students"],
        "versus_active_users": _against(len(did), last["active"], span, begun),
        "versus_activities": _against(activities, last["activities"], span, begun),
        "versus_xp": _against(xp, last["xp"], span, begun),
        "top_performers": [
            {"rank": rank, "user_id": one["id"], "name": full_name(one), "xp": one["xp"]}
            for rank, one in zip(ranks([one["xp"] for one in board]), board[:limit], strict=False)
        ],
        "recent_completions": [{**one, "name": full_name(one)} for one in ended],
    }


def _means(row: Any) -> dict[str, Any]:
    return {"average_completion_rate": rounded(row["progress"]), "average_quiz_score": rounded(row["score"])}


def _against(now: int, before: int, span: Span, begun: bool) -> dict[str, Any]:
    change = compare(now, before, complete=span.complete, begun=begun)
    return {"previous": before, "percent": change.percent, "trend_basis": change.basis}


class Summary(Told):
    """Every number is of the same students and the same range. Null: there was nothing to average."""

    class_id: str | None
    total_students: int
    total_active_users: int = Field(description="Different students with an activity")
    total_activities: int
    total_xp: int
    average_xp_per_user: float | None = Field(description="total_xp / total_active_users")
    average_progress: float | None = Field(description="Mean progress of lessons last reported on in the range, %")
    completions: int = Field(description="Lessons that a student completed for the first time")
    quiz_attempts: int
    average_quiz_score: float | None = Field(description="Mean score of the attempts, %")


Date = Query(max_length=40, examples=["2026-01-31", "2026-01-31T12:00:00+01:00"])


@router.get("/analytics/summary", summary="Numbers of a range and a class")
async def summary(
    who: Staff, conn: Conn, school: SchoolId, class_: ClassId,
    start_date: Annotated[str | None, Date] = None, end_date: Annotated[str | None, Date] = None,
    timezone: Zone = None,
) -> Summary:  # fmt: skip
    """Admins and teachers. `start_date`: a day from its beginning, or a moment; 30 days before the end, if not said.
    `end_date`: a day with all of it, or a moment, which is outside; now, if not said."""
    scope = await narrowed(conn, who, who.own(), class_, school)
    zone = timezone or who.zone
    start, stop = date_of("start_date", start_date, zone), date_of("end_date", end_date, zone, end=True)
    bucket = "day" if start is None else "month"  # where nothing is said, it begins with a day; years are no matter
    span = await span_of(conn, who.tenant, start=start, stop=stop, time_range="30d", bucket=bucket, timezone=zone)
    within = {**scope, "start": from_us(span.window.start), "stop": from_us(span.window.stop)}
    row, done = await sql().reports(conn, **within), await sql().done(conn, **within)
    means = _means(row)
    return Summary(
        **span.told(),
        class_id=class_,
        total_students=row["students"],
        total_active_users=done["active"],
        total_activities=done["activities"],
        total_xp=done["xp"],
        average_xp_per_user=rounded(done["xp"] / done["active"]) if done["active"] else None,
        average_progress=means["average_completion_rate"],
        completions=row["completions"],
        quiz_attempts=row["attempts"],
        average_quiz_score=means["average_quiz_score"],
    )
