"""What fitness routes are asked alike: whose activities, of which kinds of sport, over which time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Any, Literal

from fastapi import Depends, Query

from api.auth import Principal
from api.deps import Conn, SignedIn
from api.errors import Unprocessable
from api.packs.span import Span, Week, span_of
from api.query.params import From, To, time_of
from db.calendar import DAY_US, edges, shift, zone_of
from db.errors import Forbidden
from db.packs.registry import packs
from db.records import to_us

Period = Literal["day", "week", "month", "quarter", "year"]
Bucket = Literal["auto", "1h", "day", "week", "month", "quarter", "year"]
AUTO: dict[str, str] = {"day": "1h", "week": "day", "month": "day", "quarter": "week", "year": "month"}
"""The bucket of a period."""
BY_DAYS = ((2, "1h"), (62, "day"), (400, "week"))
"""Of a range from and to of so many days; longer: month."""

AthleteName = Annotated[str | None, Query(max_length=200, description="One athlete; without the scope read: oneself")]
Sports = Annotated[
    list[Annotated[str, Query(min_length=1, max_length=40)]] | None,
    Query(max_length=20, description="Kinds of sport; repeat for several; absent: all", examples=[["run", "ride"]]),
]
InPeriod = Annotated[
    Period | None, Query(description="The one that is going on, instead of from and to; month if nothing is said")
]
AnyZone = Annotated[
    str | None,
    Query(max_length=100, description="IANA name; absent: that of the athlete's newest activity, else UTC"),
]


def queries() -> Any:
    """The pack's own."""
    return packs()["fitness"].asyncpg


def athlete_of(who: Principal, athlete: str | None) -> str | None:
    """Whose activities are shown; None: everybody's. Raises `Forbidden`."""
    if who.may("read"):
        return athlete
    if who.person is None:
        raise Forbidden("Activities need the scope read, or a user with a person. An admin can set one: PATCH a user.")
    if athlete not in (None, who.person):
        raise Forbidden(f"Without the scope read you see only your own activities, as athlete={who.person}.")
    return who.person


async def zone_name(conn: Any, tenant: int, athlete: str | None, given: str | None) -> str:
    """The zone that is asked for. Raises `Invalid`."""
    if given is None and athlete is not None:
        given = await queries().newest_zone(conn, tenant=tenant, athlete=athlete)
    zone_of(given or "UTC")
    return given or "UTC"


@dataclass(frozen=True)
class Asked:
    """Whose activities (None: everybody's), of which kinds (None: all), over a span; `whole` us: the period's bounds.

    `before` us: the time it is compared with, as long, or as much of the period before as has passed of this one.
    """

    conn: Any
    tenant: int
    athlete: str | None
    sports: list[str] | None
    period: Period | None
    span: Span
    whole: tuple[int, int]
    before: tuple[int, int]
    oldest: int | None
    week_start: str

    @property
    def begun(self) -> bool:
        """Whether there were activities before the time it is compared with, or at its beginning."""
        return self.oldest is not None and self.oldest <= self.before[0]

    def who(self) -> dict[str, Any]:
        """Arguments of queries."""
        return {"tenant": self.tenant, "athlete": self.athlete, "sports": self.sports}

    def said(self) -> dict[str, Any]:
        """What an answer repeats of the question."""
        begin, end = (self.span.moment(at) for at in self.whole)
        return {
            "athlete": self.athlete,
            "sport_type": self.sports,
            "period": {"name": self.period, "start": begin, "end": end},
            "bucket": self.span.window.bucket,
            **self.span.told(),
        }


async def _asked(
    who: SignedIn,
    conn: Conn,
    athlete: AthleteName = None,
    sport_type: Sports = None,
    period: InPeriod = None,
    from_: From = None,
    to: To = None,
    bucket: Annotated[Bucket, Query(description="auto: by the period")] = "auto",
    timezone: AnyZone = None,
    week_start: Week = "monday",
) -> Asked:
    athlete = athlete_of(who, athlete)
    start, stop = time_of("from", from_), time_of("to", to)
    if period is not None and (start is not None or stop is not None):
        raise Unprocessable("Give either period or from and to.")
    if start is None and stop is not None:
        raise Unprocessable("Give from with to.")
    zone, now = await zone_name(conn, who.tenant, athlete, timezone), to_us(datetime.now(UTC))
    first = await queries().oldest_of(conn, tenant=who.tenant, athlete=athlete)
    oldest = None if first is None else to_us(first)
    if start is not None:
        stop = now if stop is None else stop
        span = await _span(conn, who.tenant, start, stop, _bucket(bucket, None, start, stop), zone, week_start, now)
        old = span.window.before()
        whole, before = (span.window.start, span.window.stop), (old.start, old.stop)
    else:
        period = period or "month"
        whole = period_bounds(now, period, zone, week_start)
        span = await _span(conn, who.tenant, whole[0], now, _bucket(bucket, period, *whole), zone, week_start, now)
        begin = shift(whole[0], 1, period, zone_of(zone))
        before = (begin, min(begin + now - whole[0], whole[0]))
    return Asked(conn, who.tenant, athlete, sport_type, period, span, whole, before, oldest, week_start)


AskedDep = Annotated[Asked, Depends(_asked)]


async def _span(
    conn: Any, tenant: int, start: int, stop: int, bucket: str, zone: str, week_start: str, now: int
) -> Span:
    return await span_of(
        conn, tenant, start=start, stop=stop, bucket=bucket, timezone=zone, week_start=week_start, now=now
    )


def period_bounds(at: int, period: str, zone: str, week_start: str) -> tuple[int, int]:
    """[begin, end) us of the day, week, month, quarter or year of a zone that a moment lies in."""
    _, begins = edges(at, at + 1, period, zone_of(zone), week_start)
    return int(begins[0]), int(begins[-1])


def _bucket(asked: str, period: str | None, start: int, stop: int) -> str:
    if asked != "auto":
        return asked
    if period is not None:
        return AUTO[period]
    days = (stop - start) / DAY_US
    return next((bucket for most, bucket in BY_DAYS if days <= most), "month")
