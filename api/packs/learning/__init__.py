"""Learning: typed routes under /api/v1/learning, and the paths by which others know them."""

from __future__ import annotations

from fastapi import APIRouter

from api.flags import flag
from api.packs.learning import (
    compliance,
    dashboard,
    insights,
    leaderboard,
    overview,
    own,
    roster,
    schools,
    statements,
    trends,
    users,
)
from api.packs.learning.who import PREFIX

router = APIRouter(tags=["learning"])
OFF = "Learning analytics is not switched on for you (yet). An admin can: PUT /api/v1/flags/use_production_analytics."
for _part in (overview, own, trends, dashboard, leaderboard, users, schools, insights, compliance):
    router.include_router(_part.router, dependencies=[flag("use_production_analytics", OFF)])
router.include_router(roster.router)
router.include_router(statements.router)

ALIASES = {
    path: PREFIX + path
    for path in (
        "/analytics/overview",
        "/analytics/student-progress",
        "/analytics/weekly_xp",
        "/analytics/subject_mastery",
        "/analytics/realtime",
        "/analytics/trends/engagement",
        "/analytics/trends/content",
        "/analytics/dashboard",
        "/analytics/summary",
        "/gamification/leaderboard",
        "/users",
        "/compliance/status",
        "/schools",
    )
}
