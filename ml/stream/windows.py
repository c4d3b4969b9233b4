"""What the last points look like: their mean, their roughness, how long a value stands. Columns for `records`.

- `level`: mean of the last 12 points; `drift`: mean of the last 144, in twelve blocks, at the end of each block;
- `roughness`: mean |change| from point to point over the last 48; `calm`: its logarithm, in which a series that
  falls silent stands out as one that gets loud (a floor of CALMEST of its long mean keeps it finite);
- `stuck`: log2 of the number of equal values in a row beyond CHANCE, which may happen.

NaN where there is none. Values are kept as float32 distances from an anchor that moves along, sums are made anew each
time round, so nothing is lost to rounding however long the series and far its values.
"""

from __future__ import annotations

import math

import numpy as np
from numba import njit
from numpy.typing import NDArray

from ml.state import State
from ml.types import Floats, Rows, Ticks

Singles = NDArray[np.float32]

SHORT, CHANGES, BLOCKS = 12, 48, 12
CALMEST = 0.02
CHANCE = 2.0
SLOW = 0.002
ANCHOR, LAST, RUN, TURN, MOVED, COUNT = range(6)


@njit(cache=True, nogil=True)
def begin(s: Floats, x: float) -> None:
    """First point of a series."""
    s[ANCHOR], s[LAST], s[RUN], s[TURN], s[MOVED], s[COUNT] = x, x, 0.0, 0.0, 0.0, 0.0


@njit(cache=True, nogil=True)
def total(values: Singles) -> float:
    """Sum in double precision."""
    out = 0.0
    for value in values:
        out += np.float64(value)
    return out


@njit(cache=True, nogil=True)
def move_anchor(s: Floats, sums: Floats, short: Singles, blocks: Singles) -> None:
    """Put the anchor where the values now are."""
    by = np.float64(np.float32(sums[0] / SHORT))
    s[ANCHOR] += by
    for j in range(SHORT):
        short[j] -= by
        blocks[j] -= by
    sums[0] = total(short)


@njit(cache=True, nogil=True)
def kernel(
    row: Rows, v: Floats, state: Floats, short: Singles, changes: Singles, blocks: Singles, sums: Floats,
    level: Floats, drift: Floats, roughness: Floats, calm: Floats, stuck: Floats,
) -> None:  # fmt: skip
    """The columns of each point, the point itself included. `sums`: of `short` and of `changes`."""
    for i in range(len(row)):
        r, x = row[i], v[i]
        s, own = state[r], sums[r]
        if s[COUNT] == 0.0:
            begin(s, x)
        k = int(s[TURN])
        size = abs(x - s[LAST])
        s[RUN] = s[RUN] + 1.0 if x == s[LAST] else 1.0
        s[LAST] = x
        s[COUNT] += 1.0
        s[MOVED] += max(1.0 / s[COUNT], SLOW) * (size - s[MOVED])
        own[0] += np.float64(np.float32(x - s[ANCHOR])) - np.float64(short[r, k % SHORT])
        own[1] += np.float64(np.float32(size)) - np.float64(changes[r, k % CHANGES])
        short[r, k % SHORT], changes[r, k % CHANGES] = x - s[ANCHOR], size
        k += 1
        drift[i] = np.nan
        if k % SHORT == 0:
            own[0] = total(short[r])
            blocks[r, (k // SHORT - 1) % BLOCKS] = own[0] / SHORT
            if s[COUNT] >= SHORT * BLOCKS:
                drift[i] = s[ANCHOR] + total(blocks[r]) / BLOCKS
        if k % CHANGES == 0:
            own[1] = total(changes[r])
        level[i] = s[ANCHOR] + own[0] / SHORT if s[COUNT] >= SHORT else np.nan
        rough = max(own[1], 0.0) / CHANGES
        roughness[i] = rough if s[COUNT] > CHANGES else np.nan
        floor = CALMEST * s[MOVED]
        calm[i] = math.log(rough + floor) if s[COUNT] > CHANGES and rough + floor > 0.0 else np.nan
        stuck[i] = math.log2(s[RUN] - CHANCE) if s[RUN] > CHANCE + 1.0 else 0.0
        if k == SHORT * BLOCKS:
            k = 0
            move_anchor(s, own, short[r], blocks[r])
        s[TURN] = float(k)


class Windows:
    """Keeps the last points of each row and tells what they look like."""

    version = 1

    def __init__(self) -> None:
        rings = {"short": SHORT, "changes": CHANGES, "blocks": BLOCKS}
        self.state = State(
            self.version,
            {"state": np.zeros(6), "sums": np.zeros(2)}
            | {name: np.zeros(size, np.float32) for name, size in rings.items()},
        )

    def run(self, ticks: Ticks) -> None:
        """Write the columns of ticks, which are sorted by (row, t)."""
        s = self.state
        kept = (s["state"], s["short"], s["changes"], s["blocks"], s["sums"])
        kernel(ticks.row, ticks.v, *kept, ticks.level, ticks.drift, ticks.roughness, ticks.calm, ticks.stuck)
