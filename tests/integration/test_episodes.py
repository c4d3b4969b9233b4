"""Episodes and alerts as readers see them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import httpx
import psycopg
import pytest

from db.pool import connect
from tests.integration.reading import reader, refused
from tests.integration.writing import add_series, change, leased, work

EPISODE = """
insert into episodes (tenant_id, series_id, state, severity, opened_at, last_at, closed_at, score, peak_at, detector,
reason) values (1, %s, %s, %s, %s, %s, %s, 0.99, %s, 'test', 'because') returning id
"""
JAN = datetime(2026, 1, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture(scope="module")
def ids(database: str) -> dict[str, int]:
    """Episodes by name: low (00-01 h), high (02-03 h), critical (open since 04 h)."""
    with connect(database) as conn:
        a, b = (add_series(conn, metric, host="a") for metric in ("cpu.load", "disk.free"))
    rows = {
        "low": (a, "closed", "low", JAN, JAN + HOUR, JAN + HOUR),
        "high": (b, "closed", "high", JAN + 2 * HOUR, JAN + 3 * HOUR, JAN + 3 * HOUR),
        "critical": (a, "open", "critical", JAN + 4 * HOUR, JAN + 4 * HOUR, None),
    }
    with psycopg.connect(database) as conn:
        return {name: conn.execute(EPISODE, (*row, row[3])).fetchone()[0] for name, row in rows.items()}


@pytest.fixture(scope="module")
def http(database: str, ids: dict[str, int]) -> Iterator[httpx.Client]:
    with reader(database) as client:
        yield client


def test_newest_come_first_with_their_series(http: httpx.Client, ids: dict[str, int]) -> None:
    page = http.get("/api/v1/anomalies").json()
    assert [item["id"] for item in page["items"]] == [ids["critical"], ids["high"], ids["low"]]
    first = page["items"][0]
    assert (first["metric"], first["labels"], first["state"], first["closed_at"]) == (
        "cpu.load",
        {"host": "a"},
        "open",
        None,
    )
    assert first["opened_at"] == "2026-01-01T04:00:00+00:00"
    assert page["next"] is None and page["generated_at"]


@pytest.mark.parametrize(
    ("asked", "names"),
    [({"severity": "high"}, ["critical", "high"]), ({"state": "closed"}, ["high", "low"]),
     ({"metric": "disk.*"}, ["high"]), ({"label.host": "a", "metric": "cpu.load"}, ["critical", "low"]),
     ({"metric": "no"}, []),
     ({"from": "2026-01-01T01:30:00Z"}, ["critical", "high"]), ({"to": "2026-01-01T02:00:00Z"}, ["low"]),
     ({"from": "2026-01-01T02:30:00Z", "to": "2026-01-01T02:31:00Z"}, ["high"])],
)  # fmt: skip
def test_filters_narrow_the_list(http: httpx.Client, ids: dict[str, int], asked: dict, names: list[str]) -> None:
    found = http.get("/api/v1/anomalies", params=asked).json()["items"]
    assert [item["id"] for item in found] == [ids[name] for name in names]


def test_pages_of_episodes_follow_each_other(http: httpx.Client, ids: dict[str, int]) -> None:
    first = http.get("/api/v1/anomalies", params={"limit": 2}).json()
    second = http.get("/api/v1/anomalies", params={"limit": 2, "cursor": first["next"]}).json()
    assert [item["id"] for item in first["items"] + second["items"]] == sorted(ids.values(), reverse=True)
    assert second["next"] is None


@pytest.mark.parametrize("asked", [{"severity": "awful"}, {"from_": 2_000_000_000, "to": 1_900_000_000}, {"limit": 0}])
def test_a_bad_filter_is_refused(http: httpx.Client, asked: dict) -> None:
    assert refused(http, "/api/v1/anomalies", 422, **asked)


def test_an_alert_stands_as_its_newest_change_and_keeps_its_history(http: httpx.Client, database: str) -> None:
    with leased(database) as (store, conn, batch):
        series = add_series(conn, "alerted")
        store.commit(work(batch + 1, changes=[change("open", series, severity="medium")]))
        store.commit(work(batch + 2, changes=[change("raise", series, severity="critical")]))
    (alert,) = http.get("/api/v1/alerts", params={"severity": "high"}).json()["items"]
    assert (alert["state"], alert["severity"], alert["metric"]) == ("raised", "critical", "alerted")
    history = http.get(f"/api/v1/alerts/{alert['id']}").json()
    assert [(t["state"], t["severity"]) for t in history["transitions"]] == [
        ("opened", "medium"),
        ("raised", "critical"),
    ]
    assert history["alert"] == alert


def test_an_unknown_alert_is_not_found(http: httpx.Client) -> None:
    assert refused(http, "/api/v1/alerts/999999", 404)
