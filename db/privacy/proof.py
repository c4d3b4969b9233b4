"""Whether an erasure left anything: what still names the person, and windows that do not add up from what remains."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from db.levels import LEVELS, Sums, Window
from db.packs.registry import packs
from db.privacy.caches import left_in_redis
from db.privacy.entries import names_in_entry
from db.privacy.job import Erasure
from db.privacy.places import mentions, places
from db.queries import for_psycopg
from db.records import from_us, to_us
from db.removal import event_of
from db.takeout import DAY_US, Causes, summed

MOST_TOLD = 50
Row = tuple[Any, ...]


def residue(job: Erasure) -> list[str]:
    """Where the person is still named, in words that do not name them."""
    found = [f"{m.place.table}.{m.place.column}" for m in mentions(job.conn, job.tenant, job.names, job.id)]
    sql = for_psycopg("audit")
    for needle in job.names.needles():
        rows = sql.mentioning(job.conn, tenant=job.tenant, text=needle)
        found += [f"audit entry {seq}" for seq, said in rows if names_in_entry(job.names, said)]
    found += ["redis"] * left_in_redis(job)
    return _told(found)


def searched(job: Erasure) -> dict[str, int]:
    """How much `residue` looks at."""
    looked = places(job.conn)
    return {"tables": len({place.table for place in looked}), "columns": len(looked)}


def _told(found: list[str]) -> list[str]:
    counted = {what: found.count(what) for what in dict.fromkeys(found)}
    return [what if n == 1 else f"{what} ({n} rows)" for what, n in counted.items()][:MOST_TOLD]


def touched(job: Erasure) -> list[Window]:
    """The windows that points were taken out of, but for those of series that are gone with the person."""
    gone = {row[0] for row in for_psycopg("erasure").erased_series(job.conn, tenant=job.tenant)}
    rows = for_psycopg("privacy").touched(job.conn, tenant=job.tenant, request=job.id)
    return [(series, t) for series, t in rows if series not in gone]


def differences(job: Erasure) -> tuple[int, int, list[str]]:
    """Compare rollups with what remains. Returns (windows that agree, windows that still wait for a refresh, those that
    do not agree). Where raw points are kept they are what counts, where they were dropped the events that remain."""
    closed = [(to_us(lo), to_us(hi)) for lo, hi in for_psycopg("removal").closed(job.conn)]
    agreed, waiting, wrong = 0, 0, list[str]()
    by_day: dict[int, list[Window]] = defaultdict(list)
    for series, t in touched(job):
        by_day[t // DAY_US * DAY_US].append((series, t))
    for day, windows in sorted(by_day.items()):
        raw = not any(lo <= day < hi for lo, hi in closed)
        n, late, bad = _day(job, day, windows, raw=raw)
        agreed, waiting, wrong = agreed + n, waiting + late, wrong + bad
    return agreed, waiting, wrong[:MOST_TOLD]


def _day(job: Erasure, day: int, windows: list[Window], *, raw: bool) -> tuple[int, int, list[str]]:
    ids = sorted({series for series, _ in windows})
    asked = {"ids": ids, "lo": from_us(day), "hi": from_us(day + DAY_US)}
    dirty = set(for_psycopg("erasure").dirty(job.conn, **asked)) if raw else set()
    quarters = _of_raw(job, asked) if raw else _of_events(job, day, set(ids))
    agreed, wrong = 0, list[str]()
    for level, width in LEVELS.items():
        starts = {(series, t // width * width) for series, t in windows}
        waits = {(series, t // width * width) for series, t in dirty}
        stored, whole = job.levels.read(level, sorted(starts)), _folded(quarters, width)
        for window in sorted(starts - waits):
            if not raw and window not in stored and window in whole:
                continue  # expired before: it is not made anew
            if _same(stored.get(window), whole.get(window)):
                agreed += 1
            else:
                wrong.append(f"{level}: series {window[0]} at {from_us(window[1]):%Y-%m-%dT%H:%MZ}")
    return agreed, len(dirty & set(windows)), wrong


def _of_raw(job: Erasure, asked: dict[str, Any]) -> dict[Window, Row]:
    return {(row[0], row[1]): tuple(row[2:]) for row in for_psycopg("erasure").raw_rows(job.conn, **asked)}


def _of_events(job: Erasure, day: int, ids: set[int]) -> dict[Window, Row]:
    rows = job.conn.execute(
        "select event_id, event_type, (extract(epoch from t) * 1000000)::bigint, user_id, session_id, content_id,"
        " properties from events where tenant_id = %s and t >= %s and t < %s",
        (job.tenant, from_us(day), from_us(day) + timedelta(days=1)),
    ).fetchall()
    found: dict[Window, list[tuple[int, float]]] = defaultdict(list)
    for series, t, value in Causes(job.conn, job.tenant).of(event_of(row) for row in rows):
        if series in ids:
            found[series, t // LEVELS["samples_15m"] * LEVELS["samples_15m"]].append((t, value))
    return {window: summed(points)[:4] for window, points in found.items()}


def _folded(quarters: dict[Window, Row], width: int) -> dict[Window, Row]:
    found: dict[Window, Row] = {}
    for (series, t), (n, total, low, high) in quarters.items():
        at = (series, t // width * width)
        before = found.get(at, (0, 0.0, math.inf, -math.inf))
        found[at] = (before[0] + n, before[1] + total, min(before[2], low), max(before[3], high))
    return found


def _same(stored: Sums | None, whole: Row | None) -> bool:
    if stored is None or whole is None:
        return stored is None and whole is None
    close = math.isclose(stored[1], whole[1], rel_tol=1e-9, abs_tol=1e-9)
    return stored[0] == whole[0] and close and stored[2:4] == whole[2:4]


def of_packs(job: Erasure) -> Iterator[str]:
    """What packs find wrong in their own derived rows: queries that begin with `differs`, for :tenant."""
    for pack in packs().values():
        for name in pack.beginning("differs"):
            rows = list(getattr(pack.psycopg, name)(job.conn, tenant=job.tenant))
            if rows:
                yield f"{pack.name}: {name} finds {len(rows)} rows"
