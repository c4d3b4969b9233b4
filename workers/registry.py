"""The series of one shard: which row of the detector state is whose, and how far each has come."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from db.records import Kind, Points

UNKNOWN, ADDITIVE = -1, -2

Describe = Callable[[NDArray[np.int32]], dict[int, tuple[int, Kind]]]


class Registry:
    """Rows are given out in the order in which series first appear; additive series get none (nothing is scored)."""

    def __init__(self, describe: Describe) -> None:
        self._describe = describe
        self._row_of = np.full(1024, UNKNOWN, np.int32)
        self.ids = np.empty(0, np.int32)
        self.tenants = np.empty(0, np.int32)
        self.counters = np.empty(0, np.bool_)

    def __len__(self) -> int:
        return len(self.ids)

    def restore(self, ids: NDArray[np.int32]) -> None:
        """Rows as a predecessor gave them out."""
        self.ids, self._row_of = ids, np.full(1024, UNKNOWN, np.int32)
        known = self._describe(ids)
        self.tenants = np.array([known[int(id_)][0] for id_ in ids], np.int32)
        self.counters = np.array([known[int(id_)][1] is Kind.counter for id_ in ids], np.bool_)
        self._room(int(ids.max(initial=0)))
        self._row_of[ids] = np.arange(len(ids), dtype=np.int32)

    def rows(self, points: Points) -> NDArray[np.int32]:
        """The row of each point's series; ADDITIVE where several points may share an instant. New series get rows."""
        if not len(points):
            return np.empty(0, np.int32)
        self._room(int(points.ids.max()))
        rows = self._row_of[points.ids]
        if (rows == UNKNOWN).any():
            self._add(np.unique(points.ids[rows == UNKNOWN]))
            rows = self._row_of[points.ids]
        return rows

    def row_of(self, series: int) -> int:
        """The row of a series; negative when it has none."""
        return int(self._row_of[series]) if series < len(self._row_of) else UNKNOWN

    def _add(self, ids: NDArray[np.int32]) -> None:
        known = self._describe(ids)
        scored = np.array([id_ for id_ in ids.tolist() if known[id_][1] is not Kind.event], np.int32)
        self._row_of[ids] = ADDITIVE
        self._row_of[scored] = np.arange(len(self.ids), len(self.ids) + len(scored), dtype=np.int32)
        self.ids = np.concatenate([self.ids, scored])
        self.tenants = np.concatenate([self.tenants, np.array([known[int(i)][0] for i in scored], np.int32)])
        counters = np.array([known[int(i)][1] is Kind.counter for i in scored], np.bool_)
        self.counters = np.concatenate([self.counters, counters])

    def _room(self, highest: int) -> None:
        if highest >= len(self._row_of):
            grown = np.full(max(highest + 1, 2 * len(self._row_of)), UNKNOWN, np.int32)
            grown[: len(self._row_of)] = self._row_of
            self._row_of = grown
