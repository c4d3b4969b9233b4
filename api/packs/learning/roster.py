"""The roster comes in: schools, people, courses, classes, enrolments, in one request or many."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import UUID

import asyncpg
from fastapi import APIRouter
from pydantic import AfterValidator, Field

from api.deps import CanAdmin, Conn
from api.errors import Unprocessable
from api.packs.learning.schools import Title, ZoneName
from api.packs.learning.who import PREFIX, sql
from api.query.window import WeekStart
from api.schemas.common import NO_NUL, Strict
from api.small import SmallRoute
from db.errors import Conflict
from db.privacy.people import erased_among


class RosterRoute(SmallRoute):
    """Bodies that hold a whole school."""

    limit = 16 << 20


router = APIRouter(prefix=PREFIX, route_class=RosterRoute)

NOUNS = ("schools", "people", "courses", "lessons", "content", "quizzes", "classes", "enrolments")
"""In the order in which they refer to each other."""
MOST = 10_000


def _uuid(text: str) -> str:
    return str(UUID(text))


Id = Annotated[str, Field(max_length=100, json_schema_extra={"format": "uuid"}), AfterValidator(_uuid)]
Name = Annotated[str, Field(max_length=200, pattern=NO_NUL)]
External = Annotated[Title | None, Field(description="The id in another system; statements may use it")]


class SchoolRow(Strict):
    """A school."""

    id: Id
    name: Title
    timezone: ZoneName = "UTC"
    week_start: WeekStart = "monday"
    external_id: External = None


class PersonRow(Strict):
    """A person. Their events carry `id` as user_id; a login is linked to them by its `person`."""

    id: Id
    username: Title
    email: Name | None = None
    first_name: Name = ""
    last_name: Name = ""
    role: Literal["ADMIN", "TEACHER", "STUDENT"]
    school_id: Id | None = None
    external_id: External = None


class CourseRow(Strict):
    """A course."""

    id: Id
    title: Title
    subject: Title | None = Field(None, description="The title, if not said")
    external_id: External = None


class LessonRow(Strict):
    """A lesson. Progress events carry `id` as content_id."""

    id: Id
    course_id: Id
    title: Title
    place: int = Field(0, ge=0, le=100_000, description="Order within the course")
    external_id: External = None


class ContentRow(Strict):
    """What a lesson is made of."""

    id: Id
    lesson_id: Id
    title: Title
    kind: Title = "page"
    external_id: External = None


class QuizRow(Strict):
    """A quiz. Attempts carry `id` as content_id."""

    id: Id
    course_id: Id
    lesson_id: Id | None = None
    title: Title
    external_id: External = None


class ClassRow(Strict):
    """A class of a school."""

    id: Id
    school_id: Id
    course_id: Id | None = None
    name: Title
    active: bool = True
    external_id: External = None


class EnrolmentRow(Strict):
    """Somebody is in a class, or teaches it."""

    class_id: Id
    person_id: Id
    role: Literal["TEACHER", "STUDENT"]
    active: bool = True


class Roster(Strict):
    """Rows to add, or to bring up to date by their ids; nothing is removed. Up to 10,000 of a kind."""

    schools: list[SchoolRow] = Field([], max_length=MOST)
    people: list[PersonRow] = Field([], max_length=MOST)
    courses: list[CourseRow] = Field([], max_length=MOST)
    lessons: list[LessonRow] = Field([], max_length=MOST)
    content: list[ContentRow] = Field([], max_length=MOST)
    quizzes: list[QuizRow] = Field([], max_length=MOST)
    classes: list[ClassRow] = Field([], max_length=MOST)
    enrolments: list[EnrolmentRow] = Field([], max_length=MOST)


class RosterAnswer(Strict):
    """How many rows of each kind were taken, and left out: they name people who were erased."""

    taken: dict[str, int] = Field(examples=[{"people": 120, "enrolments": 240}])
    refused: dict[str, int] = Field({}, examples=[{"people": 1, "enrolments": 2}])


@router.post("/roster", summary="Bring the roster up to date")
async def put_roster(body: Roster, who: CanAdmin, conn: Conn) -> RosterAnswer:
    """All of it or nothing; but people who were erased stay out. Admins of the organisation. 422: a row refers to what
    is not there; 409: a username that somebody else has."""
    taken: dict[str, int] = {}
    refused: dict[str, int] = {}
    erased = await erased_among(conn, who.tenant, {row.id for row in body.people} | _enrolled(body))
    try:
        async with conn.transaction():
            for noun in NOUNS:
                given = _once(noun, [row.model_dump() for row in getattr(body, noun)])
                rows = [row for row in given if _person_of(noun, row) not in erased]
                if rows:
                    await getattr(sql(), f"put_{noun}")(conn, tenant=who.tenant, rows=rows)
                    taken[noun] = len(rows)
                if len(rows) < len(given):
                    refused[noun] = len(given) - len(rows)
    except asyncpg.ForeignKeyViolationError as error:
        raise Unprocessable(
            f"A row refers to what is not there ({error.constraint_name}). Send that too, or first."
        ) from error
    except asyncpg.UniqueViolationError as error:
        raise Conflict("Two people cannot have one username. Change it in the one that is to be new.") from error
    return RosterAnswer(taken=taken, refused=refused)


def _enrolled(body: Roster) -> set[str]:
    return {row.person_id for row in body.enrolments}


def _person_of(noun: str, row: dict[str, Any]) -> str:
    """Whom a row names; the empty text: nobody."""
    return str(row["id"] if noun == "people" else row.get("person_id", ""))


def _once(noun: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows, each once. Raises `Unprocessable` when one id is said twice."""
    keys = [row["id"] if "id" in row else (row["class_id"], row["person_id"]) for row in rows]
    if len(set(keys)) < len(keys):
        raise Unprocessable(f"{noun}: the same row is there twice. Send each once.")
    return rows
