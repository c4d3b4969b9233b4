"""Reports: a question about content, its answer at a version of the data, kept to be read and loaded down."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated, Any, Literal

import orjson
from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from api.deps import CanOperate, CanRead, Conn
from api.errors import Unprocessable
from api.packs.content.asked import PACK, queries, rows_of
from api.packs.content.dates import range_of
from api.packs.content.limits import limits
from api.packs.content.report_shapes import ReportIn, ReportListed, ReportOut
from api.query.params import Cursor, Limit, decode_number, encode
from api.query.window import LENGTH, MOST_POINTS, too_many
from api.schemas.common import Items
from api.small import SmallRoute
from db import metrics
from db.calendar import zone_of
from db.errors import Conflict, NotFound
from db.packs.content.report import BUCKETS, Plan, as_csv
from db.packs.state import version_of, waiting_since
from db.records import from_us, to_us

router = APIRouter(prefix="/reports", route_class=SmallRoute)
Id = Annotated[int, Path(alias="id", ge=1, lt=2**63)]


@router.post("", status_code=201, summary="Make a report")
async def make_report(body: ReportIn, who: CanOperate, conn: Conn) -> ReportOut:
    """Answered at once, and kept."""
    plan, most = plan_of(body), limits().most_reports
    if await queries().count_reports(conn, tenant=who.tenant) >= most:
        raise Conflict(f"There are {most} reports. Remove some first.")
    async with conn.transaction(isolation="repeatable_read"):  # the answer is of the version that it names
        made = await _make(conn, who.tenant, plan)
        row = await queries().add_report(
            conn, tenant=who.tenant, name=body.name, query=plan.said(), created_by=who.name, schedule=None,
            due_at=None, **made,
        )  # fmt: skip
    metrics.reports.labels("asked").inc()
    return await _report(conn, who.tenant, row["id"])


def plan_of(body: ReportIn) -> Plan:
    """Raises `Invalid` (zone) and `Unprocessable` (dates, too many rows)."""
    start, stop = range_of(body.start_date, body.end_date, zone_of(body.timezone))
    bucket = BUCKETS.get(body.group_by)
    if bucket is not None and (stop - start) / LENGTH[bucket] > MOST_POINTS:
        said = too_many(bucket, stop - start).replace("bucket=1h", "group_by hour").replace("bucket=", "group_by ")
        raise Unprocessable(said.replace(" points a series", " rows"))
    wanted, ids = body.unique()
    return Plan(start, stop, body.timezone, wanted, body.group_by, ids, body.currency, body.week_start)


async def _make(conn: Any, tenant: int, plan: Plan) -> dict[str, Any]:
    now = datetime.now(UTC)
    waiting = await waiting_since(conn, tenant)
    version = await version_of(conn, tenant, PACK)
    through = min(now, waiting) if waiting else now
    known = await rows_of(conn, "numbers", tenant, content_ids=list(plan.content_ids)) if plan.content_ids else []
    rows, money = [
        await rows_of(conn, step.query, tenant, **step.arguments) for step in plan.steps([row["id"] for row in known])
    ]
    return {
        "result": plan.answer(rows, money, to_us(through)),
        "data_version": version.number,
        "complete_through": min(through, from_us(plan.stop)),
    }


@router.get("", summary="Reports")
async def list_reports(
    who: CanRead,
    conn: Conn,
    schedule: Annotated[int | None, Query(ge=1, lt=2**63, description="Of this schedule")] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Items[ReportListed]:
    """Newest first, without their rows."""
    before = decode_number("reports", cursor)
    rows = await rows_of(conn, "reports", who.tenant, before=before, schedule=schedule, limit=limit + 1)
    more = encode("reports", rows[limit - 1]["id"]) if len(rows) > limit else None
    return Items(items=[ReportListed(**row) for row in rows[:limit]], next=more)


@router.get("/{id}", summary="A report")
async def get_report(report: Id, who: CanRead, conn: Conn) -> ReportOut:
    """As it was made; `current` says whether it would be the same now."""
    return await _report(conn, who.tenant, report)


@router.get(
    "/{id}/download",
    summary="A report as a file",
    responses={200: {"content": {"text/csv": {}, "application/json": {}}, "description": "The file"}},
    response_class=Response,
)
async def download_report(
    report: Id, who: CanRead, conn: Conn, format_: Annotated[Literal["csv", "json"], Query(alias="format")] = "csv"
) -> Response:
    """CSV (RFC 4180, UTF-8, a line of names first), or JSON with everything that is known of it."""
    row = await _row(conn, who.tenant, report)
    if format_ == "csv":
        content, kind = as_csv(row["result"]).encode(), "text/csv; charset=utf-8"
    else:
        content = orjson.dumps((await _report(conn, who.tenant, report)).model_dump(), option=orjson.OPT_INDENT_2)
        kind = "application/json"
    name = f'attachment; filename="report-{report}.{format_}"'
    return Response(content, headers={"content-disposition": name, "content-type": kind})


@router.delete("/{id}", status_code=204, summary="Remove a report")
async def delete_report(report: Id, who: CanOperate, conn: Conn) -> None:
    """The events that it was made from stay."""
    if await queries().drop_report(conn, tenant=who.tenant, id=report) is None:
        raise _missing(report)


async def _row(conn: Any, tenant: int, report: int) -> Mapping[str, Any]:
    row: Mapping[str, Any] | None = await queries().report(conn, tenant=tenant, id=report)
    if row is None:
        raise _missing(report)
    return row


async def _report(conn: Any, tenant: int, report: int) -> ReportOut:
    row = dict(await _row(conn, tenant, report))
    version = await version_of(conn, tenant, PACK)
    return ReportOut(**row | row.pop("result"), current=version.number == row["data_version"])


def _missing(report: int) -> NotFound:
    return NotFound(f"There is no report {report}. GET /api/v1/content/reports lists them.")
