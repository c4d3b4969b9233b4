"""The time that a domain's route is asked for: parameters, windows, how final and how comparable an answer is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Annotated, Any, Literal

import numpy as np
from fastapi import Query
from pydantic import BaseModel, Field

from api.errors import Unprocessable
from api.query.window import CEILING_US, DAYS, FLOOR_US, TimeRange, WeekStart, Window, window_of
from db.calendar import DAY_US, rfc3339, zone_of
from db.packs.state import waiting_since
from db.records import Times, to_us

Basis = Literal["ok", "no_baseline", "partial"]
Zone = Annotated[
    str, Query(max_length=100, description="IANA name; days begin at its midnight", examples=["Europe/Berlin"])
]
Week = Annotated[WeekStart, Query(description="On which day a week begins")]
Range = Annotated[TimeRange, Query(description="Up to now; `all`: since the first event")]


class Told(BaseModel):
    """What every answer over time says of itself."""

    timezone: str = Field(examples=["Europe/Berlin"])
    from_: str = Field(alias="from", description="Inside the range: RFC 3339", examples=["2026-01-01T00:00:00+01:00"])
    to: str = Field(description="Outside the range: RFC 3339", examples=["2026-02-01T00:00:00+01:00"])
    complete_through: str = Field(description="Everything received that happened before is in the answer")
    generated_at: datetime = Field(description="When the answer was made, in UTC")

    model_config = {"populate_by_name": True}


@dataclass(frozen=True)
class Span:
    """[start, stop) us in buckets of a zone: `window.edges` to fold by, `window.begins` where buckets begin."""

    window: Window
    timezone: str
    through: int

    @property
    def edges(self) -> Times:
        """Ascending us, one more than buckets."""
        return self.window.edges

    def times(self) -> list[str]:
        """Where each bucket begins, RFC 3339 in the zone."""
        return rfc3339(self.window.begins[:-1], self.window.zone)

    def moment(self, at: int) -> str:
        """A time as RFC 3339 in the zone."""
        return rfc3339(np.array([at], np.int64), self.window.zone)[0]

    def told(self) -> dict[str, Any]:
        """The fields of `Told`."""
        return {
            "timezone": self.timezone,
            "from": self.moment(self.window.start),
            "to": self.moment(self.window.stop),
            "complete_through": self.moment(min(self.through, self.window.stop)),
            "generated_at": datetime.now(UTC),
        }

    @property
    def complete(self) -> bool:
        """Whether everything received that belongs to the range is in."""
        return self.through >= self.window.stop

    def partial(self) -> list[bool]:
        """For each bucket, whether it is not wholly asked for, or not over yet."""
        begins, stop = self.window.begins, min(self.through, self.window.stop)
        flags: list[bool] = ((begins[:-1] < self.window.start) | (begins[1:] > stop)).tolist()
        return flags


async def span_of(
    conn: Any, tenant: int, *, start: int | None = None, stop: int | None = None, time_range: str | None = None,
    bucket: str = "day", timezone: str = "UTC", week_start: str = "monday", oldest: datetime | None = None,
    now: int | None = None,
) -> Span:  # fmt: skip
    """A range from [start, stop) us, or from a `time_range` that ends now. `oldest`: where `all` begins.

    A range that ends now begins with its first bucket. Raises `Invalid` (zone), `Unprocessable` (range).
    """
    zone = zone_of(timezone)
    now = to_us(datetime.now(UTC)) if now is None else now
    relative = start is None
    if relative and time_range == "all":
        start = min(now - DAY_US, to_us(oldest)) if oldest else now - DAY_US
    stop = now if stop is None else stop
    start = stop - DAYS[time_range or "30d"] * DAY_US if start is None else start
    if start >= stop:
        raise Unprocessable("from must be before to.")
    if stop > CEILING_US or stop <= FLOOR_US:
        raise Unprocessable("to must be between 1973-03-04 and 2200-01-01.")
    window = window_of(max(start, FLOOR_US), stop, now, bucket, zone, week_start, relative=relative)
    waiting = await waiting_since(conn, tenant)
    return Span(window, timezone, min(now, to_us(waiting)) if waiting else now)


@dataclass(frozen=True, slots=True)
class Change:
    """A total against the one before: `percent`, rounded to 2 digits, only where `basis` is ok."""

    percent: float | None
    basis: Basis


def compare(now: Decimal | float, before: Decimal | float | None, *, complete: bool, begun: bool) -> Change:
    """Nothing is divided by nothing: without a baseline (none, 0, or it had not `begun` with the period before) there
    is no percentage, nor for a period that is not `complete`."""
    if before is None or before == 0 or not begun:
        return Change(None, "no_baseline")
    if not complete:
        return Change(None, "partial")
    return Change(round(float(100 * (now - before) / abs(before)), 2), "ok")  # type: ignore[operator]  # both of one kind
