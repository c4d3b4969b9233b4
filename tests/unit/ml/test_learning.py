"""How detectors learn: what moves them, what does not, and how fast."""

from __future__ import annotations

import numpy as np

from ml.stream import tail
from ml.stream.base import Detector
from ml.stream.clock import Clock
from ml.stream.jump import Jump
from ml.stream.seasonal import Seasonal
from ml.types import Evidence
from tests.ml_series import DAY, STEP, WEEK, make, rarities, times


def judged(detector: Detector, v: np.ndarray, t: np.ndarray | None = None) -> Evidence:
    clock = Clock()
    clock.state.ensure(1)
    detector.ensure(1)
    return detector.run(clock.run(np.zeros(len(v), np.int32), times(len(v)) if t is None else t, v))


def test_one_outlier_does_not_make_the_next_look_usual() -> None:
    z = np.random.default_rng(1).normal(size=6000)
    z[4000] = z[5000] = 50.0
    p = rarities(z)
    assert p[4000] < 1.1 * (tail.TRUST / 4000) ** 2 and p[5000] < 1.1 * (tail.TRUST / 5000) ** 2


def test_outliers_that_come_often_are_a_habit() -> None:
    z = np.random.default_rng(1).normal(size=20_000)
    z[2000::40] = 50.0
    p = rarities(z)[2000::40]
    assert p[0] < 1.1 * (tail.TRUST / 2000) ** 2
    assert p[-1] > 1e-3


def test_a_long_outage_counts_as_one_outlier() -> None:
    z = np.random.default_rng(1).normal(size=8000)
    long, once = z.copy(), z.copy()
    long[4000:4040] = 50.0
    once[4000] = 50.0
    assert rarities(np.r_[long, 20.0])[-1] < 1.5 * rarities(np.r_[once, 20.0])[-1]


def test_an_hour_that_is_always_unquiet_is_not_unusual() -> None:
    k = np.arange(3 * WEEK)
    noise = make("white noise", 1, len(k))[0] - 10
    loud = noise * np.where(k // 12 % 24 == 3, 8.0, 1.0)
    p = judged(Jump(), loud).p[2 * WEEK :]
    assert (p < 1e-3).mean() < 3e-3
    calm = loud.copy()
    calm[-DAY] = 12.0
    assert judged(Jump(), calm).p[-DAY] < 1e-4


def test_the_season_is_expected_where_there_is_one() -> None:
    k = np.arange(3 * WEEK)
    season = 10 * np.sin(2 * np.pi * k / DAY)
    said = judged(Seasonal(), season + make("white noise", 1, len(k))[0] - 10)
    assert said.warm[-WEEK:].all()
    assert np.abs(said.expected - season)[-WEEK:].mean() < 1.0  # without a profile: 6.4


def test_weekends_are_expected_where_they_differ() -> None:
    k = np.arange(6 * WEEK)
    level = np.where(k // DAY % 7 < 5, 100.0, 40.0)
    said = judged(Seasonal(), level + make("white noise", 1, len(k))[0])
    assert np.abs(said.expected - 10 - level)[-WEEK:].mean() < 8.0  # without a weekly profile: 16


def test_no_season_is_made_up_where_there_is_none() -> None:
    said = judged(Seasonal(), make("white noise", 1, 4 * WEEK)[0])
    assert np.abs(said.expected - 10)[-2 * WEEK :].mean() < 0.2


def test_the_level_follows_a_shift_that_stays() -> None:
    v = make("white noise", 1, 5 * WEEK)[0]
    v[3 * WEEK :] += 30
    expected = judged(Seasonal(), v).expected
    assert abs(expected[3 * WEEK + DAY // 8] - 10) < 5
    assert abs(expected[3 * WEEK + 2 * DAY] - 40) < 3


def test_a_gap_widens_the_band_of_what_wanders() -> None:
    v, t = make("autoregressive", 1, 2000)[0], times(2000)
    t[1900:] += 20 * STEP
    said = judged(Jump(), v, t)
    width = said.hi - said.lo
    assert 1.8 < width[1900] / width[1899] < 2.6  # sqrt((1 - 0.9^42) / (1 - 0.9^2)) = 2.28
    assert abs(said.expected[1900]) < 0.3 * abs(v[1899]) + 0.5
    assert width[1901] < 1.3 * width[1899]


def test_the_forecast_is_the_mean_of_noise_and_the_last_value_of_a_walk() -> None:
    noise, walk = make("white noise", 1, 3000)[0], make("random walk", 1, 3000)[0]
    assert np.abs(judged(Jump(), noise).expected - 10)[1000:].mean() < 0.2
    assert np.abs(judged(Jump(), walk).expected[1001:] - walk[1000:-1]).mean() < 0.3


def test_the_way_back_from_a_spike_is_no_surprise() -> None:
    v = make("random walk", 1, 1000)[0]
    v[900] += 100
    p = judged(Jump(), v).p
    assert p[900] < 1.1e-3 < 5e-3 < p[901]


def test_a_jump_that_stays_is_followed_within_some_points() -> None:
    v = make("random walk", 1, 1000)[0]
    v[900:] += 100
    said = judged(Jump(), v)
    assert abs(said.expected[912] - v[911]) < 5
