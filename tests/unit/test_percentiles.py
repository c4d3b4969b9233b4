"""Quantiles of values in no order: PostgreSQL's percentile_cont."""

from __future__ import annotations

import numpy as np
import pytest

from db.percentiles import quantile_of


@pytest.mark.parametrize("size", [1, 2, 3, 100, 101])
@pytest.mark.parametrize("q", [0.0, 0.5, 0.95, 0.99, 1.0])
def test_a_quantile_lies_on_the_line_between_its_neighbours(size: int, q: float) -> None:
    v = np.random.default_rng(size).normal(0, 1, size)
    given = v.copy()
    assert quantile_of(v, q) == pytest.approx(np.quantile(v, q), rel=1e-12)
    assert (v == given).all()


def test_a_quantile_that_is_a_point_is_that_point_however_far_the_next() -> None:
    assert quantile_of(np.array([1.7e308, -1.7e308, 5.0]), 0.5) == 5.0
    assert quantile_of(np.array([1.7e308, -1.7e308]), 1.0) == 1.7e308
