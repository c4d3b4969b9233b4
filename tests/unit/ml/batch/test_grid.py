"""Bucket rows on a regular grid, whatever order and gaps they come with."""

from __future__ import annotations

import numpy as np
import pytest

from ml.batch import grid

STEP = 3_600_000_000


def test_missing_rows_become_gaps_and_the_last_of_equal_times_wins() -> None:
    t, v = grid.regular(np.array([3, 1, 1]) * STEP + 7, np.array([30.0, 10.0, 11.0]), STEP)
    assert (t // STEP).tolist() == [1, 2, 3]
    np.testing.assert_array_equal(v, [11.0, np.nan, 30.0])


def test_the_range_asked_for_is_kept_its_end_outside() -> None:
    t, v = grid.regular(np.array([5, 9]) * STEP, np.array([1.0, 2.0]), STEP, start=4 * STEP, end=7 * STEP)
    assert (t // STEP).tolist() == [4, 5, 6]
    np.testing.assert_array_equal(v, [np.nan, 1.0, np.nan])


def test_several_series_share_one_grid() -> None:
    t, x = grid.matrix([(np.array([2]) * STEP, np.array([5.0])), (np.array([4]) * STEP, np.array([6.0]))], STEP)
    assert (t // STEP).tolist() == [2, 3, 4]
    np.testing.assert_array_equal(x, [[5, np.nan, np.nan], [np.nan, np.nan, 6]])
    assert grid.matrix([], STEP)[1].shape == (0, 0)


def test_an_uneven_grid_is_refused_with_advice() -> None:
    with pytest.raises(ValueError, match=r"grid\.regular"):
        grid.series(np.array([0, 1, 3]) * STEP, np.ones(3))


def test_scaling_can_be_undone() -> None:
    v = np.array([1e12, 1e12 + 3.0, np.nan, 1e12 - 5.0])
    s = grid.series(STEP * np.arange(4), v)
    np.testing.assert_allclose(s.back(s.u), v)
    assert np.nanmax(np.abs(s.u)) == 1.0
