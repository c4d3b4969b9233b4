"""Telemetry as part of the whole: the models' findings become recommendations, indexes, migration while it serves."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import numpy as np
import pytest

from api.packs.telemetry.schemas_found import SystemInsightsResponse
from db.migrate import migrate
from db.packs import registry
from db.pool import connect
from tests.integration.modelling import alive, part, past
from tests.packs.telemetry.fleet import T, client, get
from workers.tasks.insights import INSIGHTS

NOW = datetime.now(UTC)

HOUR = NOW.replace(minute=0, second=0, microsecond=0)


@pytest.fixture(scope="module")
def http(database: str) -> Iterator[httpx.Client]:
    with client(database) as one:
        yield one


@pytest.mark.req("C-04", "S3-10", "S3-41", "S3-60")
def test_what_the_insight_job_finds_comes_with_something_to_do(http: httpx.Client, database: str) -> None:
    rng = np.random.default_rng(4)
    values = np.where(np.arange(600) < 500, 12.6, 11.2) + rng.normal(0, 0.05, 600)
    with connect(database) as conn:
        series = alive(conn, "battery.voltage", newest=NOW, step=timedelta(hours=1), device="coach-3")
    past(database, series, values, until=HOUR)
    assert part(database, INSIGHTS, window=HOUR, now=NOW) == 0
    said = get(http, "insights")
    SystemInsightsResponse.model_validate(said)
    fell = next(one for one in said["insights"] if one["category"] == "change")
    assert (fell["labels"], fell["severity"] in ("high", "critical")) == ({"device": "coach-3"}, True)
    assert datetime.fromisoformat(fell["expires_at"]) == NOW + timedelta(days=7)
    first = fell["recommendations"][0]
    assert first["action"] == {
        "type": "CONFIGURATION_CHANGE", "target_device_id": "coach-3", "command": "set_power_profile",
        "payload": {"profile": "saving"},
    }  # fmt: skip
    assert said["summary"]["worst"] in {one["insight_id"] for one in said["insights"]}
    assert http.post(f"{T}/recommendations/{first['id']}/request").status_code == 201


@pytest.mark.req("S3-23")
@pytest.mark.parametrize(
    ("table", "columns"),
    [("insights", "severity, created_at"), ("patterns", "pattern_type, created_at"), ("samples", "series_id, t"),
     ("series", "metric"), ("telemetry_documents", "kind, changed_at")],
)  # fmt: skip
def test_what_is_looked_up_has_an_index(database: str, table: str, columns: str) -> None:
    with connect(database) as conn:
        found = conn.execute("select indexdef from pg_indexes where tablename = %s", (table,)).fetchall()
    assert any(columns in row[0] for row in found), found


NEW_PACK = """
name = "later"
title = "Later"
description = "What a new version brings."
[[flags]]
name = "later_feature"
title = "Later"
description = "Off until somebody switches it on."
enabled = false
[[tables]]
name = "later_things"
"""


@pytest.mark.req("S3-83")
def test_a_migration_disturbs_nobody_and_what_it_brings_waits_behind_its_flag(
    http: httpx.Client, database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "later").mkdir()
    (tmp_path / "later" / "pack.toml").write_text(NEW_PACK)
    (tmp_path / "later" / "schema.sql").write_text("create table later_things (tenant_id int not null);")
    over, answers = threading.Event(), list[int]()

    def ask() -> None:
        with httpx.Client(base_url=http.base_url, headers=http.headers, timeout=60) as mine:
            while not over.is_set():
                answers.append(mine.get(f"{T}/insights").status_code)

    asking = threading.Thread(target=ask)
    asking.start()
    try:
        monkeypatch.setenv("TIDEWATCH_PACKS", str(tmp_path))
        registry.forget()
        assert migrate(database)[1] == ["later/schema.sql"]
        with client(database) as newer:  # the new version beside the old one, on the same database
            assert newer.get("/api/v1/flags/later_feature").json()["on"] is False
            assert newer.put("/api/v1/flags/later_feature", json={"enabled": True}).json()["on"] is True
            while len(answers) < 20:
                assert asking.is_alive()
    finally:
        over.set()
        asking.join(20)
        registry.forget()
    assert set(answers) == {200}
    monkeypatch.delenv("TIDEWATCH_PACKS")
    registry.forget()
    with client(database) as older:  # and back: the older version works on what the newer one has made
        assert older.get("/api/v1/flags/later_feature").status_code == 404
        assert older.get(f"{T}/insights").status_code == 200


@pytest.mark.req("S3-84")
def test_every_route_asks_who_it_is_and_is_behind_the_flag(http: httpx.Client) -> None:
    paths = [
        (path, method)
        for path, methods in http.get("/openapi.json").json()["paths"].items()
        if path.startswith(T)
        for method in methods
    ]
    assert len(paths) > 30
    for path, method in paths:
        plain = path.replace("{", "").replace("}", "")
        assert httpx.request(method, f"{http.base_url}{plain}", timeout=60).status_code == 401, path
    http.put("/api/v1/flags/analytics_dashboard", json={"enabled": False})
    try:
        for path, method in paths:
            plain = path.replace("{", "").replace("}", "")
            gone = http.request(method, plain, json={} if method in ("put", "post", "patch") else None)
            assert (gone.status_code, gone.json()["detail"]) == (404, "Analytics dashboard disabled"), path
    finally:
        http.delete("/api/v1/flags/analytics_dashboard")
