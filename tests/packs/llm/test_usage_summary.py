"""The summary is what counting the messages says."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pandas as pd
import pytest

from tests.packs.llm.usage import BASE, NOW, ZONES, World, message, money, priced
from tests.pipelines import drain


@pytest.mark.req("S1-01", "S1-10", "S1-21", "S1-30", "S1-60", "S1-68", "S1-72")
@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("time_range", ["24h", "7d", "30d", "90d", "1y", "all"])
def test_it_is_what_counting_says(world: World, time_range: str, zone: str) -> None:
    answer = world.get("/summary", time_range=time_range, timezone=zone)
    rows = world.within(answer)
    assert answer["total_messages"] == len(rows)
    assert answer["total_sessions"] == rows.session.nunique()
    assert answer["total_projects"] == rows.project_id.nunique()
    assert Decimal(answer["total_cost_exact"]) == money(rows.cost)
    assert answer["total_cost"] == float(round(money(rows.cost), 2))
    assert answer["priced_messages"] == priced(rows.cost)
    assert answer["unpriced_messages"] == len(rows) - priced(rows.cost)
    assert answer["time_range"] == time_range


@pytest.mark.req("S1-30", "S1-20")
@pytest.mark.parametrize(("time_range", "days"), [("24h", 1), ("7d", 7), ("30d", 30), ("90d", 90), ("1y", 365)])
def test_a_range_is_exactly_as_long_as_it_says(world: World, time_range: str, days: int) -> None:
    answer = world.get("/summary", time_range=time_range, timezone="Europe/Berlin")
    assert pd.Timestamp(answer["to"]) - pd.Timestamp(answer["from"]) == pd.Timedelta(days=days)
    assert abs(pd.Timestamp(answer["to"]) - pd.Timestamp.now(tz="UTC")) < pd.Timedelta(minutes=2)


@pytest.mark.req("S1-20", "S1-30")
def test_all_is_everything_there_is(world: World) -> None:
    answer = world.get("/summary", time_range="all")
    assert (answer["total_messages"], answer["total_sessions"]) == (len(world.frame), world.frame.session.nunique())
    assert pd.Timestamp(answer["from"]) <= world.frame.t.min()


@pytest.mark.req("S1-10")
def test_thirty_days_are_the_default(world: World) -> None:
    assert world.get("/summary")["time_range"] == "30d"


@pytest.mark.req("S1-31")
@pytest.mark.parametrize("time_range", ["7d", "30d", "90d"])
def test_trends_compare_with_the_window_of_equal_length_right_before(world: World, time_range: str) -> None:
    answer = world.get("/summary", time_range=time_range)
    start, stop = pd.Timestamp(answer["from"]), pd.Timestamp(answer["to"])
    now, before = world.within(answer), world.between(str(start - (stop - start)), str(start))
    assert answer["messages_trend"] == round(100 * (len(now) - len(before)) / len(before), 2)
    change = 100 * (money(now.cost) - money(before.cost)) / money(before.cost)
    assert answer["cost_trend"] == float(round(change, 2))
    assert (answer["trend_basis"], answer["cost_trend_basis"]) == ("ok", "ok")


@pytest.mark.req("S1-32", "S1-33")
def test_all_has_nothing_before_it(world: World) -> None:
    answer = world.get("/summary", time_range="all")
    assert (answer["messages_trend"], answer["cost_trend"]) == (0, 0)
    assert (answer["trend_basis"], answer["cost_trend_basis"]) == ("no_baseline", "no_baseline")


@pytest.mark.req("S1-33")
def test_a_window_before_that_is_not_wholly_known_is_no_baseline(world: World) -> None:
    answer = world.get("/summary", time_range="1y")
    assert answer["trend_basis"] == "no_baseline"
    assert answer["messages_trend"] > 0


@pytest.mark.req("S1-34")
def test_the_most_active_project_is_named_and_so_is_the_model(world: World) -> None:
    answer = world.get("/summary", time_range="90d")
    rows = world.within(answer)
    assert answer["most_active_project"] == rows.project_name.value_counts().idxmax()
    assert answer["most_used_model"] == rows.model.dropna().value_counts().idxmax()


@pytest.mark.req("S1-46")
def test_times_have_zones(world: World) -> None:
    answer = world.get("/summary", timezone="America/New_York")
    for name in ("from", "to", "complete_through", "generated_at"):
        assert datetime.fromisoformat(answer[name]).tzinfo is not None, name
    assert abs(datetime.fromisoformat(answer["generated_at"]) - datetime.now(UTC)).total_seconds() < 600
    for path in ("/costs", "/tokens", "/trends"):
        points = world.get(path, time_range="7d", timezone="America/New_York")["data_points"]
        assert {datetime.fromisoformat(p["timestamp"]).utcoffset() is None for p in points} == {False}, path


def test_from_and_to_say_any_range(world: World) -> None:
    answer = world.get("/summary", from_="2026-03-01T10:07:31Z", to="2026-04-02T00:00:00.5Z")
    assert answer["time_range"] == "custom"
    assert answer["total_messages"] == len(world.between("2026-03-01T10:07:31Z", "2026-04-02T00:00:00.5Z"))


@pytest.mark.req("S1-33")
@pytest.mark.parametrize(
    ("day", "before", "now", "trend", "basis"),
    [
        (0, 0, 0, 0.0, "no_baseline"),
        (10, 0, 3, 100.0, "no_baseline"),
        (20, 3, 4, 33.33, "ok"),
        (30, 2, 0, -100.0, "ok"),
    ],
)
def test_the_rule_for_trends(http: Any, say: Any, day: int, before: int, now: int, trend: float, basis: str) -> None:
    at = datetime(2026, 2, 1, tzinfo=UTC) + timedelta(days=day)
    say(message("long ago", datetime(2025, 12, 1, tzinfo=UTC)))
    say(*(message(f"b{day}-{n}", at + timedelta(hours=1), cost_usd="1.5") for n in range(before)))
    say(*(message(f"n{day}-{n}", at + timedelta(days=1, hours=1), cost_usd="1.5") for n in range(now)))
    asked = {"from": (at + timedelta(days=1)).isoformat(), "to": (at + timedelta(days=2)).isoformat()}
    answer = http.get(f"{BASE}/summary", params=asked).json()
    assert (answer["messages_trend"], answer["trend_basis"]) == (trend, basis)
    assert (answer["cost_trend"], answer["cost_trend_basis"]) == (trend, basis)


@pytest.mark.req("S1-33")
def test_a_range_that_is_not_over_is_compared_as_partial(http: Any, say: Any, database: str) -> None:
    say(message("an age ago", datetime(2025, 11, 1, tzinfo=UTC)), message("p-1", NOW - timedelta(days=2)))
    sent = {"events": [message("p-2", NOW - timedelta(hours=1))]}
    assert http.post("/api/v1/events", json=sent).status_code == 202  # waits in the journal
    asked = {"from": (NOW - timedelta(days=1)).isoformat(), "to": (NOW + timedelta(days=1)).isoformat()}
    answer = http.get(f"{BASE}/summary", params=asked).json()
    assert (answer["messages_trend"], answer["trend_basis"]) == (-100.0, "partial")
    assert answer["complete_through"] < answer["to"]
    drain(database)
