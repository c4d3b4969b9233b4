"""Levels with hysteresis against their slow definition."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ml.levels import CRITICAL, WARN, Levels, turns

pytestmark = pytest.mark.req("S3-66")
LEVELS = Levels(warn_above=80, critical_above=95, hysteresis=2)


def slow(levels: Levels, v: list[float], held: int) -> list[tuple[int, int]]:
    """Point by point, as a person would read the rule."""
    out = []
    for at, x in enumerate(v):
        if x >= levels.critical_above or x <= levels.critical_below:
            now = CRITICAL
        elif x >= levels.warn_above or x <= levels.warn_below:
            now = WARN
        else:
            now = 0
        above = min(levels.warn_above, levels.critical_above)
        below = max(levels.warn_below, levels.critical_below)
        clear = x < above - levels.hysteresis and x > below + levels.hysteresis
        if now > held:
            held = now
            out.append((at, held))
        elif held and clear:
            held = 0
            out.append((at, 0))
    return out


def test_a_value_between_level_and_hysteresis_changes_nothing() -> None:
    assert turns(LEVELS, np.array([79, 80, 79, 78, 77.9, 79]), 0) == [(1, WARN), (4, 0)]


def test_it_gets_worse_at_once_and_better_only_by_leaving_all_levels() -> None:
    assert turns(LEVELS, np.array([81, 96, 85, 96, 70]), 0) == [(0, WARN), (1, CRITICAL), (4, 0)]
    assert turns(LEVELS, np.array([85.0]), CRITICAL) == []


def test_both_sides_have_levels() -> None:
    levels = Levels(warn_below=10, critical_below=5, warn_above=80)
    assert turns(levels, np.array([50, 4, 50, 90, 9]), 0) == [(1, CRITICAL), (2, 0), (3, WARN)]


@pytest.mark.parametrize("wrong", [{"hysteresis": -1.0}, {"warn_above": 1.0, "warn_below": 2.0}])
def test_levels_that_cannot_be_meant_are_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=r"hysteresis|above"):
        Levels(**wrong)


@given(
    v=st.lists(st.integers(-5, 15).map(float), max_size=40),
    ends=st.lists(st.integers(-2, 12), min_size=4, max_size=4, unique=True).map(sorted),
    which=st.lists(st.booleans(), min_size=4, max_size=4),
    hysteresis=st.integers(0, 4).map(float),
    held=st.sampled_from([0, WARN, CRITICAL]),
    cut=st.integers(0, 40),
)
def test_turns_are_those_of_the_slow_definition_however_points_are_cut(
    v: list[float], ends: list[int], which: list[bool], hysteresis: float, held: int, cut: int
) -> None:
    names = ("critical_below", "warn_below", "warn_above", "critical_above")
    said = {name: float(end) for name, end, wanted in zip(names, ends, which, strict=True) if wanted}
    levels = Levels(hysteresis=hysteresis, **said)
    want = slow(levels, v, held)
    assert turns(levels, np.array(v), held) == want
    first = turns(levels, np.array(v[:cut]), held)
    between = first[-1][1] if first else held
    second = [(at + len(v[:cut]), bad) for at, bad in turns(levels, np.array(v[cut:]), between)]
    assert first + second == want
