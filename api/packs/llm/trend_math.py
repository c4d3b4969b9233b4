"""Small statistics of a series of buckets: direction, weekdays, and what comes next. Arrays in, plain numbers out."""

from __future__ import annotations

from dataclasses import dataclass
from math import erfc, sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
MOST = 400
"""Buckets that are looked at, the last ones: all their pairs are."""
FEWEST = 8
"""Below which nothing is said."""
WEEK = 7
NINE_IN_TEN = 1.6449


@dataclass(frozen=True)
class Slope:
    """A median slope a bucket, and how likely one as steep is by chance. `relative`: of the median level, a bucket."""

    each: float
    p_value: float
    n: int


def slope_of(values: Floats, weekly: bool) -> Slope | None:
    """Theil and Sen's slope, and Mann and Kendall's test (with ties), of the last buckets; None of too few.

    `weekly`: buckets are days; what a weekday adds is taken out first.
    """
    values = values[-MOST:]
    if weekly and len(values) >= 2 * WEEK:
        values = values - seasonal(values)
    n = len(values)
    if n < FEWEST:
        return None
    low, high = np.triu_indices(n, 1)
    gaps = values[high] - values[low]
    score = float(np.sign(gaps).sum())
    _, ties = np.unique(values, return_counts=True)
    variance = (n * (n - 1) * (2 * n + 5) - float((ties * (ties - 1) * (2 * ties + 5)).sum())) / 18
    z = (abs(score) - 1) / sqrt(variance) if score and variance > 0 else 0.0
    return Slope(float(np.median(gaps / (high - low))), erfc(max(z, 0.0) / sqrt(2)), n)


def seasonal(values: Floats) -> Floats:
    """What the position in the week adds, around the line through all: means of what is left, summing to nothing."""
    x = np.arange(len(values), dtype=np.float64)
    rest = values - np.polyval(np.polyfit(x, values, 1), x)
    means = np.array([rest[day::WEEK].mean() for day in range(WEEK)])
    added: Floats = (means - means.mean())[np.arange(len(values)) % WEEK]
    return added


def weekday_means(values: Floats, first: int) -> list[tuple[float | None, int]]:
    """(mean, days) of each weekday from Monday on, where the first value is of weekday `first`."""
    days = (np.arange(len(values)) + first) % WEEK
    found: list[tuple[float | None, int]] = []
    for day in range(WEEK):
        mine = values[days == day]
        found.append((float(mine.mean()) if len(mine) else None, len(mine)))
    return found


@dataclass(frozen=True)
class Ahead:
    """What is to be expected of the next buckets."""

    value: Floats
    lo: Floats
    hi: Floats


def ahead(values: Floats, steps: int, weekly: bool) -> Ahead | None:
    """The last level, the robust slope and the weekday, carried on; None of less than two weeks (or 14 buckets).

    The interval holds nine in ten of the errors that this would have made over the last buckets, and widens with the
    root of the steps.
    """
    values = values[-MOST:]
    if len(values) < 2 * WEEK:
        return None
    season = seasonal(values) if weekly else np.zeros(len(values))
    flat = values - season
    x = np.arange(len(values), dtype=np.float64)
    slope = slope_of(flat, weekly=False)
    each = slope.each if slope and slope.p_value < 0.05 else 0.0
    level = float(np.median((flat - each * x)[-28:]))
    errors = flat - (level + each * x)
    spread = 1.4826 * float(np.median(np.abs(errors[-56:] - np.median(errors[-56:]))))
    later = np.arange(len(values), len(values) + steps)
    added = season[:WEEK][later % WEEK] if weekly else 0.0
    value = level + each * later + added
    width = NINE_IN_TEN * spread * np.sqrt(1 + np.arange(1, steps + 1) / len(values))
    return Ahead(np.maximum(value, 0), np.maximum(value - width, 0), np.maximum(value + width, 0))


def finite(values: list[Any]) -> Floats:
    """Numbers as an array; what is missing is nan."""
    return np.array([np.nan if value is None else float(value) for value in values], np.float64)
