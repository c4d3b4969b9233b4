"""Scheduled models: how far each is."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from fastapi import APIRouter
from starlette.responses import Response

from api.deps import CanRead, FindingsDep
from api.query.params import PLAIN_TEXT, json_response
from api.schemas.models import ModelPage
from db.roles import Row

router = APIRouter(tags=["query"], dependencies=[PLAIN_TEXT])

WHAT = {
    "insights": "Change points, and windows unlike the others, in each series.",
    "cohorts": "Each series of a metric against its peers.",
    "patterns": "Cycles and regimes in each series.",
    "correlations": "Pairs of series that move together, now or with a lag.",
    "forecasts": "What is expected of each series, with intervals.",
}


@router.get("/api/v1/models", summary="Scheduled models", responses={200: {"model": ModelPage}})
async def list_them(who: CanRead, findings: FindingsDep) -> Response:
    """How far the newest run of each is. Series are yours; times are those of the installation."""
    rows = await findings.jobs(who.tenant)
    return json_response({"items": [_model(row) for row in rows], "next": None, "generated_at": datetime.now(UTC)})


def _model(row: Row) -> dict[str, Any]:
    same = ("started_at", "finished_at", "last_finished_at", "busy_seconds", "error")
    return {
        "model": row["job"],
        "description": WHAT.get(row["job"], row["job"]),
        "interval_seconds": row["every"].total_seconds(),
        "window": row["newest_window"],
        "duration_seconds": row["last_seconds"],
        "items": {name: row[name] for name in ("total", "done", "failed")},
        "oldest_result_at": row["oldest"],
        "next_due": row["newest_window"] + row["every"],
        **{name: row[name] for name in same},
    }
