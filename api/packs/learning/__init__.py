"""Learning: typed routes under /api/v1/learning, and the paths by which others know them."""

from __future__ import annotations

from fastapi import APIRouter

from api.packs.learning import (
    dashboard,
    leaderboard,
    overview,
    own,
    roster,
    schools,
    trends,
    users,
)

PREFIX = "/api/v1/learning"

router = APIRouter(prefix=PREFIX, tags=["learning"])
for _part in (overview, own, trends, dashboard, leaderboard, users, schools, roster):
    router.include_router(_part.router)

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
