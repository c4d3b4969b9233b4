"""How unquiet a series is at this time of the day: residuals are divided by it before their tail is looked at.

One factor for each UTC hour, linear between the middles of hours, 1 where nothing is known. Each follows the mean of
|z| of its hour, winsorised at CLIP times itself, over at least POINTS points and never below FLOOR: a machine that is
noisy every night is not unusual at night, and a calm hour is watched more closely.
"""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

from ml.state import State
from ml.types import Floats, Longs, Rows

HOUR_US = 3_600_000_000
SD = 1.2533  # a normal law's ratio of sd to mean deviation
CLIP = 3.0
POINTS = 600.0
FLOOR = 0.2


@njit(cache=True, nogil=True)
def kernel(row: Rows, t: Longs, n: Longs, factors: NDArray[np.float32], z: Floats, spread: Floats) -> None:
    """Divide z by its hour's factor and multiply `spread` by it, from before the point; then learn."""
    for i in range(len(row)):
        own = factors[row[i]]
        hour = (t[i] // HOUR_US) % 24
        f = float(t[i] % HOUR_US) / float(HOUR_US)
        near = (hour + 23) % 24 if f < 0.5 else (hour + 1) % 24
        part = 0.5 + f if f < 0.5 else 1.5 - f
        factor = part * np.float64(own[hour]) + (1.0 - part) * np.float64(own[near])
        size = min(SD * abs(z[i]), CLIP * factor)
        gain = max(1.0 / (n[i] / 24.0 + 20.0), 1.0 / POINTS)
        own[hour] = max(np.float64(own[hour]) + gain * (size - np.float64(own[hour])), FLOOR)
        z[i] /= factor
        spread[i] *= factor


def hourly_state(version: int) -> State:
    """A factor an hour of the day."""
    return State(version, {"factors": np.ones(24, np.float32)})
