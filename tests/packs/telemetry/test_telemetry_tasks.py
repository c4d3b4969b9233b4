"""Scheduled work of telemetry: figures become metrics, late data change them, old requests go."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from psycopg.types.json import Jsonb

from db.pool import Connection, connect
from db.settings import DatabaseSettings
from tests.integration.consuming import MINUTE, Bench, working
from tests.integration.writing import add_series
from tests.neighbours import twin
from workers.packs import beat
from workers.packs.telemetry.cleanup import days_of, drop_over
from workers.packs.telemetry.figures import record

QUARTER = 15 * MINUTE
NOW = datetime.now(UTC)
WINDOW = int(NOW.timestamp() * 1e6) // QUARTER * QUARTER
"""The one that is not over."""


@pytest.fixture
def bench(database: str) -> Iterator[Bench]:
    with working(database) as one:
        yield one


def document(conn: Connection, kind: str, name: str, body: dict[str, object], **more: object) -> None:
    conn.execute(
        "insert into telemetry_documents (tenant_id, kind, owner, name, body, changed_by, changed_at)"
        " values (1, %s, '', %s, %s, 'ada', coalesce(%s, now()))",
        (kind, name, Jsonb(body), more.get("changed_at")),
    )


def consume(bench: Bench) -> None:
    """What the journal holds, whatever its shard."""
    bench.conn.execute("update journal set shard = 0 where batch is null")
    bench.consumer.take(bench.store.waiting(0, 10**6), snapshot=False)


def written(bench: Bench, name: str) -> list[tuple[int, float]]:
    """(windows before the one that is going on, value) of what was written of a figure."""
    found = bench.conn.execute(
        "select (extract(epoch from t) * 1e6)::bigint, v from samples s join series x on x.id = s.series_id"
        " where x.metric = %s order by t",
        (f"kpi.{name}",),
    ).fetchall()
    return [((WINDOW - t) // QUARTER, v) for t, v in found]


@pytest.mark.req("S3-67")
def test_a_figure_is_written_where_it_is_final_and_again_where_late_data_change_it(bench: Bench, database: str) -> None:
    a, b = add_series(bench.conn, "sun.power"), add_series(bench.conn, "load.power")
    document(bench.conn, "kpi", "share", {"expression": "avg(sun.power) / avg(load.power)", "record": "15m"})
    document(bench.conn, "kpi", "broken", {"expression": "avg(", "record": "15m"})
    document(bench.conn, "kpi", "asked", {"expression": "avg(sun.power)", "record": None})
    t = WINDOW + MINUTE * np.arange(-45, 1, 5, dtype=np.int64)
    bench.send(a, t, np.full(len(t), 6.0))
    bench.send(b, t, np.where(t < WINDOW - 2 * QUARTER, 0.0, 2.0))
    config = DatabaseSettings(database_url=database)
    assert record(config, NOW)["points"] == 2  # three windows are over; in the first there is nothing to divide by
    consume(bench)
    assert written(bench, "share") == [(2, 3.0), (1, 3.0)]
    assert record(config, NOW)["points"] == 0
    bench.send(b, [WINDOW - 3 * QUARTER + MINUTE], [6.0])
    assert record(config, NOW)["points"] == 1
    consume(bench)
    assert written(bench, "share") == [(3, 4.0), (2, 3.0), (1, 3.0)]
    assert written(bench, "asked") == []
    document(bench.conn, "kpi", "odd", {"expression": "avg(sun.power)", "record": "7m"})
    twin(bench.conn, "telemetry_documents")
    said = record(config, NOW)
    assert (said["tenants"], said["failed"], set(said["failures"])) == (2, 2, {"1", "1002"})


@pytest.mark.req("S3-32")
@pytest.mark.parametrize(("enabled", "settings"), [(False, {}), (None, {"enable_background_tasks": False})])
def test_nothing_is_written_while_the_flag_says_so(
    bench: Bench, database: str, enabled: bool | None, settings: dict[str, bool]
) -> None:
    series = add_series(bench.conn, f"off.{enabled}")
    document(bench.conn, "kpi", f"off-{enabled}".lower(), {"expression": f"avg(off.{enabled})", "record": "15m"})
    bench.send(series, WINDOW + MINUTE * np.arange(-20, 1, dtype=np.int64), np.ones(21))
    bench.conn.execute(
        "insert into flags (tenant_id, name, enabled, settings, changed_by)"
        " values (1, 'analytics_dashboard_enhanced', %s, %s, 'ada')",
        (enabled, Jsonb(settings)),
    )
    try:
        assert record(DatabaseSettings(database_url=database), NOW)["points"] == 0
    finally:
        bench.conn.execute("delete from flags; delete from telemetry_documents")


@pytest.mark.req("S3-32", "S3-42")
def test_requests_that_are_over_go_after_the_days_that_the_flag_says(database: str) -> None:
    with connect(database) as conn:
        for name, state, days in (("old", "done", 31), ("new", "done", 29), ("going", "requested", 90)):
            document(conn, "action", name, {"state": state}, changed_at=NOW - timedelta(days=days))
        assert drop_over(conn, NOW)["requests"] == 1
        conn.execute(
            "insert into flags (tenant_id, name, settings, changed_by)"
            " values (1, 'analytics_dashboard_enhanced', '{\"custom_retention_days\": 7}', 'ada')"
        )
        assert drop_over(conn, NOW)["requests"] == 1
        assert conn.execute("select name from telemetry_documents where kind = 'action'").fetchall() == [("going",)]
        conn.execute("delete from flags")


def test_what_one_tenant_says_of_retention_never_stops_the_others() -> None:
    assert [days_of(said) for said in (7, "14", 0.5)] == [7, 14, 0.5]
    assert [days_of(said) for said in ("soon", "nan", -1, None)] == [30] * 4
    assert NOW - timedelta(days=days_of(1e300)) < NOW - timedelta(days=36_000)


@pytest.mark.req("S3-40", "S3-45")
def test_the_beat_runs_this_domains_tasks_and_the_core_keeps_the_documents_intervals() -> None:
    from workers.schedule import BEAT

    lines = beat()
    assert {"write figures", "tell people of alerts", "drop old requests"} <= set(lines)
    every = {name: BEAT[name]["schedule"].total_seconds() for name in ("find insights", "find patterns")}
    assert every == {"find insights": 900, "find patterns": 1800}
    assert BEAT["drop expired findings"]["schedule"].total_seconds() == 3600
