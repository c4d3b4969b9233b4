"""What is packed for the journal comes back with the same bits, in fewer bytes."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from db.journal_codec import pack_points, unpack_points
from db.packing import HEAD_BYTES, pack_times, pack_values, pack_whole, unpack_values, unpack_whole
from db.records import Points

FLOATS = st.floats(allow_nan=False, allow_infinity=False)
DECIMALS = st.decimals(-(10**6), 10**6, places=3).map(float)
SIZES = st.integers(0, 60)
TIMES = st.integers(-(1 << 61), 1 << 61)


@given(arrays(np.float64, SIZES, elements=FLOATS) | arrays(np.float64, SIZES, elements=DECIMALS))
def test_values_keep_every_bit(v):
    back, end = unpack_values(packed := pack_values(v), 0, len(v))
    assert end == len(packed)
    assert back.tobytes() == v.tobytes()


@given(arrays(np.int64, SIZES, elements=TIMES), st.sampled_from([1, 1000, 1_000_000]))
def test_times_keep_every_microsecond(t, unit):
    t = t // unit * unit
    back, end = unpack_whole(packed := pack_times(t), 0, len(t))
    assert end == len(packed)
    assert back.tolist() == t.tolist()


@pytest.mark.parametrize("odd", [-0.0, 0.1 + 0.2, 1e300, 5e-324, 2.0**53, 1e15 + 0.3])
def test_one_odd_value_costs_space_and_nothing_else(odd):
    v = np.round(np.linspace(1, 2, 100), 2)
    v[70] = odd
    assert unpack_values(pack_values(v), 0, 100)[0].tobytes() == v.tobytes()


def test_measurements_take_few_bytes():
    v = np.round(np.linspace(20, 80, 1000), 2)
    t = 1_767_225_600_000_000 + 10_000_000 * np.arange(1000)
    assert len(pack_values(v)) == HEAD_BYTES + 2 * 1000
    assert len(pack_times(t)) == HEAD_BYTES + 2 * 1000
    assert len(pack_whole(np.full(1000, 70_000))) == HEAD_BYTES + 1000


def test_a_late_odd_time_is_not_cut_to_the_unit_of_the_others():
    t = 1_767_225_600_000_000 + 1_000_000 * np.arange(100)
    t[90] += 1
    assert unpack_whole(pack_times(t), 0, 100)[0].tolist() == t.tolist()


def test_points_come_back_as_they_were():
    points = Points(np.array([7, 2**31 - 1], np.int32), np.array([10**15, 10**15 + 7]), np.array([0.5, -1e-9]))
    back = unpack_points(pack_points(points))
    assert (back.ids.dtype, back.ids.tolist()) == (np.int32, [7, 2**31 - 1])
    assert (back.t.tolist(), back.v.tolist()) == ([10**15, 10**15 + 7], [0.5, -1e-9])


def test_a_payload_of_another_length_is_refused():
    with pytest.raises(ValueError, match="3 points end after"):
        unpack_points(pack_points(Points(np.arange(3, dtype=np.int32), np.arange(3), np.arange(3.0))) + b"x")
