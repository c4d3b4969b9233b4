"""The sentence that says why."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ml.types import OPEN
from ml.watch import Watch
from ml.words import how_often, number, reason
from tests.ml_series import make, times


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (412.34, "412.3"),
        (0.0, "0"),
        (-0.0012345, "-0.001234"),
        (12_345_678.0, "12,350,000"),
        (100.0, "100"),
        (5.1, "5.1"),
    ],
)
def test_numbers_have_four_digits(value: float, text: str) -> None:
    assert number(value) == text


@pytest.mark.parametrize(
    ("r", "text"),
    [
        (1.0, "about once in 1 week"),
        (0.1, "about once in 2.3 months"),
        (1 / 156.6, "about once in 3 years"),
        (14.0, "about once in 12 hours"),
        (3.0, "about once in 2.3 days"),
        (0.0, "less than once in 1,000 years"),
    ],
)
def test_how_often_says_the_promise_of_the_score(r: float, text: str) -> None:
    assert how_often(1 / (1 + r)) == text


def test_the_sentence_names_value_expected_band_and_rarity() -> None:
    text = reason("seasonal", (412.3, 80.2, 60.1, 100.3), (412.3, 60.1, 100.3), 1 / (1 + 1 / 156.6))
    assert text == (
        "412.3 is 16.5 times the usual spread above the expected 80.2 for this hour (60.1 to 100.3); "
        "a point this rare comes about once in 3 years"
    )


def test_a_new_extreme_says_which() -> None:
    low, high = (reason("novelty", (x, 12, 10, 20), (x, 10, 20), 0.95) for x in (5, 25))
    assert "5 is below the lowest value of the last months (range 10 to 20)" in low
    assert "25 is above the highest" in high


@pytest.mark.parametrize(
    ("detector", "seen", "text"),
    [
        ("level", (31.5, 10.0, 30.0), "The mean of the last 12 points, 31.5, is above its highest of the last months"),
        ("drift", (9.0, 10.0, 30.0), "The mean of the last 144 points, 9, is below its lowest of the last months"),
        ("roughness", (4.0, 0.5, 2.0), "The mean change from point to point, 4, is above its highest"),
        (
            "calm",
            (np.log(0.01), np.log(0.5), np.log(2.0)),
            "0.01, is below its lowest of the last months (range 0.5 to",
        ),
        ("stuck", (np.log2(35), 0.0, np.log2(3)), "25 came 37 times in a row, before at most 5 times"),
    ],
)
def test_what_the_last_points_look_like_is_said_in_their_own_numbers(
    detector: str, seen: tuple[float, ...], text: str
) -> None:
    assert text in reason(detector, (25.0, 20.0, 10.0, 30.0), seen, 0.95)


def test_without_a_spread_none_is_claimed() -> None:
    assert "times" not in reason("jump", (1.0, 0.0, 0.0, 0.0), (1.0, 0.0, 0.0), 0.95)


finite = st.floats(-1e30, 1e30)


@given(st.sampled_from(Watch.names), finite, finite, finite, finite, st.floats(0.9, 1.0))
def test_every_change_can_be_said(name: str, value: float, expected: float, lo: float, hi: float, score: float) -> None:
    text = reason(name, (value, expected, lo, hi), (value, lo, hi), score)
    assert "nan" not in text and "inf" not in text and "a point this rare comes" in text


def test_the_watch_gives_the_reason_of_a_change() -> None:
    x = make("white noise", 1, 1000)[0]
    x[900] = 60.0
    watch = Watch()
    changes = watch.run(np.zeros(1000, np.int32), times(1000), x)[1]
    assert changes.verb[0] == OPEN
    assert watch.reason(changes, 0).startswith("60 is ")
