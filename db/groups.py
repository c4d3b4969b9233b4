"""Groups of series: who belongs to which, how far each was judged, and what it learned."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import numpy as np
from psycopg.types.json import Jsonb

from db.episode_writer import EpisodeWriter
from db.names import fingerprint
from db.pool import Pool
from db.queries import for_asyncpg, for_psycopg
from db.records import Ids, Points, from_us, to_us
from db.work import EpisodeChange

METRIC = "__group__"
"""Metric of the series under which a group's episodes are written; its only label is the group's."""
WARM_UP = timedelta(days=7)
MOST = 64
"""Members of a group; further ones are left out."""


@dataclass(slots=True)
class GroupRow:
    """A group, to be judged on from `until` (us). Times in us, 0: none. `carriers`: [{series_id, metric, share}, …]."""

    tenant: int
    id: int
    label: str
    value: str
    series_id: int
    members: list[int]
    step: int
    until: int
    opened: int
    last: int
    peak_at: int
    peak: float
    carriers: list[dict[str, Any]]
    state: bytes | None
    score: float | None


class Groups:
    """What the groups task reads and writes, on one autocommit connection.

    `queries`: those of `groups.sql` and of episodes, if not on PostgreSQL.
    """

    def __init__(self, conn: Any, queries: Any = None, episodes: Any = None) -> None:
        self._conn = conn
        self._sql = queries or for_psycopg("groups")
        self._episodes = EpisodeWriter("groups", episodes)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing."""
        with self._conn.transaction():
            yield

    def form(self, now: datetime) -> dict[int, list[int]]:
        """Make groups that are new. Returns of every group that has live members, by id, who these are now."""
        made = {(row[0], row[1], row[2]): (row[3][:MOST], row[4]) for row in self._sql.memberships(self._conn, now=now)}
        known = {(row[0], row[2], row[3]) for row in self._sql.known(self._conn)}
        for key in sorted(made.keys() - known):
            self._add(key, *made[key], now)
        found = self._sql.known(self._conn)
        return {row[1]: made[key][0] for row in found if (key := (row[0], row[2], row[3])) in made}

    def _add(self, key: tuple[int, str, str], members: list[int], step_us: int, now: datetime) -> None:
        tenant, label, value = key
        labels = {label: value}
        step = max(1, round(step_us / 1e6)) * 1_000_000
        begin = to_us(now - min(WARM_UP, timedelta(microseconds=2000 * step))) // step * step
        with self._conn.transaction():
            print_ = fingerprint(METRIC, labels)
            series = self._sql.add_series(self._conn, tenant=tenant, labels=Jsonb(labels), print=print_)
            about = {"tenant": tenant, "label": label, "value": value, "series": series}
            self._sql.add_group(self._conn, members=members, step=step, until=from_us(begin), **about)

    def load(self, ids: list[int]) -> list[GroupRow]:
        """Groups, locked until the transaction ends; those that another works on are left out."""
        return [_row(row) for row in self._sql.load(self._conn, ids=ids)]

    def points(self, ids: list[int], after: list[int], until: int) -> Points:
        """Points of series ids[i] after after[i] and up to `until` (us); `ids` of the answer is the position i."""
        bounds = {"first": from_us(min(after)), "until": from_us(until)}
        rows = list(self._sql.points(self._conn, ids=ids, after=[from_us(t) for t in after], **bounds))
        at: Ids = np.array([row[0] - 1 for row in rows], np.int32)
        return Points(at, np.array([row[1] for row in rows], np.int64), np.array([row[2] for row in rows], np.float64))

    def metrics(self, ids: list[int]) -> dict[int, str]:
        """The metric of each series."""
        return {row[0]: row[1] for row in self._sql.names(self._conn, ids=ids)}

    def save(self, groups: list[GroupRow], changes: list[EpisodeChange]) -> set[int]:
        """Write how groups stand now. Returns the tenants of which something new is said."""
        for one in groups:
            times = {"opened_at": one.opened, "last_at": one.last, "peak_at": one.peak_at}
            self._sql.save(
                self._conn,
                tenant=one.tenant,
                id=one.id,
                members=one.members,
                step=one.step,
                until=from_us(one.until),
                score=one.score,
                carriers=Jsonb(one.carriers),
                peak=one.peak,
                state=one.state,
                **{name: from_us(t) if t else None for name, t in times.items()},
            )
        return self._episodes.write(self._conn, changes)


def _row(row: tuple[Any, ...]) -> GroupRow:
    tenant, id_, label, value, series, members, step = row[:7]
    until, opened, last, peak_at = (to_us(t) if t else 0 for t in row[7:11])
    state = bytes(row[13]) if row[13] is not None else None
    about = (tenant, id_, label, value, series, members, step)
    return GroupRow(*about, until, opened, last, peak_at, row[11] or 0.0, row[12], state, row[14])


async def list_groups(pool: Pool, tenant: int, after: int, limit: int) -> list[dict[str, Any]]:
    """A tenant's groups by id after one, as columns by name."""
    return [dict(row) async for row in for_asyncpg("groups").groups(pool, tenant=tenant, after=after, limit=limit)]
