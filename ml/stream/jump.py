"""One-step surprise: how far from where the last points pointed to.

    forecast = mean + phi^k (x - mean),   e = value - forecast,   z = e / (spread * widening(k))

x: the cleaned last value, mean: a slow mean, phi: lag-1 regression of x on the x before it, in [0, 1]: white noise gets
phi near 0 (forecast = mean), a random walk or a smooth curve phi near 1 (forecast = last value). phi is shrunk by its
own sampling error, by 1 - 4 / (n phi^2) (James & Stein 1961), or a large value would bend the next forecast of what has
no memory. After a gap of k steps an AR(1) process has spread(k) / spread(1) = sqrt((1 - phi^2k) / (1 - phi^2)), so a
gap widens the band and is not unusual. The error is held against the usual one of this hour (`ml.stream.hourly`).

Learning (after scoring) uses a robust filter (Masreliez & Martin 1977): x = forecast + clip(e, +-K spread), so the
way back from a spike is no second surprise. Each further error on the same side doubles the clip: a real shift is
accepted within some points, the later the larger it is.
"""

from __future__ import annotations

import math
from typing import ClassVar

import numpy as np
from numba import njit

from ml.state import State
from ml.stream.base import Detector
from ml.stream.hourly import hourly_state
from ml.stream.hourly import kernel as hourly_kernel
from ml.stream.tail import kernel as tail_kernel
from ml.stream.tail import tail_state
from ml.types import Evidence, Flags, Floats, Longs, Rows, Ticks

K = 3.0
FLOOR = 0.2
WILD = 1000.0
GAIN = 0.002  # memory of some 500 points
WARM = 96
MEAN, CLEAN, MEANDEV, RAWDEV, SXX, SXY, RUN = range(7)


@njit(cache=True, nogil=True)
def spread(s: Floats) -> float:
    """The usual size of errors, as a normal law's standard deviation."""
    return float(1.2533 * max(s[MEANDEV], FLOOR * s[RAWDEV]))


@njit(cache=True, nogil=True)
def unless_wild(size: float, usual: float, n: int) -> float:
    """`size`, but no more than WILD times the usual: one glitch must not blind for thousands of points."""
    return min(size, WILD * usual) if n >= 10 and usual > 0.0 else size


@njit(cache=True, nogil=True)
def widening(phi: float, k: float) -> float:
    """How much wider the band is after k steps than after one."""
    if k <= 1.0:
        return 1.0
    if phi > 0.999:
        return math.sqrt(k)
    return math.sqrt((1.0 - math.pow(phi, 2.0 * k)) / (1.0 - phi * phi))


@njit(cache=True, nogil=True)
def learn(s: Floats, x: float, forecast: float, e: float, wide: float, phi: float, n: int) -> None:
    """`e` is the error in units of one step; `wide` the widening that it was divided by."""
    gain = max(1.0 / (n + 1.0), GAIN)
    near = K * spread(s)
    run = s[RUN]
    if abs(e) <= near:
        s[RUN] = 0.0
    else:
        same = (e > 0.0 and run > 0.0) or (e < 0.0 and run < 0.0)
        s[RUN] = min(abs(run) + 1.0 if same else 1.0, 40.0) * (1.0 if e > 0.0 else -1.0)
    most = near * wide * math.pow(2.0, max(abs(s[RUN]) - 1.0, 0.0))
    clean = forecast + min(max(x - forecast, -most), most) if n >= 10 and near > 0.0 else x
    before = s[CLEAN] - s[MEAN]
    s[SXX] += gain * (before * before - s[SXX])
    if wide == 1.0:
        s[SXY] += gain * (before * (clean - s[MEAN]) - s[SXY])
    else:
        s[SXY] += gain * (before * before * phi - s[SXY])
    s[RAWDEV] += gain * (unless_wild(abs(e), s[RAWDEV], n) - s[RAWDEV])
    s[MEANDEV] += gain * (min(abs(e), 3.0 * near / (K * 1.2533)) - s[MEANDEV])
    s[MEAN] += gain * (clean - s[MEAN])
    s[CLEAN] = clean


@njit(cache=True, nogil=True)
def kernel(
    row: Rows,
    v: Floats,
    dt: Floats,
    step: Floats,
    n: Longs,
    state: Floats,
    z: Floats,
    forecast_out: Floats,
    spread_out: Floats,
    warm: Flags,
) -> None:
    """Forecast, spread, z and warmth of each point from before it; then learn."""
    for i in range(len(row)):
        s, x, k = state[row[i]], v[i], n[i]
        if k == 0:
            s[MEAN] = x
            s[CLEAN] = x
        phi = min(max(s[SXY] / s[SXX], 0.0), 1.0) if s[SXX] > 0.0 else 1.0
        if 0.0 < phi < 1.0:
            phi *= max(1.0 - 4.0 / (min(k + 1.0, 1.0 / (0.5 * GAIN)) * phi * phi), 0.0)
        steps = dt[i] / step[i] if step[i] > 0.0 else 1.0
        if steps < 1.5:
            steps = 1.0
        wide = widening(phi, steps)
        forecast = s[MEAN] + (phi if steps == 1.0 else math.pow(phi, steps)) * (s[CLEAN] - s[MEAN])
        e = (x - forecast) / wide
        gain = max(1.0 / (k + 1.0), GAIN)
        scale = max(spread(s), 1.2533 * FLOOR * (s[RAWDEV] + gain * (abs(e) - s[RAWDEV])))
        z[i] = e / scale if scale > 0.0 else 0.0
        forecast_out[i], spread_out[i] = forecast, scale * wide
        warm[i] = k >= WARM
        learn(s, x, forecast, e, wide, phi, k)


class Jump(Detector):
    """How far from where the last points pointed to, in spreads, and how rare that is."""

    name: ClassVar[str] = "jump"
    version: ClassVar[int] = 2
    weight: ClassVar[float] = 0.5

    def _states(self) -> list[State]:
        return [State(self.version, {"state": np.zeros(7)}), hourly_state(self.version), tail_state(self.version)]

    def run(self, ticks: Ticks) -> Evidence:
        """See the module."""
        n = len(ticks)
        z, forecast, wide, p, above, below = (np.empty(n) for _ in range(6))
        warm = np.empty(n, np.bool_)
        own, hourly, tail = self.states
        kernel(ticks.row, ticks.v, ticks.dt, ticks.step, ticks.n, own["state"], z, forecast, wide, warm)
        hourly_kernel(ticks.row, ticks.t, ticks.n, hourly["factors"], z, wide)
        tail_kernel(ticks.row, z, ticks.n, tail["up"], tail["down"], p, above, below)
        return Evidence(p, forecast, forecast - below * wide, forecast + above * wide, warm, ticks.v)
