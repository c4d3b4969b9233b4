"""A device against its cohort: who differs is told, peers that are alike are left alone."""

from __future__ import annotations

import numpy as np
import pytest

from ml.batch.findings import CohortFinding, TooLittle
from ml.cohort import compare, fitted, two_sided
from tests.ml_noise import day_and_week, hourly, memory

T = hourly(2)
N = len(T)


def cohort(members: int, seed: int) -> np.ndarray:
    """Pumps that differ a little in level and in how much they move."""
    g = np.random.default_rng(seed)
    own = memory(0.8, members, N, seed) * np.exp(0.1 * g.normal(size=(members, 1)))
    return 50 + 3 * g.normal(size=(members, 1)) + day_and_week(T) + own


def found(x: np.ndarray) -> list[CohortFinding]:
    findings = compare(T, x)
    assert isinstance(findings, list)
    return findings


@pytest.mark.parametrize("members", [6, 9, 12, 30])
def test_alike_members_are_left_alone(members: int) -> None:
    groups = [found(cohort(members, seed)) for seed in range(25)]
    assert sum(bool(findings) for findings in groups) <= 5  # promised: one in 20


@pytest.mark.parametrize("peers", [5, 11, 30])
def test_the_chance_said_is_the_chance_there_is(peers: int) -> None:
    x = np.abs(np.random.default_rng(1).normal(size=(20_000, peers + 1)))
    signed = x * np.where(np.random.default_rng(2).random(x.shape) < 0.5, -1, 1)
    others = signed[:, 1:]
    middle = np.median(others, axis=1)
    far = (signed[:, 0] - middle) / (1.4826 * np.median(np.abs(others - middle[:, None]), axis=1))
    assert np.mean(two_sided(far, peers + 1) < 0.01) == pytest.approx(0.01, abs=0.004)
    assert fitted(peers)[0] > 1.0


def test_a_member_that_reads_higher_is_told_with_both_values() -> None:
    x = cohort(20, 3)
    x[4] += 60
    first = found(x)[0]
    assert (first.member, first.aspect, first.side, first.peers) == (4, "level", "above", 19)
    assert first.value - first.usual == pytest.approx(60, abs=8)
    assert first.confidence > 0.99


def test_a_member_that_moves_otherwise_is_told_by_its_shape() -> None:
    x = cohort(20, 4)
    x[7] = 50 - day_and_week(T) + memory(0.8, 1, N, 9)[0]
    assert (7, "shape", "apart") in {(f.member, f.aspect, f.side) for f in found(x)}


def test_a_member_that_left_lately_has_drifted_and_is_not_also_called_of_another_shape() -> None:
    x = cohort(20, 5)
    x[2, -70:] -= 20
    told = {(f.member, f.aspect, f.side) for f in found(x) if f.member == 2}
    assert (2, "drift", "below") in told
    assert (2, "shape", "apart") not in told


def test_an_unsteady_member_is_told() -> None:
    x = cohort(20, 6)
    x[11] += 8 * np.random.default_rng(1).normal(size=N)
    assert (11, "spread", "above") in {(f.member, f.aspect, f.side) for f in found(x)}


def test_one_odd_peer_does_not_hide_another() -> None:
    x = cohort(20, 7)
    x[[1, 2]] += [[80], [400]]
    assert {(1, "level"), (2, "level")} <= {(f.member, f.aspect) for f in found(x)}


def test_small_cohorts_and_members_without_values_say_so() -> None:
    x = cohort(8, 8)
    x[3:] = np.nan
    little = compare(T, x)
    assert isinstance(little, TooLittle)
    assert (little.have, little.need) == (3, 6)


def test_equal_members_differ_in_nothing() -> None:
    assert found(np.tile(day_and_week(T), (10, 1))) == []
    assert found(np.full((10, N), 7.0)) == []
