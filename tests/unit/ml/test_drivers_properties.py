"""What holds of driver analysis for any table: parts add up, and names, order and units do not matter."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ml.drivers import Analysis, explain, explain_ratio, seasonal, seasonal_ratio
from ml.drivers.base import Base
from ml.drivers.cube import cuboids
from ml.drivers.fit import Cause
from ml.drivers.noise import shortest_half
from ml.drivers.shares import additive, divided, of_ratio

seeds = st.integers(0, 2**32 - 1)
CODES = np.stack(np.unravel_index(np.arange(120), (5, 4, 3, 2)), axis=1)
INSIDE = (CODES[:, 0] == 2) & (CODES[:, 1] == 1)


def world(seed: int, windows: int = 6) -> tuple[np.ndarray, np.ndarray]:
    """Earlier windows, and one in which a slice has doubled."""
    rng = np.random.default_rng(seed)
    level = rng.lognormal(4, 1, len(CODES))
    history = rng.poisson(level[:, None], (len(CODES), windows)).astype(float)
    return history, rng.poisson(level * np.where(INSIDE, 2.5, 1.0)).astype(float)


def essence(analysis: Analysis) -> list[tuple[object, ...]]:
    scale = np.abs(analysis.actual)
    return [(e.conditions, round(e.contribution / scale, 6), round(e.confidence, 4)) for e in analysis.explanations]


def slices(seed: int, leaves: int) -> list[Cause]:
    """Any three slices with any factors."""
    rng = np.random.default_rng(seed)
    return [Cause(0, i, rng.random(leaves) < 0.4, float(rng.uniform(-1, 3))) for i in range(3)]


@given(seeds)
@settings(max_examples=30, deadline=None)
def test_parts_of_a_sum_add_up_to_its_change(seed: int) -> None:
    rng = np.random.default_rng(seed)
    before, after = rng.normal(0, 10, 40), rng.normal(5, 10, 40)
    parts = additive(slices(seed, 40), before, after)
    assert parts.rate.sum() + parts.left == pytest.approx(after.sum() - before.sum())


@given(seeds)
@settings(max_examples=50, deadline=None)
def test_rate_and_mix_parts_of_a_ratio_add_up_to_its_change(seed: int) -> None:
    rng = np.random.default_rng(seed)
    m0, m1 = rng.poisson(3, 40) * 1.0, rng.poisson(4, 40) * 1.0
    n0, n1 = rng.gamma(2, 1, 40) * m0, rng.gamma(3, 1, 40) * m1
    assume(m0.sum() > 0 and m1.sum() > 0)
    parts = of_ratio(slices(seed, 40), [True, False, False], (n0, m0), (n1, m1))
    change = n1.sum() / m1.sum() - n0.sum() / m0.sum()
    assert parts.rate.sum() + parts.mix.sum() + parts.left == pytest.approx(change)


@given(st.floats(-1e3, 1e3), st.floats(-1e3, 1e3), st.lists(st.floats(-1, 5), min_size=1, max_size=4))
def test_what_slices_share_is_shared_out_whole(change: float, base: float, thetas: list[float]) -> None:
    assert divided(change, base, thetas).sum() == pytest.approx(change, abs=1e-6)


@given(seeds)
@settings(max_examples=15, deadline=None)
def test_the_order_of_leaves_does_not_matter(seed: int) -> None:
    history, now = world(seed)
    shuffled = np.random.default_rng(seed).permutation(len(now))
    one = explain(CODES, seasonal(history), now)
    other = explain(CODES[shuffled], seasonal(history[shuffled]), now[shuffled])
    assert essence(one) == essence(other)


@given(seeds)
@settings(max_examples=15, deadline=None)
def test_units_do_not_matter(seed: int) -> None:
    history, now = world(seed)
    one = explain(CODES, seasonal(history), now)
    other = explain(CODES, seasonal(history / 4096), now / 4096)
    assert essence(one) == essence(other)


@given(seeds)
@settings(max_examples=15, deadline=None)
def test_names_of_values_do_not_matter(seed: int) -> None:
    history, now = world(seed)
    names = np.random.default_rng(seed).permutation(1000)[:5] - 500
    renamed = np.column_stack([names[CODES[:, 0]], CODES[:, 1:]])
    one = explain(CODES, seasonal(history), now).explanations
    other = explain(renamed, seasonal(history), now).explanations
    assert [e.contribution for e in one] == pytest.approx([e.contribution for e in other])
    assert (0, int(names[2])) in other[0].conditions


@given(seeds)
@settings(max_examples=15, deadline=None)
def test_explanations_of_any_window_add_up(seed: int) -> None:
    history, now = world(seed)
    analysis = explain(CODES, seasonal(history), now)
    assert sum(e.contribution for e in analysis.explanations) + analysis.unexplained == pytest.approx(analysis.change)
    shares = sum(e.share for e in analysis.explanations) + analysis.unexplained_share
    # Within twice its spread a change has no shares.
    assert shares == pytest.approx(1.0) or (np.isnan(shares) and abs(analysis.change) <= 2 * analysis.spread)
    assert analysis.explanations[0].conditions == ((0, 2), (1, 1))


def test_three_windows_are_less_sure_than_eight() -> None:
    small = INSIDE & (CODES[:, 2] == 0)

    def surprise(windows: int) -> float:
        history, now = world(3, windows)
        told = explain(CODES, seasonal(history), np.where(small, now, history.mean(axis=1)))
        return max((e.surprise for e in told.explanations), default=0.0)

    assert surprise(2) < surprise(8)


def test_pure_noise_is_seldom_explained() -> None:
    talks = 0
    for seed in range(40):
        rng = np.random.default_rng(seed)
        level = rng.lognormal(2, 1, len(CODES))
        history = rng.poisson(level[:, None], (len(CODES), 5)).astype(float)
        talks += bool(explain(CODES, seasonal(history), rng.poisson(level) * 1.0).explanations)
    assert talks <= 2


def test_ratios_of_pure_noise_are_seldom_explained() -> None:
    talks = 0
    for seed in range(40):
        rng = np.random.default_rng(seed)
        level = rng.lognormal(3, 1, len(CODES))
        m = rng.poisson(level[:, None], (len(CODES), 6)).astype(float)
        n = rng.binomial(m.astype(int), 0.1).astype(float)
        talks += bool(explain_ratio(CODES, seasonal_ratio(n[:, :5], m[:, :5]), n[:, 5], m[:, 5]).explanations)
    assert talks <= 2


def test_one_bad_week_does_not_become_the_expectation() -> None:
    history, _ = world(1)
    usual = seasonal(history).expected
    bad = history.copy()
    bad[:, 2] *= 10
    assert np.median(seasonal(bad).expected / usual) < 1.35


def test_a_window_without_anything_is_not_a_window_of_zeros() -> None:
    history, _ = world(1)
    with_hole = np.column_stack([history, np.full(len(history), np.nan)])
    assert np.array_equal(seasonal(with_hole).expected, seasonal(history).expected)
    with pytest.raises(ValueError, match="no window has any value"):
        seasonal(np.full((3, 4), np.nan))


def test_every_slice_of_three_dimensions_is_in_one_cuboid_once() -> None:
    cubes = cuboids(CODES)
    assert sum(len(c.first) for c in cubes) == 6 * 5 * 4 * 3 - 120
    assert sum(len(c.first) * np.exp(len(c.dims) - c.cost) for c in cubes) == pytest.approx(1.0)


def test_the_shortest_half_is_hardly_moved_by_what_is_far_off() -> None:
    rng = np.random.default_rng(0)
    core = rng.normal(7, 2, 6000)
    assert shortest_half(core) == pytest.approx(2.0, rel=0.05)
    assert shortest_half(np.concatenate([core, rng.normal(500, 50, 1500)])) == pytest.approx(2.0, rel=0.5)


def test_sums_of_rare_counts_are_expected_without_bias() -> None:
    counts = np.random.default_rng(0).poisson(0.3, (5000, 5)).astype(float)
    assert seasonal(counts).expected.mean() == pytest.approx(0.3, rel=0.05)


def test_without_any_history_like_leaves_tell_the_spread() -> None:
    history, now = world(7)
    analysis = explain(CODES, replace(Base(history.mean(axis=1)), windows=1), now)
    assert analysis.explanations[0].conditions == ((0, 2), (1, 1))
