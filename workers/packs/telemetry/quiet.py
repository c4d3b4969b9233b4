"""Quiet hours: local times of day in which nobody wants to hear of alerts. Pure."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

Quiet = tuple[str, str, str]
"""(begin, end, zone): `22:00`, `07:00`, `Europe/Berlin`. The same time twice: never."""


def is_quiet(at: datetime, quiet: Quiet) -> bool:
    """Whether a moment is in quiet hours: from `begin` on, before `end`, over midnight where `begin` is later."""
    begin, end, now = _clock(quiet[0]), _clock(quiet[1]), at.astimezone(ZoneInfo(quiet[2])).time()
    return begin <= now < end if begin <= end else now >= begin or now < end


def last_quiet(at: datetime, quiet: Quiet) -> tuple[datetime, datetime] | None:
    """The quiet hours [begin, end) that ended last at or before a moment; None: there are none."""
    begin, end = _clock(quiet[0]), _clock(quiet[1])
    if begin == end:
        return None
    zone = ZoneInfo(quiet[2])
    day = at.astimezone(zone).date()
    while (stop := max(_both(day, end, zone))) > at:
        day -= timedelta(days=1)
    return min(_both(day if begin < end else day - timedelta(days=1), begin, zone)), stop


def _both(day: date, clock: time, zone: ZoneInfo) -> list[datetime]:
    """The moments of a local time, in UTC: two where clocks go back over it. Quiet hours end with the second, so that
    what the hour held back when it came again is told too."""
    return [datetime.combine(day, clock.replace(fold=fold), zone).astimezone(UTC) for fold in (0, 1)]


def _clock(text: str) -> time:
    return time.fromisoformat(text)
