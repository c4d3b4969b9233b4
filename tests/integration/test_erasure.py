"""An erasure leaves nothing: the database is as if the person had never been, and says so under signature."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import httpx
import pytest

from db.pool import Connection, connect
from db.privacy import work
from db.privacy.certificate import check
from db.privacy.people import note_erased
from db.privacy.work import work_off
from tests.engines import Server, fresh_database
from tests.integration.reading import reader, refresh
from tests.integration.test_removal import drop_raw, send
from tests.pipelines import drain
from tests.same_answers import rows, trends
from tests.visits import readings, visits, visits_pack

EMAIL = "anna@example.org"


class World:
    """A database with people in it."""

    def __init__(self, url: str, conn: Connection, http: httpx.Client) -> None:
        self.url, self.conn, self.http = url, conn, http

    def fill(self, *people: str, raw: bool = True) -> None:
        for person in people:
            seed = sum(map(ord, person))
            send(self.url, visits(person, seed))
            series = [readings(person, seed), readings("", seed + 1) | {"labels": {"host": "a"}}]
            assert self.http.post("/api/v1/ingest", json={"series": series}).status_code == 202
            self.conn.execute("insert into visits_profiles values (1, %s, 'tea')", (person,))
        drain(self.url)
        refresh(self.url)
        if not raw:
            drop_raw(self.url)

    def ask(self, **body: Any) -> dict[str, Any]:
        answer = self.http.post("/api/v1/privacy/erasures", json=body)
        assert answer.status_code == 202, answer.text
        return answer.json()

    def erase(self, person: str, **more: Any) -> dict[str, Any]:
        """Ask, have tasks and pipeline work, and see what came of it."""
        asked = self.ask(person=person, **more)
        for _ in range(3):
            self.conn.execute("update privacy_requests set next_at = now()")
            ends = work_off(self.conn)
            if "later" not in ends:
                break
            drain(self.url)
        return self.http.get(f"/api/v1/privacy/erasures/{asked['id']}").json()


@pytest.fixture(scope="module", params=["with raw points", "without raw points"])
def worlds(request: pytest.FixtureRequest, server: Server, tmp_path_factory: Any) -> Iterator[tuple[World, World]]:
    """One with anna and boris, one with boris alone."""
    with ExitStack() as stack:
        stack.enter_context(visits_pack(tmp_path_factory.mktemp("packs")))
        made = []
        for people in (("anna", "boris"), ("boris",)):
            url = stack.enter_context(fresh_database(server))
            world = World(url, stack.enter_context(connect(url)), stack.enter_context(reader(url)))
            world.fill(*people, raw=request.param == "with raw points")
            made.append(world)
        yield made[0], made[1]


def mention_her_everywhere(world: World) -> None:
    """A login, and texts of all kinds."""
    http, conn = world.http, world.conn
    body = {"email": EMAIL, "password": "a good password", "role": "member", "person": "anna"}
    assert http.post("/api/v1/users", json=body).status_code == 201
    policy = {"metric": "heart.*", "labels": {"user_id": "anna"}, "muted": True, "note": f"anna's, ask {EMAIL}"}
    assert http.put("/api/v1/policies/calm", json=policy).status_code == 200
    about = {"event_id": "b-1", "event_type": "praise.given", "user_id": "boris", "properties": {"to": ["anna"]}}
    send(world.url, [about])
    conn.execute(
        "insert into insights (tenant_id, insight_id, job, item, model, category, title, description, severity,"
        " confidence, impact_score, metric, since, until, expires_at) values (1, 'i', 'j', 'm', 'm', 'c', 'Up',"
        " 'driven by anna (40 %)', 'low', 1, 1, 'm', now(), now(), now() + interval '1 day')"
    )
    conn.execute("insert into batches values (1, 'key:anna', '', '{}')")
    assert http.post("/api/v1/privacy/exports", json={"person": "anna"}, timeout=60).json()["state"] == "done"
    http.get("/api/v1/audit", params={"object": "/anna"}).raise_for_status()


@pytest.mark.req("S2-40")
def test_the_database_is_as_if_she_had_never_been(worlds: tuple[World, World]) -> None:
    both, one = worlds
    mention_her_everywhere(both)
    done = both.erase("anna")
    assert done["state"] == "done", done
    counts = done["counts"]
    assert (counts["events"], counts["facts"], counts["series"], counts["accounts"]) == (120, 90, 2, 1)
    assert {"rows.visits_profiles", "mentions.insights", "mentions.policies", "mentions.events"} <= set(counts)
    refresh(both.url)
    both.conn.execute("delete from events where event_id = 'b-1'")
    got, wanted = trends(both.http), trends(one.http)
    assert {name: got[name] for name in wanted if "praise" not in name} == wanted
    assert {name for name in got if name not in wanted and "praise" not in name} == set()
    for table in ("visits_facts", "visits_hours", "visits_profiles", "samples_1d"):
        assert len(rows(both.conn, table)[table]) - len(rows(one.conn, table)[table]) <= (table == "samples_1d")
    assert rows(both.conn, "visits_facts", "visits_hours") == rows(one.conn, "visits_facts", "visits_hours")


def test_her_name_is_in_no_byte_of_the_database(worlds: tuple[World, World]) -> None:
    conn = worlds[0].conn
    tables = [row[0] for row in conn.execute(
        "select c.relname from pg_class c join pg_namespace n on n.oid = relnamespace"
        " where nspname = 'public' and relkind in ('r', 'p') and not relispartition"
    )]  # fmt: skip
    assert "journal" in tables
    for table in tables:
        for (text,) in conn.execute(f'select t::text from "{table}" as t'):
            assert "anna" not in text, f"{table}: {text}"
        if table == "journal":
            assert not any(b"anna" in bytes(row[0]) for row in conn.execute("select payload from journal"))


@pytest.mark.req("S2-40")
def test_the_certificate_holds_and_a_changed_one_does_not(worlds: tuple[World, World]) -> None:
    listed = worlds[0].http.get("/api/v1/privacy/erasures", params={"person": "anna"}).json()["items"]
    text = worlds[0].http.get(f"/api/v1/privacy/erasures/{listed[0]['id']}/certificate").text
    said, _ = check(text)
    assert (said["still_named"], said["windows_that_differ"]) == (0, 0)
    assert said["windows_computed_anew"] > 100
    assert said["searched"]["columns"] > 80
    document = json.loads(text)
    document["certificate"]["changed"] = {}
    with pytest.raises(Exception, match="does not fit"):
        check(json.dumps(document))


def test_the_audit_log_is_whole_and_owns_up(worlds: tuple[World, World]) -> None:
    found = worlds[0].http.get("/api/v1/audit/verify").json()
    assert found["ok"], found
    assert found["emptied"] >= 0


def test_what_names_her_is_refused_from_then_on(worlds: tuple[World, World]) -> None:
    http = worlds[0].http
    event = {"event_type": "door.opened", "user_id": "anna"}
    answer = http.post("/api/v1/events", json={"events": [event, event | {"user_id": "boris"}]}).json()
    assert (answer["accepted"], [r["index"] for r in answer["rejected"]]) == (1, [0])
    point = {"metric": "heart.rate", "labels": {"user_id": "anna"}, "t": "2026-11-01T00:00:00Z", "v": 1}
    assert http.post("/api/v1/ingest", json={"points": [point]}).status_code == 400


def test_an_event_that_slipped_past_the_door_is_refused_by_the_pipeline(worlds: tuple[World, World]) -> None:
    both = worlds[0]
    answer = both.http.post("/api/v1/events", json={"events": [{"event_type": "slip", "user_id": "carla"}]})
    assert answer.json()["accepted"] == 1
    note_erased(both.conn, 1, "carla")
    drain(both.url)
    assert both.conn.execute("select count(*) from events where event_type = 'slip'").fetchone() == (0,)


def test_a_request_that_stumbles_stops_no_other(worlds: tuple[World, World], monkeypatch: pytest.MonkeyPatch) -> None:
    world, real = worlds[1], work._erase
    first, second = world.ask(person="somebody", dry_run=True), world.ask(person="other", dry_run=True)

    def stumble(conn: Any, row: Any) -> str:
        if row["id"] == first["id"]:
            conn.execute("select 1 / 0")
        return real(conn, row)

    monkeypatch.setattr(work, "_erase", stumble)
    assert work_off(world.conn) == {"later": 1, "done": 1}
    said = world.http.get(f"/api/v1/privacy/erasures/{first['id']}").json()
    assert (said["state"], said["step"]) == ("working", "stopped by a DivisionByZero, which the log tells of")
    assert world.http.get(f"/api/v1/privacy/erasures/{second['id']}").json()["state"] == "done"
