"""What every route of this domain is asked with: which time, in which zone; and answers that are kept a while."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

from fastapi import Depends, Query
from pydantic import BaseModel
from starlette.responses import Response

from api.auth import Principal
from api.cache import Kept
from api.deps import CacheDep, Conn
from api.errors import Unprocessable
from api.packs.span import Span, Week, Zone, span_of
from api.query.params import From, To, json_body, time_of
from db.calendar import day_begins, zone_of
from db.packs.content.counts import Counts, counted, near, percent
from db.packs.content.report import ALL, BUCKETS, fold_of, pieces
from db.packs.decimals import exact
from db.packs.registry import packs
from db.packs.state import version_of
from db.packs.window import moments
from db.records import Times, from_us, to_us

PACK = "content"
NOBODY = -1
"""The tenant of a question that nobody has asked yet."""
SECONDS = 5.0
"""For which an answer is kept when nothing new comes: as far as its `to` may lie behind the clock."""
MOST_DAYS = 3660

Days = Annotated[
    int, Query(ge=1, le=MOST_DAYS, description="Local days up to now, today is the last; if from is not said")
]
CurrencyParam = Annotated[
    str | None,
    Query(
        pattern=r"^[A-Z]{3}$", description="Of the revenue that is shown; absent: that of most sales", examples=["EUR"]
    ),
]


def queries() -> Any:
    """The named queries of the pack."""
    return packs()[PACK].asyncpg


async def rows_of(conn: Any, query: str, tenant: int, **asked: Any) -> list[Any]:
    """All rows of a query."""
    return [row async for row in getattr(queries(), query)(conn, tenant=tenant, **asked)]


@dataclass(frozen=True)
class Question:
    """A question; once it is `of` somebody, a tenant's. [start, stop) us; stop None: now."""

    tenant: int
    conn: Any
    cache: Kept
    start: int
    stop: int | None
    timezone: str
    week_start: str
    currency: str | None
    now: int

    def of(self, who: Principal) -> Question:
        """The question of somebody who may ask it."""
        return replace(self, tenant=who.tenant)

    async def span(self, group_by: str = "day") -> Span:
        """The range in buckets. Raises `Invalid` and `Unprocessable`."""
        return await span_of(
            self.conn, self.tenant, start=self.start, stop=self.now if self.stop is None else self.stop,
            bucket=BUCKETS.get(group_by, "raw"), timezone=self.timezone, week_start=self.week_start, now=self.now,
        )  # fmt: skip

    async def oldest(self) -> int | None:
        """When the first event was, to a day, us."""
        found = await queries().oldest(self.conn, tenant=self.tenant)
        return to_us(found) if found else None

    async def counts(self, edges: Times, contents: list[int] | None = None) -> dict[int, Counts]:
        """By bucket; of all events, or of some items."""
        chosen = contents or ALL
        asked = pieces(edges).arguments() | {"edges": moments(edges), "contents": chosen}
        rows = await rows_of(self.conn, fold_of(chosen), self.tenant, **asked)
        return counted(rows, await rows_of(self.conn, "fold_money", self.tenant, **asked), "bucket")

    async def answer(
        self, name: str, key: tuple[object, ...], make: Callable[[], Awaitable[BaseModel | bytes]]
    ) -> Response:
        """What `make` says now (a model, or the JSON of one), or said a moment ago while nothing new has come."""
        version = await version_of(self.conn, self.tenant, PACK)
        shared = (self.tenant, version.number, self.start, self.stop, self.timezone, self.week_start, self.currency)

        async def made() -> bytes:
            found = await make()
            return found if isinstance(found, bytes) else found.model_dump_json(by_alias=True).encode()

        return json_body(await self.cache.body(f"{PACK}.{name}", (*shared, *key), SECONDS, made))


async def _asked(
    conn: Conn, cache: CacheDep, days: Days = 7, from_: From = None, to: To = None, timezone: Zone = "UTC",
    week_start: Week = "monday", currency: CurrencyParam = None,
) -> Question:  # fmt: skip
    zone, now = zone_of(timezone), to_us(datetime.now(UTC))
    start, stop = time_of("from", from_), time_of("to", to)
    if start is None:
        last = now if stop is None else stop - 1
        try:
            start = day_begins(from_us(last).astimezone(zone).date() - timedelta(days=days - 1), zone)
        except OverflowError as error:
            raise Unprocessable("to is out of range.") from error
    return Question(NOBODY, conn, cache, start, stop, timezone, week_start, currency, now)


Asked = Annotated[Question, Depends(_asked)]


def measures(counts: Counts | None, currency: str) -> dict[str, Any]:
    """The fields of `Measures`; None: nothing happened."""
    if counts is None:
        return NOTHING
    earned, views = counts.revenue(currency), counts.views
    return {
        "views": views,
        "page_views": counts.page_views,
        "content_views": counts.content_views,
        "engaged_views": counts.engaged_views,
        "clicks": counts.clicks,
        "conversions": counts.conversions,
        "engagements": counts.engagements,
        "optimizations": counts.optimizations,
        "engagement_rate": percent(counts.engaged_views, views),
        "click_through_rate": percent(counts.clicks, views),
        "conversion_rate": percent(counts.conversions, views),
        "optimization_score": counts.optimization_score,
        "revenue": near(earned),
        "revenue_exact": exact(earned),
    }


NOTHING = measures(Counts(), "")
