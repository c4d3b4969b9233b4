"""Dates as people write them into reports -> a half-open range in a zone."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from api.errors import Unprocessable
from api.query.window import CEILING_US, FLOOR_US
from db.calendar import day_begins
from db.records import to_us

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
LAST_SECOND = (23, 59, 59)


def range_of(start: str, end: str, zone: ZoneInfo) -> tuple[int, int]:
    """[start, stop) us of start_date and end_date.

    What has no zone of its own is of `zone`. An end that is a date, or says 23:59:59, means that whole day: the range
    ends with it. Any other end is itself outside. Raises `Unprocessable`.
    """
    lo, hi = _moment("start_date", start, zone), _moment("end_date", end, zone)
    if isinstance(hi, date) and not isinstance(hi, datetime):
        stop = day_begins(hi + timedelta(days=1), zone)
    elif (hi.hour, hi.minute, hi.second) == LAST_SECOND:
        midnight = hi.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
        stop = day_begins(midnight.date(), zone) if hi.tzinfo is None else _us(midnight, zone)
    else:
        stop = _us(hi, zone)
    begin = _us(lo, zone) if isinstance(lo, datetime) else day_begins(lo, zone)
    if begin >= stop:
        raise Unprocessable("start_date must be before end_date.")
    if begin < FLOOR_US or stop > CEILING_US:
        raise Unprocessable("start_date and end_date must be between 1973-03-04 and 2200-01-01.")
    return begin, stop


def _moment(name: str, text: str, zone: ZoneInfo) -> datetime | date:
    try:
        found = date.fromisoformat(text) if DAY.fullmatch(text) else datetime.fromisoformat(text)
        if not 1973 <= found.year <= 2200:
            raise Unprocessable(f"{name} must be between 1973-03-04 and 2200-01-01.")
    except ValueError as error:
        raise Unprocessable(
            f"{name} must be a date such as 2026-01-31, or a time such as 2026-01-31T12:00:00, "
            f"which is taken as of {zone.key}, or with a zone of its own."
        ) from error
    return found


def _us(moment: datetime, zone: ZoneInfo) -> int:
    own = moment if moment.tzinfo is not None else moment.replace(tzinfo=zone)
    return to_us(own.astimezone(UTC))
