"""The school at a glance, and what is going on right now: numbers for everybody, names only for whom they concern."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel, Field

from api.audit import PERSONAL
from api.deps import CacheDep, Conn
from api.packs.learning.params import (
    ClassId,
    Days,
    SchoolId,
    Top,
    Zone,
    days_back,
    name_of,
    rounded,
    rows_of,
    share,
)  # fmt: skip
from api.packs.learning.who import PREFIX, Anyone, Viewer, narrowed, sql
from api.packs.span import Told, span_of
from db.records import from_us, to_us

router = APIRouter(prefix=PREFIX)

DASHBOARD_TTL = 60.0
ACTIVE_MINUTES = 5


class Assignments(BaseModel):
    """Quizzes of the courses that active classes take."""

    total: int
    attempted: int = Field(description="Quizzes that a student has handed in at least once")
    pending: int = Field(description="Quizzes that nobody has handed in")
    attempts: int = Field(description="All that was handed in, repeats too")
    submissions: int = Field(description="Different (student, quiz) pairs of them")


class Overview(Told):
    """Of the viewer's school, or of all schools. Rates are percent; null: there was nothing to divide by."""

    total_students: int
    active_students: int = Field(description="Students whose last login is not before `from`")
    total_active_classes: int
    average_completion_rate: float | None = Field(description="Mean progress of begun (student, lesson) pairs, %")
    lessons_started: int
    lessons_completed: int = Field(description="Begun pairs whose progress is 100 % or more")
    average_quiz_score: float | None = Field(description="Mean score of all attempts, %")
    assignments: Assignments
    engagement_rate: float | None = Field(description="active_students / total_students, %")
    total_enrolments: int = Field(description="Students' enrolments in active classes")
    active_enrolments: int = Field(description="Those of active students")
    attendance_rate: float | None = Field(description="active_enrolments / total_enrolments, %")


@router.get("/analytics/overview", summary="The school at a glance")
async def overview(
    who: Anyone, conn: Conn, cache: CacheDep, school: SchoolId, class_: ClassId, days: Days = 30,
    timezone: Zone = None,
) -> Overview:  # fmt: skip
    """Kept for a minute. `days`: within how many local days a student must have logged in to be active."""
    scope = await narrowed(conn, who, who.whole(), class_, school)
    zone = timezone or who.zone

    async def make() -> dict[str, Any]:
        return await _overview(conn, scope, days, zone)

    key = (who.tenant, scope["school"], scope["group"], days, zone)
    return Overview(**await cache.get("learning.overview", key, DASHBOARD_TTL, make))


async def _overview(conn: Any, scope: dict[str, Any], days: int, zone: str) -> dict[str, Any]:
    since = days_back(days, zone, datetime.now(UTC))
    span = await span_of(conn, scope["tenant"], start=since, timezone=zone)
    row = await sql().overview(conn, **scope, since=from_us(since))
    return {
        **span.told(),
        "total_students": row["students"],
        "active_students": row["active"],
        "total_active_classes": row["classes"],
        "average_completion_rate": rounded(row["progress"]),
        "lessons_started": row["started"],
        "lessons_completed": row["completed"],
        "average_quiz_score": rounded(row["score"]),
        "assignments": {
            "total": row["quizzes"],
            "attempted": row["attempted"],
            "pending": row["quizzes"] - row["attempted"],
            "attempts": row["attempts"],
            "submissions": row["submissions"],
        },
        "engagement_rate": share(row["active"], row["students"]),
        "total_enrolments": row["enrolments"],
        "active_enrolments": row["attending"],
        "attendance_rate": share(row["attending"], row["enrolments"]),
    }


class Activity(BaseModel):
    """Something that a student did."""

    t: datetime
    kind: str = Field(examples=["video", "progress", "quiz"])
    content_id: str | None
    title: str | None
    xp: int
    user_id: str
    name: str = Field(description="`You` for yourself", examples=["Ada Adler"])


class Realtime(Told):
    """`from`: midnight in the zone."""

    active_users: int = Field(description="Different students with an activity in the last 5 minutes")
    today_count: int = Field(description="Activities since midnight")
    recent_activities: list[Activity] = Field(
        description="The newest, of students whose names you may see: an admin's school, a teacher's students, oneself"
    )


@router.get("/analytics/realtime", summary="What is going on", dependencies=[PERSONAL])
async def realtime(who: Anyone, conn: Conn, school: SchoolId, limit: Top = 10, timezone: Zone = None) -> Realtime:
    """Never kept. Numbers are those of the school."""
    scope = await narrowed(conn, who, who.whole(), None, school)
    now, zone = datetime.now(UTC), timezone or who.zone
    midnight = days_back(1, zone, now)
    span = await span_of(conn, who.tenant, start=midnight, stop=to_us(now) + 1, timezone=zone)
    active = await sql().active_now(conn, **_school(scope), since=now - timedelta(minutes=ACTIVE_MINUTES), stop=now)
    today = await sql().activities_in(conn, **_school(scope), start=from_us(midnight), stop=from_us(to_us(now) + 1))
    recent = [] if who.role == "GUEST" else await _recent(conn, who, scope, now, limit)
    return Realtime(**span.told(), active_users=active, today_count=today, recent_activities=recent)


def _school(scope: dict[str, Any]) -> dict[str, Any]:
    return {"tenant": scope["tenant"], "school": scope["school"]}


async def _recent(conn: Any, who: Viewer, scope: dict[str, Any], now: datetime, limit: int) -> list[Activity]:
    rows = await rows_of(
        sql().recent_activities(
            conn,
            **_school(scope),
            teacher=who.own()["teacher"],
            person=who.person if who.role == "STUDENT" else None,
            stop=now,
            limit=limit,
        )
    )
    return [Activity(**row, name=name_of(row, who)) for row in rows]
