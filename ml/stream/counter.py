"""Counters as rates: what only grows says something by how fast it grows.

    rate = (v - v before) / seconds since          a second

A gap spreads: the growth is divided by all the time that it took. A value below the one before is a reset: the counter
began anew at 0 some time since, so it grew by at least v, and nobody knows how much before. That is a lower bound;
where it is above the last rate it is taken (a burst after a restart shows), else the point gives no rate and is not
judged: a reset says nothing unusual by itself. Neither is the first point of a counter.

The rate is the input of the detectors only; what is stored stays as it came.
"""

from __future__ import annotations

import numpy as np
from numba import njit

from ml.state import State
from ml.types import Flags, Floats, Longs, Rows

SECOND_US = 1_000_000.0
RESET = 0.5  # of the value before: what falls by less was rounded or came out of order, and gives no rate


@njit(cache=True, nogil=True)
def kernel(
    row: Rows,
    t: Longs,
    v: Floats,
    counts: Flags,
    newest: Longs,
    value: Floats,
    rate: Floats,
    out: Floats,
    known: Flags,
) -> None:
    """Values of gauges and rates of counters into `out`; `known` where there is one. Before any, `rate` is NaN."""
    for i in range(len(row)):
        r = row[i]
        out[i] = v[i]
        known[i] = True
        if counts[r]:
            if newest[r] == 0:
                known[i] = False
            else:
                seconds = (t[i] - newest[r]) / SECOND_US
                grown = v[i] - value[r] if v[i] >= value[r] else v[i]
                fell = v[i] < RESET * value[r]
                known[i] = v[i] >= value[r] or (fell and rate[r] < grown / seconds)
                if known[i]:
                    out[i] = rate[r] = grown / seconds
            newest[r], value[r] = t[i], v[i]


class Counter:
    """Which rows are counters, and where each of them stands."""

    version = 1

    def __init__(self) -> None:
        fresh = {
            "counts": np.zeros((), np.bool_),
            "newest": np.zeros((), np.int64),
            "value": np.zeros(()),
            "rate": np.full((), np.nan),
        }
        self.state = State(self.version, fresh)

    def mark(self, rows: Rows) -> None:
        """Say that rows, int32[n], are counters; before their first point."""
        if len(rows):
            self.state.ensure(int(rows.max()) + 1)
            self.state["counts"][rows] = True

    def run(self, row: Rows, t: Longs, v: Floats) -> tuple[Floats, Flags] | None:
        """Points sorted by (row, t) -> (float64[n] for the detectors, bool[n] where there is one). None: as it is."""
        s = self.state
        if not s["counts"][row].any():
            return None
        out, known = np.empty(len(row)), np.empty(len(row), np.bool_)
        kernel(row, t, v, s["counts"], s["newest"], s["value"], s["rate"], out, known)
        return out, known
