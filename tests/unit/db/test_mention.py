"""Whether a text names somebody, and the same text without the name."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.privacy.mention import Names

JSON: Any = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12) | st.sampled_from(["anna", "for anna", "x anna."]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=12,
)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("anna", True), ("for anna: 3", True), ("/people/anna/summary?a=1", True), ("user=anna", True), ("Anna.", True),
        ("anna-lena", False), ("annabelle", False), ("anna@example.org", False), ("hanna", False), ("anna.b", False),
    ],
)  # fmt: skip
def test_a_name_counts_whole_or_as_a_word_of_its_own(text: str, named: bool) -> None:
    assert Names(["anna"]).inside(text) is named


@pytest.mark.parametrize("short", ["7", "12345", "abc"])
def test_what_is_too_short_to_tell_counts_only_whole(short: str) -> None:
    assert Names([short]).inside(short, "user_id")
    assert not Names([short]).inside(f"about {short} times")


@given(JSON)
def test_without_the_name_it_is_not_named(value: Any) -> None:
    names = Names(["anna", "anna@example.org"])
    assert not names.inside(names.without(value, "erased-1"))


@given(st.dictionaries(st.sampled_from(["a", "b"]), st.integers() | st.sampled_from(["boris", "annabelle"])))
def test_what_does_not_name_anybody_stays_as_it_is(value: Any) -> None:
    assert Names(["anna"]).without(value, "erased-1") == value
