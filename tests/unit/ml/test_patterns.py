"""Patterns: cycles, lagged correlations and regimes are found where they are, and not in noise."""

from __future__ import annotations

import numpy as np
import pytest

from ml.batch.findings import Pattern
from ml.patterns.correlations import adjusted, correlations
from ml.patterns.cycles import cycles
from ml.patterns.regimes import regimes
from tests.ml_noise import DAY, HOUR, day_and_week, hourly, memory

T = hourly()
N = len(T)
AT = np.arange(N)
QUARTERS = hourly(step=HOUR // 4)


def of(found: object) -> list[Pattern]:
    assert isinstance(found, list)
    return found


NOISE = {
    "white": memory(0.0, 50, N),
    "red": memory(0.9, 50, N),
    "very red": memory(0.98, 50, N),
    "random walk": np.cumsum(memory(0.0, 50, N), axis=1),
    "level shift": 5.0 * (AT > 800) + memory(0.5, 50, N),
}


@pytest.mark.parametrize("kind", NOISE)
def test_noise_has_no_cycle_however_red(kind: str) -> None:
    assert sum(bool(of(cycles(T, v))) for v in NOISE[kind]) <= 4  # of 50; promised: 1 or less


@pytest.mark.parametrize("kind", NOISE)
def test_noise_has_no_regimes(kind: str) -> None:
    assert sum(bool(of(regimes(T, v))) for v in NOISE[kind]) == 0


def test_day_and_week_are_found_with_when_they_are_highest() -> None:
    found = {p.factors["period_us"]: p for p in of(cycles(T, day_and_week(T) + memory(0.5, 1, N)[0]))}
    assert set(found) == {DAY, 7 * DAY}
    assert abs(int(found[DAY].factors["peak_us"]) - 6 * HOUR) <= 2 * HOUR
    assert found[DAY].factors["amplitude"] == pytest.approx(3, rel=0.2)
    assert found[DAY].frequency == "every 24 hours"


@pytest.mark.parametrize(("minutes", "weight"), [(90, 1.0), (1440 * 1.7, 1.0), (70, 1.0)])
def test_odd_cycles_are_found_in_red_noise(minutes: float, weight: float) -> None:
    turns = (QUARTERS - QUARTERS[0]) / (minutes * 60e6)
    v = weight * (turns % 1.0 < 0.4) + memory(0.7, 1, len(QUARTERS))[0]
    (found,) = of(cycles(QUARTERS, v))
    assert float(found.factors["period_us"]) == pytest.approx(minutes * 60e6, rel=0.01)
    assert found.confidence > 0.99


def test_a_cycle_survives_gaps() -> None:
    v = np.sin(2 * np.pi * AT / 37) + memory(0.5, 1, N)[0]
    v[np.random.default_rng(5).random(N) < 0.25] = np.nan
    (found,) = of(cycles(T, v))
    assert float(found.factors["period_us"]) == pytest.approx(37 * HOUR, rel=0.02)


INDEPENDENT = {
    "red": lambda seed: memory(0.9, 20, N, seed),
    "seasonal": lambda seed: day_and_week(T) + memory(0.7, 20, N, seed),
    "random walks": lambda seed: np.cumsum(memory(0.0, 20, N, seed), axis=1),
    "one shift at one time": lambda seed: 5.0 * (AT > 800) + memory(0.5, 20, N, seed),
    "noisy at the same hours": lambda seed: memory(0.5, 20, N, seed) * (1 + 2 * (AT % 24 > 12)),
}


@pytest.mark.parametrize("kind", INDEPENDENT)
def test_independent_series_are_not_called_correlated(kind: str) -> None:
    groups = [of(correlations(T, INDEPENDENT[kind](seed))) for seed in range(6)]
    assert sum(bool(found) for found in groups) <= 2  # promised: one in 20 groups


def test_of_the_pairs_told_hardly_any_is_false_and_the_true_ones_are_there() -> None:
    false, told, seen = 0, 0, 0
    for seed in range(6):
        x = memory(0.9, 20, N, seed)
        for k in range(5):
            x[10 + k] = 0.7 * np.roll(x[k], k) + 0.7 * x[10 + k]
        found = of(correlations(T, x))
        right = [p for p in found if p.series in {(k, 10 + k) for k in range(5)} | {(10, 0)}]
        told, false, seen = told + len(found), false + len(found) - len(right), seen + len(right)
        assert all(p.factors["lag_us"] == p.series[0] * HOUR for p in right if p.series[0] < 5)
    assert seen >= 29
    assert false / told <= 0.10


def test_a_pair_that_moves_against_each_other_is_told_as_such() -> None:
    x = memory(0.6, 2, N)
    x[1] = 0.3 * x[1] - np.roll(x[0], 3)
    (found,) = of(correlations(T, x))
    assert found.series == (0, 1)
    assert float(found.factors["r"]) < -0.9
    assert found.factors["lag_us"] == 3 * HOUR


def test_too_large_a_group_is_refused() -> None:
    with pytest.raises(ValueError, match="split it"):
        correlations(T, np.zeros((401, N)))


def test_benjamini_hochberg_by_hand() -> None:
    np.testing.assert_allclose(adjusted(np.array([0.04, 0.01, 0.03])), [0.04, 0.03, 0.04])


def test_a_series_that_switches_is_a_regime_with_its_levels_and_stays() -> None:
    state = np.repeat(np.arange(60) % 2, 22)[:N]
    state = np.concatenate([state, np.zeros(N - len(state), int)])
    (found,) = of(regimes(T, 100 + 6.0 * state + memory(0.5, 1, N)[0]))
    assert (found.factors["low"], found.factors["high"]) == pytest.approx((100, 106), abs=0.3)
    assert found.factors["stay_high_us"] == pytest.approx(22 * HOUR, abs=2 * HOUR)
    assert found.factors["now"] == "low"
    assert float(found.factors["by_the_clock"]) < 0.3


def test_an_on_and_off_by_the_hour_is_said_to_follow_the_clock() -> None:
    (found,) = of(regimes(T, 5.0 * (AT % 24 < 8) + 0.3 * memory(0.5, 1, N)[0]))
    assert float(found.factors["by_the_clock"]) > 0.95


@pytest.mark.parametrize("v", [np.sin(2 * np.pi * AT / 24), day_and_week(T), np.linspace(0, 9, N), 1.0 * (AT > 500)])
def test_seasons_trends_and_single_shifts_are_no_regimes(v: np.ndarray) -> None:
    assert of(regimes(T, 10 * v + memory(0.5, 1, N)[0])) == []
