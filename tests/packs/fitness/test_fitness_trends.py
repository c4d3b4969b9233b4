"""Trends against pandas over the raw events: every measure, in zones where clocks change, for one and for all."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pandas as pd
import pytest

from tests.packs.fitness.arena import Arena, F, measure

METRICS = ("distance", "duration", "elevation", "calories", "activities", "avg_hr", "pace")
ZONES = ("America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe")
FREQ = {"day": "D", "week": "W-SUN", "month": "M", "quarter": "Q", "year": "Y"}


def local(arena: Arena, zone: str, back: int = 250) -> tuple[datetime, datetime, pd.DataFrame]:
    """[from, to) at local midnights, over changes of clocks, and the activities in it by local time."""
    today = datetime.now(ZoneInfo(zone)).replace(hour=0, minute=0, second=0, microsecond=0)
    start = today - timedelta(days=back)
    rows = arena.raw[(arena.raw["t"] >= start) & (arena.raw["t"] < today)].copy()
    rows["local"] = rows["t"].dt.tz_convert(zone).dt.tz_localize(None)
    return start, today, rows


def begin_of(zone: str, period: pd.Period) -> str:
    return period.start_time.to_pydatetime().replace(tzinfo=ZoneInfo(zone)).isoformat()


@pytest.mark.req("S0-06", "S0-08", "S0-14", "S0-20")
@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("metric", METRICS)
@pytest.mark.parametrize("athlete", [None, "athlete-000"])
def test_every_measure_by_day_is_that_of_pandas(arena: Arena, metric: str, zone: str, athlete: str | None) -> None:
    start, stop, rows = local(arena, zone)
    rows = rows if athlete is None else rows[rows["user"] == athlete]
    asked = {"athlete": athlete} if athlete else {}
    found = arena.get(f"{F}/trends", metric=metric, timezone=zone, bucket="day", fill="none", from_=start.isoformat(),
                      to=stop.isoformat(), **asked)  # fmt: skip
    expected = {
        begin_of(zone, day): measure(part, metric) for day, part in rows.groupby(rows["local"].dt.to_period("D"))
    }
    told = {p["t"]: p["v"] for p in found["points"]}
    assert told == {t: v if v is None else pytest.approx(v, abs=1e-6) for t, v in expected.items()}
    assert found["total"] == pytest.approx(measure(rows, metric), abs=1e-6)
    assert found["activities"] == len(rows)


@pytest.mark.req("S0-20")
@pytest.mark.parametrize("bucket", FREQ)
@pytest.mark.parametrize("zone", ZONES[:2])
def test_weeks_months_quarters_and_years_are_those_of_the_calendar(arena: Arena, bucket: str, zone: str) -> None:
    start, stop, rows = local(arena, zone)
    found = arena.get(f"{F}/trends", metric="distance", timezone=zone, bucket=bucket, from_=start.isoformat(),
                      to=stop.isoformat(), fill="none")  # fmt: skip
    parts = rows.groupby(rows["local"].dt.to_period(FREQ[bucket]))
    expected = {begin_of(zone, period): measure(part, "distance") for period, part in parts}
    assert {p["t"]: p["v"] for p in found["points"]} == pytest.approx(expected)
    assert found["points"][0]["partial"] is (bucket != "day" and found["points"][0]["t"] < start.isoformat())


@pytest.mark.req("S0-20")
def test_weeks_begin_on_the_day_that_is_said(arena: Arena) -> None:
    start, stop, rows = local(arena, "UTC")
    found = arena.get(f"{F}/trends", metric="activities", bucket="week", week_start="sunday", from_=start.isoformat(),
                      to=stop.isoformat(), fill="none", timezone="UTC")  # fmt: skip
    parts = rows.groupby(rows["local"].dt.to_period("W-SAT"))
    assert [p["v"] for p in found["points"]] == [len(part) for _, part in parts]
    assert datetime.fromisoformat(found["points"][3]["t"]).weekday() == 6


@pytest.mark.req("S0-09")
@pytest.mark.parametrize("sports", [["run"], ["ride", "swim"], ["curling"]])
def test_kinds_of_sport_are_filtered(arena: Arena, sports: list[str]) -> None:
    start, stop, rows = local(arena, "UTC")
    rows = rows[rows["sport_type"].isin(sports)]
    found = arena.get(f"{F}/trends", metric="duration", sport_type=sports, from_=start.isoformat(), to=stop.isoformat())
    assert found["total"] == measure(rows, "duration")
    assert {s["sport_type"]: s["value"] for s in found["sports"]} == {
        sport: measure(part, "duration") for sport, part in rows.groupby("sport_type")
    }
    assert sum(s["share_pct"] for s in found["sports"]) == pytest.approx(100 if len(rows) else 0, abs=0.1)


@pytest.mark.req("S0-06", "S0-10", "S0-20")
@pytest.mark.parametrize("period", ["day", "week", "month", "quarter", "year"])
def test_a_period_is_compared_with_as_much_of_the_one_before(arena: Arena, period: str) -> None:
    zone = "Europe/Berlin"
    found = arena.get(f"{F}/trends", period=period, metric="activities", timezone=zone)
    now = pd.Timestamp(datetime.fromisoformat(found["to"]))
    begin = pd.Timestamp(found["period"]["start"])
    this = now.tz_convert(zone).tz_localize(None).to_period(FREQ[period])
    assert found["period"]["start"] == begin_of(zone, this)
    assert found["period"]["end"] == begin_of(zone, this + 1)
    rows = arena.raw[(arena.raw["t"] >= begin) & (arena.raw["t"] < now)]
    assert found["total"] == len(rows)
    old = pd.Timestamp(begin_of(zone, this - 1))
    until = min(old + (now - begin), begin)
    told = found["comparison"]
    assert (pd.Timestamp(told["from"]), pd.Timestamp(told["to"])) == (old, until)
    count = len(arena.raw[(arena.raw["t"] >= old) & (arena.raw["t"] < until)])
    assert told["total"] == count
    begun = arena.raw["t"].min() <= old
    basis = "ok" if count and begun else "no_baseline"
    assert told["trend_basis"] == basis
    assert told["change_pct"] == (round(100 * (len(rows) - count) / count, 2) if basis == "ok" else None)


@pytest.mark.req("S0-06")
def test_what_has_no_activity_is_filled_as_asked(arena: Arena) -> None:
    start, stop, rows = local(arena, "UTC", 60)
    asked = {"athlete": "athlete-003", "from_": start.isoformat(), "to": stop.isoformat(), "bucket": "day",
             "timezone": "UTC"}  # fmt: skip
    mine = rows[rows["user"] == "athlete-003"]
    active = mine["local"].dt.date.nunique()
    assert len(arena.get(f"{F}/trends", fill="none", **asked)["points"]) == active
    zeros = arena.get(f"{F}/trends", **asked)["points"]
    assert (len(zeros), sum(p["n"] == 0 and p["v"] == 0 for p in zeros)) == (60, 60 - active)
    nulls = arena.get(f"{F}/trends", metric="pace", **asked)["points"]
    assert sum(p["v"] is None for p in nulls) == 60 - active
    held = arena.get(f"{F}/trends", fill="locf", **asked)["points"]
    assert all(p["v"] for p in held)


@pytest.mark.req("S0-20")
def test_strange_questions_are_refused(arena: Arena) -> None:
    now = datetime.now(UTC)
    for wrong, status in (
        ({"period": "decade"}, 422), ({"metric": "joy"}, 422), ({"timezone": "Mars/Olympus"}, 400),
        ({"from": "yesterday"}, 422), ({"to": now.isoformat()}, 422), ({"period": "day", "from": now.isoformat()}, 422),
        ({"from": (now + timedelta(days=1)).isoformat()}, 422), ({"sport_type": "a\0b"}, 422),
        ({"from": "1980-01-01T00:00:00Z", "bucket": "1h"}, 422),
    ):  # fmt: skip
        answer = arena.admin.get(f"{F}/trends", params=wrong)
        assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json"), wrong
