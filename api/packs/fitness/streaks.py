"""Active days and weeks in a row, each activity in the zone in which it took place, and training load."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from api.packs.fitness.asked import Asked, queries
from db.calendar import WEEKDAYS, zones
from db.goal_windows import days_before
from db.packs.window import moments
from db.records import from_us

ACUTE, CHRONIC = 7, 28
"""Days of the two averages of training load."""


async def streaks(asked: Asked) -> dict[str, Any]:
    """Of one athlete: runs of days, and of weeks, with an activity. A run goes on while today, or this week, is not
    over yet; today is that of the zone of the newest activity."""
    found = [(row["t"], row["timezone"]) async for row in queries().moments_of(asked.conn, **asked.who())]
    days = sorted({_local(t, zone or asked.span.timezone) for t, zone in found})
    zone = found[-1][1] if found and found[-1][1] else asked.span.timezone
    today = _local(from_us(asked.span.window.now), zone)
    weeks = sorted({_week(day, asked.week_start) for day in days})
    return {
        "days": _runs(days, today, timedelta(days=1)),
        "weeks": _runs(weeks, _week(today, asked.week_start), timedelta(days=7)),
        "timezone": zone,
    }


def _local(t: datetime, zone: str) -> date:
    return t.astimezone(zone_named(zone)).date()


@lru_cache(maxsize=1024)
def zone_named(name: str) -> ZoneInfo:
    """A zone; UTC where there is none of that name any more."""
    return ZoneInfo(name if name in zones() else "UTC")


def _week(day: date, week_start: str) -> date:
    return day - timedelta(days=(day.weekday() - WEEKDAYS.index(week_start)) % 7)


def _runs(days: list[date], today: date, step: timedelta) -> dict[str, Any]:
    """{current, best, total} of ascending days (or weeks), each once."""
    best = length = 0
    last: date | None = None
    for day in days:
        length = length + 1 if last is not None and day - last == step else 1
        best, last = max(best, length), day
    going = last is not None and today - last <= step
    return {"current": length if going else 0, "best": best, "total": len(days)}


async def load(asked: Asked) -> dict[str, Any] | None:
    """Training load of one athlete: minutes a day over 7 whole days and over 28, and the first by the second.

    None: the first activity is not 28 days old yet.
    """
    now = asked.span.window.now
    edges = days_before(now, CHRONIC, asked.span.window.zone)
    if asked.oldest is None or asked.oldest > int(edges[0]):
        return None
    rows = queries().days_of(
        asked.conn, tenant=asked.tenant, athlete=asked.athlete, edges=moments(edges), start=from_us(int(edges[0])),
        stop=from_us(int(edges[-1])),
    )  # fmt: skip
    minutes = {row["bucket"]: float(row["duration_s"]) / 60 async for row in rows}
    acute = sum(v for bucket, v in minutes.items() if bucket >= CHRONIC - ACUTE) / ACUTE
    chronic = sum(minutes.values()) / CHRONIC
    return {
        "acute_minutes_per_day": round(acute, 2),
        "chronic_minutes_per_day": round(chronic, 2),
        "ratio": round(acute / chronic, 3) if chronic else None,
    }
