"""Quiet hours against every minute of days on which clocks change."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from workers.packs.telemetry.quiet import is_quiet, last_quiet

pytestmark = pytest.mark.req("S3-68")
ZONES = ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu")


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize(("begin", "end"), [("22:00", "07:00"), ("00:00", "06:30"), ("12:00", "13:00")])
def test_a_minute_is_quiet_as_the_clock_on_the_wall_says(zone: str, begin: str, end: str) -> None:
    at = datetime(2026, 3, 28, tzinfo=UTC)
    for _ in range(3 * 24 * 60):
        wall = at.astimezone(ZoneInfo(zone)).strftime("%H:%M")
        want = begin <= wall < end if begin <= end else (wall >= begin or wall < end)
        assert is_quiet(at, (begin, end, zone)) == want
        at += timedelta(minutes=1)


@pytest.mark.parametrize("zone", ZONES)
def test_the_last_quiet_hours_are_those_before_the_moment(zone: str) -> None:
    quiet = ("22:00", "07:00", zone)
    at = datetime(2026, 4, 4, 0, 13, tzinfo=UTC)
    for _ in range(3 * 24 * 4):
        found = last_quiet(at, quiet)
        assert found is not None
        start, stop = (one.astimezone(ZoneInfo(zone)) for one in found)
        assert (f"{start:%H:%M}", f"{stop:%H:%M}") == ("22:00", "07:00")
        assert stop <= at < stop + timedelta(hours=24, minutes=61)
        assert not is_quiet(found[1], quiet)
        assert is_quiet(found[1] - timedelta(minutes=1), quiet)
        at += timedelta(minutes=15)


@pytest.mark.parametrize("end", ["02:00", "02:30", "03:00"])
@pytest.mark.parametrize("day", [24, 28])
def test_no_quiet_minute_lies_outside_of_all_quiet_hours(day: int, end: str) -> None:
    month = 10 if day == 24 else 3  # the night after the 24th has 02:30 twice, that after the 28th of March never
    first = datetime(2026, month, day, 12, tzinfo=UTC)
    quiet, minutes = ("22:00", end, "Europe/Berlin"), [first + timedelta(minutes=n) for n in range(24 * 60)]
    windows = {found for at in minutes if (found := last_quiet(at + timedelta(days=1), quiet)) is not None}
    assert windows
    for at in minutes:
        assert not is_quiet(at, quiet) or any(start <= at < stop for start, stop in windows), at


def test_the_same_time_twice_is_never() -> None:
    quiet = ("08:00", "08:00", "UTC")
    assert not any(is_quiet(datetime(2026, 1, 1, hour, tzinfo=UTC), quiet) for hour in range(24))
    assert last_quiet(datetime(2026, 1, 1, tzinfo=UTC), quiet) is None
