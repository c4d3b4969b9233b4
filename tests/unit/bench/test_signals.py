"""Synthetic series are what their formulas say, and the same for the same seed."""

from __future__ import annotations

import numpy as np
import pytest

from bench.signals import discrete, kinds, noise
from bench.signals.catalogue import CASES, KINDS
from bench.signals.sampling import START_US, Sampling, clean, times, weeks_of

HOUR_US = 3_600_000_000
SHAPE = (20, 5000)


def rng() -> np.random.Generator:
    return np.random.default_rng(3)


def hour_of(day_of_start: int, zone: str) -> float:
    """Local hour of the day at noon UTC, so many days after the start."""
    return float(kinds.local_hours(np.array([START_US + (24 * day_of_start + 12) * HOUR_US]), zone)[0] % 24)


@pytest.mark.parametrize("name", CASES)
def test_a_seed_makes_the_same_sorted_finite_points_again(name: str) -> None:
    one, two, other = (clean(*CASES[name], seed, 3, 0.5) for seed in (7, 7, 8))
    assert np.array_equal(one.t, two.t)
    assert np.array_equal(one.v, two.v)
    assert not np.array_equal(one.v, other.v)
    assert np.isfinite(one.v).all()
    assert ((np.diff(one.t) > 0) | (np.diff(one.row) == 1)).all()
    assert np.unique(one.row).tolist() == [0, 1, 2]


@pytest.mark.parametrize("phi", [0.5, 0.9, 0.99])
def test_autoregressive_noise_has_its_variance_and_memory_from_the_first_point(phi: float) -> None:
    x = noise.ar(rng(), (4000, 50), phi)
    assert x[:, 0].var() == pytest.approx(1.0, abs=0.1)
    assert x[:, -1].var() == pytest.approx(1.0, abs=0.1)
    assert np.corrcoef(x[:, 20], x[:, 21])[0, 1] == pytest.approx(phi, abs=0.02)


def test_garch_is_white_in_itself_and_not_in_its_squares() -> None:
    x = noise.garch(rng(), SHAPE)
    assert x.var() == pytest.approx(1.0, abs=0.15)
    assert abs(np.corrcoef(x[:, 1:].ravel(), x[:, :-1].ravel())[0, 1]) < 0.05
    assert np.corrcoef(x[:, 1:].ravel() ** 2, x[:, :-1].ravel() ** 2)[0, 1] > 0.1


def test_regimes_last_as_long_as_asked() -> None:
    on = noise.regimes(rng(), (400, 5000), (100.0, 30.0))
    assert on.mean() == pytest.approx(30 / 130, abs=0.03)


@pytest.mark.parametrize("rate", [0.05, 5.0])
def test_counts_have_their_rate_and_are_whole(rate: float) -> None:
    t = times(rng(), *SHAPE, Sampling())
    x = discrete.poisson(rate)(rng(), t)
    assert x.mean() == pytest.approx(rate, rel=0.05)
    assert x.var() == pytest.approx(rate, rel=0.1)
    assert (x == np.rint(x)).all()


def test_the_clocks_change_within_the_weeks() -> None:
    assert [hour_of(day, "America/New_York") for day in (0, 5, 6, 50)] == [7, 7, 8, 8]
    assert [hour_of(day, "Europe/Berlin") for day in (0, 26, 27, 50)] == [13, 13, 14, 14]
    assert kinds.local_hours(np.array([START_US]), "UTC")[0] == 0.0  # Monday, 00:00


def test_a_day_at_the_office_is_higher_than_a_sunday() -> None:
    hours = np.arange(168.0)
    load = kinds.office(hours, 0.4).reshape(7, 24).max(axis=1)
    assert (load[:5] > 0.9).all()
    assert load[5:] == pytest.approx([0.4, 0.4])


def test_points_get_lost_at_the_rate_asked_and_outages_leave_gaps() -> None:
    def few(sampling: Sampling) -> tuple[float, float]:
        points = clean(KINDS["white"], sampling, 1, 20, 8)
        longest = np.diff(points.t)[np.diff(points.row) == 0].max() / HOUR_US
        return len(points.t) / (20 * sampling.points(8)), float(longest)

    share, longest = few(Sampling(lost=0.05))
    assert share == pytest.approx(0.95, abs=0.005)
    assert longest < 1
    assert few(Sampling(outages=2))[1] > 24


def test_irregular_points_come_at_their_mean_step() -> None:
    points = clean(KINDS["white"], Sampling(irregular=True), 1, 10, 8)
    assert weeks_of(points, 10) == pytest.approx(80, rel=0.05)
    gaps = np.diff(points.t)[np.diff(points.row) == 0]
    assert gaps.std() == pytest.approx(gaps.mean(), rel=0.05)  # as exponential gaps have it


def test_every_constant_series_is_constant() -> None:
    points = clean(KINDS["constant"], Sampling(lost=0.05), 1, 50, 0.2)
    assert all(len(np.unique(points.v[points.row == row])) == 1 for row in range(50))
