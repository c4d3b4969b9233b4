"""Which rows answer a fold: a plan of pieces, each of one level, that together hold every point exactly once.

The middle of a range comes from the level that was asked for, its ragged ends from finer levels, the last scraps from
raw points. A coarse window that holds a dirty one is left out and taken apart: read from the next finer level, and so
on, until the dirty window itself is read from raw points. Pure; times are us.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from db.records import QUARTER_US, Ids, Times

RAW = "samples"
STEP = {"samples_1d": 96 * QUARTER_US, "samples_1h": 4 * QUARTER_US, "samples_15m": QUARTER_US}
"""Levels from coarse to fine, with the lengths of their windows."""
MOST_REGIONS = 8


@dataclass(frozen=True)
class Marks:
    """Pairs of a series and a window's start; columns of equal length."""

    ids: Ids = field(default_factory=lambda: np.empty(0, np.int32))
    t: Times = field(default_factory=lambda: np.empty(0, np.int64))

    def __len__(self) -> int:
        return len(self.t)

    def where(self, mask: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> Marks:
        """Those that the mask names."""
        return Marks(self.ids[mask], self.t[mask])

    def inside(self, lo: int, hi: int) -> Marks:
        """Those that start in [lo, hi)."""
        return self.where((self.t >= lo) & (self.t < hi))

    def windows(self, step: int) -> Marks:
        """The windows of a length that hold these, each once."""
        starts = self.t - self.t % step
        if not len(starts):
            return self
        order = np.lexsort((self.ids, starts))
        ids, t = self.ids[order], starts[order]
        new = np.r_[True, (np.diff(t) != 0) | (np.diff(ids) != 0)]
        return Marks(ids[new], t[new])


@dataclass(frozen=True)
class Piece:
    """Rows of `level` of `ids` in [lo, hi), but for those in `skip`. With `only`: nothing outside these windows, which
    are `parent` long."""

    level: str
    ids: Ids
    lo: int
    hi: int
    skip: Marks = field(default_factory=Marks)
    only: Marks | None = None
    parent: int = QUARTER_US


def plan(ids: Ids, start: int, stop: int, level: str, dirty: Marks) -> list[Piece]:
    """The pieces for [start, stop). `dirty`: windows that rollups do not hold fully, of these series and this range."""
    pieces: list[Piece] = []
    gaps = [(start, stop)] if start < stop else []
    open_, parent = Marks(), 0
    for name in list(STEP)[list(STEP).index(level) :]:
        step = STEP[name]
        whole, gaps = _cover(gaps, step)
        inner = [dirty.inside(lo, hi) for lo, hi in whole]
        pieces += [Piece(name, ids, lo, hi, d.windows(step)) for (lo, hi), d in zip(whole, inner, strict=True)]
        if len(open_):
            pieces += _apart(name, open_, parent, open_.windows(step))
        open_ = Marks(
            np.concatenate([open_.ids, *(d.ids for d in inner)]), np.concatenate([open_.t, *(d.t for d in inner)])
        )
        parent = step
    pieces += [Piece(RAW, ids, lo, hi) for lo, hi in gaps]
    return pieces + (_apart(RAW, open_, QUARTER_US, Marks()) if len(open_) else [])


def _cover(gaps: list[tuple[int, int]], step: int) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """What whole windows of a length cover of the gaps, and what they leave."""
    whole, rest = [], []
    for lo, hi in gaps:
        first, last = -(-lo // step) * step, hi // step * step
        if first >= last:
            rest.append((lo, hi))
            continue
        whole.append((first, last))
        rest += [gap for gap in ((lo, first), (last, hi)) if gap[0] < gap[1]]
    return whole, rest


def _apart(level: str, dirty: Marks, parent: int, skip: Marks) -> list[Piece]:
    """Pieces that read, from `level`, the `parent` windows that hold dirty ones."""
    only = dirty.windows(parent)
    return [
        Piece(level, np.unique(part.ids), lo, hi, skip.inside(lo, hi), part, parent)
        for lo, hi in _regions(np.unique(only.t), parent)
        if len(part := only.inside(lo, hi))
    ]


def _regions(starts: Times, step: int) -> list[tuple[int, int]]:
    """A few intervals that hold all windows: what is far apart is read apart."""
    gaps = np.diff(starts)
    far = np.flatnonzero(gaps > step)
    if len(far) >= MOST_REGIONS:
        far = np.sort(far[np.argsort(gaps[far])[-(MOST_REGIONS - 1) :]])
    firsts, lasts = np.r_[0, far + 1], np.r_[far, len(starts) - 1]
    return [(int(starts[a]), int(starts[b]) + step) for a, b in zip(firsts, lasts, strict=True)]
