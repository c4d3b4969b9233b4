"""All detectors of one shard together: points in, verdicts and episode changes out. All that the pipeline uses."""

from __future__ import annotations

import struct
from collections.abc import Sequence

import numpy as np

from ml import words
from ml.arrival import Arrival
from ml.episodes import OPENS, Episodes
from ml.fuse import carried, fuse
from ml.news import News
from ml.policy import Policies, unscaled
from ml.state import State
from ml.stream.base import Detector
from ml.stream.calm import Calm
from ml.stream.clock import Clock
from ml.stream.counter import Counter
from ml.stream.drift import Drift
from ml.stream.jump import Jump
from ml.stream.level import Level
from ml.stream.novelty import Novelty
from ml.stream.roughness import Roughness
from ml.stream.seasonal import Seasonal
from ml.stream.stuck import Stuck
from ml.stream.windows import Windows
from ml.types import Changes, Evidence, Floats, Longs, Rows, StateError, Ticks, Verdicts

DETECTORS: tuple[type[Detector], ...] = (Seasonal, Jump, Novelty, Level, Drift, Roughness, Calm, Stuck)
DRAWN = (0, 1)  # the band to draw: seasonal, before that jump
FARTHEST = 1e30  # values beyond are judged as this, so that no square or float32 overflows
CHUNK = 65_536  # points at once: the columns between the stages then stay in the cache


class Watch:
    """State and judgement for the series of one shard, by row. Not thread-safe: a shard has one writer."""

    VERSION = 3
    BLOCK = 256
    names = tuple(d.name for d in DETECTORS)
    carriers = (*names, "range")  # who may carry a score: a detector, or a policy's legal range

    def __init__(self, detectors: Sequence[type[Detector]] = DETECTORS) -> None:
        """`detectors`: at least two, whose band is drawn the first; fewer than all to see what each brings."""
        self._rows = 0
        self._counter = Counter()
        self._clock = Clock()
        self._arrival = Arrival()
        self._windows = Windows()
        self._detectors = [make() for make in detectors]
        self._weights = np.array([d.weight for d in self._detectors])
        self._of_points = np.array([d.of_points for d in self._detectors])
        self._news = News()
        self._episodes = Episodes()

    @property
    def _states(self) -> list[State]:
        detectors = (s for d in self._detectors for s in d.states)
        before = [self._counter.state, self._clock.state, self._arrival.state, self._windows.state]
        return [*before, *detectors, self._news.state, self._episodes.state]

    @property
    def row_bytes(self) -> int:
        """Bytes of state that one series costs."""
        return sum(state.row_bytes for state in self._states)

    @property
    def newest(self) -> Longs:
        """int64[rows]: time of the newest point in us, 0 before the first."""
        newest: Longs = np.maximum(self._clock.state["newest"], self._counter.state["newest"])
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

    def arrival(self, rows: Longs) -> list[bytes]:
        """What is known of when the next points of rows are due; `ml.arrival.Known` reads it."""
        return self._arrival.pack(rows)

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

    def mark_counters(self, rows: Rows) -> None:
        """Say which rows, int32[n], are counters: they are judged by their rate a second. Before their first point."""
        if len(rows):
            self.ensure(int(rows.max()) + 1)
            self._counter.mark(rows)

    def run(self, rows: Rows, t: Longs, v: Floats, policy: Policies | None = None) -> tuple[Verdicts, Changes]:
        """Judge, then learn. Points sorted by (row, t), strictly newer than anything of their row; v finite.

        rows int32[n], t int64[n] us UTC, v float64[n] -> n verdicts, and the changes of episodes in point order.
        """
        rows = np.require(rows, np.int32, ["C", "W"])  # one kind of array: kernels compile once
        t = np.require(t, np.int64, ["C", "W"])
        v = np.clip(np.asarray(v, np.float64), -FARTHEST, FARTHEST)
        if len(rows):
            self.ensure(int(rows.max()) + 1)
        cuts = range(0, max(len(rows), 1), CHUNK)
        parts = [self._run(at, rows[at : at + CHUNK], t[at : at + CHUNK], v[at : at + CHUNK], policy) for at in cuts]
        return Verdicts.concat([p[0] for p in parts]), Changes.concat([p[1] for p in parts])

    def _run(self, at: int, rows: Rows, t: Longs, v: Floats, policy: Policies | None) -> tuple[Verdicts, Changes]:
        rates = self._counter.run(rows, t, v)
        if rates is not None:
            known = np.flatnonzero(rates[1])
            judged, changes = self._judge(rows[known], t[known], rates[0][known], policy)
            verdicts = unjudged(len(rows))
            for name in ("score", "expected", "lo", "hi", "detector", "warm", "rarity"):
                getattr(verdicts, name)[known] = getattr(judged, name)
            changes.point[:] = known[changes.point]
        else:
            verdicts, changes = self._judge(rows, t, v, policy)
        changes.point[:] += at
        return verdicts, changes

    def _judge(self, rows: Rows, t: Longs, v: Floats, policy: Policies | None) -> tuple[Verdicts, Changes]:
        ticks: Ticks = self._clock.run(rows, t, v)
        self._arrival.run(ticks)
        self._windows.run(ticks)
        evidence: list[Evidence] = [detector.run(ticks) for detector in self._detectors]
        verdicts = fuse(ticks, evidence, self._weights, DRAWN)
        told = verdicts.score >= OPENS if policy is None else policy.heeds(ticks) | (verdicts.score >= OPENS)
        held, seen = carried(verdicts, evidence, self._of_points, ticks.v, np.flatnonzero(told))
        if policy is not None:
            policy.apply(ticks, verdicts, held, len(self.names))
        self._news.run(ticks, verdicts)
        return verdicts, self._episodes.run(ticks, verdicts, held, seen)

    def ongoing(self, rows: Rows) -> Changes:
        """The episodes of rows that are open, as they stand now, with the verb OPEN and point 0."""
        return self._episodes.ongoing(rows)

    def extract(self, row: int) -> list[bytes]:
        """All state of one series, for `put`."""
        self.ensure(row + 1)
        return [state.dump(row, row + 1) for state in self._states]

    def put(self, row: int, state: list[bytes], *, learned: bool = True) -> None:
        """Replace a series' state by what `extract` gave; without `learned`, its episode alone. Time never goes back.

        Raises StateError when the state does not fit.
        """
        self.ensure(row + 1)
        newest = self.newest[row]
        for own, part in zip(self._states, state, strict=True):
            if learned or own is self._episodes.state:
                own.load(row, part)
        self._clock.state["newest"][row] = max(newest, self._clock.state["newest"][row])

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

    def reason(self, changes: Changes, i: int, policy: Policies | None = None) -> str:
        """Why change i is one, in words and numbers. `policy`: the one that it was judged by."""
        carrier, row = int(changes.detector[i]), int(changes.row[i])
        held = [float(getattr(changes, name)[i]) for name in ("value", "expected", "lo", "hi")]
        seen = [float(getattr(changes, name)[i]) for name in ("seen", "seen_lo", "seen_hi")]
        if carrier == len(self.names):
            said = words.illegal(held[0], held[2], held[3])
        else:
            score = unscaled(float(changes.score[i]), policy.factor(row) if policy else 1.0)
            said = words.reason(self.names[max(carrier, 0)], held, seen, score)
        return f"By its rate a second: {said}" if self._counter.state["counts"][row] else said


def unjudged(n: int) -> Verdicts:
    """n verdicts that say nothing."""
    score, expected, lo, hi, rarity = (np.full(n, np.nan) for _ in range(5))
    return Verdicts(score, expected, lo, hi, np.full(n, -1, np.int8), np.zeros(n, np.bool_), rarity)
