"""Values as producers write them."""

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from api.ingest import numbers


@pytest.mark.parametrize("regular", [[1, 2, 3], [0.5, 2], [float("nan")], [-(2**53), 2**53]])
def test_regular_columns_take_the_quick_road(regular: list[float]) -> None:
    quick = numbers.quick(regular)
    assert quick is not None and np.array_equal(quick, np.array(regular, float), equal_nan=True)


def test_each_wrong_value_says_why() -> None:
    values, wrong = numbers.convert([1, True, None, "3", [4], 10**400])
    assert values[0] == 1.0 and np.isinf(values[5]) is not True
    assert wrong == {
        1: "the value is true or false, not a number",
        2: "the value is missing",
        3: "the value must be a number",
        4: "the value must be a number",
        5: numbers.NOT_FINITE,
    }


ANY = st.integers() | st.floats() | st.booleans() | st.none() | st.text(max_size=3)


@given(st.lists(ANY, max_size=5) | st.lists(st.integers() | st.floats(), max_size=5))
@example([True, False])
@example([1, True])
@example([1.5, True])
@example([2**53 + 1, 0.5])
@example(["\ud800"])
def test_the_quick_road_agrees_with_the_careful_one(given: list[object]) -> None:
    quick = numbers.quick(given)
    careful, wrong = numbers.careful(given)
    if quick is not None:
        assert not wrong
        assert np.array_equal(quick, careful, equal_nan=True)
