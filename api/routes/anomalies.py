"""Anomalies: episodes of unusual points."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from starlette.responses import Response

from api.deps import ArchiveDep, CanRead
from api.errors import Unprocessable
from api.query.params import (
    LABELS_DOC,
    PLAIN_TEXT,
    Cursor,
    Labels,
    Limit,
    To,
    decode_number,
    encode,
    ids_of,
    json_response,
    moment_of,
)
from api.schemas.anomalies import EpisodePage
from db.records import EpisodeRow, Severity

router = APIRouter(tags=["query"], dependencies=[PLAIN_TEXT])


@router.get(
    "/api/v1/anomalies",
    summary="Anomalies",
    responses={200: {"model": EpisodePage}, 400: {"description": "The cursor is not one of ours."}},
    openapi_extra=LABELS_DOC,
)
async def list_anomalies(
    who: CanRead,
    archive: ArchiveDep,
    labels: Labels,
    metric: Annotated[str | None, Query(max_length=200, description="`*` stands for anything")] = None,
    severity: Annotated[Severity | None, Query(description="This or worse")] = None,
    state: Literal["open", "closed", "retracted"] | None = None,
    from_: Annotated[
        str | None, Query(alias="from", max_length=64, description="RFC 3339 or epoch: not over before then")
    ] = None,
    to: To = None,
    limit: Limit = 100,
    cursor: Cursor = None,
) -> Response:
    """Episodes, newest first: those that were going on at some time in [from, to)."""
    start, stop = moment_of("from", from_), moment_of("to", to)
    if start and stop and start >= stop:
        raise Unprocessable("from must be before to.")
    rows = await archive.episodes(
        who.tenant,
        ids=await ids_of(archive, who.tenant, metric, labels),
        state=state,
        severity=severity,
        start=start,
        stop=stop,
        before=decode_number("anomalies", cursor),
        limit=limit + 1,
    )
    page, more = rows[:limit], len(rows) > limit
    return json_response(
        {
            "items": [_episode(row) for row in page],
            "next": encode("anomalies", page[-1].id) if more else None,
            "generated_at": datetime.now(UTC),
        }
    )


def _episode(row: EpisodeRow) -> dict[str, object]:
    fields = asdict(row)
    series = fields.pop("series")
    names = {name: series[name] for name in ("metric", "labels", "unit")}
    return {**fields, "series_id": series["id"], **names}
