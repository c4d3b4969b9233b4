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
from db.memory.catalog import Tenant
from db.memory.core import Memory
from db.packed import POINT, ids_of, times_of, unpack
from db.policies import RULES
from db.pool import Pool
from db.postgres_roles import PostgresAccess, PostgresPolicies
from db.queries import for_asyncpg
from db.records import Kind, Points, SeriesSpec, from_us, to_us

log = logging.getLogger("tidewatch.memory")
AT_ONCE = 100
"""Series whose points are asked for at once."""


async def fill(memory: Memory, pool: Pool) -> None:
    """All of it. Raises what asyncpg raises."""
    fresh = all(one.newest is None for one in memory.catalog.series.values())
    for row in await _all("tenants", pool):
        with memory.lock:
            of = memory.catalog.tenants.setdefault(row["id"], Tenant(memory.config.memory_series))
            if fresh:
                of.live_seq = max(of.live_seq, row["live_seq"])
    ids = await _series(memory, pool)
    await _points(memory, pool, ids)
    if fresh:
        await _episodes(memory, pool, ids)
    await fill_policies(memory, pool)
    await push_people(memory, pool)
    await fill_people(memory, pool)


async def _all(name: str, pool: Pool, **arguments: Any) -> list[dict[str, Any]]:
    return [dict(row) async for row in getattr(for_asyncpg("memory"), name)(pool, **arguments)]


async def _series(memory: Memory, pool: Pool) -> dict[int, int]:
    """Series of the database as series of memory: its number -> ours, which is the same where that is free."""
    found: dict[int, int] = {}
    for row in await _all("series", pool, limit=memory.config.memory_series):
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


async def _points(memory: Memory, pool: Pool, ids: dict[int, int]) -> None:
    """The points of the last hours that memory lacks: those before its own."""
    since, until = memory.since(), memory.now_us()
    theirs = list(ids)
    for at in range(0, len(theirs), AT_ONCE):
        part = theirs[at : at + AT_ONCE]
        bounds = {"since": from_us(since), "until": from_us(until)}
        packed = await for_asyncpg("memory").points(pool, ids=part, **bounds)
        rows = unpack(packed, POINT)
        points = Points(ids_of(rows), times_of(rows), rows["v"].astype(np.float64))
        with memory.lock:
            for series in np.unique(points.ids).tolist():
                _put(memory, ids[series], points[points.ids == series])
            memory.expire()
    memory.began = min(memory.began, since)


def _put(memory: Memory, series: int, points: Points) -> None:
    own, _ = memory.rings.columns(series)
    if len(own):
        points = points[points.t < own[0]]
    if len(points):
        mine = Points(np.full(len(points), series, np.int32), points.t, points.v)
        memory.rings.append(series, mine.t, mine.v)
        memory.windows.add(mine)
        one = memory.catalog.series[series]
        one.newest = max(one.newest or 0, int(mine.t[-1]))


async def _episodes(memory: Memory, pool: Pool, ids: dict[int, int]) -> None:
    episodes = await _all("episodes", pool, ids=list(ids), limit=memory.config.memory_alerts)
    alerts = await _all("alerts", pool, episodes=[row["id"] for row in episodes])
    transitions = await _all("transitions", pool, alerts=[row["id"] for row in alerts])
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
