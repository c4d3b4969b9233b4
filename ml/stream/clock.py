"""The pulse of each series: newest time, usual step between points, how many points and how many changes of value.

The step is a Huberised location: step += clip(dt - step, -g step, g step), g = max(0.05, 1 / n). Regular sampling
gives it exactly; gaps move it by at most 5 % and it comes back at once; irregular sampling gives about the median.
"""

from __future__ import annotations

import numpy as np
from numba import njit

from ml.state import State
from ml.types import Floats, Longs, Rows, Ticks


@njit(cache=True, nogil=True)
def kernel(
    row: Rows,
    t: Longs,
    v: Floats,
    newest: Longs,
    step: Floats,
    count: Longs,
    moves: Longs,
    last: Floats,
    dt_out: Floats,
    step_out: Floats,
    n_out: Longs,
    moves_out: Longs,
) -> None:
    """Write what was known before each point, then learn it."""
    for i in range(len(row)):
        r = row[i]
        n = count[r]
        n_out[i] = n
        step_out[i] = step[r]
        moves_out[i] = moves[r]
        if n == 0:
            dt_out[i] = 0.0
        else:
            dt = float(t[i] - newest[r])
            dt_out[i] = dt
            if n == 1:
                step[r] = dt
            else:
                most = step[r] * max(0.05, 1.0 / n)
                step[r] += min(max(dt - step[r], -most), most)
            if v[i] != last[r]:
                moves[r] += 1
        newest[r] = t[i]
        last[r] = v[i]
        count[r] = n + 1


class Clock:
    """Turns (row, t, v) into Ticks and keeps the pulse of each row."""

    version = 1

    def __init__(self) -> None:
        zero, none = np.zeros((), np.int64), np.zeros((), np.float64)
        fresh = {"newest": zero, "step": none, "count": zero, "moves": zero, "last": none}
        self.state = State(self.version, fresh)

    def run(self, row: Rows, t: Longs, v: Floats) -> Ticks:
        """Points sorted by (row, t), strictly newer than anything of their row -> Ticks."""
        n = len(row)
        windows = (np.full(n, np.nan) for _ in range(5))  # for `ml.stream.windows`
        ticks = Ticks(row, t, v, np.empty(n), np.empty(n), np.empty(n, np.int64), np.empty(n, np.int64), *windows)
        s = self.state
        pulse = (s["newest"], s["step"], s["count"], s["moves"], s["last"])
        kernel(row, t, v, *pulse, ticks.dt, ticks.step, ticks.n, ticks.moves)
        return ticks
