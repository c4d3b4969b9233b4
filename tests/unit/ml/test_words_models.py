"""Findings in words: sentences with their numbers, severities and impacts that grow with what was found."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from ml import words_models as words
from ml.batch.findings import ChangePoint, CohortFinding, Outlying, Pattern
from ml.words_patterns import odds, span
from tests.ml_noise import DAY, HOUR, MONDAY

SHIFT = ChangePoint(MONDAY, "level", 20.0, 27.0, 5.2, 0.9999, 3 * DAY)
PEER = CohortFinding(4, "level", "above", 71.0, 50.0, 9.3, 0.998, 19)
LAGGED = Pattern(
    "correlation",
    (0, 1),
    0.9999,
    "continuously",
    {"r": 0.83, "r_innovations": 0.7, "lag_us": HOUR // 6, "p": 1e-5, "q": 1e-4, "n_effective": 900},
)


def test_a_level_shift_is_told_with_before_after_and_odds() -> None:
    text = words.of_change("cpu.load on host=a", SHIFT, "%")
    assert text.title == "cpu.load on host=a rose from 20 % to 27 %"
    assert text.description == (
        "cpu.load on host=a has been at 27 % instead of 20 % (+35 %) since 2026-01-05 00:00 UTC: "
        "5.2 times its usual spread, for 3 days so far (1 in 10,000 by chance)."
    )
    assert (text.category, text.severity) == ("change", "high")
    assert all(text.recommendations)


def test_no_percentage_is_made_up_from_nothing() -> None:
    assert "%" not in words.of_change("x", replace(SHIFT, before=0.0)).description
    assert "%" not in words.of_change("x", replace(SHIFT, before=-20.0)).description


@pytest.mark.parametrize("kind", ["level", "slope", "variance"])
@pytest.mark.parametrize("size", [-3.0, 3.0])
def test_each_kind_of_change_reads_as_a_sentence(kind: str, size: float) -> None:
    text = words.of_change("x", replace(SHIFT, kind=kind, size_in_spreads=size))
    assert text.description.endswith(".")
    assert "nan" not in text.description
    assert 1 <= len(text.recommendations) <= 3


def test_farther_longer_and_surer_is_worse() -> None:
    base = words.impact(4.0, DAY, 0.99)
    assert 0.0 < base < words.impact(8.0, DAY, 0.99) < 1.0
    assert base < words.impact(4.0, 9 * DAY, 0.99)
    assert base < words.impact(4.0, DAY, 1.0)
    assert [words.severity(x) for x in (0.5, -2.5, 5.0, -80.0)] == ["low", "medium", "high", "critical"]


def test_a_correlation_reads_as_who_follows_whom() -> None:
    text = words.of_pattern(["requests", "cpu.load"], LAGGED)
    assert text.description == (
        "cpu.load follows requests after 10 minutes (r = 0.83, 0.70 without what each repeats; 1 in 10,000 by chance)."
    )
    assert text.pattern_type == "correlation"
    together = replace(LAGGED, factors={**LAGGED.factors, "lag_us": 0, "r_innovations": -0.7})
    assert "move against each other" in words.of_pattern(["a", "b"], together).description


def test_a_weekly_cycle_names_the_day_and_hour_of_its_top() -> None:
    factors = {"period_us": 7 * DAY, "amplitude": 2.5, "share": 0.4, "peak_us": DAY + 14 * HOUR, "p": 1e-7}
    text = words.of_pattern(["sales"], Pattern("cycle", (0,), 1.0, "every 7 days", factors), "EUR")
    assert "every 7 days, highest around Tuesday 14:00 UTC: it swings by 5 EUR" in text.description


def test_a_cohort_finding_names_member_peers_and_distance() -> None:
    text = words.of_cohort("pump-7", "type=pump", "temperature", PEER, "°C")
    assert text.title == "temperature of pump-7 is above its peers"
    told = "at 71 °C, where its peers in type=pump are at 50 °C: 9.3 times the spread among 19 peers"
    assert told in text.description


def test_metadata_is_json_whatever_the_numbers() -> None:
    window = Outlying(0, MONDAY, MONDAY + DAY, 0.7, 0.9999, (("spread", float("inf")), ("level", -2.0)))
    for text in (words.of_outlying("x", replace(window, carried_by=(("spread", 8.0),))), words.of_change("x", SHIFT)):
        json.dumps(text.metadata, allow_nan=False)
    assert words.clean({"far": float("nan")}) == {"far": None}


def test_a_finding_that_moves_by_an_hour_between_runs_keeps_its_key() -> None:
    assert words.of_change("x", SHIFT).key == words.of_change("x", replace(SHIFT, t=MONDAY + HOUR)).key
    assert words.of_change("x", SHIFT).key != words.of_change("x", replace(SHIFT, kind="slope")).key
    assert words.of_pattern(["a", "b"], LAGGED).key == "correlation:+"


def test_lengths_and_odds_read_well() -> None:
    assert [span(x) for x in (HOUR * 1.5, DAY, 40 * HOUR, 10e6)] == ["90 minutes", "1 day", "40 hours", "10 seconds"]
    assert [odds(x) for x in (0.9, 0.05, 1.04e-4, 0.0)] == [
        "more than 1 in 2",
        "1 in 20",
        "1 in 9,600",
        "1 in 1,000,000,000",
    ]
