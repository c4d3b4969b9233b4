"""What every scheduled model holds to, whatever series it is given."""

from __future__ import annotations

import dataclasses
import json
import math
from collections.abc import Callable

import numpy as np
import pytest

from ml.batch.changepoint import change_points
from ml.batch.findings import Decomposition, TooLittle
from ml.batch.isolation_forest import outlying
from ml.batch.stl import decompose
from ml.cohort import compare
from ml.patterns.correlations import correlations
from ml.patterns.cycles import cycles
from ml.patterns.regimes import regimes
from tests.ml_noise import HOUR, day_and_week, hourly, memory

ONE = {f.__name__: f for f in (decompose, change_points, cycles, regimes)}
MANY = {f.__name__: f for f in (outlying, correlations, compare)}
LENGTHS = (0, 1, 2, 23, 64, 150, 700)
STEPS = (1_000_000, HOUR // 4, HOUR, 24 * HOUR)


def odd(n: int) -> dict[str, np.ndarray]:
    """Series that break careless numerics."""
    g, at = np.random.default_rng(n), np.arange(n)
    w = g.normal(size=n)
    return {
        "empty": np.full(n, np.nan),
        "constant": np.full(n, 3.0),
        "one value": np.where(at == n // 2, 1.0, np.nan),
        "one spike": np.where(at == n // 2, 1e9, 0.0),
        "huge": w * 1e300,
        "largest": np.where(w > 0, 1.7e308, -1.7e308),
        "tiny": w * 1e-300,
        "far from zero": 1e12 + w,
        "holes": np.where((g.random(n) < 0.45) | ((at > n // 4) & (at < n // 2)), np.nan, w),
        "infinite": np.where(at % 7 == 0, np.inf, w),
        "step": (at > n // 2).astype(float),
        "to and fro": (at % 2).astype(float),
        "line": at.astype(float),
        "stuck": np.where(at > n // 2, 0.3, w),
        "starts late": np.where(at < n // 2, np.nan, w),
        "rare counts": g.poisson(0.02, n).astype(float),
    }


def finite(found: object) -> bool:
    """Whether no finding holds a number that is none."""
    text = json.dumps([dataclasses.asdict(one) for one in found], allow_nan=True) if isinstance(found, list) else "[]"
    return "NaN" not in text and "Infinity" not in text


@pytest.mark.parametrize("name", ONE)
@pytest.mark.parametrize("step", STEPS)
def test_no_series_breaks_a_model_nor_makes_it_warn(name: str, step: int) -> None:
    for n in LENGTHS:
        t = 20_000 * 24 * HOUR + step * np.arange(n, dtype=np.int64)
        for kind, v in odd(n).items():
            before = v.copy()
            found = ONE[name](t, v)
            assert isinstance(found, TooLittle | Decomposition) or finite(found), (kind, n)
            np.testing.assert_array_equal(v, before)


@pytest.mark.parametrize("name", MANY)
@pytest.mark.parametrize("step", STEPS)
def test_no_group_breaks_a_model_nor_makes_it_warn(name: str, step: int) -> None:
    for n in LENGTHS:
        t = 20_000 * 24 * HOUR + step * np.arange(n, dtype=np.int64)
        found = MANY[name](t, np.stack(list(odd(n).values())))
        assert isinstance(found, TooLittle) or finite(found), n


@pytest.mark.parametrize("name", ONE)
def test_too_short_a_history_is_said_with_what_is_needed(name: str) -> None:
    little = ONE[name](hourly(1)[:20], np.arange(20.0))
    assert isinstance(little, TooLittle)
    assert little.have == 20 < little.need


@pytest.mark.parametrize("name", [*ONE, *MANY])
def test_an_uneven_grid_is_refused(name: str) -> None:
    t = hourly(2).copy()
    t[7] += 1
    v = memory(0.5, 8, len(t))
    with pytest.raises(ValueError, match="regular"):
        ONE[name](t, v[0]) if name in ONE else MANY[name](t, v)


def rich(n_weeks: int = 6) -> tuple[np.ndarray, np.ndarray]:
    """A group in which every model has something to find."""
    t = hourly(n_weeks)
    at = np.arange(len(t))
    x = day_and_week(t) + memory(0.6, 16, len(t))
    x[1] = np.roll(x[0], 2) + 0.2 * x[1]
    x[2] += 6.0 * (at > 600)
    x[3, 500:512] += 25
    x[4] += 300.0 * (at // 30 % 2)
    return t, x


@pytest.mark.parametrize("name", [*ONE, *MANY])
def test_confidence_is_a_probability_and_the_answer_the_same_twice(name: str) -> None:
    t, x = rich()
    model: Callable[..., object] = ONE.get(name) or MANY[name]
    args = [(t, row) for row in x[:5]] if name in ONE else [(t, x)]
    found = [model(*a) for a in args]
    if name != "decompose":
        told = [one for list_ in found for one in list_]
        assert told
        assert all(0.0 <= one.confidence <= 1.0 for one in told)
        assert found == [model(*a) for a in args]


@pytest.mark.parametrize("name", ["change_points", "cycles", "regimes"])
@pytest.mark.parametrize(("scale", "shift"), [(1e6, 0.0), (-3.0, 0.0), (1e-6, 0.0), (1.0, 1e6)])
def test_units_do_not_matter(name: str, scale: float, shift: float) -> None:
    t, x = rich()
    row = {"change_points": 2, "cycles": 0, "regimes": 4}[name]
    a, b = ONE[name](t, x[row]), ONE[name](t, scale * x[row] + shift)
    assert isinstance(a, list)
    assert isinstance(b, list)
    assert a
    assert len(a) == len(b)
    assert all(math.isclose(p.confidence, q.confidence, abs_tol=1e-6) for p, q in zip(a, b, strict=True))
