"""What is expected of a goal: pace, projection with an interval, streaks. Pure numerics: arrays in, arrays out.

A past of whole days gives what a day brings, apart for each weekday. The days ahead are drawn from it, `DRAWS` times:
each draw first draws a past of its own from the past (with repetition, weekday by weekday), then each day ahead from
days of the same weekday in that past. The first step carries that a pace is known from few days only, the second that
days differ. Of the part of today that is left, each point of the day drawn for it is there with the share of the day
that is left. Sums, counts, extremes and averages follow by their own arithmetic, and so what the value will be at the
end, when it comes to the target, and how likely that is: all are quantiles or shares over the draws.

Efron & Tibshirani, An Introduction to the Bootstrap (1993), chapters 8 and 16, on days in place of errors.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]

DRAWS = 500
LEVEL = 0.8
"""The share of draws that lies inside an interval."""
LEAST_DAYS = 7
"""Of the past; with fewer nothing is expected."""
PER_WEEKDAY = 3
"""Days of each weekday from which on weekdays are told apart."""


@dataclass(frozen=True)
class Days:
    """Columns of one length, a row a day: n points (int64), their sum, min, max and last (nan: none)."""

    n: NDArray[np.int64]
    sum: Values
    min: Values
    max: Values
    last: Values


@dataclass(frozen=True)
class Expected:
    """`value` at the end (median), in [low, high] at `LEVEL`. `probability`: that the target is come to (passed, with
    `above`) by then. `day`: the day ahead, 0 today, on which that is (median), in [day_low, day_high]; None: not within
    the days ahead. `pace`: what a day brings on average."""

    value: float
    low: float
    high: float
    probability: float
    day: int | None
    day_low: int | None
    day_high: int | None
    pace: float


def expect(
    past: Days, weekdays: NDArray[np.int64], ahead: NDArray[np.int64], left: float, now: Days, agg: str, target: float,
    *, above: bool = False, seed: int = 0,
) -> Expected | None:  # fmt: skip
    """What is expected of a value by the end of the days ahead; None: the past is too short, or says nothing.

    `weekdays` of the past, `ahead` of today and the days behind it; `left`: the share of today that is left; `now`: all
    that counts already; `above`: by the end the value has to be above the target, not only at it.
    """
    if len(weekdays) < LEAST_DAYS or not past.n.any() or not len(ahead):
        return None
    rng = np.random.default_rng(seed)
    drawn = _draw(weekdays, ahead, rng)
    kept = _left(past.n[drawn[:, 0]], left, rng)
    paths = _paths(past, drawn, kept, now, agg)
    ends = paths[:, -1]
    if np.isnan(ends).all():
        return None
    there = (paths > target) if above else (paths >= target)
    low, value, high = np.nanquantile(ends, [(1 - LEVEL) / 2, 0.5, (1 + LEVEL) / 2])
    first = np.where(there.any(axis=1), there.argmax(axis=1), len(ahead)).astype(float)
    day_low, day, day_high = (_day(q, first, len(ahead)) for q in ((1 - LEVEL) / 2, 0.5, (1 + LEVEL) / 2))
    return Expected(
        float(value), float(low), float(high), float(there[:, -1].mean()), day, day_low, day_high, _pace(past, agg)
    )


def _day(q: float, first: Values, none: int) -> int | None:
    at = int(np.quantile(first, q, method="inverted_cdf"))
    return None if at >= none else at


def _draw(weekdays: NDArray[np.int64], ahead: NDArray[np.int64], rng: np.random.Generator) -> NDArray[np.int64]:
    """For each draw and day ahead a day of the past: int64[DRAWS, days]."""
    counts = np.bincount(weekdays, minlength=7)
    apart = bool((counts >= PER_WEEKDAY).all())
    drawn = np.empty((DRAWS, len(ahead)), np.int64)
    for weekday in range(7 if apart else 1):
        pool = np.flatnonzero(weekdays == weekday) if apart else np.arange(len(weekdays))
        columns = np.flatnonzero(ahead == weekday) if apart else np.arange(len(ahead))
        own = pool[rng.integers(0, len(pool), (DRAWS, len(pool)))]
        picked = rng.integers(0, len(pool), (DRAWS, len(columns)))
        drawn[:, columns] = np.take_along_axis(own, picked, axis=1)
    return drawn


def _left(n: NDArray[np.int64], left: float, rng: np.random.Generator) -> Values:
    """The share of the points of today's draw that is still to come."""
    return rng.binomial(n, min(max(left, 0.0), 1.0)) / np.maximum(n, 1)


def _paths(past: Days, drawn: NDArray[np.int64], kept: Values, now: Days, agg: str) -> Values:
    """The value at the end of each day ahead: float64[DRAWS, days]; nan where there are no points yet."""
    n, total = past.n[drawn].astype(np.float64), past.sum[drawn]
    n[:, 0] *= kept
    total[:, 0] *= kept
    if agg in ("sum", "increase"):
        return np.asarray(now.sum.sum() + total.cumsum(axis=1))
    if agg == "count":
        return np.asarray(now.n.sum() + n.cumsum(axis=1))
    if agg == "avg":
        counts = now.n.sum() + n.cumsum(axis=1)
        sums = now.sum.sum() + total.cumsum(axis=1)
        return np.asarray(np.divide(sums, counts, out=np.full_like(sums, np.nan), where=counts > 0))
    values = {"min": past.min, "max": past.max, "last": past.last}[agg][drawn].copy()
    values[:, 0] = np.where(kept > 0, values[:, 0], np.nan)
    have = {"min": now.min, "max": now.max, "last": now.last}[agg]
    have = have[~np.isnan(have)]
    if agg == "last":
        return _carried(values, float(have[-1]) if len(have) else np.nan)
    fold = np.fmin if agg == "min" else np.fmax
    start = float(fold.reduce(have)) if len(have) else np.nan
    folded: Values = fold(fold.accumulate(values, axis=1), start)
    return folded


def _carried(values: Values, before: float) -> Values:
    """The last value up to each day, `before` at first."""
    whole = np.column_stack([np.full(len(values), before), values])
    at = np.where(np.isnan(whole), 0, np.arange(whole.shape[1]))
    carried: Values = np.take_along_axis(whole, np.maximum.accumulate(at, axis=1), axis=1)[:, 1:]
    return carried


def _pace(past: Days, agg: str) -> float:
    """What a day brings: the sum or count of an average day, else the value of all days."""
    if agg in ("sum", "increase"):
        return float(past.sum.mean())
    if agg == "count":
        return float(past.n.mean())
    if agg == "avg":
        return float(past.sum.sum() / past.n.sum())
    column = {"min": past.min, "max": past.max, "last": past.last}[agg]
    return float(np.nanmean(column))


def streak(met: NDArray[np.bool_], *, now: bool) -> tuple[int, int]:
    """(the run of met windows that is going on, the longest). `met`: of the windows that are over, in order; `now`:
    whether the present one is met already. A present window that is not met yet breaks nothing."""
    runs = [0]
    for one in met.tolist():
        runs.append(runs[-1] + 1 if one else 0)
    current = runs[-1] + bool(now)
    return current, max(current, *runs)
