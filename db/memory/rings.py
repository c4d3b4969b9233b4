"""Raw points of all series in few bytes: the newest of each series as arrays, the rest in packed chunks.

A chunk holds `CHUNK` points in 3 to 10 bytes each (`db.packing`). When all together are over the budget, whole chunks
go, the oldest first; `since` says from when on none went for that. Not safe for threads by itself.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from db.packing import pack_times, pack_values, unpack_values, unpack_whole
from db.records import Ids, Points, Times, Values

CHUNK = 128
OVERHEAD = 150
"""Bytes of a chunk beside its payload, about."""


@dataclass(slots=True)
class Chunk:
    """n points of a series, sorted by time: first and last us, and the packed columns. `gone`: others replaced them."""

    series: int
    n: int
    first: int
    last: int
    payload: bytes
    gone: bool = False

    def columns(self) -> tuple[Times, Values]:
        """Times and values."""
        t, at = unpack_whole(self.payload, 0, self.n)
        v, _ = unpack_values(self.payload, at, self.n)
        return t, v


class Ring:
    """One series: chunks, then a head of fewer than `CHUNK` points as arrays that grow."""

    __slots__ = ("chunks", "n", "t", "v")

    def __init__(self) -> None:
        self.chunks: deque[Chunk] = deque()
        self.n = 0
        self.t = np.empty(8, np.int64)
        self.v = np.empty(8, np.float64)

    def head(self) -> tuple[Times, Values]:
        """Views."""
        return self.t[: self.n], self.v[: self.n]

    def put(self, t: Times, v: Values) -> None:
        """Append to the head, which must have room up to `CHUNK`."""
        stop = self.n + len(t)
        if stop > len(self.t):
            size = min(CHUNK, max(stop, 2 * len(self.t)))
            grown_t, grown_v = np.empty(size, np.int64), np.empty(size, np.float64)
            grown_t[: self.n], grown_v[: self.n] = self.head()
            self.t, self.v = grown_t, grown_v
        self.t[self.n : stop], self.v[self.n : stop] = t, v
        self.n = stop

    def newest(self) -> int | None:
        """Time of the newest point, us."""
        if self.n:
            return int(self.t[self.n - 1])
        return self.chunks[-1].last if self.chunks else None


class Rings:
    """All series. `budget`: bytes. `size`: bytes held, about. `since`: us; of what came before the budget took some."""

    def __init__(self, budget: int) -> None:
        self.budget = budget
        self.size = 0
        self.since = 0
        self._rings: dict[int, Ring] = {}
        self._sealed: deque[Chunk] = deque()

    def append(self, series: int, t: Times, v: Values) -> None:
        """Points of a series, sorted by time. Those that lie before what is there are put where they belong."""
        ring = self._rings.get(series)
        if ring is None:
            ring = self._rings[series] = Ring()
            self.size += 400
        newest = ring.newest()
        if newest is not None and t[0] < newest:
            self._insert(series, t, v)
            return
        at = 0
        while at < len(t):
            part = slice(at, at + CHUNK - ring.n)
            ring.put(t[part], v[part])
            self.size += 16 * len(t[part])
            at += len(t[part])
            if ring.n == CHUNK:
                self._seal(series, ring)

    def _seal(self, series: int, ring: Ring) -> None:
        t, v = ring.head()
        chunk = Chunk(series, len(t), int(t[0]), int(t[-1]), pack_times(t) + pack_values(v))
        ring.chunks.append(chunk)
        self._sealed.append(chunk)
        self.size += len(chunk.payload) + OVERHEAD - 16 * ring.n
        ring.n = 0

    def _insert(self, series: int, t: Times, v: Values) -> None:
        old_t, old_v = self.columns(series)
        t, v = np.concatenate([old_t, t]), np.concatenate([old_v, v])
        order = np.argsort(t, kind="stable")
        self.replace(series, t[order], v[order])

    def replace(self, series: int, t: Times, v: Values) -> None:
        """These are all points of a series now, sorted by time."""
        self.forget(series)
        if len(t):
            self.append(series, t, v)

    def forget(self, series: int) -> None:
        """Let all points of a series go."""
        ring = self._rings.pop(series, None)
        if ring is not None:
            self.size -= 400 + 16 * ring.n + sum(len(chunk.payload) + OVERHEAD for chunk in ring.chunks)
            for chunk in ring.chunks:
                chunk.gone = True

    def columns(self, series: int, start: int | None = None, stop: int | None = None) -> tuple[Times, Values]:
        """Points of a series in [start, stop) us, sorted by time."""
        ring = self._rings.get(series)
        if ring is None:
            return np.empty(0, np.int64), np.empty(0)
        low, high = -(1 << 62) if start is None else start, 1 << 62 if stop is None else stop
        parts = [chunk.columns() for chunk in ring.chunks if chunk.last >= low and chunk.first < high]
        head = ring.head()
        parts.append((head[0].copy(), head[1].copy()))
        t, v = np.concatenate([part[0] for part in parts]), np.concatenate([part[1] for part in parts])
        if start is None and stop is None:
            return t, v
        a, b = np.searchsorted(t, [low, high])
        return t[a:b], v[a:b]

    def held(self, series: int) -> tuple[list[Chunk], tuple[Times, Values]]:
        """The chunks of a series, which never change, and a copy of its head."""
        ring = self._rings[series]
        t, v = ring.head()
        return list(ring.chunks), (t.copy(), v.copy())

    def points(self, ids: Ids, start: int, stop: int) -> Points:
        """Points of these series in [start, stop) us, sorted by (series, time)."""
        parts = []
        for series in np.unique(ids).tolist():
            t, v = self.columns(series, start, stop)
            parts.append(Points(np.full(len(t), series, np.int32), t, v))
        return Points.concat(parts)

    def expire(self, before: int) -> None:
        """Let points before a time go, and as many more as the budget asks for."""
        self._drop_chunks(before)
        for series in [one for one, ring in self._rings.items() if ring.n and ring.t[0] < before]:
            ring = self._rings[series]
            t, v = ring.head()
            keep = t >= before
            self.size -= 16 * int((~keep).sum())
            ring.t, ring.v, ring.n = t[keep].copy(), v[keep].copy(), int(keep.sum())
            if not ring.n:
                ring.t, ring.v = np.empty(8, np.int64), np.empty(8)

    def _drop_chunks(self, before: int) -> None:
        while self._sealed and (self._sealed[0].last < before or self._sealed[0].gone or self.size > self.budget):
            chunk = self._sealed.popleft()
            if chunk.gone:
                continue  # it was replaced
            ring = self._rings[chunk.series]
            ring.chunks.remove(chunk)  # mostly its first
            self.size -= len(chunk.payload) + OVERHEAD
            if chunk.last >= before:
                self.since = max(self.since, chunk.last + 1)

    def newest(self, series: int) -> int | None:
        """Time of the newest point of a series, us."""
        ring = self._rings.get(series)
        return None if ring is None else ring.newest()

    def series(self) -> Iterator[int]:
        """Ids of series that hold points."""
        return iter(list(self._rings))
