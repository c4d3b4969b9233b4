"""Insights with what can be done about them, and the way of an action from the click to its outcome."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from api.packs.telemetry.schemas_found import (
    ActionPage,
    PatternsResponse,
    RecommendationsPage,
    SystemInsightsResponse,
)
from db.insights import save_insights
from db.patterns import save_patterns
from db.pool import connect
from db.records import Severity
from tests.integration.modelling import NOW, alive
from tests.integration.test_models_findings import insight, pattern
from tests.packs.telemetry.fleet import T, client, get
from tests.serving import user

INSIGHT = {
    "insight_id", "title", "description", "category", "severity", "confidence", "impact_score", "recommendations",
    "metadata", "created_at", "expires_at",
}  # fmt: skip
PATTERN = {
    "pattern_id", "pattern_type", "description", "confidence", "frequency", "correlation_factors", "metadata",
    "created_at",
}  # fmt: skip


@pytest.fixture(scope="module")
def http(database: str) -> Iterator[httpx.Client]:
    with connect(database) as conn:
        warm = alive(conn, "temperature.interior", device="coach-3")
        load = alive(conn, "cpu.load", host="a")
        found = [
            insight(load, "1", severity=Severity.low, title="Load rose", metric="cpu.load", labels={"host": "a"}),
            insight(warm, "2", severity=Severity.critical, title="It is hot", metric="temperature.interior",
                    labels={"device": "coach-3"}),
            insight(warm, "3", severity=Severity.high, title="No device", metric="temperature.interior", labels={}),
            insight(load, "4", severity=Severity.high, expires_at=NOW, metric="cpu.load"),
        ]  # fmt: skip
        for one in found:
            save_insights(conn, 1, "insights", [one], [], NOW)
        save_patterns(
            conn, 1, "patterns", [pattern(load, warm), pattern(load, pattern_type="cycle", key="24h")], [], NOW
        )
    with client(database) as one:
        yield one


@pytest.mark.req("S3-21", "S3-51", "S3-60", "S3-62", "S3-63")
def test_insights_come_with_recommendations_and_in_short(http: httpx.Client) -> None:
    said = get(http, "insights")
    SystemInsightsResponse.model_validate(said)
    assert [one["title"] for one in said["insights"]] == ["No device", "It is hot", "Load rose"]
    assert (said["total_insights"], said["severity_distribution"]["critical"]) == (3, 1)
    hot = said["insights"][1]
    assert hot.keys() >= INSIGHT and 0 <= hot["confidence"] <= 1 and 0 <= hot["impact_score"] <= 1
    assert list(said["severity_distribution"]) == ["low", "medium", "high", "critical"]
    assert hot["recommendations"][0] == {
        "id": hot["recommendations"][0]["id"],
        "text": "Run the fan of coach-3 at full speed, and check its fridge and doors.",
        "action": {"type": "DEVICE_CONTROL", "target_device_id": "coach-3", "command": "set_fan",
                   "payload": {"level": "high", "minutes": 60}},
        "estimated_impact": "Cools the room by some degrees within half an hour, for about 40 W.",
        "severity": "critical",
    }  # fmt: skip
    assert hot["recommendations"][1]["action"] is None
    assert said["summary"] == {
        "attention": 2, "actionable": 1, "worst": hot["insight_id"],
        "headline": "2 of 3 need attention. The worst: It is hot",
    }  # fmt: skip
    first = get(http, "insights", limit=1)
    assert get(http, "insights", limit=5, cursor=first["next"])["insights"] == said["insights"][1:]
    assert [one["title"] for one in get(http, "insights", active=False)["insights"]] == ["A new level"]


@pytest.mark.req("S3-22", "S3-52")
def test_patterns_come_with_their_types(http: httpx.Client) -> None:
    said = get(http, "patterns")
    PatternsResponse.model_validate(said)
    assert said["types"] == {"correlation": 1, "cycle": 1}
    assert all(one.keys() >= PATTERN for one in said["patterns"])
    pair = next(one for one in said["patterns"] if one["pattern_type"] == "correlation")
    assert (pair["confidence"], pair["frequency"], pair["correlation_factors"]["r"]) == (0.99, "always", 0.8)
    assert get(http, "patterns", type="cycle")["types"] == {"cycle": 1}


@pytest.mark.req("S3-52", "S3-62")
def test_recommendations_can_be_narrowed_to_those_at_a_click(http: httpx.Client) -> None:
    said = get(http, "recommendations", actionable=True)
    RecommendationsPage.model_validate(said)
    assert [(one["insight_title"], one["request"]) for one in said["items"]] == [("It is hot", None)]
    assert len(get(http, "recommendations")["items"]) == 4


def hot(http: httpx.Client) -> str:
    return str(get(http, "recommendations", actionable=True)["items"][0]["id"])


@pytest.mark.req("S3-62", "S3-63", "S3-64")
def test_one_click_asks_for_an_action_and_what_became_of_it_is_kept(http: httpx.Client) -> None:
    with ThreadPoolExecutor(4) as many:
        clicks = list(many.map(lambda _: http.post(f"{T}/recommendations/{hot(http)}/request"), range(4)))
    assert sorted(one.status_code for one in clicks) == [200, 200, 200, 201]
    assert len({one.json()["id"] for one in clicks}) == 1
    made = clicks[0].json()
    assert (made["state"], made["requested_by"], made["action"]["command"]) == ("requested", "bootstrap", "set_fan")
    assert get(http, "recommendations", actionable=True)["items"][0]["request"] == made["id"]

    waiting = get(http, "actions", state="requested", device="coach-3")
    ActionPage.model_validate(waiting)
    assert [one["id"] for one in waiting["items"]] == [made["id"]]
    assert get(http, "actions", device="coach-1")["items"] == []

    def step(state: str, tag: str) -> httpx.Response:
        body = {"state": state, "note": f"so {state}"}
        return http.patch(f"{T}/actions/{made['id']}", json=body, headers={"If-Match": tag})

    assert (step("accepted", '"1"').status_code, step("accepted", '"1"').status_code) == (200, 409)
    assert step("done", '"1"').status_code == 412  # whoever did not take it
    done = step("done", '"2"')
    assert done.headers["ETag"] == '"3"'
    assert [one["state"] for one in done.json()["history"]] == ["requested", "accepted", "done"]
    assert step("failed", '"3"').status_code == 409
    assert get(http, f"actions/{made['id']}") == done.json()
    again = http.post(f"{T}/recommendations/{hot(http)}/request")
    assert (again.status_code, again.json()["id"] == made["id"]) == (201, False)


def test_a_click_is_a_new_request_also_after_old_ones_have_gone(http: httpx.Client, database: str) -> None:
    def click() -> str:
        answer = http.post(f"{T}/recommendations/{hot(http)}/request")
        assert answer.status_code == 201, answer.text
        return str(answer.json()["id"])

    with connect(database) as conn:
        conn.execute("delete from telemetry_documents where kind = 'action'")
        for _ in range(11):
            made = click()
            assert http.patch(f"{T}/actions/{made}", json={"state": "done"}).status_code == 200
        conn.execute("delete from telemetry_documents where kind = 'action' and name like '%%-0'")
    assert get(http, "recommendations", actionable=True)["items"][0]["request"] == made
    newest = click()
    assert get(http, "recommendations", actionable=True)["items"][0]["request"] == newest


def test_what_cannot_be_done_at_a_click_be_done_at_a_click_is_refused(http: httpx.Client, database: str) -> None:
    plain = next(one for one in get(http, "recommendations")["items"] if one["action"] is None)
    assert http.post(f"{T}/recommendations/{plain['id']}/request").status_code == 422
    assert http.post(f"{T}/recommendations/{plain['insight_id']}.t99/request").status_code == 404
    assert http.post(f"{T}/recommendations/none.t0/request").status_code == 404
    assert http.get(f"{T}/actions/none").status_code == 404
    email, password = user(database, "viewer")
    token = http.post("/api/v1/auth/login", json={"email": email, "password": password}).json()["access_token"]
    mine = {"Authorization": f"Bearer {token}"}
    assert http.post(f"{T}/recommendations/{plain['id']}/request", headers=mine).status_code == 403


@pytest.mark.req("S3-32", "S3-64")
def test_actions_are_gone_while_their_flag_is_off(http: httpx.Client) -> None:
    http.put("/api/v1/flags/analytics_dashboard_enhanced", json={"enabled": False})
    try:
        assert http.get(f"{T}/actions").status_code == 404
        assert http.get(f"{T}/insights").status_code == 200
    finally:
        http.delete("/api/v1/flags/analytics_dashboard_enhanced")


def test_own_templates_speak_before_those_of_the_pack(http: httpx.Client) -> None:
    template = {
        "metric": "temperature.*", "severity": "high", "text": "Ask the crew of {device}. {0.__class__}",
        "action": {"type": "DEVICE_CONTROL", "command": "call", "payload": {"n": 1}},
    }  # fmt: skip
    put = http.put(f"{T}/templates/crew", json=template)
    assert put.status_code == 200, put.text
    try:
        (one,) = get(http, "recommendations", actionable=True)["items"]
        assert (one["text"], one["action"]["command"]) == ("Ask the crew of coach-3. {0.__class__}", "call")
    finally:
        assert http.delete(f"{T}/templates/crew").status_code == 204


@pytest.mark.parametrize(
    "body",
    [
        {"text": ""},
        {"text": "x", "action": {"type": "SELF_DESTRUCT", "command": "x"}},
        {"text": "x", "action": {"type": "DEVICE_CONTROL", "command": "x", "payload": {"a": {}}}},
    ],
)
def test_templates_that_cannot_be_meant_are_refused(http: httpx.Client, body: dict[str, Any]) -> None:
    assert http.put(f"{T}/templates/wrong", json=body).status_code == 422
