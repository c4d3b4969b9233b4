"""Buckets of time as people in a zone see them: where days, weeks, months and hours begin. Pure; times are us.

A day begins at local midnight, or, where the clocks skip midnight, at the first moment of the day. So days have 23, 25
or other numbers of hours when clocks change, and a day that a zone never had is no bucket. Since 1973 every offset is a
multiple of 15 minutes, so quarters of an hour are the same everywhere.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo, available_timezones

import numpy as np
from numpy.typing import NDArray

from db.errors import Invalid
from db.pieces import STEP
from db.records import QUARTER_US, Times, from_us, to_us

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
CALENDAR = ("day", "week", "month", "quarter", "year")
MONTHS = {"month": 1, "quarter": 3, "year": 12}
HOUR_US = 4 * QUARTER_US
DAY_US = 24 * HOUR_US


@lru_cache(maxsize=1024)
def zone_of(name: str) -> ZoneInfo:
    """The zone of an IANA name. Raises `Invalid`."""
    if name not in zones():
        raise Invalid(f"There is no time zone {name!r}. Use an IANA name such as Europe/Berlin or UTC.")
    return ZoneInfo(name)


@lru_cache(maxsize=1)
def zones() -> frozenset[str]:
    """Names of all zones. `localtime`, known on some machines, is none: it is wherever the server stands."""
    return frozenset(available_timezones()) - {"localtime"}


def edges(start: int, stop: int, bucket: str, zone: ZoneInfo, week_start: str = "monday") -> tuple[Times, Times]:
    """The buckets (15m, 1h, day, week, month, quarter, year) that meet [start, stop).

    Returns (edges, begins): edges int64[n + 1] from `start` to `stop`, for folding; begins int64[n + 1], where each
    bucket really begins, with the end of the last one behind: they differ only at ragged ends.
    """
    begins = _grid(start, stop, bucket, zone, week_start)
    first = int(np.searchsorted(begins, start, "right")) - 1
    last = int(np.searchsorted(begins, stop, "left"))
    begins = begins[first : last + 1]
    folded = begins.copy()
    folded[0], folded[-1] = start, stop
    return folded, begins


def shift(at: int, buckets: int, bucket: str, zone: ZoneInfo) -> int:
    """The beginning of the bucket that lies `buckets` before the one that begins at `at` (day to year)."""
    day = from_us(at).astimezone(zone).date()
    if bucket in MONTHS:
        months = day.year * 12 + day.month - 1 - buckets * MONTHS[bucket]
        return day_begins(date(months // 12, months % 12 + 1, 1), zone)
    return day_begins(day - timedelta(days=buckets * (7 if bucket == "week" else 1)), zone)


def level_of(inner: Times) -> str:
    """The coarsest rollup whose windows never straddle one of these edges."""
    return next((name for name, step in STEP.items() if not (inner % step).any()), "samples_15m")


def day_begins(day: date, zone: ZoneInfo) -> int:
    """The first moment of a local day; of the next one, if the zone skipped this day."""
    return moment_at(datetime.combine(day, time.min), zone)


def moment_at(wall: datetime, zone: ZoneInfo) -> int:
    """When a local time (naive) comes first, us; one that clocks skip: when they have skipped it."""
    local = wall.replace(tzinfo=zone)
    at = to_us(local.astimezone(UTC))
    if from_us(at).astimezone(zone).replace(tzinfo=None) == wall:
        return at
    before, after = to_us(local.replace(fold=1).astimezone(UTC)) - 1, at  # it is skipped: find the change
    old = from_us(before).astimezone(zone).utcoffset()
    while after - before > 1:
        middle = (before + after) // 2
        same = from_us(middle).astimezone(zone).utcoffset() == old
        before, after = (middle, after) if same else (before, middle)
    return after


def offsets(t: Times, zone: ZoneInfo) -> NDArray[np.int64]:
    """What a zone adds to UTC at each time, in us."""
    if not len(t):
        return np.empty(0, np.int64)
    starts, values = _segments(int(t.min()), int(t.max()), zone)
    return values[np.searchsorted(starts, t, "right") - 1]


def rfc3339(t: Times, zone: ZoneInfo) -> list[str]:
    """Times with the zone's offset: 2026-01-01T00:00:00+01:00; a fraction only where one of them has one."""
    off = offsets(t, zone)
    unit: Literal["us", "s"] = "us" if (t % 1_000_000).any() else "s"
    texts = np.datetime_as_string((t + off).view("datetime64[us]"), unit=unit).tolist()
    suffix = {int(o): _suffix(int(o)) for o in np.unique(off)}
    return [text + suffix[o] for text, o in zip(texts, off.tolist(), strict=True)]


def moment(at: int, zone: ZoneInfo) -> str:
    """`rfc3339` of one time, without the way over arrays: answers say hundreds of single times."""
    offset = _offset(at, zone)
    said = from_us(at + offset).replace(tzinfo=None)
    return said.isoformat(timespec="microseconds" if at % 1_000_000 else "seconds") + _suffix(offset)


def _suffix(offset: int) -> str:
    minutes = abs(offset) // 60_000_000
    return f"{'-' if offset < 0 else '+'}{minutes // 60:02d}:{minutes % 60:02d}"


def _segments(lo: int, hi: int, zone: ZoneInfo) -> tuple[Times, NDArray[np.int64]]:
    """Stretches of one offset that cover [lo, hi]: their starts (the first at or before lo) and offsets, in us."""
    starts, values = [lo], [_offset(lo, zone)]
    at = lo
    while at < hi:
        then = min(at + DAY_US, hi)
        if (offset := _offset(then, zone)) != values[-1]:
            before, after = at, then
            while after - before > 1:
                middle = (before + after) // 2
                before, after = (middle, after) if _offset(middle, zone) == values[-1] else (before, middle)
            starts.append(after)
            values.append(offset)
        at = then
    return np.array(starts, np.int64), np.array(values, np.int64)


def _offset(at: int, zone: ZoneInfo) -> int:
    offset = from_us(at).astimezone(zone).utcoffset()
    return 0 if offset is None else offset // timedelta(microseconds=1)


def _grid(start: int, stop: int, bucket: str, zone: ZoneInfo, week_start: str) -> Times:
    """Ascending bucket beginnings, from at or before `start` to at or after `stop`."""
    if bucket == "15m":
        return np.arange(start // QUARTER_US, -(-stop // QUARTER_US) + 1, dtype=np.int64) * QUARTER_US
    if bucket == "1h":
        quarters = np.arange(start // HOUR_US * 4 - 4, -(-stop // HOUR_US) * 4 + 9, dtype=np.int64) * QUARTER_US
        hours: Times = quarters[
            (quarters + offsets(quarters, zone)) % HOUR_US < QUARTER_US
        ]  # 0, but where offsets are odd
        return hours
    day = _first_day(from_us(start).astimezone(zone).date(), bucket, week_start)
    begins = [day_begins(day, zone)]
    while begins[-1] < stop:
        day = _next_day(day, bucket)
        begins.append(day_begins(day, zone))
    return np.unique(np.array(begins, np.int64))


def _first_day(day: date, bucket: str, week_start: str) -> date:
    if bucket in MONTHS:
        return day.replace(month=day.month - (day.month - 1) % MONTHS[bucket], day=1)
    if bucket == "week":
        return day - timedelta(days=(day.weekday() - WEEKDAYS.index(week_start)) % 7)
    return day


def _next_day(day: date, bucket: str) -> date:
    if bucket in MONTHS:
        months = day.year * 12 + day.month - 1 + MONTHS[bucket]
        return date(months // 12, months % 12 + 1, 1)
    return day + timedelta(days=7 if bucket == "week" else 1)
