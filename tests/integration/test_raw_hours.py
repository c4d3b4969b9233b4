"""Raw points by the hour: the edge keeps half a day of them, and rollups for a month."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from bench.memory_edge import run
from cli.memory_profile import EDGE, database_settings
from db.memory.settings import MemorySettings
from db.pool import connect
from tests.engines import Server, fresh_database
from tests.integration.reading import reader, refresh, store, trend, upkeep
from tests.integration.writing import add_series
from workers.settings import WorkerSettings

HOUR = 3_600_000_000
END = int(datetime.now(UTC).timestamp()) // 3600 * HOUR


@pytest.mark.req("S3-42")
def test_raw_hours_go_when_rollups_hold_them_and_trends_stay_the_same(database: str) -> None:
    with connect(database) as conn:
        series = add_series(conn, "edge")
    t = END - 30 * HOUR + 60_000_000 * np.arange(30 * 60)
    v = np.random.default_rng(1).integers(0, 100, len(t)).astype(float)
    store(database, series, t, v)
    with connect(database) as conn:
        now = datetime.fromtimestamp(END / 1e6, UTC)
        keep = upkeep(conn, keep_raw_hours=12)
        keep.drop_expired(now)
        assert conn.execute("select count(*) from samples").fetchone() == (1800,)  # no rollup holds them yet
        refresh(database)
        assert keep.drop_expired(now)["samples"] == 18 * 60
        keep.drop_expired(now + timedelta(hours=1))
        assert conn.execute('select count(*), min(s.t) >= max("to") from dropped_ranges, samples s').fetchone() == (
            11 * 60,
            True,
        )
    with reader(database) as http:
        asked = {"from_": str(END // 10**6 - 31 * 3600), "bucket": "15m"}
        assert trend(http, "edge", agg="sum", **asked)["series"][0]["total"] == v.sum()
        assert trend(http, "edge", agg="count", **asked)["series"][0]["total"] == 1800


@pytest.mark.req("S3-74")
def test_the_profile_stays_small_day_after_day(server: Server) -> None:
    """Two days of five metrics; a month of fifty: `python -m bench.memory_edge` (82 MB at most)."""
    with fresh_database(server) as url, connect(url) as conn:
        empty = conn.execute("select pg_database_size(current_database())").fetchone()
        largest = run(url, days=2, metrics=5)
    assert empty is not None
    assert largest - empty[0] < 20e6


@pytest.mark.req("S3-10")
def test_a_month_of_metrics_and_a_week_of_insights_are_the_defaults(monkeypatch: pytest.MonkeyPatch) -> None:
    assert database_settings().keep_15m_days == 30
    assert WorkerSettings().insight_days == 7
    assert EDGE["keep_raw_hours"] * 3600 > MemorySettings().memory_retention_hours * 3600
    monkeypatch.setenv("TIDEWATCH_KEEP_15M_DAYS", "90")
    assert database_settings().keep_15m_days == 90
