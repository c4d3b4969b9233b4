"""Costs and tokens over time: what sums over local buckets say, and every sum of buckets is the total."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

import httpx
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.packs.llm.usage import BASE, TIERS, ZONES, World, message, money, priced

FREQUENCY = {"hour": "h", "day": "D", "week": "W-SUN", "month": "M"}


def buckets(rows: pd.DataFrame, group_by: str) -> pd.Series:
    """Where the bucket of each message begins, as text with the zone's offset."""
    if group_by == "hour":  # in UTC: a local hour may come twice
        minutes = rows.local.dt.minute * 60 + rows.local.dt.second + rows.local.dt.microsecond / 1e6
        return (
            (rows.t - pd.to_timedelta(minutes, unit="s"))
            .dt.floor("s")
            .dt.tz_convert(rows.local.dt.tz)
            .map(pd.Timestamp.isoformat)
        )
    naive = rows.local.dt.tz_localize(None).dt.to_period(FREQUENCY[group_by]).dt.start_time
    zone = rows.local.dt.tz
    return naive.map(lambda t: t.tz_localize(zone).isoformat())


@pytest.mark.req("S1-03", "S1-12", "S1-24", "S1-25", "S1-35", "S1-39", "S1-41", "S1-43", "S1-47", "S1-62", "S1-68")
@pytest.mark.parametrize(
    ("group_by", "zone"),
    [
        *(("day", zone) for zone in ZONES),
        ("hour", "Europe/Berlin"),
        ("hour", "Australia/Lord_Howe"),
        ("week", "America/New_York"),
        ("month", "Asia/Kathmandu"),
    ],
)
def test_costs_are_exact_sums_over_local_buckets(world: World, group_by: str, zone: str) -> None:
    time_range = {"hour": "30d", "day": "90d"}.get(group_by, "1y")
    answer = world.get("/costs", time_range=time_range, group_by=group_by, timezone=zone, fill="none")
    rows = world.within(answer)
    rows = rows.assign(bucket=buckets(rows, group_by))
    found = {p["timestamp"]: p for p in answer["data_points"]}
    assert set(found) == set(rows.bucket)
    for at, group in rows.groupby("bucket"):
        point = found[at]
        assert Decimal(point["cost_exact"]) == money(group.cost), at
        assert point["cost"] == float(round(money(group.cost), 4))
        assert (point["message_count"], point["all_messages"]) == (priced(group.cost), len(group))
        models = group[group.cost.notna()].model.fillna("unknown")
        assert point["cost_by_model"] == {
            model: float(round(money(part.cost), 4)) for model, part in group.loc[models.index].groupby(models)
        }
    assert Decimal(answer["total_cost_exact"]) == money(rows.cost)
    assert answer["total_cost"] == float(round(money(rows.cost), 2))
    for by in ("model", "project"):
        column = rows["model" if by == "model" else "project_id"].fillna("unknown")
        exact = {name: money(part.cost) for name, part in rows.groupby(column) if priced(part.cost)}
        assert {name: Decimal(text) for name, text in answer[f"cost_by_{by}_exact"].items()} == exact
        assert answer[f"cost_by_{by}"] == {name: float(round(cost, 2)) for name, cost in exact.items()}


@pytest.mark.req("S1-39")
def test_a_cost_without_a_model_is_of_an_unknown_one_and_no_cost_is_no_part(http: httpx.Client, say: Any) -> None:
    at = datetime(2026, 5, 20, 12, tzinfo=UTC)
    say(message("u-1", at, cost_usd="0.5"), message("u-2", at, cost_usd="0.25", model="m"), message("u-3", at))
    answer = http.get(f"{BASE}/costs", params={"from": "2026-05-20T00:00:00Z", "to": "2026-05-21T00:00:00Z"}).json()
    (point,) = answer["data_points"]
    assert point["cost_by_model"] == answer["cost_by_model"] == {"unknown": 0.5, "m": 0.25}
    assert (point["message_count"], point["all_messages"], answer["average_cost_per_message"]) == (2, 3, 0.375)


@pytest.mark.req("S1-44")
def test_the_average_says_over_what_it_is(world: World) -> None:
    answer = world.get("/costs", time_range="90d")
    rows = world.within(answer)
    counts = (answer["priced_messages"], answer["unpriced_messages"], answer["total_messages"])
    assert counts == (priced(rows.cost), len(rows) - priced(rows.cost), len(rows))
    assert counts[1] > 0
    assert answer["average_cost_per_message"] == float(round(money(rows.cost) / counts[0], 4))


@pytest.mark.req("S1-42")
@pytest.mark.parametrize("zone", ZONES)
def test_every_bucket_is_there_whatever_it_is_filled_with(world: World, zone: str) -> None:
    asked = {"from_": "2024-10-01T00:00:00Z", "to": "2026-02-01T00:00:00Z", "timezone": zone}
    zero, null, none, locf = (
        world.get("/costs", fill=fill, **asked)["data_points"] for fill in ("zero", "null", "none", "locf")
    )
    days = pd.date_range(zero[0]["timestamp"][:10], zero[-1]["timestamp"][:10], tz=zone)
    for points in (zero, null, locf):
        assert [p["timestamp"] for p in points] == [day.isoformat() for day in days]
    assert [p for p in zero if p["all_messages"]] == none == [p for p in null if p["all_messages"]]
    assert {(p["cost"], p["cost_exact"]) for p in zero if not p["all_messages"]} == {(0.0, "0")}
    assert {p["cost"] for p in null if not p["all_messages"]} == {None}
    carried = pd.Series([p["cost"] for p in null]).ffill()
    assert [p["cost"] for p in locf] == [None if pd.isna(value) else value for value in carried]


@pytest.mark.req("S1-42")
@pytest.mark.parametrize(("path", "value"), [("/tokens", "total_tokens"), ("/trends", "value")])
def test_gaps_of_tokens_and_trends_are_filled_too(http: httpx.Client, say: Any, path: str, value: str) -> None:
    at = datetime(2026, 5, 11, 12, tzinfo=UTC)
    say(*(message(f"gap-{n}", at + timedelta(days=n), input_tokens=3, output_tokens=1) for n in (0, 3)))
    asked = {"from": "2026-05-11T00:00:00Z", "to": "2026-05-15T00:00:00Z", "group_by": "day"}
    one = 4 if path == "/tokens" else 1
    fills = {"": [one, 0, 0, one], "null": [one, None, None, one], "none": [one, one], "locf": [one] * 4}
    for fill, expected in fills.items():
        more = {"fill": fill} if fill else {}
        found = http.get(f"{BASE}{path}", params=asked | more).json()["data_points"]
        assert [point[value] for point in found] == expected, fill


@pytest.mark.req("S1-42", "S1-12")
def test_zero_filled_days_are_the_default(world: World) -> None:
    answer = world.get("/costs")
    assert (answer["group_by"], answer["time_range"], len(answer["data_points"])) == ("day", "30d", 31)
    assert [p["partial"] for p in answer["data_points"]] == [True] + [False] * 29 + [True]


@pytest.mark.req("S1-40")
def test_weeks_begin_on_mondays_or_on_the_day_asked_for(world: World) -> None:
    asked = {"from_": "2025-12-01T00:00:00Z", "to": "2026-02-01T00:00:00Z", "group_by": "week"}
    for start, weekday in ((None, 0), ("sunday", 6), ("saturday", 5)):
        more = {"week_start": start} if start else {}
        times = [pd.Timestamp(p["timestamp"]) for p in world.get("/costs", **asked, **more)["data_points"]]
        assert {t.day_of_week for t in times} == {weekday}
        assert all(b - a == pd.Timedelta(days=7) for a, b in pairwise(times))


@pytest.mark.req("S1-40")
def test_the_week_around_new_year_is_one_bucket(http: httpx.Client, say: Any) -> None:
    say(*(message(f"ny-{n}", datetime(2024, 12, 30, tzinfo=UTC) + timedelta(days=n), cost_usd=1) for n in range(7)))
    asked = {"from": "2024-12-30T00:00:00Z", "to": "2025-01-06T00:00:00Z", "group_by": "week"}
    (point,) = http.get(f"{BASE}/costs", params=asked).json()["data_points"]
    assert (point["timestamp"], point["message_count"], point["cost"]) == ("2024-12-30T00:00:00Z", 7, 7.0)


@pytest.mark.req("S1-48", "S1-12")
def test_one_project_alone_and_one_that_is_not_there(world: World) -> None:
    answer = world.get("/costs", time_range="1y", project_id="echo")
    rows = world.within(answer)
    rows = rows[rows.project_id == "echo"]
    assert Decimal(answer["total_cost_exact"]) == money(rows.cost)
    assert list(answer["cost_by_project"]) == ["echo"]
    for path in ("/costs", "/models/usage", "/tokens", "/trends", "/activity/heatmap"):
        refused = world.http.get(BASE + path, params={"project_id": "nobody"})
        assert refused.status_code == 404
        assert "nobody" in refused.json()["detail"]


@pytest.mark.req("S1-18")
@pytest.mark.parametrize(
    "asked",
    ["/costs?group_by=year", "/tokens?group_by=minute", "/trends?metric=joy", "/costs?time_range=2d", "/costs?fill=x"],
)
def test_what_there_is_not_is_refused(world: World, asked: str) -> None:
    refused = world.http.get(BASE + asked)
    assert refused.status_code == 422
    assert refused.headers["content-type"] == "application/problem+json"


@pytest.mark.req("S1-41")
def test_an_unknown_zone_is_refused_and_too_many_buckets_too(world: World) -> None:
    assert world.http.get(f"{BASE}/costs?timezone=Mars/Base").status_code == 400
    many = world.http.get(f"{BASE}/costs?from=2010-01-01T00:00:00Z&group_by=hour")
    assert many.status_code == 422
    assert "group_by=day" in many.json()["detail"]


@pytest.mark.req("S1-47", "S1-72")
def test_amounts_that_floats_cannot_hold_add_up_to_the_last_digit(http: httpx.Client, say: Any) -> None:
    at = datetime(2026, 5, 5, 12, tzinfo=UTC)
    costs = ["0.1", "0.2", "0.000000000000000000000000000001", "123456789.123456789123456789"]
    say(*(message(f"exact-{n}", at, cost_usd=cost, model="m") for n, cost in enumerate(costs)))
    answer = http.get(f"{BASE}/costs", params={"from": "2026-05-05T00:00:00Z", "to": "2026-05-06T00:00:00Z"}).json()
    assert answer["total_cost_exact"] == "123456789.423456789123456789000000000001"
    assert answer["cost_by_model_exact"] == {"m": "123456789.423456789123456789000000000001"}
    assert answer["total_cost"] == 123456789.42


@pytest.mark.req("S1-05", "S1-14", "S1-28", "S1-29", "S1-41", "S1-64", "S1-68")
@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("group_by", ["hour", "day", "week", "month"])
def test_tokens_are_sums_over_local_buckets(world: World, group_by: str, zone: str) -> None:
    time_range = "30d" if group_by == "hour" else "1y"
    answer = world.get("/tokens", time_range=time_range, group_by=group_by, timezone=zone, fill="none")
    rows = world.within(answer)
    sums = rows.groupby(buckets(rows, group_by))[list(TIERS)].sum()
    found = pd.DataFrame(answer["data_points"]).set_index("timestamp").sort_index()
    assert found[list(TIERS)].to_dict("index") == sums.sort_index().to_dict("index")
    assert (found.total_tokens == found.input_tokens + found.output_tokens).all()
    totals = {tier: answer[f"total_{tier}"] for tier in TIERS}
    assert totals == rows[list(TIERS)].sum().to_dict()
    assert answer["avg_input_tokens_per_message"] == pytest.approx(rows.input_tokens.mean(), rel=1e-12)
    assert answer["avg_output_tokens_per_message"] == pytest.approx(rows.output_tokens.mean(), rel=1e-12)
    prompts = rows[[tier for tier in TIERS if tier != "output_tokens"]].sum().sum()
    assert answer["cache_hit_percent"] == round(100 * rows.cache_read_tokens.sum() / prompts, 2)


@pytest.mark.req("S1-14", "S1-44")
def test_averages_of_tokens_leave_out_messages_that_state_none(http: httpx.Client, say: Any) -> None:
    at = datetime(2026, 5, 7, 12, tzinfo=UTC)
    say(message("t-1", at, input_tokens=10, output_tokens=4), message("t-2", at), message("t-3", at, input_tokens=20))
    answer = http.get(f"{BASE}/tokens", params={"from": "2026-05-07T00:00:00Z", "to": "2026-05-08T00:00:00Z"}).json()
    assert (answer["tokened_messages"], answer["total_messages"]) == (2, 3)
    assert (answer["avg_input_tokens_per_message"], answer["avg_output_tokens_per_message"]) == (15.0, 2.0)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    minutes=st.tuples(st.integers(0, 560_000), st.integers(1, 40_000)),
    zone=st.sampled_from([*ZONES, "Pacific/Chatham", "America/St_Johns"]),
    group_by=st.sampled_from(["day", "week", "month"]),
)
@pytest.mark.req("S1-68", "S1-72")
def test_any_range_is_the_sum_of_its_buckets(world: World, minutes: tuple[int, int], zone: str, group_by: str) -> None:
    begin = datetime(2025, 10, 20, tzinfo=UTC) + timedelta(minutes=minutes[0], seconds=7)
    asked = {"from_": begin.isoformat(), "to": (begin + timedelta(minutes=minutes[1])).isoformat()}
    answer = world.get("/costs", timezone=zone, group_by=group_by, **asked)
    rows = world.within(answer)
    points = answer["data_points"]
    assert sum(Decimal(p["cost_exact"]) for p in points) == Decimal(answer["total_cost_exact"]) == money(rows.cost)
    assert sum(p["all_messages"] for p in points) == answer["total_messages"] == len(rows)
    assert sum(map(Decimal, answer["cost_by_project_exact"].values()), Decimal(0)) == money(rows.cost)
