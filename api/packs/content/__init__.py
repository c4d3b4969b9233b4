"""Content analytics: /api/v1/content; the dashboard also at /dashboard, reports also at /reports."""

from __future__ import annotations

from fastapi import APIRouter

from api.packs.content import dashboard, items, metadata, reports, schedules, today
from api.query.params import PLAIN_TEXT

router = APIRouter(prefix="/api/v1/content", tags=["content"], dependencies=[PLAIN_TEXT])
for part in (dashboard, items, metadata, schedules, reports, today):
    router.include_router(part.router)

ALIASES = {"/dashboard": "/api/v1/content/dashboard", "/reports": "/api/v1/content/reports"}
