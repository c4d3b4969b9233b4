"""Forecasts: what is expected of series."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.responses import Response

from api.deps import CanRead, FindingsDep
from api.query.params import LABELS_DOC, PLAIN_TEXT, Cursor, Labels, Limit, decode_number, encode, json_response
from api.schemas.forecasts import ForecastPage
from db.roles import Row

router = APIRouter(tags=["query"], dependencies=[PLAIN_TEXT])
SAME = ("series_id", "metric", "labels", "unit", "agg", "model", "made_at", "mase", "metadata")
NUMBERS = ("mean", "lo80", "hi80", "lo95", "hi95")


@router.get(
    "/api/v1/forecasts",
    summary="Forecasts",
    responses={200: {"model": ForecastPage}, 400: {"description": "The cursor is not one of ours."}},
    openapi_extra=LABELS_DOC,
)
async def list_them(
    who: CanRead,
    findings: FindingsDep,
    labels: Labels,
    metric: Annotated[str | None, Query(max_length=200, description="`*` stands for anything")] = None,
    horizon: Annotated[float | None, Query(gt=0, le=10_000, description="Hours from now; all, if not said")] = None,
    limit: Limit = 100,
    cursor: Cursor = None,
) -> Response:
    """The newest forecast of each series, by series."""
    after = min(decode_number("forecasts", cursor) or 0, 2**31 - 1)
    rows = await findings.forecasts(who.tenant, metric, labels, after, limit + 1)
    page, more = rows[:limit], len(rows) > limit
    now = datetime.now(UTC)
    until = None if horizon is None else now + timedelta(hours=horizon)
    return json_response(
        {
            "items": [_forecast(row, until) for row in page],
            "next": encode("forecasts", page[-1]["series_id"]) if more else None,
            "generated_at": now,
        }
    )


def _forecast(row: Row, until: datetime | None) -> dict[str, Any]:
    step: timedelta = row["step"]
    points = [
        {"t": t, **dict(zip(NUMBERS, numbers, strict=True))}
        for i, numbers in enumerate(zip(*(row[name] for name in NUMBERS), strict=True))
        if (t := row["starts"] + i * step) and (until is None or t < until)
    ]
    return {
        **{name: row[name] for name in SAME},
        "step_seconds": step.total_seconds(),
        "coverage": {"80": row["coverage80"], "95": row["coverage95"]},
        "held": {"points": row["judged"], "inside80": row["inside80"], "inside95": row["inside95"]},
        "points": points,
    }
