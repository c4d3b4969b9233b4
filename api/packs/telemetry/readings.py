"""One metric, recorded and read back as it comes."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any

import numpy as np
from fastapi import APIRouter, Path
from pydantic import Field, FiniteFloat, StringConstraints
from starlette.responses import Response

from api.deps import ArchiveDep, CanIngest, CanRead
from api.errors import Unprocessable
from api.ingest import columns
from api.ingest.accept import Sent
from api.packs.span import Zone
from api.packs.telemetry.asked import Hours, range_of
from api.packs.telemetry.schemas_more import ReadingsPage
from api.query.params import (
    LABELS_DOC,
    PLAIN_TEXT,
    Cursor,
    From,
    Labels,
    Limit,
    To,
    decode,
    encode,
    ids_of,
    json_response,
)
from api.routes.ingest import DeskDep, Key
from api.schemas.common import Strict
from api.schemas.ingest import IngestAnswer, Time
from api.small import SmallRoute
from db.calendar import rfc3339, zone_of
from db.errors import Invalid, NotFound
from db.records import Points, to_us

router = APIRouter(prefix="/api/v1/telemetry/metrics", dependencies=[PLAIN_TEXT], route_class=SmallRoute)

MOST = 200_000
"""Readings that one question may look through."""
Name = Annotated[str, Path(min_length=1, max_length=200, description="The metric", examples=["cpu.load"])]
Text = Annotated[str, StringConstraints(max_length=300)]


class ReadingIn(Strict):
    """A reading. `metadata` becomes the labels of its series: each combination of values is a series, so it should have
    few."""

    value: FiniteFloat = Field(description="In the unit of the metric", examples=[0.5])
    timestamp: Time | None = Field(None, description="RFC 3339, or epoch s, ms, µs, ns; absent: now")
    metadata: dict[Text, Text] = Field(default_factory=dict, max_length=32, examples=[{"device": "coach-1"}])
    unit: str | None = Field(None, max_length=50, examples=["%"])


@router.post(
    "/{name}",
    status_code=202,
    summary="Record a metric",
    responses={400: {"description": "The reading cannot be used; `rejected` says why."}},
)
async def record(name: Name, body: ReadingIn, who: CanIngest, desk: DeskDep, key: Key = None) -> IngestAnswer:
    """Take one reading. It is durable when this answers, and in every answer within a second. For many at once there is
    /api/v1/ingest, which takes thousands a request."""
    await desk.gate.check()
    now = datetime.now(UTC)
    point = {"metric": name, "labels": body.metadata, "t": body.timestamp or now.isoformat(), "v": body.value}
    draft = columns.parse({"points": [point | ({"unit": body.unit} if body.unit else {})]}, who.tenant, desk.book, 1)
    draft.timed = body.timestamp is not None  # a reading without a time is a new one each time
    sent = Sent.of(f"/api/v1/telemetry/metrics/{name}", body.model_dump_json().encode(), key)
    return IngestAnswer(**await desk.take_points(who.tenant, draft, sent))


@router.get(
    "/{name}",
    summary="Readings of a metric",
    responses={200: {"model": ReadingsPage}, 404: {"description": "There is no such metric."}},
    openapi_extra=LABELS_DOC,
)
async def read(
    name: Name, who: CanRead, archive: ArchiveDep, labels: Labels, hours: Hours = None, from_: From = None,
    to: To = None, timezone: Zone = "UTC", limit: Limit = 100, cursor: Cursor = None,
) -> Response:  # fmt: skip
    """Raw readings, newest first; of the last hour, if nothing is said."""
    start, asked_stop = range_of(hours, from_, to, default=1)
    now = to_us(datetime.now(UTC))
    stop = now + 1 if asked_stop is None else asked_stop
    if start >= stop:
        raise Unprocessable("from must be before to.")
    ids = await ids_of(archive, who.tenant, name, labels)
    assert ids is not None
    if not len(ids) and not await archive.group_series(who.tenant, name, {}, (), 1):
        raise NotFound(f"There is no metric {name!r}. GET /api/v1/metrics lists what there is.")
    points = await archive.raw(who.tenant, ids, start, stop, MOST + 1) if len(ids) else Points.empty()
    if len(points) > MOST:
        raise Unprocessable(f"That would be more than {MOST:,} readings. Ask for fewer hours, or one series.")
    newest, waiting = await archive.progress(who.tenant, ids)
    through = min([t for t in (newest, waiting) if t is not None], default=None)
    page, more = _page(points, _before(cursor), limit)
    zone = zone_of(timezone)
    rows = await archive.find_series(who.tenant, name, labels, 0, len(ids) + 1)
    known = {row.id: row.labels for row in rows}
    times = rfc3339(page.t, zone) if len(page) else []
    told = rfc3339(np.array([start, stop, *([min(to_us(through), stop)] if through else [])], np.int64), zone)
    return json_response(
        {
            "metric_name": name,
            "timezone": timezone,
            "from": told[0],
            "to": told[1],
            "complete_through": told[2] if through else None,
            "generated_at": datetime.now(UTC),
            "items": [
                _reading(name, series, t, at, v, known)
                for series, t, at, v in zip(page.ids.tolist(), page.t.tolist(), times, page.v.tolist(), strict=True)
            ],
            "next": encode("readings", f"{page.t[-1]}.{page.ids[-1]}") if more else None,
        }
    )


def _reading(name: str, series: int, t: int, at: str, v: float, known: dict[int, dict[str, str]]) -> dict[str, Any]:
    return {
        "id": f"{series}-{t}", "metric_name": name, "value": v, "metadata": known.get(series, {}), "timestamp": at,
    }  # fmt: skip


def _before(cursor: str | None) -> tuple[int, int] | None:
    """(us, series) after which a page goes on, downwards."""
    text = decode("readings", cursor)
    if text is None:
        return None
    t, _, series = text.partition(".")
    if not (t.isascii() and t.isdigit() and series.isascii() and series.isdigit() and len(text) < 40):
        raise Invalid("The cursor is not one of ours. Start again without it.")
    return int(t), int(series)


def _page(points: Points, before: tuple[int, int] | None, limit: int) -> tuple[Points, bool]:
    """Newest first; of one time, the highest series first."""
    points = points[np.lexsort((points.ids, points.t))[::-1]]
    if before is not None:
        t, series = before
        points = points[(points.t < t) | ((points.t == t) & (points.ids < series))]
    return points[:limit], len(points) > limit
