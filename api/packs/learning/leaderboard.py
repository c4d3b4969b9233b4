"""Who earned most."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel, Field

from api.audit import PERSONAL
from api.deps import CacheDep, Conn
from api.packs.learning.params import ClassId, SchoolId, Timeframe, Top, Zone, name_of, rows_of
from api.packs.learning.ranking import place, ranks
from api.packs.learning.who import PREFIX, Anyone, Viewer, narrowed, sql
from api.packs.span import Told, span_of
from db.calendar import DAY_US, edges, zone_of
from db.records import from_us, to_us

router = APIRouter(prefix=PREFIX)

BOARD_TTL = 300.0
NAMED = 100


class Entry(BaseModel):
    """A place on the board."""

    rank: int = Field(description="Equals share one, the next counts them: 1, 2, 2, 4")
    name: str = Field(description="`You` for yourself; in full for staff, else first name and initial")
    user_id: str | None = Field(description="For staff, and of yourself")
    xp: int
    is_current_user: bool


class Leaderboard(Told):
    """Students of the school (or class) with XP in the period. Equals stand in the order of their ids."""

    timeframe: Timeframe
    entries: list[Entry]
    total_participants: int
    current_user_rank: int | None = Field(description="Null: you have no XP in the period, or are no student of it")
    current_user_xp: int | None
    percentile: float | None = Field(description="Share of the other participants who have no more XP than you, %")
    xp_to_next_rank: int | None = Field(description="XP until you are level with the next higher; null: nobody is")


@router.get("/gamification/leaderboard", summary="Who earned most", dependencies=[PERSONAL])
async def leaderboard(
    who: Anyone, conn: Conn, cache: CacheDep, school: SchoolId, class_: ClassId, timeframe: Timeframe = "week",
    limit: Top = 10, timezone: Zone = None,
) -> Leaderboard:  # fmt: skip
    """`day`, `week`, `month`: XP since it began in the zone (weeks begin as the school says); `all`: of all time, also
    what has expired since. Kept for 5 minutes."""
    scope = await narrowed(conn, who, who.whole(), class_, school)
    zone = timezone or who.zone

    async def make() -> dict[str, Any]:
        return await _board(conn, scope, timeframe, zone, who.week_start)

    key = (scope["tenant"], scope["school"], scope["group"], timeframe, zone, who.week_start)
    board = await cache.get("learning.leaderboard", key, BOARD_TTL, make)
    return Leaderboard(**board["told"], timeframe=timeframe, **_shown(board, who, limit))


async def _board(conn: Any, scope: dict[str, Any], timeframe: Timeframe, zone: str, week_start: str) -> dict[str, Any]:
    """Everybody's id and XP, best first, and the names of the first."""
    now = to_us(datetime.now(UTC))
    if timeframe == "all":
        first = await sql().first_activity(conn, tenant=scope["tenant"])
        start = min(to_us(first), now - 1) if first else now - DAY_US
        rows = await rows_of(sql().standing(conn, **scope))
    else:
        start = int(edges(now, now + 1, timeframe, zone_of(zone), week_start)[1][0])
        did = await rows_of(sql().board(conn, **scope, start=from_us(start), stop=from_us(now + 1)))
        rows = [row for row in did if row["xp"] > 0]
    span = await span_of(conn, scope["tenant"], start=start, stop=now + 1, timezone=zone)
    return {
        "told": span.told(),
        "ids": [row["id"] for row in rows],
        "xp": [row["xp"] for row in rows],
        "names": [(row["first_name"], row["last_name"]) for row in rows[:NAMED]],
    }


def _shown(board: dict[str, Any], who: Viewer, limit: int) -> dict[str, Any]:
    ids, xp = board["ids"], board["xp"]
    staff = who.role in ("ADMIN", "TEACHER")
    entries = []
    for rank, id_, earned, (first, last) in zip(ranks(xp), ids[:limit], xp, board["names"], strict=False):
        name = name_of({"id": id_, "first_name": first, "last_name": last}, who)
        me = id_ == who.person
        shown = id_ if staff or me else None
        entries.append(Entry(rank=rank, name=name, user_id=shown, xp=earned, is_current_user=me))
    mine = place(xp[ids.index(who.person)] if who.person in ids else 0, xp)
    student = who.role == "STUDENT"
    return {
        "entries": entries,
        "total_participants": len(ids),
        "current_user_rank": mine.rank,
        "current_user_xp": mine.xp if student else None,
        "percentile": mine.percentile,
        "xp_to_next_rank": mine.to_next if student else None,
    }
