"""Your week equals the sums over the raw events, in days of your school."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
import pytest

from api.packs.learning.own import streak
from tests.packs.learning.campus import KINDS, ZONES, Campus, get, midnight, status

PATH = "/analytics/weekly_xp"


@pytest.mark.req("S2-05", "S2-06", "S2-55")
@pytest.mark.parametrize("seed", ZONES)
@pytest.mark.parametrize("number", [0, 1, 3])
def test_seven_days_equal_the_raw_events(campus: Campus, seed: int, number: int) -> None:
    told = get(campus.as_(seed, "STUDENT", number), PATH)
    mine = campus.raw[campus.raw.type.isin(KINDS) & (campus.raw.person == campus.person(seed, "STUDENT", number))]
    days = mine.groupby(mine.t.dt.tz_convert(ZONES[seed]).dt.date).xp.agg(["sum", "count"])
    first = midnight(ZONES[seed], 7)
    wanted = [(first + pd.DateOffset(days=i)).date() for i in range(7)]
    sums = [(int(days["sum"].get(day, 0)), int(days["count"].get(day, 0))) for day in wanted]
    assert [(day["xp"], day["activities"]) for day in told["days"]] == sums
    assert [day["weekday"] for day in told["days"]] == [f"{day:%A}".lower() for day in wanted]
    assert told["week_total"] == sum(xp for xp, _ in sums)
    assert told["daily_average"] == round(told["week_total"] / 7, 2)
    assert told["streak"] == slow_streak(set(days.index), wanted[-1])
    assert [day["partial"] for day in told["days"]] == [False] * 6 + [True]


def slow_streak(active: set[date], today: date) -> int:
    """Try every length."""
    begin = today if today in active else today - timedelta(days=1)
    return max(n for n in range(400) if all(begin - timedelta(days=i) in active for i in range(n)))


@pytest.mark.req("S2-06")
def test_a_streak_holds_until_a_whole_day_was_missed() -> None:
    today = date(2026, 3, 30)
    assert streak(set(), today) == 0
    assert streak({today}, today) == 1
    assert streak({today - timedelta(days=1), today - timedelta(days=2)}, today) == 2
    assert streak({today, today - timedelta(days=2)}, today) == 1
    assert streak({today - timedelta(days=2)}, today) == 0


@pytest.mark.req("S2-05")
def test_it_is_about_oneself_and_needs_a_person(campus: Campus) -> None:
    other = campus.as_(11, "STUDENT", 1).get("/api/v1/learning" + PATH, params={"student_id": campus.students(11)[0]})
    assert other.json()["week_total"] == get(campus.as_(11, "STUDENT", 1), PATH)["week_total"]
    assert status(campus.admin, PATH) == 403


@pytest.mark.req("S2-51", "S2-55")
def test_days_are_those_of_the_zone_that_is_asked_for(campus: Campus) -> None:
    told = get(campus.as_(12, "STUDENT"), PATH, timezone="Asia/Kathmandu")
    assert pd.Timestamp(told["from"]) == midnight("Asia/Kathmandu", 7)
    assert status(campus.as_(12, "STUDENT"), PATH, timezone="Nowhere") == 400
