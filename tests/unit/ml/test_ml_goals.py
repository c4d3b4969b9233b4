"""Projections against simulated worlds whose future is known, and streaks against their slow definition."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ml.goals import LEVEL, Days, expect, streak

pytestmark = pytest.mark.req("S0-18")
HISTORY, AHEAD, WORLDS = 56, 20, 300


def days_of(values: np.ndarray) -> Days:
    """Days of one point each, and none where it is 0."""
    there = values > 0
    level = np.where(there, values, np.nan)
    return Days(there.astype(np.int64), values, level, level, level)


NOW = days_of(np.array([0.0]))


def runs(rng: np.random.Generator, days: int) -> np.ndarray:
    """Someone who runs on some weekdays more often, and on Sundays far."""
    weekday = np.arange(days) % 7
    chance = np.array([0.0, 0.7, 0.1, 0.8, 0.1, 0.5, 0.9])[weekday]
    length = rng.gamma(9, 1, days) * np.where(weekday == 6, 2.0, 1.0)
    return np.where(rng.random(days) < chance, length, 0.0)


def steady(rng: np.random.Generator, days: int) -> np.ndarray:
    """Amounts that vary by a fifth around a level."""
    return np.maximum(rng.normal(100, 20, days), 1.0)


@pytest.mark.parametrize("world", [runs, steady])
def test_the_interval_holds_the_end_as_often_as_it_says(world) -> None:
    inside, above = 0, 0
    for seed in range(WORLDS):
        v = world(np.random.default_rng(seed), HISTORY + AHEAD)
        weekdays = np.arange(HISTORY + AHEAD) % 7
        said = expect(days_of(v[:HISTORY]), weekdays[:HISTORY], weekdays[HISTORY:], 1.0, NOW, "sum", 1e9, seed=seed)
        end = v[HISTORY:].sum()
        inside += said.low <= end <= said.high
        above += end > said.value
    assert LEVEL - 0.08 <= inside / WORLDS <= LEVEL + 0.08
    assert 0.42 <= above / WORLDS <= 0.58


def test_the_likelihood_is_kept() -> None:
    told, came = [], []
    for seed in range(WORLDS):
        v = runs(np.random.default_rng(seed), HISTORY + AHEAD)
        weekdays = np.arange(HISTORY + AHEAD) % 7
        said = expect(days_of(v[:HISTORY]), weekdays[:HISTORY], weekdays[HISTORY:], 1.0, NOW, "sum", 110, seed=seed)
        told.append(said.probability)
        came.append(v[HISTORY:].sum() >= 110)
    assert abs(np.mean(told) - np.mean(came)) < 0.07
    unlikely = np.array(told) < 0.35
    assert np.array(came)[unlikely].mean() < 0.35


def test_the_day_of_completion_is_held_by_its_interval() -> None:
    held = 0
    for seed in range(WORLDS):
        v = steady(np.random.default_rng(seed), HISTORY + 40)
        weekdays = np.arange(HISTORY + 40) % 7
        said = expect(days_of(v[:HISTORY]), weekdays[:HISTORY], weekdays[HISTORY:], 1.0, NOW, "sum", 2000, seed=seed)
        day = int(np.flatnonzero(v[HISTORY:].cumsum() >= 2000)[0])
        held += said.day_low <= day <= said.day_high
        assert said.day_low <= said.day <= said.day_high
    assert held / WORLDS >= LEVEL - 0.05


def test_weekdays_are_told_apart() -> None:
    v = np.tile([0.0, 0, 0, 0, 0, 0, 10], 8)
    past, weekdays = days_of(v), np.arange(56) % 7
    quiet = expect(past, weekdays, np.arange(6), 1.0, NOW, "sum", 10)
    assert (quiet.value, quiet.probability, quiet.day) == (0, 0, None)
    sunday = expect(past, weekdays, np.arange(7), 1.0, NOW, "sum", 10)
    assert (sunday.value, sunday.probability, sunday.day) == (10, 1, 6)


@pytest.mark.parametrize(
    ("agg", "value"), [("sum", 34), ("count", 8), ("avg", 4.25), ("min", 4), ("max", 6), ("last", 4)]
)
def test_each_aggregate_goes_on_by_its_own_arithmetic(agg: str, value: float) -> None:
    past, now = days_of(np.full(14, 4.0)), days_of(np.array([6.0]))
    said = expect(past, np.arange(14) % 7, np.arange(7), 1.0, now, agg, 5)
    assert said.value == pytest.approx(value)


def test_of_today_only_what_is_left_is_expected() -> None:
    v = np.full(14, 100.0)
    past = Days(np.full(14, 1000), v, v / 1000, v / 1000, v / 1000)
    said = expect(past, np.arange(14) % 7, np.array([0]), 0.25, NOW, "sum", 100)
    assert said.value == pytest.approx(25, rel=0.1)
    assert expect(past, np.arange(14) % 7, np.array([0]), 0.0, NOW, "sum", 100).value == 0


def test_too_short_a_past_says_nothing() -> None:
    assert expect(days_of(np.ones(6)), np.arange(6), np.arange(3), 1.0, NOW, "sum", 5) is None
    assert expect(days_of(np.zeros(30)), np.arange(30) % 7, np.arange(3), 1.0, NOW, "sum", 5) is None


@given(st.lists(st.booleans(), max_size=30), st.booleans())
def test_streaks_are_runs_of_met_windows(met: list[bool], now: bool) -> None:
    whole = [*met, True] if now else met
    current = 0
    while current < len(whole) and whole[len(whole) - 1 - current]:
        current += 1
    best = max((len(run) for run in "".join("x" if m else " " for m in whole).split()), default=0)
    assert streak(np.array(met, bool), now=now) == (current, best)
