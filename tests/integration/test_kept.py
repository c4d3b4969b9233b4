"""After retention: trends are still there, raw answers say that they are not, and nothing is answered by half."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import httpx
import numpy as np
import pytest

from db.pool import connect
from db.records import QUARTER_US, to_us
from tests.integration.reading import reader, refresh, refused, store, trend, upkeep
from tests.integration.writing import MINUTE, add_series

DAY = 96 * QUARTER_US
NOW = to_us(datetime.now(UTC))
OLD = NOW // DAY * DAY - 90 * DAY
"""90 days before today: raw points of that time are dropped."""
FROM, TO = OLD // 1_000_000, OLD // 1_000_000 + 3 * 86400


@pytest.fixture(scope="module")
def http(database: str) -> Iterator[httpx.Client]:
    with connect(database) as conn:
        series, fresh = add_series(conn, "old"), add_series(conn, "fresh")
    store(database, series, OLD + np.arange(0, 3 * DAY, 10 * MINUTE), np.arange(432.0))
    store(database, fresh, NOW - np.arange(1, 9) * MINUTE, np.arange(8.0))
    refresh(database)
    with connect(database) as conn:
        dropped = upkeep(conn, keep_raw_days=30, spare_written_days=0).drop_expired(datetime.now(UTC))
        assert dropped["samples"] >= 1
    with reader(database) as client:
        yield client


@pytest.mark.req("S3-10")
def test_the_trend_outlives_its_raw_points(http: httpx.Client) -> None:
    answer = trend(http, "old", agg="sum", from_=FROM, to=TO, bucket="day", timezone="Asia/Kathmandu")
    assert answer["series"][0]["total"] == np.arange(432.0).sum()
    assert answer["source"] == "samples_15m"


@pytest.mark.parametrize("asked", [{"agg": "p95", "bucket": "day"}, {"bucket": "raw"}])
def test_what_needs_raw_points_says_that_they_are_gone(http: httpx.Client, asked: dict) -> None:
    assert "dropped by retention" in refused(http, "/api/v1/trends", 422, metric="old", from_=FROM, to=TO, **asked)


def test_a_series_that_lost_nothing_is_answered(http: httpx.Client) -> None:
    answer = trend(http, "fresh", agg="p95", from_=FROM, bucket="month")
    assert answer["series"][0]["total"] == pytest.approx(np.quantile(np.arange(8.0), 0.95))


def test_a_ragged_beginning_moves_to_where_a_rollup_begins(http: httpx.Client) -> None:
    answer = trend(http, "old", agg="count", from_=FROM + 1000, to=TO, bucket="1h")
    assert answer["from"] == datetime.fromtimestamp(FROM + 900, UTC).isoformat()
    assert answer["series"][0]["total"] == 430
    assert "moved back" in answer["warnings"][0]


def test_a_ragged_end_in_lost_time_is_not_guessed(http: httpx.Client) -> None:
    says = refused(http, "/api/v1/trends", 422, metric="old", agg="count", from_=FROM, to=TO - 1000, bucket="1h")
    assert "dropped by retention" in says


def test_auto_takes_quarters_where_raw_points_are_gone(http: httpx.Client) -> None:
    answer = trend(http, "old", from_=FROM, to=FROM + 3600)
    assert (answer["bucket"], len(answer["series"][0]["points"])) == ("15m", 4)


def test_the_end_of_an_old_series_is_known(http: httpx.Client) -> None:
    answer = trend(http, "old", agg="sum", time_range="all", bucket="month")
    assert answer["series"][0]["total"] == np.arange(432.0).sum()


@pytest.mark.parametrize(("zone", "status"), [("UTC", 200), ("Asia/Kathmandu", 422)])
def test_lost_quarters_are_missed_by_zones_that_need_them(
    http: httpx.Client, database: str, monkeypatch: pytest.MonkeyPatch, zone: str, status: int
) -> None:
    monkeypatch.setenv("TIDEWATCH_KEEP_15M_DAYS", "1")
    with connect(database) as conn:
        upkeep(conn).drop_expired(datetime.now(UTC))
    asked = {"metric": "old", "agg": "sum", "from": FROM, "to": TO, "bucket": "day", "timezone": zone}
    with reader(database) as other:
        answer = other.get("/api/v1/trends", params=asked)
    assert answer.status_code == status, answer.text
    said = answer.json()
    assert said["series"][0]["total"] == np.arange(432.0).sum() if status == 200 else "timezone=UTC" in said["detail"]
