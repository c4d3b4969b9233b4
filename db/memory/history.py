"""History for scheduled models out of memory: what `db.history.History` loads of a database."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from db.folding import cells
from db.history import LEVEL, Grid, Subject, Values2, finish, growth
from db.memory import folds
from db.memory.core import Memory
from db.packed import WINDOW
from db.records import Ids, Times


class MemoryHistory:
    """Loads grids. A grid that begins before memory does is empty there."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def load(self, tenant: int, subjects: Sequence[Subject], start: int, stop: int, step: int) -> Grid:
        """See `History.load`."""
        edges = np.arange(start, stop + 1, step, dtype=np.int64)
        ids = np.array([one.id for one in subjects], np.int32)
        v = np.full((len(ids), len(edges) - 1), np.nan)
        with self._memory.lock:
            self._memory.catalog.own(tenant, ids)
            for agg in ("avg", "sum", "rate"):
                mine = np.array([one.agg == agg for one in subjects], np.bool_)
                if mine.any():
                    make = self._folded if step in LEVEL else self._raw
                    v[mine] = make(ids[mine], edges, agg)
        for row, one in zip(v, subjects, strict=True):
            finish(row, edges, one)
        return Grid(ids, edges[:-1], step, v)

    def _folded(self, ids: Ids, edges: Times, agg: str) -> Values2:
        groups, size = np.arange(len(ids), dtype=np.int32), (len(ids), len(edges) - 1)
        if agg == "rate":
            grown = folds.increase(self._memory, ids, groups, edges)
            rate: Values2 = cells(grown, "sum", *size).v * (1e6 / int(edges[1] - edges[0]))
            return rate
        return cells(folds.fold(self._memory, ids, groups, edges), agg, *size).v

    def _raw(self, ids: Ids, edges: Times, agg: str) -> Values2:
        """From raw points, a bucket of any length."""
        v, step = np.full((len(ids), len(edges) - 1), np.nan), int(edges[1] - edges[0])
        for row, series in enumerate(ids.tolist()):
            t, values = self._memory.rings.columns(series, int(edges[0]), int(edges[-1]))
            if not len(t):
                continue
            bucket = (t - int(edges[0])) // step
            starts = np.flatnonzero(np.r_[True, np.diff(bucket) != 0])
            at, total = bucket[starts], np.add.reduceat(values, starts)
            if agg == "rate":
                windows = np.zeros(len(starts), WINDOW)
                ends = np.r_[starts[1:], len(t)] - 1
                windows["id"], windows["t"] = series, at
                windows["first"], windows["last"] = values[starts], values[ends]
                windows["max"] = np.maximum.reduceat(values, starts)
                v[row, at] = growth(windows) * (1e6 / step)
            else:
                v[row, at] = total / np.diff(np.r_[starts, len(t)]) if agg == "avg" else total
        return v
