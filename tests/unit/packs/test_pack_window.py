"""Pieces hold every moment of a range once, from rows that straddle no edge."""

from __future__ import annotations

import itertools
import re

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from db.packs.registry import packs
from db.packs.window import LEVELS, MINUTE_US, moments, pieces_of, whole
from db.records import to_us
from tests.packs.sixth import known

DAY = 1440 * MINUTE_US
QUARTERS = st.integers(0, 40 * 96).map(lambda n: n * 15 * MINUTE_US)
ANY = st.integers(0, 40 * DAY)


@given(st.lists(QUARTERS, max_size=8, unique=True), ANY, ANY)
def test_they_partition_the_range_and_straddle_no_edge(inner: list[int], a: int, b: int) -> None:
    lo, hi = min(a, b), max(a, b) + 1
    edges = np.array([lo, *sorted(t for t in inner if lo < t < hi), hi], np.int64)
    pieces = pieces_of(edges)
    spans = list(zip(map(to_us, pieces.los), map(to_us, pieces.his), pieces.levels, strict=True))
    assert spans[0][0] == lo and spans[-1][1] == hi
    assert all(before[1] == after[0] for before, after in itertools.pairwise(spans))
    for start, stop, level in spans:
        assert start < stop
        if level:
            step = level * MINUTE_US
            assert start % step == 0 and stop % step == 0
            assert not [edge for edge in edges[1:-1].tolist() if start < edge < stop and edge % step]


@given(ANY, ANY)
def test_whole_windows_are_read_where_they_fit(a: int, b: int) -> None:
    pieces = pieces_of(whole(min(a, b), max(a, b) + 1))
    facts = sum(
        to_us(hi) - to_us(lo) for level, lo, hi in zip(pieces.levels, pieces.los, pieces.his, strict=True) if level == 0
    )
    assert facts < 2 * LEVELS[-1] * MINUTE_US
    assert len(pieces.levels) <= 2 * len(LEVELS) + 1


def test_an_empty_range_has_no_pieces() -> None:
    assert pieces_of(whole(5, 5)).arguments() == {"levels": [], "los": [], "his": []}


def test_moments_are_aware() -> None:
    assert [moment.isoformat() for moment in moments(whole(0, DAY))] == [
        "1970-01-01T00:00:00+00:00",
        "1970-01-02T00:00:00+00:00",
    ]


def test_every_pack_looks_each_piece_up_by_itself() -> None:
    with known():
        texts = {path: path.read_text() for pack in packs().values() for path in pack.folder.glob("*.sql")}
    asking = {path: text for path, text in texts.items() if ":levels" in text}
    assert {path.parent.name for path in asking} >= {"content", "fitness", "home_energy", "llm"}
    plain = re.compile(
        r"from (pieces )?p\s+(inner |left )?join|join (pieces )?p on|as p \(level, lo, hi\)\s+(inner |left )?join"
    )
    assert [path for path, text in asking.items() if plain.search(text)] == []
