"""What is stored of when points come: how every series is doing, and what was learned of how late they are."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from db.episode_writer import EpisodeWriter
from db.queries import for_psycopg
from db.records import Ids, Times, from_us, to_us
from db.work import EpisodeChange

Together = dict[int, tuple[str, int]]
"""Series -> (`label=value` that it shares with the most others that are silent, how many others)."""


@dataclass(frozen=True, slots=True)
class Pulses:
    """How n series are doing, sorted by id: columns of length n, times and steps in us (step 0: not known).

    `until`: up to when everything that was received is known. `arrival`: the packed model where a point is due, else
    None. `opened`, `last`: of the open episode of its silence (0: there is none); `late`: that one is of late points.
    """

    ids: Ids
    tenants: Ids
    newest: Times
    seen: Times
    step: NDArray[np.float64]
    points: NDArray[np.int64]
    until: Times
    arrival: list[bytes | None]
    opened: Times
    last: Times
    late: NDArray[np.bool_]


class Arrivals:
    """What the staleness task reads and writes, on one autocommit connection.

    `queries`: those of `arrivals.sql` and of episodes, if not on PostgreSQL.
    """

    def __init__(self, conn: Any, queries: Any = None, episodes: Any = None) -> None:
        self._conn = conn
        self._sql = queries or for_psycopg("arrivals")
        self._episodes = EpisodeWriter("staleness", episodes)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing."""
        with self._conn.transaction():
            yield

    def listened(self, now: datetime, pause: timedelta) -> tuple[int, int]:
        """(since when we have listened without such a pause, when we last did: 0 is never), in us."""
        row = self._sql.listened(self._conn, now=now, pause=pause)
        return (to_us(row[0]), to_us(row[1])) if row else (to_us(now), 0)

    def pulses(self, now: datetime) -> Pulses:
        """Every series that sent in the last two months, or is said to be silent."""
        behind = {row[0]: to_us(row[1]) for row in self._sql.behind(self._conn)}
        rows = list(self._sql.pulses(self._conn, now=now))
        columns = list(zip(*rows, strict=True)) if rows else [()] * 11
        until = [min(behind.get(shard, to_us(now)), to_us(now)) for shard in columns[2]]
        newest, seen, points, opened, last = (np.array(columns[i], np.int64) for i in (3, 4, 6, 8, 9))
        step, late = np.array(columns[5], np.float64), np.array(columns[10], np.bool_)
        ids, tenants = (np.array(columns[i], np.int32) for i in (0, 1))
        arrival = [None if one is None else bytes(one) for one in columns[7]]
        return Pulses(ids, tenants, newest, seen, step, points, np.array(until, np.int64), arrival, opened, last, late)

    def blocks(self, blocks: NDArray[np.int64]) -> dict[int, bytes]:
        """What was learned of lateness, by block of ids; those that were never written are missing."""
        return {row[0]: bytes(row[1]) for row in self._sql.blocks(self._conn, blocks=blocks.tolist())}

    def together(self, tenants: set[int], silent: Ids, now: datetime) -> Together:
        """For silent series the label that they share with the most others, when all of its series are silent."""
        found: Together = {}
        silent_ids = silent.tolist()
        for _, label, value, ids in self._sql.together(self._conn, tenants=sorted(tenants), silent=silent_ids, now=now):
            for one in ids:
                if len(ids) - 1 > found.get(one, ("", 0))[1]:
                    found[one] = (f"{label}={value}", len(ids) - 1)
        return found

    def save(self, changes: list[EpisodeChange], blocks: dict[int, bytes], since: int, now: datetime) -> set[int]:
        """Write what a pass came to. Returns the tenants that have new transitions."""
        if blocks:
            self._sql.put_blocks(self._conn, blocks=list(blocks), states=list(blocks.values()))
        self._sql.listen(self._conn, since=from_us(since), now=now)
        return self._episodes.write(self._conn, changes)
