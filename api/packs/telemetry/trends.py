"""Performance trends: several metrics over one time, with what was unusual and what was said of it."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import Any

import numpy as np
from fastapi import APIRouter, Request
from starlette.responses import Response

from api.deps import ArchiveDep
from api.packs.telemetry.asked import Asked, AskedDep, names_of
from api.packs.telemetry.schemas import PerformanceTrendsResponse
from api.packs.telemetry.trend import Part, parts_of, severities
from api.query.params import LABELS_DOC, PLAIN_TEXT, json_response
from db.calendar import HOUR_US, rfc3339, zone_of
from db.records import Transition, to_us
from db.store import Archive

router = APIRouter(prefix="/api/v1/telemetry", dependencies=[PLAIN_TEXT])

AT_ONCE = 4
"""Metrics that are read at the same time: the rest of the pool is for others."""
ALERTS_PAGE, ALERTS_MOST = 200, 1_000


@router.get(
    "/trends",
    summary="Performance trends",
    responses={
        200: {"model": PerformanceTrendsResponse},
        404: {"description": "There is no such metric, or the dashboard is switched off."},
    },
    openapi_extra=LABELS_DOC,
)
async def get_trends(request: Request, asked: AskedDep, archive: ArchiveDep) -> Response:
    """Each metric over the same hours: points, what was expected, what was unusual, and where it goes.

    `metrics` may hold `*`; without it, all metrics by name, at most 50. `direction` says how the whole range compares
    with the one before, only where `trend_basis` is ok. `alerts` are those of the series shown that were open at some
    time in the range.
    """
    names, matching = await names_of(archive, asked.tenant, asked.metrics)
    gate = asyncio.Semaphore(AT_ONCE)

    async def one(name: str) -> list[Part]:
        async with gate:
            return await parts_of(asked, name, archive, request.app.state.database)

    parts = [part for found in await asyncio.gather(*map(one, names)) for part in found]
    return json_response(await _answer(asked, parts, matching, archive))


async def _answer(asked: Asked, parts: list[Part], matching: int, archive: Archive) -> dict[str, Any]:
    now = datetime.now(UTC)
    stop = to_us(now) if asked.stop is None else asked.stop
    ids = {int(series) for part in parts for series in part.ids}
    alerts = await _alerts(archive, asked.tenant, ids, asked.start, stop)
    zone = zone_of(asked.timezone)
    throughs = [part.through for part in parts if part.through is not None]
    start_at, stop_at, *through = rfc3339(np.array([asked.start, stop, *sorted(throughs)[:1]], np.int64), zone)
    buckets = {part.data["bucket"] for part in parts}
    return {
        "time_window_hours": round((stop - asked.start) / HOUR_US, 6),
        "resolution": buckets.pop() if len(buckets) == 1 else asked.bucket,
        "timezone": asked.timezone,
        "from": start_at,
        "to": stop_at,
        "complete_through": through[0] if through else None,
        "generated_at": now,
        "summary": _summary(parts, alerts, matching),
        "metrics": {part.key: part.data for part in parts},
        "alerts": alerts,
    }


async def _alerts(archive: Archive, tenant: int, ids: set[int], start: int, stop: int) -> list[dict[str, Any]]:
    """Alerts of these series that were open in [start, stop), newest first."""
    found: list[dict[str, Any]] = []
    before: int | None = None
    while ids and len(found) < ALERTS_MOST:
        rows = await archive.alerts(tenant, state=None, severity=None, before=before, limit=ALERTS_PAGE)
        found += [{**row.alert, "changed_at": row.at} for row in rows if _open_in(row, ids, start, stop)]
        if len(rows) < ALERTS_PAGE or to_us(rows[-1].at) < start:
            break
        before = rows[-1].alert["id"]
    return found[:ALERTS_MOST]


def _open_in(row: Transition, ids: set[int], start: int, stop: int) -> bool:
    alert = row.alert
    if alert["series_id"] not in ids or row.to_state == "retracted":
        return False
    opened, closed = (text and to_us(datetime.fromisoformat(text)) for text in (alert["opened_at"], alert["closed_at"]))
    return bool(opened < stop and (closed is None or closed >= start))


def _summary(parts: list[Part], alerts: list[dict[str, Any]], matching: int) -> dict[str, Any]:
    going = [alert for alert in alerts if alert["closed_at"] is None]
    directions = [part.data["trend"]["direction"] for part in parts]
    return {
        "metrics": len({part.data["metric"] for part in parts}),
        "metrics_matching": matching,
        "points": sum(part.data["stats"]["n"] for part in parts),
        "anomalies": sum(len(part.data["anomalies"]) for part in parts),
        "alerts_open": severities(going),
        "directions": {name or "unknown": directions.count(name) for name in ("up", "down", "flat", None)},
        "headline": _headline(parts, going),
    }


def _headline(parts: list[Part], going: list[dict[str, Any]]) -> str:
    if not parts:
        return "There are no metrics yet. Send points to POST /api/v1/ingest."
    if not going:
        return f"All {len(parts)} shown behave as usual." if len(parts) > 1 else "It behaves as usual."
    worst = max(going, key=lambda alert: (list(severities([])).index(alert["severity"]), alert["score"]))
    labels = ", ".join(f"{name}={value}" for name, value in sorted(worst["labels"].items()))
    where = worst["metric"] + (f" on {labels}" if labels else "")
    return f"{len(going)} unusual now, the worst ({worst['severity']}): {where}. {worst['reason']}"
