"""Goals that are behind: measured, projected, kept; what is at risk is said in an insight."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import asyncpg
import numpy as np
import psycopg

from db import goals, insights
from db.archive import PostgresArchive
from db.calendar import zone_of
from db.errors import Conflict, TidewatchError
from db.findings import Looked
from db.goal_measure import Measured, measure, tidy
from db.goal_progress import met, moment, progress_of
from db.goal_windows import FOREVER_US, days_after, weekdays_of
from db.goals import JOB, Goal, Kept
from db.pool import Connection, open_pool
from db.records import from_us, to_us
from db.runs import Result
from db.settings import DatabaseSettings
from ml.goals import LEVEL, Days, Expected, expect, streak
from workers.contract import COMPUTE_GOALS
from workers.each_tenant import EachTenant
from workers.goal_news import MODEL, news

log = logging.getLogger("tidewatch.tasks")

BATCH = 100
SECONDS = 20.0
"""One run; what is left is the next one's."""
HORIZON_DAYS = 730
"""How far a goal without an end is looked ahead."""
STRANGE = (ArithmeticError, LookupError, TypeError, ValueError, psycopg.DataError, asyncpg.DataError, TimeoutError)
"""What is the matter with one goal, not with the database."""
RISK, CALM = 0.35, 0.5
"""A goal that is met with less likelihood is at risk, until it is met with more than the second."""


def run_goals(conn: Connection, config: DatabaseSettings, now: datetime, refresh: timedelta) -> Result:
    """Bring goals up to date that are stale, or were computed longer than `refresh` ago. Returns how many, and for
    which tenants something could not even be kept."""
    counts, each = {"computed": 0, "failed": 0, "at_risk": 0}, EachTenant(COMPUTE_GOALS, conn)
    until, seen = time.monotonic() + SECONDS, set[int]()
    while time.monotonic() < until:
        behind = [one for one in goals.due(conn, now, now - refresh, BATCH) if one.id not in seen]
        if not behind:
            break  # or what is left could not be kept: it is the next run's
        seen |= {one.id for one in behind}
        for kept, found in zip(behind, asyncio.run(_measure(behind, config, to_us(now))), strict=True):
            with each.alone(kept.tenant, kept.item):
                try:
                    _keep(conn, kept, found, now, counts)
                except STRANGE:
                    _keep(conn, kept, _stumbled(kept), now, counts)
    return {name: n for name, n in counts.items() if n} | each.failures("not_kept")


async def _measure(behind: Sequence[Kept], config: DatabaseSettings, now: int) -> list[Measured | TidewatchError]:
    pool = await open_pool(config.database_url, 1)
    try:
        archive = PostgresArchive(pool, config)
        return [await _measure_one(archive, kept, now) for kept in behind]
    finally:
        await pool.close()


async def _measure_one(archive: PostgresArchive, kept: Kept, now: int) -> Measured | TidewatchError:
    try:
        return await measure(archive, kept.tenant, kept.goal, now)
    except TidewatchError as error:
        return error
    except STRANGE:
        return _stumbled(kept)


def _stumbled(kept: Kept) -> TidewatchError:
    """A mistake of ours about one goal: it is logged, and stops nobody's others."""
    log.exception("goal %s of tenant %s cannot be computed", kept.id, kept.tenant)
    return Conflict("This milestone cannot be computed as it is. Change it, or remove it.")


def _keep(
    conn: Connection, kept: Kept, found: Measured | TidewatchError, now: datetime, counts: dict[str, int]
) -> None:
    if isinstance(found, TidewatchError):
        log.warning("goal %s of tenant %s cannot be computed: %s", kept.id, kept.tenant, found)
        told = kept.progress | {"status": kept.status, "error": found.detail}
        goals.save(conn, kept, told, now + timedelta(minutes=5), now)
        counts["failed"] += 1
        return
    expected = expected_of(kept, found)
    progress = complete(kept, found, expected)
    with conn.transaction():
        goals.save(conn, kept, progress, from_us(holds_until(found)), now)
        said = news(kept, progress, found, expected, now)
        insights.save_insights(conn, kept.tenant, JOB, [] if said is None else [said], [Looked(kept.item, MODEL)], now)
    counts["computed"] += 1
    counts["at_risk"] += progress["status"] in ("at_risk", "exceeded")


def holds_until(found: Measured) -> int:
    """When a progress is stale even if nothing comes, us: at the end of its window, or at its beginning."""
    if found.now < found.period.begin:
        return found.period.begin
    return found.period.end if found.going else FOREVER_US


def expected_of(kept: Kept, found: Measured) -> Expected | None:
    """What is expected of a goal whose window is going on."""
    goal = kept.goal
    if not found.going or found.days is None:
        return None
    zone = zone_of(goal.timezone)
    days = days_after(found.now, found.period.end, HORIZON_DAYS, zone)
    end = min(int(days[1]), found.period.end)
    left = (end - found.now) / int(days[1] - days[0])
    return expect(
        _days(found.days), np.array(found.weekdays, np.int64), np.array(weekdays_of(days[:-1], zone), np.int64), left,
        _days(found.current), goal.agg, goal.target, above=goal.direction == "stay_below", seed=kept.id,
    )  # fmt: skip


def _days(parts: Any) -> Days:
    return Days(parts.n, parts.sum, parts.min, parts.max, parts.last)


def complete(kept: Kept, found: Measured, expected: Expected | None) -> dict[str, Any]:
    """The whole progress of a goal."""
    goal = kept.goal
    progress = progress_of(goal, found) | {"streak": _streak(goal, found)}
    if expected is None:
        return progress
    ends = found.period.end < FOREVER_US
    progress["pace_per_day"] = tidy(expected.pace)
    progress["projection"] = {
        "level": LEVEL,
        "probability": round(likelihood(goal, expected), 4) if ends else None,
        "completion_low": _moment(goal, found, expected.day_low),
        "completion_high": _moment(goal, found, expected.day_high),
        "value_low": tidy(expected.low) if ends else None,
        "value_high": tidy(expected.high) if ends else None,
    }
    if progress["status"] == "active":
        progress["projected_completion"] = _moment(goal, found, expected.day)
    if ends:
        progress["projected_value"] = tidy(expected.value)
        progress |= _judged(kept, progress["status"], likelihood(goal, expected))
    return progress


def likelihood(goal: Goal, expected: Expected) -> float:
    """That the goal is met at the end of its window."""
    return expected.probability if goal.direction == "reach" else 1 - expected.probability


def _judged(kept: Kept, status: str, likely: float) -> dict[str, Any]:
    if status != "active":
        return {"on_track": status == "achieved"}
    risk = likely < (CALM if kept.status == "at_risk" else RISK)
    return {"on_track": likely >= CALM, "status": "at_risk" if risk else "active"}


def _streak(goal: Goal, found: Measured) -> dict[str, int] | None:
    if goal.recurs == "once":
        return None
    done = np.array([met(goal, one.value) for one in found.past], np.bool_)
    now = goal.direction == "reach" and goal.grows and found.period.begin <= found.now and met(goal, found.value)
    current, best = streak(done, now=now)
    return {"current": current, "best": best}


def _moment(goal: Goal, found: Measured, day: int | None) -> str | None:
    """The beginning of a day ahead; of today, now."""
    if day is None:
        return None
    days = days_after(found.now, found.period.end, HORIZON_DAYS, zone_of(goal.timezone))
    return moment(goal, max(int(days[day]), found.now // 1_000_000 * 1_000_000))
