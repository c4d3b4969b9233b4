"""Many at once: every request is answered, and what was asked is seen by those who watch."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from api.packs.learning.who import PREFIX
from tests.packs.learning.campus import Campus

PATHS = (
    "/analytics/overview?days={n}",
    "/analytics/realtime?limit={n}",
    "/analytics/trends/engagement?days={n}",
    "/analytics/trends/content?days={n}",
    "/analytics/dashboard?limit={n}",
    "/analytics/summary?start_date=2026-01-{n}",
    "/gamification/leaderboard?limit={n}",
    "/users?limit={n}",
    "/schools?limit={n}",
    "/insights/at-risk?limit={n}",
)
ASKED = [PREFIX + path.format(n=n) for n in range(10, 26) for path in PATHS]


def counted(text: str) -> dict[tuple[str, str], float]:
    """(route, status) -> answers, of /metrics."""
    found: dict[tuple[str, str], float] = {}
    for family in text_string_to_metric_families(text):
        for sample in family.samples:
            if sample.name == "tidewatch_request_seconds_count":
                key = (sample.labels["route"], sample.labels["status"])
                found[key] = found.get(key, 0) + sample.value
    return found


@pytest.mark.req("S2-82", "S2-93", "S2-97", "S3-84")
def test_more_callers_than_connections_are_all_answered_and_counted_by_route(campus: Campus) -> None:
    before = counted(campus.admin.get("/metrics").text)
    with (
        httpx.Client(base_url=campus.http, headers=campus.admin.headers, timeout=60) as http,
        ThreadPoolExecutor(16) as many,
    ):
        answers = list(many.map(lambda path: http.get(path).status_code, ASKED))
    assert answers == [200] * len(ASKED)
    with campus.database() as conn:
        others = "where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'"
        (held,) = conn.execute(f"select count(*) from pg_stat_activity {others}").fetchone() or ()
    assert held <= 4, "one pool of four for all routes"
    after = counted(campus.admin.get("/metrics").text)
    for path in PATHS:
        key = (PREFIX + path.split("?")[0], "200")
        assert after[key] - before.get(key, 0) == 16
    failed = {key: n for key, n in after.items() if key[1].startswith("5")}
    assert failed == {key: before.get(key, 0) for key in failed}  # other tests of this process count here too
