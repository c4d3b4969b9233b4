"""Telemetry: trends, insights and what to do about them, one's own figures and levels, a device against its fleet."""

from __future__ import annotations

from fastapi import APIRouter

from api.flags import flag
from api.packs.telemetry import (
    actions,
    correlations,
    cycles,
    fleet,
    found,
    kpis,
    own,
    preferences,
    readings,
    thresholds,
    trends,
)

OFF = "Analytics dashboard disabled"

router = APIRouter(tags=["telemetry"], dependencies=[flag("analytics_dashboard", OFF)])
for part in (trends, found, actions, readings, correlations, cycles, fleet, thresholds, kpis, own, preferences):
    router.include_router(part.router)

ALIASES = {
    f"/analytics/{name}": f"/api/v1/telemetry/{name}"
    for name in ("trends", "insights", "patterns", "recommendations", "metrics", "correlations")
} | {"/api/v1/recommendations": "/api/v1/telemetry/recommendations"}
