"""Faults are put where and as large as said, and falling recall would be noticed."""

from __future__ import annotations

import numpy as np
import pytest

from bench.faults import LEAD, MARGIN, Base, falls, inject, prepare, seen
from bench.signals.faults import BASES, FAULTS
from ml.watch import Watch


@pytest.fixture(scope="module")
def bases() -> dict[str, Base]:
    """Hourly ones, so that three weeks are few points."""
    return {name: prepare(name, 3600, 4, 1100) for name in BASES}


def added(base: Base, fault: str, size: float) -> np.ndarray:
    """What the fault adds to the clean values, in noise sizes."""
    _, v = inject(base, FAULTS[fault], size)
    return (v - base.parts.value()[:, : v.shape[1]]) / base.parts.sigma


def test_a_fault_leaves_alone_what_came_before_it(bases: dict[str, Base]) -> None:
    for name, fault in FAULTS.items():
        for base in fault.bases:
            moved = added(bases[base], name, fault.sizes[-1])
            assert (moved[:, :LEAD] == 0).all()
            assert (moved[:, LEAD:] != 0).any(), name


@pytest.mark.parametrize(("fault", "long", "sign"), [("spike", 1, 1), ("dip", 3, -1)])
def test_what_is_short_is_over_before_the_margin(bases: dict[str, Base], fault: str, long: int, sign: int) -> None:
    wanted = np.zeros(LEAD + long + MARGIN)
    wanted[LEAD : LEAD + long] = sign * 6
    assert added(bases["ar 0.9"], fault, 6.0) == pytest.approx(np.tile(wanted, (4, 1)))


def test_a_shift_stays_and_a_drift_arrives(bases: dict[str, Base]) -> None:
    assert added(bases["white"], "level shift", 6.0)[:, LEAD:] == pytest.approx(6.0)
    ramp = added(bases["white"], "drift", 6.0)[0, LEAD:]
    assert ramp[[0, 49, 99, 102]] == pytest.approx([0.06, 3.0, 6.0, 6.0])


def test_noise_grows_around_what_is_regular(bases: dict[str, Base]) -> None:
    parts = bases["weekly"].parts
    assert parts.value(times=3.0) - parts.signal == pytest.approx(3 * (parts.value() - parts.signal))


def test_a_season_that_moved_by_a_day_has_the_same_hours(bases: dict[str, Base]) -> None:
    parts = bases["weekly"].parts
    assert parts.moved(0.0) == pytest.approx(parts.signal[:, LEAD:])
    assert parts.moved(5.0)[:, :200] == pytest.approx(parts.signal[:, LEAD + 5 : LEAD + 205])


def test_stuck_values_stand_still_and_counts_stay_counts(bases: dict[str, Base]) -> None:
    _, v = inject(bases["white"], FAULTS["stuck"], 16.0)
    assert (np.diff(v[:, LEAD : LEAD + 16]) == 0).all()
    assert (v[:, LEAD + 16] != v[:, LEAD]).all()
    _, counts = inject(bases["counts"], FAULTS["dip"], 20.0)
    assert (counts[:, LEAD : LEAD + 3] == 0).all()
    assert (inject(bases["counts"], FAULTS["rate drop"], 1.0)[1][:, LEAD : LEAD + 60] == 0).all()


def test_detectors_go_on_from_the_saved_state_as_if_never_stopped(bases: dict[str, Base]) -> None:
    base = bases["white"]
    t, v = inject(base, FAULTS["spike"], 1000.0)
    assert (seen(base, t, v) == 0).all()
    assert np.isnan(seen(base, t, inject(base, FAULTS["spike"], 0.0)[1])).all()
    watch = Watch()
    watch.load(0, base.state)
    assert (watch.newest[:4] == t[:, 0] - 3_600_000_000).all()
    assert (watch.count[:4] >= 3000).all()


@pytest.mark.parametrize(("seen_of_40", "wrong"), [((0, 20, 40), False), ((40, 40, 20), True), ((10, 9, 40), False)])
def test_falling_recall_is_told_from_chance(seen_of_40: tuple[int, ...], wrong: bool) -> None:
    assert falls([np.arange(40) < count for count in seen_of_40]) is wrong
