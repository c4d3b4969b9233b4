"""What every route of this domain is asked with: whose, which time, which zone; and answers that are kept a while."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Annotated, Any, Literal

import numpy as np
import orjson
from fastapi import Depends
from pydantic import BaseModel
from starlette.responses import Response

from api.auth import Principal
from api.cache import Kept
from api.deps import CacheDep, Conn
from api.errors import Unprocessable
from api.packs.span import Range, Span, Week, Zone, span_of
from api.query.params import From, To, json_body, time_of
from api.query.window import DAYS
from db.calendar import DAY_US
from db.errors import NotFound
from db.packs.registry import packs
from db.packs.state import version_of
from db.packs.window import LEVELS, MINUTE_US, Pieces, moments, pieces_of, whole
from db.records import Times, to_us

PACK = "llm"
NOBODY = -1
"""The tenant of a question that nobody has asked yet."""
ALL, NONE = -1, 0
"""In place of a project: all messages; those without one."""
SECONDS = 10.0
"""For which an answer is kept when nothing new comes: as far as its `to` may lie behind the clock."""

MOST_BUCKETS = 800
"""Above which buckets are read together: then they are hours, and begin with one."""

GroupBy = Literal["hour", "day", "week", "month"]
Fill = Literal["zero", "none", "null", "locf"]
BUCKETS = {"hour": "1h", "day": "day", "week": "week", "month": "month"}


def queries() -> Any:
    """The named queries of the pack."""
    return packs()[PACK].asyncpg


@dataclass(frozen=True)
class Question:
    """A question; once it is `of` somebody, a tenant's. [start, stop) us; None: as `time_range` says, up to `now`."""

    tenant: int
    conn: Any
    cache: Kept
    time_range: str
    start: int | None
    stop: int | None
    timezone: str
    week_start: str
    now: int

    def of(self, who: Principal) -> Question:
        """The question of somebody who may ask it."""
        return replace(self, tenant=who.tenant)

    @property
    def asked(self) -> str:
        """What an answer says of its range: `custom` where from or to were given."""
        return self.time_range if self.start is None and self.stop is None else "custom"

    async def span(self, bucket: str = "raw") -> Span:
        """The range, exactly as long as asked for, in buckets. Raises `Invalid` and `Unprocessable`."""
        stop = self.now if self.stop is None else self.stop
        start = self.start
        if start is None and self.time_range != "all":
            start = stop - DAYS[self.time_range] * DAY_US
        elif start is None:
            oldest = await self.oldest()
            start = min(stop - DAY_US, oldest if oldest is not None else stop)
        try:
            return await span_of(
                self.conn, self.tenant, start=start, stop=stop, bucket=bucket, timezone=self.timezone,
                week_start=self.week_start, now=self.now,
            )  # fmt: skip
        except Unprocessable as error:
            said = error.detail.replace("bucket=1h", "group_by=hour").replace("bucket=", "group_by=")
            raise Unprocessable(said) from error

    async def oldest(self) -> int | None:
        """When the first message was, to a quarter of an hour, us; None: there is none."""
        found = await queries().oldest(self.conn, tenant=self.tenant)
        return to_us(found) if found else None

    async def project(self, project_id: str | None) -> int:
        """The number of a project, ALL without one. Raises `NotFound`."""
        if project_id is None:
            return ALL
        row = await queries().project(self.conn, tenant=self.tenant, project_id=project_id)
        if row is None:
            raise NotFound(f"There is no project {project_id!r}. GET /api/v1/llm/projects lists those there are.")
        return int(row["id"])

    async def rows(self, name: str, edges: Times, pieces: Pieces | None = None, **more: Any) -> list[Any]:
        """Rows of a query over the pieces of time between edges, or over those given."""
        return await rows(self.conn, self.tenant, name, edges, pieces, **more)

    async def rows_whole(self, name: str, edges: Times, **more: Any) -> list[Any]:
        """The same, for a range as a whole."""
        return await self.rows(name, whole(int(edges[0]), int(edges[-1])), **more)

    async def answer(
        self, name: str, key: tuple[object, ...], make: Callable[[], Awaitable[BaseModel | bytes]]
    ) -> Response:
        """What `make` says now (a model, or the JSON of one), or said a moment ago while nothing new has come."""
        version = await version_of(self.conn, self.tenant, PACK)
        shared = (self.tenant, version.number, self.time_range, self.start, self.stop, self.timezone, self.week_start)

        async def made() -> bytes:
            found = await make()
            return found if isinstance(found, bytes) else found.model_dump_json(by_alias=True).encode()

        return json_body(await self.cache.body(f"{PACK}.{name}", (*shared, *key), SECONDS, made))


async def rows(
    conn: Any, tenant: int, name: str, edges: Times, pieces: Pieces | None = None, **more: Any
) -> list[Any]:  # fmt: skip
    """Rows of a query of a tenant over the pieces of time between edges, us, or over those given."""
    asked = (pieces.arguments() if pieces else _pieces(edges)) | {"tenant": tenant} | more
    return [row async for row in getattr(queries(), name)(conn, edges=moments(edges), **asked)]


def written(answer: BaseModel, points: list[dict[str, Any]]) -> bytes:
    """JSON of an answer with these `data_points`. Of thousands none is made a model: a test holds them against one."""
    return orjson.dumps(answer.model_dump(mode="json", by_alias=True) | {"data_points": points})


def times_of(span: Span) -> list[str]:
    """Where each bucket begins, as models write times."""
    return [at.replace("+00:00", "Z") for at in span.times()]


def _pieces(edges: Times) -> dict[str, Any]:
    """Pieces for a query: bucket by bucket, so that each is read from the longest windows that fit into it, wherever
    its edges lie; many short buckets together."""
    if len(edges) > MOST_BUCKETS:
        return pieces_of(edges).arguments()
    found: list[tuple[int, Times, Times]] = []
    los, his = edges[:-1], edges[1:]
    for level in LEVELS:
        step = level * MINUTE_US
        first, last = -(-los // step) * step, his // step * step
        fits = first < last
        found.append((level, first[fits], last[fits]))
        los, his = (
            np.concatenate([los[~fits], los[fits], last[fits]]),
            np.concatenate([his[~fits], first[fits], his[fits]]),
        )
        los, his = los[los < his], his[los < his]
    found.append((0, los, his))
    return {
        "levels": [level for level, lo, _ in found for _ in range(len(lo))],
        "los": [at for _, lo, _ in found for at in moments(lo)],
        "his": [at for _, _, hi in found for at in moments(hi)],
    }


def _question(
    conn: Any, cache: Kept, from_: str | None, to: str | None, time_range: str, timezone: str, week_start: str
) -> Question:
    start, stop = time_of("from", from_), time_of("to", to)
    now = to_us(datetime.now(UTC))
    return Question(NOBODY, conn, cache, time_range, start, stop, timezone, week_start, now)


async def _month(
    conn: Conn, cache: CacheDep, from_: From = None, to: To = None, time_range: Range = "30d",
    timezone: Zone = "UTC", week_start: Week = "monday",
) -> Question:  # fmt: skip
    return _question(conn, cache, from_, to, time_range, timezone, week_start)


async def _quarter(
    conn: Conn, cache: CacheDep, from_: From = None, to: To = None, time_range: Range = "90d",
    timezone: Zone = "UTC", week_start: Week = "monday",
) -> Question:  # fmt: skip
    return _question(conn, cache, from_, to, time_range, timezone, week_start)


Asked = Annotated[Question, Depends(_month)]
AskedQuarter = Annotated[Question, Depends(_quarter)]
