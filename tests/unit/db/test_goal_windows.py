"""Windows of goals in their zone, where clocks change and months end."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from db.calendar import zone_of
from db.goal_windows import FOREVER_US, days_after, days_before, edges_before, period_of
from db.goals import Goal
from db.records import from_us, to_us

pytestmark = pytest.mark.req("S0-18")


def at(*when: int, zone: str = "UTC") -> int:
    return to_us(datetime(*when, tzinfo=ZoneInfo(zone)).astimezone(UTC))


def goal(**more) -> Goal:
    return Goal("t", "m", 1.0, **more)


@pytest.mark.parametrize(
    ("recurs", "begin", "end"),
    [
        ("daily", (2026, 3, 29), (2026, 3, 30)),
        ("weekly", (2026, 3, 23), (2026, 3, 30)),
        ("monthly", (2026, 3, 1), (2026, 4, 1)),
        ("yearly", (2026, 1, 1), (2027, 1, 1)),
    ],
)
def test_a_window_begins_and_ends_at_local_midnight(recurs: str, begin: tuple, end: tuple) -> None:
    found = period_of(goal(recurs=recurs, timezone="Europe/Berlin"), at(2026, 3, 29, 12), None)
    assert (found.begin, found.end) == (at(*begin, zone="Europe/Berlin"), at(*end, zone="Europe/Berlin"))


def test_the_day_on_which_clocks_change_has_23_hours() -> None:
    found = period_of(goal(recurs="daily", timezone="Europe/Berlin"), at(2026, 3, 29, 12), None)
    assert from_us(found.end) - from_us(found.begin) == timedelta(hours=23)


def test_weeks_begin_on_the_day_that_is_said() -> None:
    found = period_of(goal(recurs="weekly", week_start="sunday"), at(2026, 3, 28, 12), None)
    assert found.begin == at(2026, 3, 22)


def test_a_rolling_window_holds_today_and_the_days_before() -> None:
    found = period_of(goal(recurs="rolling", days=7, timezone="Asia/Kathmandu"), at(2026, 3, 28, 18, 20), None)
    assert found.begin == at(2026, 3, 23, zone="Asia/Kathmandu")  # it is the 29th there
    assert found.end == at(2026, 3, 30, zone="Asia/Kathmandu")


def test_a_goal_clips_its_windows() -> None:
    one = goal(recurs="monthly", starts_at=from_us(at(2026, 3, 10)), ends_at=from_us(at(2026, 4, 10)))
    assert period_of(one, at(2026, 3, 20), None).begin == at(2026, 3, 10)
    last = period_of(one, at(2026, 8, 1), None)
    assert (last.begin, last.end, last.over) == (at(2026, 4, 1), at(2026, 4, 10), True)
    first = period_of(one, at(2026, 1, 1), None)
    assert (first.begin, first.end, first.over) == (at(2026, 3, 10), at(2026, 4, 1), False)


def test_a_goal_for_once_begins_with_the_first_point_and_need_not_end() -> None:
    found = period_of(goal(), at(2026, 3, 20), at(2020, 5, 5))
    assert (found.begin, found.end, found.over) == (at(2020, 5, 5), FOREVER_US, False)


def test_windows_before_reach_back_to_the_first_point() -> None:
    one = goal(recurs="monthly", timezone="America/New_York")
    now = period_of(one, at(2026, 3, 20), None)
    edges = edges_before(one, now, at(2025, 12, 24))
    assert edges.tolist() == [at(2025, 12, 1, zone="America/New_York"), at(2026, 1, 1, zone="America/New_York"),
                              at(2026, 2, 1, zone="America/New_York"), now.begin]  # fmt: skip
    assert len(edges_before(goal(recurs="daily"), period_of(goal(recurs="daily"), at(2026, 3, 20), None), 0)) == 401


def test_windows_before_never_begin_before_the_goal() -> None:
    one = goal(recurs="weekly", starts_at=from_us(at(2026, 3, 11)))
    edges = edges_before(one, period_of(one, at(2026, 3, 25), None), at(2025, 1, 1))
    assert edges.tolist() == [at(2026, 3, 11), at(2026, 3, 16), at(2026, 3, 23)]


def test_days_before_and_after_meet_today() -> None:
    zone = zone_of("Australia/Lord_Howe")
    now = at(2026, 4, 5, 1)
    before, after = days_before(now, 3, zone), days_after(now, at(2026, 4, 8), 10, zone)
    assert before[-1] == after[0]
    assert len(before) == 4
    assert (np.diff(before) > 0).all() and after[-1] >= at(2026, 4, 8) > after[-2]
