"""Milestones in words of sport: progress equals pandas; new activities make it stale, until the task computes it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import httpx
import pandas as pd
import pytest

from db.settings import settings
from tests.packs.fitness.arena import Arena, F, measure
from tests.packs.fitness.test_fitness_activities import activity
from workers.app import app
from workers.contract import COMPUTE_GOALS
from workers.schedule import BEAT
from workers.tasks.goals import compute_goals

M = f"{F}/milestones"
DAY = timedelta(days=1)
FIELDS = {
    "id", "title", "metric", "sport_type", "target_value", "unit", "window", "current_value", "progress_pct",
    "remaining", "status", "achieved_at", "projected_completion", "projection", "on_track", "streak", "computed_at",
    "stale",
}  # fmt: skip


def set_(client: httpx.Client, **body: Any) -> dict[str, Any]:
    answer = client.post(M, json={"title": "t", **body})
    assert answer.status_code == 201, answer.text
    return answer.json()


@pytest.mark.req("S0-07", "S0-18")
@pytest.mark.parametrize("metric", ["distance", "duration", "elevation", "calories", "activities"])
@pytest.mark.parametrize(("window", "freq"), [("weekly", "W-SUN"), ("monthly", "M"), ("yearly", "Y")])
def test_progress_and_streak_are_those_of_pandas(arena: Arena, metric: str, window: str, freq: str) -> None:
    zone, who = "America/New_York", "athlete-000"
    mine = arena.raw[(arena.raw["user"] == who) & (arena.raw["sport_type"] == "run")]
    periods = mine["t"].dt.tz_convert(zone).dt.tz_localize(None).dt.to_period(freq)
    this = pd.Timestamp(datetime.now(ZoneInfo(zone))).tz_localize(None).to_period(freq)
    sums = {period: measure(part, metric) for period, part in mine.groupby(periods)}
    target = pd.Series(sums).median()
    made = set_(
        arena.admin, metric=metric, window=window, target_value=target, athlete=who, sport_type="run", timezone=zone
    )
    arena.compute()
    found = arena.get(f"{M}/{made['id']}")
    value = sums.get(this, 0.0)
    assert found["current_value"] == pytest.approx(value)
    assert found["progress_pct"] == pytest.approx(100 * value / target, abs=0.006)
    assert (found["sport_type"], found["athlete"], found["metric"]) == ("run", who, metric)
    met = (
        [sums.get(p, 0.0) >= target for p in pd.period_range(min(sums), this - 1, freq=freq)]
        if min(sums) < this
        else []
    )
    runs = "".join("x" if m else " " for m in [*met, *([True] if round(value, 6) >= target else [])])
    best = max(map(len, runs.split()), default=0)
    assert found["streak"] == {"current": len(runs) - len(runs.rstrip("x")), "best": best}
    arena.admin.delete(f"{M}/{made['id']}")


@pytest.mark.req("S0-11", "S0-12", "S0-13")
def test_a_new_activity_makes_milestones_stale_until_they_are_computed(empty: Arena) -> None:
    made = set_(empty.admin, target_value=100_000, athlete="zoe", window="yearly")
    assert (made["current_value"], made["stale"], made["unit"]) == (0, True, "m")
    empty.compute()
    first = empty.get(f"{M}/{made['id']}")
    assert (first["stale"], first["current_value"]) == (False, 0)
    empty.admin.post(f"{F}/activities", json=activity(user_id="zoe", started_at=datetime.now(UTC).isoformat()))
    empty.pipeline.drain()
    board = empty.get(f"{F}/dashboard", athlete="zoe", period="year")
    (shown,) = board["milestones"]
    assert (shown["stale"], board["stale"], shown["current_value"]) == (True, True, 0)
    assert next(i for i in board["summary"]["metrics"] if i["metric"] == "distance")["value"] == 10000.5
    empty.compute()
    board = empty.get(f"{F}/dashboard", athlete="zoe", period="year")
    assert (board["stale"], board["milestones"][0]["current_value"]) == (False, 10000.5)
    assert board["computed_at"] == board["milestones"][0]["computed_at"] > first["computed_at"]


@pytest.mark.req("S0-07", "S0-09", "S0-10")
def test_milestones_are_filtered_by_sport_athlete_and_time(empty: Arena) -> None:
    span = {"starts_at": "2025-01-01T00:00:00Z", "ends_at": "2025-02-01T00:00:00Z"}
    old = set_(empty.admin, target_value=1, sport_type="swim", athlete="yan", **span)["id"]
    now = set_(empty.admin, target_value=1, sport_type="run", athlete="yan", window="monthly")["id"]
    everybody = set_(empty.admin, target_value=1)["id"]

    def ids(**asked: Any) -> set[int]:
        return {item["id"] for item in empty.get(M, **asked)["items"]} & {old, now, everybody}

    assert ids() == {old, now, everybody}
    assert ids(athlete="yan") == {old, now}
    assert ids(sport_type="swim") == {old}
    assert ids(athlete="yan", period="week") == {now}
    assert ids(athlete="yan", from_="2025-01-15T00:00:00Z", to="2025-01-16T00:00:00Z") == {old}
    assert ids(window="once") == {old, everybody}


@pytest.mark.req("S0-18")
def test_a_milestone_is_changed_in_words_of_sport(empty: Arena) -> None:
    made = set_(empty.admin, target_value=5, metric="activities", sport_type="run", athlete="xia", window="weekly")
    path = f"{M}/{made['id']}"
    assert made.keys() >= FIELDS and made["projection"] is None
    changed = empty.admin.patch(path, json={"metric": "distance", "sport_type": None, "target_value": 5000}).json()
    assert (changed["metric"], changed["unit"], changed["sport_type"], changed["athlete"]) == (
        "distance",
        "m",
        None,
        "xia",
    )
    assert empty.admin.patch(path, json={"metric": "joy"}).status_code == 422
    assert empty.admin.patch(path, json={"target_value": None}).status_code == 422
    core = empty.get(f"/api/v1/milestones/{made['id']}")
    assert (core["metric"], core["labels"]) == ("fitness.distance", {"user_id": "xia"})
    assert empty.admin.delete(path).status_code == 204
    other = empty.admin.post("/api/v1/milestones", json={"title": "t", "metric": "cpu", "target_value": 1}).json()
    assert empty.admin.get(f"{M}/{other['id']}").status_code == 404, "it is not about activities"


def test_a_member_sets_milestones_for_itself(empty: Arena) -> None:
    with empty.login("member", "wim") as wim:
        mine = set_(wim, target_value=1000)
        assert (mine["athlete"], mine["owner"]) == ("wim", "wim")
        assert wim.post(M, json={"title": "t", "target_value": 1, "athlete": "ann"}).status_code == 403
        theirs = set_(empty.admin, target_value=1, athlete="ann")
        assert [item["id"] for item in wim.get(M).json()["items"]] == [mine["id"]]
        assert wim.patch(f"{M}/{theirs['id']}", json={"title": "x"}).status_code == 404
        assert wim.patch(f"{M}/{mine['id']}", json={"sport_type": "run"}).json()["sport_type"] == "run"
        assert [m["id"] for m in wim.get(f"{F}/dashboard").json()["milestones"]] == [mine["id"]]


@pytest.mark.req("S0-11", "S0-15")
def test_beat_has_a_task_compute_what_is_stale(empty: Arena, monkeypatch: pytest.MonkeyPatch) -> None:
    due = {"task": COMPUTE_GOALS, "schedule": timedelta(seconds=10), "options": {"expires": 10}}
    assert BEAT["compute goals"] == due
    app.loader.import_default_modules()
    assert COMPUTE_GOALS in app.tasks
    made = set_(empty.admin, target_value=100_000, athlete="una")
    monkeypatch.setenv("TIDEWATCH_DATABASE_URL", empty.url)
    settings.cache_clear()
    try:
        result = compute_goals()
    finally:
        settings.cache_clear()
    assert result is not None and result["computed"] >= 1
    found = empty.get(f"{M}/{made['id']}")
    assert (found["stale"], found["computed_at"] > made["computed_at"]) == (False, True)
