"""Each endpoint has its test file, its types and its words."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import get_type_hints

import pytest
from fastapi.routing import APIRoute, iter_route_contexts

from api.app import create_app
from api.packs.learning import router
from api.packs.learning.who import PREFIX
from api.settings import ApiSettings
from db.settings import DatabaseSettings

HERE = Path(__file__).parent
APP = create_app(ApiSettings(page=Path("no page")), DatabaseSettings(database_url="postgresql://nowhere"))
FILES = {
    "/analytics/overview": "test_analytics_overview.py",
    "/analytics/student-progress": "test_student_progress.py",
    "/analytics/weekly_xp": "test_weekly_xp.py",
    "/analytics/subject_mastery": "test_subject_mastery.py",
    "/analytics/realtime": "test_realtime.py",
    "/analytics/trends/engagement": "test_engagement_trends.py",
    "/analytics/trends/content": "test_content_trends.py",
    "/analytics/dashboard": "test_learning_dashboard.py",
    "/analytics/summary": "test_learning_summary.py",
    "/gamification/leaderboard": "test_leaderboard.py",
    "/users": "test_users_list.py",
    "/users/{user_id}": "test_user_detail.py",
    "/classes": "test_users_list.py",
    "/schools": "test_schools.py",
    "/schools/{school_id}": "test_schools.py",
    "/compliance/status": "test_compliance_status.py",
    "/insights/at-risk": "test_at_risk.py",
    "/insights/classes": "test_at_risk.py",
    "/roster": "test_roster.py",
    "/xapi/statements": "test_statements.py",
}
ROUTES = [one.original_route if hasattr(one, "original_route") else one for one in iter_route_contexts(router.routes)]


@pytest.mark.req("S2-96")
def test_every_endpoint_has_a_file_that_asks_for_it() -> None:
    assert {route.path.removeprefix(PREFIX) for route in ROUTES} == set(FILES)
    for path, name in FILES.items():
        text = (HERE / name).read_text()
        assert path.split("{")[0] in text and "\ndef test_" in text, f"{name} does not ask for {path}"


@pytest.mark.req("S2-95")
def test_every_endpoint_of_the_application_has_types_and_words() -> None:
    wanting = []
    for route in iter_route_contexts(APP.routes):
        endpoint = inspect.unwrap(getattr(route, "endpoint", lambda: None))
        if not endpoint.__module__.startswith("api"):
            continue
        typed = set(inspect.signature(endpoint).parameters) | {"return"} == set(get_type_hints(endpoint))
        if not typed or not endpoint.__doc__:
            wanting.append(route.path)
    assert wanting == []


@pytest.mark.req("S2-95")
@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.path)
def test_every_endpoint_has_types_and_words(route: APIRoute) -> None:
    endpoint = inspect.unwrap(route.endpoint)
    hints = get_type_hints(endpoint)
    assert set(inspect.signature(endpoint).parameters) | {"return"} == set(hints)
    assert endpoint.__doc__ and len(endpoint.__doc__) > 20 and route.summary
