"""History trains the detectors and is remembered; nobody is alerted of the past."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import numpy as np
import pytest

from db.journal_codec import pack_points
from db.pool import connect
from db.records import Points
from ml.offline import score_series
from tests.integration.consuming import MINUTE, SPIKE, Bench, N, now, wave, working
from tests.integration.reading import reader
from tests.integration.writing import add_series
from workers.shard import ShardConsumer

DAY = 1440 * MINUTE


@pytest.fixture
def bench(database: str) -> Iterator[Bench]:
    with working(database) as one:
        yield one


def test_history_is_remembered_and_nobody_is_alerted(bench: Bench) -> None:
    series = add_series(bench.conn, "told not")
    t, v = wave(now())
    v[SPIKE] = 90
    bench.send(series, t, v, history=True)
    assert bench.episodes(series) == [(t[SPIKE], "closed", None)]


def test_what_is_old_when_it_comes_is_history_unless_said_otherwise(bench: Bench) -> None:
    series = [add_series(bench.conn, "old", host=str(i)) for i in range(3)]
    t, v = wave(now() - 2 * DAY)
    v[SPIKE] = 90
    for one, history in zip(series, (None, True, False), strict=True):
        bench.send(one, t, v, history)
    said = [bench.episodes(one) for one in series]
    assert said == [[(t[SPIKE], "closed", told)] for told in (None, None, ["opened", "closed"])]


def test_age_counts_from_when_a_point_came_so_a_replay_says_the_same(bench: Bench) -> None:
    series = add_series(bench.conn, "received")
    t, v = wave(now())
    v[SPIKE] = 90
    bench.conn.execute("alter table journal alter received_at set default now() + interval '3 days'")
    bench.send(series, t, v)
    bench.conn.execute("alter table journal alter received_at set default clock_timestamp()")
    assert bench.episodes(series) == [(t[SPIKE], "closed", None)]


def test_an_episode_of_history_that_goes_on_alerts_once_with_live_points(bench: Bench) -> None:
    series = add_series(bench.conn, "goes on")
    t, v = wave(now())
    v[-8:] += 40
    bench.send(series, t[:-4], v[:-4], history=True)
    assert bench.episodes(series) == [(t[-8], "open", None)]
    bench.restart()
    bench.send(series, t[-4:-2], v[-4:-2])
    bench.send(series, t[-2:], v[-2:])
    assert bench.episodes(series) == [(t[-8], "open", ["opened"])]


def test_an_episode_of_history_that_live_points_end_alerts_nobody(bench: Bench) -> None:
    series = add_series(bench.conn, "ends")
    t, v = wave(now())
    v[-14] += 40
    bench.send(series, t[:-10], v[:-10], history=True)
    assert bench.episodes(series) == [(t[-14], "open", None)]
    bench.send(series, t[-10:], v[-10:])
    assert bench.episodes(series) == [(t[-14], "closed", None)]


def test_one_batch_of_both_says_the_same_as_two(bench: Bench) -> None:
    series = add_series(bench.conn, "both")
    t, v = wave(now())
    v[-20:-12] += 40
    half = Points(np.full(N - 16, series, np.int32), t[:-16], v[:-16])
    bench.conn.execute(
        "insert into journal (tenant_id, shard, kind, points, history, payload) values (1, 0, 1, %s, true, %s)",
        (len(half), pack_points(half)),
    )
    bench.send(series, t[-16:], v[-16:])
    assert bench.episodes(series) == [(t[-20], "closed", ["opened", "closed"])]


def test_history_trains(bench: Bench) -> None:
    series = add_series(bench.conn, "trained")
    t, v = wave(now())
    v[-1] = 90
    bench.send(series, t[:-1], v[:-1], history=True)
    bench.send(series, t[-1:], v[-1:])
    assert bench.episodes(series) == [(t[-1], "open", ["opened"])]
    assert score_series(t, v)[1].opened_at.tolist() == [t[-1]]


def test_an_open_window_of_fifteen_minutes_is_no_anomaly(bench: Bench) -> None:
    series = add_series(bench.conn, "unfinished")
    t, v = wave(now() // (15 * MINUTE) * 15 * MINUTE + 2 * MINUTE, n=3000)  # so far three points of fifteen
    for points in np.split(np.arange(3000), [2997, 2998, 2999]):
        bench.send(series, t[points], v[points])
        assert bench.episodes(series) == []


def test_age_is_a_setting(database: str) -> None:
    with connect(database) as conn, connect(database) as own:
        bench = Bench(conn, own)
        bench.consumer = ShardConsumer(bench.store, 0, timedelta(days=10))
        series = add_series(conn, "patient")
        t, v = wave(now() - 2 * DAY)
        v[SPIKE] = 90
        bench.send(series, t, v)
        assert bench.episodes(series) == [(t[SPIKE], "closed", ["opened", "closed"])]


def test_every_way_in_takes_the_word_for_it(database: str) -> None:
    t = now() // 1000
    point = {"points": [{"metric": "said", "t": t, "v": 1}]}
    event = {"event_id": "history", "event_type": "click", "timestamp": t}
    ways = {
        "ingest": {"json": point},
        "write": {"content": f"said v=1 {t}000000"},
        "events": {"json": {"events": [event]}},
    }
    newest = "select history from journal order by id desc limit 1"
    with reader(database) as http, connect(database) as conn:
        for way, body in ways.items():
            for word, kept in (("true", True), ("false", False), ("auto", None)):
                answer = http.post(f"/api/v1/{way}?history={word}", **body)
                assert answer.status_code == 202, answer.text
                assert conn.execute(newest).fetchone() == (kept,)
            assert http.post(f"/api/v1/{way}?history=maybe", **body).status_code == 422
