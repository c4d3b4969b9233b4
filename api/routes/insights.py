"""Insights: what scheduled models found."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from api.deps import CanRead, FindingsDep
from api.query.params import LABELS_DOC, PLAIN_TEXT, Cursor, Labels, Limit, decode_number, encode, json_response
from api.schemas.insights import InsightOut, InsightPage
from db.insights import InsightFilter
from db.records import Severity
from db.roles import Row

router = APIRouter(tags=["query"], dependencies=[PLAIN_TEXT])


@router.get(
    "/api/v1/insights",
    summary="Insights",
    responses={200: {"model": InsightPage}, 400: {"description": "The cursor is not one of ours."}},
    openapi_extra=LABELS_DOC,
)
async def list_them(
    who: CanRead,
    findings: FindingsDep,
    labels: Labels,
    severity: Annotated[Severity | None, Query(description="This or worse")] = None,
    category: Annotated[str | None, Query(max_length=100, examples=["change"])] = None,
    metric: Annotated[str | None, Query(max_length=200, description="`*` stands for anything")] = None,
    min_confidence: Annotated[float, Query(ge=0, le=1)] = 0.0,
    active: Annotated[bool | None, Query(description="Still found, or no longer; both, if not said")] = None,
    limit: Limit = 100,
    cursor: Cursor = None,
) -> Response:
    """Insights, newest first, with how many there are of each severity."""
    asked = InsightFilter(severity, category, metric, labels, min_confidence, active)
    rows = await findings.insights(who.tenant, asked, decode_number("insights", cursor), limit + 1)
    counts = await findings.count_insights(who.tenant, asked)
    page, more = rows[:limit], len(rows) > limit
    now = datetime.now(UTC)
    return json_response(
        {
            "items": [_insight(row, now) for row in page],
            "next": encode("insights", page[-1]["id"]) if more else None,
            "total": sum(counts.values()),
            "severity_distribution": counts,
            "generated_at": now,
        }
    )


@router.get(
    "/api/v1/insights/{id}",
    summary="An insight",
    responses={200: {"model": InsightOut}, 404: {"description": "There is no such insight."}},
)
async def get_it(
    who: CanRead, findings: FindingsDep, insight_id: Annotated[str, Path(alias="id", max_length=100)]
) -> Response:
    """An insight as it stands."""
    row = await findings.insight(who.tenant, insight_id)
    return json_response(_insight(row, datetime.now(UTC)))


def _insight(row: Row, now: datetime) -> dict[str, Any]:
    active = row["closed_at"] is None and row["expires_at"] > now
    return {name: value for name, value in row.items() if name != "id"} | {"active": active}
