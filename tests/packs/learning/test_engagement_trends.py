"""Engagement over time equals a count by local day over the raw events."""

from __future__ import annotations

import pandas as pd
import pytest

from api.packs.learning.trends import growth
from tests.packs.learning.campus import ZONES, Campus, get, midnight, status, within

PATH = "/analytics/trends/engagement"


@pytest.mark.req("S2-09", "S2-55")
@pytest.mark.parametrize("seed", ZONES)
@pytest.mark.parametrize("days", [30, 200])
def test_days_equal_the_raw_events(campus: Campus, seed: int, days: int) -> None:
    told = get(campus.as_(seed, "ADMIN"), PATH, days=days)
    done = within(campus.raw, told, campus.students(seed))
    by_day = done.groupby(done.t.dt.tz_convert(ZONES[seed]).dt.date).agg(
        active=("person", "nunique"), activities=("id", "count"), xp=("xp", "sum")
    )
    wanted = [(midnight(ZONES[seed], days) + pd.DateOffset(days=i)) for i in range(days)]
    assert [pd.Timestamp(day["date"]) for day in told["days"]] == wanted
    full = by_day.reindex([day.date() for day in wanted], fill_value=0)
    assert [day["active_users"] for day in told["days"]] == full.active.tolist()
    assert [day["activities"] for day in told["days"]] == full.activities.tolist()
    assert [day["xp"] for day in told["days"]] == full.xp.tolist()
    assert told["summary"]["active_users"] == done.person.nunique()
    assert told["summary"]["activities"] == len(done) and told["summary"]["xp"] == done.xp.sum()


@pytest.mark.req("S2-09")
def test_growth_and_means_are_of_days_that_are_over(campus: Campus) -> None:
    told = get(campus.as_(12, "ADMIN"), PATH, days=28)
    active = [day["active_users"] for day in told["days"][:-1]]
    first, last = sum(active[:7]), sum(active[-7:])
    change = told["growth_active_users"]
    assert change["percent"] == round(100 * (last - first) / first, 2) and change["trend_basis"] == "ok"
    assert told["summary"]["average_daily_active"] == round(sum(active) / len(active), 2)
    assert told["days"][-1]["partial"] and not any(day["partial"] for day in told["days"][:-1])


@pytest.mark.req("S2-09")
def test_no_percentage_is_made_up() -> None:
    assert growth([5] * 13, begun=True) == {
        "first_week": 5.0, "last_week": None, "percent": None, "trend_basis": "partial",
    }  # fmt: skip
    assert growth([0] * 7 + [5] * 7, begun=True)["trend_basis"] == "no_baseline"
    assert growth([5] * 14, begun=False)["percent"] is None
    assert growth([4] * 7 + [9] * 9 + [5] * 7, begun=True)["percent"] == 25.0


@pytest.mark.req("S2-09", "S2-50")
def test_it_is_for_admins(campus: Campus) -> None:
    assert status(campus.as_(11, "TEACHER"), PATH) == status(campus.as_(11, "STUDENT"), PATH) == 403
    assert status(campus.login("viewer"), PATH) == 403
    assert status(campus.admin, PATH) == 200
    assert status(campus.admin, PATH, days=366) == status(campus.admin, PATH, days="x") == 422
    assert [len(get(campus.admin, PATH, **asked)["days"]) for asked in ({}, {"days": 365})] == [30, 365]


@pytest.mark.req("S2-44")
def test_an_organisation_is_all_of_its_schools(campus: Campus) -> None:
    told = get(campus.admin, PATH, days=60, timezone="Asia/Kathmandu")
    done = within(campus.raw, told, campus.students(*ZONES))
    assert told["summary"]["activities"] == len(done) and told["summary"]["active_users"] == done.person.nunique()
    assert sum(day["activities"] for day in told["days"]) == len(done)
    by_day = done.groupby(done.t.dt.tz_convert("Asia/Kathmandu").dt.date).person.nunique()
    assert [day["active_users"] for day in told["days"] if day["active_users"]] == by_day.tolist()
