"""A history made fit for forecasting: scaled, its gaps filled from the past only, its origins chosen."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ml.forecast.base import Past
from ml.types import Flags, Floats, Longs

DAY_US = 86_400_000_000
WEEK_US = 7 * DAY_US
ROWS = 160
"""Origins of the backtest, evenly spread: enough for quantiles, few enough for milliseconds."""
BOUND = 1e9
"""Scaled values beyond are taken as this, so that no square overflows."""
LEAST_CYCLE = 4
SIZES = 20
TINY = 1e-9
"""Of the scaled series: differences below are rounding."""
MOST = float(np.finfo(np.float64).max)


@dataclass(frozen=True, slots=True)
class Scale:
    """v = centre + size * y."""

    centre: float
    size: float

    def back(self, y: Floats, least: float) -> Floats:
        """In the unit of the series again; `least` where it would be below that."""
        with np.errstate(over="ignore"):  # beyond the largest double is the largest double
            out: Floats = np.clip(self.centre + self.size * y, max(least, -MOST), MOST)
        return out


def scaled(v: Floats, known: Flags) -> tuple[Floats, Scale]:
    """v around its median in units of its usual distance from it; NaN at gaps. `size` is above 0."""
    middle = float(np.median(v[known]))
    # Halves: the distance of two values can be beyond what a double holds.
    far = np.abs(v[known] / 2.0 - middle / 2.0)
    usual = float(np.quantile(far, 0.9)) or float(far.max()) or 1.0
    size = max(usual * 2.0, 1e-300)
    y = np.full(len(v), np.nan)
    y[known] = np.clip((v[known] / size - middle / size), -BOUND, BOUND)
    return y, Scale(middle, size)


def filled(y: Floats, cycle: int) -> Floats:
    """Each gap (NaN) takes the value a cycle before, or else the value before, or else the first one."""
    y = y.copy()
    for start in range(cycle, len(y), cycle) if cycle > 1 else ():
        here = y[start : start + cycle]
        before = y[start - cycle : start - cycle + len(here)]
        y[start : start + cycle] = np.where(np.isnan(here), before, here)
    ok = ~np.isnan(y)
    last = np.maximum.accumulate(np.where(ok, np.arange(len(y)), 0))
    y = y[last]
    return np.where(np.isnan(y), y[np.argmax(~np.isnan(y))], y)


def seasons_of(n: int, step: int, horizon: int) -> tuple[int, ...]:
    """Day and week in points, where they are whole numbers, at least LEAST_CYCLE, and held twice before a backtest."""
    lengths = [length // step for length in (DAY_US, WEEK_US) if length % step == 0]
    return tuple(p for p in lengths if p >= LEAST_CYCLE and n >= 2 * p + min(horizon, p))


def past_of(y: Floats, known: Flags, step: int, horizon: int) -> Past:
    """Everything the forecasters need. `y` as `scaled` makes it, `step` in us."""
    n = len(y)
    seasons = seasons_of(n, step, horizon)
    cycle = seasons[0] if seasons else 1
    week = int(np.clip(WEEK_US // step, 14, max(n // 2, 14)))
    return Past(filled(y, cycle), known, _origins(n, cycle, week, horizon), horizon, seasons, week)


def _origins(n: int, cycle: int, week: int, horizon: int) -> Longs:
    """The backtest begins after a third of the history, or after two weeks, but not within the first cycle."""
    first = min(max(min(n // 3, 2 * week), cycle + 1), n - horizon)
    stride = max(-(-(n - horizon - first + 1) // ROWS), 1)
    return np.append(np.arange(n - horizon, first - 1, -stride)[::-1], n).astype(np.int64)


def same_phase(past: Past, of: Floats, period: int) -> Floats:
    """float64[rows, horizon]: of the newest cycle before each origin, the value at the phase of each target."""
    at = past.origins[:, None] - period + np.arange(past.horizon)[None, :] % period
    out: Floats = of[np.maximum(at, 0)]
    return out


def level(past: Past, of: Floats, width: int) -> Floats:
    """float64[rows]: the median of the `width` values before each origin."""
    at = past.origins[:, None] - 1 - np.arange(width)[None, :]
    out: Floats = np.median(of[np.maximum(at, 0)], axis=1)
    return out


def usual_size(x: Floats, ends: Longs) -> Floats:
    """float64[len(ends)] above 0: how large x[:end] is, whatever a few giants are; `ends` ascending, >= 1.

    The median of |x|, or the square of the mean root where half of them are nothing; taken anew SIZES times.
    """
    size = np.abs(x)
    out = np.empty(len(ends))
    for part in np.array_split(np.arange(len(ends)), min(SIZES, len(ends))):
        seen = size[: ends[part[0]]]
        middle = float(np.median(seen))
        out[part] = middle if middle > TINY else max(float(np.sqrt(seen).mean()) ** 2, TINY)
    return out
