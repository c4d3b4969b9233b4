"""Faults of known size: the larger, the more surely seen, whatever the sampling. `python -m bench.faults`."""

from __future__ import annotations

import math

import pytest
from scipy.stats import binom

from bench.false_alarms import ALLOWED, PROMISED
from bench.faults import MARGIN, Line, run
from bench.signals.faults import FAULTS

SAMPLINGS = (60, 3600)
SUDDEN = ("spike", "level shift")
REPLICATES = 30


@pytest.fixture(scope="module")
def lines() -> dict[tuple[str, str, int], Line]:
    """Every base at a quick and a slow sampling."""
    return {(line.fault, line.base, line.step_s): line for line in run([*SUDDEN, "variance"], SAMPLINGS, REPLICATES)}


def test_recall_grows_with_the_size(lines: dict[tuple[str, str, int], Line]) -> None:
    assert [key for key, line in lines.items() if line.falls] == []


def test_what_is_large_is_seen_at_once(lines: dict[tuple[str, str, int], Line]) -> None:
    large = {key: (line.recall[-1], line.delay[-1]) for key, line in lines.items() if key[0] in SUDDEN}
    assert len(large) == 2 * 4 * 2
    assert [key for key, (recall, delay) in large.items() if recall < 0.9 or delay != 0] == []


def test_what_is_no_fault_is_seen_no_more_often_than_promised(lines: dict[tuple[str, str, int], Line]) -> None:
    for key, line in lines.items():
        weeks = (FAULTS[line.fault].points + MARGIN) * line.step_s / 604_800
        by_chance = -math.expm1(-ALLOWED * PROMISED * weeks)
        assert line.recall[0] * REPLICATES <= binom.ppf(0.999, REPLICATES, by_chance), key


def test_noise_six_times_as_loud_is_seen_within_ten_points(lines: dict[tuple[str, str, int], Line]) -> None:
    loud = {key: line for key, line in lines.items() if key[0] == "variance"}
    six = next(iter(loud.values())).sizes.index(6.0)
    assert [key for key, line in loud.items() if line.recall[six] < 0.7 or (line.delay[six] or 0) > 10] == []
