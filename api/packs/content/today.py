"""What a user did today, from the counters in Redis; without them from the database."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Query

from api.audit import PERSONAL
from api.deps import CacheDep, CanRead, Conn
from api.errors import Unprocessable
from api.packs.content.asked import rows_of
from api.packs.content.shapes import Today
from db.packs.content.today import MEASURES, counters, key_of, read

router = APIRouter()


@router.get("/today", summary="What a user did on a day", dependencies=[PERSONAL])
async def today(
    who: CanRead,
    conn: Conn,
    cache: CacheDep,
    user_id: Annotated[str, Query(min_length=1, max_length=200, examples=["user123"])],
    day: Annotated[date | None, Query(alias="date", description="Of UTC; today, if not said")] = None,
) -> Today:
    """Counted within seconds. Kept in Redis until two days after; before and beyond that the database is asked."""
    at = day or datetime.now(UTC).date()
    if not 1973 <= at.year < 2200:
        raise Unprocessable("date must be between 1973 and 2199.")
    kept = read(who.tenant, await cache.hash_of(key_of(user_id, at)))
    if kept is not None:
        return _shown(user_id, at, kept[0], "redis", kept[1])
    now = datetime.now(UTC)
    lo = datetime.combine(at, datetime.min.time(), UTC)
    rows = await rows_of(conn, "today", who.tenant, person=user_id, lo=lo, hi=lo + timedelta(days=1))
    return _shown(user_id, at, counters(rows), "database", now)


def _shown(user_id: str, day: date, said: dict[str, str], source: str, as_of: datetime) -> Today:
    counts: dict[str, Any] = {name: int(said.get(name, 0)) for name in MEASURES.values()}
    money = {name.removeprefix("revenue:"): value for name, value in said.items() if name.startswith("revenue:")}
    return Today(
        user_id=user_id, date=day.isoformat(), **counts, revenue_by_currency=dict(sorted(money.items())), source=source,
        as_of=as_of,
    )  # fmt: skip
