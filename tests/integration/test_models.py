"""Scheduled models over many series: each has its turn, one at a time, and one that breaks spoils no other."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import psycopg
import pytest

from db.model_runs import LostRun, ModelRuns
from db.pool import Connection, connect
from tests.integration.alert_rows import new_tenant
from tests.integration.modelling import EVERY, NOW, WINDOW, alive, job, part


@pytest.fixture(scope="module")
def series(database: str) -> list[str]:
    """Ten live series of shard 0; three that are not worth a look; two of shard 1, one of them another tenant's."""
    other = new_tenant(database, "other")
    with connect(database) as conn:
        ids = [alive(conn, "load", host=str(n)) for n in range(10)]
        alive(conn, "old", newest=NOW - timedelta(days=40))
        alive(conn, "short", points=5)
        alive(conn, "load", shard=1, host="x")
        alive(conn, "load", shard=1, tenant=other, host="x")
    return [str(n) for n in ids]


def items(conn: Connection, name: str, what: str = "item") -> list[Any]:
    found = conn.execute(f"select {what} from model_items where job = %s order by item::text", (name,))
    return [row[0] for row in found]


def run_row(conn: Connection, name: str, shard: int = 0) -> dict[str, Any]:
    with conn.cursor(row_factory=psycopg.rows.dict_row) as cursor:
        row = cursor.execute("select * from model_runs where job = %s and shard = %s", (name, shard)).fetchone()
    assert row
    return row


def test_every_live_series_of_the_shard_has_its_turn_once(database: str, series: list[str]) -> None:
    seen: list[str] = []
    assert part(database, job("once", lambda item: seen.append(item.name))) == 0
    assert sorted(seen) == sorted(series)
    assert part(database, job("once", lambda item: seen.append(item.name))) is None
    assert len(seen) == 10
    with connect(database) as conn:
        row = run_row(conn, "once")
    assert (row["total"], row["done"], row["failed"]) == (10, 10, 0)
    assert row["finished_at"] and row["leased_until"] is None


def test_what_a_part_leaves_the_next_goes_on_with(database: str, series: list[str]) -> None:
    seen: list[str] = []
    one = job("slow", lambda item: seen.append(item.name))
    assert part(database, one, config={"model_part_seconds": 1e-9}) == 10
    assert seen == []
    assert part(database, one) == 0
    assert sorted(seen) == sorted(series)


def test_the_next_window_begins_with_what_waits_longest(database: str, series: list[str]) -> None:
    seen: list[str] = []

    def look(item: Any) -> None:
        seen.append(item.name)
        if len(seen) == 4:
            raise KeyboardInterrupt  # as if the worker were told to go

    with pytest.raises(KeyboardInterrupt):
        part(database, job("cut", look, batch=1))
    assert part(database, job("cut", look), window=WINDOW + EVERY) == 0
    assert set(seen[4:10]) == set(series) - set(seen[:4])
    assert seen[10:] == seen[:4]


def test_a_series_that_breaks_spoils_no_other(
    database: str, series: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    def look(item: Any) -> None:
        if item.name == series[4]:
            raise ZeroDivisionError("by nothing")

    assert part(database, job("breaks", look)) == 0
    with connect(database) as conn:
        assert [e for e in items(conn, "breaks", "error") if e] == ["ZeroDivisionError: by nothing"]
        row = run_row(conn, "breaks")
        assert (row["done"], row["failed"]) == (10, 1)
    assert part(database, job("breaks", look), window=WINDOW + EVERY) == 0
    warned = [r.getMessage() for r in caplog.records if r.name == "tidewatch.models"]
    assert warned == [f"breaks failed on '{series[4]}' of tenant 1: ZeroDivisionError: by nothing"]
    assert part(database, job("breaks"), window=WINDOW + 2 * EVERY) == 0
    with connect(database) as conn:
        assert set(items(conn, "breaks", "error")) == {None}


def test_one_worker_at_a_time_holds_a_run(database: str, series: list[str]) -> None:
    with connect(database) as conn:
        runs = ModelRuns(conn)
        mine = runs.claim("held", 0, WINDOW, EVERY)
        assert mine
        assert runs.claim("held", 0, WINDOW, EVERY) is None
        assert runs.claim("held", 0, WINDOW + EVERY, EVERY) is None
        assert part(database, job("held")) is None
        conn.execute("update model_runs set leased_until = now() - interval '1 s' where job = 'held'")
        assert part(database, job("held")) == 0
        with pytest.raises(LostRun):
            runs.save(mine, [], 0.0)


def test_what_a_killed_worker_was_at_comes_last_and_later(database: str, series: list[str]) -> None:
    with connect(database) as conn:
        runs = ModelRuns(conn)
        mine = runs.claim("killed", 0, WINDOW, EVERY)
        assert mine
        part_of = part(database, job("killed"))  # held: nothing happens
        assert part_of is None
        conn.execute(
            "insert into model_items (job, tenant_id, item, shard) select 'killed', 1, unnest(%s::text[]), 0", (series,)
        )
        taken = {item.name for item in runs.take(mine, 3)}  # and then it is killed
        assert taken.isdisjoint(item.name for item in runs.take(mine, 100))
        assert runs.take(mine, 100) == []
        conn.execute("update model_items set tried_at = now() - interval '11 minutes' where job = 'killed'")
        assert len(runs.take(mine, 100)) == 10


def test_series_that_are_gone_are_no_items_any_more(database: str, series: list[str]) -> None:
    with connect(database) as conn:
        extra = alive(conn, "leaving")
        assert part(database, job("planned")) == 0
        assert str(extra) in items(conn, "planned")
        conn.execute("update series_state set newest = now() - interval '900 days' where series_id = %s", (extra,))
        assert part(database, job("planned"), window=WINDOW + EVERY) == 0
        assert sorted(items(conn, "planned")) == sorted(series)


def test_metrics_that_enough_series_share_are_items_in_one_shard_each(database: str, series: list[str]) -> None:
    for shard in range(4):
        part(database, job("metrics", unit="metric"), shard)
    with connect(database) as conn:
        rows = conn.execute("select tenant_id, item from model_items where job = 'metrics'").fetchall()
    assert rows == [(1, "load")]


def test_few_series_are_one_group_and_many_are_split_by_a_label(
    database: str, series: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for shard in range(4):
        part(database, job("groups", unit="group"), shard)
    monkeypatch.setattr("workers.models.MOST_MEMBERS", 10)
    for shard in range(4):
        part(database, job("smaller", unit="group"), shard)
    with connect(database) as conn:
        assert items(conn, "groups") == [""]
        alive(conn, "disk", host="3")
        for shard in range(4):
            part(database, job("smaller", unit="group"), shard, window=WINDOW + EVERY)
        assert items(conn, "smaller") == ["host=3"]
