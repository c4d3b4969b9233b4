"""Running a plan of pieces: the SQL side of a fold. Every function wants a connection inside `snapshot`."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import numpy as np

from db.errors import NotFound, RawGone
from db.folding import fold_windows, merge
from db.packed import FOLD, MARK, NUMBER, WINDOW, Rows, ids_of, times_of, unpack
from db.pieces import RAW, STEP, Marks, Piece, plan
from db.pool import Pool
from db.queries import for_asyncpg
from db.records import QUARTER_US, Folded, Ids, Times, from_us, to_us
from db.settings import DatabaseSettings

DAY_US = 96 * QUARTER_US


@asynccontextmanager
async def snapshot(pool: Pool) -> AsyncIterator[Any]:
    """A connection that sees the database as it is now until the end: rollups and what is dirty in them must agree.

    Plans are made for the arrays at hand: a plan for any array loses its way when there are a thousand series.
    """
    async with pool.acquire() as conn, conn.transaction(isolation="repeatable_read", readonly=True):
        await conn.execute("set local plan_cache_mode = force_custom_plan")
        yield conn


async def own(conn: Any, tenant: int, ids: Ids) -> None:
    """Raises `NotFound` when a series is not the tenant's."""
    if await for_asyncpg("trends").foreign_series(conn, tenant=tenant, ids=ids.tolist()):
        raise NotFound("There is no such series.")


async def dirty_inside(conn: Any, ids: Ids, start: int, stop: int) -> Marks:
    """Windows wholly inside [start, stop) whose rollups do not hold all of their points."""
    lo, hi = -(-start // QUARTER_US) * QUARTER_US, stop // QUARTER_US * QUARTER_US
    if lo >= hi:
        return Marks()
    packed = await for_asyncpg("trends").dirty(conn, ids=ids.tolist(), lo=from_us(lo), hi=from_us(hi))
    rows = unpack(packed, MARK)
    return Marks(ids_of(rows), times_of(rows))


async def fold(conn: Any, ids: Ids, groups: Ids, edges: Times, level: str, *, ends: bool) -> Folded:
    """See `Archive.fold`."""
    start, stop = int(edges[0]), int(edges[-1])
    pieces = plan(ids, start, stop, level, await dirty_inside(conn, ids, start, stop))
    parts = [await _part(conn, piece, ids, groups, edges, ends) for piece in pieces]
    return merge(np.concatenate([np.zeros(0, FOLD), *parts]))


async def _part(conn: Any, piece: Piece, ids: Ids, groups: Ids, edges: Times, ends: bool) -> Rows:
    if piece.level == RAW:
        return fold_windows(await _windows(conn, piece), ids, groups, edges)
    sql = for_asyncpg("trends")
    query = {"samples_1d": sql.fold_1d, "samples_1h": sql.fold_1h, "samples_15m": sql.fold_15m}[piece.level]
    mine = np.flatnonzero(np.isin(ids, piece.ids))
    mine = mine[np.argsort(ids[mine])]
    return unpack(
        await query(
            conn,
            **_bounds(piece),
            ids=ids[mine].tolist(),
            groups=groups[mine].tolist(),
            edges=edges.tolist(),
            ends=ends,
            parent=timedelta(microseconds=piece.parent),
            skip_ids=piece.skip.ids.tolist(),
            skip_t=piece.skip.t.tolist(),
        ),
        FOLD,
    )


async def _windows(conn: Any, piece: Piece) -> Rows:
    return unpack(await for_asyncpg("trends").raw_windows(conn, ids=piece.ids.tolist(), **_bounds(piece)), WINDOW)


def _bounds(piece: Piece) -> dict[str, Any]:
    only = piece.only or Marks()
    return {
        "lo": from_us(piece.lo),
        "hi": from_us(piece.hi),
        "all_windows": piece.only is None,
        "only_ids": only.ids.tolist(),
        "only_t": only.t.tolist(),
    }


async def increase(conn: Any, ids: Ids, groups: Ids, edges: Times) -> Folded:
    """See `Archive.increase`."""
    start, stop = int(edges[0]), int(edges[-1])
    dirty = await dirty_inside(conn, ids, start, stop)
    pieces = plan(ids, start, stop, "samples_15m", dirty)
    raw = np.concatenate([np.zeros(0, WINDOW), *[await _windows(conn, p) for p in pieces if p.level == RAW]])
    whole = next((p for p in pieces if p.level != RAW), Piece("samples_15m", ids, start, start))
    packed = await for_asyncpg("trends").increase(
        conn,
        ids=ids.tolist(),
        groups=groups.tolist(),
        edges=edges.tolist(),
        lo=from_us(whole.lo),
        hi=from_us(whole.hi),
        skip_ids=dirty.ids.tolist(),
        skip_t=dirty.t.tolist(),
        w_ids=raw["id"].tolist(),
        w_t=raw["t"].tolist(),
        w_n=raw["n"].tolist(),
        w_max=raw["max"].tolist(),
        w_first=raw["first"].tolist(),
        w_last=raw["last"].tolist(),
    )
    return numbers(unpack(packed, NUMBER), "sum")


def numbers(rows: Rows, column: str) -> Folded:
    """One number a (group, bucket), as a fold whose other columns are nan."""
    rows = rows[np.lexsort((rows["bucket"], rows["group"]))]
    nothing = np.full(len(rows), np.nan)
    columns = dict.fromkeys(("sum", "min", "max", "first", "last"), nothing)
    columns[column] = rows["value"].astype(np.float64)
    return Folded(
        rows["group"].astype(np.int32), rows["bucket"].astype(np.int32), rows["n"].astype(np.int64), **columns
    )


async def progress(conn: Any, tenant: int, ids: Ids) -> tuple[datetime | None, datetime | None]:
    """See `Archive.progress`."""
    sql = for_asyncpg("trends")
    row = await sql.known_newest(conn, tenant=tenant, ids=ids.tolist())
    since: datetime | None = row["newest"] or await sql.newest_window(conn, ids=ids.tolist())
    newest = since and (await sql.newest_point(conn, ids=ids.tolist(), since=since) or since)
    return newest, row["waiting"]


async def kept(conn: Any, ids: Ids, start: int, stop: int, level: str, config: DatabaseSettings) -> None:
    """Raises `RawGone` when retention has dropped rows that a fold of `level` over [start, stop) needs."""
    dropped = await dropped_inside(conn, start, stop)
    for piece in plan(ids, start, stop, level, Marks()):
        if piece.level == RAW:
            await _raw_kept(conn, ids, piece.lo, piece.hi, dropped)
        else:
            await rollups_kept(conn, piece, config)


async def raw_kept(conn: Any, ids: Ids, start: int, stop: int) -> None:
    """Raises `RawGone` when raw points of these series in [start, stop) were dropped."""
    await _raw_kept(conn, ids, start, stop, await dropped_inside(conn, start, stop))


async def dropped_inside(conn: Any, start: int, stop: int) -> list[tuple[int, int]]:
    """Raw ranges that retention has dropped and that meet [start, stop), us."""
    ranges = for_asyncpg("trends").dropped_ranges(conn, lo=from_us(start), hi=from_us(stop))
    return [(to_us(row["from"]), to_us(row["to"])) async for row in ranges]


async def _raw_kept(conn: Any, ids: Ids, start: int, stop: int, dropped: list[tuple[int, int]]) -> None:
    sql = for_asyncpg("trends")
    for lo, hi in [(max(start, lo), min(stop, hi)) for lo, hi in dropped if lo < stop and hi > start]:
        first = from_us(lo // DAY_US * DAY_US)
        if await sql.any_day(conn, ids=ids.tolist(), lo=first, hi=from_us(hi)):
            raise RawGone(
                f"Raw points before {from_us(hi):%Y-%m-%dT%H:%MZ} were dropped by retention. Begin later, or ask for"
                " avg, sum, min, max, count, first, last or rate from a quarter of an hour on, which rollups hold."
            )


async def rollups_kept(conn: Any, piece: Piece, config: DatabaseSettings) -> None:
    """Raises `RawGone` when rows of the piece were dropped while coarser ones still hold their points."""
    days = {"samples_15m": config.keep_15m_days, "samples_1h": config.keep_1h_days}.get(piece.level)
    old = 0 if days is None else min(piece.hi, to_us(datetime.now(UTC)) - days * DAY_US)
    if piece.lo >= old:
        return
    sql = for_asyncpg("trends")
    count = {"samples_15m": sql.count_quarters, "samples_1h": sql.count_hours}[piece.level]
    lo, hi = from_us(piece.lo // DAY_US * DAY_US), from_us(-(-old // DAY_US) * DAY_US)
    bounds = {"ids": piece.ids.tolist(), "lo": lo, "hi": hi}
    if await count(conn, **bounds) < await sql.count_days(conn, **bounds):
        minutes = STEP[piece.level] // 60_000_000
        raise RawGone(
            f"Rollups of {minutes} minutes before {hi:%Y-%m-%d} were dropped by retention, and these buckets need them."
            " Ask for bucket=day, week or month with timezone=UTC and whole days, or begin later."
        )
