"""Times as producers write them."""

from datetime import UTC, datetime

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from api.ingest import times
from db.records import to_us

NEW_YEAR = to_us(datetime(2026, 1, 1, tzinfo=UTC))


@pytest.mark.parametrize(
    "given",
    [
        1767225600,
        1767225600000,
        1767225600000000,
        1767225600000000000,
        1767225600.0,
        "2026-01-01T00:00:00Z",
        "2026-01-01t00:00:00z",
        "2026-01-01 01:00:00.000000+01:00",
        "2025-12-31T18:15:00-05:45",
        1767225600000000999,
        "2026-01-01T00:00:00.000000999Z",
    ],
)
def test_all_spellings_mean_the_same_instant(given: object) -> None:
    assert times.one(given) == NEW_YEAR
    assert times.convert([given])[0].tolist() == [NEW_YEAR]


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (None, "missing"),
        (True, "must be"),
        ([], "must be"),
        (float("nan"), "not a number"),
        ("yesterday", "RFC 3339"),
        ("1767225600", "RFC 3339"),
        ("2026-01-01T00:00:00", "no zone"),
        ("2026-02-30T00:00:00Z", "calendar"),
        ("2026-01-01T00:00:60Z", "calendar"),
    ],
)
def test_what_is_no_time_says_why(given: object, reason: str) -> None:
    assert reason in str(times.one(given))


def test_units_may_be_mixed_in_a_column() -> None:
    us = times.quick([1767225600, 1767225600000, 1767225600000000, 1767225600000000000])
    assert us is not None and us.tolist() == [NEW_YEAR] * 4


def test_numbers_too_small_or_too_large_fall_outside_the_accepted_range() -> None:
    us, wrong = times.convert([-5, 0, 99_999_999, 10**25, float("inf")])
    assert not wrong
    assert (us[:3] < times.FLOOR_US).all() and (us[3:] == times.NEVER_US).all()


NUMBERS = st.integers(-(2**63), 2**64) | st.integers(10**8 - 5, 10**20 + 5) | st.floats()
TEXTS = st.datetimes(timezones=st.timezones()).map(datetime.isoformat) | st.text(max_size=8)


@given(
    st.lists(st.integers(-(2**63), 2**63 - 1), max_size=5)
    | st.lists(st.floats(), max_size=5)
    | st.lists(NUMBERS | TEXTS | st.none() | st.booleans(), max_size=5)
    | st.lists(TEXTS, max_size=5)
)
@example([1767225600.1234567, 1767225600123.4])
@example(["2026-01-01T00:00:00.5+05:30", "1999-12-31T23:59:59Z"])
@example([1767225600, True])
@example([10**11 - 1, 10**11, 10**14, 10**17])
def test_the_quick_road_agrees_with_the_careful_one(given: list[object]) -> None:
    quick = times.quick(given)
    careful, wrong = times.careful(given)
    if quick is not None:
        assert not wrong
        assert np.array_equal(quick, careful)
