"""Groups: series that belong together, such as the metrics of a machine, and their one score."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from fastapi import APIRouter
from starlette.responses import Response

from api.deps import CanRead, FindingsDep
from api.query.params import PLAIN_TEXT, Cursor, Limit, decode_number, encode, json_response
from api.schemas.groups import GroupPage
from db.roles import Row

router = APIRouter(tags=["query"], dependencies=[PLAIN_TEXT])


@router.get(
    "/api/v1/groups",
    summary="Groups",
    responses={200: {"model": GroupPage}, 400: {"description": "The cursor is not one of ours."}},
)
async def list_them(who: CanRead, findings: FindingsDep, limit: Limit = 100, cursor: Cursor = None) -> Response:
    """Groups by id, each with its newest score and who carries it. Their episodes are anomalies of `__group__`."""
    after = min(decode_number("groups", cursor) or 0, 2**31 - 1)
    rows = await findings.groups(who.tenant, after, limit + 1)
    page, more = rows[:limit], len(rows) > limit
    return json_response(
        {
            "items": [_group(row) for row in page],
            "next": encode("groups", page[-1]["id"]) if more else None,
            "generated_at": datetime.now(UTC),
        }
    )


def _group(row: Row) -> dict[str, Any]:
    left = dict(row)
    step, until, carriers = left.pop("step_us"), left.pop("until"), left.pop("carriers")
    said = json.loads(carriers) if isinstance(carriers, str) else carriers
    return left | {"step_seconds": step / 1e6, "complete_through": until, "carriers": said}
