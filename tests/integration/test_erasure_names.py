"""An erasure changes what is hers, and nothing of others that happens to read like her name."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import ExitStack
from typing import Any

import pytest

from db import deliveries
from db.deliveries import Draft
from db.pool import Connection, connect
from db.privacy.people import note_erased
from db.privacy.work import work_off
from db.queries import for_psycopg
from tests.engines import Server, fresh_database
from tests.integration.reading import reader
from tests.integration.test_erasure import World
from tests.integration.test_removal import send
from tests.same_answers import rows

pytestmark = pytest.mark.req("S2-40")
OTHERS = ("content_schedules", "telemetry_documents", "flags", "policies", "goals", "llm_budgets", "events", "series")
BODY = {"email": {"channel": "email", "format": "csv", "window": "1h", "on": "true", "list": ["csv", "1h", "email"]}}


@pytest.fixture(scope="module")
def world(server: Server) -> Iterator[World]:
    with ExitStack() as stack:
        url = stack.enter_context(fresh_database(server))
        world = World(url, stack.enter_context(connect(url)), stack.enter_context(reader(url)))
        fill(world)
        yield world


def fill(world: World) -> None:
    """Settings and data of others that read like people who are called strangely."""
    conn, body = world.conn, json.dumps(BODY)
    conn.execute(
        "insert into content_schedules (tenant_id, name, report, period, at, weekday, monthday, timezone, channel,"
        " target, format, enabled, due_at, created_by) values (1, 'csv', %s, 'daily', '07:00', 0, 1, 'Etc/GMT+1',"
        " 'email', 'x@example.org', 'csv', true, now(), 'y@example.org')",
        (body,),
    )
    conn.execute(
        "insert into telemetry_documents (tenant_id, kind, owner, name, body, changed_by)"
        " values (1, 'own', 'key:1', 'email', %s, 'key:1')",
        (body,),
    )
    conn.execute("insert into flags (tenant_id, name, settings, changed_by) values (1, 'csv', %s, 'x')", (body,))
    policy = {"metric": "email.*", "labels": {"channel": "email", "format": "csv"}, "muted": True}
    assert world.http.put("/api/v1/policies/email", json=policy).status_code == 200
    conn.execute(
        "insert into goals (tenant_id, title, metric, labels, agg, target, direction, recurs, timezone, week_start,"
        """ created_by) values (1, '1h', 'email', '{"channel": "email"}', 'sum', 1, 'reach', 'daily', 'Etc/GMT+1',"""
        " 'monday', 'z@example.org')"
    )
    point = {"metric": "sent", "labels": {"channel": "email", "format": "csv"}, "t": "2026-11-01T00:00:00Z", "v": 1}
    world.http.post("/api/v1/ingest", json={"points": [point]}).raise_for_status()
    said = [{"event_id": f"o-{who}", "event_type": "sent", "user_id": who, "properties": BODY}
            for who in ("ANNA", "anna b", "boris")]  # fmt: skip
    send(world.url, said)


@pytest.mark.parametrize("called", ["email", "csv", "1h", "true", "Etc/GMT+1", "sent"])
def test_somebody_called_like_a_setting_leaves_settings_of_others_alone(world: World, called: str) -> None:
    before = rows(world.conn, *OTHERS)
    send(world.url, [{"event_id": f"{called}-1", "event_type": "door", "user_id": called, "properties": BODY}])
    done = world.erase(called)
    assert (done["state"], done["counts"]["events"]) == ("done", 1), done
    after = rows(world.conn, *OTHERS)
    for row in after["series"]:
        assert row in before["series"] or "door" in str(row)
    assert {name: kept for name, kept in after.items() if name != "series"} == {
        name: kept for name, kept in before.items() if name != "series"
    }


def test_people_whose_ids_hold_the_name_stay(world: World) -> None:
    send(world.url, [{"event_id": "a-1", "event_type": "sent", "user_id": "anna", "properties": {}}])
    world.conn.execute("insert into learning_people (tenant_id, id, username, first_name, role)"
                       " values (1, 'p-17', 'anni', 'Anna', 'STUDENT')")  # fmt: skip
    assert world.erase("anna")["state"] == "done"
    people = {row[0] for row in world.conn.execute("select user_id from events where event_type = 'sent'")}
    assert people == {"ANNA", "anna b", "boris"}
    assert world.conn.execute("select first_name from learning_people where id = 'p-17'").fetchone() == ("Anna",)


def test_where_others_say_who_it_was_the_name_goes(world: World) -> None:
    said: dict[str, Any] = {"to": ["anke", "boris"], "user": 4711, "text": "ask anke, or user-0815!", "n": 4711,
                            "approved": "user-0815", "ANKE": "ask anke"}  # fmt: skip
    send(world.url, [{"event_id": "say", "event_type": "praise", "user_id": "boris", "properties": said}])
    for who in ("anke", "4711", "user-0815"):
        assert world.erase(who)["state"] == "done"
    (kept,) = world.conn.execute("select properties from events where event_id = 'say'").fetchone() or ({},)
    assert (kept["to"][1], kept["n"], list(kept)) == ("boris", 4711, list(kept))
    assert set(kept) == set(said)
    assert not any(who in json.dumps([v for k, v in kept.items() if k != "n"]) for who in ("anke", "4711", "user-0815"))


def test_a_key_that_is_unmistakably_a_person_is_not_changed_but_said(world: World) -> None:
    scores = {"scores": {"user-0816": 3, "boris": 2}}
    send(world.url, [{"event_id": "keyed", "event_type": "game", "user_id": "boris", "properties": scores}])
    done = world.erase("user-0816")
    assert (done["state"], done["report"]["left"]) == ("failed", ["events.properties", "journal.payload"])
    kept = world.conn.execute("select properties from events where event_id = 'keyed'").fetchone()
    assert kept == (scores,)


def test_runs_of_jobs_of_all_tenants_stay(world: World) -> None:
    world.conn.execute("insert into task_runs (job, window_start, result) values ('count', now(), '{\"count\": 1}')")
    before = rows(world.conn, "task_runs")
    assert world.erase("count")["state"] == "done"
    assert rows(world.conn, "task_runs") == before


def test_goals_of_somebody_go_and_are_exported_before(world: World) -> None:
    goal = {"title": "run", "metric": "km", "target_value": 5, "agg": "sum", "window": "weekly", "owner": "greta"}
    world.http.post("/api/v1/milestones", json=goal).raise_for_status()
    made = world.http.post("/api/v1/privacy/exports", json={"person": "greta"}, timeout=60).json()
    assert made["report"]["rows"]["goals"] == 1
    assert world.erase("greta")["state"] == "done"
    assert world.conn.execute("select count(*) from goals where title = 'run'").fetchone() == (0,)


def test_a_door_that_does_not_know_yet_makes_no_series_of_hers(world: World) -> None:
    warm = {"metric": "steps", "labels": {"user_id": "boris"}, "t": "2026-11-01T00:00:00Z", "v": 1}
    world.http.post("/api/v1/ingest", json={"points": [warm]}).raise_for_status()  # the door has just looked
    note_erased(world.conn, 1, "helga")
    both = [warm | {"t": "2026-11-01T00:01:00Z"}, warm | {"labels": {"user_id": "helga"}}]
    answer = world.http.post("/api/v1/ingest", json={"points": both})
    assert answer.status_code in (202, 429)  # 202: a second has passed, and hers is left out
    found = world.conn.execute("select count(*) from series where labels ->> 'user_id' = 'helga'").fetchone()
    assert found == (0,)


def test_a_login_is_found_by_its_email_in_any_case(world: World) -> None:
    body = {"email": "ines@example.org", "password": "a good password", "role": "viewer"}
    world.http.post("/api/v1/users", json=body).raise_for_status()
    done = world.erase("Ines@Example.org")
    assert (done["state"], done["counts"]["accounts"]) == ("done", 1)


def test_an_export_that_is_being_made_does_not_outlive_the_erasure(world: World) -> None:
    made = world.http.post("/api/v1/privacy/exports", json={"person": "jana"}, timeout=60).json()
    world.conn.execute("update privacy_requests set state = 'working' where id = %s", (made["id"],))
    world.ask(person="jana")
    with connect(world.url) as maker, connect(world.url) as other, ThreadPoolExecutor(1) as pool:
        for_psycopg("privacy").hold(maker, id=made["id"])
        erasing = pool.submit(work_off, other)
        while not erasing.done() and not waits(maker):
            wait([erasing], 0.05)
        maker.execute(
            "insert into privacy_files (tenant_id, request, part, data) values (1, %s, 9, 'x')", (made["id"],)
        )
        maker.execute("update privacy_requests set state = 'done' where id = %s", (made["id"],))
        for_psycopg("privacy").let_go(maker, id=made["id"])
        assert erasing.result(60)["done"] == 1
    files = world.conn.execute("select count(*) from privacy_files where request = %s", (made["id"],)).fetchone()
    assert (files, world.http.get(f"/api/v1/privacy/exports/{made['id']}").json()["state"]) == ((0,), "expired")


def test_messages_to_her_that_wait_are_not_sent_and_others_lose_her_name(world: World) -> None:
    body = {"email": "kaya@example.org", "password": "a good password", "role": "viewer"}
    world.http.post("/api/v1/users", json=body).raise_for_status()
    for key, target in (("a", "Kaya@example.org"), ("b", "boss@example.org")):
        draft = Draft(key, "email", target, "user_id=kaya@example.org", "by kaya@example.org",
                      {"labels": {"user_id": "kaya@example.org"}}, ("f.csv", "kaya@example.org,3"))  # fmt: skip
        deliveries.enqueue(world.conn, 1, draft)
    assert world.erase("kaya@example.org")["state"] == "done"
    left = world.conn.execute("select target, deliveries::text from deliveries").fetchall()
    assert [row[0] for row in left] == ["boss@example.org"] and "kaya" not in left[0][1]


def waits(conn: Connection) -> bool:
    found = conn.execute(
        "select from pg_locks l join pg_database d on d.oid = l.database"
        " where locktype = 'advisory' and not granted and datname = current_database()"
    )
    return found.fetchone() is not None
