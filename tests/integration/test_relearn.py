"""Points that come behind the newest of their series: they train, and what was said of their time is said anew."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from ml.offline import score_series
from tests.integration.consuming import MINUTE, SPIKE, Bench, N, now, wave, working
from tests.integration.writing import add_series


@pytest.fixture
def bench(database: str) -> Iterator[Bench]:
    with working(database) as one:
        yield one


def offline(t: np.ndarray, v: np.ndarray) -> list[tuple[Any, ...]]:
    """(opened, last, points, score) of the episodes that a run in order finds."""
    _, c = score_series(t, v)
    over = c.verb == 2
    return list(
        zip(*(getattr(c, name)[over].tolist() for name in ("opened_at", "last_at", "points", "score")), strict=True)
    )


def stored(bench: Bench, series: int) -> list[tuple[Any, ...]]:
    """The same of those that stand."""
    return bench.conn.execute(
        "select (extract(epoch from opened_at) * 1e6)::bigint, (extract(epoch from last_at) * 1e6)::bigint, points,"
        " score from episodes where series_id = %s and state = 'closed' order by 1",
        (series,),
    ).fetchall()


def test_history_after_the_first_live_points_still_trains(bench: Bench) -> None:
    series = add_series(bench.conn, "late history")
    t, v = wave(now())
    v[SPIKE] = 90
    bench.send(series, t[-20:], v[-20:])
    bench.send(series, t[:600], v[:600], history=True)
    bench.send(series, t[600:-20], v[600:-20], history=True)
    assert bench.relearn() == 1
    assert bench.episodes(series) == [(t[SPIKE], "closed", None)]
    assert stored(bench, series) == offline(t, v)
    bench.send(series, t[-1:] + MINUTE, [500.0])
    assert bench.episodes(series)[1:] == [(t[-1] + MINUTE, "open", ["opened"])]


def test_the_state_is_that_of_a_run_in_order(bench: Bench) -> None:
    late, straight = (add_series(bench.conn, "state", come=how) for how in ("late", "in order"))
    t, v = wave(now())
    gone = np.zeros(N, bool)
    gone[100:200] = gone[900] = True
    bench.send(late, t[~gone], v[~gone])
    bench.send(late, t[gone], v[gone])
    bench.send(straight, t, v)
    bench.relearn()
    assert bench.state(late) == bench.state(straight)


def test_a_gap_that_fills_up_retracts_what_was_said_of_it(bench: Bench) -> None:
    series = add_series(bench.conn, "retracted")
    t, v = wave(now())
    wrong = v.copy()
    wrong[SPIKE] = 90
    bench.send(series, t, wrong)
    bench.send(series, t[SPIKE : SPIKE + 1], v[SPIKE : SPIKE + 1])  # a correction
    bench.relearn()
    assert bench.episodes(series) == [(t[SPIKE], "retracted", ["opened", "closed", "retracted"])]
    why = bench.conn.execute("select why from alert_transitions where to_state = 'retracted'").fetchone()
    assert why == ("Late data came in; with it, nothing there is unusual.",)


def test_history_that_was_never_told_is_put_right_in_silence(bench: Bench) -> None:
    series = add_series(bench.conn, "silent")
    t, v = wave(now())
    wrong = v.copy()
    wrong[SPIKE] = 90
    bench.send(series, t, wrong, history=True)
    bench.send(series, t[SPIKE : SPIKE + 1], v[SPIKE : SPIKE + 1], history=True)
    bench.relearn()
    assert bench.episodes(series) == []


def test_what_changes_is_revised(bench: Bench) -> None:
    series = add_series(bench.conn, "revised")
    t, v = wave(now())
    v[SPIKE : SPIKE + 3] = 90, 130, 95
    some = np.delete(np.arange(N), SPIKE + 1)
    bench.send(series, t[some], v[some])
    bench.send(series, t[SPIKE + 1 : SPIKE + 2], v[SPIKE + 1 : SPIKE + 2])
    bench.relearn()
    assert [row[2][-1] for row in bench.episodes(series)] == ["revised"]
    assert stored(bench, series) == offline(t, v)


def test_an_anomaly_that_comes_late_and_is_over_is_remembered(bench: Bench) -> None:
    series = add_series(bench.conn, "found")
    t, v = wave(now())
    bench.send(series, np.delete(t, SPIKE), np.delete(v, SPIKE))
    bench.send(series, t[SPIKE : SPIKE + 1], [90.0])
    bench.relearn()
    assert bench.episodes(series) == [(t[SPIKE], "closed", None)]


@pytest.mark.parametrize(("history", "said"), [(False, ["opened"]), (True, None)])
def test_an_anomaly_that_comes_late_and_goes_on_alerts_unless_it_is_history(
    bench: Bench, history: bool, said: list[str] | None
) -> None:
    series = add_series(bench.conn, "going", history=str(history))
    t, v = wave(now())
    bench.send(series, np.delete(t, slice(N - 4, N - 1)), np.append(v[: N - 4], v[-1]))
    bench.send(series, t[-4:-1], v[-4:-1] + 300, history)
    bench.relearn()
    assert bench.episodes(series) == [(t[-4], "open", said)]


def test_an_open_episode_ends_when_what_opened_it_was_wrong(bench: Bench) -> None:
    series = add_series(bench.conn, "wrong")
    t, v = wave(now())
    bench.send(series, t, np.append(v[:-1], 90.0))
    assert bench.episodes(series) == [(t[-1], "open", ["opened"])]
    bench.send(series, t[-1:], v[-1:])
    bench.relearn()
    assert bench.episodes(series) == [(t[-1], "retracted", ["opened", "retracted"])]
    bench.send(series, t[-1:] + MINUTE, [500.0])
    assert bench.episodes(series)[1:] == [(t[-1] + MINUTE, "open", ["opened"])]


def test_what_was_said_elsewhere_stands(bench: Bench) -> None:
    series = add_series(bench.conn, "elsewhere")
    t, v = wave(now())
    v[SPIKE] = 90
    bench.send(series, t, v)
    bench.conn.execute("update episodes set score = 0.95 where series_id = %s", (series,))
    bench.send(series, t[:1] - MINUTE, [51.0])
    bench.relearn()
    assert bench.episodes(series) == [(t[SPIKE], "closed", ["opened", "closed"])]
    assert stored(bench, series)[0][3] == 0.95


def test_an_exact_double_is_no_news(bench: Bench) -> None:
    series = add_series(bench.conn, "double")
    t, v = wave(now())
    bench.send(series, t, v)
    bench.send(series, t[50:60], v[50:60])
    assert bench.relearn() == 0


@pytest.mark.parametrize("restart", [False, True])
def test_a_consumer_that_dies_leaves_the_queue_and_the_state_as_they_were(bench: Bench, restart: bool) -> None:
    series = add_series(bench.conn, "dies", restart=str(restart))
    t, v = wave(now())
    bench.send(series, np.delete(t, SPIKE), np.delete(v, SPIKE))
    bench.send(series, t[SPIKE : SPIKE + 1], [90.0])
    if restart:
        bench.restart()
    assert bench.relearn() == 1
    bench.restart()
    assert bench.count(series) == N
    assert bench.episodes(series) == [(t[SPIKE], "closed", None)]


def test_a_series_that_knows_more_than_is_read_keeps_what_it_learned(bench: Bench) -> None:
    series = add_series(bench.conn, "old hand")
    t, v = wave(now(), n=3000)
    v[2500] = 90
    bench.send(series, np.delete(t, 2500), np.delete(v, 2500))
    bench.send(series, t[2500:2501], v[2500:2501])
    bench.relearn(1000)
    assert bench.count(series) == 2999
    assert bench.episodes(series) == [(t[2500], "closed", None)]


def test_another_version_of_the_state_learns_from_what_is_stored(bench: Bench) -> None:
    series = add_series(bench.conn, "version")
    t, v = wave(now())
    v[SPIKE] = 90
    bench.send(series, t, v)
    bench.consumer.take([], snapshot=True)
    bench.conn.execute("update detector_state set version = version - 1 where shard = 0")
    bench.restart()
    assert bench.count(series) == 0
    bench.relearn()
    assert bench.episodes(series) == [(t[SPIKE], "closed", ["opened", "closed"])]
    bench.send(series, t[-1:] + MINUTE, [500.0])
    assert bench.episodes(series)[1:] == [(t[-1] + MINUTE, "open", ["opened"])]


def test_bands_of_the_past_follow(bench: Bench) -> None:
    series = add_series(bench.conn, "bands")
    t, v = wave(now())
    bench.send(series, t[600:], v[600:])
    count = "select count(*) from bands where series_id = %s"
    before = bench.conn.execute(count, (series,)).fetchone()
    bench.send(series, t[:600], v[:600], history=True)
    bench.relearn()
    after = bench.conn.execute(count, (series,)).fetchone()
    assert before is not None and after is not None and after[0] >= before[0] + 35


@pytest.mark.parametrize("seed", range(3))
def test_history_in_any_order_says_what_it_says_in_order(bench: Bench, seed: int) -> None:
    dice = np.random.default_rng(seed)
    series = add_series(bench.conn, "any order", seed=str(seed))
    t, v = wave(now(), seed)
    v[[400, 800, 1200]] += [40, -90, 250]
    v[1500:1507] += 25
    parts = np.split(np.arange(N), np.sort(dice.integers(1, N, 12)))
    for at in dice.permutation(len(parts)):
        bench.send(series, t[parts[at]], v[parts[at]], history=True)
        if dice.random() < 0.3:
            bench.relearn()
        if dice.random() < 0.2:
            bench.restart()
    bench.relearn()
    assert stored(bench, series) == offline(t, v)
    assert len(offline(t, v)) >= 2


@pytest.mark.parametrize("seed", range(3))
def test_however_points_come_alerts_say_what_their_episodes_are(bench: Bench, seed: int) -> None:
    dice = np.random.default_rng(100 + seed)
    series = add_series(bench.conn, "alerts", seed=str(seed))
    t, v = wave(now(), seed)
    v[[400, 800, 1200, 1600]] += [40, -90, 250, -600]
    late = dice.random(N) < 0.05
    for part in np.split(np.arange(N), np.sort(dice.integers(1, N, 15))):
        held, sent = part[late[part]], part[~late[part]]
        wrong = v[sent] + np.where(dice.random(len(sent)) < 0.01, 40, 0)
        bench.send(series, t[sent], wrong)
        bench.send(series, t[held], v[held])
        if dice.random() < 0.5:
            bench.send(series, t[sent], v[sent])
            bench.relearn()
    ends = {"open": {"opened", "raised", "revised"}, "closed": {"closed", "revised"}, "retracted": {"retracted"}}
    told = [(state, said) for _, state, said in bench.episodes(series) if said]
    assert len(told) >= 2
    assert [(state, said) for state, said in told if said[-1] not in ends[state] or said[0] != "opened"] == []
    rows = bench.conn.execute(
        "select e.state, x.alert->>'closed_at' is null from episodes e join alerts a on a.episode_id = e.id"
        " join lateral (select * from alert_transitions x where x.alert_id = a.id order by seq desc limit 1) x on true"
        " where e.series_id = %s", (series,),
    ).fetchall()  # fmt: skip
    assert [(state, going) for state, going in rows if going != (state == "open")] == []
