"""Series on a regular grid: how bucket rows get there, and one series made fit for numerics."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from ml.types import Flags, Floats, Longs

FARTHEST = 1e30
"""Values beyond are judged as this, so that no square overflows (as the pipeline does)."""
FLAT = 1e-12
"""Relative to the largest value: a range below this is rounding, not movement."""
SPIKE = 4.0
"""Spreads from the running median beyond which a value is drawn in."""
AROUND = 25
"""Points of the running median."""
SIGMA = 1.4826
"""Standard deviation of a normal distribution over its median absolute deviation."""


@dataclass(frozen=True, slots=True)
class Series:
    """One series scaled to about [-1, 1]: v = centre + scale * u. `ok` False (u NaN) at gaps; `scale` 0: constant."""

    t: Longs
    u: Floats
    ok: Flags
    step: int
    centre: float
    scale: float

    @property
    def have(self) -> int:
        """Values that are no gaps."""
        return int(self.ok.sum())

    def back(self, u: Floats) -> Floats:
        """Scaled values in the unit of the series again."""
        out: Floats = self.centre + self.scale * u
        return out


def regular(t: Longs, v: Floats, step: int, start: int | None = None, end: int | None = None) -> tuple[Longs, Floats]:
    """Bucket rows in any order, some missing -> the full grid from `start` (default: first row) up to, not with, `end`.

    Times in us are cut down to multiples of `step`; of equal ones the last wins. Non-finite values are gaps (NaN).
    """
    slot = np.asarray(t, np.int64) // step
    values = np.asarray(v, np.float64)
    empty = len(slot) == 0
    first = start // step if start is not None else (0 if empty else int(slot.min()))
    last = -(-end // step) if end is not None else (first if empty else int(slot.max()) + 1)
    out = np.full(max(last - first, 0), np.nan)
    inside = (slot >= first) & (slot < last) & np.isfinite(values)
    out[slot[inside] - first] = values[inside]
    return (first + np.arange(len(out), dtype=np.int64)) * step, out


def matrix(rows: Sequence[tuple[Longs, Floats]], step: int) -> tuple[Longs, Floats]:
    """Several series of bucket rows -> one grid int64[n] and float64[series, n] over the time that any of them
    covers."""
    ends = [(int(np.min(t)), int(np.max(t)) + 1) for t, _ in rows if len(t)]
    if not ends:
        return np.empty(0, np.int64), np.empty((len(rows), 0))
    first, last = min(a for a, _ in ends), max(b for _, b in ends)
    placed = [regular(t, v, step, first, last) for t, v in rows]
    return placed[0][0], np.stack([v for _, v in placed])


def step_of(t: Longs) -> int:
    """us between points of a regular grid; 0 for fewer than two. Raises ValueError where the grid is not regular."""
    if len(t) < 2:
        return 0
    step = int(t[1] - t[0])
    if step <= 0 or np.any(np.diff(t) != step):
        raise ValueError("times must lie on a regular ascending grid: put rows on one with ml.batch.grid.regular")
    return step


def series(t: Longs, v: Floats) -> Series:
    """A series ready for the models. Raises ValueError where the grid is not regular or lengths differ."""
    t = np.asarray(t, np.int64)
    v = np.asarray(v, np.float64)
    if t.shape != v.shape or t.ndim != 1:
        raise ValueError("times and values must be two lists of one length")
    ok = np.isfinite(v)
    u = np.where(ok, np.clip(np.where(ok, v, 0.0), -FARTHEST, FARTHEST), np.nan)
    if not ok.any():
        return Series(t, u, ok, step_of(t), 0.0, 0.0)
    centre = float(np.median(u[ok]))
    scale = float(np.abs(u[ok] - centre).max())
    if scale <= FLAT * float(np.abs(u[ok]).max()):
        return Series(t, np.where(ok, 0.0, np.nan), ok, step_of(t), centre, 0.0)
    return Series(t, (u - centre) / scale, ok, step_of(t), centre, scale)


def coarser(t: Longs, v: Floats, most: int, whole: int) -> tuple[Longs, Floats]:
    """The same series in at most `most` points or so: means of blocks of equal length, NaN where half of one is
    missing.

    A block's time is its first point's; what does not fill a block at the start is cut off. Blocks divide `whole` us (a
    day, so that it stays a whole number of points) where some length does.
    """
    size = -(-len(v) // most)
    if size < 2 or len(t) < 2:
        return t, v
    step = step_of(t)
    size = next((f for f in range(size, 4 * size) if whole % (f * step) == 0), size)
    cut = len(v) % size
    blocks = np.asarray(v, np.float64)[cut:].reshape(-1, size)
    ok = np.isfinite(blocks)
    held = ok.sum(1)
    # Divided first: sums of the largest doubles are none.
    means = np.where(ok, blocks, 0.0) / np.maximum(held, 1)[:, None]
    return t[cut::size], np.where(2 * held >= size, means.sum(1), np.nan)


def filled(u: Floats, ok: Flags) -> Floats:
    """Gaps bridged by straight lines, and the nearest value at the ends; zeros where there is nothing at all."""
    if ok.all():
        return u.copy()
    if not ok.any():
        return np.zeros_like(u)
    at = np.arange(len(u))
    return np.interp(at, at[ok], u[ok])


def spread(u: Floats) -> float:
    """Robust standard deviation around the median; the plain one where half of the values are equal; 0 of nothing."""
    if len(u) == 0:
        return 0.0
    robust = SIGMA * float(np.median(np.abs(u - np.median(u))))
    return robust if robust > 1e-9 else float(np.std(u))


def running_median(u: Floats, width: int) -> Floats:
    """Of `width` (odd) points around each, or of about all there are."""
    out: Floats = ndimage.median_filter(u, min(width, max(len(u) // 2 * 2 - 1, 1)), mode="nearest")
    return out


def without_spikes(u: Floats) -> Floats:
    """Values far from the running median are drawn in to it; levels and slopes stay."""
    middle = running_median(u, AROUND)
    usual = spread(u - middle)
    out: Floats = middle + np.clip(u - middle, -SPIKE * usual, SPIKE * usual)
    return out


def spread_of_calm(u: Floats) -> float:
    """Spread of what has no spikes (any more): at least a third of the plain standard deviation.

    Small counts less a slightly tilted line have a median deviation that is next to nothing, and means nothing.
    """
    return max(spread(u), float(np.std(u)) / 3) if len(u) else 0.0
