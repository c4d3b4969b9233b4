"""What is asked of every point, whatever protocol brought it, and what is said of it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from api.ingest.draft import Draft
from api.ingest.numbers import NOT_FINITE
from api.ingest.times import FLOOR_US
from db.records import LARGEST, QUARTER_US, SMALLEST, Times

DAY_US = 86_400_000_000
PAST = "the time is before 1973-03-03T09:46:40Z; is its unit what it should be?"
FUTURE = "the time is more than a day in the future"
TOO_LARGE = f"the value is beyond ±{LARGEST:g}: sums of such values cannot be held"

ClosedRange = tuple[int, int, str]
"""[from, to) in us, and why points in it are refused."""


def time_wrong(t: int, now_us: int, closed: list[ClosedRange]) -> str | None:
    """Why a point or event of time t (us) is refused, or None."""
    if t < FLOOR_US:
        return PAST
    if t >= now_us + DAY_US:
        return FUTURE
    return next((why for start, stop, why in closed if start <= t < stop), None)


def refuse(draft: Draft, now_us: int, closed: list[ClosedRange]) -> None:
    """Move the points that are not accepted from the draft's columns to its rejections. As `time_wrong`, in columns."""
    _refuse_values(draft)
    if not len(draft.t):
        return
    low, high = int(draft.t.min()), int(draft.t.max())
    if low < FLOOR_US:
        draft.refuse(draft.t < FLOOR_US, PAST)
    if high >= now_us + DAY_US:
        draft.refuse(draft.t >= now_us + DAY_US, FUTURE)
    for start, stop, why in closed:
        if low < stop and high >= start:
            draft.refuse((draft.t >= start) & (draft.t < stop), why)


def _refuse_values(draft: Draft) -> None:
    """Refuse what cannot be summed and squared; take for 0 what is nearer to it than squares can tell."""
    size = np.abs(draft.v)
    if not (size <= LARGEST).all():  # NaN is not
        draft.refuse(~np.isfinite(draft.v), NOT_FINITE)
        draft.refuse(np.abs(draft.v) > LARGEST, TOO_LARGE)
        size = np.abs(draft.v)
    tiny = (size < SMALLEST) & (size > 0)
    if tiny.any():
        draft.v = np.where(tiny, 0.0, draft.v)
        draft.notes.append(f"{np.count_nonzero(tiny)} values are nearer to 0 than {SMALLEST:g} and were taken for 0")


def late_before(now_us: int, late_after_us: int) -> int:
    """Points before this time (us) lie in 15-minute windows that ended more than `late_after_us` ago."""
    return (now_us - late_after_us - 1) // QUARTER_US * QUARTER_US


def last_of_each(series: NDArray[np.int32], t: Times) -> NDArray[np.bool_] | None:
    """Which points stay when the later of two with the same (series, time) wins; None: all do.

    `series` numbers the series from 0. Points of a series usually come in rising time, which is tried first.
    """
    if len(t) < 2:
        return None
    codes = series.astype(np.uint16) if series.max() < 1 << 16 else series  # 16 bits are sorted by radix
    if (codes[1:] < codes[:-1]).any():
        order = np.argsort(codes, kind="stable")
        codes, times = codes[order], t[order]
    else:
        times = t
    if ((codes[1:] != codes[:-1]) | (times[1:] > times[:-1])).all():
        return None
    order = np.lexsort((t, series))  # stable: of equals, the later in the body comes last
    same = (series[order][1:] == series[order][:-1]) & (t[order][1:] == t[order][:-1])
    if not same.any():
        return None
    keep = np.ones(len(t), np.bool_)
    keep[order[:-1][same]] = False
    return keep
