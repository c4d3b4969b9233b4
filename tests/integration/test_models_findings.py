"""Findings are rows: found again they are revised, found no longer they are closed, in the end they expire."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import numpy as np
import psycopg
import pytest
from psycopg.rows import dict_row

from db.expiry import drop_expired
from db.findings import Looked
from db.forecasts import ForecastRow, save_forecasts, withdraw_forecasts
from db.history import MINUTE_US, Grid
from db.insights import Insight, save_insights
from db.patterns import Found, save_patterns
from db.pool import Connection, connect
from db.records import Severity, to_us
from tests.integration.alert_rows import new_tenant
from tests.integration.modelling import HOUR, NOW, WINDOW, alive

LATER = NOW + timedelta(days=3000)
"""After the clock of the server, whenever this runs."""


def insight(series: int, key: str = "level", item: str = "7", **more: Any) -> Insight:
    """A finding of a model in a series."""
    filled: dict[str, Any] = {
        "item": item, "model": "change_points", "key": key, "category": "change", "title": "A new level",
        "description": "It rose.", "severity": Severity.high, "confidence": 0.9, "impact_score": 0.5, "metric": "load",
        "since": WINDOW, "until": NOW, "expires_at": LATER, "series_id": series, "metadata": {"size": 3.5},
        "recommendations": ["Look at the deployment."],
    } | more  # fmt: skip
    return Insight(**filled)


def pattern(*series: int, **more: Any) -> Found:
    """A pattern of these series."""
    filled: dict[str, Any] = {
        "item": "7", "model": "correlations", "key": "+", "pattern_type": "correlation", "description": "Together.",
        "confidence": 0.99, "frequency": "always", "series_ids": series, "metrics": ["load"] * len(series),
        "since": WINDOW, "until": NOW, "expires_at": LATER, "correlation_factors": {"r": 0.8, "lag_us": 0},
    } | more  # fmt: skip
    return Found(**filled)


def rows(conn: Connection, table: str) -> list[dict[str, Any]]:
    with conn.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(f"select * from {table} order by 2").fetchall()


@pytest.fixture
def conn(database: str) -> Any:
    with connect(database) as one:
        one.execute("delete from insights; delete from patterns; delete from forecasts")
        yield one


@pytest.fixture
def series(conn: Connection) -> int:
    one = conn.execute("select id from series where metric = 'load'").fetchone()
    return one[0] if one else alive(conn, "load")


LOOKED = [Looked("7", "change_points")]


def test_the_same_finding_is_one_row_that_is_revised(conn: Connection, series: int) -> None:
    save_insights(conn, 1, "insights", [insight(series), insight(series, "slope")], LOOKED, NOW)
    first = rows(conn, "insights")
    save_insights(conn, 1, "insights", [insight(series), insight(series, "slope", title="Steeper")], LOOKED, NOW)
    second = rows(conn, "insights")
    assert [row["insight_id"] for row in second] == [row["insight_id"] for row in first]
    assert [row["created_at"] for row in second] == [row["created_at"] for row in first]
    assert [a["revised_at"] == b["revised_at"] for a, b in zip(first, second, strict=True)] == [True, False]
    assert second[0]["metadata"] == {"size": 3.5}
    assert second[0]["recommendations"] == ["Look at the deployment."]


def test_what_is_no_longer_found_is_closed_and_opens_when_it_is_back(conn: Connection, series: int) -> None:
    save_insights(conn, 1, "insights", [insight(series)], LOOKED, NOW)
    save_insights(conn, 1, "insights", [], [Looked("7", "isolation_forest"), Looked("8", "change_points")], NOW)
    assert rows(conn, "insights")[0]["closed_at"] is None, "nobody looked for it"
    save_insights(conn, 1, "insights", [], LOOKED, NOW)
    assert rows(conn, "insights")[0]["closed_at"]
    save_insights(conn, 1, "insights", [insight(series)], LOOKED, NOW)
    assert [row["closed_at"] for row in rows(conn, "insights")] == [None]


@pytest.mark.req("S3-42")
def test_what_expired_goes_or_begins_anew(conn: Connection, series: int) -> None:
    save_insights(conn, 1, "insights", [insight(series, expires_at=NOW), insight(series, "b", expires_at=NOW)], [], NOW)
    old = rows(conn, "insights")
    save_insights(conn, 1, "insights", [insight(series, "b")], LOOKED, NOW + HOUR)
    new = next(row for row in rows(conn, "insights") if row["closed_at"] is None)
    assert new["insight_id"] == old[1]["insight_id"]
    assert (new["id"], new["created_at"]) > (old[1]["id"], old[1]["created_at"])
    save_patterns(conn, 1, "patterns", [pattern(series, expires_at=NOW), pattern(series, key="-")], [], NOW)
    gone = drop_expired(conn, NOW + HOUR)
    assert (gone["insights"], gone["patterns"]) == (1, 1)
    assert [row["expires_at"] for row in rows(conn, "patterns")] == [LATER]
    assert [row["id"] for row in rows(conn, "insights")] == [new["id"]]


@pytest.mark.req("S3-12")
@pytest.mark.parametrize("table", ["insights", "patterns", "forecasts"])
def test_what_expired_goes_in_short_statements_by_an_index(
    conn: Connection, series: int, table: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.findings.CHUNK", 2)
    some = [insight(series, f"old {n}", expires_at=NOW) for n in range(5)]
    save_insights(conn, 1, "insights", [*some, insight(series, "new")], [], NOW)
    assert drop_expired(conn, NOW + HOUR).get("insights") == 5
    assert len(rows(conn, "insights")) == 1
    found = conn.execute("select indexdef from pg_indexes where tablename = %s", (table,)).fetchall()
    assert any("(expires_at)" in text for (text,) in found)


def test_a_tenant_closes_nothing_of_another(conn: Connection, database: str, series: int) -> None:
    other = new_tenant(database, "closer")
    save_insights(conn, 1, "insights", [insight(series)], [], NOW)
    save_insights(conn, other, "insights", [], LOOKED, NOW)
    assert rows(conn, "insights")[0]["closed_at"] is None


@pytest.mark.req("S3-21")
@pytest.mark.parametrize("wrong", [{"confidence": 1.2}, {"impact_score": -0.1}])
def test_shares_are_shares(conn: Connection, series: int, wrong: dict[str, float]) -> None:
    with pytest.raises(psycopg.errors.CheckViolation):
        save_insights(conn, 1, "insights", [insight(series, **wrong)], [], NOW)


def test_a_pair_is_one_pattern_whoever_leads(conn: Connection, series: int) -> None:
    save_patterns(conn, 1, "patterns", [pattern(series, series + 1)], [], NOW)
    save_patterns(conn, 1, "patterns", [pattern(series + 1, series, description="Turned.")], [], NOW)
    (row,) = rows(conn, "patterns")
    assert (row["description"], row["series_ids"]) == ("Turned.", [series + 1, series])
    assert row["correlation_factors"] == {"r": 0.8, "lag_us": 0}
    save_patterns(conn, 1, "patterns", [], [Looked("7", "correlations")], NOW)
    assert rows(conn, "patterns")[0]["closed_at"]


def forecast(series: int, **more: Any) -> ForecastRow:
    """Four hours from WINDOW on: 10, in 8 to 12, in 6 to 14."""
    flat = {
        name: np.full(4, v)
        for name, v in zip(("mean", "lo80", "hi80", "lo95", "hi95"), (10.0, 8, 12, 6, 14), strict=True)
    }
    return replace(ForecastRow(series, "naive", "avg", WINDOW, HOUR, **flat, expires_at=LATER, mase=0.8), **more)


def seen(series: int, *values: float) -> Grid:
    """Hours that end with these, which begin at WINDOW."""
    v = np.r_[np.zeros(3), values][None, :]
    t = to_us(WINDOW) + (np.arange(v.shape[1]) - 3) * 60 * MINUTE_US
    return Grid(np.array([series], np.int32), t, 60 * MINUTE_US, v)


def test_a_forecast_is_judged_by_what_came_when_it_is_replaced(conn: Connection, series: int) -> None:
    save_forecasts(conn, [forecast(series)], None)
    save_forecasts(conn, [forecast(series, starts=WINDOW + 3 * HOUR)], seen(series, 10.0, 13.0, np.nan))
    (row,) = rows(conn, "forecasts")
    assert (row["judged"], row["inside80"], row["inside95"]) == (2, 1, 2)
    save_forecasts(conn, [forecast(series, starts=WINDOW + 4 * HOUR)], seen(series, 10.0, 13.0, np.nan, 99.0))
    save_forecasts(conn, [forecast(series, starts=WINDOW + 5 * HOUR, agg="sum")], seen(series, *[9.0] * 5))
    (row,) = rows(conn, "forecasts")
    assert (row["judged"], row["inside80"], row["inside95"]) == (3, 1, 2)


def test_a_forecast_is_rows_too(conn: Connection, series: int) -> None:
    save_forecasts(conn, [forecast(series)], None)
    points = rows(conn, "forecast_points")
    assert [(p["t"] - WINDOW) // HOUR for p in sorted(points, key=lambda p: p["t"])] == [0, 1, 2, 3]
    assert {(p["mean"], p["lo80"], p["hi80"], p["lo95"], p["hi95"], p["mase"]) for p in points} == {
        (10, 8, 12, 6, 14, 0.8)
    }
    withdraw_forecasts(conn, [series])
    assert rows(conn, "forecasts") == []
