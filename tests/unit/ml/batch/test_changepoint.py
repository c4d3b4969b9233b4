"""Change points: found where they are, and hardly any where nothing changes."""

from __future__ import annotations

import numpy as np
import pytest

from ml.batch.changepoint import change_points
from ml.batch.findings import ChangePoint
from tests.ml_noise import DAY, HOUR, day_and_week, hourly, memory

T = hourly()
N = len(T)
AT = np.arange(N)


def found(v: np.ndarray) -> list[ChangePoint]:
    changes = change_points(T, v)
    assert isinstance(changes, list)
    return changes


CLEAN = {
    "white": memory(0.0, 24, N),
    "autocorrelated": memory(0.9, 24, N),
    "two memories": memory(0.95, 24, N) + memory(0.0, 24, N, 2),
    "seasonal": day_and_week(T) + memory(0.5, 24, N),
    "trending": np.linspace(0, 8, N) + memory(0.5, 24, N),
    "heavy tails": np.random.default_rng(3).standard_t(2, (24, N)),
    "small counts": np.random.default_rng(4).poisson(0.5, (24, N)).astype(float),
    "noisy by day": memory(0.5, 24, N) * (1 + 2 * (AT % 24 > 12)),
    "random walk": np.cumsum(memory(0.0, 24, N), axis=1),
}


@pytest.mark.parametrize("kind", CLEAN)
def test_where_nothing_changes_hardly_anything_is_found(kind: str) -> None:
    assert sum(bool(found(v)) for v in CLEAN[kind]) <= 3  # of 24; a promise of 2 % exceeds this once in 700


def test_a_level_shift_is_found_where_it_is_with_its_size() -> None:
    (change,) = found(10 + 2.0 * (AT >= 900) + memory(0.5, 1, N)[0])
    assert change.kind == "level"
    assert abs(change.t - T[900]) <= 12 * HOUR
    assert (change.before, change.after) == pytest.approx((10, 12), abs=0.3)
    assert change.size_in_spreads == pytest.approx(2, abs=0.4)
    assert change.confidence > 0.997
    assert change.held == T[-1] + HOUR - change.t


def test_a_shift_under_day_and_week_is_found() -> None:
    (change,) = found(day_and_week(T) - 3.0 * (AT >= 700) + memory(0.5, 1, N)[0])
    assert change.kind == "level"
    assert abs(change.t - T[700]) <= DAY
    assert change.size_in_spreads < -2


def test_a_bent_trend_is_a_change_of_slope_in_units_a_day() -> None:
    (change,) = found(np.maximum(AT - 800, 0) / 24 * 0.5 + memory(0.5, 1, N)[0])
    assert change.kind == "slope"
    assert (change.before, change.after) == pytest.approx((0, 0.5), abs=0.1)


def test_a_change_of_variance_is_found_and_no_level_with_it() -> None:
    (change,) = found(memory(0.5, 1, N)[0] * (1 + (AT >= 800)))
    assert change.kind == "variance"
    assert abs(change.t - T[800]) <= 2 * DAY
    assert change.size_in_spreads == pytest.approx(1, abs=0.3)  # twice: log2


def test_an_episode_has_a_beginning_and_an_end() -> None:
    changes = found(3.0 * ((AT >= 700) & (AT < 868)) + memory(0.5, 1, N)[0])
    assert [c.kind for c in changes] == ["level", "level"]
    assert changes[0].size_in_spreads > 0 > changes[1].size_in_spreads


def test_gaps_hide_no_shift() -> None:
    v = 3.0 * (AT >= 900) + memory(0.5, 1, N)[0]
    v[np.random.default_rng(4).random(N) < 0.2] = np.nan
    v[850:890] = np.nan
    (change,) = found(v)
    assert change.kind == "level"


def test_a_weekend_at_the_end_of_a_short_history_is_no_shift() -> None:
    t = hourly(2)[: 13 * 24]
    quiet = [change_points(t, day_and_week(t) + noise) for noise in memory(0.3, 20, len(t))]
    assert sum(bool(changes) for changes in quiet) <= 2
