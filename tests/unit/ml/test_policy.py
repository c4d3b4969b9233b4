"""Policies: what is told changes, what is learned does not."""

from __future__ import annotations

import numpy as np
import pytest

from ml.offline import score_series
from ml.policy import DEFAULT, Policies, Policy
from ml.types import OPEN
from ml.watch import Watch
from tests.ml_series import make, times

N = 2000
UP, DOWN = 1500, 1700


def series() -> np.ndarray:
    """Noise around 10 with a spike up and one down."""
    x = make("white noise", 1, N)[0]
    x[UP], x[DOWN] = 30.0, -30.0
    return x


def opened(policy: Policy | None = None, x: np.ndarray | None = None) -> list[int]:
    """Where episodes open."""
    _, changes = score_series(times(N), series() if x is None else x, policy=policy)
    return changes.point[changes.verb == OPEN].tolist()


def test_without_a_policy_both_spikes_are_found() -> None:
    assert {UP, DOWN} <= set(opened())
    assert opened(Policy()) == opened()


def test_only_the_side_that_was_asked_for_is_told() -> None:
    above, below = opened(Policy(direction="above")), opened(Policy(direction="below"))
    assert UP in above and DOWN not in above
    assert DOWN in below and UP not in below


@pytest.mark.parametrize("policy", [Policy(min_dev=40.0), Policy(min_dev_relative=1e4), Policy(muted=True)])
def test_what_is_too_near_or_muted_is_not_told(policy: Policy) -> None:
    assert opened(policy) == []


def test_every_alarm_is_as_far_out_as_was_asked() -> None:
    x = series() + 100
    _, changes = score_series(times(N), x, policy=Policy(min_dev=10.0, min_dev_relative=0.1))
    first = changes.verb == OPEN
    off = np.abs(changes.value - changes.expected)[first]
    assert first.sum() >= 2
    assert np.all((off >= 10.0) & (off >= 0.1 * np.abs(changes.expected[first])))


def test_an_illegal_value_is_told_at_once_and_why() -> None:
    x = series()
    x[3] = 101.0
    watch, policies = Watch(), Policies()
    policies.set(0, Policy(direction="below", min_dev=500.0, high=100.0))
    verdicts, changes = watch.run(np.zeros(N, np.int32), times(N), x, policies)
    assert changes.point[changes.verb == OPEN].tolist() == [3]
    assert verdicts.score[3] == 1.0 and np.isnan(verdicts.score[2])
    assert watch.carriers[changes.detector[0]] == "range"
    assert watch.reason(changes, 0, policies) == "101 is above the highest legal value, 100"


def test_muted_is_stronger_than_the_legal_range() -> None:
    assert opened(Policy(low=-1.0, high=1.0, muted=True)) == []


def test_a_sensitivity_moves_the_score_to_its_promise_and_the_reason_stays_true() -> None:
    t, x = times(N), series()
    plain, rare = score_series(t, x)[0].rarity, score_series(t, x, policy=Policy(sensitivity=DEFAULT / 50))[0].rarity
    known = np.isfinite(plain)
    assert np.allclose(1 / rare[known] - 1, 50 * (1 / plain[known] - 1))
    watch, policies = Watch(), Policies()
    policies.set(0, Policy(sensitivity=DEFAULT / 50))
    changes = watch.run(np.zeros(N, np.int32), t, x, policies)[1]
    bare = Watch()
    usual = bare.run(np.zeros(N, np.int32), t, x)[1]
    at = int(np.flatnonzero(usual.opened_at == changes.opened_at[0])[0])
    assert watch.reason(changes, 0, policies) == bare.reason(usual, at)


def test_more_alarms_are_promised_more_alarms_come() -> None:
    x = make("white noise", 1, N, 5)[0]
    counts = [len(opened(Policy(sensitivity=s), x)) for s in (1e-6, 1.0, 50.0)]
    assert counts[0] <= counts[1] < counts[2]


def test_learning_goes_on() -> None:
    judged, free = Watch(), Watch()
    policies = Policies()
    policies.set(0, Policy(direction="below", min_dev=1.0, low=-5.0))
    rows, t = np.zeros(N, np.int32), times(N)
    judged.run(rows, t, series(), policies)
    free.run(rows, t, series())
    assert judged.extract(0)[:-1] == free.extract(0)[:-1]


def test_rows_without_a_policy_are_left_alone() -> None:
    x = series()
    policies = Policies()
    policies.set(700, Policy(muted=True))
    rows = np.repeat(np.array([0, 700], np.int32), N)
    both = Watch().run(rows, np.tile(times(N), 2), np.tile(x, 2), policies)[1]
    assert both.row[both.verb == OPEN].tolist() == [0] * len(opened())


@pytest.mark.parametrize(
    "wrong", [{"direction": "up"}, {"min_dev": -1.0}, {"sensitivity": 0.0}, {"low": 2.0, "high": 1.0}]
)
def test_what_cannot_be_meant_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"direction|at least|at most"):
        Policy(**wrong)  # type: ignore[arg-type]  # that is the test
