"""How the school goes on, day by day: who was there, and what they looked at."""

from __future__ import annotations

from datetime import UTC, datetime
from statistics import median
from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel, Field

from api.deps import CacheDep, Conn
from api.packs.learning.overview import DASHBOARD_TTL
from api.packs.learning.params import Days, SchoolId, Top, Zone, days_back, rounded, rows_of, share
from api.packs.learning.who import PREFIX, Manager, Staff, narrowed, sql
from api.packs.span import Basis, Span, Told, compare, span_of
from db.packs.window import moments
from db.records import to_us

router = APIRouter(prefix=PREFIX)

COURSE_TTL = 3600.0
WEEK = 7


class EngagementDay(BaseModel):
    """A local day."""

    date: str = Field(description="Where the day begins, RFC 3339", examples=["2026-03-02T00:00:00+01:00"])
    active_users: int
    activities: int
    xp: int
    partial: bool = Field(description="The day is not over, or not all of it is in")


class Growth(BaseModel):
    """Daily mean of the first 7 days against that of the last 7 days that are over."""

    first_week: float | None
    last_week: float | None
    percent: float | None = Field(description="Only where trend_basis is ok")
    trend_basis: Basis = Field(
        description="no_baseline: nothing in the first week, or nothing was recorded before it ended; partial: there "
        "are not 14 days that are over"
    )


class EngagementSummary(BaseModel):
    """Over the whole range; means and medians over the days that are over."""

    active_users: int = Field(description="Different students with an activity")
    activities: int
    xp: int
    average_daily_active: float | None
    median_daily_active: float | None
    average_daily_activities: float | None
    peak_day: str | None = Field(description="The day with the most active students; the first of equals")
    peak_active: int | None


class EngagementTrend(Told):
    """A day with nothing is there with zeros."""

    days: list[EngagementDay]
    growth_active_users: Growth
    growth_activities: Growth
    summary: EngagementSummary


@router.get("/analytics/trends/engagement", summary="Engagement over time")
async def engagement(
    who: Manager, conn: Conn, cache: CacheDep, school: SchoolId, days: Days = 30, timezone: Zone = None
) -> EngagementTrend:
    """Admins only. Kept for a minute."""
    scope = await narrowed(conn, who, who.whole(), None, school)
    zone = timezone or who.zone

    async def make() -> dict[str, Any]:
        return await _engagement(conn, scope, days, zone)

    key = (who.tenant, scope["school"], days, zone)
    return EngagementTrend(**await cache.get("learning.engagement", key, DASHBOARD_TTL, make))


async def _range(conn: Any, tenant: int, days: int, zone: str) -> Span:
    return await span_of(conn, tenant, start=days_back(days, zone, datetime.now(UTC)), timezone=zone)


def _between(span: Span) -> dict[str, Any]:
    edges = moments(span.edges)
    return {"edges": edges, "start": edges[0], "stop": edges[-1]}


async def _engagement(conn: Any, scope: dict[str, Any], days: int, zone: str) -> dict[str, Any]:
    span = await _range(conn, scope["tenant"], days, zone)
    found = await rows_of(sql().engagement(conn, tenant=scope["tenant"], school=scope["school"], **_between(span)))
    by_bucket = {row["bucket"]: row for row in found}
    first = await sql().first_activity(conn, tenant=scope["tenant"])
    begun = first is not None and to_us(first) < int(span.edges[min(WEEK, span.window.buckets)])
    nothing = {"active": 0, "activities": 0, "xp": 0}
    rows = [by_bucket.get(i, nothing) for i in range(span.window.buckets)]
    partial = span.partial()
    over = [row for row, open_ in zip(rows, partial, strict=True) if not open_]
    told = [
        {"date": at, "active_users": row["active"], "activities": row["activities"], "xp": row["xp"], "partial": open_}
        for at, row, open_ in zip(span.times(), rows, partial, strict=True)
    ]
    return {
        **span.told(),
        "days": told,
        "growth_active_users": growth([row["active"] for row in over], begun=begun),
        "growth_activities": growth([row["activities"] for row in over], begun=begun),
        "summary": _summary(by_bucket[None], over, told),
    }


def growth(over: list[int], *, begun: bool) -> dict[str, Any]:
    """First week against last week, of days that are over. `begun`: something was recorded before the first ended."""
    enough = len(over) >= 2 * WEEK
    first = round(sum(over[:WEEK]) / WEEK, 4) if len(over) >= WEEK else None
    last = round(sum(over[-WEEK:]) / WEEK, 4) if enough else None
    change = compare(sum(over[-WEEK:]), sum(over[:WEEK]), complete=enough, begun=begun)
    return {"first_week": first, "last_week": last, "percent": change.percent, "trend_basis": change.basis}


def _summary(whole: dict[str, Any], over: list[dict[str, Any]], told: list[dict[str, Any]]) -> dict[str, Any]:
    best = max(told, key=lambda day: day["active_users"], default=None)
    best = best if best and best["active_users"] else None
    active = [row["active"] for row in over]
    return {
        "active_users": whole["active"],
        "activities": whole["activities"],
        "xp": whole["xp"],
        "average_daily_active": rounded(sum(active) / len(active)) if active else None,
        "median_daily_active": median(active) if active else None,
        "average_daily_activities": rounded(sum(row["activities"] for row in over) / len(over)) if over else None,
        "peak_day": best["date"] if best else None,
        "peak_active": best["active_users"] if best else None,
    }


class Viewed(BaseModel):
    """A lesson that was looked at."""

    lesson_id: str
    lesson: str
    course_id: str
    course: str
    views: int = Field(description="Activities that name the lesson, or what it is made of")
    viewers: int = Field(description="Different students of them")
    average_progress: float | None = Field(description="Mean progress of students who have begun it, now, %")


class CourseCompletion(BaseModel):
    """A course that somebody has begun, as it stands."""

    course_id: str
    course: str
    subject: str
    students: int
    started: int = Field(description="(student, lesson) pairs that were begun")
    completed: int = Field(description="Those with a progress of 100 % or more")
    average_progress: float | None = Field(description="Mean progress of begun pairs, %")
    completion_rate: float | None = Field(description="completed / started, %")


class ContentDay(BaseModel):
    """A local day."""

    date: str
    views: int = Field(description="Activities that name content: a lesson, a part of one, a quiz")
    viewers: int = Field(description="Different students of them")
    completions: int = Field(description="Lessons that a student completed for the first time")
    partial: bool


class ContentTrend(Told):
    """Of the students whom the viewer may see."""

    most_viewed: list[Viewed] = Field(description="Most views first")
    completion_by_course: list[CourseCompletion]
    completion_generated_at: datetime = Field(description="completion_by_course is made once an hour")
    days: list[ContentDay]


@router.get("/analytics/trends/content", summary="Content over time")
async def content(
    who: Staff, conn: Conn, cache: CacheDep, school: SchoolId, days: Days = 30, limit: Top = 10, timezone: Zone = None
) -> ContentTrend:
    """Admins and teachers. Kept for a minute, rates of courses for an hour."""
    scope = await narrowed(conn, who, who.own(), None, school)
    whose = {name: scope[name] for name in ("tenant", "school", "teacher")}
    zone = timezone or who.zone

    async def make() -> dict[str, Any]:
        return await _content(conn, whose, days, limit, zone)

    async def courses() -> dict[str, Any]:
        rows = await rows_of(sql().course_completion(conn, **whose))
        return {"generated_at": datetime.now(UTC), "courses": [_course(row) for row in rows]}

    of = tuple(whose.values())
    kept = await cache.get("learning.courses", of, COURSE_TTL, courses)
    found = await cache.get("learning.content", (*of, days, limit, zone), DASHBOARD_TTL, make)
    return ContentTrend(**found, completion_by_course=kept["courses"], completion_generated_at=kept["generated_at"])


def _course(row: dict[str, Any]) -> dict[str, Any]:
    rate = share(row["completed"], row["started"])
    return {**row, "average_progress": rounded(row["average_progress"]), "completion_rate": rate}


async def _content(conn: Any, whose: dict[str, Any], days: int, limit: int, zone: str) -> dict[str, Any]:
    span = await _range(conn, whose["tenant"], days, zone)
    between = _between(span)
    views = {row["bucket"]: row for row in await rows_of(sql().consumption(conn, **whose, **between))}
    ended = {row["bucket"]: row["completions"] for row in await rows_of(sql().completions(conn, **whose, **between))}
    most = await rows_of(sql().most_viewed(conn, **whose, start=between["start"], stop=between["stop"], limit=limit))
    nothing = {"views": 0, "viewers": 0}
    return {
        **span.told(),
        "most_viewed": [{**row, "average_progress": rounded(row["average_progress"])} for row in most],
        "days": [
            {
                "date": at,
                "views": views.get(i, nothing)["views"],
                "viewers": views.get(i, nothing)["viewers"],
                "completions": ended.get(i, 0),
                "partial": open_,
            }
            for i, (at, open_) in enumerate(zip(span.times(), span.partial(), strict=True))
        ],
    }
