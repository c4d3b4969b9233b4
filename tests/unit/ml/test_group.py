"""One score over a group: it keeps its promise however members move together, and names who carries it."""

from __future__ import annotations

import numpy as np
import pytest

from ml.group import Group, joint, kernel, score_group
from ml.types import StateError
from tests.ml_series import STEP, in_plain_python, times

MEMBERS = 8
PROMISED = 1 / 9


def moving_together(rho: float, points: int, seed: int) -> np.ndarray:
    """float64[points, MEMBERS]: a common cause and own noise, correlation rho."""
    g = np.random.default_rng(seed)
    common, own = g.normal(size=(points, 1)), g.normal(size=(points, MEMBERS))
    return 10 + np.sqrt(rho) * common + np.sqrt(1 - rho) * own


@pytest.mark.parametrize("rho", [0.0, 0.5, 0.9, 1.0])
def test_false_alarms_stay_within_the_promise(rho: float) -> None:
    points, groups = 8 * 2016, 12
    alarms = 0
    for seed in range(groups):
        at = np.flatnonzero(score_group(times(points), moving_together(rho, points, seed)).score >= 0.9)
        alarms += int((np.diff(at, prepend=-99) > 12).sum())  # an alarm is said once an hour
    assert alarms <= 1.5 * PROMISED * 8 * groups


def test_two_members_that_leave_together_are_named_with_their_share() -> None:
    x = moving_together(0.3, 1500, 3)
    x[1400, [2, 5]] += [9, -8]
    verdicts = score_group(times(1500), x)
    assert verdicts.score[1400] >= 0.99
    assert set(np.argsort(-verdicts.share[1400])[:2]) == {2, 5}
    assert verdicts.share[1400, [2, 5]].sum() > 0.75
    assert verdicts.share[1400].sum() == pytest.approx(1)


def test_one_member_alone_is_no_news_of_the_group() -> None:
    x = moving_together(0.3, 1500, 4)
    x[1400, 2] += 9
    assert score_group(times(1500), x).score[1400] < 0.9


def test_it_judges_before_it_learns() -> None:
    calm = moving_together(0.3, 1500, 5)
    wild = calm.copy()
    wild[1400:] += np.array([9.0, -9.0] * 4)
    a, b = score_group(times(1500), calm).score, score_group(times(1500), wild).score
    assert a[:1400].tobytes() == b[:1400].tobytes()


def test_members_that_are_late_or_gone_are_no_obstacle() -> None:
    x = moving_together(0.3, 1500, 6)
    x[:, 7] = np.nan
    x[1390:1410, 0] = np.nan
    x[1400, [2, 5]] += [9, -8]
    verdicts = score_group(times(1500), x)
    assert verdicts.score[1400] >= 0.9
    assert verdicts.share[:, 7].max() == 0


def test_twins_count_as_one_and_strangers_as_two() -> None:
    p = 2 * 0.5 * 0.0026997960632601866
    assert joint(3.0, 0.0) == pytest.approx(p * p, rel=1e-6)
    assert p * 0.4 < joint(3.0, 0.99) < p


def test_cuts_and_saving_change_nothing() -> None:
    g = np.random.default_rng(7)
    rarity, side = g.uniform(0, 0.99, (900, MEMBERS)), g.normal(size=(900, MEMBERS))
    whole = Group(MEMBERS).run(rarity, side, STEP).score
    parts = Group(MEMBERS)
    said = [parts.run(rarity[a : a + 70], side[a : a + 70], STEP).score for a in range(0, 900, 70)]
    assert np.concatenate(said).tobytes() == whole.tobytes()
    again = Group.load(parts.dump())
    assert (again.n, len(again.cov)) == (900, MEMBERS)
    assert again.run(rarity, side, STEP).score.tobytes() == parts.run(rarity, side, STEP).score.tobytes()


def test_a_damaged_state_is_refused() -> None:
    with pytest.raises(StateError):
        Group.load(Group(3).dump()[:-1])


def test_the_compiled_kernel_is_the_plain_one() -> None:
    z = np.random.default_rng(8).normal(size=(60, 5))
    z[7, 2] = np.nan
    a, b = np.empty(60), np.empty(60)
    kernel(abs(z), z, 2016.0, np.eye(5), 0, a)
    in_plain_python(kernel)(abs(z), z, 2016.0, np.eye(5), 0, b)
    assert np.allclose(a, b)
