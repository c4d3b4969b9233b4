"""Rollups of 15 minutes, exact at any moment: a slab a window, a row a series. Also what the detectors expected."""

from __future__ import annotations

from typing import Any

import numpy as np

from db.packed import BAND, WINDOW, Rows
from db.records import QUARTER_US, Bands, Ids, Points

ROW = np.dtype(
    [("n", "<i8"), ("sum", "<f8"), ("min", "<f8"), ("max", "<f8"), ("first", "<f8"), ("last", "<f8"),
     ("first_at", "<i8"), ("last_at", "<i8"), ("expected", "<f8"), ("lo", "<f8"), ("hi", "<f8")]
)  # fmt: skip
"""What a window holds of a series; n = 0: nothing. The band is nan where nothing was expected."""
Slab = np.ndarray[Any, np.dtype[np.void]]
FAR = 1 << 62


def _empty(size: int) -> Slab:
    slab = np.zeros(size, ROW)
    slab["min"], slab["max"], slab["first_at"], slab["last_at"] = np.inf, -np.inf, FAR, -FAR
    slab["first"] = slab["last"] = slab["expected"] = slab["lo"] = slab["hi"] = np.nan
    return slab


def fold(points: Points) -> tuple[Ids, np.ndarray[Any, np.dtype[np.int64]], Slab]:
    """Points -> (ids, windows us, rows), one a (series, window), in order. Of points of one instant the smallest is
    first, the largest last."""
    if not len(points):
        return np.empty(0, np.int32), np.empty(0, np.int64), _empty(0)
    points = points[np.lexsort((points.v, points.t, points.ids))]
    windows = points.t // QUARTER_US * QUARTER_US
    starts = np.flatnonzero(np.r_[True, (np.diff(points.ids) != 0) | (np.diff(windows) != 0)])
    stops = np.r_[starts[1:], len(points)]
    rows = _empty(len(starts))
    rows["n"] = stops - starts
    rows["sum"] = np.add.reduceat(points.v, starts)
    rows["min"], rows["max"] = np.minimum.reduceat(points.v, starts), np.maximum.reduceat(points.v, starts)
    rows["first"], rows["first_at"] = points.v[starts], points.t[starts]
    rows["last"], rows["last_at"] = points.v[stops - 1], points.t[stops - 1]
    return points.ids[starts], windows[starts], rows


class Windows:
    """The slabs by their start, us."""

    def __init__(self) -> None:
        self._slabs: dict[int, Slab] = {}

    def _slab(self, window: int, size: int) -> Slab:
        slab = self._slabs.get(window)
        if slab is None:
            slab = self._slabs[window] = _empty(max(size, 64))
        elif len(slab) < size:
            slab = self._slabs[window] = np.concatenate([slab, _empty(max(size, 2 * len(slab)) - len(slab))])
        return slab

    def add(self, points: Points) -> None:
        """Count points that were not counted yet."""
        ids, windows, rows = fold(points)
        for window in np.unique(windows).tolist():
            mine = windows == window
            at, new = ids[mine], rows[mine]
            slab = self._slab(window, int(at.max()) + 1)
            old = slab[at]
            earlier = (new["first_at"] < old["first_at"]) | (new["first_at"] == old["first_at"]) & (
                new["first"] < old["first"]
            )
            later = (new["last_at"] > old["last_at"]) | (new["last_at"] == old["last_at"]) & (new["last"] > old["last"])
            old["n"] += new["n"]
            old["sum"] += new["sum"]
            old["min"], old["max"] = np.minimum(old["min"], new["min"]), np.maximum(old["max"], new["max"])
            for name in ("first", "first_at"):
                old[name] = np.where(earlier, new[name], old[name])
            for name in ("last", "last_at"):
                old[name] = np.where(later, new[name], old[name])
            slab[at] = old

    def put(self, series: int, window: int, points: Points) -> None:
        """These are all points of a series in a window now."""
        slab = self._slab(window, series + 1)
        kept = {name: slab[series][name] for name in ("expected", "lo", "hi")}
        _, _, rows = fold(points)
        slab[series] = rows[0] if len(rows) else _empty(1)[0]
        for name, value in kept.items():
            slab[name][series] = value

    def expect(self, bands: Bands) -> None:
        """What the detectors expect in windows."""
        for window in np.unique(bands.t).tolist():
            mine = bands.t == window
            at = bands.ids[mine]
            slab = self._slab(window, int(at.max()) + 1)
            for name in ("expected", "lo", "hi"):
                slab[name][at] = getattr(bands, name)[mine]

    def unexpect(self, series: int, since: int) -> None:
        """Forget what was expected of a series from a window on."""
        for window, slab in self._slabs.items():
            if window >= since and series < len(slab):
                slab["expected"][series] = np.nan

    def rows(self, ids: Ids, start: int, stop: int) -> Rows:
        """Windows of these series that begin in [start, stop), as `packed.WINDOW`."""
        parts = []
        for window in sorted(w for w in self._slabs if start <= w < stop):
            slab = self._slabs[window]
            at = ids[ids < len(slab)]
            at = at[slab["n"][at] > 0]
            part = np.zeros(len(at), WINDOW)
            part["id"], part["t"] = at, window
            for name in ("n", "sum", "min", "max", "first", "last"):
                part[name] = slab[name][at]
            parts.append(part)
        return np.concatenate([np.zeros(0, WINDOW), *parts])

    def bands(self, ids: Ids, start: int, stop: int) -> Rows:
        """What was expected of these series in windows that begin in [start, stop), as `packed.BAND`."""
        parts = []
        for window in sorted(w for w in self._slabs if start <= w < stop):
            slab = self._slabs[window]
            at = ids[ids < len(slab)]
            at = at[np.isfinite(slab["expected"][at])]
            part = np.zeros(len(at), BAND)
            part["id"], part["t"] = at, window
            for name in ("expected", "lo", "hi"):
                part[name] = slab[name][at]
            parts.append(part)
        return np.concatenate([np.zeros(0, BAND), *parts])

    def oldest(self, ids: Ids) -> int | None:
        """The time of the oldest point that was counted in a window that is held."""
        for window in sorted(self._slabs):
            slab = self._slabs[window]
            at = ids[ids < len(slab)]
            first = int(slab["first_at"][at].min(initial=FAR))
            if first < FAR:
                return first
        return None

    def expire(self, before: int) -> None:
        """Let windows go that are over before a time."""
        for window in [w for w in self._slabs if w + QUARTER_US <= before]:
            del self._slabs[window]

    @property
    def size(self) -> int:
        """Bytes."""
        return sum(slab.nbytes for slab in self._slabs.values())
