"""The shard's single writer on memory: `db.store.ShardStore`. The same consumer and detectors work on it as on a
database; what they cause is written by the same code, with other queries below (`db.memory.episodes`)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import numpy as np

from db.episode_writer import EpisodeWriter
from db.journal_codec import pack_events
from db.memory.core import Memory
from db.memory.episodes import EpisodeQueries, RelearnQueries
from db.memory.policies import MemoryPolicies
from db.records import QUARTER_US, Event, Ids, Kind, Points, Severity, Times, to_us
from db.relearning import Relearning
from db.work import Committed, Held, JournalRow, RelearnAsk, Restored, ShardWork, Snapshot

Past = Callable[[int, int, int], Points]
"""(series, before us, how many) -> its newest points before a time, from beyond memory."""


class MemoryShardStore:
    """`db.store.ShardStore` on memory. A consumer that begins anew learns from the points that are held."""

    def __init__(self, memory: Memory, relearn_after: timedelta = timedelta(0), past: Past | None = None) -> None:
        self._memory = memory
        self._past = past
        self._episodes = EpisodeWriter("detector", EpisodeQueries(memory))
        queries = RelearnQueries(memory)
        self._relearning = Relearning(memory, self._episodes, relearn_after, queries, queries.put_bands)
        self._policies = MemoryPolicies(memory)
        self._batch = 0

    def lease(self, shard: int, owner: str) -> bool:  # noqa: ARG002  of the protocol
        """See `ShardStore.lease`. Nobody else can have it."""
        return True

    def release(self, shard: int) -> None:
        """See `ShardStore.release`."""

    def restore(self, shard: int) -> Restored:  # noqa: ARG002  there is one
        """See `ShardStore.restore`. State is not kept twice: it is learned anew, which version -1 asks for."""
        with self._memory.lock:
            seen = any(one.newest is not None for one in self._memory.catalog.series.values())
        return Restored(self._batch, self._batch, -1 if seen else None, {}, [], self._memory.policy_version)

    def newest(self, shard: int) -> tuple[Ids, Times]:
        """See `ShardStore.newest`."""
        with self._memory.lock:
            known = [
                one
                for one in self._memory.catalog.some(self._memory.catalog.series)
                if one.newest is not None and one.shard == shard and one.spec.kind is not Kind.event
            ]
        return np.array([one.id for one in known], np.int32), np.array([one.newest for one in known], np.int64)

    def waiting(self, shard: int, max_points: int) -> list[JournalRow]:
        """See `ShardStore.waiting`."""
        found, points = list[JournalRow](), 0
        with self._memory.lock:
            for one in self._memory.journal.values():
                if one.shard != shard:
                    continue
                if found and points >= max_points:
                    break
                found.append(one.row)
                points += one.points
        return found

    def describe(self, ids: Ids) -> dict[int, tuple[int, Kind]]:
        """See `ShardStore.describe`."""
        with self._memory.lock:
            return {one.id: (one.tenant, one.spec.kind) for one in self._memory.catalog.some(ids.tolist())}

    def policy_version(self) -> int:
        """See `ShardStore.policy_version`."""
        return self._memory.policy_version

    def policies(self, ids: Ids, version: int) -> dict[int, dict[str, Any]]:
        """See `ShardStore.policies`."""
        return self._policies.rules(ids, version)

    def held(self, shard: int) -> list[Held]:
        """See `ShardStore.held`."""
        with self._memory.lock:
            return [
                Held(row["series_id"], row["tenant_id"], Severity(row["severity"]), to_us(row["opened_at"]),
                     to_us(row["last_at"]), row["points"], to_us(row["peak_at"]), row["value"],
                     row["alert"] is not None)
                for row in self._memory.tables.episodes.values()
                if row["kind"] == "threshold" and row["state"] == "open"
                and self._memory.catalog.series[row["series_id"]].shard == shard
            ]  # fmt: skip

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
        own = self._relearning.stored(series, limit)
        if self._past is None or len(own) >= limit:
            return own
        before = int(own.t[0]) if len(own) else self._memory.now_us()
        return Points.concat([self._past(series, before, limit - len(own)), own])

    def commit(self, work: ShardWork) -> Committed:
        """See `ShardStore.commit`."""
        memory = self._memory
        with memory.lock:
            new, duplicates = self._write_points(work)
            self._beat(new)
            if work.bands is not None and len(work.bands.t):
                memory.windows.expect(work.bands)
            if work.snapshot is not None:
                self._write_pulse(work.snapshot)
            said = [said for one in work.relearned for said in self._relearning.write(one)]
            if work.relearned:
                alerted = self._episodes.say(None, said)
            else:
                alerted = self._episodes.write(None, work.changes) if work.changes else set()
            for id_ in work.journal_ids:
                memory.waiting_points -= memory.journal.pop(id_).points
            self._batch = work.batch
            memory.expire()
        return Committed(len(new), duplicates, alerted)

    def _write_points(self, work: ShardWork) -> tuple[Points, int]:
        """Store points and events. Returns the points that are new to the tables, and how many rows were there."""
        added, changed, same = self._revise(work.revised)
        late = Points.concat([added, changed])
        if len(late):
            late = late[np.lexsort((late.t, late.ids))]
        self._relearning.ask(work.shard, late, work.revised, work.live)
        caused, known = self._write_events(work.events)
        new = Points.concat([part for part in (work.fresh, caused) if len(part)])
        if len(caused):
            new = new[np.lexsort((new.t, new.ids))]
        self._memory.store(new)
        return Points.concat([new, added]), same + len(changed) + known

    def _revise(self, revised: Points) -> tuple[Points, Points, int]:
        """Put late points where they belong: (added, changed, count of exact doubles). Too old ones are left out."""
        revised = revised[revised.t >= self._memory.since()]
        added, changed, same = [], [], 0
        for series in np.unique(revised.ids).tolist():
            mine = revised[revised.ids == series]
            t, v = self._memory.rings.columns(series)
            at = np.searchsorted(t, mine.t)
            there = np.zeros(len(mine), bool)
            inside = at < len(t)
            there[inside] = t[at[inside]] == mine.t[inside]
            differs = there.copy()
            differs[there] = v[at[there]] != mine.v[there]
            same += int((there & ~differs).sum())
            added.append(mine[~there])
            changed.append(mine[differs])
            v[at[differs]] = mine.v[differs]
            self._rewrite(series, t, v, mine[~there], changed[-1])
        return Points.concat(added), Points.concat(changed), same

    def _rewrite(self, series: int, t: Times, v: np.ndarray[Any, Any], added: Points, changed: Points) -> None:
        if not len(added) and not len(changed):
            return
        t, v = np.concatenate([t, added.t]), np.concatenate([v, added.v])
        order = np.argsort(t, kind="stable")
        t, v = t[order], v[order]
        self._memory.rings.replace(series, t, v)
        for window in np.unique(np.concatenate([added.t, changed.t]) // QUARTER_US * QUARTER_US).tolist():
            a, b = np.searchsorted(t, [window, window + QUARTER_US])
            if window >= self._memory.rings.since:
                whole = Points(np.full(b - a, series, np.int32), t[a:b], v[a:b])
                self._memory.windows.put(series, window, whole)
            else:  # a part of the window's points has gone: what is new is counted, what changed is not taken back
                self._memory.windows.add(added[added.t // QUARTER_US * QUARTER_US == window])

    def _write_events(self, events: list[tuple[int, Event]]) -> tuple[Points, int]:
        """Remember events that are new. Returns the points that these cause, and how many events were known."""
        memory, new = self._memory, list[tuple[int, Event]]()
        for tenant, event in events:
            if (tenant, event.event_id) not in memory.event_ids:
                memory.event_ids[tenant, event.event_id] = event.t
                new.append((tenant, event))
        for tenant in {tenant for tenant, _ in new}:
            mine = [event for of, event in new if of == tenant]
            memory.remember(tenant, mine, pack_events(mine))
        rows = [(id_, event.t, value) for _, event in new for id_, value in event.causes]
        ids, t, v = zip(*rows, strict=True) if rows else ((), (), ())
        caused = Points(np.array(ids, np.int32), np.array(t, np.int64), np.array(v, np.float64))
        return caused[np.lexsort((caused.t, caused.ids))], len(events) - len(new)

    def _beat(self, new: Points) -> None:
        """Note how far series have come, so that readers see it at once; the rest comes with the next snapshot."""
        now = self._memory.now_us()
        if not len(new):
            return
        order = np.argsort(new.ids, kind="stable")
        ids, t = new.ids[order], new.t[order]
        starts = np.flatnonzero(np.r_[True, np.diff(ids) != 0])
        for id_, newest in zip(ids[starts].tolist(), np.maximum.reduceat(t, starts).tolist(), strict=True):
            one = self._memory.catalog.series[id_]
            if one.newest is None or newest > one.newest:
                one.newest, one.seen = newest, now

    def _write_pulse(self, snapshot: Snapshot) -> None:
        pulse, series = snapshot.pulse, self._memory.catalog.series
        columns = zip(pulse.ids.tolist(), pulse.step.tolist(), pulse.points.tolist(), pulse.arrival, strict=True)
        for id_, step, points, arrival in columns:
            if id_ in series:
                one = series[id_]
                one.step, one.points, one.arrival = int(step), int(points), arrival
