"""Trends are sums over local days, and what is said of them holds."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import httpx
import numpy as np
import pandas as pd
import pytest
from scipy import stats

from api.packs.llm.trend_math import ahead, seasonal, slope_of
from api.packs.llm.trend_words import Series, said
from api.packs.span import Change, Span
from api.query.window import window_of
from db.records import to_us
from tests.packs.llm.usage import BASE, ZONES, World, message, money


def days_of(world: World, answer: dict[str, Any]) -> Any:
    rows = world.within(answer)
    begins = rows.local.dt.tz_localize(None).dt.normalize().dt.tz_localize(rows.local.dt.tz)
    return rows.groupby(begins.map(pd.Timestamp.isoformat))


def points(answer: dict[str, Any], name: str = "value") -> dict[str, Any]:
    return {p["timestamp"]: p[name] for p in answer["data_points"] if p["messages"]}


@pytest.mark.req("S1-17", "S1-45", "S1-66", "S1-68", "S1-71")
@pytest.mark.parametrize("zone", ZONES)
def test_messages_costs_and_sessions_are_those_of_local_days(world: World, zone: str) -> None:
    asked = {"time_range": "1y", "timezone": zone, "group_by": "day"}
    counts, costs, sessions = (world.get("/trends", metric=m, **asked) for m in ("messages", "costs", "sessions"))
    days = days_of(world, counts)
    assert points(counts) == days.size().to_dict()
    assert points(sessions) == days.session.nunique().to_dict()
    assert {at: Decimal(v) for at, v in points(costs, "value_exact").items()} == {d: money(g.cost) for d, g in days}
    rows = world.within(counts)
    assert (counts["total"], sessions["total"]) == (len(rows), rows.session.nunique())
    assert Decimal(costs["total_exact"]) == money(rows.cost)


@pytest.mark.req("S1-06", "S1-17", "S1-45", "S1-49", "S1-66")
@pytest.mark.parametrize("zone", ["Europe/Berlin", "Asia/Kathmandu"])
def test_response_times_are_means_with_exact_percentiles(world: World, zone: str) -> None:
    answer = world.get("/trends", metric="response_time", timezone=zone)
    assert (answer["time_range"], answer["unit"], answer["group_by"]) == ("90d", "ms", "day")
    days = days_of(world, answer).duration_ms
    assert points(answer) == pytest.approx(days.mean().to_dict(), rel=1e-12)
    for q in (50, 95, 99):
        assert points(answer, f"p{q}") == pytest.approx(days.quantile(q / 100).to_dict(), rel=1e-12)
    assert answer["total"] == pytest.approx(world.within(answer).duration_ms.mean(), rel=1e-12)


@pytest.mark.req("S1-33", "S1-45", "S1-66")
def test_the_change_is_against_the_window_before(world: World) -> None:
    answer = world.get("/trends", metric="sessions", time_range="30d")
    start, stop = pd.Timestamp(answer["from"]), pd.Timestamp(answer["to"])
    before = world.between(str(start - (stop - start)), str(start)).session.nunique()
    assert answer["previous_total"] == before
    assert answer["change_percent"] == round(100 * (answer["total"] - before) / before, 2)
    assert answer["trend_basis"] == "ok"


@pytest.mark.req("S1-17", "S1-45", "S1-66")
def test_a_week_has_its_pattern_and_growth_is_seen(world: World) -> None:
    answer = world.get("/trends", metric="messages", time_range="1y", timezone="Europe/Berlin")
    assert answer["trend"]["direction"] == "rising"
    assert answer["trend"]["p_value"] < 0.01
    means = {day["day_of_week"]: day["mean"] for day in answer["weekdays"]}
    assert max(means[5], means[6]) < min(means[day] for day in range(5))
    kinds = {said["kind"] for said in answer["insights"]}
    assert {"direction", "weekdays", "peak", "forecast"} <= kinds
    assert len(answer["forecast"]) == 7
    by_day = {datetime.fromisoformat(p["timestamp"]).weekday(): p for p in answer["forecast"]}
    assert by_day[6]["value"] < by_day[2]["value"]
    assert all(0 <= p["lo"] <= p["value"] <= p["hi"] for p in answer["forecast"])


def test_little_is_said_of_little(http: httpx.Client, say: Any) -> None:
    at = datetime(2026, 3, 3, 12, tzinfo=UTC)
    say(message("few-1", at, duration_ms=10), message("few-2", at + timedelta(days=1)))
    asked = {"from": "2026-03-01T00:00:00Z", "to": "2026-03-06T00:00:00Z", "metric": "response_time"}
    answer = http.get(f"{BASE}/trends", params=asked).json()
    assert [p["value"] for p in answer["data_points"]] == [None, None, 10.0, None, None]
    assert (answer["trend"]["direction"], answer["forecast"], answer["change_percent"]) == ("unknown", [], None)
    assert answer["insights"][0]["kind"] in ("too_little", "peak")


def test_response_times_that_nobody_states_have_not_fallen(http: httpx.Client, say: Any) -> None:
    at = datetime(2026, 4, 3, 12, tzinfo=UTC)
    say(
        message("was-0", at - timedelta(days=3), duration_ms=10),
        message("was-1", at - timedelta(days=1), duration_ms=200),
        message("was-2", at),
    )
    asked = {"from": "2026-04-03T00:00:00Z", "to": "2026-04-04T00:00:00Z", "metric": "response_time"}
    answer = http.get(f"{BASE}/trends", params=asked)
    assert answer.status_code == 200, answer.text
    found = answer.json()
    assert (found["total"], found["previous_total"]) == (None, 200)
    assert (found["change_percent"], found["trend_basis"]) == (None, "no_baseline")


def test_what_comes_next_begins_where_the_last_whole_bucket_ends() -> None:
    day = datetime(2026, 3, 1, tzinfo=UTC)
    start, now, stop = (to_us(day + timedelta(days=n)) for n in (0, 20.5, 25))
    span = Span(window_of(start, stop, now, "day", ZoneInfo("UTC"), "monday", relative=False), "UTC", now)
    series = Series("messages", "messages", "day", span, [3] * 20 + [1] + [0] * 4, 61, 0, Change(None, "no_baseline"))
    ahead = said(series)["forecast"]
    assert [point.timestamp.day for point in ahead] == list(range(21, 28))


def test_a_session_counts_in_every_bucket_in_which_it_has_a_message(http: httpx.Client, say: Any) -> None:
    at = datetime(2026, 2, 1, 23, 50, tzinfo=UTC)
    say(*(message(f"long-{n}", at + timedelta(hours=12 * n), "long") for n in (0, 1, 6)))
    asked = {"from": "2026-02-01T00:00:00Z", "to": "2026-02-06T00:00:00Z", "metric": "sessions"}
    answer = http.get(f"{BASE}/trends", params=asked).json()
    assert [p["value"] for p in answer["data_points"]] == [1, 1, 0, 1, 0]
    assert answer["total"] == 1
    inside = asked | {"from": "2026-02-02T00:00:00Z", "to": "2026-02-02T13:00:01Z"}
    assert http.get(f"{BASE}/trends", params=inside).json()["total"] == 1
    between = asked | {"from": "2026-02-03T00:00:00Z", "to": "2026-02-04T00:07:00Z"}
    assert http.get(f"{BASE}/trends", params=between).json()["total"] == 0


@pytest.mark.parametrize("seed", range(5))
def test_slopes_are_those_of_scipy(seed: int) -> None:
    rng = np.random.default_rng(seed)
    values = np.round(rng.normal(0, 3, 60) + 0.05 * np.arange(60), 1)
    found = slope_of(values, weekly=False)
    assert found is not None
    assert found.each == pytest.approx(stats.theilslopes(values)[0], abs=1e-12)
    assert found.p_value == pytest.approx(stats.kendalltau(np.arange(60), values).pvalue, abs=0.01)


def test_chance_has_no_direction_and_intervals_hold_nine_in_ten() -> None:
    rng = np.random.default_rng(1)
    week = np.tile([9.0, 8, 8, 8, 7, 2, 1], 12) * 10
    inside, said = 0, 0
    for _ in range(200):
        values = week + rng.normal(0, 5, 84)
        slope = slope_of(values[:77], weekly=True)
        said += slope is not None and slope.p_value < 0.05
        found = ahead(values[:77], 7, weekly=True)
        assert found is not None
        inside += int(((values[77:] >= found.lo) & (values[77:] <= found.hi)).sum())
    assert 0.82 <= inside / 1400 <= 0.97
    assert said / 200 <= 0.12
    assert seasonal(week).sum() == pytest.approx(0, abs=1e-9)


@pytest.mark.req("S1-48")
def test_of_one_project(world: World) -> None:
    answer = world.get("/trends", metric="sessions", project_id="atlas")
    rows = world.within(answer)
    assert answer["total"] == rows[rows.project_id == "atlas"].session.nunique()
