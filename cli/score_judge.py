"""Times and values as a file holds them -> scores, by the same code as the pipeline's.

A score is that of the row's instant: 0 while the series warms up and where the row holds no point. Rows may come in any
order; of equal times the last one counts, and all of them get its score, as when one batch brings them.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ml.group import score_group
from ml.offline import score_series
from ml.types import FLOORS, OPEN, Changes, Flags, Floats, Longs, Verdicts

ALERT = FLOORS[0]
"""A score from here on is an alert: the threshold of the pipeline's episodes."""
Series = Callable[[Longs, Floats], tuple[Verdicts, Changes]]


def judge_rows(t: Longs, v: Floats, good: Flags, series: Series = score_series) -> tuple[Floats, int]:
    """t int64[n] us UTC in any order, v float64[n], good bool[n]: the rows that hold a point.

    -> score float64[n], and how many alerts the pipeline would have opened. `series` judges what is in order.
    """
    out = np.zeros(len(t))
    order, last = _in_order(t, good)
    if not len(order):
        return out, 0
    taken = order[last]
    verdicts, changes = series(t[taken], v[taken])
    instant: Longs = np.cumsum(last) - last  # of each row in order: which instant it belongs to
    out[order] = np.nan_to_num(verdicts.score)[instant]
    return out, int(np.count_nonzero(changes.verb == OPEN))


def _in_order(t: Longs, good: Flags) -> tuple[Longs, Flags]:
    """The good rows by time, and which of them is the last of its instant."""
    rows = np.flatnonzero(good)
    order = rows[np.argsort(t[rows], kind="stable")]
    return order, np.diff(t[order], append=np.iinfo(np.int64).max) > 0


def score_matrix(t: Longs, x: Floats) -> Floats:
    """A group of metrics, x float64[n, metrics] (NaN: no point) at the strictly ascending t int64[n] us UTC.

    -> one score float64[n]: the higher of the group's, as `ml.group` judges it, and of its members', each of which pays
    for all that were looked at.
    """
    members = [judge_rows(t, column, np.isfinite(column))[0] for column in x.T if np.isfinite(column).any()]
    if not members:
        return np.zeros(len(t))
    alone = np.array(members)
    odds = (alone / np.maximum(1.0 - alone, np.finfo(np.float64).tiny)).mean(axis=0)  # of 1 / r
    score: Floats = odds / (1.0 + odds)
    if len(members) > 1:
        together = score_group(t, x[:, np.isfinite(x).any(axis=0)]).score
        score = np.maximum(score, np.nan_to_num(together))
    return score


def labels(score: Floats) -> Flags:
    """Which rows are alerts."""
    out: Flags = score >= ALERT
    return out
