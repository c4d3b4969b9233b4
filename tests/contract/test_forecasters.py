"""What every forecaster promises, from an explicit list."""

from __future__ import annotations

import numpy as np
import pytest

from ml.forecast.autoregression import autoregression
from ml.forecast.base import Forecaster, Guess, Past
from ml.forecast.choose import FORECASTERS
from ml.forecast.combine import combined
from ml.forecast.intervals import intervals
from ml.forecast.level import levels
from ml.forecast.naive import last_value, seasonal_naive
from ml.forecast.past import past_of, scaled
from ml.forecast.profile import profiles

LISTED: tuple[Forecaster, ...] = (seasonal_naive, last_value, levels, profiles, autoregression)
each = pytest.mark.parametrize("forecaster", LISTED, ids=[f.__name__ for f in LISTED])
HOUR = 3_600_000_000


def lively(n: int = 600, seed: int = 2) -> np.ndarray:
    """Hours of a daily series with gaps, a spike and a shift."""
    g = np.random.default_rng(seed)
    v = 10 + 3 * np.sin(2 * np.pi * np.arange(n) / 24) + g.normal(size=n)
    v[n // 2] += 50
    v[n * 3 // 4 :] += 8
    v[g.random(n) < 0.05] = np.nan
    return v


def past(v: np.ndarray, horizon: int = 24, step: int = HOUR) -> Past:
    known = np.isfinite(v)
    return past_of(scaled(v, known)[0], known, step, horizon)


def test_the_list_is_what_is_combined() -> None:
    assert LISTED == FORECASTERS


@each
@pytest.mark.parametrize(
    ("step", "n", "horizon"),
    [(HOUR, 600, 24), (HOUR, 72, 24), (24 * HOUR, 90, 14), (7 * 60_000_000, 400, 50), (HOUR, 100, 1)],
)
def test_it_says_a_finite_value_for_each_row_and_point(forecaster: Forecaster, step: int, n: int, horizon: int) -> None:
    here = past(lively(n), horizon, step)
    for guess in forecaster(here):
        assert guess.rows.shape == (len(here.origins), horizon)
        assert np.isfinite(guess.rows).all()
        assert guess.season == 0 or guess.season in here.seasons


@each
def test_no_row_looks_at_what_comes_after_its_origin(forecaster: Forecaster) -> None:
    here = past(lively())
    middle = len(here.origins) // 2
    there = changed_after(here, int(here.origins[middle]))
    for a, b in zip(forecaster(here), forecaster(there), strict=True):
        assert np.array_equal(a.rows[: middle + 1], b.rows[: middle + 1]), a.name


def test_the_combination_and_its_intervals_do_not_look_ahead_either() -> None:
    here = past(lively())
    middle = len(here.origins) // 2
    there = changed_after(here, int(here.origins[middle]))
    a, b = (combined(p, everyone(p))[0] for p in (here, there))
    assert np.array_equal(a[: middle + 1], b[: middle + 1])
    assert not np.array_equal(a[-1], b[-1])


def test_intervals_come_from_rows_that_had_come_to_pass() -> None:
    here = past(lively())
    made, _ = combined(here, everyone(here))
    missed = here.truth() - made
    before = intervals(here, missed)
    missed[-1] = 1e6
    after = intervals(here, missed)
    assert before is not None and after is not None
    assert np.array_equal(before.ends, after.ends)


@each
def test_it_changes_nothing_and_says_the_same_again(forecaster: Forecaster) -> None:
    here = past(lively())
    y = here.y.copy()
    first, again = forecaster(here), forecaster(here)
    assert all(np.array_equal(a.rows, b.rows) for a, b in zip(first, again, strict=True))
    assert np.array_equal(here.y, y)


@each
def test_what_never_moves_lately_is_no_trouble(forecaster: Forecaster) -> None:
    here = past(np.where(np.arange(400) < 50, np.arange(400) % 7, 0.0))
    assert all(np.isfinite(guess.rows).all() for guess in forecaster(here))


def everyone(here: Past) -> list[Guess]:
    return [guess for forecaster in LISTED for guess in forecaster(here)]


def changed_after(here: Past, origin: int) -> Past:
    """The same past with another course from `origin` on."""
    y = here.y.copy()
    y[origin:] = 100.0 - 7.0 * y[origin:]
    return Past(y, here.known, here.origins, here.horizon, here.seasons, here.week)
