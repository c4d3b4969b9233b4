"""Alerts: what was said about episodes, and how that changed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from api.deps import ArchiveDep, CanRead
from api.query.params import PLAIN_TEXT, Cursor, Limit, decode_number, encode, json_response
from api.schemas.alerts import AlertHistory, AlertPage
from db.records import Severity, Transition

router = APIRouter(tags=["query"], dependencies=[PLAIN_TEXT])


@router.get(
    "/api/v1/alerts",
    summary="Alerts",
    responses={200: {"model": AlertPage}, 400: {"description": "The cursor is not one of ours."}},
)
async def list_alerts(
    who: CanRead,
    archive: ArchiveDep,
    severity: Annotated[Severity | None, Query(description="This or worse")] = None,
    state: Literal["opened", "raised", "revised", "closed", "retracted"] | None = None,
    limit: Limit = 100,
    cursor: Cursor = None,
) -> Response:
    """Alerts, newest first, each as it stands now."""
    rows = await archive.alerts(
        who.tenant, state=state, severity=severity, before=decode_number("alerts", cursor), limit=limit + 1
    )
    page, more = rows[:limit], len(rows) > limit
    return json_response(
        {
            "items": [_alert(row) for row in page],
            "next": encode("alerts", page[-1].alert["id"]) if more else None,
            "generated_at": datetime.now(UTC),
        }
    )


@router.get(
    "/api/v1/alerts/{id}",
    summary="An alert and its history",
    responses={200: {"model": AlertHistory}, 404: {"description": "There is no such alert."}},
)
async def get_alert(
    who: CanRead, archive: ArchiveDep, alert_id: Annotated[int, Path(alias="id", ge=1, lt=2**63)]
) -> Response:
    """An alert as it stands, with all that happened to it, in order."""
    rows = await archive.alert(who.tenant, alert_id)
    return json_response(
        {"alert": _alert(rows[-1]), "transitions": [_change(row) for row in rows], "generated_at": datetime.now(UTC)}
    )


def _alert(row: Transition) -> dict[str, Any]:
    return {**row.alert, "seq": row.seq, "changed_at": row.at}


def _change(row: Transition) -> dict[str, Any]:
    return {"seq": row.seq, "state": row.to_state, "severity": row.severity, "at": row.at, "alert": row.alert}
