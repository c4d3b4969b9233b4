"""All detectors of one shard together: points in, verdicts and episode changes out. All that the pipeline uses."""

from __future__ import annotations

import struct

import numpy as np

from ml import words
from ml.episodes import Episodes
from ml.fuse import carried, fuse
from ml.state import State
from ml.stream.base import Detector
from ml.stream.clock import Clock
from ml.stream.jump import Jump
from ml.stream.novelty import Novelty
from ml.stream.seasonal import Seasonal
from ml.types import Changes, Evidence, Floats, Longs, Rows, StateError, Ticks, Verdicts

DETECTORS: tuple[type[Detector], ...] = (Seasonal, Jump, Novelty)
DRAWN = (0, 1)  # the band to draw: seasonal, before that jump
FARTHEST = 1e30  # values beyond are judged as this, so that no square or float32 overflows
CHUNK = 65_536  # points at once: the columns between the stages then stay in the cache


class Watch:
    """State and judgement for the series of one shard, by row. Not thread-safe: a shard has one writer."""

    VERSION = 1
    BLOCK = 256
    names = tuple(d.name for d in DETECTORS)

    def __init__(self) -> None:
        self._rows = 0
        self._clock = Clock()
        self._detectors = [make() for make in DETECTORS]
        self._episodes = Episodes()

    @property
    def _states(self) -> list[State]:
        return [self._clock.state, *(s for d in self._detectors for s in d.states), self._episodes.state]

    @property
    def row_bytes(self) -> int:
        """Bytes of state that one series costs."""
        return sum(state.row_bytes for state in self._states)

    @property
    def newest(self) -> Longs:
        """int64[rows]: time of the newest point in us, 0 before the first. A live view: do not write."""
        newest: Longs = self._clock.state["newest"]
        return newest

    @property
    def step(self) -> Longs:
        """int64[rows]: usual us between points, 0 while not known."""
        step: Longs = np.rint(self._clock.state["step"]).astype(np.int64)
        return step

    @property
    def count(self) -> Longs:
        """int64[rows]: points so far. A live view: do not write."""
        count: Longs = self._clock.state["count"]
        return count

    def ensure(self, rows: int) -> None:
        """Have state for at least `rows` series; grows by half, in whole blocks."""
        if rows <= self._rows:
            return
        wanted = max(rows, self._rows + self._rows // 2)
        self._rows = -(-wanted // self.BLOCK) * self.BLOCK
        for state in self._states:
            state.ensure(self._rows)

    def begin_after(self, rows: Rows, t: Longs) -> None:
        """Say how far series have come of which nothing else is known: a cold start. rows int32[n], t int64[n] us."""
        self._clock.state["newest"][rows] = t

    def run(self, rows: Rows, t: Longs, v: Floats) -> tuple[Verdicts, Changes]:
        """Judge, then learn. Points sorted by (row, t), strictly newer than anything of their row; v finite.

        rows int32[n], t int64[n] us UTC, v float64[n] -> n verdicts, and the changes of episodes in point order.
        """
        rows = np.require(rows, np.int32, ["C", "W"])  # one kind of array: kernels compile once
        t = np.require(t, np.int64, ["C", "W"])
        v = np.clip(np.asarray(v, np.float64), -FARTHEST, FARTHEST)
        if len(rows):
            self.ensure(int(rows.max()) + 1)
        cuts = range(0, max(len(rows), 1), CHUNK)
        parts = [self._run(at, rows[at : at + CHUNK], t[at : at + CHUNK], v[at : at + CHUNK]) for at in cuts]
        return Verdicts.concat([p[0] for p in parts]), Changes.concat([p[1] for p in parts])

    def _run(self, at: int, rows: Rows, t: Longs, v: Floats) -> tuple[Verdicts, Changes]:
        ticks: Ticks = self._clock.run(rows, t, v)
        evidence: list[Evidence] = [detector.run(ticks) for detector in self._detectors]
        verdicts = fuse(ticks, evidence, DRAWN)
        changes = self._episodes.run(ticks, verdicts, carried(verdicts, evidence))
        changes.point[:] += at
        return verdicts, changes

    def dump(self, block: int) -> bytes:
        """State of rows [256 block, 256 block + 256): version, then each part with its length."""
        lo = block * self.BLOCK
        self.ensure(lo + self.BLOCK)
        parts = [state.dump(lo, lo + self.BLOCK) for state in self._states]
        return struct.pack("<I", self.VERSION) + b"".join(struct.pack("<I", len(p)) + p for p in parts)

    def load(self, block: int, state: bytes) -> None:
        """Put a dumped block back. Raises StateError when it is of another version or damaged."""
        if len(state) < 4 or struct.unpack_from("<I", state)[0] != self.VERSION:
            raise StateError(f"the saved block is not of version {self.VERSION}")
        lo, at = block * self.BLOCK, 4
        self.ensure(lo + self.BLOCK)
        for part in self._states:
            if len(state) < at + 4:
                raise StateError("the saved block is cut short")
            (size,) = struct.unpack_from("<I", state, at)
            part.load(lo, state[at + 4 : at + 4 + size])
            at += 4 + size

    def reason(self, changes: Changes, i: int) -> str:
        """Why change i is one, in words and numbers."""
        name = self.names[max(int(changes.detector[i]), 0)]
        numbers = (changes.value[i], changes.expected[i], changes.lo[i], changes.hi[i], changes.score[i])
        return words.reason(name, *(float(x) for x in numbers))
