"""Parameters that routes of learning share: ids and dates (400 when they are none), pages, names."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Annotated, Any, Generic, Literal, TypeVar
from uuid import UUID

from fastapi import Depends, Path, Query
from pydantic import BaseModel, Field

from api.packs.learning.who import Viewer
from db.calendar import day_begins, zone_of
from db.errors import Invalid
from db.records import to_us

T = TypeVar("T")
EXAMPLE = "6f1c1f2e-7f0b-4c39-9a3e-0d2f5b1c4a10"
MOST = 100


def uuid_of(name: str, given: str | None) -> str | None:
    """A UUID as it is kept: lower case, with hyphens. Raises `Invalid`."""
    if given is None:
        return None
    try:
        return str(UUID(given))
    except ValueError as error:
        raise Invalid(f"{name} must be a UUID such as {EXAMPLE}.") from error


UUID_FORMAT: Any = {"format": "uuid"}


def _query(name: str, what: str) -> Any:
    asked: Any = Query(None, alias=name, max_length=100, description=what, json_schema_extra=UUID_FORMAT)

    def found(given: str | None = asked) -> str | None:
        return uuid_of(name, given)

    return Depends(found)


def _path(name: str) -> Any:
    asked: Any = Path(alias=name, max_length=100, description="A UUID", json_schema_extra=UUID_FORMAT)

    def found(given: str = asked) -> str:
        return uuid_of(name, given) or ""

    return Depends(found)


ClassId = Annotated[str | None, _query("class_id", "Only students of this class (a UUID)")]
SchoolId = Annotated[str | None, _query("school_id", "Only this school (a UUID); for admins of the organisation")]
StudentId = Annotated[str | None, _query("student_id", "A UUID; yourself, if not said")]
UserPath = Annotated[str, _path("user_id")]
SchoolPath = Annotated[str, _path("school_id")]
ClassPath = Annotated[str, _path("class_id")]
Days = Annotated[int, Query(ge=1, le=365, description="Local days up to today, which counts")]
Zone = Annotated[
    str | None,
    Query(max_length=100, description="IANA name; your school's, if not said", examples=["Europe/Berlin"]),
]
Top = Annotated[int, Query(ge=1, le=MOST, description="At most so many")]


def days_back(days: int, zone: str, now: datetime) -> int:
    """Where the first of so many local days begins, of which today is the last: us. Raises `Invalid` (zone)."""
    where = zone_of(zone)
    return day_begins(now.astimezone(where).date() - timedelta(days=days - 1), where)


def date_of(name: str, given: str | None, zone: str, *, end: bool = False) -> int | None:
    """A date (a day of the zone; as an end: with this day) or a moment as ISO 8601 -> us. Raises `Invalid`.

    A moment without an offset is one of the zone.
    """
    if given is None:
        return None
    text, where = given.strip().replace(" ", "+") if "T" in given else given.strip(), zone_of(zone)
    try:
        if "T" not in text and ":" not in text:
            return day_begins(date.fromisoformat(text) + timedelta(days=int(end)), where)
        moment = datetime.fromisoformat(text)
        return to_us(moment if moment.tzinfo else moment.replace(tzinfo=where))
    except (ValueError, OverflowError) as error:
        raise Invalid(f"{name} must be a date or time as ISO 8601, such as 2026-01-31 or "
                      "2026-01-31T12:00:00+01:00.") from error  # fmt: skip


class Paging(BaseModel):
    """A page of a list."""

    limit: int
    offset: int


def _paging(
    limit: Annotated[int, Query(ge=1, le=MOST, description="Items a page")] = 20,
    offset: Annotated[int, Query(ge=0, le=10_000_000, description="Items before this page")] = 0,
) -> Paging:
    return Paging(limit=limit, offset=offset)


Page = Annotated[Paging, Depends(_paging)]


class Listed(BaseModel, Generic[T]):
    """A page of a list."""

    items: list[T]
    total: int = Field(description="Items on all pages")
    limit: int
    offset: int
    next: int | None = Field(description="`offset` of the next page; null on the last")


def listed(items: list[Any], total: int, page: Paging) -> dict[str, Any]:
    """The fields of `Listed`."""
    after = page.offset + len(items)
    return {"items": items, "total": total, "limit": page.limit, "offset": page.offset,
            "next": after if items and after < total else None}  # fmt: skip


async def rows_of(found: Any) -> list[dict[str, Any]]:
    """The rows of a query."""
    return [dict(row) async for row in found]


def name_of(row: Any, viewer: Viewer) -> str:
    """How a student is named: to staff in full, to others by first name and initial, to oneself as You."""
    if viewer.person == row.get("user_id", row.get("id")):
        return "You"
    first, last = row["first_name"], row["last_name"]
    if viewer.role in ("ADMIN", "TEACHER"):
        return full_name(row)
    return f"{first} {last[:1]}.".strip() if last else first or "?"


def full_name(row: Any) -> str:
    """First and last name, for staff."""
    return f"{row['first_name']} {row['last_name']}".strip() or "?"


def rounded(value: float | None) -> float | None:
    """To 2 digits; None stays None: there was nothing to divide by."""
    return None if value is None else round(float(value), 2)


def share(part: int, whole: int) -> float | None:
    """Percent; None where there is no whole."""
    return rounded(100 * part / whole) if whole else None


Timeframe = Literal["day", "week", "month", "all"]
TimeRange = Literal["day", "week", "month", "year"]
