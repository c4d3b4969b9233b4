"""The core's series of cost says what the pack says, stated or computed, also when messages are priced anew or go."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import httpx
import pytest
from pydantic import BaseModel

from api.packs.llm.shapes import CostAnalytics, TokenUsageStats
from api.packs.llm.shapes_more import UsageTrends
from db.packs.llm import following
from db.packs.llm.factory import events
from db.pool import connect
from db.removal import remove_now
from tests.integration.reading import refresh, trend
from tests.packs.llm.usage import BASE, World, framed, money, send
from workers.packs import llm as tasks

START = datetime(2026, 3, 2, tzinfo=UTC)
DAYS = 30
PRICE = {
    "pattern": "llama-local", "since": "2025-01-01T00:00:00Z", "input": "0.1", "output": "0.2", "cache_read": "0.3",
    "cache_write_5m": "0.4", "cache_write_1h": "0.5",
}  # fmt: skip
MONTH = {"from": "2026-03-01T00:00:00Z", "to": "2026-04-10T00:00:00Z"}
WHOLE = {"from_": MONTH["from"], "to": MONTH["to"]}


def close(left: float, right: Any) -> bool:
    """Equal but for what adding floating point numbers loses."""
    return left == pytest.approx(float(right), rel=1e-9, abs=1e-12)


def pack_says(http: httpx.Client, **asked: str) -> Decimal:
    answer = http.get(f"{BASE}/costs", params=MONTH | asked)
    assert answer.status_code == 200, answer.text
    return Decimal(answer.json()["total_cost_exact"])


def core_says(http: httpx.Client, **asked: str) -> float:
    return float(trend(http, "llm.cost", **WHOLE, **asked)["series"][0]["total"])


@pytest.fixture(scope="module")
def month(http: httpx.Client, database: str) -> list[dict[str, Any]]:
    """A month of the factory, of stated, priced and priceless messages."""
    sent = list(events(3, START, DAYS, 0.2))
    send(http, database, sent)
    return sent


@pytest.mark.parametrize("zone", ["UTC", "Europe/Berlin", "Asia/Kathmandu"])
def test_each_day_of_a_year_costs_the_same_in_both(world: World, zone: str) -> None:
    asked = {"time_range": "30d", "timezone": zone}
    pack = world.get("/costs", group_by="day", **asked)
    core = trend(world.http, "llm.cost", from_=pack["from"], to=pack["to"], timezone=zone, bucket="day", fill="zero")
    exact = [float(point["cost_exact"]) for point in pack["data_points"]]
    assert [point["v"] for point in core["series"][0]["points"]] == pytest.approx(exact, rel=1e-9, abs=1e-12)
    assert pack["priced_messages"] > pack["computed_messages"] > 0


def test_stated_and_priced_messages_are_in_the_series(http: httpx.Client, month: list[dict[str, Any]]) -> None:
    costs = framed(month).cost
    assert pack_says(http) == money(costs) > 0
    assert close(core_says(http), money(costs))
    for project in ("atlas", "grove", "harbor"):
        assert close(core_says(http, label_project=project), pack_says(http, project_id=project)), project


@pytest.mark.usefixtures("month")
@pytest.mark.parametrize("rolled_up", [False, True])
def test_the_series_follows_when_messages_are_priced_anew(http: httpx.Client, database: str, rolled_up: bool) -> None:
    if rolled_up:
        refresh(database)
    before, price = pack_says(http), PRICE | {"pattern": ("llama-local", "gpt-4.1")[rolled_up]}
    made = http.post(f"{BASE}/prices", json=price).json()["id"]
    for change in (None, "delete"):  # a price that comes, and goes
        if change:
            assert http.delete(f"{BASE}/prices/{made}").status_code == 204
        answer = http.post(f"{BASE}/reprice", json=MONTH | {"dry_run": False}).json()
        assert answer["messages"] > 0
        assert answer["points_waiting"] == 0
        assert (pack_says(http) == before) is bool(change)
        assert close(core_says(http), pack_says(http))
        refresh(database)
        assert close(core_says(http), pack_says(http))


def test_what_a_request_leaves_a_task_does(
    http: httpx.Client, database: str, month: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.packs.llm.reprice.follow_now", lambda *_: 0)
    http.post(f"{BASE}/prices", json=PRICE | {"pattern": "llama*", "input": "7"})
    old = core_says(http)
    answer = http.post(f"{BASE}/reprice", json=MONTH | {"dry_run": False}).json()
    assert answer["points_waiting"] == answer["messages"] > 0
    assert core_says(http) == old
    gone = next(e for e in month if e["properties"].get("model") == "llama-local")
    assert remove_now(database, 1, [gone["event_id"]]).points > 0  # also the point that says the old price
    with connect(database) as conn:
        assert following.follow_costs(conn, 1) == answer["messages"] - 1
    assert close(core_says(http), pack_says(http))


@pytest.mark.usefixtures("month")
def test_messages_that_go_take_their_points_along(
    http: httpx.Client, database: str, month: list[dict[str, Any]]
) -> None:
    priced = [e for e in month if "cost_usd" not in e["properties"] and e["properties"].get("model") == "gpt-4.1"]
    before = core_says(http)
    assert remove_now(database, 1, [e["event_id"] for e in priced]).unknown == 0
    assert core_says(http) < before
    assert close(core_says(http), pack_says(http))


@pytest.mark.usefixtures("month")
def test_points_that_retention_dropped_follow_in_the_rollups(http: httpx.Client, database: str) -> None:
    refresh(database)
    with connect(database) as conn:
        conn.execute("insert into dropped_ranges values (%s, %s)", (START, START + timedelta(days=14)))
    http.post(f"{BASE}/prices", json=PRICE | {"pattern": "gpt-4.1", "input": "50"})
    assert http.post(f"{BASE}/reprice", json=MONTH | {"dry_run": False}).json()["points_waiting"] == 0
    days = trend(http, "llm.cost", from_="2026-03-03T00:00:00Z", to="2026-03-14T00:00:00Z", bucket="day")
    asked = {"from": "2026-03-03T00:00:00Z", "to": "2026-03-14T00:00:00Z", "group_by": "day"}
    exact = [float(point["cost_exact"]) for point in http.get(f"{BASE}/costs", params=asked).json()["data_points"]]
    assert [point["v"] for point in days["series"][0]["points"]] == pytest.approx(exact, rel=1e-9)


def test_the_task_knows_where_to_look(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tasks, "settings", lambda: type("Config", (), {"database_url": database}))
    assert tasks.let_follow(None, datetime.now(UTC)) == {"messages": 0}  # type: ignore[arg-type]  # does not look at it


@pytest.mark.parametrize("zone", ["UTC", "Europe/Berlin"])
@pytest.mark.parametrize("fill", ["zero", "null"])
def test_points_are_written_as_their_models_would_write_them(
    http: httpx.Client, month: list[dict[str, Any]], zone: str, fill: str
) -> None:
    metrics = ("messages", "costs", "sessions", "response_time")
    answers: list[tuple[type[BaseModel], str, dict[str, str]]] = [
        (CostAnalytics, "costs", {}), (TokenUsageStats, "tokens", {}),
        *((UsageTrends, "trends", {"metric": metric}) for metric in metrics),
    ]  # fmt: skip
    for model, path, more in answers:
        asked = MONTH | more | {"group_by": "hour", "timezone": zone, "fill": fill}
        body = http.get(f"{BASE}/{path}", params=asked).content
        assert model.model_validate_json(body).model_dump(mode="json", by_alias=True) == json.loads(body), path
        assert list(model.model_validate_json(body).model_dump(by_alias=True)) == list(json.loads(body))
