"""Patterns: what recurs, or belongs together."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.responses import Response

from api.deps import CanRead, FindingsDep
from api.query.params import PLAIN_TEXT, Cursor, Limit, decode_number, encode, json_response
from api.schemas.patterns import PatternPage
from db.roles import Row

router = APIRouter(tags=["query"], dependencies=[PLAIN_TEXT])
INTERNAL = {"id", "series_ids", "metrics"}


@router.get(
    "/api/v1/patterns",
    summary="Patterns",
    responses={200: {"model": PatternPage}, 400: {"description": "The cursor is not one of ours."}},
)
async def list_them(
    who: CanRead,
    findings: FindingsDep,
    type_: Annotated[
        str | None, Query(alias="type", max_length=100, description="cycle, correlation or regime", examples=["cycle"])
    ] = None,
    metric: Annotated[str | None, Query(max_length=200, description="`*` stands for anything")] = None,
    min_confidence: Annotated[float, Query(ge=0, le=1)] = 0.0,
    active: Annotated[bool | None, Query(description="Still found, or no longer; both, if not said")] = None,
    limit: Limit = 100,
    cursor: Cursor = None,
) -> Response:
    """Patterns, newest first."""
    rows = await findings.patterns(
        who.tenant,
        kind=type_,
        metric=metric,
        min_confidence=min_confidence,
        active=active,
        before=decode_number("patterns", cursor),
        limit=limit + 1,
    )
    page, more = rows[:limit], len(rows) > limit
    now = datetime.now(UTC)
    return json_response(
        {
            "items": [_pattern(row, now) for row in page],
            "next": encode("patterns", page[-1]["id"]) if more else None,
            "generated_at": now,
        }
    )


def _pattern(row: Row, now: datetime) -> dict[str, Any]:
    active = row["closed_at"] is None and row["expires_at"] > now
    shown = {name: value for name, value in row.items() if name not in INTERNAL}
    return {**shown, "series": row["series"] or [], "active": active}
