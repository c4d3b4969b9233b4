"""Whatever a domain made of a person's events can be taken back: its answers equal those of a database that never had
them; and an erasure finishes with its proof."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import datetime, timedelta
from importlib import import_module
from itertools import islice
from typing import Any

import httpx
import pytest

from db.packs.registry import Pack, packs
from db.pool import connect
from db.privacy.work import work_off
from db.removal import remove_now
from tests.engines import Server, fresh_database
from tests.integration.reading import reader, refresh
from tests.pack_samples import sample_of
from tests.pipelines import drain

WITH_PEOPLE = [pack.name for pack in packs().values() if any(t.person and t.event for t in pack.model.tables)]
VOLATILE = {"generated_at", "to", "complete_through", "computed_at", "data_version", "version", "id", "next"}
VOLATILE |= {"created_at", "changed_at", "instance"}
MOST = 1_500


def events_of(pack: Pack) -> list[dict[str, Any]]:
    """The sample's events, and some days of the factory's around them."""
    sample = sample_of(pack)
    first = min(datetime.fromisoformat(event["timestamp"]) for event in sample["events"])
    factory = import_module(f"db.packs.{pack.name}.factory")
    made = factory.events(3, first - timedelta(days=1), 4, size=20 if pack.name == "learning" else 0.3)
    return [*sample["events"], *islice(made, MOST)]


def busiest(events: list[dict[str, Any]], among: list[dict[str, Any]]) -> str:
    """Who did most among some events, and so something among all."""
    people = Counter(event["user_id"] for event in among if event.get("user_id"))
    return max(people, key=lambda who: (people[who], sum(event.get("user_id") == who for event in events)))


def load(url: str, http: httpx.Client, pack: Pack, events: list[dict[str, Any]]) -> None:
    for send in sample_of(pack).get("sends", []):
        assert http.post(send["post"], json=send["body"], timeout=60).is_success
    for at in range(0, len(events), 500):
        answer = http.post("/api/v1/events", json={"events": events[at : at + 500]}, timeout=60)
        assert answer.status_code == 202 and answer.json()["rejected"] == [], answer.text
    drain(url)
    refresh(url)


def answers(http: httpx.Client, pack: Pack) -> dict[str, Any]:
    asked = [answer["get"] for answer in sample_of(pack)["answers"]]
    return {path: steady(http.get(path, timeout=60).json()) for path in asked}


def steady(value: Any) -> Any:
    """An answer without what differs from one asking to the next; floats to nine digits."""
    if isinstance(value, dict):
        return {name: steady(item) for name, item in value.items() if name not in VOLATILE}
    if isinstance(value, list):
        return [steady(item) for item in value]
    return float(f"{value:.9g}") if isinstance(value, float) else value


@pytest.fixture(scope="module", params=WITH_PEOPLE)
def pair(request: pytest.FixtureRequest, server: Server) -> Iterator[tuple[Any, ...]]:
    """(pack, who goes, the database with them, the one without, clients of both)"""
    pack = packs()[request.param]
    events = events_of(pack)
    who = busiest(events, sample_of(pack)["events"])
    with ExitStack() as stack:
        both, one = (stack.enter_context(fresh_database(server)) for _ in range(2))
        http, other = (stack.enter_context(reader(url)) for url in (both, one))
        load(both, http, pack, events)
        load(one, other, pack, [event for event in events if event.get("user_id") != who])
        yield pack, who, both, one, http, other


def test_taken_back_the_answers_are_as_if_it_had_never_come(pair: tuple[Any, ...]) -> None:
    pack, who, both, one, http, other = pair
    wanted = answers(other, pack)
    with connect(both) as conn:  # a domain may give events ids of its own
        ids = [row[0] for row in conn.execute("select event_id from events where user_id = %s", (who,))]
    assert ids
    assert remove_now(both, 1, ids).events == len(ids)
    got = answers(http, pack)
    for path, answer in wanted.items():
        assert got[path] == answer, path
    with connect(both) as conn, connect(one) as conn_of_one:
        for table in pack.model.tables:
            sizes = [c.execute(f"select count(*) from {table.name}").fetchone() for c in (conn, conn_of_one)]
            assert sizes[0] == sizes[1], table.name


def test_an_erasure_comes_to_its_proof(pair: tuple[Any, ...]) -> None:
    _, _, _, one, _, other = pair
    pack = pair[0]
    rest = [event for event in events_of(pack) if event.get("user_id") != pair[1]]
    who = busiest(rest, rest)
    asked = other.post("/api/v1/privacy/erasures", json={"person": who}).json()
    with connect(one) as conn:
        for _ in range(3):
            conn.execute("update privacy_requests set next_at = now()")
            work_off(conn)
            drain(one)
    done = other.get(f"/api/v1/privacy/erasures/{asked['id']}").json()
    assert done["state"] == "done", done
    assert done["counts"].get("events", 0) + done["counts"].get("events_anonymised", 0) > 0
