"""The contract of streaming detectors.

A detector is a sequential scalar kernel over points sorted by (row, time), with its state in arrays indexed by row:
as fast for one long series as for many short ones, and what it says cannot depend on how the points were cut into
batches. Kernels are `@njit(cache=True, nogil=True)` without fastmath, so that results are the same bits everywhere;
`kernel.py_func` is the plain Python twin. A kernel calls only functions of its own file: numba's cache looks at that
file alone for changes.

The contract suite (tests/contract/test_detectors.py) holds every detector to:
it scores before it learns; it is silent (`warm` False) until it knows enough; a constant series and a gap are never
unusual; splits equal the whole; dump and load change nothing.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar

from ml.state import State
from ml.types import Evidence, Ticks


class Detector(ABC):
    """One online algorithm over all series of a shard. `version` moves with the meaning of the state."""

    name: ClassVar[str]
    version: ClassVar[int]
    weight: ClassVar[float] = 1.0
    """Of its voice in `ml.fuse`."""
    of_points: ClassVar[bool] = True
    """Whether what it sees and expects are values of points."""

    def __init__(self) -> None:
        self.states = self._states()

    @abstractmethod
    def _states(self) -> list[State]:
        """Empty state, in the order in which it is saved."""

    @abstractmethod
    def run(self, ticks: Ticks) -> Evidence:
        """Judge each point from what came before it, then learn from it."""

    def ensure(self, rows: int) -> None:
        """Have state for at least `rows` series."""
        for state in self.states:
            state.ensure(rows)

    @property
    def row_bytes(self) -> int:
        """Bytes of state a series."""
        return sum(state.row_bytes for state in self.states)

    def dump(self, lo: int, hi: int) -> list[bytes]:
        """Rows [lo, hi) as bytes, one part a state."""
        return [state.dump(lo, hi) for state in self.states]

    def load(self, lo: int, parts: list[bytes]) -> None:
        """Put dumped rows at lo. Raises StateError when they do not fit."""
        for state, part in zip(self.states, parts, strict=True):
            state.load(lo, part)
