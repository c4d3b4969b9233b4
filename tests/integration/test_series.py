"""Lists of series and metrics; and no reader sees what another tenant has."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import httpx
import numpy as np
import psycopg
import pytest

from api.query.params import encode
from db import access
from db.pool import open_pool
from tests.integration.alert_rows import new_tenant, raise_alert
from tests.integration.reading import reader, refresh, refused, store
from tests.integration.writing import MINUTE, T0

SERIES = """
insert into series (tenant_id, metric, labels, fingerprint, unit, kind, shard)
values (%s, %s, jsonb_build_object('host', %s::text), convert_to(%s || %s, 'UTF8'), %s, %s, 0) returning id
"""


def add(database: str, tenant: int, metric: str, host: str, unit: str | None = "%", kind: str = "gauge") -> int:
    with psycopg.connect(database) as conn:
        row = conn.execute(SERIES, (tenant, metric, host, metric, host, unit, kind)).fetchone()
    assert row
    return row[0]


@pytest.fixture(scope="module")
def other(database: str) -> tuple[str, int, int]:
    """Another tenant's key, a series and an alert of its own under names that the first tenant uses too."""
    tenant = new_tenant(database, "other")
    series = add(database, tenant, "cpu.load", "a")
    store(database, series, T0 + np.arange(4) * MINUTE, [1000.0] * 4)
    raise_alert(database, tenant=tenant)
    return asyncio.run(_key(database, tenant)), series, tenant


async def _key(database: str, tenant: int) -> str:
    pool = await open_pool(database, 1)
    try:
        return (await access.create_key(pool, tenant, "reader", ["read"], None))[1]
    finally:
        await pool.close()


@pytest.fixture(scope="module")
def http(database: str, other: object) -> Iterator[httpx.Client]:
    for host in "abc":
        series = add(database, 1, "cpu.load", host)
        store(database, series, T0 + np.arange(4) * MINUTE, [1.0, 2.0, 3.0, 4.0])
    add(database, 1, "cpu_load", "a", None)
    add(database, 1, "disk", "a", "B", "counter")
    add(database, 1, "disk", "b", "MB", "counter")
    refresh(database)
    with reader(database) as client:
        yield client


def items(http: httpx.Client, path: str, **params: object) -> list[dict]:
    answer = http.get(path, params=params)
    assert answer.status_code == 200, answer.text
    assert answer.json()["generated_at"]
    return answer.json()["items"]


def names(http: httpx.Client, **params: object) -> list[tuple[str, str]]:
    return [(item["metric"], item["labels"]["host"]) for item in items(http, "/api/v1/series", **params)]


def test_series_are_found_by_metric_and_labels(http: httpx.Client) -> None:
    assert names(http, metric="cpu.load") == [("cpu.load", host) for host in "abc"]
    assert names(http, **{"metric": "*", "label.host": "b"}) == [("cpu.load", "b"), ("disk", "b")]
    assert names(http, metric="nothing") == []


def test_only_the_star_stands_for_anything(http: httpx.Client) -> None:
    assert {name for name, _ in names(http, metric="cpu*")} == {"cpu.load", "cpu_load"}
    assert names(http, metric="cpu_*") == [("cpu_load", "a")]
    assert names(http, metric="%*") == []


def test_a_series_says_what_is_known_of_it(http: httpx.Client, database: str) -> None:
    series = items(http, "/api/v1/series", metric="cpu.load")[0]
    with psycopg.connect(database) as conn:
        conn.execute("insert into series_state values (%s, '2026-01-01T00:03Z', 60000000, 4)", (series["id"],))
    series = items(http, "/api/v1/series", metric="cpu.load")[0]
    assert (series["unit"], series["kind"], series["newest"]) == ("%", "gauge", "2026-01-01T00:03:00+00:00")
    assert (series["step_seconds"], series["stale"]) == (60.0, False)


def test_pages_follow_each_other(http: httpx.Client) -> None:
    seen, cursor = [], None
    while True:
        page = http.get("/api/v1/series", params={"limit": 2} | ({"cursor": cursor} if cursor else {})).json()
        seen += [item["id"] for item in page["items"]]
        if (cursor := page["next"]) is None:
            break
    assert seen == [item["id"] for item in items(http, "/api/v1/series")]
    assert len(seen) == len(set(seen)) == 6


def test_metrics_agree_with_their_series_or_say_nothing(http: httpx.Client) -> None:
    found = {item["metric"]: (item["series"], item["kind"], item["unit"]) for item in items(http, "/api/v1/metrics")}
    assert found == {"cpu.load": (3, "gauge", "%"), "cpu_load": (1, "gauge", None), "disk": (2, "counter", None)}
    first = http.get("/api/v1/metrics", params={"limit": 1}).json()
    assert [m["metric"] for m in items(http, "/api/v1/metrics", cursor=first["next"])] == ["cpu_load", "disk"]


@pytest.mark.parametrize("path", ["series", "metrics", "anomalies", "alerts"])
@pytest.mark.parametrize(
    "cursor",
    ["x", "é", encode("elsewhere", 1), encode("metrics", "\0"), encode("series", "a"), encode("alerts", 10**30)],
)
def test_a_foreign_cursor_is_refused(http: httpx.Client, path: str, cursor: str) -> None:
    assert "Start again without it" in refused(http, f"/api/v1/{path}", 400, cursor=cursor)


@pytest.mark.parametrize("path", ["series", "metrics", "anomalies", "trends", "alerts"])
def test_a_nul_in_a_name_is_refused(http: httpx.Client, path: str) -> None:
    assert "NUL" in refused(http, f"/api/v1/{path}", 422, metric="a\0b")
    assert "NUL" in refused(http, f"/api/v1/{path}", 422, metric="a", **{"label.\0": "b"})


def test_a_tenant_sees_its_own_alone(http: httpx.Client, other: tuple[str, int, int], database: str) -> None:
    key, series, _ = other
    raise_alert(database)
    with httpx.Client(base_url=http.base_url, headers={"Authorization": f"Bearer {key}"}, timeout=60) as theirs:
        assert series in [s["id"] for s in items(theirs, "/api/v1/series")]
        assert [m["metric"] for m in items(theirs, "/api/v1/metrics")] == ["cpu.load"]
        for path in ("alerts", "anomalies", "series"):
            mine, foreign = ({i["id"] for i in items(c, f"/api/v1/{path}")} for c in (http, theirs))
            assert mine and foreign and not mine & foreign
        (alert,) = items(http, "/api/v1/alerts")
        assert theirs.get(f"/api/v1/alerts/{alert['id']}").status_code == 404
        asked = {"metric": "cpu.load", "agg": "max", "from": T0 // 10**6, "to": T0 // 10**6 + 86400}
        totals = [c.get("/api/v1/trends", params=asked).json()["series"][0]["total"] for c in (http, theirs)]
        assert totals == [4.0, 1000.0]
        assert theirs.get("/api/v1/trends", params=asked | {"metric": "disk"}).status_code == 404


def test_nobody_reads_without_a_key(http: httpx.Client) -> None:
    for path in ("series", "metrics", "trends?metric=disk", "anomalies", "alerts", "alerts/1"):
        assert httpx.get(f"{http.base_url}/api/v1/{path}", timeout=60).status_code == 401
