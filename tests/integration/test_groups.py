"""A group of series has one score; an episode of it names who carries it, and the next pass goes on where one ended."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from db.engine import recorded
from db.groups import Groups
from db.partitions import Weeks
from db.pool import Connection, connect
from db.records import Points, to_us
from db.samples import copy_samples
from tests.integration.alert_rows import new_tenant
from tests.integration.reading import reader
from tests.integration.writing import add_series
from tests.neighbours import neighbour, spoiled
from workers.each_tenant import EachTenant
from workers.groups import LATE_US, run_groups

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
STEP = 60_000_000
N, AT = 1800, 1770


@pytest.fixture
def conn(database: str) -> Iterator[Connection]:
    """A database in which nothing is measured yet."""
    with connect(database) as conn:
        conn.execute("delete from groups; delete from samples; delete from series")
        yield conn


def _machine(conn: Connection, host: str, seed: int, **fault: float) -> list[int]:
    """Six metrics of a machine, a point a minute until NOW; `fault`: what is added to a metric at AT for 3 minutes."""
    g = np.random.default_rng(seed)
    load, ids = g.normal(size=N), []
    t = to_us(NOW) - STEP * np.arange(N, dtype=np.int64)[::-1]
    engine = recorded(conn)
    assert engine is not None
    Weeks(engine).ensure(conn, "samples", t)
    for metric in ("cpu.load", "disk.io", "mem.used", "net.errors", "net.in", "net.out"):
        v = 50 + 0.5 * load + g.normal(size=N)
        v[AT : AT + 3] += fault.get(metric.replace(".", "_"), 0.0)
        ids.append(add_series(conn, metric, host=host))
        with conn.transaction():
            copy_samples(conn, Points(np.full(N, ids[-1], np.int32), t, v), compress=False)
        conn.execute(
            "insert into series_state (series_id, newest, step_us, points) values (%s, %s, %s, %s)",
            (ids[-1], NOW, STEP, N),
        )
    return ids


def _catch_up(conn: Connection, now: datetime) -> dict[str, int]:
    """Passes until nothing is left to judge."""
    total: dict[str, int] = {}
    for _ in range(8):
        for verb, n in run_groups(Groups(conn), now)[0].items():
            total[verb] = total.get(verb, 0) + n
    return total


def test_a_machine_whose_metrics_leave_together_has_one_episode_that_names_them(conn: Connection) -> None:
    _machine(conn, "a", 1, cpu_load=12, net_errors=-9)
    _machine(conn, "b", 2)
    assert _catch_up(conn, NOW) == {"open": 1, "close": 1}
    [(metric, labels, kind, reason, told)] = conn.execute(
        "select s.metric, s.labels, e.kind, e.reason, exists (select from alerts a where a.episode_id = e.id)"
        " from episodes e join series s on s.id = e.series_id"
    ).fetchall()
    assert (metric, labels, kind, told) == ("__group__", {"host": "a"}, "anomaly", True)
    assert reason.startswith("host a: ") and reason.endswith(" % carry it.")
    assert "cpu.load 50 %" in reason and "net.errors 50 %" in reason


def test_passes_go_on_where_the_last_one_ended(conn: Connection) -> None:
    _machine(conn, "a", 1, cpu_load=12, net_errors=-9)
    slow = [_catch_up(conn, NOW - timedelta(minutes=m)) for m in (40, 31, 22, 13, 4, 0)]
    assert {"open": 1} in slow or {"open": 1, "close": 1} in slow
    cut = conn.execute("select until, state, opened_at, peak, carriers from groups").fetchall()
    conn.execute("delete from groups; delete from episodes")
    _catch_up(conn, NOW)
    assert conn.execute("select until, state, opened_at, peak, carriers from groups").fetchall() == cut


def test_a_late_member_is_waited_for_and_then_left_out(conn: Connection) -> None:
    ids = _machine(conn, "a", 3)
    conn.execute("delete from samples where series_id = %s and t > %s", (ids[0], NOW - timedelta(minutes=30)))
    _catch_up(conn, NOW)
    [(until,)] = conn.execute("select until from groups").fetchall()
    assert until == NOW - timedelta(microseconds=max(LATE_US, 2 * STEP))


def test_a_new_member_joins_and_the_others_keep_what_they_know(conn: Connection) -> None:
    ids = _machine(conn, "a", 4)
    _catch_up(conn, NOW - timedelta(minutes=20))
    extra = add_series(conn, "gpu.load", host="a")
    conn.execute(
        "insert into series_state (series_id, newest, step_us, points) values (%s, %s, %s, 9)", (extra, NOW, STEP)
    )
    _catch_up(conn, NOW)
    [(members, score)] = conn.execute("select members, score from groups").fetchall()
    assert members == [*ids, extra]
    assert score is not None


def test_a_tenant_whose_groups_cannot_be_kept_stops_no_other(conn: Connection) -> None:
    _machine(conn, "a", 1)
    _machine(conn, "b", 2)
    other, each = neighbour(conn), EachTenant("groups")
    conn.execute("update series set tenant_id = %s where labels ->> 'host' = 'b'", (other,))
    with spoiled(conn, "groups"):
        run_groups(Groups(conn), NOW, each)
    assert each.failures("failed") == {"failed": 1, "failures": {"1": "RaiseException"}}
    judged = conn.execute("select tenant_id, state is not null from groups order by 1").fetchall()
    assert judged == [(1, False), (other, True)]


def test_series_without_a_grouping_label_are_in_no_group(conn: Connection) -> None:
    for metric in ("a", "b"):
        one = add_series(conn, metric, city="x")
        conn.execute("insert into series_state (series_id, newest, step_us, points) values (%s, %s, 1, 9)", (one, NOW))
    assert _catch_up(conn, NOW) == {}
    conn.execute("update tenants set group_labels = '{city}'")
    _catch_up(conn, NOW)
    assert conn.execute("select label, value from groups").fetchall() == [("city", "x")]
    conn.execute("update tenants set group_labels = default")


def test_a_damaged_state_is_learned_anew(conn: Connection) -> None:
    _machine(conn, "a", 5)
    _catch_up(conn, NOW - timedelta(minutes=20))
    conn.execute("update groups set state = '\\x0100000001'")
    _catch_up(conn, NOW)
    [(until,)] = conn.execute("select until from groups").fetchall()
    assert until == NOW - timedelta(microseconds=2 * STEP)


def test_groups_are_listed_to_their_own_tenant_alone(conn: Connection, database: str) -> None:
    _machine(conn, "a", 1, cpu_load=12, net_errors=-9)
    _catch_up(conn, NOW)
    other = new_tenant(database, "other groups")
    with reader(database) as http:
        [group] = http.get("/api/v1/groups").json()["items"]
        assert (group["label"], group["value"], len(group["members"])) == ("host", "a", 6)
        assert {who["metric"] for who in group["carriers"]} >= {"cpu.load", "net.errors"}
        assert (group["opened_at"], group["step_seconds"]) == (None, 60.0)
        assert http.get("/api/v1/anomalies", params={"metric": "__group__"}).json()["items"][0]["detector"] == "group"
        conn.execute("update groups set tenant_id = %s", (other,))
        assert http.get("/api/v1/groups").json()["items"] == []
