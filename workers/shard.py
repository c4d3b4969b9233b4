"""One shard's consumer: journal rows in, everything they cause out. The same rows always cause the same things, however
often they are run through: that is how a successor gets the state back."""

from __future__ import annotations

import logging
import time
from datetime import timedelta

import numpy as np

from db import metrics
from db.records import Points
from db.store import ShardStore
from db.work import Committed, JournalRow, Relearned, SeriesPulse, ShardWork, Snapshot
from ml.watch import Watch
from workers.relearn import relearn
from workers.scoring import Outcome, Scoring

log = logging.getLogger("tidewatch.pipeline")

DAY = timedelta(days=1)


class ShardConsumer:
    """Holds the shard's detectors between transactions. Not usable any more after a commit has raised.

    What is not a function of the journal goes with a snapshot, so that no successor has to come to it again: a new
    version of the policies (`adopt`), and state that was learned anew from what is stored (`relearn`).
    """

    def __init__(self, store: ShardStore, shard: int, max_age: timedelta = DAY) -> None:
        self.shard = shard
        self._store = store
        self._max_age_us = max_age // timedelta(microseconds=1)
        self._scoring = Scoring(store.describe, self._max_age_us)
        self._touched: set[int] = self._scoring.touched
        self._since_snapshot = 0
        self._snapshot_at = time.monotonic()
        restored = store.restore(shard)
        self._batch = restored.batch
        self.policy_version = restored.policy_version
        if restored.version == Watch.VERSION:
            self._load(restored.blocks)
        elif restored.version is not None:
            self._start_cold(restored.version)
        self._judge_by(restored.policy_version)
        for rows in restored.replay:
            self._absorb(rows)
        self._remember_untold()
        self._scoring.levels.restore(store.held(shard))

    def _load(self, blocks: dict[int, bytes]) -> None:
        heads = {block: np.frombuffer(state, "<i4", 1)[0] for block, state in blocks.items()}
        ids = [np.frombuffer(blocks[block], "<i4", heads[block], 4) for block in sorted(blocks)]
        self._scoring.know(np.concatenate(ids))
        for block, state in blocks.items():
            self._scoring.watch.load(block, state[4 + 4 * heads[block] :])

    def _start_cold(self, version: int) -> None:
        """Detectors learn anew, but what is stored already is still known to be, so that no point comes in twice.

        The stored points train them: every series is asked to be learned anew.
        """
        log.warning(
            "state of version %s, not %s: the detectors of shard %s start cold", version, Watch.VERSION, self.shard
        )
        ids, newest = self._store.newest(self.shard)
        self._scoring.know(ids)
        self._scoring.watch.begin_after(np.arange(len(ids), dtype=np.int32), newest)
        self._touched.update(range(-(-len(ids) // Watch.BLOCK)))  # the next snapshot replaces all blocks
        self._since_snapshot = 1
        self._store.relearn_all(self.shard)

    def _judge_by(self, version: int) -> None:
        self._scoring.judge_by(lambda ids: self._store.policies(ids, version))

    def _remember_untold(self) -> None:
        rows = [self._scoring.registry.row_of(series) for series in self._store.untold(self.shard).tolist()]
        self._scoring.untold[:] = False
        self._scoring.untold[[row for row in rows if row >= 0]] = True

    def take(self, rows: list[JournalRow], snapshot: bool) -> Committed:
        """Run rows through the detectors and commit all that they cause."""
        outcome = self._absorb(rows)
        work = self._work(
            journal_ids=[row.id for row in rows],
            fresh=outcome.fresh,
            revised=outcome.revised,
            live=outcome.live,
            events=[(row.tenant, event) for row in rows for event in row.events],
            changes=outcome.changes,
            bands=outcome.bands,
            snapshot=self._snapshot() if snapshot else None,
        )
        done = self._commit(work)
        _count(rows, outcome, done)
        return done

    def adopt(self, policy_version: int) -> None:
        """Judge by another version of the policies from the next point on."""
        self._judge_by(policy_version)
        over = self._scoring.levels.orphans(self._scoring.registry.row_of)
        self._commit(self._work(snapshot=self._snapshot(policy_version), changes=over))
        self.policy_version = policy_version

    def relearn(self, points: int) -> Committed | None:
        """Learn series anew whose past changed, from so many points each at most, and until so many were read in all.

        None: no series waits for it.
        """
        learned: list[Relearned] = []
        read = 0
        for ask in self._store.relearn(self.shard, 64):
            stored = self._store.stored(ask.series_id, points)
            learned.append(relearn(self._scoring, ask, stored, points, time.time_ns() // 1000 - self._max_age_us))
            read += len(stored)
            if read >= points:
                break
        if not learned:
            return None
        done = self._commit(self._work(relearned=learned, snapshot=self._snapshot()))
        self._remember_untold()
        metrics.relearned.inc(len(learned))
        return done

    def snapshot_due(self, seconds: float, points: int) -> bool:
        """Whether the state should be saved with the next transaction."""
        aged = time.monotonic() - self._snapshot_at >= seconds
        return self._since_snapshot >= points or (aged and self._since_snapshot > 0)

    def _absorb(self, rows: list[JournalRow]) -> Outcome:
        self._since_snapshot += sum(len(row.points) + len(row.events) for row in rows)
        return self._scoring.absorb(rows)

    def _work(self, **parts: object) -> ShardWork:
        empty = {"journal_ids": [], "fresh": Points.empty(), "revised": Points.empty(), "events": [], "changes": []}
        return ShardWork(shard=self.shard, batch=self._batch + 1, **(empty | parts))  # type: ignore[arg-type]  # callers name its fields

    def _commit(self, work: ShardWork) -> Committed:
        with metrics.pipeline_seconds.time():
            done = self._store.commit(work)
        self._batch += 1
        if work.snapshot is not None:
            self._touched.clear()
            self._since_snapshot, self._snapshot_at = 0, time.monotonic()
        return done

    def _snapshot(self, policy_version: int | None = None) -> Snapshot:
        size, watch, registry = Watch.BLOCK, self._scoring.watch, self._scoring.registry
        blocks = {}
        for block in sorted(self._touched):
            ids = registry.ids[block * size : (block + 1) * size].astype("<i4")
            blocks[block] = len(ids).to_bytes(4, "little") + ids.tobytes() + watch.dump(block)
        parts = [np.arange(b * size, min((b + 1) * size, len(registry))) for b in blocks]
        rows = np.concatenate(parts) if parts else np.empty(0, np.int64)
        doing = (watch.newest[rows], watch.step[rows], watch.count[rows], watch.arrival(rows) if len(rows) else [])
        pulse = SeriesPulse(registry.ids[rows], *doing)
        return Snapshot(Watch.VERSION, blocks, pulse, policy_version)


def _count(rows: list[JournalRow], outcome: Outcome, done: Committed) -> None:
    metrics.pipeline_points.labels("stored").inc(done.inserted)
    metrics.pipeline_points.labels("duplicate").inc(done.duplicates + outcome.doubles)
    if rows and any(change.verb != "hold" for change in outcome.changes):
        oldest = min(row.received_at for row in rows)
        metrics.alert_seconds.observe(max(0.0, time.time() - oldest.timestamp()))
