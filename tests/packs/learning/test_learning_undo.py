"""Events of learning that are taken back leave nothing: all tables are as if they had never come."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from db.packs.learning.factory import events
from db.pool import connect
from db.removal import remove_now
from tests.engines import Server, fresh_database
from tests.packs.learning.campus import serving_campus

TABLES = ("activities", "attempts", "logins", "consents", "quarters", "progress", "standing")


def contents(url: str) -> dict[str, list[Any]]:
    """All rows of all tables of facts."""
    with connect(url) as conn:
        return {
            name: sorted(row[0] for row in conn.execute(f"select t::text from learning_{name} t")) for name in TABLES
        }


@pytest.mark.req("S2-61", "S2-63")
def test_half_of_the_events_come_and_go(server: Server) -> None:
    start = datetime.now(UTC) - timedelta(days=50)
    sent = list(events(21, start, 40, 8, "Asia/Kathmandu"))
    gone = [event for number, event in enumerate(sent) if number % 3 == 0 or event["user_id"] == sent[0]["user_id"]]
    left = [event for event in sent if event not in gone]
    with fresh_database(server) as both, fresh_database(server) as one:
        for url, some in ((both, sent), (one, left)):
            with serving_campus(url) as campus:
                campus.send(some)
        remove_now(both, 1, [event["event_id"] for event in gone])
        wanted = contents(one)
        assert contents(both) == wanted and all(wanted.values())
