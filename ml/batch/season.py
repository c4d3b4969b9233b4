"""Is there a season of a given length, and how does it look?

Cycles of a true season resemble each other however far apart they are; cycles of autocorrelated noise, of a random
walk or after a level shift do not, once each is freed from the running mean over a cycle. So the test looks at the
cosines between pairs of cycles that are not neighbours: under noise they are uncorrelated with mean zero, and
Student's t over them says whether their mean is. No model of the noise is needed.
"""

from __future__ import annotations

import numpy as np
from scipy import special

from ml.types import Flags, Floats

DAY_US = 86_400_000_000
WEEK_US = 7 * DAY_US
CALENDAR = (DAY_US, WEEK_US)
CHANCE = 0.003
"""Of calling noise a season of one given length."""
COARSE = 28
"""A cycle is looked at in about so many pieces: enough for day and night, or for a week's days."""
ALIKE = 0.7
"""Where there are too few pairs for that: the least mean cosine."""
BOUND = 4.0
"""Values farther than this many spreads count as this far: a few spikes are no season."""


def running_mean(u: Floats, ok: Flags, width: int) -> Floats:
    """Mean over the `width` points around each, gaps left out; near the ends that of the nearest full window. Of fewer
    points than that the window is as wide as they allow."""
    if not len(u):
        return u
    if len(u) < width + 1 - width % 2:
        width = len(u) - 1 + len(u) % 2
    half = width // 2
    weight = np.full(2 * half + 1, 1.0)
    if width % 2 == 0:
        weight[[0, -1]] = 0.5  # an even window leans to no side
    total = np.convolve(np.where(ok, u, 0.0), weight, "valid") if half < 40 else _box(np.where(ok, u, 0.0), width)
    n = np.convolve(ok.astype(float), weight, "valid") if half < 40 else _box(ok.astype(float), width)
    inner = total / np.maximum(n, 1e-9)
    inner[n < 0.5] = 0.0
    return np.concatenate([np.full(half, inner[0]), inner, np.full(half, inner[-1])])


def _box(x: Floats, width: int) -> Floats:
    """The sums of `running_mean` by cumulated sums."""
    half = width // 2
    sums = np.concatenate([[0.0], np.cumsum(x)])
    full = sums[2 * half + 1 :] - sums[: -2 * half - 1]
    out: Floats = full - 0.5 * (x[: len(full)] + x[2 * half :]) if width % 2 == 0 else full
    return out


def cycles_of(u: Floats, ok: Flags, period: int) -> Floats:
    """float64[cycles, period]: whole cycles counted from the end, less the running mean over a cycle; NaN at gaps."""
    count = len(u) // period
    level = running_mean(u, ok, period)
    out: Floats = np.where(ok, u - level, np.nan)[len(u) - count * period :].reshape(count, period)
    return out


def chance(u: Floats, ok: Flags, period: int) -> float:
    """How likely cycles of `period` points would be so alike by chance; 1 for less than three cycles.

    Nominal: cycles of noise as long-lived as the cycle itself (a random walk) are called alike some times as often.
    """
    if period < 2 or len(u) < 3 * period:
        return 1.0
    cycles = np.nan_to_num(cycles_of(u, ok, period))
    usual = 1.4826 * np.median(np.abs(cycles[cycles != 0.0])) if np.any(cycles) else 0.0
    cycles = np.clip(cycles, -BOUND * usual, BOUND * usual) if usual > 0.0 else cycles
    width = max(period // COARSE, 1)
    cycles = cycles[:, : period // width * width].reshape(len(cycles), -1, width).mean(2)
    norm = np.sqrt((cycles * cycles).sum(1))
    cycles = cycles[norm > 1e-12] / norm[norm > 1e-12, None]
    count = len(cycles)
    if count < 3:
        return 1.0
    first, second = np.triu_indices(count, 2)
    cosine = (cycles @ cycles.T)[first, second]
    many, mean = len(cosine), float(cosine.mean())
    error = float(np.std(cosine)) / np.sqrt(max(many - 1, 1)) + 1e-9
    p = float(special.stdtr(many - 1, -mean / error)) if many > 2 else 1.0
    # With few independent shapes the sum over pairs has a chi-square's tail, wider than Student's: the likelier counts.
    shapes = 1.0 / max(float(np.var(cosine)), 1.0 / COARSE**2)
    p = max(p, float(special.chdtrc(shapes, shapes * max(1.0 + (count - 1) * mean, 0.0))))
    near = float((cycles[1:] * cycles[:-1]).sum(1).mean())
    return min(p, CHANCE / 3) if many < 21 and min(mean, near) > ALIKE else p


def is_there(u: Floats, ok: Flags, period: int) -> bool:
    """Whether the series has a season of `period` points."""
    return chance(u, ok, period) < CHANCE


def profile(u: Floats, ok: Flags, period: int) -> Floats:
    """float64[period]: the usual course of a cycle, by medians over cycles without their level, summing to 0.

    Phase 0 is the phase of u[0].
    """
    cycles = cycles_of(u, ok, period)
    if np.isfinite(cycles).all():
        middle = np.median(cycles, axis=0)
    else:
        ordered = np.sort(cycles, axis=0)  # gaps go last
        held = np.isfinite(cycles).sum(0)
        low, high = (np.maximum(held - 1, 0) // 2, held // 2)
        high = np.minimum(high, np.maximum(held - 1, 0))
        column = np.arange(period)
        middle = np.nan_to_num(0.5 * (ordered[low, column] + ordered[high, column]))
    return np.roll(middle - middle.mean(), len(u) % period)


def points(length_us: int, step: int) -> int:
    """A season of the calendar in points of the grid; 0 where it is no whole number of them, or fewer than four."""
    return length_us // step if step > 0 and length_us % step == 0 and length_us // step >= 4 else 0
