"""Which time is asked for, in which buckets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal
from zoneinfo import ZoneInfo

import numpy as np

from api.errors import Unprocessable
from db.calendar import CALENDAR, DAY_US, HOUR_US, edges, shift
from db.records import QUARTER_US, Times, from_us, to_us
from db.settings import DatabaseSettings
from db.store import Archive

Bucket = Literal["auto", "raw", "15m", "1h", "day", "week", "month"]
TimeRange = Literal["24h", "7d", "30d", "90d", "1y", "all"]
WeekStart = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

DAYS = {"24h": 1, "7d": 7, "30d": 30, "90d": 90, "1y": 365}
AUTO = ((2 * DAY_US, "15m"), (14 * DAY_US, "1h"), (200 * DAY_US, "day"), (1096 * DAY_US, "week"))
RAW_SPAN = 6 * HOUR_US
LENGTH = {
    "15m": QUARTER_US,
    "1h": HOUR_US,
    "day": DAY_US,
    "week": 7 * DAY_US,
    "month": 30 * DAY_US,
    "quarter": 91 * DAY_US,
    "year": 365 * DAY_US,
}
FLOOR_US = 100_000_000_000_000
CEILING_US = 7_258_118_400_000_000
"""1973-03-03, before which no point is taken, and 2200-01-01."""
MOST_POINTS = 11_000


@dataclass(frozen=True)
class Before:
    """The window before: [start, stop) us; its first bucket ends at `first`. `comparable`: this one is as long."""

    start: int
    stop: int
    first: int
    comparable: bool


@dataclass(frozen=True)
class Window:
    """[start, stop) us in buckets: `edges` to fold by, `begins` where they really begin (see `db.calendar.edges`)."""

    start: int
    stop: int
    bucket: str
    zone: ZoneInfo
    edges: Times
    begins: Times
    now: int

    @property
    def buckets(self) -> int:
        """How many there are."""
        return len(self.edges) - 1

    def before(self) -> Before:
        """The window of equal length right before.

        Where this one begins with a day, week or month, the one before has as many whole ones; else as many seconds.
        """
        if self.bucket in CALENDAR and self.begins[0] == self.start:
            begin = shift(self.start, self.buckets, self.bucket, self.zone)
            first = shift(self.start, self.buckets - 1, self.bucket, self.zone)
            return Before(begin, self.start, first, comparable=int(self.begins[-1]) == self.stop)
        begin = 2 * self.start - self.stop
        first = self.start if self.bucket == "raw" else min(begin + LENGTH[self.bucket], self.start)
        return Before(begin, self.start, first, comparable=True)


async def bounds_of(
    start: int | None, stop: int | None, time_range: TimeRange | None, archive: Archive, tenant: int, ids: np.ndarray
) -> tuple[int, int, int]:
    """(start, stop, now) us as asked for: from and to, or a range that ends now. Raises `Unprocessable`."""
    now = to_us(datetime.now(UTC))
    if time_range is not None and (start is not None or stop is not None):
        raise Unprocessable("Give either time_range or from and to.")
    if time_range == "all":
        oldest, _ = await archive.horizon(tenant, ids)
        return (to_us(oldest) if oldest else now - DAY_US), now, now
    stop = now if stop is None else stop
    start = stop - DAYS[time_range or "24h"] * DAY_US if start is None else start
    if start >= stop:
        raise Unprocessable("from must be before to.")
    if stop > CEILING_US or stop <= FLOOR_US:
        raise Unprocessable("to must be between 1973-03-04 and 2200-01-01.")
    return max(start, FLOOR_US), stop, now


def bucket_of(asked: Bucket, span: int) -> str:
    """The bucket for a span in us. `raw` from auto is a wish: see `api.query.trend`."""
    if asked != "auto":
        return asked
    if span <= RAW_SPAN:
        return "raw"
    return next((bucket for most, bucket in AUTO if span <= most), "month")


def window_of(
    start: int, stop: int, now: int, bucket: str, zone: ZoneInfo, week_start: str, *, relative: bool
) -> Window:
    """The window in buckets. One that ends now begins with its first bucket. Raises `Unprocessable` on too many."""
    if bucket == "raw":
        both = np.array([start, stop], np.int64)
        return Window(start, stop, bucket, zone, both, both, now)
    if (stop - start) / LENGTH[bucket] > MOST_POINTS:
        raise Unprocessable(too_many(bucket, stop - start))
    folded, begins = edges(start, stop, bucket, zone, week_start)
    if relative:
        start = int(begins[0])
        folded[0] = start
    return Window(start, stop, bucket, zone, folded, begins, now)


def too_many(bucket: str, span: int) -> str:
    """What to say when an answer would be too long: a bucket that fits."""
    coarser = list(LENGTH)[list(LENGTH).index(bucket) + 1 :] if bucket in LENGTH else list(LENGTH)
    fits = next((b for b in coarser if span / LENGTH[b] <= MOST_POINTS), None)
    todo = f"Ask for bucket={fits}" if fits else "Ask for a shorter range"
    return f"That would be more than {MOST_POINTS} points a series. {todo}, or for fewer days."


async def grain(at: int, now: int, archive: Archive, config: DatabaseSettings) -> int:
    """The length of the finest windows that retention has left at a time, in us; 1 where raw points are there."""
    days = (now - at) / DAY_US
    if config.keep_1h_days is not None and days > config.keep_1h_days:
        return DAY_US
    if config.keep_15m_days is not None and days > config.keep_15m_days:
        return HOUR_US
    closed = await archive.closed_before(from_us(at), from_us(at + 1)) if at % QUARTER_US else None
    return QUARTER_US if closed else 1
