"""A shard's single writer on PostgreSQL: one transaction turns journal rows into everything they cause."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import groupby
from typing import Any

import numpy as np
from numpy.typing import NDArray

from db.engine import Engine
from db.episode_writer import EpisodeWriter, Said
from db.errors import LostShard
from db.event_writer import write_events
from db.journal_codec import EVENTS, unpack_events, unpack_points
from db.partitions import Weeks
from db.policies import in_force
from db.pool import BinaryCursor, Connection
from db.queries import for_psycopg
from db.records import Ids, Kind, Points, Severity, Times, from_us, to_us
from db.relearning import Relearning
from db.samples import Marks, copy_bands, copy_samples, split_revised, without_closed
from db.work import Committed, Held, JournalRow, RelearnAsk, Restored, ShardWork, Snapshot

DIRECT_COMPRESS_FROM = 20_000
"""Rows in one COPY from which TimescaleDB Community writes compressed rows at once."""


class PostgresShardStore:
    """`db.store.ShardStore` on one connection of its own. The advisory locks of its shards live and die with it."""

    def __init__(self, conn: Connection, engine: Engine, relearn_after: timedelta = timedelta(0)) -> None:
        conn.cursor_factory = BinaryCursor
        self._conn = conn
        self._engine = engine
        self._sql = for_psycopg("shard")
        self._weeks = Weeks(engine)
        self._marks: dict[int, Marks] = {}
        self._episodes = EpisodeWriter("detector")
        self._relearning = Relearning(conn, self._episodes, relearn_after)
        if engine is Engine.community:  # a correction of compressed points unpacks as many as it must
            conn.execute("set timescaledb.max_tuples_decompressed_per_dml_transaction = 0")

    def close(self) -> None:
        """Give up all shards."""
        self._conn.close()

    def lease(self, shard: int, owner: str) -> bool:
        """See `ShardStore.lease`."""
        if not self._sql.lease(self._conn, shard=shard):
            return False
        self._sql.note_owner(self._conn, shard=shard, owner=owner)
        self._marks[shard] = Marks()
        return True

    def release(self, shard: int) -> None:
        """See `ShardStore.release`."""
        self._sql.release(self._conn, shard=shard)

    def restore(self, shard: int) -> Restored:
        """See `ShardStore.restore`."""
        batch, snapshot, policies = self._sql.position(self._conn, shard=shard)
        blocks = list(self._sql.blocks(self._conn, shard=shard))
        rows = [_row(row) for row in self._sql.replay(self._conn, shard=shard, snapshot_batch=snapshot)]
        replay = [list(group) for _, group in groupby(rows, key=lambda row: row.batch)]
        version = blocks[0][1] if blocks else None
        states = {block: bytes(state) for block, _, state in blocks}
        return Restored(batch, snapshot, version, states, replay, policies)

    def newest(self, shard: int) -> tuple[Ids, Times]:
        """See `ShardStore.newest`."""
        rows = list(self._sql.newest(self._conn, shard=shard))
        return np.array([row[0] for row in rows], np.int32), np.array([row[1] for row in rows], np.int64)

    def waiting(self, shard: int, max_points: int) -> list[JournalRow]:
        """See `ShardStore.waiting`."""
        return [_row(row) for row in self._sql.waiting(self._conn, shard=shard, max_points=max_points)]

    def describe(self, ids: Ids) -> dict[int, tuple[int, Kind]]:
        """See `ShardStore.describe`."""
        return {row[0]: (row[1], Kind(row[2])) for row in self._sql.describe(self._conn, ids=ids.tolist())}

    def policy_version(self) -> int:
        """See `ShardStore.policy_version`."""
        return int(for_psycopg("policies").version(self._conn))

    def policies(self, ids: Ids, version: int) -> dict[int, dict[str, Any]]:
        """See `ShardStore.policies`."""
        found = for_psycopg("policies").policies_of(self._conn, ids=ids.tolist(), version=version)
        return in_force(found) if len(ids) else {}

    def held(self, shard: int) -> list[Held]:
        """See `ShardStore.held`."""
        found = self._sql.held(self._conn, shard=shard)
        return [
            Held(id_, tenant, Severity(severity), to_us(opened), to_us(last), points, to_us(peak), value, told)
            for id_, tenant, severity, opened, last, points, peak, value, told in found
        ]

    def untold(self, shard: int) -> Ids:
        """See `ShardStore.untold`."""
        return self._relearning.untold(shard)

    def relearn_all(self, shard: int) -> None:
        """See `ShardStore.relearn_all`."""
        self._relearning.ask_all(shard)

    def relearn(self, shard: int, limit: int) -> list[RelearnAsk]:
        """See `ShardStore.relearn`."""
        return self._relearning.ready(shard, limit)

    def stored(self, series: int, limit: int) -> Points:
        """See `ShardStore.stored`."""
        return self._relearning.stored(series, limit)

    def commit(self, work: ShardWork) -> Committed:
        """See `ShardStore.commit`."""
        conn = self._conn
        for relation, t in (("samples", _times(work)), ("events", _event_times(work))):
            self._weeks.ensure(conn, relation, t)
        marks = self._marks[work.shard]
        with conn.transaction():
            now: datetime = self._sql.barrier(conn)
            if self._sql.advance(conn, shard=work.shard, batch=work.batch) != 1:
                raise LostShard()
            self._sql.take(conn, batch=work.batch, ids=work.journal_ids)
            inserted, duplicates, touched = self._write_points(work)
            opened = marks.write(conn, self._sql, touched, now)
            if work.bands is not None and len(work.bands.t):
                copy_bands(conn, work.bands)
            if work.snapshot is not None:
                self._write_snapshot(work, work.snapshot)
            said = [said for one in work.relearned for said in self._relearning.write(one)]
            # Last, because numbering transitions locks their tenant.
            alerted = self._say(work, said)
        marks.keep(opened)
        return Committed(inserted, duplicates, alerted)

    def _say(self, work: ShardWork, said: list[Said]) -> set[int]:
        if work.relearned:
            return self._episodes.say(self._conn, said)
        return self._episodes.write(self._conn, work.changes) if work.changes else set()

    def _write_points(self, work: ShardWork) -> tuple[int, int, Points]:
        """Store points and events. Returns (rows inserted, rows that were there, points whose windows changed)."""
        conn = self._conn
        closed = list(self._sql.closed(conn))
        fresh, revised = without_closed(work.fresh, closed), without_closed(work.revised, closed)
        added, changed, same = split_revised(conn, self._sql, revised)
        self._relearning.ask(work.shard, Points.concat([added, changed]), revised, work.live)
        derived, known = write_events(conn, self._sql, work.events)
        derived = without_closed(derived, closed)
        new = Points.concat([part for part in (fresh, added, derived) if len(part)])
        copy_samples(conn, new, compress=self._engine is Engine.community and len(new) >= DIRECT_COMPRESS_FROM)
        duplicates = same + len(changed) + known
        return len(new), duplicates, Points.concat([new, changed])

    def _write_snapshot(self, work: ShardWork, snapshot: Snapshot) -> None:
        conn = self._conn
        for block, state in snapshot.blocks.items():
            self._sql.put_block(conn, shard=work.shard, block=block, version=snapshot.version, state=state)
        pulse = snapshot.pulse
        self._sql.put_pulse(
            conn,
            ids=pulse.ids.tolist(),
            newest=[from_us(t) for t in pulse.newest.tolist()],
            steps=pulse.step.tolist(),
            points=pulse.points.tolist(),
            arrivals=pulse.arrival,
        )
        self._sql.note_snapshot(conn, shard=work.shard, batch=work.batch, policy_version=snapshot.policy_version)


def _row(row: tuple[Any, ...]) -> JournalRow:
    id_, tenant, kind, batch, received_at, history, payload = row
    is_events = kind == EVENTS
    return JournalRow(
        id_,
        tenant,
        batch,
        received_at,
        Points.empty() if is_events else unpack_points(payload),
        unpack_events(payload) if is_events else [],
        history,
    )


def _times(work: ShardWork) -> NDArray[np.int64]:
    return np.concatenate([work.fresh.t, work.revised.t, _event_times(work)])


def _event_times(work: ShardWork) -> NDArray[np.int64]:
    return np.array([event.t for _, event in work.events], np.int64)
