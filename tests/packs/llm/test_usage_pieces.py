"""Buckets are read from the longest windows that fit into each: as if the core were asked for one bucket at a time."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.packs.llm.question import MOST_BUCKETS, _pieces
from db.calendar import DAY_US, edges, zone_of
from db.packs.window import pieces_of, whole
from tests.packs.llm.usage import ZONES


@pytest.mark.req("S1-70")
@settings(max_examples=60, deadline=None)
@given(
    start=st.integers(1_700_000_000_000_000, 1_800_000_000_000_000),
    length=st.integers(1, 30 * DAY_US),
    zone=st.sampled_from([*ZONES, "UTC"]),
    bucket=st.sampled_from(["1h", "day", "week", "month"]),
)
def test_they_are_those_of_each_bucket(start: int, length: int, zone: str, bucket: str) -> None:
    asked, _ = edges(start, start + length, bucket, zone_of(zone))
    assert len(asked) <= MOST_BUCKETS
    expected = []
    for lo, hi in pairwise(asked.tolist()):
        expected += zip(*pieces_of(whole(lo, hi)).arguments().values(), strict=True)
    assert sorted(zip(*_pieces(asked).values(), strict=True)) == sorted(expected)
