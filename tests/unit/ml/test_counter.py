"""Counters are judged by their rate; a reset is no news."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ml.offline import score_series
from ml.stream import counter as module
from ml.stream.counter import Counter
from ml.types import OPEN
from ml.watch import Watch
from tests.ml_series import STEP, in_plain_python, times

N = 1500
SECONDS = STEP / 1e6
ROW = np.zeros(1, np.int32)


def grown(seed: int = 1, resets: int = 0) -> np.ndarray:
    """A counter that grows by about 100 a second, with resets at random moments within steps."""
    dice = np.random.default_rng(seed)
    growth = dice.normal(100, 5, N) * SECONDS
    v = np.cumsum(growth)
    for at in np.sort(dice.choice(np.arange(10, N), resets, replace=False)):
        v[at:] -= v[at] - growth[at] * dice.uniform()
    return v


def rates(t: np.ndarray, v: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """What one counter gives the detectors."""
    one = Counter()
    one.mark(ROW)
    said = one.run(np.zeros(len(v), np.int32), t, np.asarray(v, float))
    assert said is not None
    return said


def test_growth_becomes_a_rate_and_a_gap_spreads() -> None:
    t = 10**15 + 1_000_000 * np.array([0, 10, 20, 60])
    out, known = rates(t, [5.0, 105.0, 205.0, 605.0])
    assert known.tolist() == [False, True, True, True]
    assert out[1:].tolist() == [10.0, 10.0, 10.0]


def test_a_reset_counts_from_zero_where_that_says_something_and_a_dip_says_nothing() -> None:
    t = 10**15 + 1_000_000 * np.arange(5)
    for v, said in (([0, 50, 1, 51, 100], [50, None, 50, 49]), ([0, 50, 100, 90, 100], [50, 50, None, 10])):
        out, known = rates(t, v)
        assert [rate if there else None for rate, there in zip(out, known, strict=True)][1:] == said


def test_a_reset_before_any_rate_gives_none() -> None:
    assert rates(10**15 + STEP * np.arange(3), [9.0, 1.0, 2.0])[1].tolist() == [False, False, True]


@pytest.mark.parametrize("seed", range(5))
def test_resets_are_no_anomalies(seed: int) -> None:
    _, steady = score_series(times(N), grown(seed), counter=True)
    _, changes = score_series(times(N), grown(seed, resets=20), counter=True)
    assert (changes.verb == OPEN).sum() <= (steady.verb == OPEN).sum()


def test_a_burst_is_found_in_its_rate_and_said_so() -> None:
    v = grown()
    v[1200:] += 20_000 * SECONDS
    watch = Watch()
    watch.mark_counters(ROW)
    _, changes = watch.run(np.zeros(N, np.int32), times(N), v)
    assert 1200 in changes.point[changes.verb == OPEN]
    at = int(np.flatnonzero(changes.point == 1200)[0])
    assert changes.value[at] == pytest.approx(20_100, rel=0.01)
    assert watch.reason(changes, at).startswith("By its rate a second: ")


def test_a_burst_after_a_restart_is_found() -> None:
    v = grown()
    v[1200:] -= v[1200] - 30_000 * SECONDS
    _, changes = score_series(times(N), v, counter=True)
    assert 1200 in changes.point[changes.verb == OPEN]


def test_gauges_beside_a_counter_stay_as_they_are() -> None:
    v, gauge = grown(), np.random.default_rng(2).normal(0, 1, N)
    watch = Watch()
    watch.mark_counters(np.array([1], np.int32))
    rows = np.repeat(np.arange(2, dtype=np.int32), N)
    verdicts, _ = watch.run(rows, np.tile(times(N), 2), np.concatenate([gauge, v]))
    assert verdicts.score[:N].tobytes() == score_series(times(N), gauge)[0].score.tobytes()
    assert verdicts.score[N:].tobytes() == score_series(times(N), v, counter=True)[0].score.tobytes()


@settings(max_examples=25, deadline=None)
@given(cuts=st.lists(st.integers(0, N), max_size=10))
def test_splits_dumps_and_loads_change_nothing(cuts: list[int]) -> None:
    t, v = times(N), grown(3, resets=8)
    whole, going = Watch(), Watch()
    whole.mark_counters(ROW)
    going.mark_counters(ROW)
    verdicts, _ = whole.run(np.zeros(N, np.int32), t, v)
    scores = []
    for a, b in pairwise([0, *sorted(cuts), N]):
        scores.append(going.run(np.zeros(b - a, np.int32), t[a:b], v[a:b])[0].score)
        back = Watch()
        back.load(0, going.dump(0))
        going = back
    assert np.concatenate(scores).tobytes() == verdicts.score.tobytes()
    assert going.dump(0) == whole.dump(0)


def test_the_kernel_equals_its_plain_python_twin(monkeypatch: pytest.MonkeyPatch) -> None:
    t, v = times(N), grown(4, resets=5)
    fast = rates(t, v)
    monkeypatch.setattr(module, "kernel", in_plain_python(module.kernel))
    slow = rates(t, v)
    assert [a.tobytes() for a in slow] == [a.tobytes() for a in fast]


def test_the_newest_point_is_known_though_it_gave_no_rate() -> None:
    watch = Watch()
    watch.mark_counters(ROW)
    watch.run(ROW, np.array([10**15]), np.array([7.0]))
    assert watch.newest[0] == 10**15
    assert watch.count[0] == 0


def test_one_series_can_be_taken_out_and_put_elsewhere() -> None:
    one, other = Watch(), Watch()
    one.mark_counters(ROW)
    one.run(np.zeros(N, np.int32), times(N), grown(5))
    other.put(300, one.extract(0))
    assert other.extract(300) == one.extract(0)
    assert other.extract(299) == Watch().extract(299)
