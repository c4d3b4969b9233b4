"""Who sees what: roles of learning as typed parameters of routes, and whose data a question is about.

ADMIN: the core scope `admin` (the whole organisation), or a person of that role (their school). TEACHER and STUDENT:
people of the roster. GUEST: the core scope `read` without a person: numbers without names.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from fastapi import Depends

from api.deps import Conn, SignedIn
from db.errors import Forbidden, NotFound
from db.packs.registry import packs

PREFIX = "/api/v1/learning"
"""Of every route, said by each router itself: so a route knows its whole path."""

Role = Literal["ADMIN", "TEACHER", "STUDENT", "GUEST"]


def sql() -> Any:
    """The pack's queries for asyncpg."""
    return packs()["learning"].asyncpg


@dataclass(frozen=True)
class Viewer:
    """Who asks. `school`: the only one they see (None: all of the organisation). `zone`: where their days begin."""

    tenant: int
    role: Role
    person: str | None
    school: str | None
    zone: str
    week_start: str

    def whole(self) -> dict[str, Any]:
        """Everybody of the school: for numbers that name nobody."""
        return {"tenant": self.tenant, "school": self.school, "teacher": None, "group": None}

    def own(self) -> dict[str, Any]:
        """Those whose names they may see: an admin everybody, a teacher the students of own classes."""
        return {**self.whole(), "teacher": self.person if self.role == "TEACHER" else None}

    def me(self) -> str:
        """Their person. Raises `Forbidden`."""
        if self.person is None:
            raise Forbidden("This is about your own learning, and your login is no person of the roster. An admin can "
                            "link it: PATCH /api/v1/users/{id} with `person`.")  # fmt: skip
        return self.person


async def _viewer(who: SignedIn, conn: Conn) -> Viewer:
    """Raises `Forbidden` for those whom learning does not know."""
    row = await sql().viewer(conn, tenant=who.tenant, person=who.person)
    role, person, school = row["role"], row["id"], row["school"]
    if who.may("admin"):
        role, school = "ADMIN", None
    elif role is None and who.may("read"):
        role = "GUEST"
    elif role is None:
        raise Forbidden("Your login is no person of the roster. An admin can link it: PATCH /api/v1/users/{id} with "
                        "`person`.")  # fmt: skip
    elif school is None:
        raise Forbidden("Your person belongs to no school. An admin can say which: POST /api/v1/learning/roster.")
    return Viewer(who.tenant, role, person, school, row["timezone"], row["week_start"])


class Sees:
    """A dependency that lets in people of some roles."""

    def __init__(self, *roles: Role) -> None:
        self.roles = roles

    async def __call__(self, viewer: Annotated[Viewer, Depends(_viewer)]) -> Viewer:
        """Raises `Forbidden`."""
        if viewer.role not in self.roles:
            raise Forbidden(f"This is for the roles {', '.join(self.roles)}. Yours: {viewer.role}.")
        return viewer


Anyone = Annotated[Viewer, Depends(Sees("ADMIN", "TEACHER", "STUDENT", "GUEST"))]
Person = Annotated[Viewer, Depends(Sees("ADMIN", "TEACHER", "STUDENT"))]
Staff = Annotated[Viewer, Depends(Sees("ADMIN", "TEACHER"))]
Manager = Annotated[Viewer, Depends(Sees("ADMIN"))]


async def narrowed(conn: Any, viewer: Viewer, base: dict[str, Any], class_: str | None, school: str | None) -> Any:
    """`base`, narrowed to a class or school that the viewer sees. Raises `NotFound` for those that they do not."""
    if school is not None:
        allowed = viewer.school in (None, school)
        if not allowed or not await sql().count_schools(conn, tenant=viewer.tenant, school=school):
            raise NotFound("There is no such school among those you see. GET /api/v1/learning/schools lists them.")
        base = {**base, "school": school}
    if class_ is not None:
        await seen_class(conn, viewer, class_, base["school"])
        base = {**base, "group": class_}
    return base


async def seen_class(conn: Any, viewer: Viewer, class_: str, school: str | None) -> Any:
    """A class that the viewer sees: of their school, and taught or attended by them. Raises `NotFound`."""
    row = await sql().class_seen(
        conn,
        tenant=viewer.tenant,
        group=class_,
        school=school,
        teacher=viewer.person if viewer.role == "TEACHER" else None,
        student=viewer.person if viewer.role == "STUDENT" else None,
    )
    if row is None:
        raise NotFound("There is no such class among those you see. GET /api/v1/learning/classes lists them.")
    return row
