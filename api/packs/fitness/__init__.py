"""Fitness: activities, trends, records and milestones under /api/v1/fitness, and the same under /api/analytics."""

from __future__ import annotations

from fastapi import APIRouter

from api.audit import PERSONAL
from api.packs.fitness import activities, corrections, dashboard, milestones, trends
from api.query.params import PLAIN_TEXT
from api.small import SmallRoute

PREFIX = "/api/v1/fitness"

router = APIRouter(prefix=PREFIX, tags=["fitness"], dependencies=[PLAIN_TEXT, PERSONAL], route_class=SmallRoute)
for _part in (dashboard, trends, milestones, activities, corrections):
    router.include_router(_part.router)

ALIASES = {f"/api/analytics/{path}": f"{PREFIX}/{path}" for path in ("dashboard", "trends", "milestones")}
