"""The dashboard: summary, trends and milestones in one answer, equal to pandas, quick, and typed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd
import pytest

from api.packs.fitness.schemas import FitnessDashboard, FitnessMilestonePage, FitnessTrends
from tests.packs.fitness.arena import Arena, F, measure

ZONE = "Europe/Berlin"
MODELS = {"dashboard": FitnessDashboard, "trends": FitnessTrends, "milestones": FitnessMilestonePage}


def inside(arena: Arena, found: dict[str, Any], athlete: str | None = None) -> pd.DataFrame:
    """The activities that an answer speaks of."""
    begin, end = pd.Timestamp(found["from"]), pd.Timestamp(found["to"])
    rows = arena.raw[(arena.raw["t"] >= begin) & (arena.raw["t"] < end)]
    return rows if athlete is None else rows[rows["user"] == athlete]


@pytest.mark.req("S0-01", "S0-02", "S0-05")
@pytest.mark.parametrize("athlete", [None, "athlete-004"])
@pytest.mark.parametrize("period", ["week", "quarter"])
def test_one_answer_holds_summary_trends_and_milestones(arena: Arena, athlete: str | None, period: str) -> None:
    asked = {"athlete": athlete} if athlete else {}
    found = arena.get(f"{F}/dashboard", period=period, timezone=ZONE, **asked)
    rows = inside(arena, found, athlete)
    for item in found["summary"]["metrics"]:
        value = measure(rows, item["metric"])
        assert item["value"] == (None if value is None else pytest.approx(value, abs=1e-6)), item
    assert found["summary"]["athletes"] == (None if athlete else rows["user"].nunique())
    assert {s["sport_type"]: s["activities"] for s in found["sports"]} == rows["sport_type"].value_counts().to_dict()
    for line in found["trends"]:
        assert sum(p["v"] for p in line["points"]) == pytest.approx(measure(rows, line["metric"]) or 0)
    assert isinstance(found["milestones"], list)


@pytest.mark.req("S0-05", "S0-06", "S0-07")
@pytest.mark.parametrize("name", ["dashboard", "trends", "milestones"])
def test_the_paths_of_the_document_lead_to_the_same(arena: Arena, name: str) -> None:
    asked = {"from_": "2026-01-01T00:00:00Z", "to": "2026-02-01T00:00:00Z"}
    own, other = arena.get(f"{F}/{name}", **asked), arena.get(f"/api/analytics/{name}", **asked)
    for answer in (own, other):
        answer.pop("generated_at")
    assert own == other


@pytest.mark.req("S0-09", "S0-10")
def test_sport_and_time_filter_the_dashboard(arena: Arena) -> None:
    start = datetime.now(UTC) - timedelta(days=40)
    found = arena.get(f"{F}/dashboard", sport_type="run", from_=start.isoformat())
    rows = inside(arena, found)
    assert [s["sport_type"] for s in found["sports"]] == ["run"]
    count = next(item for item in found["summary"]["metrics"] if item["metric"] == "activities")
    assert count["value"] == len(rows[rows["sport_type"] == "run"])


@pytest.mark.req("S0-03", "S0-16")
@pytest.mark.parametrize(("path", "model"), MODELS.items())
def test_answers_are_what_their_schema_says(arena: Arena, path: str, model: Any) -> None:
    asked = {"title": "For the shape", "target_value": 1, "athlete": "athlete-001"}
    goal = arena.admin.post(f"{F}/milestones", json=asked).json()
    found = arena.get(f"{F}/{path}", athlete="athlete-001")
    assert path == "trends" or found["items" if path == "milestones" else "milestones"]
    arena.admin.delete(f"{F}/milestones/{goal['id']}")
    read = model.model_validate(found).model_dump(mode="json", by_alias=True)
    assert read.keys() == found.keys()
    document = arena.admin.get("/openapi.json").json()
    said = document["paths"][f"{F}/{path}"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    assert said["$ref"].endswith(f"/{model.__name__}")


@pytest.mark.req("S0-16")
def test_an_answer_says_its_units_and_bounds(arena: Arena) -> None:
    found = arena.get(f"{F}/dashboard", athlete="athlete-001", period="month", timezone=ZONE)
    units = {item["metric"]: item["unit"] for item in found["summary"]["metrics"]}
    assert units == {"distance": "m", "duration": "s", "elevation": "m", "calories": "kcal", "activities": "activities",
                     "avg_hr": "bpm", "pace": "s/km"}  # fmt: skip
    assert (found["period"]["name"], found["bucket"], found["timezone"]) == ("month", "day", ZONE)
    assert found["from"] == found["period"]["start"] < found["to"] < found["period"]["end"]
    assert found["complete_through"] == found["to"]


@pytest.mark.req("S0-02")
@pytest.mark.parametrize("athlete", ["athlete-000", "athlete-001", "athlete-005"])
def test_streaks_are_runs_of_days_in_the_athletes_own_zone(arena: Arena, athlete: str) -> None:
    found = arena.get(f"{F}/dashboard", athlete=athlete)["streaks"]
    rows = arena.raw[arena.raw["user"] == athlete]
    zone = rows["timezone"].iloc[0]
    assert found["timezone"] == zone
    days = sorted({t.tz_convert(zone).date() for t in rows["t"]})
    best = run = 1
    for before, day in pairwise(days):
        run = run + 1 if (day - before).days == 1 else 1
        best = max(best, run)
    going = (datetime.now(ZoneInfo(zone)).date() - days[-1]).days <= 1
    assert found["days"] == {"current": run if going else 0, "best": best, "total": len(days)}
    assert found["weeks"]["total"] == len({day.isocalendar()[:2] for day in days})


@pytest.mark.req("S0-02")
def test_training_load_sets_the_last_week_against_four(arena: Arena) -> None:
    found = arena.get(f"{F}/dashboard", athlete="athlete-000", timezone=ZONE)["load"]
    today = pd.Timestamp(datetime.now(ZoneInfo(ZONE)).replace(hour=0, minute=0, second=0, microsecond=0))
    rows = arena.raw[(arena.raw["user"] == "athlete-000") & (arena.raw["t"] < today)]
    days = (today.date() - rows["t"].dt.tz_convert(ZONE).dt.date).map(lambda gap: gap.days)
    acute, chronic = (rows[days <= n]["duration_s"].sum() / 60 / n for n in (7, 28))
    assert found["acute_minutes_per_day"] == pytest.approx(acute, abs=0.01)
    assert found["chronic_minutes_per_day"] == pytest.approx(chronic, abs=0.01)


@pytest.mark.req("S0-02")
def test_personal_records_are_the_best_there_were(arena: Arena) -> None:
    found = arena.get(f"{F}/records", athlete="athlete-000")["items"]
    rows = arena.raw[arena.raw["user"] == "athlete-000"]
    for sport, part in rows.groupby("sport_type"):
        said = {one["record"]: one["value"] for one in found if one["sport_type"] == sport}
        paced = part[part["distance_m"] >= 1000]
        assert said["longest_distance"] == part["distance_m"].max()
        assert said["longest_duration"] == part["duration_s"].max()
        assert said["fastest_pace"] == pytest.approx((1000 * paced["duration_s"] / paced["distance_m"]).min(), abs=1e-6)


@pytest.mark.req("S0-17")
def test_every_route_is_described_here_and_in_the_docs(arena: Arena) -> None:
    page = (Path(__file__).parents[3] / "docs" / "domains" / "fitness.md").read_text()
    paths = arena.admin.get("/openapi.json").json()["paths"]
    mine = {path.removeprefix(F): methods for path, methods in paths.items() if path.startswith(F)}
    assert set(mine) >= {"/dashboard", "/trends", "/milestones", "/milestones/{id}", "/activities", "/records"}
    for path, methods in mine.items():
        assert path in page, path
        for method, said in methods.items():
            assert said["summary"] and said.get("description"), (method, path)
            assert method == "delete" or "$ref" in str(said["responses"]), (method, path)
