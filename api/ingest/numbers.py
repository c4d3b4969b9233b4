"""Values as producers write them -> float64. `quick` takes a whole regular column, `careful` value by value; they agree
wherever `quick` answers. NaN and infinity pass: `checks` refuses them for all protocols alike."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa

from db.records import Values

NOT_FINITE = "the value is NaN or infinite"


def convert(values: list[Any]) -> tuple[Values, dict[int, str]]:
    """A column of values -> float64[n], and the reasons for those that are no numbers (given as 0)."""
    quick_values = quick(values)
    return careful(values) if quick_values is None else (quick_values, {})


def quick(values: list[Any]) -> Values | None:
    """A column of integers or floats only; None if it is not."""
    try:
        column = pa.array(values)
    except (pa.ArrowException, OverflowError, UnicodeError):
        return None
    if column.null_count or not (pa.types.is_int64(column.type) or pa.types.is_float64(column.type)):
        return None
    numbers: Values = column.to_numpy().astype(np.float64, copy=False)
    # among floats Arrow takes booleans for 0 and 1
    may_be_boolean = pa.types.is_float64(column.type) and ((numbers == 0) | (numbers == 1)).any()
    return None if may_be_boolean and bool in set(map(type, values)) else numbers


def careful(values: list[Any]) -> tuple[Values, dict[int, str]]:
    """A column, value by value."""
    out, wrong = np.zeros(len(values), np.float64), {}
    for i, given in enumerate(values):
        number = one(given)
        if isinstance(number, str):
            wrong[i] = number
        else:
            out[i] = number
    return out, wrong


def one(given: object) -> float | str:
    """One value, or the reason why it is none."""
    if isinstance(given, bool):
        return "the value is true or false, not a number"
    if not isinstance(given, int | float):
        return "the value is missing" if given is None else "the value must be a number"
    try:
        return float(given)
    except OverflowError:
        return NOT_FINITE
