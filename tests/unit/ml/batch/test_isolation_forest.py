"""Outlying windows: what was done to a series is told, with what carries it."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from ml.batch.isolation_forest import outlying
from tests.ml_noise import DAY, day_and_week, hourly, memory

T = hourly(6)
N = len(T)


def batch(seed: int) -> np.ndarray:
    return np.concatenate(
        [memory(0.5, 15, N, seed), memory(0.9, 15, N, seed + 1), day_and_week(T) + memory(0.4, 15, N)]
    )


def test_clean_series_have_hardly_any_outlying_window() -> None:
    found = outlying(T, batch(5))
    assert isinstance(found, list)
    assert len(found) <= 6  # of 3,700 windows; promised: 1.5


def test_windows_that_were_tampered_with_are_told_and_what_carries_them() -> None:
    x = batch(7)
    x[3, 600:612] += 9
    x[20, 800:824] *= 6
    x[40, 500] += 40
    found = outlying(T, x)
    assert isinstance(found, list)
    told = {f.series: f for f in found}
    assert {3, 20, 40} <= set(told)
    assert told[40].start <= T[500] < told[40].end
    assert {name for name, _ in told[40].carried_by} & {"highest", "largest step"}
    assert told[20].carried_by[0][0] in {"spread", "highest", "lowest", "largest step"}
    assert all(f.confidence > 0.999 for f in found)


def test_only_windows_that_end_after_since_are_told() -> None:
    x = batch(7)
    x[3, 300:312] += 9
    x[20, 900:924] *= 6
    found = outlying(T, x, since=int(T[-1]) - 7 * DAY)
    assert isinstance(found, list)
    assert [f.series for f in found if f.series in {3, 20}] == [20]


def test_overlapping_windows_of_one_series_are_told_once() -> None:
    x = batch(9)
    x[0, 500:530] += 12
    found = outlying(T, x)
    assert isinstance(found, list)
    mine = sorted(f.start for f in found if f.series == 0)
    assert mine
    assert all(b - a >= DAY for a, b in pairwise(mine))


def test_the_same_batch_gives_the_same_answer() -> None:
    x = batch(11)
    x[1, 700:720] += 8
    assert outlying(T, x) == outlying(T, x)
