"""What is asked of every point."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from api.ingest import checks
from api.ingest.book import Book
from api.ingest.draft import Draft
from api.ingest.times import FLOOR_US
from db.records import QUARTER_US, SeriesSpec

NOW = 1767225600_000_000


def draft(t: list[int], v: list[float]) -> Draft:
    named = Book().enter("m", SeriesSpec("m", {}))
    return Draft([named], np.zeros(len(t), np.int32), np.array(t, np.int64), np.array(v, np.float64))


def test_each_limit_of_time_is_exact() -> None:
    edge = NOW + checks.DAY_US
    points = draft([FLOOR_US - 1, FLOOR_US, edge - 1, edge], [1, 2, 3, 4])
    checks.refuse(points, NOW, [])
    assert points.v.tolist() == [2, 3]
    assert points.rejected == [(0, checks.PAST), (3, checks.FUTURE)]


def test_what_is_not_finite_is_refused() -> None:
    points = draft([NOW] * 4, [np.nan, 1, np.inf, -np.inf])
    checks.refuse(points, NOW, [])
    assert points.positions().tolist() == [1]
    assert [row for row, _ in points.rejected] == [0, 2, 3]


def test_dropped_ranges_begin_inside_and_end_outside() -> None:
    points = draft([NOW - 1, NOW, NOW + 9, NOW + 10], [1, 2, 3, 4])
    checks.refuse(points, NOW, [(NOW, NOW + 10, "closed")])
    assert points.v.tolist() == [1, 4]
    assert points.rejected == [(1, "closed"), (2, "closed")]


@given(st.integers(0, 3 * QUARTER_US), st.integers(0, 3 * QUARTER_US), st.integers(0, 2 * QUARTER_US))
def test_late_is_after_the_end_of_the_window(age: int, phase: int, allowed: int) -> None:
    now = NOW + phase
    t = now - age
    window_end = (t // QUARTER_US + 1) * QUARTER_US
    assert (t < checks.late_before(now, allowed)) == (now - window_end > allowed)


@given(st.lists(st.tuples(st.sampled_from([0, 1, 2, 70_000]), st.integers(0, 3)), max_size=12))
def test_of_equal_points_the_last_one_stays(points: list[tuple[int, int]]) -> None:
    series, t = np.array([p[0] for p in points], np.int32), np.array([p[1] for p in points], np.int64)
    keep = checks.last_of_each(series, t)
    expected = sorted({point: i for i, point in enumerate(points)}.values())
    assert (list(range(len(points))) if keep is None else np.flatnonzero(keep).tolist()) == expected


def test_values_whose_squares_cannot_be_held_are_refused_or_taken_for_0() -> None:
    points = draft([NOW] * 6, [1e141, -1e308, 1e140, 5e-324, -1e-200, 1e-140])
    checks.refuse(points, NOW, [])
    assert points.v.tolist() == [1e140, 0, 0, 1e-140]
    assert points.rejected == [(0, checks.TOO_LARGE), (1, checks.TOO_LARGE)]
    assert points.notes == ["2 values are nearer to 0 than 1e-140 and were taken for 0"]
