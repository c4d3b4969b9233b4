"""What staff may want to do something about: students at risk with reasons, classes side by side."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from api.audit import PERSONAL
from api.deps import Conn
from api.packs.learning.params import (
    ClassId,
    Days,
    Listed,
    Page,
    SchoolId,
    Zone,
    days_back,
    full_name,
    listed,
    rounded,
    rows_of,
    share,
)  # fmt: skip
from api.packs.learning.who import PREFIX, Staff, narrowed, sql
from api.packs.span import Told, span_of
from db.records import from_us, to_us

router = APIRouter(prefix=PREFIX)

FEWEST = 5
"""Students of a class below which its numbers would speak of single persons."""


class Reason(BaseModel):
    """Why, so that it can be checked."""

    kind: Literal["inactive", "slower", "falling_scores", "behind"]
    text: str = Field(examples=["No activity for 17 days."])
    weight: int = Field(description="Of 100")


class AtRisk(BaseModel):
    """A student whom somebody may be at risk of losing."""

    student_id: str = Field(examples=["0b6f2c1e-8a44-4d9b-9f3e-2f1f5a0c7d11"])
    name: str = Field(examples=["Ada Berg"])
    score: int = Field(description="Sum of the weights, at most 100", examples=[65])
    level: Literal["low", "medium", "high"]
    reasons: list[Reason]
    found_at: datetime


@router.get("/insights/at-risk", summary="Students at risk", dependencies=[PERSONAL])
async def at_risk(
    who: Staff, conn: Conn, page: Page, school: SchoolId, class_: ClassId,
    min_score: Annotated[int, Query(ge=0, le=100, description="Only those with so high a score")] = 0,
) -> Listed[AtRisk]:  # fmt: skip
    """Of the students you may see, the most urgent first. Found once an hour; none: nobody, or not looked yet."""
    scope = await narrowed(conn, who, who.own(), class_, school)
    total = await sql().count_risks(conn, **scope, least=min_score)
    rows = await rows_of(sql().risks(conn, **scope, least=min_score, limit=page.limit, offset=page.offset))
    items = [AtRisk(**row, name=full_name(row), level=level(row["score"])) for row in rows]
    return Listed[AtRisk](**listed(items, total, page))


def level(score: int) -> Literal["low", "medium", "high"]:
    """In a word."""
    return "high" if score >= 60 else "medium" if score >= 30 else "low"


class ClassRow(BaseModel):
    """A class. Numbers are null where it has fewer than 5 students, of whom they would tell too much."""

    class_id: str
    name: str = Field(alias="class")
    students: int
    active_rate: float | None = Field(description="Students with an activity in the range, %")
    xp_per_student: float | None
    average_quiz_score: float | None = Field(description="Mean of attempts at quizzes of its course, %")
    suppressed: bool


class Comparison(Told):
    """Classes side by side, by name."""

    classes: list[ClassRow]


@router.get("/insights/classes", summary="Classes side by side")
async def compare_classes(
    who: Staff, conn: Conn, school: SchoolId, days: Days = 30, timezone: Zone = None
) -> Comparison:
    """Admins: all classes of the school; teachers: their own."""
    scope = await narrowed(conn, who, who.own(), None, school)
    now, zone = datetime.now(UTC), timezone or who.zone
    start = days_back(days, zone, now)
    span = await span_of(conn, who.tenant, start=start, stop=to_us(now), timezone=zone)
    whose = {name: scope[name] for name in ("tenant", "school", "teacher")}
    rows = await rows_of(sql().class_comparison(conn, **whose, start=from_us(start), stop=now))
    return Comparison(**span.told(), classes=[class_row(row) for row in rows])


def class_row(row: dict[str, object]) -> ClassRow:
    """A class as it is shown: a small one without numbers."""
    students, active, xp = (int(str(row[name])) for name in ("students", "active", "xp"))
    small = students < FEWEST
    shown = None if small else row["score"]
    return ClassRow.model_validate(
        {
            "class_id": row["class_id"],
            "class": row["class"],
            "students": students,
            "active_rate": None if small else share(active, students),
            "xp_per_student": None if small else rounded(xp / students),
            "average_quiz_score": None if shown is None else rounded(float(str(shown))),
            "suppressed": small,
        }
    )
