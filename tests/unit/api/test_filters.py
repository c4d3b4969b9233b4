"""What a live filter lets pass."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.live.filters import Filter
from db.records import Severity
from db.rows import glob

ALERT = {"metric": "cpu.load", "labels": {"host": "a", "zone": "x"}}


@given(st.text("ab*", max_size=8), st.text("ab", max_size=12))
def test_a_star_stands_for_any_characters(pattern: str, text: str) -> None:
    slow = re.fullmatch(".*".join(map(re.escape, pattern.split("*"))), text, re.DOTALL)
    assert glob(pattern, text) == bool(slow)


def test_many_stars_cost_no_time() -> None:
    assert not glob("*a" * 200 + "b", "a" * 20_000)


@pytest.mark.parametrize(
    ("wish", "passes"),
    [
        (Filter(), True),
        (Filter(Severity.high), True),
        (Filter(Severity.critical), False),
        (Filter(metric="cpu.*"), True),
        (Filter(metric="mem.*"), False),
        (Filter.of(None, None, {"host": "a"}), True),
        (Filter.of(None, None, {"host": "b"}), False),
        (Filter.of(None, None, {"host": "a", "disk": "1"}), False),
    ],
)
def test_everything_that_is_wished_must_hold(wish: Filter, passes: bool) -> None:
    assert wish.passes(Severity.high, ALERT) is passes


def test_the_order_of_labels_makes_no_other_filter() -> None:
    assert Filter.of(None, "x", {"a": "1", "b": "2"}) == Filter.of(None, "x", {"b": "2", "a": "1"})
