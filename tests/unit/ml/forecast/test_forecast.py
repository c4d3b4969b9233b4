"""The forecast of one series: what it expects, what it refuses, and what cannot break it."""

from __future__ import annotations

import numpy as np
import pytest

from ml.batch.findings import TooLittle
from ml.forecast.base import MOST_HORIZON, MOST_POINTS, Forecast
from ml.forecast.choose import forecast

HOUR = 3_600_000_000
START = 1_700_006_400_000_000  # a midnight of UTC
N = 672


def of(v: np.ndarray, horizon: int = 24, step: int = HOUR) -> Forecast:
    made = forecast(START + step * np.arange(len(v)), v, step, horizon)
    assert isinstance(made, Forecast), made
    return made


def daily(n: int = N, noise: float = 0.3, seed: int = 1) -> np.ndarray:
    return 10 + 3 * np.sin(2 * np.pi * np.arange(n) / 24) + noise * np.random.default_rng(seed).normal(size=n)


def ordered(f: Forecast) -> bool:
    lines = np.stack([f.lo95, f.lo80, f.mean, f.hi80, f.hi95])
    return bool(np.isfinite(lines).all() and (np.diff(lines, axis=0) >= 0).all())


def test_it_begins_one_step_after_the_last_point() -> None:
    f = of(daily(), horizon=5)
    assert f.t.tolist() == [START + HOUR * (N + i) for i in range(5)]
    assert all(len(line) == 5 for line in (f.mean, f.lo80, f.hi80, f.lo95, f.hi95))
    assert ordered(f)


def test_a_noisy_day_is_continued_better_than_by_yesterday() -> None:
    f = of(daily())
    assert np.abs(f.mean - daily(N + 24, 0.0)[N:]).max() < 0.5
    assert f.mase is not None and f.mase < 0.95
    assert f.season[0] == 24 * HOUR
    assert f.confidence > 0.8


def test_a_pure_day_is_continued_exactly_and_seasonal_naive_cannot_be_beaten() -> None:
    f = of(daily(noise=0.0))
    assert np.allclose(f.mean, daily(N + 24, 0.0)[N:])
    assert np.allclose(f.hi95 - f.lo95, 0.0, atol=1e-6)
    assert f.mase is None


def test_weekends_are_known_as_such() -> None:
    at = np.arange(8 * 168 + 24 * 5)  # begins on a Wednesday, so Saturday is three days on
    week_end = ((at // 24 + 2) % 7) >= 5
    v = np.where(week_end, 2.0, 10.0) + 0.2 * np.random.default_rng(3).normal(size=len(at))
    f = of(v[: 8 * 168], horizon=120)
    assert 7 * 24 * HOUR in f.season
    assert np.abs(f.mean - np.where(week_end, 2.0, 10.0)[8 * 168 :]).max() < 1.0


def test_noise_has_no_season_and_its_intervals_are_those_of_the_noise() -> None:
    f = of(np.random.default_rng(4).normal(50.0, 2.0, 1344))
    assert f.season == ()
    assert f.confidence < 0.1
    assert f.hi80.mean() - f.lo80.mean() == pytest.approx(2 * 1.2816 * 2.0, rel=0.15)
    assert f.hi95.mean() - f.lo95.mean() == pytest.approx(2 * 1.96 * 2.0, rel=0.15)


def test_what_never_moved_has_no_width() -> None:
    f = of(np.full(100, 3.25))
    for line in (f.mean, f.lo80, f.hi80, f.lo95, f.hi95):
        assert line.tolist() == [3.25] * 24
    assert (f.model, f.confidence) == ("constant", 1.0)


def test_what_was_never_negative_does_not_become_so() -> None:
    f = of(np.random.default_rng(5).poisson(0.3, N).astype(float))
    assert f.lo95.min() == 0.0
    assert f.hi95.max() >= 1.0
    assert of(daily() - 10).lo95.min() < 0.0


def test_a_walk_is_uncertain_the_more_the_farther() -> None:
    f = of(np.cumsum(np.random.default_rng(6).normal(size=1344)))
    width = f.hi80 - f.lo80
    assert width[-1] > 2 * width[0]


def test_a_level_that_changed_a_week_ago_is_the_level() -> None:
    v = daily() + np.where(np.arange(N) >= N - 168, 40.0, 0.0)
    assert np.abs(of(v).mean - daily(N + 24, 0.0)[N:] - 40).max() < 1.5


def test_a_level_that_changed_just_now_widens_the_outer_interval_to_both() -> None:
    f = of(daily() + np.where(np.arange(N) >= N - 4, 40.0, 0.0))
    assert f.lo95.max() < 15
    assert f.hi95.min() > 45


@pytest.mark.parametrize("size", [1e3, 1e30, 1e300])
def test_one_wild_value_moves_nothing(size: float) -> None:
    v = daily()
    plain = of(v)
    v[300] = size
    wild = of(v)
    assert np.abs(wild.mean - plain.mean).max() < 0.5
    assert (wild.hi80 - wild.lo80).mean() < 2 * (plain.hi80 - plain.lo80).mean()


@pytest.mark.parametrize("size", [1e-300, 1e-9, 1e9, 1e300])
def test_the_unit_does_not_matter(size: float) -> None:
    plain, other = of(daily()), of(daily() * size)
    for name in ("mean", "lo80", "hi80", "lo95", "hi95"):
        assert np.allclose(getattr(other, name) / size, getattr(plain, name), rtol=1e-6)
    assert other.model == plain.model


def test_gaps_are_no_trouble() -> None:
    v = daily()
    v[np.random.default_rng(7).random(N) < 0.3] = np.nan
    v[200:300] = np.inf
    v[-5:] = np.nan
    f = of(v)
    assert np.abs(f.mean - daily(N + 24, 0.0)[N:]).max() < 0.7
    assert f.t[0] == START + HOUR * N


def test_only_the_newest_points_are_looked_at() -> None:
    v = daily(MOST_POINTS + 2400)
    long, short = of(v), of(v[-MOST_POINTS:])
    assert long.mean.tolist() == short.mean.tolist()


@pytest.mark.parametrize(
    ("v", "have", "need"),
    [(np.zeros(0), 0, 72), (np.full(500, np.nan), 0, 72), (daily(71), 71, 72)],
)
def test_too_little_history_says_how_much_is_needed(v: np.ndarray, have: int, need: int) -> None:
    made = forecast(START + HOUR * np.arange(len(v)), v, HOUR, 24)
    assert isinstance(made, TooLittle)
    assert (made.have, made.need) == (have, need)
    assert made.why.startswith(f"too little history: {have} values")


def test_a_series_that_has_ended_has_no_future() -> None:
    v = daily()
    v[-24:] = np.nan
    made = forecast(START + HOUR * np.arange(N), v, HOUR, 24)
    assert isinstance(made, TooLittle)
    assert "ended" in made.why


def test_wrong_arguments_are_refused() -> None:
    t, v = START + HOUR * np.arange(N), daily()
    uneven = t.copy()
    uneven[5] += 1
    for wrong in ((t, v[:-1], HOUR, 24), (uneven, v, HOUR, 24), (t, v, 2 * HOUR, 24), (t, v, 0, 24)):
        with pytest.raises(ValueError, match="times"):
            forecast(*wrong)
    for horizon in (0, MOST_HORIZON + 1):
        with pytest.raises(ValueError, match="horizon"):
            forecast(t, v, HOUR, horizon)


@pytest.mark.parametrize(("step", "n", "horizon"), [(1, 100, 10), (420_000_000, 900, 200), (720 * HOUR, 60, 6)])
def test_any_sampling_will_do(step: int, n: int, horizon: int) -> None:
    assert ordered(of(np.random.default_rng(8).normal(size=n), horizon, step))


def test_the_input_is_left_alone_and_the_answer_is_always_the_same() -> None:
    v = daily()
    kept = v.copy()
    assert of(v).mean.tolist() == of(v).mean.tolist()
    assert np.array_equal(v, kept)
