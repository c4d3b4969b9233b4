"""What every streaming detector promises, from an explicit list."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numba.core.dispatcher import Dispatcher

from ml.stream.base import Detector
from ml.stream.calm import Calm
from ml.stream.clock import Clock
from ml.stream.drift import Drift
from ml.stream.jump import Jump
from ml.stream.level import Level
from ml.stream.novelty import Novelty
from ml.stream.roughness import Roughness
from ml.stream.seasonal import Seasonal
from ml.stream.stuck import Stuck
from ml.stream.windows import Windows
from ml.types import Evidence, StateError, Ticks
from ml.watch import DETECTORS
from tests.ml_series import DAY, KINDS, STEP, in_plain_python, make, times

VALUES: tuple[type[Detector], ...] = (Seasonal, Jump, Novelty)
WINDOWS: tuple[type[Detector], ...] = (Level, Drift, Roughness, Calm, Stuck)
LISTED = (*VALUES, *WINDOWS)
each = pytest.mark.parametrize("detector", LISTED, ids=[d.name for d in LISTED])
of_values = pytest.mark.parametrize("detector", VALUES, ids=[d.name for d in VALUES])


def ticks_of(v: np.ndarray, t: np.ndarray | None = None) -> Ticks:
    """One series, as the clock hands it to detectors."""
    clock = Clock()
    clock.state.ensure(1)
    when = times(len(v)) if t is None else t
    ticks = clock.run(np.zeros(len(v), np.int32), when, np.asarray(v, np.float64))
    windows = Windows()
    windows.state.ensure(1)
    windows.run(ticks)
    return ticks


def judged(detector: type[Detector], ticks: Ticks) -> Evidence:
    """What a fresh detector says of all ticks at once."""
    fresh = detector()
    fresh.ensure(1)
    return fresh.run(ticks)


def same(a: Evidence, b: Evidence) -> bool:
    """Equal to the last bit."""
    return all(getattr(a, c).tobytes() == getattr(b, c).tobytes() for c in ("p", "expected", "lo", "hi", "warm"))


def lively(points: int = 700, seed: int = 3) -> tuple[np.ndarray, np.ndarray]:
    """A daily series with a spike, a shift and gaps."""
    v = make("daily season", 1, points, seed)[0]
    v[points // 2] += 40
    v[points * 3 // 4 :] += 8
    gaps = np.zeros(points, np.int64)
    gaps[points // 3] = 40
    gaps[points // 5] = 3
    return v, times(points) + STEP * np.cumsum(gaps)


def test_the_list_is_what_the_watch_uses() -> None:
    assert set(LISTED) == set(DETECTORS)


@each
def test_it_scores_before_it_learns(detector: type[Detector]) -> None:
    calm, wild = make("white noise", 1, 500)[0], make("white noise", 1, 500)[0]
    wild[400:] = 1e6
    a, b = judged(detector, ticks_of(calm)), judged(detector, ticks_of(wild))
    assert same(a[:400], b[:400])
    assert not same(a[400:], b[400:])


@pytest.mark.req("S3-92")
@pytest.mark.parametrize("detector", (*VALUES, Level, Roughness))
def test_a_huge_spike_is_very_rare_at_once(detector: type[Detector]) -> None:
    calm, wild = make("white noise", 1, 3000)[0], make("white noise", 1, 3000)[0]
    wild[2500] = 1e6
    assert judged(detector, ticks_of(wild)).p[2500] < 1.1e-4 < judged(detector, ticks_of(calm)).p[2500]


@each
def test_it_is_silent_until_warm_and_then_speaks(detector: type[Detector]) -> None:
    warm = judged(detector, ticks_of(make("white noise", 1, 500)[0])).warm
    assert not warm[:48].any()
    assert warm[250:].all()


@pytest.mark.req("S3-92")
@each
@pytest.mark.parametrize("value", [0.0, 0.1, -3.7e9])
def test_a_constant_series_is_never_unusual(detector: type[Detector], value: float) -> None:
    said = judged(detector, ticks_of(np.full(5000, value)))
    assert said.p.min() >= (0.02 if detector in VALUES else 0.001)
    if detector in VALUES:
        assert np.all((said.expected == value) & (said.lo == value) & (said.hi == value))


@of_values
def test_a_gap_is_never_unusual(detector: type[Detector]) -> None:
    v = make("white noise", 1, 3000)[0]
    gaps = np.zeros(3000, np.int64)
    gaps[500::250] = np.arange(1, 11) ** 3
    v[500::250] = 10.0
    said = judged(detector, ticks_of(v, times(3000) + STEP * np.cumsum(gaps)))
    assert said.p[500::250].min() > 0.05


@each
@pytest.mark.parametrize("kind", KINDS)
def test_p_is_a_probability_and_the_band_holds_what_is_expected(detector: type[Detector], kind: str) -> None:
    said = judged(detector, ticks_of(make(kind, 1, 2000)[0]))
    assert np.all((said.p > 0) & (said.p <= 1))
    assert np.all((said.lo <= said.expected) & (said.expected <= said.hi))


@each
@settings(max_examples=30, deadline=None)
@given(cuts=st.lists(st.integers(0, 400), max_size=12))
def test_splits_equal_the_whole(detector: type[Detector], cuts: list[int]) -> None:
    v, t = lively(400)
    ticks = ticks_of(v, t)
    whole, parts = detector(), detector()
    whole.ensure(1)
    parts.ensure(1)
    edges = [0, *sorted(cuts), 400]
    said = Evidence.concat([parts.run(ticks[a:b]) for a, b in pairwise(edges)])
    assert same(said, whole.run(ticks))
    assert parts.dump(0, 1) == whole.dump(0, 1)


@each
def test_dump_and_load_change_nothing_at_every_prefix(detector: type[Detector]) -> None:
    v, t = lively(300)
    ticks = ticks_of(v, t)
    whole, going = judged(detector, ticks), detector()
    going.ensure(1)
    for i in range(300):
        back = detector()
        back.load(0, going.dump(0, 1))
        assert back.dump(0, 1) == going.dump(0, 1)
        assert same(back.run(ticks[i : i + 1]), whole[i : i + 1])
        going = back


@each
def test_series_do_not_touch_each_other(detector: type[Detector]) -> None:
    a, b = make("daily season", 2, 400)
    both = detector()
    both.ensure(2)
    one, two = ticks_of(a), ticks_of(b)
    second = replace(two, row=np.ones(400, np.int32))
    said = both.run(Ticks.concat([one, second]))
    assert same(said[:400], judged(detector, one))
    assert same(said[400:], judged(detector, two))


@each
def test_the_kernels_equal_their_plain_python_twins(detector: type[Detector], monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = ticks_of(*lively())
    fast = detector()
    fast.ensure(1)
    said = fast.run(ticks)
    module = sys.modules[detector.__module__]
    for name in ("kernel", "tail_kernel", "hourly_kernel"):
        if isinstance(getattr(module, name, None), Dispatcher):
            monkeypatch.setattr(module, name, in_plain_python(getattr(module, name)))
    slow = detector()
    slow.ensure(1)
    twin = slow.run(ticks)
    for column in ("p", "expected", "lo", "hi", "seen"):  # exp and pow may differ in the last bit
        assert np.allclose(getattr(twin, column), getattr(said, column), rtol=1e-5, atol=0, equal_nan=True)
    assert twin.warm.tobytes() == said.warm.tobytes()


@each
@pytest.mark.parametrize("spoil", [lambda s: s[:-1], lambda s: b"\xff" + s[1:], lambda s: b""])
def test_damaged_state_is_refused(detector: type[Detector], spoil: Callable[[bytes], bytes]) -> None:
    one = detector()
    with pytest.raises(StateError):
        one.load(0, [spoil(part) for part in one.dump(0, 2)])


@each
def test_it_is_not_thrown_by_extreme_values(detector: type[Detector]) -> None:
    v = make("white noise", 1, 3 * DAY)[0]
    v[::7] *= 1e30
    v[::11] *= 1e-300
    said = judged(detector, ticks_of(np.clip(v, -1e30, 1e30)))
    assert np.all(np.isfinite(said.p) & np.isfinite(said.expected) & np.isfinite(said.lo) & np.isfinite(said.hi))
