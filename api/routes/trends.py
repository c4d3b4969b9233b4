"""Trends: a metric over time."""

from __future__ import annotations

import asyncio
from typing import Annotated

import orjson
from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from api.deps import ArchiveDep, CanRead
from api.query.answer import answer_of
from api.query.ask import Agg, Ask
from api.query.params import LABELS_DOC, PLAIN_TEXT, Labels, time_of
from api.query.trend import trend_of
from api.query.window import Bucket, TimeRange, WeekStart
from api.schemas.trends import TrendOut
from db.folding import Fill

router = APIRouter(tags=["query"], dependencies=[PLAIN_TEXT])

LARGE = 20_000
"""Answers of more points are written in a thread, so that the event loop stays free."""


def _ask(
    who: CanRead,
    labels: Labels,
    metric: Annotated[str, Query(min_length=1, max_length=200, examples=["cpu.load"])],
    group_by: Annotated[
        list[str] | None, Query(description="Labels that split the answer; repeat, or use commas")
    ] = None,
    agg: Annotated[
        Agg | None,
        Query(description="If not said: as its pack has it, else avg of gauges, rate of counters, sum of the rest"),
    ] = None,
    from_: Annotated[
        str | None, Query(alias="from", max_length=64, description="RFC 3339 or epoch; inside the range")
    ] = None,
    to: Annotated[
        str | None, Query(max_length=64, description="RFC 3339 or epoch; outside the range; now, if not said")
    ] = None,
    time_range: Annotated[TimeRange | None, Query(description="Up to now; 24h, if nothing is said")] = None,
    bucket: Bucket = "auto",
    timezone: Annotated[str, Query(max_length=100, description="IANA name", examples=["Europe/Berlin"])] = "UTC",
    week_start: WeekStart = "monday",
    fill: Annotated[Fill, Query(description="What stands for buckets without points")] = "none",
    compare: Annotated[str | None, Query(pattern="^previous$", description="previous: with the window before")] = None,
    band: Annotated[bool, Query(description="Also what the detectors expected")] = False,
) -> Ask:
    names = tuple(dict.fromkeys(name for given in group_by or () for name in given.split(",") if name))
    return Ask(
        who.tenant, metric, labels, names, agg, time_of("from", from_), time_of("to", to), time_range, bucket,
        timezone, week_start, fill, compare is not None, band,
    )  # fmt: skip


@router.get(
    "/api/v1/trends",
    summary="A metric over time",
    responses={
        200: {"model": TrendOut},
        400: {"description": "The time zone is not known."},
        404: {"description": "There is no such metric."},
        422: {"description": "The range or bucket cannot be answered; `detail` says what can."},
    },
    openapi_extra=LABELS_DOC,
)
async def get_trend(request: Request, ask: Annotated[Ask, Depends(_ask)], archive: ArchiveDep) -> Response:
    """Aggregates of a metric in buckets of time. Days, weeks and months begin at local midnight of `timezone`.

    Exact at any moment: what rollups do not hold yet is read from raw points. `total` is the aggregate over the whole
    range. `auto` takes raw points up to 6 hours, 15m up to 2 days, 1h up to 14, day up to 200, week up to 3 years. A
    rate is per second, from the growth of counters, with resets healed. A range that ends now begins with its first
    bucket.
    """
    answer = await answer_of(await trend_of(ask, archive, request.app.state.database), archive)
    points = sum(len(series["points"]) for series in answer["series"])
    body = await asyncio.to_thread(orjson.dumps, answer) if points > LARGE else orjson.dumps(answer)
    return Response(body, media_type="application/json")
