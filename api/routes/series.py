"""What is measured: series and metrics."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any

import numpy as np
from fastapi import APIRouter, Query
from starlette.responses import Response

from api.deps import ArchiveDep, CanRead
from api.query.params import LABELS_DOC, PLAIN_TEXT, Cursor, Labels, Limit, decode, decode_number, encode, json_response
from api.schemas.series import MetricsPage, SeriesPage
from db.records import SeriesRow

router = APIRouter(tags=["query"], dependencies=[PLAIN_TEXT])

Glob = Annotated[str | None, Query(max_length=200, description="`*` stands for anything", examples=["cpu.*"])]
BAD_CURSOR: dict[int | str, dict[str, Any]] = {400: {"description": "The cursor is not one of ours."}}


@router.get(
    "/api/v1/series",
    summary="Series",
    responses={200: {"model": SeriesPage}, **BAD_CURSOR},
    openapi_extra=LABELS_DOC,
)
async def list_series(
    who: CanRead, archive: ArchiveDep, labels: Labels, metric: Glob = None, limit: Limit = 100, cursor: Cursor = None
) -> Response:
    """Series by id, with what is known of each."""
    after = decode_number("series", cursor) or 0
    rows = await archive.find_series(who.tenant, metric, labels, min(after, 2**31 - 1), limit + 1)
    page, more = rows[:limit], len(rows) > limit
    silent = await archive.silent(who.tenant, np.array([row.id for row in page], np.int32))
    return json_response(
        {
            "items": [_series(row, row.id in silent) for row in page],
            "next": encode("series", page[-1].id) if more else None,
            "generated_at": datetime.now(UTC),
        }
    )


@router.get("/api/v1/metrics", summary="Metrics", responses={200: {"model": MetricsPage}, **BAD_CURSOR})
async def list_metrics(
    who: CanRead, archive: ArchiveDep, metric: Glob = None, limit: Limit = 100, cursor: Cursor = None
) -> Response:
    """Metrics by name, over all of their series."""
    rows = await archive.find_metrics(who.tenant, metric, decode("metrics", cursor) or "", limit + 1)
    page, more = rows[:limit], len(rows) > limit
    items = [
        {"metric": row.metric, "kind": row.kind, "unit": row.unit, "series": row.series, "newest": row.newest}
        for row in page
    ]
    following = encode("metrics", page[-1].metric) if more else None
    return json_response({"items": items, "next": following, "generated_at": datetime.now(UTC)})


def _series(row: SeriesRow, stale: bool) -> dict[str, object]:
    return {
        "id": row.id,
        "metric": row.metric,
        "labels": row.labels,
        "unit": row.unit,
        "kind": row.kind,
        "newest": row.newest,
        "step_seconds": row.step_us / 1e6 if row.step_us else None,
        "stale": stale,
    }
