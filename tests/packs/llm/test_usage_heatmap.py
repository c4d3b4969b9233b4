"""The heatmap is a cross table of local weekdays and hours."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import httpx
import pandas as pd
import pytest

from tests.packs.llm.usage import BASE, ZONES, World, message, money, priced


@pytest.mark.req("S1-02", "S1-11", "S1-22", "S1-23", "S1-35", "S1-36", "S1-37", "S1-61", "S1-68", "S1-71")
@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("time_range", ["30d", "1y", "all"])
def test_cells_are_those_of_pandas(world: World, time_range: str, zone: str) -> None:
    answer = world.get("/activity/heatmap", time_range=time_range, timezone=zone, fill="none")
    rows = world.within(answer)
    groups = rows.groupby([rows.local.dt.day_of_week, rows.local.dt.hour])
    expected = {}
    for at, group in groups:
        cost = float(round(money(group.cost) / priced(group.cost), 4)) if priced(group.cost) else None
        expected[at] = (len(group), cost, pytest.approx(group.duration_ms.mean(), rel=1e-12))
    found = {
        (cell["day_of_week"], cell["hour"]): (cell["count"], cell["avg_cost"], cell["avg_response_time"])
        for cell in answer["cells"]
    }
    assert found == expected
    assert answer["total_messages"] == len(rows)
    assert answer["timezone"] == zone


@pytest.mark.req("S1-23", "S1-38", "S1-61")
@pytest.mark.parametrize("zone", ZONES)
def test_peaks_are_those_of_the_sums(world: World, zone: str) -> None:
    answer = world.get("/activity/heatmap", time_range="90d", timezone=zone)
    rows = world.within(answer)
    assert answer["peak_hour"] == rows.local.dt.hour.value_counts().sort_index().idxmax()
    assert answer["peak_day"] == rows.local.dt.day_of_week.value_counts().sort_index().idxmax()


@pytest.mark.req("S1-42")
def test_all_168_cells_are_there_unless_told_otherwise(world: World) -> None:
    cells = world.get("/activity/heatmap", time_range="24h")["cells"]
    assert [(c["day_of_week"], c["hour"]) for c in cells] == [(day, hour) for day in range(7) for hour in range(24)]
    assert any(c["count"] == 0 and c["avg_cost"] is None for c in cells)


def test_of_one_project_alone(world: World) -> None:
    answer = world.get("/activity/heatmap", time_range="1y", project_id="forge", timezone="Europe/Berlin")
    rows = world.within(answer)
    assert answer["total_messages"] == (rows.project_id == "forge").sum()
    assert answer["peak_hour"] in (1, 2, 3, 4)


@pytest.mark.req("S1-22", "S1-36")
def test_a_monday_is_day_zero(http: httpx.Client, say: Any) -> None:
    monday = datetime(2026, 6, 1, 9, 30, tzinfo=UTC)
    assert monday.strftime("%A") == "Monday"
    say(message("m-1", monday, cost_usd="0.5"))
    asked = {"from": "2026-06-01", "to": "2026-06-08T00:00:00Z", "fill": "none"}
    asked["from"] += "T00:00:00Z"
    (cell,) = http.get(f"{BASE}/activity/heatmap", params=asked).json()["cells"]
    assert (cell["day_of_week"], cell["hour"], cell["count"], cell["avg_cost"]) == (0, 9, 1, 0.5)


@pytest.mark.req("S1-23", "S1-38")
def test_nothing_has_no_peak(http: httpx.Client) -> None:
    asked = {"from": "2020-06-01T00:00:00Z", "to": "2020-06-08T00:00:00Z"}
    answer = http.get(f"{BASE}/activity/heatmap", params=asked).json()
    assert (answer["peak_hour"], answer["peak_day"], answer["total_messages"]) == (None, None, 0)


@pytest.mark.req("S1-37", "S1-71")
def test_the_hour_that_comes_twice_counts_twice_and_the_skipped_one_not_at_all(http: httpx.Client, say: Any) -> None:
    back = [datetime(2025, 10, 26, hour, 30, tzinfo=UTC) for hour in (0, 1)]  # both 02:30 in Berlin
    forth = datetime(2026, 3, 29, 1, 30, tzinfo=UTC)  # 03:30; 02:30 does not exist
    say(*(message(f"dst-{at:%H%m}", at) for at in (*back, forth)))
    found = []
    for day in ("2025-10-26", "2026-03-29"):
        lo, hi = (pd.Timestamp(day, tz="Europe/Berlin") + pd.DateOffset(days=n) for n in (0, 1))
        asked = {"from": lo.isoformat(), "to": hi.isoformat(), "timezone": "Europe/Berlin", "fill": "none"}
        cells = http.get(f"{BASE}/activity/heatmap", params=asked).json()["cells"]
        found.append([(c["day_of_week"], c["hour"], c["count"]) for c in cells])
    assert found == [[(6, 2, 2)], [(6, 3, 1)]]


def test_an_average_cost_is_over_messages_that_have_one(http: httpx.Client, say: Any) -> None:
    at = datetime(2026, 7, 1, 5, tzinfo=UTC)
    say(message("c-1", at, cost_usd="0.00015"), message("c-2", at, cost_usd=0), message("c-3", at, model="nobody"))
    asked = {"from": "2026-07-01T00:00:00Z", "to": "2026-07-02T00:00:00Z", "fill": "none"}
    (cell,) = http.get(f"{BASE}/activity/heatmap", params=asked).json()["cells"]
    assert (cell["count"], cell["avg_cost"]) == (3, float(round(Decimal("0.000075"), 4)))
