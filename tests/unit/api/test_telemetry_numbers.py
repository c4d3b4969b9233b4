"""Correlations and standings against scipy and pandas, and against their own definitions."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from api.packs.telemetry.asked import range_of
from api.packs.telemetry.numbers import correlation, false_discovery, incomplete_beta, standing, student
from api.query.window import FLOOR_US

pytestmark = pytest.mark.req("S3-61")


@pytest.mark.parametrize("r", [-0.999, -0.4, 0.0, 0.05, 0.7, 0.9999])
@pytest.mark.parametrize("n", [4.0, 7.5, 30.0, 5_000.0])
def test_p_is_that_of_students_t(r: float, n: float) -> None:
    t = r * math.sqrt((n - 2) / (1 - r * r))
    assert student(r, n) == pytest.approx(2 * stats.t.sf(abs(t), n - 2), rel=1e-9, abs=1e-300)


def test_the_incomplete_beta_function_is_scipys() -> None:
    rng = np.random.default_rng(1)
    for a, b, x in zip(rng.uniform(0.2, 900, 200), rng.uniform(0.2, 30, 200), rng.uniform(0, 1, 200), strict=True):
        assert incomplete_beta(a, b, x) == pytest.approx(stats.beta.cdf(x, a, b), rel=1e-8, abs=1e-12)


@pytest.mark.parametrize("method", ["pearson", "spearman"])
def test_r_and_n_are_pandas_over_the_common_buckets(method: str) -> None:
    rng = np.random.default_rng(2)
    x = rng.normal(size=300).round(1)
    y = 0.5 * x + rng.normal(size=300)
    x[rng.random(300) < 0.2], y[rng.random(300) < 0.2] = np.nan, np.nan
    pair = correlation(x, y, ranks=method == "spearman")
    assert pair.r == pytest.approx(pd.Series(x).corr(pd.Series(y), method=method), rel=1e-12)
    assert pair.n == int((~np.isnan(x) & ~np.isnan(y)).sum())


def test_series_that_remember_are_worth_fewer_buckets_and_chance_is_not_told() -> None:
    rng = np.random.default_rng(3)
    wrong = 0
    for _ in range(200):
        x, y = (_remembers(rng, 400, 0.9) for _ in range(2))
        pair = correlation(x, y)
        assert pair.effective is not None
        assert pair.effective < 120
        wrong += (pair.p or 0) < 0.05
    assert wrong <= 24  # 10 are promised; without the correction there are more than 100
    plain = correlation(rng.normal(size=400), rng.normal(size=400))
    assert plain.effective is not None
    assert plain.effective > 200


def _remembers(rng: np.random.Generator, n: int, phi: float) -> np.ndarray:
    out = np.zeros(n)
    for i, e in enumerate(rng.normal(size=n)):
        out[i] = phi * out[i - 1] + e
    return out


def test_what_does_not_move_has_no_correlation() -> None:
    assert correlation(np.full(50, 3.3), np.arange(50.0)).r is None
    assert correlation(np.arange(3.0), np.arange(3.0)).r is None
    assert correlation(np.arange(9.0), -np.arange(9.0)).p == 0.0


def test_q_is_benjamini_and_hochbergs() -> None:
    p = [0.01, 0.04, 0.03, 0.2, 0.001]
    assert false_discovery(p) == pytest.approx(stats.false_discovery_control(p))
    assert false_discovery([]) == []


def test_a_value_stands_among_its_peers() -> None:
    one = standing(14.0, np.array([10.0, 11.0, 12.0, np.nan, 13.0, 14.0]))
    assert (one.peers, one.median, one.rank) == (5, 12.0, 90.0)
    assert one.z == pytest.approx(2.0 / (1.4826 * 1.0))
    assert one.band == (10.4, 11.0, 13.0, 13.6)
    assert standing(3.0, np.full(4, 3.0)).z == 0.0
    assert standing(4.0, np.full(4, 3.0)).z is None
    assert standing(4.0, np.array([3.0])).rank is None
    assert standing(float("nan"), np.array([1.0, 2.0])).median == 1.5


def test_nothing_is_asked_of_a_time_before_which_no_point_is_taken() -> None:
    assert range_of(None, "0001-01-01T00:00:00Z", "2026-01-01T00:00:00Z")[0] == FLOOR_US
