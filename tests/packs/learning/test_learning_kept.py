"""Answers that were kept name nobody who was erased, made anonymous, or whose events were taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
import redis

from db.pool import connect
from db.privacy.work import work_off
from db.removal import remove_now
from db.settings import DatabaseSettings
from tests.engines import Server, fresh_database
from tests.packs.learning.campus import Campus, get, serving_campus

pytestmark = pytest.mark.req("S2-40")
SCHOOL = str(UUID(int=9))
PEOPLE = [str(UUID(int=n)) for n in range(1, 5)]


@pytest.fixture(scope="module", params=["redis", "process"])
def campus(request: pytest.FixtureRequest, server: Server, redis_url: str) -> Iterator[Campus]:
    """Four students of a school, with a point each."""
    url = redis_url if request.param == "redis" else ""
    with (
        fresh_database(server) as database,
        serving_campus(database, url) as one,
        pytest.MonkeyPatch.context() as patch,
    ):
        config = DatabaseSettings(database_url=database, redis_url=url)
        patch.setattr("db.privacy.caches.settings", lambda: config)
        people = [{"id": who, "username": f"u-{who}", "role": "STUDENT", "school_id": SCHOOL} for who in PEOPLE]
        one.put(schools=[{"id": SCHOOL, "name": "S", "timezone": "UTC"}], people=people)
        now = datetime.now(UTC).isoformat()
        one.send([
            {"event_type": "learning.activity", "event_id": f"e-{who}", "timestamp": now, "user_id": who,
             "properties": {"kind": "video", "xp": 5}}
            for who in PEOPLE
        ])  # fmt: skip
        yield one


def board(campus: Campus) -> set[str]:
    answer: dict[str, Any] = get(campus.admin, "/gamification/leaderboard")
    return {row["user_id"] for row in answer["entries"]}


def test_an_answer_that_was_kept_is_not_given_after_it(campus: Campus) -> None:
    assert board(campus) == set(PEOPLE)
    for who, mode, left in zip(PEOPLE, ("erase", "anonymise"), (PEOPLE[1:], PEOPLE[2:]), strict=False):
        asked = {"person": who, "mode": mode}
        campus.admin.post("/api/v1/privacy/erasures", json=asked).raise_for_status()
        with connect(campus.url) as conn:
            assert work_off(conn) == {"done": 1}
        assert {one for one in board(campus) if not one.startswith("erased-")} == set(left)
    remove_now(campus.url, 1, [f"e-{PEOPLE[2]}"])
    assert PEOPLE[3] in board(campus) and PEOPLE[2] not in board(campus)


def test_redis_keeps_no_answer_that_was_made_before(campus: Campus, redis_url: str) -> None:
    with redis.Redis.from_url(redis_url, decode_responses=True) as store:
        kept = [store.get(key) or "" for key in store.scan_iter("tidewatch:cache:learning.leaderboard:*")]
    assert not any(who in answer for who in PEOPLE[:2] for answer in kept)
