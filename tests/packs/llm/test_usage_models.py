"""Models and projects: counts, costs, speed and trends are what grouping the messages says."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import httpx
import numpy as np
import pandas as pd
import pytest
from scipy import stats

from tests.packs.llm.usage import BASE, World, message, money, priced


def speed_of(rows: pd.DataFrame) -> dict[str, Any]:
    times = rows.duration_ms
    values = {f"p{q}_response_time_ms": float(np.percentile(times, q)) for q in (50, 95, 99)} if len(times) else {}
    return {name: pytest.approx(value, rel=1e-12) for name, value in values.items()} | {
        "avg_response_time_ms": pytest.approx(times.mean(), rel=1e-12)
    }


def before(world: World, answer: dict[str, Any]) -> pd.DataFrame:
    start, stop = pd.Timestamp(answer["from"]), pd.Timestamp(answer["to"])
    return world.between(str(start - (stop - start)), str(start))


@pytest.mark.req("S1-04", "S1-06", "S1-13", "S1-26", "S1-27", "S1-45", "S1-49", "S1-63", "S1-68")
@pytest.mark.parametrize("project", [None, "atlas", "grove"])
@pytest.mark.parametrize("time_range", ["7d", "90d", "all"])
def test_models_are_what_grouping_says(world: World, time_range: str, project: str | None) -> None:
    asked = {"project_id": project} if project else {}
    answer = world.get("/models/usage", time_range=time_range, timezone="Asia/Kathmandu", **asked)
    rows = world.within(answer)
    rows = rows if project is None else rows[rows.project_id == project]
    counts = rows.model.value_counts()
    assert [m["model"] for m in answer["models"]] == sorted(counts.index, key=lambda name: (-counts[name], name))
    assert (answer["total_models"], answer["without_model"]) == (len(counts), int(rows.model.isna().sum()))
    for found in answer["models"]:
        mine = rows[rows.model == found["model"]]
        n, cost = priced(mine.cost), money(mine.cost)
        expected = {
            "message_count": len(mine),
            "priced_messages": n,
            "total_cost": float(round(cost, 2)),
            "avg_cost_per_message": float(round(cost / n, 4)) if n else None,
            "avg_tokens_input": pytest.approx(mine.input_tokens.mean(), rel=1e-12),
            "avg_tokens_output": pytest.approx(mine.output_tokens.mean(), rel=1e-12),
            "failed_messages": (mine.status != "ok").sum(),
            **speed_of(mine),
        }
        assert {name: found[name] for name in expected} == expected
        assert Decimal(found["total_cost_exact"]) == cost


@pytest.mark.req("S1-27", "S1-26")
def test_most_and_least_used_and_trends(world: World) -> None:
    answer = world.get("/models/usage", time_range="90d")
    rows, earlier = world.within(answer), before(world, answer)
    counts = rows.model.value_counts()
    assert counts[answer["most_used"]] == counts.max()
    assert counts[answer["least_used"]] == counts.min()
    for found in answer["models"]:
        now, then = counts[found["model"]], (earlier.model == found["model"]).sum()
        if then:
            assert (found["trend_percentage"], found["trend_basis"]) == (round(100 * (now - then) / then, 2), "ok")
        else:
            assert (found["trend_percentage"], found["trend_basis"]) == (None, "no_baseline")


@pytest.mark.req("S1-45")
def test_all_has_no_trend(world: World) -> None:
    models = world.get("/models/usage", time_range="all")["models"]
    assert {(m["trend_percentage"], m["trend_basis"]) for m in models} == {(None, "no_baseline")}


@pytest.mark.req("S1-07", "S1-15", "S1-45", "S1-65", "S1-68")
@pytest.mark.parametrize("time_range", ["30d", "90d", "all"])
def test_projects_are_what_grouping_says(world: World, time_range: str) -> None:
    names = ["cargo", "delta", "echo", "forge"]
    answer = world.get("/projects/comparison", project_ids=names, time_range=time_range)
    rows = world.within(answer)
    chosen = rows[rows.project_id.isin(names)]
    costs = {name: money(chosen[chosen.project_id == name].cost) for name in names}
    ranked = sorted(names, key=lambda name: -costs[name])
    assert [(p["project_id"], p["rank"]) for p in answer["projects"]] == [(n, i) for i, n in enumerate(ranked, 1)]
    assert Decimal(answer["total_cost_exact"]) == sum(costs.values())
    for found in answer["projects"]:
        mine = chosen[chosen.project_id == found["project_id"]]
        cost, n = costs[found["project_id"]], priced(mine.cost)
        expected = {
            "total_messages": len(mine),
            "total_sessions": mine.session.nunique(),
            "total_cost": float(round(cost, 2)),
            "cost_share_percent": round(100 * float(cost / sum(costs.values())), 2),
            "cost_share_of_all_percent": round(100 * float(cost / money(rows.cost)), 2),
            "message_share_percent": round(100 * len(mine) / len(chosen), 2),
            "message_share_of_all_percent": round(100 * len(mine) / len(rows), 2),
            "cost_per_message": float(round(cost / n, 4)),
            "tokens_per_message": pytest.approx((mine.input_tokens + mine.output_tokens).mean(), rel=1e-12),
            "failed_percent": round(100 * (mine.status != "ok").mean(), 2),
            **speed_of(mine),
        }
        assert {name: found[name] for name in expected} == expected


@pytest.mark.req("S1-45")
def test_each_project_is_compared_with_its_own_past(world: World) -> None:
    answer = world.get("/projects/comparison", project_ids=["atlas", "delta"], time_range="90d")
    rows, earlier = world.within(answer), before(world, answer)
    for found in answer["projects"]:
        now, then = (part[part.project_id == found["project_id"]] for part in (rows, earlier))
        assert found["messages_trend_percent"] == round(100 * (len(now) - len(then)) / len(then), 2)
        change = 100 * (money(now.cost) - money(then.cost)) / money(then.cost)
        assert found["cost_trend_percent"] == float(round(change, 2))
        assert (found["trend_basis"], found["cost_trend_basis"]) == ("ok", "ok")


def test_differences_in_cost_a_message_are_welch_tested(world: World) -> None:
    answer = world.get("/projects/comparison", project_ids=["delta", "echo"], time_range="1y")
    rows = world.within(answer)
    samples = [
        [float(c) for c in rows[rows.project_id == name].cost if c is not None] for name in ("delta", "echo")
    ]  # fmt: skip
    expected = stats.ttest_ind(*samples, equal_var=False)
    (pair,) = answer["cost_per_message"]
    assert pair["significant"] == (expected.pvalue < 0.05)
    assert pair["p_value"] == pytest.approx(2 * stats.norm.sf(abs(expected.statistic)), rel=1e-6, abs=1e-300)


@pytest.mark.req("S1-16")
@pytest.mark.parametrize("n", [1, 11])
def test_fewer_than_two_or_more_than_ten_are_refused(world: World, n: int) -> None:
    refused = world.http.get(f"{BASE}/projects/comparison", params={"project_ids": [f"p{i}" for i in range(n)]})
    assert refused.status_code == 400
    assert refused.json()["detail"] == "Please provide between 2 and 10 project IDs"


@pytest.mark.req("S1-16")
@pytest.mark.parametrize("n", [2, 10])
def test_two_and_ten_are_not_too_few_or_too_many(world: World, n: int) -> None:
    names = sorted(world.frame.project_id.dropna().unique())
    named = (names + [f"none-{i}" for i in range(10)])[:n]
    answer = world.http.get(f"{BASE}/projects/comparison", params={"project_ids": named})
    assert answer.status_code == (200 if n <= len(names) else 404), answer.text


@pytest.mark.req("S1-16", "S1-15")
def test_the_same_project_twice_is_one_and_none_is_a_mistake(world: World) -> None:
    twice = world.http.get(f"{BASE}/projects/comparison", params={"project_ids": ["atlas", "atlas"]})
    assert twice.status_code == 400
    assert world.http.get(f"{BASE}/projects/comparison").status_code == 422


@pytest.mark.req("S1-48", "S1-15")
def test_a_project_that_is_not_there_is_named(world: World) -> None:
    refused = world.http.get(f"{BASE}/projects/comparison", params={"project_ids": ["atlas", "nobody"]})
    assert refused.status_code == 404
    assert "'nobody'" in refused.json()["detail"]


@pytest.mark.req("S1-08", "S1-48")
def test_a_message_belongs_to_the_project_of_its_session(http: httpx.Client, say: Any) -> None:
    at = datetime(2026, 4, 1, tzinfo=UTC)
    say(message("s-1", at, "talk", project_id="one", project_name="Old"), message("s-2", at, "talk", cost_usd=2))
    say(message("s-3", at + timedelta(hours=1), "talk", cost_usd=3))
    say(message("s-4", at, "other", project_id="one", project_name="Older"), message("s-5", at))
    say(message("s-6", at + timedelta(hours=2), "other", project_id="one", project_name="New"))
    asked = {"from": "2026-04-01T00:00:00Z", "to": "2026-04-02T00:00:00Z", "project_id": "one"}
    answer = http.get(f"{BASE}/costs", params=asked).json()
    assert (answer["total_cost"], answer["total_messages"], answer["project_names"]) == (5.0, 5, {"one": "New"})
    summary = http.get(f"{BASE}/summary", params=asked).json()
    assert (summary["total_sessions"], summary["total_projects"], summary["total_messages"]) == (2, 1, 6)


@pytest.mark.req("S1-49")
def test_percentiles_of_one_message_are_that_message(http: httpx.Client, say: Any) -> None:
    at = datetime(2026, 4, 5, 1, tzinfo=UTC)
    say(message("one-1", at, model="single", duration_ms=1234.4), message("one-2", at, model="timeless"))
    asked = {"from": "2026-04-05T00:00:00Z", "to": "2026-04-06T00:00:00Z"}
    single, timeless = http.get(f"{BASE}/models/usage", params=asked).json()["models"]
    assert [single[f"p{q}_response_time_ms"] for q in (50, 95, 99)] == [1234.0] * 3
    assert [timeless[f"p{q}_response_time_ms"] for q in (50, 95, 99)] == [None] * 3
    assert timeless["avg_cost_per_message"] is None
