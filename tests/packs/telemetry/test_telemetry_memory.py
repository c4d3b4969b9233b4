"""Telemetry without any database: the same routes, levels and figures, from what one process holds."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator

import numpy as np
import pytest
from websockets.sync.client import connect as live_connect

from db.memory.findings import MemoryKeeper
from tests.memory_mode import Running, serving_memory
from tests.packs.telemetry.fleet import T
from tests.serving import KEY
from tests.store_suite_people import insight

pytestmark = pytest.mark.req("S3-01")
NOW = time.time_ns() // 1_000_000_000 // 900 * 900
"""Where the window that is going on begins, s."""


@pytest.fixture(scope="module")
def tide() -> Iterator[Running]:
    with serving_memory() as running:
        yield running


def minutes(n: int) -> list[int]:
    return [(NOW - 60 * (n - i)) * 1000 for i in range(n)]


@pytest.mark.req("S3-33", "S3-50", "S3-93")
def test_trends_cycles_and_fleets_are_worked_out_from_memory(tide: Running) -> None:
    rng = np.random.default_rng(5)
    values = {f"coach-{n}": (20 + n + rng.normal(0, 0.1, 60)).round(3).tolist() for n in (1, 2, 3)}
    for device, v in values.items():
        tide.send("cabin", minutes(60), v, device=device)
    tide.processed()
    said = tide.get(f"{T}/trends", metrics="cabin", hours=2, group_by="device", resolution="15m")
    assert said["summary"]["points"] == 180
    assert [data["stats"]["mean"] for data in said["metrics"].values()] == [
        pytest.approx(np.mean(v)) for v in values.values()
    ]
    fleet = tide.get(f"{T}/fleet/overview", metric="cabin", hours=2)["items"]
    assert {one["device"]: one["v"] for one in fleet} == {d: pytest.approx(np.mean(v)) for d, v in values.items()}
    assert tide.get(f"{T}/correlations", metrics="cabin", group_by="device", hours=2)["matrix"][0][0] == 1.0
    assert len(tide.get(f"{T}/cycles", metric="cabin", hours=2)["profile"]) == 24
    tide.http.put("/api/v1/flags/analytics_dashboard", json={"enabled": False})
    assert tide.http.get(f"{T}/trends").status_code == 404
    tide.http.delete("/api/v1/flags/analytics_dashboard")


@pytest.mark.req("S3-52", "S3-66")
def test_a_reading_is_recorded_read_back_and_told_of_at_its_level(tide: Running) -> None:
    assert tide.http.put(f"{T}/thresholds/hot", json={"metric": "heat", "warn_above": 80}).status_code == 200
    with live_connect(tide.live) as socket:
        socket.send(json.dumps({"type": "auth", "token": KEY}))
        seq = json.loads(socket.recv())["seq"]
        socket.send(json.dumps({"type": "subscribe", "after": seq, "metric": "heat"}))
        deadline = time.monotonic() + 60
        heard: dict[str, object] = {}
        while heard.get("type") != "alert":
            assert time.monotonic() < deadline
            reading = {"value": 85, "metadata": {"device": "a"}}  # the policy is in force within a second
            assert tide.http.post(f"{T}/metrics/heat", json=reading).json()["accepted"] == 1
            heard = json.loads(socket.recv())
    assert (heard["alert"]["kind"], heard["alert"]["severity"]) == ("threshold", "medium")
    tide.processed()
    newest = tide.get(f"{T}/metrics/heat")["items"][0]
    assert (newest["value"], newest["metadata"]) == (85.0, {"device": "a"})


@pytest.mark.req("S3-67", "S3-69")
def test_figures_and_layouts_live_in_the_process(tide: Running) -> None:
    tide.send("sun", minutes(30), [6.0] * 30)
    tide.send("load", minutes(30), [2.0] * 30)
    tide.processed()
    figure = {"title": "Share", "expression": "avg(sun) / avg(load)"}
    assert tide.http.put(f"{T}/kpis/share", json=figure).status_code == 200
    values = tide.get(f"{T}/kpis/share/values", hours=1, resolution="15m")
    assert {point["v"] for point in values["points"] if point["v"] is not None} == {3.0}
    assert tide.http.put(f"{T}/layouts/home", json={"a": 1}, headers={"If-None-Match": "*"}).status_code == 200
    assert tide.http.put(f"{T}/layouts/home", json={"a": 2}, headers={"If-None-Match": "*"}).status_code == 412
    assert tide.get(f"{T}/layouts/home")["layout"] == {"a": 1}


@pytest.mark.req("S3-51", "S3-62", "S3-64", "S3-65")
def test_an_insight_of_memory_is_pushed_and_its_action_asked_for(tide: Running) -> None:
    memory = tide.app.memory
    with live_connect(tide.live) as socket:
        socket.send(json.dumps({"type": "auth", "token": KEY}))
        socket.send(json.dumps({"type": "subscribe"}))
        assert json.loads(socket.recv())["type"] == "ready"
        time.sleep(0.5)  # the look at what was there before: it is not told
        found = insight("hot", "It is hot", labels={"device": "coach-3"})
        with memory.transaction():
            MemoryKeeper(memory).insights(1, "job", [found], [], memory.now())
        deadline = time.monotonic() + 60
        while (heard := json.loads(socket.recv(timeout=60)))["type"] != "insight":
            assert time.monotonic() < deadline
    assert heard["insight"]["title"] == "It is hot"
    (one,) = [row for row in tide.get(f"{T}/insights")["insights"] if row["title"] == "It is hot"]
    assert tide.get(f"{T}/recommendations")["items"] == []  # nothing fits a high one without advice of its own
    action = {"type": "DEVICE_CONTROL", "command": "cool"}
    body = {"metric": "*", "severity": "high", "text": "Cool {device}.", "action": action}
    assert tide.http.put(f"{T}/templates/cool", json=body).status_code == 200
    (offered,) = tide.get(f"{T}/recommendations")["items"]
    assert (offered["insight_id"], offered["text"]) == (one["insight_id"], "Cool coach-3.")
    made = tide.http.post(f"{T}/recommendations/{offered['id']}/request")
    assert (made.status_code, made.json()["state"]) == (201, "requested")
