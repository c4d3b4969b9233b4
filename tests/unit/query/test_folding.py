"""Arithmetic on folded series."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import folding
from db.packed import FOLD, WINDOW
from db.records import Folded

NAN = float("nan")


def parts(*rows: tuple) -> np.ndarray:
    """(group, bucket, n, sum, min, max, first_at, first, last_at, last) rows."""
    return np.array([tuple(row) for row in rows], FOLD)


def folded() -> Folded:
    return folding.merge(
        parts(
            (1, 2, 2, 6.0, 2.0, 4.0, 20.0, 2.0, 20.0, 4.0),
            (0, 0, 1, 5.0, 5.0, 5.0, 0.0, 5.0, 0.0, 5.0),
            (1, 2, 1, 9.0, 9.0, 9.0, 10.0, 9.0, 10.0, 9.0),
            (1, 0, 1, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0),
        )
    )


def test_parts_of_one_bucket_become_one_row() -> None:
    out = folded()
    assert list(zip(out.group.tolist(), out.bucket.tolist(), out.n.tolist(), strict=True)) == [
        (0, 0, 1),
        (1, 0, 1),
        (1, 2, 3),
    ]
    assert (out.sum[2], out.min[2], out.max[2], out.first[2], out.last[2]) == (15.0, 2.0, 9.0, 9.0, 4.0)


def test_at_one_time_the_smallest_is_first_and_the_largest_last() -> None:
    both = folding.merge(
        parts((0, 0, 1, 3.0, 3.0, 3.0, 1.0, 3.0, 1.0, 3.0), (0, 0, 1, 2.0, 2.0, 2.0, 1.0, 2.0, 1.0, 2.0))
    )
    assert (both.first[0], both.last[0]) == (2.0, 3.0)


@pytest.mark.parametrize(
    ("agg", "expected"),
    [
        ("avg", [5, 4.0]),
        ("sum", [5, 16]),
        ("min", [5, 1]),
        ("max", [5, 9]),
        ("count", [1, 4]),
        ("first", [5, 1]),
        ("last", [5, 4]),
    ],
)
def test_totals_are_of_the_whole_range(agg: str, expected: list[float]) -> None:
    out = folding.totals(folded(), agg, 3)
    assert out[:2].tolist() == expected
    assert np.isnan(out[2])


def test_nothing_folds_to_nothing() -> None:
    empty = folding.merge(parts())
    assert len(empty.n) == 0
    assert np.isnan(folding.totals(empty, "sum", 1)).all()
    assert folding.cells(empty, "avg", 1, 3).n.tolist() == [[0, 0, 0]]


def test_the_window_that_the_range_cuts_counts_in_the_first_bucket() -> None:
    rows = np.array([(7, 0, 2, 3.0, 1.0, 2.0, 1.0, 2.0)], WINDOW)
    part = folding.fold_windows(rows, np.array([9, 7], np.int32), np.array([0, 1], np.int32), np.array([5, 900, 1800]))
    assert (part["group"][0], part["bucket"][0], part["n"][0]) == (1, 0, 2)


@pytest.mark.parametrize(
    ("how", "expected", "shown"),
    [
        ("none", [NAN, 2, NAN, 4, NAN, NAN], [0, 0, 0, 0, 0, 0]),
        ("zero", [0, 2, 0, 4, 0, NAN], [1, 0, 1, 0, 1, 0]),
        ("null", [NAN, 2, NAN, 4, NAN, NAN], [1, 0, 1, 0, 1, 0]),
        ("locf", [NAN, 2, 2, 4, 4, NAN], [0, 0, 1, 0, 1, 0]),
        ("linear", [NAN, 2, 3, 4, NAN, NAN], [0, 0, 1, 0, 0, 0]),
    ],
)
def test_gaps_are_filled_as_asked_and_the_future_never(
    how: folding.Fill, expected: list[float], shown: list[int]
) -> None:
    v, marked = folding.fill(np.array([[NAN, 2, NAN, 4, NAN, NAN]]), how, 5)
    np.testing.assert_array_equal(v[0], expected)
    assert marked[0].astype(int).tolist() == shown


@given(
    st.lists(st.one_of(st.just(NAN), st.floats(-1e6, 1e6)), min_size=1, max_size=30),
    st.sampled_from(["zero", "null", "locf", "linear"]),
)
def test_filling_never_touches_what_is_there(values: list[float], how: folding.Fill) -> None:
    given_ = np.array([values])
    v, marked = folding.fill(given_, how, len(values))
    there = ~np.isnan(given_)
    assert (v[there] == given_[there]).all() and not marked[there].any()


def test_a_rate_is_per_second_of_the_time_that_has_passed() -> None:
    edges = np.array([0, 10, 20, 30], np.int64) * 1_000_000
    assert folding.rate(np.array([[50.0, 50.0, 50.0]]), edges, 15_000_000)[0, :2].tolist() == [5.0, 10.0]


@pytest.mark.parametrize(
    ("now", "before", "complete", "begun", "basis", "percent"),
    [
        (150, 100, True, True, "ok", 50),
        (50, -100, True, True, "ok", 150),
        (150, 0, True, True, "no_baseline", None),
        (150, NAN, True, True, "no_baseline", None),
        (150, 100, True, False, "no_baseline", None),
        (NAN, 100, True, True, "no_baseline", None),
        (150, 100, False, True, "partial", None),
    ],
)
def test_a_percentage_is_never_invented(now, before, complete, begun, basis, percent) -> None:
    change = folding.compare(float(now), float(before), complete=complete, begun=begun)
    assert (change.basis, change.percent) == (basis, percent)
