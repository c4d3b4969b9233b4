"""Packed points in memory: what goes in comes out, in little room, the oldest first to go."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.memory.rings import CHUNK, Rings
from db.memory.windows import Windows
from db.packed import times_of
from db.records import QUARTER_US, Points

pytestmark = pytest.mark.req("S3-05", "S3-75")
SECOND = 1_000_000
PARTS = st.lists(st.integers(1, 400), min_size=1, max_size=6)


@given(PARTS, st.integers(0, 2**32 - 1))
def test_parts_in_any_order_come_out_as_one_row_of_points(sizes: list[int], seed: int) -> None:
    rng, rings = np.random.default_rng(seed), Rings(10**9)
    t = np.sort(rng.choice(10**6, sum(sizes), replace=False)).astype(np.int64) * 1000
    v = rng.normal(0, 9, len(t))
    cuts = np.split(np.arange(len(t)), np.cumsum(sizes)[:-1])
    for part in rng.permutation(len(cuts)):
        rings.append(7, t[cuts[part]], v[cuts[part]])
    found = rings.columns(7)
    assert found[0].tolist() == t.tolist()
    assert found[1].tolist() == v.tolist()
    lo, hi = int(t[len(t) // 3]), int(t[-1])
    assert rings.columns(7, lo, hi)[0].tolist() == t[(t >= lo) & (t < hi)].tolist()


def test_a_measurement_takes_a_few_bytes() -> None:
    rings, n = Rings(10**9), 100 * CHUNK
    v = np.random.default_rng(1).normal(50, 1, n).round(2)
    rings.append(1, SECOND * np.arange(n, dtype=np.int64), v)
    assert rings.size / n < 6


def test_over_the_budget_the_oldest_go_and_it_is_said_from_when_on_all_is_there() -> None:
    rings, n = Rings(20_000), 40 * CHUNK
    for series in (1, 2):
        for at in range(0, n, CHUNK):
            t = SECOND * np.arange(at, at + CHUNK, dtype=np.int64)
            rings.append(series, t, np.random.default_rng(at).normal(0, 1, CHUNK))
            rings.expire(-1)
    assert rings.size <= 20_000 + 2 * CHUNK * 16
    assert rings.since > 0
    for series in (1, 2):
        held = rings.columns(series, rings.since)[0]
        assert held.tolist() == (SECOND * np.arange(-(-rings.since // SECOND), n)).tolist()


def test_what_is_older_than_retention_goes_from_chunks_and_heads() -> None:
    rings = Rings(10**9)
    rings.append(1, SECOND * np.arange(1000, dtype=np.int64), np.arange(1000.0))
    rings.append(2, SECOND * np.arange(10, dtype=np.int64), np.arange(10.0))
    rings.expire(990 * SECOND)
    assert rings.columns(2)[0].tolist() == []
    assert rings.columns(1)[0][-10:].tolist() == (SECOND * np.arange(990, 1000)).tolist()
    assert rings.since == 0


@given(st.integers(0, 2**32 - 1))
def test_rollups_are_what_numpy_says_whatever_the_order(seed: int) -> None:
    rng, windows = np.random.default_rng(seed), Windows()
    t = np.sort(rng.choice(4 * QUARTER_US // SECOND, 60, replace=False)).astype(np.int64) * SECOND
    v = rng.integers(-50, 50, 60).astype(float)
    for part in np.array_split(rng.permutation(60), 4):
        windows.add(Points(np.full(len(part), 3, np.int32), t[part], v[part]))
    rows = windows.rows(np.array([3], np.int32), 0, 4 * QUARTER_US)
    for window, row in zip(times_of(rows), rows, strict=True):
        mine = v[t // QUARTER_US * QUARTER_US == window]
        expected = [len(mine), mine.sum(), mine.min(), mine.max(), mine[0], mine[-1]]
        assert [row[name] for name in ("n", "sum", "min", "max", "first", "last")] == expected
