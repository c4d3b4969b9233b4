"""The windows of goals in their own zone: the one that a moment lies in, and those before it. Pure; times are us.

once: from `starts_at` (absent: the quarter of an hour of the first point) to `ends_at` (absent: for ever). daily …
yearly: as the calendar has them, weeks from `week_start` on. rolling: the last `days` local days, today among them; it
moves on at midnight. What lies outside of `starts_at` and `ends_at` counts for no window.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import numpy as np

from db.calendar import WEEKDAYS, day_begins, zone_of
from db.goals import Goal
from db.records import QUARTER_US, Times, from_us, to_us

FOREVER_US = 7_258_118_400_000_000
"""2200-01-01: where a goal without an end ends."""
KEPT = {"once": 0, "daily": 400, "weekly": 106, "monthly": 37, "yearly": 10, "rolling": 0}
"""Windows before the present one that are looked at for streaks."""


@dataclass(frozen=True, slots=True)
class Period:
    """[begin, end) us. `over`: it is never followed by another, because the goal has ended."""

    begin: int
    end: int
    over: bool


def period_of(goal: Goal, at: int, oldest: int | None) -> Period:
    """The window that counts at a moment: of a goal that has ended its last, before it starts its first.

    `oldest`: the first point; where a goal for once without a start begins.
    """
    lo = to_us(goal.starts_at) if goal.starts_at else None
    hi = to_us(goal.ends_at) if goal.ends_at else FOREVER_US
    over = at >= hi
    moment = max(at, lo) if lo is not None and lo > at else min(at, hi - 1)
    if goal.recurs == "once":
        there = moment if oldest is None else min(oldest, moment)
        begin = lo if lo is not None else there // QUARTER_US * QUARTER_US  # rollups know no more of it one day
        return Period(begin, hi, over)
    zone = zone_of(goal.timezone)
    day = from_us(moment).astimezone(zone).date()
    first, next_ = _window(goal, day)
    begin, end = day_begins(first, zone), day_begins(next_, zone)
    return Period(begin if lo is None else max(begin, lo), min(end, hi), over)


def edges_before(goal: Goal, period: Period, oldest: int) -> Times:
    """Where the whole windows before a period begin, ascending us, with its own beginning behind: int64[n + 1].

    None of them ends before `oldest` or begins before the goal; at most `KEPT`. Of a goal for once, or rolling: none.
    """
    lo = max(oldest, to_us(goal.starts_at)) if goal.starts_at else oldest
    zone = zone_of(goal.timezone)
    first, _ = _window(goal, from_us(period.begin).astimezone(zone).date())
    begins = [period.begin]
    for _ in range(KEPT[goal.recurs]):
        if begins[-1] <= lo:
            break
        first, _ = _window(goal, first - timedelta(days=1))
        begins.append(day_begins(first, zone) if goal.starts_at is None else max(day_begins(first, zone), lo))
    return np.unique(np.array(begins, np.int64))


def days_before(at: int, count: int, zone: ZoneInfo) -> Times:
    """Where the `count` local days before the one of a moment begin, ascending us, with that one's beginning behind."""
    today = from_us(at).astimezone(zone).date()
    begins = [day_begins(today - timedelta(days=back), zone) for back in range(count, -1, -1)]
    return np.unique(np.array(begins, np.int64))


def days_after(at: int, end: int, most: int, zone: ZoneInfo) -> Times:
    """Where the local days from that of a moment on begin, until `end`, at most `most`; the last one's end behind."""
    day = from_us(at).astimezone(zone).date()
    begins = [day_begins(day, zone)]
    while begins[-1] < end and len(begins) <= most:
        day += timedelta(days=1)
        begins.append(day_begins(day, zone))
    return np.unique(np.array(begins, np.int64))


def weekdays_of(begins: Times, zone: ZoneInfo) -> list[int]:
    """The weekday of each local day, Monday 0."""
    return [from_us(at).astimezone(zone).weekday() for at in begins.tolist()]


def _window(goal: Goal, day: date) -> tuple[date, date]:
    """The first day of the calendar window that a day lies in, and of the next one."""
    match goal.recurs:
        case "daily":
            return day, day + timedelta(days=1)
        case "weekly":
            first = day - timedelta(days=(day.weekday() - WEEKDAYS.index(goal.week_start)) % 7)
            return first, first + timedelta(days=7)
        case "monthly":
            first = day.replace(day=1)
            return first, (first + timedelta(days=32)).replace(day=1)
        case "yearly":
            return day.replace(month=1, day=1), date(day.year + 1, 1, 1)
        case _:
            return day - timedelta(days=(goal.days or 1) - 1), day + timedelta(days=1)
