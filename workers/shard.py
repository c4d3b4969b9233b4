"""One shard's consumer: journal rows in, everything they cause out. The same rows always cause the same things, however
often they are run through: that is how a successor gets the state back."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from db import metrics
from db.records import QUARTER_US, Bands, Points, Severity
from db.store import ShardStore
from db.work import Committed, EpisodeChange, JournalRow, SeriesPulse, ShardWork, Snapshot
from ml.watch import Watch
from workers.registry import ADDITIVE, Registry

log = logging.getLogger("tidewatch.pipeline")
VERBS = ("open", "raise", "close")
SEVERITIES = tuple(Severity)


@dataclass(frozen=True)
class Outcome:
    """What a take came to, before it is written."""

    fresh: Points
    revised: Points
    doubles: int
    changes: list[EpisodeChange]
    bands: Bands


class ShardConsumer:
    """Holds the shard's detectors between transactions. Not usable any more after `commit` has raised."""

    def __init__(self, store: ShardStore, shard: int) -> None:
        self.shard = shard
        self._store = store
        self._registry = Registry(store.describe)
        self._watch = Watch()
        self._touched: set[int] = set()
        self._since_snapshot = 0
        self._snapshot_at = time.monotonic()
        restored = store.restore(shard)
        self._batch = restored.batch
        if restored.version == Watch.VERSION:
            self._load(restored.blocks)
        elif restored.version is not None:
            self._start_cold(restored.version)
        for rows in restored.replay:
            self._absorb(rows)

    def _load(self, blocks: dict[int, bytes]) -> None:
        heads = {block: np.frombuffer(state, "<i4", 1)[0] for block, state in blocks.items()}
        ids = [np.frombuffer(blocks[block], "<i4", heads[block], 4) for block in sorted(blocks)]
        self._registry.restore(np.concatenate(ids))
        self._watch.ensure(len(self._registry))
        for block, state in blocks.items():
            self._watch.load(block, state[4 + 4 * heads[block] :])

    def _start_cold(self, version: int) -> None:
        """Detectors learn anew, but what is stored already is still known to be, so that no point comes in twice."""
        log.warning(
            "state of version %s, not %s: the detectors of shard %s start cold", version, Watch.VERSION, self.shard
        )
        ids, newest = self._store.newest(self.shard)
        self._registry.restore(ids)
        self._watch.ensure(len(ids))
        self._watch.begin_after(np.arange(len(ids), dtype=np.int32), newest)
        self._touched = set(range(-(-len(ids) // Watch.BLOCK)))  # the next snapshot replaces all blocks
        self._since_snapshot = 1

    def take(self, rows: list[JournalRow], snapshot: bool) -> Committed:
        """Run rows through the detectors and commit all that they cause."""
        outcome = self._absorb(rows)
        work = ShardWork(
            shard=self.shard,
            batch=self._batch + 1,
            journal_ids=[row.id for row in rows],
            fresh=outcome.fresh,
            revised=outcome.revised,
            events=[(row.tenant, event) for row in rows for event in row.events],
            changes=outcome.changes,
            bands=outcome.bands,
            snapshot=self._snapshot() if snapshot else None,
        )
        with metrics.pipeline_seconds.time():
            done = self._store.commit(work)
        self._batch += 1
        if snapshot:
            self._touched, self._since_snapshot, self._snapshot_at = set(), 0, time.monotonic()
        _count(rows, outcome, done)
        return done

    def snapshot_due(self, seconds: float, points: int) -> bool:
        """Whether the state should be saved with the next transaction."""
        aged = time.monotonic() - self._snapshot_at >= seconds
        return self._since_snapshot >= points or (aged and self._since_snapshot > 0)

    def _absorb(self, rows: list[JournalRow]) -> Outcome:
        points = Points.concat([row.points for row in rows])
        self._since_snapshot += len(points) + sum(len(row.events) for row in rows)
        if not len(points):
            return Outcome(points, points, 0, [], _no_bands())
        points = points[np.lexsort((points.t, points.ids))]
        row_of = self._registry.rows(points)
        self._watch.ensure(len(self._registry))
        additive = row_of == ADDITIVE
        last = np.ones(len(points), bool)  # of several with one (series, time) the latest, as the sort is stable
        last[:-1] = (points.ids[1:] != points.ids[:-1]) | (points.t[1:] != points.t[:-1])
        keep = last | additive
        points, row_of, additive = points[keep], row_of[keep], additive[keep]
        newest = self._watch.newest[np.where(additive, 0, row_of)] if len(self._registry) else np.zeros(len(points))
        newer = ~additive & (points.t > newest)
        scored, scored_rows = points[newer], row_of[newer]
        bands_at = _first_of_window(scored, newest[newer])
        changes, bands = self._score(scored, scored_rows, bands_at)
        self._touched.update(np.unique(scored_rows // Watch.BLOCK).tolist())
        return Outcome(points[newer | additive], points[~newer & ~additive], int((~keep).sum()), changes, bands)

    def _score(
        self, points: Points, rows: NDArray[np.int32], bands_at: NDArray[np.int64]
    ) -> tuple[list[EpisodeChange], Bands]:
        if not len(points):
            return [], _no_bands()
        with metrics.score_seconds.time():
            verdicts, changes = self._watch.run(rows, points.t, points.v)
        told = [self._change(changes, i, points) for i in range(len(changes.verb))]
        at = bands_at[np.isfinite(verdicts.expected[bands_at])]
        windows = points.t[at] // QUARTER_US * QUARTER_US
        return told, Bands(points.ids[at], windows, verdicts.expected[at], verdicts.lo[at], verdicts.hi[at])

    def _change(self, changes: Any, i: int, points: Points) -> EpisodeChange:
        row = int(changes.row[i])
        return EpisodeChange(
            verb=VERBS[changes.verb[i]],  # type: ignore[arg-type]  # mypy reads str where the tuple holds the literals
            tenant=int(self._registry.tenants[row]),
            series_id=int(self._registry.ids[row]),
            t=int(points.t[changes.point[i]]),
            opened_at=int(changes.opened_at[i]),
            last_at=int(changes.last_at[i]),
            points=int(changes.points[i]),
            score=float(changes.score[i]),
            severity=SEVERITIES[changes.severity[i]],
            peak_at=int(changes.peak_at[i]),
            value=_finite(changes.value[i]),
            expected=_finite(changes.expected[i]),
            lo=_finite(changes.lo[i]),
            hi=_finite(changes.hi[i]),
            detector=self._watch.names[changes.detector[i]],
            reason=self._watch.reason(changes, i),
        )

    def _snapshot(self) -> Snapshot:
        size = Watch.BLOCK
        blocks = {}
        for block in sorted(self._touched):
            ids = self._registry.ids[block * size : (block + 1) * size].astype("<i4")
            blocks[block] = len(ids).to_bytes(4, "little") + ids.tobytes() + self._watch.dump(block)
        parts = [np.arange(b * size, min((b + 1) * size, len(self._registry))) for b in blocks]
        rows = np.concatenate(parts) if parts else np.empty(0, np.int64)
        watch = self._watch
        pulse = SeriesPulse(self._registry.ids[rows], watch.newest[rows], watch.step[rows], watch.count[rows])
        return Snapshot(Watch.VERSION, blocks, pulse)


def _first_of_window(points: Points, newest: NDArray[Any]) -> NDArray[np.int64]:
    """Positions of the points that are the first of their series in a 15-minute window, ever."""
    if not len(points):
        return np.empty(0, np.int64)
    before = np.empty(len(points), np.int64)
    before[1:] = points.t[:-1]
    starts = np.ones(len(points), bool)
    starts[1:] = points.ids[1:] != points.ids[:-1]
    before[starts] = newest[starts]
    return np.flatnonzero(points.t // QUARTER_US > before // QUARTER_US)


def _no_bands() -> Bands:
    none = np.empty(0)
    return Bands(np.empty(0, np.int32), np.empty(0, np.int64), none, none, none)


def _finite(value: Any) -> float | None:
    return float(value) if np.isfinite(value) else None


def _count(rows: list[JournalRow], outcome: Outcome, done: Committed) -> None:
    metrics.pipeline_points.labels("stored").inc(done.inserted)
    metrics.pipeline_points.labels("duplicate").inc(done.duplicates + outcome.doubles)
    if outcome.changes and rows:
        oldest = min(row.received_at for row in rows)
        metrics.alert_seconds.observe(max(0.0, time.time() - oldest.timestamp()))
