"""The stages between points and changes, each against its definition."""

from __future__ import annotations

from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ml.episodes import QUIET, Episodes
from ml.fuse import PACE, carried, fuse
from ml.news import AGAIN, News
from ml.offline import score_series
from ml.stream import tail
from ml.stream.clock import Clock
from ml.stream.novelty import Novelty
from ml.types import CLOSE, OPEN, RAISE, SEVERITIES, Changes, Evidence, Ticks, Verdicts
from ml.watch import Watch
from tests.ml_series import START, STEP, in_plain_python, make, rarities, times


def pulse(t: np.ndarray) -> float:
    clock = Clock()
    clock.state.ensure(1)
    clock.run(np.zeros(len(t), np.int32), t, np.zeros(len(t)))
    return float(clock.state["step"][0])


def test_the_step_is_exact_for_regular_points_and_survives_gaps() -> None:
    assert pulse(times(10)) == STEP
    assert pulse(np.r_[times(50), times(60)[-1] + 1000 * STEP, times(10) + 2000 * STEP]) == STEP


def test_the_step_of_irregular_points_is_about_their_median() -> None:
    t = START + np.cumsum(np.random.default_rng(0).exponential(STEP, 5000)).astype(np.int64)
    assert 0.4 * STEP < pulse(t) < 1.2 * STEP


@pytest.mark.parametrize(("xi", "sizes"), [(0.0, (4, 8)), (0.2, (6, 20)), (0.4, (10, 60))])
def test_p_of_a_pareto_tail_is_honest_within_a_factor(xi: float, sizes: tuple[float, ...]) -> None:
    uniform = np.random.default_rng(4).random(60_000)
    y = -np.log(uniform) if xi == 0 else (uniform**-xi - 1) / xi
    for size in sizes:
        exact = np.exp(-size) if xi == 0 else (1 + xi * size) ** (-1 / xi)
        assert exact / 3 < rarities(np.r_[y, size])[-1] < 3 * exact + 1e-6


@pytest.mark.parametrize("sigmas", [2.5, 3.5, 4.5])
def test_p_of_normal_residuals_is_honest_within_a_factor(sigmas: float) -> None:
    z = np.random.default_rng(1).normal(size=100_000)
    exact = 1 - NormalDist().cdf(sigmas)
    assert exact / 2 < rarities(np.r_[z, sigmas])[-1] < exact * 6  # somewhat heavier is on the safe side


def test_tails_are_learned_side_by_side() -> None:
    z = np.random.default_rng(1).exponential(size=20_000) - 1.0
    assert rarities(np.r_[z, 2.5])[-1] > 10 * rarities(np.r_[z, -2.5])[-1]


def test_little_is_never_called_very_rare() -> None:
    z = np.random.default_rng(1).normal(size=400)
    assert rarities(np.r_[z, 1e6])[-1] == pytest.approx((tail.TRUST / 400) ** 2, rel=0.01)


def novel(v: list[float] | np.ndarray, t: np.ndarray | None = None) -> Evidence:
    clock, detector = Clock(), Novelty()
    clock.state.ensure(1)
    detector.ensure(1)
    when = times(len(v)) if t is None else t
    return detector.run(clock.run(np.zeros(len(v), np.int32), when, np.asarray(v, np.float64)))


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=60))
def test_the_range_is_the_lowest_and_highest_so_far(v: list[float]) -> None:
    said = novel(v)
    for i in range(1, len(v)):
        assert (said.lo[i], said.hi[i]) == (min(v[:i]), max(v[:i]))
        assert (said.p[i] == 1.0) == (min(v[:i]) <= v[i] <= max(v[:i]))


def test_a_value_seen_before_is_not_novel_and_a_farther_one_is_more_so() -> None:
    noise = make("white noise", 1, 1000)[0]
    p = [novel(np.r_[noise, x]).p[-1] for x in (noise.max(), noise.max() + 1, noise.max() + 5, noise.max() + 50)]
    assert p[0] == 1.0 and p[0] > p[1] > p[2] > p[3]


def test_records_that_keep_coming_are_not_novel() -> None:
    assert novel(np.arange(500.0)).p[-1] > 0.03


def test_the_range_forgets_after_a_year() -> None:
    v = np.r_[1e6, make("white noise", 1, 58 * 168)[0]]
    hourly = START + 12 * STEP * np.arange(len(v))
    assert novel(v, hourly).hi[26 * 168] == 1e6
    assert novel(v, hourly).hi[-1] < 100


def ticks_at(t: np.ndarray, n: int = 10_000, moves: int = 10_000) -> Ticks:
    """A value of 1 at each time of one old series."""
    one = np.ones(len(t))
    count, moved = np.full(len(t), n), np.full(len(t), moves)
    return Ticks(np.zeros(len(t), np.int32), t, one, one * STEP, one * STEP, count, moved, *[one] * 5)


def judged(p: list[float], warm: list[bool], n: int = 10_000, moves: int = 10_000) -> Verdicts:
    one, ticks = np.ones(1), ticks_at(times(1), n, moves)
    evidence = [
        Evidence(one * x, one * i, one, one, np.array([w]), one) for i, (x, w) in enumerate(zip(p, warm, strict=True))
    ]
    verdicts = fuse(ticks, evidence, np.ones(len(p)), (0, 1))
    held, _ = carried(verdicts, evidence, np.ones(len(p), np.bool_), ticks.v, np.arange(1))
    assert held[0][0] == max(verdicts.detector[0], 0)
    return verdicts


def heard(rarities: list[float], apart: int = 1) -> list[bool]:
    """Which points of these p, `apart` steps from each other, are news."""
    ticks, p = ticks_at(times(len(rarities) * apart)[::apart]), np.array(rarities)
    ok = np.ones(len(p), np.bool_)
    news = News()
    news.state.ensure(1)
    verdicts = fuse(ticks, [Evidence(p, p, p, p, ok, p)] * 2, np.ones(2), (0, 1))
    news.run(ticks, verdicts)
    return (verdicts.score == verdicts.rarity).tolist()


def test_an_event_is_news_once_until_it_is_twice_as_rare() -> None:
    assert heard([1e-6, 1e-6, 0.6e-6, 0.4e-6, 0.3e-6]) == [True, False, False, True, False]


def test_the_same_again_is_news_after_a_while() -> None:
    assert heard([1e-6] * 3, int(AGAIN)) == [True, False, True]


def test_what_was_not_told_does_not_keep_back_what_may_be() -> None:
    quiet, told = 1.3 / (2016 * 2 * PACE), 0.9 / (2016 * 2 * PACE)
    assert heard([quiet, told, told]) == [True, True, False]


def test_one_voice_pays_for_all_that_were_asked_and_agreement_pays_nothing() -> None:
    alone, agreed = judged([1.0, 1e-6, 1.0], [True] * 3), judged([1e-6] * 3, [True] * 3)
    assert alone.score[0] == pytest.approx(1 / (1 + PACE * 2016 * 2 * 3e-6), rel=1e-4)
    assert agreed.score[0] == pytest.approx(1 / (1 + PACE * 2016 * 2 * 1e-6), rel=1e-9)
    assert alone.detector[0] == 1


def test_who_is_not_warm_has_no_say() -> None:
    assert judged([1e-9, 0.5, 1.0], [False, True, True]).detector[0] == 1
    assert np.isnan(judged([1e-9] * 3, [False] * 3).score[0])


def test_a_series_that_hardly_moved_cannot_be_called_rare_soon() -> None:
    young = judged([1e-15] * 3, [True] * 3, n=200, moves=0).score[0]
    old = judged([1e-15] * 3, [True] * 3, n=50_000, moves=0).score[0]
    assert young < 0.6 < 0.9 < old < 0.999 < judged([1e-15] * 3, [True] * 3).score[0]


def told(scores: list[float], steps: list[int] | None = None, rarity: list[float] | None = None) -> Changes:
    n = len(scores)
    dt = np.array(steps or [1] * n, np.float64) * STEP
    t = START + np.cumsum(dt).astype(np.int64)
    score, one = np.array(scores), np.ones(n)
    ticks = Ticks(np.zeros(n, np.int32), t, score * 100, dt, one * STEP, np.arange(n), np.arange(n), *[one] * 5)
    verdicts = Verdicts(score, one, one, one, np.zeros(n, np.int8), np.ones(n, np.bool_), np.array(rarity or scores))
    episodes = Episodes()
    episodes.state.ensure(1)
    return episodes.run(ticks, verdicts, (one, one, one), (one, one, one))


def test_an_episode_opens_is_raised_and_closes_once() -> None:
    changes = told([0.05, 0.55, 0.3, 0.95, 0.2, 0.9999, 0.96, *[0.05] * QUIET, 0.05])
    assert changes.verb.tolist() == [OPEN, RAISE, RAISE, CLOSE]
    assert [SEVERITIES[s] for s in changes.severity] == ["low", "medium", "critical", "critical"]
    assert changes.point.tolist() == [1, 3, 5, 6 + QUIET]
    assert (changes.points[-1], changes.value[-1], changes.score[-1]) == (6, 0.9999 * 100, 0.9999)
    assert changes.peak_at[-1] - changes.opened_at[-1] == 4 * STEP
    assert changes.last_at[-1] - changes.opened_at[-1] == 5 * STEP


def test_mild_points_hold_but_do_not_open() -> None:
    assert len(told([0.49] * 50)) == 0
    assert told([0.5, *[0.1] * 50]).verb.tolist() == [OPEN]
    assert told([0.95, *[0.05, 0.05, 0.2] * 20]).verb.tolist() == [OPEN]


def test_rare_points_hold_though_they_are_no_news() -> None:
    assert told([0.95, *[0.0] * 50], rarity=[0.95] * 51).verb.tolist() == [OPEN]


def test_a_gap_closes_and_a_new_anomaly_opens_anew() -> None:
    changes = told([0.95, 0.99], [1, QUIET + 1])
    assert changes.verb.tolist() == [OPEN, CLOSE, OPEN]
    assert changes.point.tolist() == [0, 1, 1]
    assert told([0.95, 0.95], [1, 2]).verb.tolist() == [OPEN]


def test_warming_points_change_nothing() -> None:
    assert len(told([float("nan")] * 5)) == 0


@pytest.mark.parametrize("stage", ["ml.fuse", "ml.news", "ml.episodes", "ml.stream.clock", "ml.stream.windows"])
def test_the_stage_equals_its_plain_python_twin(stage: str, monkeypatch: pytest.MonkeyPatch) -> None:
    x = make("daily season", 1, 400)[0]
    x[300:303] += 50
    t, rows = times(400), np.zeros(400, np.int32)
    fast, slow = Watch(), Watch()
    first = fast.run(rows, t, x)
    module = __import__(stage, fromlist=["kernel"])
    monkeypatch.setattr(module, "kernel", in_plain_python(module.kernel))
    second = slow.run(rows, t, x)
    assert np.allclose(first[0].score, second[0].score, rtol=1e-9, atol=0, equal_nan=True)  # log may differ in a bit
    assert len(first[1]) >= 2 and first[1].point.tolist() == second[1].point.tolist()


def test_a_file_at_once_equals_the_watch_point_by_point() -> None:
    x = make("daily season", 1, 300)[0]
    watch, scores = Watch(), []
    for i, when in enumerate(times(300)):
        scores.append(watch.run(np.zeros(1, np.int32), np.array([when]), x[i : i + 1])[0].score[0])
    assert np.array(scores).tobytes() == score_series(times(300), x)[0].score.tobytes()


def test_a_file_out_of_order_is_refused() -> None:
    with pytest.raises(ValueError, match="ascend"):
        score_series(np.array([2, 1]), np.zeros(2))
