"""Arithmetic on folded series: parts become a fold, folds become values, gaps are filled, periods compared. Pure numpy.

A fold has a row a (group, bucket) that has points; here they become a grid float64[groups, buckets] with nan where
there is nothing. Times are us, rates are per second.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from db.packed import FOLD, Rows
from db.records import Folded, Ids, Times, Values

Grid = NDArray[np.float64]
Counts = NDArray[np.int64]
Fill = Literal["none", "zero", "null", "locf", "linear"]
Basis = Literal["ok", "no_baseline", "partial"]

SIMPLE = ("avg", "sum", "min", "max", "count", "first", "last")


def fold_windows(rows: Rows, ids: Ids, groups: Ids, edges: Times) -> Rows:
    """Raw windows (`packed.WINDOW`) as parts of a fold (`packed.FOLD`), one row a window."""
    order = np.argsort(ids)
    parts = np.zeros(len(rows), FOLD)
    t = rows["t"].astype(np.int64)
    parts["group"] = groups[order][np.searchsorted(ids[order], rows["id"])]
    parts["bucket"] = np.searchsorted(edges, np.maximum(t, edges[0]), "right") - 1
    for name in ("n", "sum", "min", "max", "first", "last"):
        parts[name] = rows[name]
    parts["first_at"] = parts["last_at"] = t / 1e6
    return parts


def merge(parts: Rows) -> Folded:
    """Parts of a fold, several of which may speak of the same (group, bucket), as one row each, in order."""
    group, bucket = parts["group"].astype(np.int64), parts["bucket"].astype(np.int64)
    width = int(bucket.max(initial=0)) + 1
    keys, where = np.unique(group * width + bucket, return_inverse=True)
    n, size = parts["n"].astype(np.int64), len(keys)
    total, low, high = np.zeros(size), np.full(size, np.inf), np.full(size, -np.inf)
    counts = np.zeros(size, np.int64)
    np.add.at(counts, where, n)
    np.add.at(total, where, parts["sum"])
    np.minimum.at(low, where, parts["min"])
    np.maximum.at(high, where, parts["max"])
    return Folded(
        group=(keys // width).astype(np.int32),
        bucket=(keys % width).astype(np.int32),
        n=counts,
        sum=total,
        min=low,
        max=high,
        first=_end(parts["first"], parts["first_at"], where, size, first=True),
        last=_end(parts["last"], parts["last_at"], where, size, first=False),
    )


def _end(v: Values, at: Values, where: NDArray[np.int64], size: int, *, first: bool) -> Values:
    """The earliest (or latest) value of each place; of several at one time the smallest (or largest)."""
    out = np.full(size, np.nan)
    order = np.lexsort((v, at))
    order = order[::-1] if first else order  # what is assigned last stays
    out[where[order]] = v[order]
    return out


@dataclass(frozen=True)
class Cells:
    """Values of an aggregate, and how many points they stand for: [groups, buckets]; nan and 0 where nothing is."""

    v: Grid
    n: Counts


def cells(folded: Folded, agg: str, groups: int, buckets: int) -> Cells:
    """A fold as a grid of one of the aggregates in `SIMPLE`."""
    v, n = np.full((groups, buckets), np.nan), np.zeros((groups, buckets), np.int64)
    v[folded.group, folded.bucket] = simple(folded, agg)
    n[folded.group, folded.bucket] = folded.n
    return Cells(v, n)


def simple(folded: Folded, agg: str) -> Values:
    """The aggregate of each row of a fold."""
    if agg == "avg":
        return folded.sum / folded.n
    if agg == "count":
        return folded.n.astype(np.float64)
    column: Values = getattr(folded, agg)
    return column


def totals(folded: Folded, agg: str, groups: int) -> Values:
    """The aggregate over the whole range, one a group; nan for a group without points."""
    out = np.full(groups, np.nan)
    firsts = np.flatnonzero(np.r_[True, np.diff(folded.group) != 0]) if len(folded.group) else np.empty(0, np.int64)
    if not len(firsts):
        return out
    lasts = np.r_[firsts[1:], len(folded.group)] - 1
    n, total = np.add.reduceat(folded.n, firsts), np.add.reduceat(folded.sum, firsts)
    values: dict[str, Callable[[], NDArray[Any]]] = {
        "avg": lambda: total / n,
        "sum": lambda: total,
        "count": lambda: n.astype(np.float64),
        "min": lambda: np.minimum.reduceat(folded.min, firsts),
        "max": lambda: np.maximum.reduceat(folded.max, firsts),
        "first": lambda: folded.first[firsts],
        "last": lambda: folded.last[lasts],
    }
    out[folded.group[firsts]] = values[agg]()
    return out


def rate(increase: Grid, edges: Times, through: int) -> Grid:
    """Growth -> growth a second. A bucket that is not over yet counts as long as it has lasted until `through`."""
    seconds = (np.minimum(edges[1:], np.maximum(through, edges[:-1] + 1)) - edges[:-1]) / 1e6
    return increase / seconds


def fill(v: Grid, how: Fill, upto: int) -> tuple[Grid, NDArray[np.bool_]]:
    """Fill empty buckets before `upto` (a bucket number): what has not happened yet is never filled.

    zero: 0. null: stays nan, but is shown. locf: the last value before. linear: on the line between both neighbours,
    so never outside them. Returns (values, which of them were empty and are shown).
    """
    empty = np.isnan(v)
    if how == "none":
        return v, np.zeros_like(empty)
    open_ = np.zeros(v.shape[1], np.bool_)
    open_[:upto] = True
    out = v.copy()
    if how == "zero":
        out[empty & open_] = 0.0
    elif how == "locf":
        places = np.where(empty, -1, np.arange(v.shape[1]))
        last = np.maximum.accumulate(places, axis=1)
        held = np.where(last >= 0, np.take_along_axis(v, np.maximum(last, 0), axis=1), np.nan)
        out = np.where(empty & open_, held, v)
    elif how == "linear":
        for row, gaps in zip(out, empty, strict=True):
            have = np.flatnonzero(~gaps)
            if len(have):
                lost = np.flatnonzero(gaps & open_)
                row[lost] = np.interp(lost, have, row[have], np.nan, np.nan)
    shown = empty & open_ & (np.ones_like(empty) if how == "null" else ~np.isnan(out))
    return out, shown


@dataclass(frozen=True)
class Change:
    """How a total compares with the one before. `percent` is there only when it means something."""

    change: float | None
    percent: float | None
    basis: Basis


def compare(now: float, before: float, *, complete: bool, begun: bool) -> Change:
    """Compare the totals of two periods; nan stands for no points. Nothing is divided by nothing.

    partial: this period is not `complete`. no_baseline: no points before, or points that had not `begun` with the
    period before, or a total of 0, of which nothing is a percentage.
    """
    if np.isnan(before):
        return Change(None, None, "no_baseline")
    change = None if np.isnan(now) else now - before
    if not complete:
        return Change(change, None, "partial")
    if change is None or before == 0 or not begun:
        return Change(change, None, "no_baseline")
    return Change(change, 100 * change / abs(before), "ok")
