"""The bench counts alarms as the product opens them, and judges them by a Poisson law."""

from __future__ import annotations

import numpy as np
import pytest

from bench.false_alarms import ALLOWED, PROMISED, Tally, measure, openings, poisson_interval
from bench.signals.catalogue import CASES
from bench.signals.sampling import Points, clean
from ml.episodes import HOLDS, OPENS
from ml.types import OPEN, Verdicts
from ml.watch import Watch

STEP = 300_000_000


def points_of(scores: list[float], gap_before: int = 0, gap: int = 0) -> tuple[Points, Verdicts]:
    """One series a step apart, each point as rare as it is news; before `gap_before`, `gap` steps without a point."""
    n = len(scores)
    t = STEP * (np.arange(n, dtype=np.int64) + gap * (np.arange(n) >= gap_before))
    score, none = np.array(scores), np.zeros(n)
    verdicts = Verdicts(score, none, none, none, none.astype(np.int8), none == 0, rarity=score.copy())
    return Points(np.zeros(n, np.int32), t, none), verdicts


@pytest.mark.parametrize("case", ["student t3", "lognormal", "bursty", "student t3 with gaps"])
def test_openings_are_those_that_the_product_opens(case: str) -> None:
    kind, sampling = CASES[case.removesuffix(" with gaps")]
    if case.endswith("gaps"):
        sampling = CASES["white, outages"][1]
    points = clean(kind, sampling, 5, 30, 4)
    points.v[:: len(points.v) // 61] += 50 * points.v.std()  # so that there is something to count
    verdicts, changes = Watch().run(points.row, points.t, points.v)
    assert openings(points, verdicts, OPENS, STEP) == (changes.verb == OPEN).sum() > 20


def test_one_incident_is_counted_once_until_it_was_quiet_for_long() -> None:
    quiet = [HOLDS / 2]
    assert openings(*points_of([0.95, *quiet * 5, 0.95]), 0.9, STEP) == 1
    assert openings(*points_of([0.95, *quiet * 6, 0.95]), 0.9, STEP) == 2
    assert openings(*points_of([0.95, *quiet * 3, 0.95], gap_before=2, gap=4), 0.9, STEP) == 2
    assert openings(*points_of([0.6, 0.8, np.nan]), 0.9, STEP) == 0
    assert openings(*points_of([0.3]), 0.25, STEP) == 1


def test_what_is_rare_but_no_news_holds_an_episode_and_opens_none() -> None:
    points, verdicts = points_of([0.95] * 20)
    verdicts.score[1:] = 0.0
    assert openings(points, verdicts, 0.9, STEP) == 1
    verdicts.score[0] = 0.0
    assert openings(points, verdicts, 0.9, STEP) == 0


def test_poisson_limits_are_the_exact_ones() -> None:
    assert poisson_interval(0) == pytest.approx((0, 3.689), abs=1e-3)
    assert poisson_interval(10) == pytest.approx((4.795, 18.390), abs=1e-3)


@pytest.mark.parametrize(("ratio", "verdict"), [(0.5, "kept"), (1.6, "unclear"), (3.0, "broken")])
def test_the_verdict_goes_by_the_interval(ratio: float, verdict: str) -> None:
    weeks = 400.0
    assert ALLOWED == 1.5
    assert Tally("white", weeks=weeks, alarms=round(ratio * weeks * PROMISED)).verdict == verdict


def test_a_constant_series_may_not_alarm_once() -> None:
    assert Tally("constant, outages", weeks=1e6, alarms=1).verdict == "broken"
    assert Tally("constant", weeks=1.0).verdict == "kept"


def test_a_case_is_measured_over_the_weeks_asked() -> None:
    tally = measure("white", 4, 2.0)
    assert (tally.series, round(tally.weeks, 1)) == (4, 8.0)
    assert sum(tally.carried.values()) == tally.alarms >= tally.first_week
    assert measure("white", 4, 2.0) == tally
