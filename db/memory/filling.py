"""When persistence begins: memory learns what a database knows, and the database what only memory knows of people.

Series, their points of the last hours, policies, keys, users and secrets; where memory is still empty, also the newest
episodes with their alerts, so that numbers of alerts go on where they were.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Sequence
from typing import Any

import numpy as np

from db.errors import Conflict
from db.memory import waiting
from db.memory.catalog import Tenant
from db.memory.core import Memory
from db.packed import POINT, ids_of, times_of, unpack
from db.policies import RULES
from db.pool import Pool
from db.postgres_roles import PostgresAccess, PostgresPolicies
from db.queries import for_asyncpg
from db.records import Kind, Points, SeriesSpec, Times, from_us, to_us

log = logging.getLogger("tidewatch.memory")
AT_ONCE = 100
"""Series whose points are asked for at once."""


async def fill(memory: Memory, pool: Pool) -> None:
    """All of it. Raises what asyncpg raises; then it may be tried again.

    Points, episodes and what waits come once a process, as of one moment: later on memory has all that the database
    has, as far as memory reaches.
    """
    async with pool.acquire() as conn, conn.transaction(isolation="repeatable_read", readonly=True):
        await _data(memory, conn)
    await fill_policies(memory, pool)
    await push_people(memory, pool)
    await fill_people(memory, pool)


async def _data(memory: Memory, conn: Any) -> None:
    if memory.fresh is None:
        memory.fresh = all(one.newest is None for one in memory.catalog.series.values())
    memory.fresh = memory.fresh and not memory.tables.episodes
    for row in await _all("tenants", conn):
        with memory.lock:
            of = memory.catalog.tenants.setdefault(row["id"], Tenant(memory.config.memory_series))
            if memory.fresh:
                of.live_seq = max(of.live_seq, row["live_seq"])
    ids = await _series(memory, conn)
    if memory.filled:
        return
    left, events = await waiting.read(memory, conn, ids), await waiting.read_event_ids(memory, conn)
    await _points(memory, conn, ids)
    if memory.fresh:
        await _episodes(memory, conn, ids)
    waiting.put(memory, left, events)
    memory.began, memory.filled = min(memory.began, memory.since()), True


async def _all(name: str, conn: Any, **arguments: Any) -> list[dict[str, Any]]:
    return [dict(row) async for row in getattr(for_asyncpg("memory"), name)(conn, **arguments)]


async def _series(memory: Memory, conn: Any) -> dict[int, int]:
    """Series of the database as series of memory: its number -> ours, which is the same where that is free."""
    found: dict[int, int] = {}
    for row in await _all("series", conn, limit=memory.config.memory_series):
        with memory.lock:
            of = memory.catalog.tenant(row["tenant_id"])
            if (known := of.by_print.get(row["fingerprint"])) is None:
                spec = SeriesSpec(row["metric"], row["labels"], row["unit"], Kind(row["kind"]))
                one = memory.catalog.add(row["tenant_id"], spec, row["fingerprint"], row["id"])
                one.created_at, one.step = row["created_at"], row["step_us"] or 0
                one.arrival = row["arrival"] or b""
                one.newest = row["newest"] and to_us(row["newest"])
                one.seen = memory.now_us() if one.newest else 0
                known = one.id
            found[row["id"]] = known
    return found


async def _points(memory: Memory, conn: Any, ids: dict[int, int]) -> None:
    """The points of the last hours that memory lacks. Those of clocks that are ahead, too."""
    theirs, since = list(ids), from_us(memory.since())
    for at in range(0, len(theirs), AT_ONCE):
        packed = await for_asyncpg("memory").points(conn, ids=theirs[at : at + AT_ONCE], since=since)
        rows = unpack(packed, POINT)
        points = Points(ids_of(rows), times_of(rows), rows["v"].astype(np.float64))
        with memory.lock:
            for series in np.unique(points.ids).tolist():
                _put(memory, ids[series], points[points.ids == series])
            memory.expire()


def _put(memory: Memory, series: int, points: Points) -> None:
    own, one = memory.rings.columns(series)[0], memory.catalog.series[series]
    points = points[_lacking(own, points.t, several=one.spec.kind is Kind.event)]
    if len(points):
        mine = Points(np.full(len(points), series, np.int32), points.t, points.v)
        memory.rings.append(series, mine.t, mine.v)
        memory.windows.add(mine)
        one.newest = max(one.newest or 0, int(mine.t[-1]))


def _lacking(own: Times, theirs: Times, *, several: bool) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Which of these times, sorted, `own` lacks. `several` may be at one time: then those beyond as many as it has."""
    have = np.searchsorted(own, theirs, "right") - np.searchsorted(own, theirs, "left")
    rank = np.arange(len(theirs)) - np.searchsorted(theirs, theirs, "left")
    return np.asarray(rank >= have if several else have == 0, np.bool_)


async def _episodes(memory: Memory, conn: Any, ids: dict[int, int]) -> None:
    episodes = await _all("episodes", conn, ids=list(ids), limit=memory.config.memory_alerts)
    alerts = await _all("alerts", conn, episodes=[row["id"] for row in episodes])
    transitions = await _all("transitions", conn, alerts=[row["id"] for row in alerts])
    tables, of = memory.tables, {row["episode_id"]: row["id"] for row in alerts}
    with memory.lock:
        for row in episodes:
            told = {"series_id": ids[row["series_id"]], "alert": of.get(row["id"])}
            tables.episodes[row["id"]] = row | told
        for row in alerts:
            tables.alerts[row["id"]] = row | {"transitions": []}
        for row in transitions:
            tables.transitions.setdefault(row["tenant_id"], deque()).append(row)
            tables.alerts[row["alert_id"]]["transitions"].append(row)
        memory.numbers["episodes"] = max(tables.episodes, default=0)
        memory.numbers["alerts"] = max(tables.alerts, default=0)


async def fill_policies(memory: Memory, pool: Pool) -> None:
    """Policies that one side has and the other not; of two of one name the database's stays."""
    theirs = {(row["tenant_id"], row["name"]): row for row in await _all("policies", pool)}
    book = PostgresPolicies(pool)
    for (tenant, name), versions in list(memory.tables.policies.items()):
        row = versions[-1]
        if row["until"] is None and (tenant, name) not in theirs:
            fields = {field: row[field] for field in ("metric", "labels", *RULES, "note")}
            await book.put(tenant, name, fields, row["changed_by"])
    with memory.lock:
        memory.policy_version += 1
        for (tenant, name), row in theirs.items():
            fields = {field: row[field] for field in ("name", "metric", "labels", *RULES, "note")}
            said = {"changed_at": row["changed_at"], "changed_by": row["changed_by"]}
            version = {"tenant": tenant, "since": memory.policy_version, "until": None}
            memory.tables.policies[tenant, name] = [fields | said | version]


async def push_people(memory: Memory, pool: Pool) -> None:
    """Keys, users and secrets that only memory has. Of two users of one email the database's stays."""
    sql, access = for_asyncpg("memory"), PostgresAccess(pool)
    for row in list(memory.tables.keys.values()):
        await sql.add_key(pool, **row)
    known = {row["email"] for row in await _all("users", pool)}
    for row in _by_id(memory.tables.users.values()):
        if row["email"] not in known:
            try:
                await access.create_user(
                    row["tenant_id"], row["email"], row["password_hash"], row["role"], row["person"]
                )  # fmt: skip
            except Conflict as taken:
                log.warning("the user %s stays in memory only: %s", row["email"], taken)
    for name, value in list(memory.tables.secrets.items()):
        await sql.add_secret(pool, name=name, value=value)


def _by_id(rows: Any) -> Sequence[dict[str, Any]]:
    return sorted(rows, key=lambda row: row["id"])


async def fill_people(memory: Memory, pool: Pool) -> None:
    """Keys and users as the database has them. Logins go on: a user may have another number now."""
    keys = {row["id"]: row for row in await _all("keys", pool)}
    users = {row["id"]: row for row in await _all("users", pool)}
    secrets = {row["name"]: row["value"] for row in await _all("secrets", pool)}
    with memory.lock:
        tables = memory.tables
        emails = {id_: row["email"] for id_, row in tables.users.items()}
        now_of = {row["email"]: id_ for id_, row in users.items()}
        for row in tables.refresh.values():
            row["user"] = now_of.get(emails.get(row["user"], ""), row["user"])
        tables.keys, tables.users = keys, users
        tables.secrets.update(secrets)
        memory.numbers["users"] = max(users, default=0)
