"""One student: progress, the week, subjects."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel, Field

from api.audit import PERSONAL
from api.deps import Conn
from api.packs.learning.params import ClassId, StudentId, Zone, days_back, rounded, rows_of, share
from api.packs.learning.who import PREFIX, Person, Viewer, narrowed, sql
from api.packs.span import Told, span_of
from db.calendar import WEEKDAYS, zone_of
from db.errors import Forbidden, NotFound

router = APIRouter(prefix=PREFIX)

WEEK = 7


class StudentProgress(BaseModel):
    """How far a student is. Percent; null: nothing begun, or no lessons to do."""

    student_id: str
    username: str
    name: str
    class_id: str | None
    overall_progress: float | None = Field(description="Mean progress of the lessons that they have begun, %")
    course_progress: float | None = Field(
        description="The same over all lessons of their active classes' courses; one that is not begun counts 0"
    )
    started_lessons: int
    completed_lessons: int = Field(description="Progress of 100 % or more")
    total_lessons: int = Field(description="Lessons of the courses of their active classes (or of the class)")
    xp_earned: int = Field(description="Of all time", examples=[1240])
    rank: int | None = Field(description="By XP of all time in the school (or class); equals share one; null: no XP")
    participants: int = Field(description="How many have XP there")
    generated_at: datetime


@router.get("/analytics/student-progress", summary="A student's progress", dependencies=[PERSONAL])
async def student_progress(who: Person, conn: Conn, student: StudentId, class_: ClassId) -> StudentProgress:
    """Students see themselves, teachers the students of their own classes, admins those of their school.

    403: a student asks for another. 404: there is no such student, or class, among those you see.
    """
    scope, row = await seen_student(conn, who, student or who.me(), class_)
    found = await sql().student_progress(
        conn, tenant=who.tenant, student=row["id"], school=row["school"], group=scope["group"]
    )
    lessons = found["lessons"]
    return StudentProgress(
        student_id=row["id"],
        username=row["username"],
        name=f"{row['first_name']} {row['last_name']}".strip(),
        class_id=class_,
        overall_progress=rounded(found["average"]),
        course_progress=rounded((found["within"] or 0) / lessons) if lessons else None,
        started_lessons=found["started"],
        completed_lessons=found["completed"],
        total_lessons=lessons,
        xp_earned=found["xp"],
        rank=found["rank"],
        participants=found["participants"],
        generated_at=datetime.now(UTC),
    )


async def seen_student(conn: Any, who: Viewer, student: str, class_: str | None) -> tuple[dict[str, Any], Any]:
    """(whose data, the student). Raises `Forbidden` for a student who asks for another, `NotFound`."""
    if who.role == "STUDENT" and student != who.person:
        raise Forbidden("Students see their own progress only. Leave student_id out.")
    scope = await narrowed(conn, who, who.own(), class_, None)
    row = await sql().student_seen(conn, **scope, student=student)
    if row is None:
        raise NotFound("There is no such student among those you see.")
    return scope, row


class Day(BaseModel):
    """A local day."""

    date: date
    weekday: str = Field(examples=["monday"])
    xp: int
    activities: int
    partial: bool = Field(description="The day is not over")


class WeeklyXp(Told):
    """The last 7 local days, of which today is one."""

    week_total: int = Field(description="XP of the 7 days")
    daily_average: float = Field(description="week_total / 7")
    streak: int = Field(description="Days on end with an activity, up to today, or to yesterday while today has none")
    days: list[Day] = Field(description="7, oldest first")


@router.get("/analytics/weekly_xp", summary="Your week in XP")
async def weekly_xp(who: Person, conn: Conn, timezone: Zone = None) -> WeeklyXp:
    """Your own data only, of the last 7 local days; the streak goes as far back as facts are kept."""
    now, zone = datetime.now(UTC), timezone or who.zone
    span = await span_of(conn, who.tenant, start=days_back(WEEK, zone, now), timezone=zone)
    where, today = zone_of(zone), now.astimezone(zone_of(zone)).date()
    by_day: dict[date, tuple[int, int]] = {}
    for row in await rows_of(sql().quarters_of(conn, tenant=who.tenant, person=who.me(), stop=now)):
        day = row["t"].astimezone(where).date()
        xp, activities = by_day.get(day, (0, 0))
        by_day[day] = (xp + row["xp"], activities + row["activities"])
    days = [_day(today - timedelta(days=back), by_day, today) for back in reversed(range(WEEK))]
    total = sum(day.xp for day in days)
    return WeeklyXp(
        **span.told(),
        week_total=total,
        daily_average=round(total / WEEK, 2),
        streak=streak(set(by_day), today),
        days=days,
    )


def _day(day: date, by_day: dict[date, tuple[int, int]], today: date) -> Day:
    xp, activities = by_day.get(day, (0, 0))
    return Day(date=day, weekday=WEEKDAYS[day.weekday()], xp=xp, activities=activities, partial=day == today)


def streak(active: set[date], today: date) -> int:
    """Days on end up to today; while today has nothing yet, up to yesterday."""
    day = today if today in active else today - timedelta(days=1)
    first = day
    while day in active:
        day -= timedelta(days=1)
    return (first - day).days


class Subject(BaseModel):
    """A course that the student has begun."""

    course_id: str
    course: str
    subject: str
    mastery: float = Field(description="Mean progress of its begun lessons, %", examples=[72.5])
    topics_started: int
    topics_completed: int = Field(description="Lessons with a progress of 100 % or more")
    total_topics: int = Field(description="Lessons of the course")
    completion: float | None = Field(description="topics_completed / total_topics, %")


class SubjectMastery(BaseModel):
    """By subject, then course."""

    subjects: list[Subject]
    generated_at: datetime


@router.get("/analytics/subject_mastery", summary="Your subjects")
async def subject_mastery(who: Person, conn: Conn) -> SubjectMastery:
    """Your own data only. Courses in which nothing is begun are left out."""
    rows = await rows_of(sql().subject_mastery(conn, tenant=who.tenant, person=who.me()))
    subjects = [
        Subject(
            course_id=row["course_id"],
            course=row["course"],
            subject=row["subject"],
            mastery=rounded(row["mastery"]) or 0.0,
            topics_started=row["started"],
            topics_completed=row["completed"],
            total_topics=row["topics"],
            completion=share(row["completed"], row["topics"]),
        )
        for row in rows
    ]
    return SubjectMastery(subjects=subjects, generated_at=datetime.now(UTC))
