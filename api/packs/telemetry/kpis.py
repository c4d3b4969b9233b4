"""Figures of one's own: an expression over metrics, in any zone, and written as a metric if wanted."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any

import numpy as np
from fastapi import APIRouter, Body, Depends, Path, Query, Response

from api.deps import ArchiveDep, CanOperate, CanRead, IntakeDep, Wake
from api.errors import Unprocessable
from api.flags import flag
from api.packs.span import Week, Zone
from api.packs.telemetry.asked import Hours, range_of
from api.packs.telemetry.etag import IfMatch, IfNoneMatch, expected, tag
from api.packs.telemetry.own import CHANGED
from api.packs.telemetry.schemas_own import KpiIn, KpiOut, KpiValues, KpiWritten
from api.packs.telemetry.stores import DocumentsDep
from api.query.answer import number
from api.query.params import PLAIN_TEXT, From, To
from api.query.window import Bucket, Window, bucket_of, window_of
from api.schemas.common import Items
from api.small import SmallRoute
from db.calendar import DAY_US, rfc3339, zone_of
from db.errors import Conflict, NotFound
from db.packs.telemetry.documents import Document, Key
from db.packs.telemetry.expression import Unclear, parse
from db.packs.telemetry.figures import Figure, figure_of, metric_of, names_in, write_figure
from db.records import Times, to_us
from db.store import Archive
from workers.contract import JOURNAL_CHANNEL

ENHANCED = flag("analytics_dashboard_enhanced", "Figures are switched off with analytics_dashboard_enhanced.")
router = APIRouter(prefix="/api/v1/telemetry", dependencies=[PLAIN_TEXT, ENHANCED], route_class=SmallRoute)

MOST = 200
LONGEST_DAYS = 400
"""That a backfill writes at once."""
Name = Annotated[str, Path(max_length=100, pattern=r"^[a-z0-9][a-z0-9_-]*$", examples=["solar-share"])]


@router.get("/kpis", summary="Figures")
async def list_kpis(who: CanRead, documents: DocumentsDep) -> Items[KpiOut]:
    """Your tenant's, by name."""
    return Items(items=[_shown(one) for one in await documents.find(who.tenant, "kpi")])


@router.get("/kpis/{name}", summary="A figure")
async def get_kpi(name: Name, who: CanRead, documents: DocumentsDep, response: Response) -> KpiOut:
    """What it is made of."""
    one = await documents.get(Key(who.tenant, "kpi", name))
    response.headers.update(tag(one.version))
    return _shown(one)


@router.put("/kpis/{name}", summary="Make or replace a figure", responses=CHANGED)
async def put_kpi(
    name: Name, body: KpiIn, who: CanOperate, documents: DocumentsDep, response: Response, if_match: IfMatch = None,
    if_none_match: IfNoneMatch = None,
) -> KpiOut:  # fmt: skip
    """With `record` it is written as the metric `kpi.<name>` from now on; what was written stays."""
    if metric_of(name) in names_in(body.expression):
        raise Unprocessable(f"A figure cannot be made of itself: {metric_of(name)}.")
    key = Key(who.tenant, "kpi", name)
    said = body.model_dump(mode="json")
    made = await documents.put(key, said, who.name, expect=expected(if_match, if_none_match), most=MOST)
    response.headers.update(tag(made.version))
    return _shown(made)


@router.delete("/kpis/{name}", status_code=204, summary="Remove a figure", responses=CHANGED)
async def delete_kpi(name: Name, who: CanOperate, documents: DocumentsDep, if_match: IfMatch = None) -> None:
    """What was written as a metric stays."""
    await documents.remove(Key(who.tenant, "kpi", name), expected(if_match))


def _window(
    hours: Hours = None, from_: From = None, to: To = None,
    resolution: Annotated[Bucket, Query(description="Length of a bucket; at least 15m")] = "auto",
    timezone: Zone = "UTC", week_start: Week = "monday",
) -> Window:  # fmt: skip
    start, asked = range_of(hours, from_, to)
    now = to_us(datetime.now(UTC))
    stop = now if asked is None else asked
    if start >= stop:
        raise Unprocessable("from must be before to.")
    bucket = bucket_of(resolution, stop - start)
    bucket = "15m" if bucket == "raw" else bucket
    return window_of(start, stop, now, bucket, zone_of(timezone), week_start, relative=asked is None)


WindowDep = Annotated[Window, Depends(_window)]


@router.get("/kpis/{name}/values", summary="A figure over time", responses={404: {"description": "No such figure."}})
async def get_values(
    name: Name, who: CanRead, documents: DocumentsDep, archive: ArchiveDep, window: WindowDep
) -> KpiValues:
    """In each bucket each metric is folded over all of its series, then the expression is worked out. Null where a part
    has no points, and where something is divided by 0."""
    one = await documents.get(Key(who.tenant, "kpi", name))
    said = await _values(archive, who.tenant, one.body["expression"], window)
    return KpiValues(**said, name=name, unit=one.body["unit"])


@router.get("/kpi-preview", summary="An expression over time, before it is kept")
async def preview(
    who: CanRead, archive: ArchiveDep, window: WindowDep,
    expression: Annotated[str, Query(min_length=1, max_length=2000, examples=["avg(cpu.load) * 100"])],
) -> KpiValues:  # fmt: skip
    """As a figure with this expression would be."""
    try:
        parse(expression)
    except Unclear as wrong:
        raise Unprocessable(f"expression: {wrong}.") from wrong
    return KpiValues(**await _values(archive, who.tenant, expression, window), name=None, unit=None)


async def _values(archive: Archive, tenant: int, expression: str, window: Window) -> dict[str, Any]:
    figure = await figure_of(archive, tenant, expression, window.edges, window.now)
    whole = await figure_of(archive, tenant, expression, _ends(window), window.now)
    if figure.missing and not await _known(archive, tenant, figure.missing):
        raise NotFound(f"There is no metric {figure.missing[0]!r}. GET /api/v1/metrics lists what there is.")
    through = window.start if figure.through is None else min(figure.through, window.stop)
    partial = (window.begins[:-1] < window.start) | (window.begins[1:] > through)
    times = rfc3339(window.begins[:-1], window.zone)
    start, stop, end = rfc3339(np.array([window.start, window.stop, through], np.int64), window.zone)
    return {
        "timezone": window.zone.key,
        "from_": start,
        "to": stop,
        "complete_through": None if figure.through is None else end,
        "generated_at": datetime.now(UTC),
        "expression": expression,
        "bucket": window.bucket,
        "points": _points(figure, times, partial, window),
        "total": number(float(whole.v[0])),
        "warnings": [f"{metric} has no points with these labels." for metric in figure.missing],
    }


def _points(figure: Figure, times: list[str], partial: Any, window: Window) -> list[dict[str, Any]]:
    """As `KpiPoint` has them; all of an answer are checked at once."""
    begun = np.flatnonzero(window.edges[:-1] < window.now)
    columns = begun.tolist(), figure.v[begun].tolist(), partial[begun].tolist()
    return [{"t": times[at], "v": number(v), "partial": part or None} for at, v, part in zip(*columns, strict=True)]


def _ends(window: Window) -> Times:
    return np.array([window.edges[0], window.edges[-1]], np.int64)


async def _known(archive: Archive, tenant: int, metrics: list[str]) -> bool:
    return all([bool(await archive.group_series(tenant, metric, {}, (), 1)) for metric in metrics])


@router.post("/kpis/{name}/backfill", summary="Write a figure for the past")
async def backfill(
    name: Name, who: CanOperate, documents: DocumentsDep, archive: ArchiveDep, intake: IntakeDep, wake: Wake,
    days: Annotated[int, Body(ge=1, le=LONGEST_DAYS, embed=True, description="Up to now")],
) -> KpiWritten:  # fmt: skip
    """As history: learned from, nobody is alerted. Again, it writes only what has changed."""
    one = await documents.get(Key(who.tenant, "kpi", name))
    if one.body["record"] is None:
        raise Conflict("This figure is not written as a metric. Set record to 15m or 1h first.")
    now = to_us(datetime.now(UTC))
    span = (now - days * DAY_US, now)
    written = await write_figure(archive, intake, who.tenant, name, one.body, span, now, history=True)
    wake.publish(JOURNAL_CHANNEL)
    return KpiWritten(metric=metric_of(name), written=written)


def _shown(one: Document) -> KpiOut:
    return KpiOut(**one.body, name=one.name, metric=metric_of(one.name), version=one.version, changed_at=one.changed_at)
