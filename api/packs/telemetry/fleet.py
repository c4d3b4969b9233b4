"""A device against its fleet: where it stands among its peers, over time and in all."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any

import numpy as np
from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from api.deps import ArchiveDep, FindingsDep
from api.errors import Unprocessable
from api.packs.telemetry.asked import Asked, AskedDep
from api.packs.telemetry.correlations import frame, shared_buckets, whole_buckets
from api.packs.telemetry.numbers import Standing, standing
from api.packs.telemetry.schemas_more import FleetComparison, FleetOverview
from api.query.answer import number
from api.query.params import LABELS_DOC, PLAIN_TEXT, Cursor, Limit, decode_number, encode, json_response
from api.query.trend import Trend, trend_of
from db.calendar import rfc3339
from db.errors import NotFound
from db.insights import InsightFilter
from db.roles import Findings
from db.store import Archive

router = APIRouter(prefix="/api/v1/telemetry/fleet", dependencies=[PLAIN_TEXT])

MOST = 2_000
"""Devices of a fleet that are compared."""
DeviceLabel = Annotated[
    str, Query(min_length=1, max_length=100, description="The label that names a device", examples=["device"])
]
Metric = Annotated[str, Query(min_length=1, max_length=200, examples=["battery.voltage"])]


async def _fleet(
    request: Request, asked: AskedDep, archive: ArchiveDep, metric: Metric, device_label: DeviceLabel = "device"
) -> tuple[Asked, Trend, str]:
    """The metric, split by device. Raises `NotFound` and `Unprocessable`."""
    if asked.group_by:
        raise Unprocessable("A fleet is split by device_label alone. Narrow it with label.<name>; leave out group_by.")
    trend = await trend_of(
        shared_buckets(asked).of(metric, group_by=(device_label,)), archive, request.app.state.database
    )  # fmt: skip
    if len(trend.groups.labels) > MOST:
        raise Unprocessable(f"The fleet has more than {MOST} devices. Narrow it: label.model=A, for example.")
    return asked, trend, device_label


Fleet = Annotated[tuple[Asked, Trend, str], Depends(_fleet)]


@router.get(
    "/compare",
    summary="A device against its fleet",
    responses={200: {"model": FleetComparison}, 404: {"description": "There is no such metric, or no such device."}},
    openapi_extra=LABELS_DOC,
)
async def compare(
    fleet: Fleet,
    findings: FindingsDep,
    device: Annotated[str, Query(min_length=1, max_length=300, examples=["coach-3"])],
) -> Response:
    """A metric of one device beside that of its peers: all other devices with the same `label.<name>`, if any is asked.

    For each bucket, and over the whole range: the peers' median and band, the device's distance from the median in
    robust spreads (1.4826 times the median absolute deviation), and the percentage of peers below it. The device itself
    is no peer.
    """
    asked, trend, label = fleet
    names = [labels[label] for labels in trend.groups.labels]
    if device not in names:
        raise NotFound(
            f"No series of {trend.ask.metric} has {label}={device}. Those that have: {', '.join(names[:10])}."
        )
    return json_response(await _compared(asked, trend, label, names.index(device), findings))


async def _compared(asked: Asked, trend: Trend, label: str, mine: int, findings: Findings) -> dict[str, Any]:
    device = trend.groups.labels[mine][label]
    size = len(trend.groups.labels)
    grid = np.array([whole_buckets(trend, group) for group in range(size)])
    others = np.delete(grid, mine, axis=0)
    times = rfc3339(trend.window.begins[:-1], trend.window.zone)
    shown = np.flatnonzero((~np.isnan(grid)).any(axis=0))
    points = [
        {"t": times[at], "v": number(float(grid[mine, at]))} | _told(standing(float(grid[mine, at]), others[:, at]))
        for at in shown.tolist()
    ]
    overall = standing(float(trend.totals[mine]), np.delete(trend.totals, mine))
    about = InsightFilter(category="cohort", metric=trend.ask.metric, labels={label: device}, active=True)
    insights = await findings.insights(asked.tenant, about, None, 20)
    names = ("insight_id", "title", "description", "severity", "confidence")
    return frame(asked, [(trend, 0)]) | {
        "metric": trend.ask.metric,
        "agg": trend.agg,
        "device": device,
        "device_label": label,
        "cohort": {"labels": asked.labels, "devices": size},
        "overall": {"v": number(float(trend.totals[mine]))} | _told(overall),
        "points": points,
        "insights": [{name: row[name] for name in names} for row in insights],
    }


def _told(one: Standing) -> dict[str, Any]:
    p10, p25, p75, p90 = one.band
    return {
        "peers": one.peers, "median": one.median, "p10": p10, "p25": p25, "p75": p75, "p90": p90,
        "robust_z": one.z, "percentile_rank": one.rank,
    }  # fmt: skip


@router.get(
    "/overview",
    summary="A fleet at a glance",
    responses={200: {"model": FleetOverview}, 404: {"description": "There is no such metric."}},
    openapi_extra=LABELS_DOC,
)
async def overview(fleet: Fleet, archive: ArchiveDep, limit: Limit = 100, cursor: Cursor = None) -> Response:
    """Every device by one metric over the range, those farthest from their peers first."""
    asked, trend, label = fleet
    rows = [
        {"device": labels[label], "v": number(float(trend.totals[at]))}
        | _told(standing(float(trend.totals[at]), np.delete(trend.totals, at)))
        for at, labels in enumerate(trend.groups.labels)
    ]
    open_, silent = await _troubles(archive, asked.tenant, trend)
    for at, row in enumerate(rows):
        row["anomalies_open"], row["silent"] = open_[at], silent[at]
    rows.sort(key=lambda row: (-abs(row["robust_z"] or 0.0), row["device"]))
    begin = decode_number("fleet", cursor) or 0
    page = rows[begin : begin + limit]
    more = begin + limit < len(rows)
    return json_response(
        frame(asked, [(trend, 0)])
        | {
            "metric": trend.ask.metric,
            "agg": trend.agg,
            "device_label": label,
            "devices": len(rows),
            "median": number(float(np.nanmedian(trend.totals))) if np.isfinite(trend.totals).any() else None,
            "items": page,
            "next": encode("fleet", begin + limit) if more else None,
        }
    )


async def _troubles(archive: Archive, tenant: int, trend: Trend) -> tuple[list[int], list[bool]]:
    """For each device, open episodes of this metric, and whether all of its series have stopped."""
    groups = trend.groups
    place = dict(zip(groups.ids.tolist(), groups.of.tolist(), strict=True))
    rows = await archive.episodes(
        tenant,
        ids=groups.ids,
        state="open",
        severity=None,
        start=None,
        stop=datetime.now(UTC),
        before=None,
        limit=5_000,
    )
    open_ = [0] * len(groups.labels)
    for row in rows:
        open_[place[row.series.id]] += row.kind != "stale"
    quiet = await archive.silent(tenant, groups.ids)
    silent = [set(groups.ids[groups.of == at].tolist()) <= quiet for at in range(len(groups.labels))]
    return open_, silent
