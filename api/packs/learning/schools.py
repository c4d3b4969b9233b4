"""Schools: what an organisation (the tenant) is made of. Each has its zone."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any
from uuid import uuid4

from fastapi import APIRouter, Response
from pydantic import AfterValidator, Field

from api.deps import CanAdmin, Conn
from api.packs.learning.params import Listed, Page, SchoolPath, listed, rows_of
from api.packs.learning.who import PREFIX, Manager, Person, sql
from api.query.window import WeekStart
from api.schemas.common import NO_NUL, Strict
from api.small import SmallRoute
from db.calendar import zones
from db.errors import Conflict, NotFound

router = APIRouter(prefix=PREFIX, route_class=SmallRoute)


def _zone(name: str) -> str:
    if name not in zones():
        raise ValueError("must be an IANA zone such as Europe/Berlin")
    return name


ZoneName = Annotated[str, AfterValidator(_zone), Field(max_length=100, examples=["Europe/Berlin"])]
Title = Annotated[str, Field(min_length=1, max_length=200, pattern=NO_NUL)]


class SchoolIn(Strict):
    """A new school."""

    name: Title = Field(examples=["Lindenhof"])
    timezone: ZoneName = Field("UTC", description="Where its days begin")
    week_start: WeekStart = "monday"
    external_id: Title | None = Field(None, description="Its id in another system")


class School(SchoolIn):
    """A school."""

    id: str
    students: int
    teachers: int
    classes: int = Field(description="Active ones")
    created_at: datetime


@router.get("/schools", summary="Schools")
async def list_schools(who: Manager, conn: Conn, page: Page) -> Listed[School]:
    """Admins: of the organisation, all; of a school, theirs. By name."""
    total = await sql().count_schools(conn, tenant=who.tenant, school=who.school)
    rows = await _schools(conn, who.tenant, who.school, page.limit, page.offset)
    return Listed[School](**listed(rows, total, page))


@router.get("/schools/{school_id}", summary="A school")
async def get_school(school_id: SchoolPath, who: Person, conn: Conn) -> School:
    """Your own; of an organisation's admin, any. 404 for others."""
    rows = await _schools(conn, who.tenant, school_id, 1, 0) if who.school in (None, school_id) else []
    if not rows:
        raise NotFound("There is no such school among those you see. GET /api/v1/learning/schools lists them.")
    return School(**rows[0])


@router.post("/schools", status_code=201, summary="Add a school")
async def create_school(body: SchoolIn, who: CanAdmin, conn: Conn, response: Response) -> School:
    """Admins of the organisation. 409: there is one of that name."""
    async with conn.transaction():
        await sql().lock_schools(conn, tenant=who.tenant)
        row = await sql().add_school(conn, tenant=who.tenant, id=str(uuid4()), **body.model_dump())
    if row is None:
        raise Conflict("There is a school of that name. Choose another, or use the one there is.")
    response.headers["Location"] = f"/api/v1/learning/schools/{row['id']}"
    return School(**(await _schools(conn, who.tenant, row["id"], 1, 0))[0])


async def _schools(conn: Any, tenant: int, school: str | None, limit: int, offset: int) -> list[dict[str, Any]]:
    return await rows_of(sql().schools(conn, tenant=tenant, school=school, limit=limit, offset=offset))
