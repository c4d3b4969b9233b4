"""Events that are taken back leave nothing: everything is as if they had never come."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from db.pool import Connection, connect
from db.removal import remove_events, remove_now
from tests.engines import Server, fresh_database
from tests.integration.reading import reader, refresh, trend, upkeep
from tests.pipelines import drain
from tests.same_answers import rows, trends
from tests.visits import START, visits, visits_pack

TABLES = ("visits_facts", "visits_hours", "event_ids", "pack_failures")


@pytest.fixture(scope="module", params=["with raw points", "without raw points"])
def pair(request: pytest.FixtureRequest, server: Server, tmp_path_factory: Any) -> Iterator[tuple[Any, ...]]:
    """Two databases: one was sent the visits of two people, the other those of one."""
    with ExitStack() as stack:
        stack.enter_context(visits_pack(tmp_path_factory.mktemp("packs")))
        both, one = (stack.enter_context(fresh_database(server)) for _ in range(2))
        for url, people in ((both, ("anna", "boris")), (one, ("boris",))):
            send(url, [event for seed, who in enumerate(people, 5 - len(people)) for event in visits(who, seed)])
            refresh(url)
            if request.param == "without raw points":
                drop_raw(url)
        http = [stack.enter_context(reader(url)) for url in (both, one)]
        yield both, one, *http


def send(url: str, events: list[dict[str, Any]]) -> None:
    with reader(url) as http:
        answer = http.post("/api/v1/events", json={"events": events})
        assert answer.json()["rejected"] == [], answer.text
    drain(url)


def drop_raw(url: str) -> None:
    with connect(url) as conn:
        later = datetime.now(UTC) + timedelta(days=1)
        assert upkeep(conn, keep_raw_days=1, spare_written_days=0).drop_expired(later)["samples"] >= 3


def test_all_is_as_if_they_had_never_come(pair: tuple[str, str, httpx.Client, httpx.Client]) -> None:
    both, one, http, other = pair
    ids = [event["event_id"] for event in visits("anna", 3)]
    gone = remove_now(both, 1, ids)
    assert (gone.events, gone.facts, gone.unknown, gone.approximate) == (120, 90, 0, 0)
    wanted = trends(other)
    assert trends(http) == wanted, "before a refresh"
    refresh(both)
    assert trends(http) == wanted
    with connect(both) as conn, connect(one) as conn_of_one:
        assert rows(conn, *TABLES) == rows(conn_of_one, *TABLES)


def test_again_changes_nothing(pair: tuple[str, str, httpx.Client, httpx.Client]) -> None:
    with connect(pair[0]) as conn:
        gone = remove_events(conn, 1, ["anna-1", "nobody"])
    assert gone.counts() == {}


@pytest.fixture(scope="module")
def small(server: Server, tmp_path_factory: Any) -> Iterator[tuple[str, Connection, httpx.Client]]:
    with ExitStack() as stack:
        stack.enter_context(visits_pack(tmp_path_factory.mktemp("packs")))
        url = stack.enter_context(fresh_database(server))
        yield url, stack.enter_context(connect(url)), stack.enter_context(reader(url))


def visit(id_: str, amount: str, minute: int = 0) -> dict[str, Any]:
    t = (START + timedelta(minutes=minute)).isoformat()
    said = {"amount": amount, "place": "sea"}
    return {"event_id": id_, "event_type": "visit.made", "timestamp": t, "user_id": "u", "properties": said}


def test_a_corrected_event_comes_under_the_same_id(small: tuple[str, Connection, httpx.Client]) -> None:
    url, conn, http = small
    send(url, [visit("a", "5"), visit("b", "7")])
    remove_now(url, 1, ["a"])
    send(url, [visit("a", "6.5")])
    refresh(url)
    (series,) = trend(http, "visit.amount", agg="sum", bucket="day", time_range="30d")["series"]
    assert (series["total"], series["points"][0]["n"]) == (13.5, 2)
    assert [str(r[0]) for r in conn.execute("select amount from visits_hours")] == ["13.5"]


def test_of_equal_points_of_one_instant_one_goes(small: tuple[str, Connection, httpx.Client]) -> None:
    url, conn, _ = small
    send(url, [visit(f"same-{i}", "3", minute=600) for i in range(3)])
    assert remove_now(url, 1, ["same-1"]).points == 3  # events, visit.amount, visit.mine
    left = conn.execute(
        "select s.v from samples s join series on series.id = s.series_id where metric = 'visit.amount' and t = %s",
        (START + timedelta(minutes=600),),
    ).fetchall()
    assert left == [(3.0,), (3.0,)]


def test_a_chunk_that_fails_changes_nothing(small: tuple[str, Connection, httpx.Client]) -> None:
    url, conn, _ = small
    send(url, [visit("kept", "9", minute=1200)])
    conn.execute("alter table visits_hours add constraint broken check (n > 0) not valid")
    before = rows(conn, *TABLES, "samples", "dirty_windows")
    with pytest.raises(Exception, match="broken"):
        remove_now(url, 1, ["kept"])
    conn.execute("alter table visits_hours drop constraint broken")
    assert rows(conn, *TABLES, "samples", "dirty_windows") == before
    assert remove_now(url, 1, ["kept"]).events == 1


def test_another_tenants_event_of_the_same_id_stays(small: tuple[str, Connection, httpx.Client]) -> None:
    url, conn, _ = small
    send(url, [visit("mine", "1", minute=1800)])
    assert remove_now(url, 2, ["mine"]).events == 0
    assert conn.execute("select count(*) from events where event_id = 'mine'").fetchone() == (1,)
