"""Folds over what memory holds: whole quarters from rollups, ragged ends from raw points. Exact at any moment."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from db.errors import RawGone
from db.fold import numbers
from db.folding import fold_windows, merge
from db.history import growth
from db.memory.core import Memory
from db.memory.windows import fold as fold_points
from db.packed import FOLD, NUMBER, WINDOW, Rows
from db.pieces import RAW, Marks, plan
from db.records import QUARTER_US, Folded, Ids, Points, Times, Values, from_us

Longs = NDArray[np.int64]


def window_rows(memory: Memory, ids: Ids, start: int, stop: int) -> Rows:
    """Windows in [start, stop), those at ragged ends of only what lies inside; sorted by (series, time)."""
    parts = [np.zeros(0, WINDOW)]
    for piece in plan(ids, start, stop, "samples_15m", Marks()):
        if piece.level == RAW:
            parts.append(_of_points(memory.rings.points(ids, piece.lo, piece.hi)))
        else:
            parts.append(memory.windows.rows(ids, piece.lo, piece.hi))
    rows = np.concatenate(parts)
    return rows[np.lexsort((rows["t"], rows["id"]))]


def _of_points(points: Points) -> Rows:
    ids, windows, folded = fold_points(points)
    rows = np.zeros(len(ids), WINDOW)
    rows["id"], rows["t"] = ids, windows
    for name in ("n", "sum", "min", "max", "first", "last"):
        rows[name] = folded[name]
    return rows


def fold(memory: Memory, ids: Ids, groups: Ids, edges: Times) -> Folded:
    """See `Archive.fold`."""
    rows = window_rows(memory, ids, int(edges[0]), int(edges[-1]))
    return merge(np.concatenate([np.zeros(0, FOLD), fold_windows(rows, ids, groups, edges)]))


def increase(memory: Memory, ids: Ids, groups: Ids, edges: Times) -> Folded:
    """See `Archive.increase`."""
    windows = window_rows(memory, ids, int(edges[0]), int(edges[-1]))
    grown = growth(windows)
    order = np.argsort(ids)
    of = groups[order][np.searchsorted(ids[order], windows["id"])].astype(np.int64)
    t = np.maximum(windows["t"].astype(np.int64), edges[0])
    return summed(of, np.searchsorted(edges, t, "right") - 1, windows["n"].astype(np.int64), grown)


def summed(group: Longs, bucket: Longs, n: Longs, value: Values) -> Folded:
    """The sums of n and value in each (group, bucket), as a fold of the column `sum`."""
    keys, where = np.unique(np.c_[group, bucket], axis=0, return_inverse=True)
    rows = np.zeros(len(keys), NUMBER)
    if len(keys):
        rows["group"], rows["bucket"] = keys[:, 0], keys[:, 1]
        rows["n"] = np.bincount(where.ravel(), weights=n, minlength=len(keys))
        rows["value"] = np.bincount(where.ravel(), weights=value, minlength=len(keys))
    return numbers(rows, "sum")


def quantile(memory: Memory, ids: Ids, groups: Ids, edges: Times, q: float) -> Folded:
    """See `Archive.quantile`."""
    return quantile_of(raw(memory, ids, int(edges[0]), int(edges[-1])), ids, groups, edges, q)


def quantile_of(points: Points, ids: Ids, groups: Ids, edges: Times, q: float) -> Folded:
    """The same of these points."""
    order = np.argsort(ids)
    group = groups[order][np.searchsorted(ids[order], points.ids)].astype(np.int64)
    bucket = np.searchsorted(edges, points.t, "right") - 1
    by = np.lexsort((points.v, bucket, group))
    group, bucket, v = group[by], bucket[by], points.v[by]
    starts = np.flatnonzero(np.r_[True, (np.diff(group) != 0) | (np.diff(bucket) != 0)]) if len(v) else np.empty(0, int)
    counts = np.diff(np.r_[starts, len(v)])
    rows = np.zeros(len(starts), NUMBER)
    rows["group"], rows["bucket"], rows["n"] = group[starts], bucket[starts], counts
    place = q * (counts - 1)
    low = starts + np.floor(place).astype(np.int64)
    high = np.minimum(low + 1, starts + counts - 1)
    rows["value"] = v[low] + (v[high] - v[low]) * (place - np.floor(place)) if len(v) else 0
    return numbers(rows, "last")


def raw(memory: Memory, ids: Ids, start: int, stop: int) -> Points:
    """Raw points in [start, stop), sorted by (series, time). Raises `RawGone` where the budget took some of them."""
    points = memory.rings.points(ids, start, stop)
    since = memory.rings.since
    if start < since:
        first = start // QUARTER_US * QUARTER_US
        counted = memory.windows.rows(ids, first, min(stop, since))["n"].sum()
        held = memory.rings.points(ids, first, -(-min(stop, since) // QUARTER_US) * QUARTER_US)
        if counted > len(held):
            raise RawGone(
                f"Raw points before {from_us(since):%Y-%m-%dT%H:%MZ} had to go (TIDEWATCH_MEMORY_MB). Begin later,"
                " or ask for avg, sum, min, max, count, first, last or rate from a quarter of an hour on, which rollups"
                " hold."
            )
    return points
