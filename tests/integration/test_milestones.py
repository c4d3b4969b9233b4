"""Milestones over HTTP and through their task: any metric, any window, exact in its zone; stale is said to be stale."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import httpx
import numpy as np
import pytest

from db.pool import connect
from db.records import from_us, to_us
from tests.integration.goaling import BERLIN, MILESTONES, compute, days, insights, noon, one, pulse, series, set_
from tests.integration.reading import reader, refresh, store


@pytest.fixture(scope="module")
def http(database: str) -> Iterator[httpx.Client]:
    with reader(database) as client:
        yield client


@pytest.mark.req("S0-18", "S0-16")
def test_a_milestone_says_at_once_how_far_it_is_and_the_task_what_to_expect(http: httpx.Client, database: str) -> None:
    now = datetime.now(UTC)
    days(database, "km", [5.0] * 400, noon(now, BERLIN))
    made = set_(http, metric="km", target_value=10_000, timezone="Europe/Berlin", unit="km", agg="sum")
    assert (made["current_value"], made["progress_pct"], made["remaining"]) == (2000, 20, 8000)
    assert (made["status"], made["stale"], made["streak"]) == ("active", True, None)
    compute(database)
    done = one(http, made["id"])
    assert (done["stale"], done["pace_per_day"], done["on_track"]) == (False, 5, None)
    assert (done["period_end"], done["projected_completion"]) == (None, None), "1,600 days are too far to say"
    assert http.patch(f"{MILESTONES}/{made['id']}", json={"target_value": 2500}).json()["stale"] is True
    compute(database)
    done = one(http, made["id"])
    ahead = datetime.fromisoformat(done["projected_completion"]) - now
    assert timedelta(days=98) < ahead < timedelta(days=101)
    assert done["projected_completion"].endswith(("+01:00", "+02:00"))
    low, high = done["projection"]["completion_low"], done["projection"]["completion_high"]
    assert low <= done["projected_completion"] and (high is None or done["projected_completion"] <= high)


@pytest.fixture(scope="module")
def cents(database: str) -> tuple[np.ndarray, np.ndarray]:
    """(times in us, amounts in cents by 100) of the series `cents`, over a year, in rollups."""
    now = datetime.now(UTC)
    made = series(database, "cents")
    rng = np.random.default_rng(7)
    t = np.sort(rng.integers(to_us(now - timedelta(days=380)), to_us(now), 2000))
    v = rng.integers(1, 1000, 2000) / 100
    store(database, made, t, v)
    refresh(database)
    return t, v


@pytest.mark.req("S0-18")
@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe"])
@pytest.mark.parametrize("window", ["daily", "weekly", "monthly", "yearly"])
def test_a_window_holds_its_local_days_exactly(
    http: httpx.Client, cents: tuple[np.ndarray, np.ndarray], zone: str, window: str
) -> None:
    (t, v), now = cents, datetime.now(UTC)
    found = set_(http, metric="cents", target_value=1, window=window, timezone=zone, week_start="sunday")
    local = [datetime.fromtimestamp(at / 1e6, ZoneInfo(zone)) for at in t]
    today = now.astimezone(ZoneInfo(zone)).date()
    key = {
        "daily": lambda d: d, "monthly": lambda d: (d.year, d.month), "yearly": lambda d: d.year,
        "weekly": lambda d: (d + timedelta(days=1)).isocalendar()[:2],
    }[window]  # fmt: skip
    inside = sum(x for at, x in zip(local, v, strict=True) if key(at.date()) == key(today))
    assert found["current_value"] == pytest.approx(inside, abs=1e-9)
    assert len(f"{found['current_value']}".rpartition(".")[2]) <= 2, "sums of cents are whole cents"


@pytest.mark.req("S0-18")
def test_the_moment_of_reaching_is_the_time_of_the_point(http: httpx.Client, database: str) -> None:
    newest = datetime(2026, 3, 1, 12, tzinfo=UTC)
    days(database, "reached", [10.0] * 300, newest)
    refresh(database)
    made = set_(http, metric="reached", target_value=1005)
    assert (made["status"], made["progress_pct"], made["remaining"]) == ("achieved", 298.51, 0)
    assert datetime.fromisoformat(made["achieved_at"]) == newest - timedelta(days=199)
    compute(database)
    assert one(http, made["id"])["achieved_at"] == made["achieved_at"]


@pytest.mark.req("S0-18")
def test_streaks_count_windows_that_were_met_one_after_another(http: httpx.Client, database: str) -> None:
    newest = noon(datetime.now(UTC), BERLIN)
    today = newest.date() == datetime.now(BERLIN).date()
    values = [9.0] * 8 + [1.0] + [9.0] * 5
    days(database, "steps", values if today else values[1:], newest)
    made = set_(http, metric="steps", target_value=8, window="daily", timezone="Europe/Berlin")
    compute(database)
    found = one(http, made["id"])
    if today:
        assert (found["streak"], found["status"]) == ({"current": 5, "best": 8}, "achieved")
    else:
        assert (found["streak"], found["status"]) == ({"current": 5, "best": 7}, "active")


@pytest.mark.req("S0-18")
def test_a_rolling_window_counts_its_days(http: httpx.Client, database: str) -> None:
    days(database, "rolled", [2.0] * 60, noon(datetime.now(UTC), BERLIN))
    made = set_(http, metric="rolled", target_value=12, window="rolling", days=7, timezone="Europe/Berlin")
    assert made["current_value"] in (12, 14), "today's may still come"
    compute(database)
    found = one(http, made["id"])
    assert found["status"] == "achieved"
    assert found["streak"]["current"] == found["streak"]["best"] > 50


@pytest.mark.req("S0-12", "S0-13")
def test_what_has_changed_makes_a_milestone_stale_until_it_is_computed(http: httpx.Client, database: str) -> None:
    newest = noon(datetime.now(UTC), BERLIN)
    made = days(database, "changing", [1.0] * 20, newest)
    goal = set_(http, metric="changing", target_value=100)
    compute(database)
    fresh = one(http, goal["id"])
    assert (fresh["stale"], fresh["current_value"]) == (False, 20)
    store(database, made, [to_us(newest) + 1], [3.0])
    pulse(database, made, 21, newest + timedelta(microseconds=1))
    old = one(http, goal["id"])
    assert (old["stale"], old["current_value"], old["computed_at"]) == (True, 20, fresh["computed_at"])
    assert compute(database)["computed"] >= 1
    again = one(http, goal["id"])
    assert (again["stale"], again["current_value"]) == (False, 23)
    assert again["computed_at"] > old["computed_at"]
    assert compute(database) == {}, "what is fresh is left alone"


@pytest.mark.req("S0-12")
def test_the_end_of_its_window_makes_a_milestone_stale(http: httpx.Client, database: str) -> None:
    days(database, "ending", [1.0] * 20, noon(datetime.now(UTC), BERLIN))
    goal = set_(http, metric="ending", target_value=100, window="daily")
    yesterday = datetime.now(UTC) - timedelta(days=1)
    with connect(database) as conn:
        conn.execute("update goals set seen = null where id = %s", (goal["id"],))
    compute(database, yesterday, timedelta(days=9))
    assert one(http, goal["id"])["stale"] is True
    compute(database, refresh_after=timedelta(days=9))
    assert one(http, goal["id"])["stale"] is False


@pytest.mark.req("S0-02", "S0-18")
def test_a_goal_at_risk_is_an_insight_until_it_is_not(http: httpx.Client, database: str) -> None:
    now = datetime.now(UTC)
    days(database, "slow", [1.0, 2.0] * 28, now - timedelta(hours=25))
    ends = (now + timedelta(days=10)).isoformat()
    goal = set_(http, metric="slow", title="Faster", target_value=500, ends_at=ends, unit="km")
    compute(database)
    found = one(http, goal["id"])
    assert (found["status"], found["on_track"], found["projection"]["probability"]) == ("at_risk", False, 0)
    assert found["projection"]["value_low"] <= found["projected_value"] <= found["projection"]["value_high"] < 500
    (said,) = insights(http, "slow")
    assert (said["severity"], said["category"], said["title"]) == ("high", "goal", "Faster is at risk")
    assert "km a day" in said["recommendations"][0]
    http.patch(f"{MILESTONES}/{goal['id']}", json={"target_value": 90})
    compute(database)
    assert (one(http, goal["id"])["status"], one(http, goal["id"])["on_track"]) == ("active", True)
    assert insights(http, "slow") == []


@pytest.mark.req("S0-18")
def test_a_budget_is_at_risk_before_it_is_exceeded_and_critical_after(http: httpx.Client, database: str) -> None:
    now = datetime.now(UTC)
    made = days(database, "cost", [10.0] * 60, now - timedelta(hours=25))
    with connect(database) as conn:
        conn.execute("update series set unit = 'USD' where id = %s", (made,))
    span = {"starts_at": (now - timedelta(days=20)).isoformat(), "ends_at": (now + timedelta(days=20)).isoformat()}
    budget = set_(http, metric="cost", title="Spend", target_value=350, direction="stay_below", **span)
    assert (budget["unit"], budget["agg"], budget["status"]) == ("USD", "sum", "active")
    compute(database)
    found = one(http, budget["id"])
    assert (found["status"], found["on_track"], found["current_value"]) == ("at_risk", False, 190)
    assert [said["title"] for said in insights(http, "cost")] == ["Spend will be exceeded"]
    used_up = datetime.fromisoformat(found["projected_completion"])
    assert timedelta(days=13) < used_up - now < timedelta(days=18)
    store(database, made, [to_us(now - timedelta(hours=2))], [200.0])
    compute(database, refresh_after=timedelta(0))
    found = one(http, budget["id"])
    assert (found["status"], found["current_value"], found["remaining"]) == ("exceeded", 390, 0)
    even = http.patch(f"{MILESTONES}/{budget['id']}", json={"target_value": 190}).json()
    above = {datetime.fromisoformat(at) for at in (found["exceeded_at"], even["exceeded_at"])}
    assert above == {now - timedelta(hours=2)}, "190 may be come to"
    (said,) = insights(http, "cost")
    assert (said["severity"], said["title"]) == ("critical", "Spend is exceeded")
    assert http.delete(f"{MILESTONES}/{budget['id']}").status_code == 204
    assert insights(http, "cost") == []
    assert http.get(f"{MILESTONES}/{budget['id']}").status_code == 404


@pytest.mark.req("S0-18")
@pytest.mark.parametrize(
    ("agg", "value", "status"),
    [("avg", 5.5, "missed"), ("min", 1, "missed"), ("max", 10, "achieved"), ("last", 10, "achieved"),
     ("count", 10, "achieved"), ("sum", 55, "achieved")],
)  # fmt: skip
def test_a_goal_that_is_over_is_judged(http: httpx.Client, database: str, agg: str, value: float, status: str) -> None:
    newest = datetime(2026, 2, 10, 12, tzinfo=UTC)
    metric = f"over.{agg}"
    days(database, metric, [float(v) for v in range(1, 11)], newest, "gauge")
    span = {"starts_at": "2026-01-01T00:00:00Z", "ends_at": "2026-03-01T00:00:00Z"}
    made = set_(http, metric=metric, target_value=8, agg=agg, **span)
    assert (made["current_value"], made["status"]) == (value, status)
    compute(database)
    assert one(http, made["id"])["status"] == status
    late = set_(http, metric=metric, target_value=8, agg=agg, starts_at="2199-01-01T00:00:00Z")
    assert late["status"] == "upcoming"


@pytest.mark.req("S0-18")
def test_a_counter_is_counted_by_its_growth(http: httpx.Client, database: str) -> None:
    newest = datetime(2026, 2, 10, 12, tzinfo=UTC)
    days(database, "counted", [100.0, 103, 110, 2, 5], newest, "counter")
    made = set_(http, metric="counted", target_value=20)
    assert (made["agg"], made["current_value"]) == ("increase", 15)


def test_a_target_next_to_nothing_has_no_percentage_and_stops_no_other(database: str, http: httpx.Client) -> None:
    now = datetime.now(UTC)
    days(database, "vast.thing", [1e130] * 5, noon(now, BERLIN))
    odd, good = (set_(http, metric="vast.thing", target_value=target) for target in (1e-200, 3))
    assert "failed" not in compute(database, now)
    assert (one(http, odd["id"])["progress_pct"], one(http, odd["id"])["stale"]) == (None, False)
    assert (one(http, good["id"])["status"], one(http, good["id"])["stale"]) == ("achieved", False)


def test_a_milestone_that_cannot_be_computed_stops_no_other(database: str, http: httpx.Client) -> None:
    days(database, "plain.thing", [1.0] * 5, noon(datetime.now(UTC), BERLIN))
    bad, good = (set_(http, metric="plain.thing", target_value=3) for _ in range(2))
    with connect(database) as conn:
        conn.execute("update goals set recurs = 'weekly', week_start = 'someday' where id = %s", (bad["id"],))
    assert compute(database)["failed"] == 1
    assert (one(http, good["id"])["status"], one(http, good["id"])["stale"]) == ("achieved", False)
    assert http.delete(f"{MILESTONES}/{bad['id']}").status_code == 204


@pytest.mark.parametrize("back", [1, 2, 300, 2000])
def test_a_start_inside_a_quarter_of_an_hour_counts_from_its_moment_on(
    http: httpx.Client, cents: tuple[np.ndarray, np.ndarray], back: int
) -> None:
    t, v = cents
    begin = {} if back == len(t) else {"starts_at": from_us(int(t[-back])).isoformat()}
    made = set_(http, metric="cents", target_value=1e6, timezone="Europe/Berlin", agg="sum", **begin)
    assert made["current_value"] == pytest.approx(v[-back:].sum(), rel=1e-11)
