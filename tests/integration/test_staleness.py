"""A series that stopped, or whose points come late, is an episode with an alert; it ends when all is as usual again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from db.arrivals import Arrivals
from db.journal_codec import POINTS, pack_points
from db.pool import Connection, connect
from db.records import Points, to_us
from ml.arrival import Arrival
from ml.stream.clock import Clock
from tests.integration.writing import add_series, leased
from workers.arrivals import run_pass
from workers.shard import ShardConsumer

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
EVERY = timedelta(seconds=30)
SECOND = 1_000_000


@pytest.fixture
def conn(database: str) -> Iterator[Connection]:
    """A database in which nothing is measured yet."""
    with connect(database) as conn:
        conn.execute("delete from listening; delete from lateness; delete from journal; delete from series")
        yield conn


def _send(conn: Connection, series: int, newest: datetime, seen: datetime, points: int = 6000, step: int = 10) -> None:
    """What the pipeline saves of a series that has sent every `step` s until `newest`."""
    t = to_us(newest) + step * SECOND * np.arange(1 - points, 1, dtype=np.int64)
    clock, arrival = Clock(), Arrival()
    clock.state.ensure(1)
    arrival.state.ensure(1)
    arrival.run(clock.run(np.zeros(points, np.int32), t, np.zeros(points)))
    conn.execute(
        "insert into series_state (series_id, newest, step_us, points, seen_at, arrival)"
        " values (%s, %s, %s, %s, %s, %s) on conflict (series_id) do update"
        " set newest = excluded.newest, points = excluded.points, seen_at = excluded.seen_at,"
        " arrival = excluded.arrival",
        (series, newest, step * SECOND, points, seen, arrival.pack(np.array([0]))[0]),
    )


def _listen(conn: Connection, until: datetime) -> None:
    """Passes without a break for two hours."""
    conn.execute(
        "insert into listening (since, passed_at) values (%s, %s)"
        " on conflict (one) do update set passed_at = excluded.passed_at",
        (until - timedelta(hours=2), until),
    )


def _pass(conn: Connection, now: datetime) -> dict[str, int]:
    return run_pass(Arrivals(conn), now, EVERY)[0]


def _said(conn: Connection, series: int) -> list[tuple[str, str]]:
    sql = "select to_state, why from alert_transitions where (alert->>'series_id')::int = %s order by seq"
    return conn.execute(sql, (series,)).fetchall()


def test_a_series_that_stopped_is_said_once_and_closed_when_it_is_back(conn: Connection) -> None:
    series, gone = add_series(conn, "stopped"), NOW - timedelta(minutes=12)
    _send(conn, series, gone, gone)
    _listen(conn, NOW - EVERY)
    assert _pass(conn, NOW) == {"staleness open": 1}
    assert _pass(conn, NOW + EVERY) == {}
    _send(conn, series, NOW + EVERY, NOW + EVERY)
    assert _pass(conn, NOW + 2 * EVERY) == {"staleness close": 1}
    assert _said(conn, series) == [
        ("opened", "No point for 12 min; it used to send every 10 s."),
        ("closed", "It sends again, after 12 min."),
    ]


def test_a_machine_that_stopped_is_named_with_all_that_stopped_with_it(conn: Connection) -> None:
    gone = NOW - timedelta(minutes=12)
    dead = [add_series(conn, f"m{i}", host="a", site="x") for i in range(15)]
    for one in dead:
        _send(conn, one, gone, gone)
    alive = add_series(conn, "m0", host="b", site="x")
    _send(conn, alive, NOW, NOW)
    _listen(conn, NOW - EVERY)
    assert _pass(conn, NOW) == {"staleness open": 15}
    assert _said(conn, dead[3])[0][1].endswith("every 10 s. 14 others with host=a stopped too.")


def test_what_was_filled_in_from_the_past_is_not_stale(conn: Connection) -> None:
    _send(conn, add_series(conn, "backfilled"), NOW - timedelta(days=40), NOW - timedelta(minutes=1))
    _listen(conn, NOW - EVERY)
    assert _pass(conn, NOW) == {}


def test_a_series_that_just_paused_is_not_stale(conn: Connection) -> None:
    pause = NOW - timedelta(seconds=40)
    _send(conn, add_series(conn, "paused"), pause, pause)
    _listen(conn, NOW - EVERY)
    assert _pass(conn, NOW) == {}


def test_silence_counts_from_when_we_listen_again(conn: Connection) -> None:
    gone = NOW - timedelta(hours=3)
    _send(conn, add_series(conn, "while away"), gone, gone)
    conn.execute("insert into listening (since, passed_at) values (%s, %s)", (gone, gone))
    assert _pass(conn, NOW) == {}
    ticks = [_pass(conn, NOW + i * EVERY) for i in range(1, 30)]
    assert ticks.count({"staleness open": 1}) == 1
    assert ticks[0] == {}


def test_nobody_is_silent_while_the_pipeline_is_behind(conn: Connection) -> None:
    gone = NOW - timedelta(minutes=12)
    series = add_series(conn, "waits in the journal")
    _send(conn, series, gone, gone)
    conn.execute(
        "insert into journal (tenant_id, shard, kind, points, payload, received_at) values (1, 0, 1, 0, '', %s)",
        (gone + timedelta(seconds=10),),
    )
    _listen(conn, NOW - EVERY)
    assert _pass(conn, NOW) == {}


def test_points_that_come_later_than_usual_are_late_not_dead(conn: Connection) -> None:
    series = add_series(conn, "late")
    now = NOW - timedelta(hours=1)
    _listen(conn, now - EVERY)
    lags = [3] * 200 + list(range(3, 280, 29)) + [3, 3]
    counts = []
    for i, lag in enumerate(lags):
        now += EVERY
        _send(conn, series, now - timedelta(seconds=lag), now, points=6000 + i)
        counts.append(_pass(conn, now))
    assert [found for found in counts if found] == [{"lateness open": 1}, {"lateness close": 1}]
    assert _said(conn, series)[0][1].startswith("Its points come 61 s late; usually they come within ")


def test_a_source_that_sends_a_batch_an_hour_is_not_dead_between(conn: Connection) -> None:
    series, now = add_series(conn, "batches"), NOW - timedelta(days=1)
    _send(conn, series, now, now)
    _listen(conn, now)
    opened = []
    for _ in range(12 * 12):  # a pass each 5 minutes keeps the test short
        now += timedelta(minutes=5)
        if now.minute == 0:
            _send(conn, series, now, now, points=6000 + 360 * (now.hour + 24 * now.day))
        opened.append((now, run_pass(Arrivals(conn), now, timedelta(minutes=5))[0].get("staleness open", 0)))
    assert sum(n for when, n in opened if when > opened[0][0] + timedelta(hours=4)) == 0


def test_the_pipeline_saves_what_a_pass_reads(conn: Connection, database: str) -> None:
    series, gone = add_series(conn, "through the pipeline"), NOW - timedelta(minutes=12)
    t = to_us(gone) + 10 * SECOND * np.arange(-500, 1, dtype=np.int64)
    points = Points(np.full(len(t), series, np.int32), t, np.zeros(len(t)))
    with leased(database) as (store, _, _):
        conn.execute(
            "insert into journal (tenant_id, shard, kind, points, payload) values (1, 0, %s, %s, %s)",
            (POINTS, len(points), pack_points(points)),
        )
        ShardConsumer(store, 0).take(store.waiting(0, 10**6), snapshot=True)
    conn.execute("update series_state set seen_at = newest")
    _listen(conn, NOW - EVERY)
    assert _pass(conn, NOW) == {"staleness open": 1}
    assert _said(conn, series) == [("opened", "No point for 12 min; it used to send every 10 s.")]
