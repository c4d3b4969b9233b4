"""People of the roster, and classes."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from api.audit import PERSONAL
from api.deps import Conn
from api.packs.learning.params import Listed, Page, SchoolId, UserPath, listed, rows_of
from api.packs.learning.who import PREFIX, Manager, Person, Staff, narrowed, sql
from api.query.params import PLAIN_TEXT
from db.errors import Forbidden, NotFound

router = APIRouter(prefix=PREFIX)

UserRole = Literal["ADMIN", "TEACHER", "STUDENT"]


class User(BaseModel):
    """A person of the roster."""

    id: str = Field(examples=["0b6f2c1e-8a44-4d9b-9f3e-2f1f5a0c7d11"])
    username: str = Field(examples=["ada"])
    email: str | None = Field(examples=["ada@example.org"])
    first_name: str = Field(examples=["Ada"])
    last_name: str = Field(examples=["Berg"])
    role: UserRole
    school_id: str | None
    last_login: datetime | None
    created_at: datetime


class UserStats(BaseModel):
    """What the role has to show; null for other roles. Of active classes."""

    total_classes: int | None = Field(description="Teachers: classes they teach")
    total_students: int | None = Field(description="Teachers: different students in them")
    total_enrollments: int | None = Field(description="Students: classes they are in", examples=[4])
    total_xp: int | None = Field(description="Students: XP of all time", examples=[1820])


class UserDetail(User):
    """A person with what their role has to show."""

    last_active: datetime | None = Field(description="Their newest activity")
    stats: UserStats
    generated_at: datetime


@router.get("/users", summary="Find people", dependencies=[PLAIN_TEXT, PERSONAL])
async def list_users(
    who: Manager, conn: Conn, page: Page, school: SchoolId,
    search: Annotated[str | None, Query(max_length=200, description="In username, e-mail, first or last name")] = None,
    role: UserRole | None = None,
) -> Listed[User]:  # fmt: skip
    """Admins only: of their school, or of all. By last name, first name, id."""
    scope = await narrowed(conn, who, who.whole(), None, school)
    asked = {"tenant": who.tenant, "school": scope["school"], "role": role, "like": like(search)}
    total = await sql().count_people(conn, **asked)
    rows = await rows_of(sql().people(conn, **asked, limit=page.limit, offset=page.offset))
    return Listed[User](**listed(rows, total, page))


def like(search: str | None) -> str | None:
    """A pattern for ILIKE that finds the text as it is, wherever it stands; None for none."""
    if not search:
        return None
    return "%" + search.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"


@router.get("/users/{user_id}", summary="A person", dependencies=[PERSONAL])
async def get_user(user_id: UserPath, who: Person, conn: Conn) -> UserDetail:
    """Admins, and everybody for themselves. 403 for others; 404 for nobody in your school."""
    if who.role != "ADMIN" and user_id != who.person:
        raise Forbidden("Only admins see other people. Ask for your own id.")
    row = await sql().person(conn, tenant=who.tenant, person=user_id, school=who.school)
    if row is None:
        raise NotFound("There is no such person. GET /api/v1/learning/users lists them.")
    found = dict(row)
    teacher, student = found["role"] == "TEACHER", found["role"] == "STUDENT"
    stats = UserStats(
        total_classes=found["total_classes"] if teacher else None,
        total_students=found["total_students"] if teacher else None,
        total_enrollments=found["total_enrollments"] if student else None,
        total_xp=found["total_xp"] if student else None,
    )
    return UserDetail(**found, stats=stats, generated_at=datetime.now(UTC))


class Class(BaseModel):
    """A class."""

    id: str = Field(examples=["6f0a9d52-3c1b-4e7d-8b55-90f1c2ad3e07"])
    name: str = Field(examples=["7b"])
    school_id: str
    course_id: str | None
    course: str | None = Field(examples=["Mathematics"])
    active: bool
    students: int = Field(examples=[26])


@router.get("/classes", summary="Classes")
async def list_classes(who: Staff, conn: Conn, page: Page, school: SchoolId) -> Listed[Class]:
    """An admin's: of the school; a teacher's: those they teach. By name."""
    scope = await narrowed(conn, who, who.own(), None, school)
    asked: dict[str, Any] = {name: scope[name] for name in ("tenant", "school", "teacher")}
    total = await sql().count_classes(conn, **asked)
    rows = await rows_of(sql().classes(conn, **asked, limit=page.limit, offset=page.offset))
    return Listed[Class](**listed(rows, total, page))
