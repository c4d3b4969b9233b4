"""Raw points: the fast road for what is strictly newer, the careful road for the rest, and the windows both touch."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray

from db import pgcopy
from db.pool import Connection
from db.records import QUARTER_US, Bands, Points, from_us, to_us


def copy_samples(conn: Connection, points: Points, *, compress: bool) -> None:
    """Append points with one binary COPY. `compress`: straight into the columnstore (TimescaleDB Community)."""
    if not len(points):
        return
    if compress:
        conn.execute("set local timescaledb.enable_direct_compress_copy = on")
    with conn.cursor().copy("copy samples (t, v, series_id) from stdin binary") as copy:
        copy.write(pgcopy.rows([("timestamptz", points.t), ("float8", points.v), ("int4", points.ids)]))


def copy_bands(conn: Connection, bands: Bands) -> None:
    """Append what was expected. A series' windows only go forward, so none is there already."""
    columns: list[tuple[str, NDArray[Any]]] = [("timestamptz", bands.t), ("int4", bands.ids)]
    values: list[tuple[str, NDArray[Any]]] = [("float8", bands.expected), ("float8", bands.lo), ("float8", bands.hi)]
    with conn.cursor().copy("copy bands (t, series_id, expected, lo, hi) from stdin binary") as copy:
        copy.write(pgcopy.rows(columns + values))


def without_closed(points: Points, closed: Sequence[tuple[datetime, datetime]]) -> Points:
    """Points outside the ranges whose raw data was dropped: inside, their rollups can no longer be refreshed."""
    for start, stop in closed:
        if len(points):
            points = points[(points.t < to_us(start)) | (points.t >= to_us(stop))]
    return points


def split_revised(conn: Connection, sql: Any, points: Points) -> tuple[Points, Points, int]:
    """Sort out points that are not newer than their series: (to insert, updated just now, count of exact doubles)."""
    if not len(points):
        return points, points, 0
    ids, times = points.ids.tolist(), [from_us(t) for t in points.t.tolist()]
    lo, hi = min(times), max(times)
    stored = np.full(len(points), np.nan)
    there = np.zeros(len(points), bool)
    for at, value in sql.there(conn, ids=ids, times=times, lo=lo, hi=hi):
        there[at - 1], stored[at - 1] = True, value
    differs = there & (stored != points.v)
    changed = points[differs]
    if len(changed):
        when = [from_us(t) for t in changed.t.tolist()]
        sql.revise(conn, ids=changed.ids.tolist(), times=when, values=changed.v.tolist(), lo=lo, hi=hi)
    return points[~there], changed, int((there & ~differs).sum())


class Marks:
    """Marks dirty windows. A window that is still open is marked once: refreshes only claim windows that are over."""

    def __init__(self) -> None:
        self._open: set[tuple[int, int]] = set()

    def write(self, conn: Connection, sql: Any, points: Points, now: datetime) -> set[tuple[int, int]]:
        """Mark the windows of these points. Returns the marked windows that are open at `now`, the database's time."""
        if not len(points):
            return self._open
        ids, windows = _windows(points)
        is_open = (windows + 1) * QUARTER_US > to_us(now)
        if not is_open.any():
            still: set[tuple[int, int]] = set()
            write = np.ones(len(ids), bool)
        else:
            pairs = list(zip(ids[is_open].tolist(), windows[is_open].tolist(), strict=True))
            write = ~is_open
            write[np.flatnonzero(is_open)] = [pair not in self._open for pair in pairs]
            first_open = to_us(now) // QUARTER_US
            still = {pair for pair in self._open if pair[1] >= first_open} | set(pairs)
        if write.any():
            times = [from_us(w * QUARTER_US) for w in windows[write].tolist()]
            sql.mark(conn, ids=ids[write].tolist(), times=times)
        return still

    def keep(self, marked: set[tuple[int, int]]) -> None:
        """After the commit: these open windows need no second mark."""
        self._open = marked


def _windows(points: Points) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """The distinct (series, window) pairs of points."""
    keys = np.empty(len(points), dtype=[("id", "<i4"), ("window", "<i8")])
    keys["id"], keys["window"] = points.ids, points.t // QUARTER_US
    changes = np.empty(len(keys), bool)
    changes[0] = True
    changes[1:] = keys[1:] != keys[:-1]
    unique = np.unique(keys[changes])
    return unique["id"], unique["window"]
