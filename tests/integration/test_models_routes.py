"""Reading what scheduled models found: lists, filters, pages; and no reader sees what another tenant has."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from api.query.params import encode
from db import access
from db.forecasts import save_forecasts
from db.insights import save_insights
from db.patterns import save_patterns
from db.pool import connect, open_pool
from db.records import Severity
from tests.integration.alert_rows import new_tenant
from tests.integration.modelling import EVERY, NOW, WINDOW, alive, job, part
from tests.integration.reading import reader, refused
from tests.integration.test_models_findings import forecast, insight, pattern

HOUR_NOW = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)
LISTS = ("insights", "patterns", "forecasts", "models")


@pytest.fixture(scope="module")
def other(database: str) -> tuple[str, str]:
    """Another tenant's key, and the id of its insight; its metric, labels and findings are like those of the first."""
    tenant = new_tenant(database, "other")
    with connect(database) as conn:
        series = alive(conn, "load", tenant=tenant, shard=1, host="a")
        save_insights(conn, tenant, "insights", [insight(series, title="Theirs")], [], NOW)
        save_patterns(conn, tenant, "patterns", [pattern(series, description="Theirs")], [], NOW)
        save_forecasts(conn, [forecast(series, starts=HOUR_NOW)], None)
    return asyncio.run(_key(database, tenant)), insight(series).id(tenant)


async def _key(database: str, tenant: int) -> str:
    pool = await open_pool(database, 1)
    try:
        return (await access.create_key(pool, tenant, "reader", ["read"], None))[1]
    finally:
        await pool.close()


@pytest.fixture(scope="module")
def http(database: str, other: object) -> Iterator[httpx.Client]:
    with connect(database) as conn:
        a, b = alive(conn, "load", host="a"), alive(conn, "load", host="b")
        found = [
            insight(a, "1", severity=Severity.low, confidence=0.5),
            insight(a, "2", severity=Severity.critical, category="cohort", labels={"host": "a"}),
            insight(b, "3", metric="disk", expires_at=NOW),
        ]
        for one in found:
            save_insights(conn, 1, "insights", [one], [], NOW)
        save_patterns(conn, 1, "patterns", [pattern(b, a), pattern(a, pattern_type="cycle", key="24h")], [], NOW)
        save_forecasts(conn, [forecast(one, starts=HOUR_NOW) for one in (a, b)], None)
    with reader(database) as client:
        yield client


def get(http: httpx.Client, path: str, **params: Any) -> dict[str, Any]:
    asked = {name.replace("label_", "label."): value for name, value in params.items()}
    answer = http.get(f"/api/v1/{path}", params=asked)
    assert answer.status_code == 200, answer.text
    return answer.json()


def keys(http: httpx.Client, **params: Any) -> list[tuple[str, str]]:
    return [(item["severity"], item["category"]) for item in get(http, "insights", **params)["items"]]


def test_insights_are_found_by_what_they_say(http: httpx.Client) -> None:
    low, critical, high = ("low", "change"), ("critical", "cohort"), ("high", "change")
    assert keys(http) == [high, critical, low]
    assert keys(http, severity="high") == [high, critical]
    assert keys(http, category="cohort") == [critical]
    assert keys(http, metric="lo*") == [critical, low]
    assert keys(http, min_confidence=0.6) == [high, critical]
    assert keys(http, label_host="a") == [critical]
    assert keys(http, active=True) == [critical, low]
    assert keys(http, active=False) == [high]


def test_insights_come_with_how_many_there_are(http: httpx.Client) -> None:
    page = get(http, "insights", limit=1)
    assert page["total"] == 3
    assert page["severity_distribution"] == {"low": 1, "medium": 0, "high": 1, "critical": 1}
    assert len(get(http, "insights", limit=5, cursor=page["next"])["items"]) == 2


def test_an_insight_is_found_by_its_id(http: httpx.Client, other: tuple[str, str]) -> None:
    listed = get(http, "insights", category="cohort")["items"][0]
    assert get(http, f"insights/{listed['insight_id']}") == listed
    assert (listed["active"], listed["unit"], listed["impact_score"]) == (True, "ms", 0.5)
    assert listed["recommendations"] == ["Look at the deployment."]
    assert "expired" in refused(http, f"/api/v1/insights/{other[1]}", 404)
    for strange in ("it's", "é"):
        assert "expired" in refused(http, f"/api/v1/insights/{strange}", 404)
    assert "NUL" in refused(http, "/api/v1/insights/%00", 422)


def test_patterns_name_their_series_the_leader_first(http: httpx.Client) -> None:
    (pair,) = get(http, "patterns", type="correlation")["items"]
    assert [one["labels"] for one in pair["series"]] == [{"host": "b"}, {"host": "a"}]
    assert pair["correlation_factors"]["r"] == 0.8
    assert len(get(http, "patterns", metric="load")["items"]) == 2
    assert get(http, "patterns", metric="disk*")["items"] == []
    first = get(http, "patterns", limit=1)
    assert get(http, "patterns", cursor=first["next"])["items"] == [pair]


@pytest.mark.req("S3-91")
def test_forecasts_end_at_the_horizon(http: httpx.Client) -> None:
    items = get(http, "forecasts", metric="load")["items"]
    assert [item["labels"]["host"] for item in items] == ["a", "b"]
    assert [point["mean"] for point in items[0]["points"]] == [10.0] * 4
    assert datetime.fromisoformat(items[0]["points"][1]["t"]) == HOUR_NOW + timedelta(hours=1)
    (one,) = get(http, "forecasts", metric="load", label_host="b", horizon=1.0)["items"]
    assert len(one["points"]) == 2
    assert (one["mase"], one["coverage"], one["held"]["points"]) == (0.8, {"80": None, "95": None}, 0)
    assert get(http, "forecasts", cursor=get(http, "forecasts", limit=1)["next"])["items"][0]["labels"] == {"host": "b"}


def test_models_say_how_far_they_are(http: httpx.Client, database: str) -> None:
    def look(item: Any) -> None:
        raise ValueError("no luck")

    assert part(database, job("insights", batch=1), config={"model_part_seconds": 1e-9}) == 2
    (one,) = get(http, "models")["items"]
    assert (one["model"], one["finished_at"], one["interval_seconds"]) == ("insights", None, 900)
    assert one["items"] == {"total": 2, "done": 0, "failed": 0}
    assert part(database, job("insights", look)) == 0
    assert part(database, job("insights", look), shard=1) == 0
    (one,) = get(http, "models")["items"]
    assert one["items"] == {"total": 2, "done": 2, "failed": 2}
    assert (one["error"], one["finished_at"] is None) == ("ValueError: no luck", False)
    assert datetime.fromisoformat(one["next_due"]) == WINDOW + EVERY
    text = http.get("/metrics").text
    assert 'tidewatch_model_left{job="insights",shard="0"} 0.0' in text
    assert 'tidewatch_model_items_total{job="insights",outcome="failed"}' in text


def test_a_tenant_sees_its_own_alone(http: httpx.Client, other: tuple[str, str]) -> None:
    key, theirs_id = other
    with httpx.Client(base_url=http.base_url, headers={"Authorization": f"Bearer {key}"}, timeout=60) as theirs:
        assert [item["title"] for item in get(theirs, "insights")["items"]] == ["Theirs"]
        assert get(theirs, "insights")["total"] == 1
        assert [item["description"] for item in get(theirs, "patterns")["items"]] == ["Theirs"]
        assert len(get(theirs, "forecasts", metric="load")["items"]) == 1
        assert {one["items"]["total"] for one in get(theirs, "models")["items"]} <= {0, 1}
        mine = get(http, "insights")["items"][0]["insight_id"]
        assert theirs.get(f"/api/v1/insights/{mine}").status_code == 404
        assert theirs.get(f"/api/v1/insights/{theirs_id}").status_code == 200


def test_nobody_reads_without_a_key(http: httpx.Client) -> None:
    for path in (*LISTS, "insights/0"):
        assert httpx.get(f"{http.base_url}/api/v1/{path}", timeout=60).status_code == 401


@pytest.mark.parametrize("path", ["insights", "patterns", "forecasts"])
def test_what_makes_no_sense_is_refused(http: httpx.Client, path: str) -> None:
    assert "Start again without it" in refused(http, f"/api/v1/{path}", 400, cursor=encode("alerts", 1))
    assert "NUL" in refused(http, f"/api/v1/{path}", 422, metric="a\0b")
    refused(http, f"/api/v1/{path}", 422, limit=0)
