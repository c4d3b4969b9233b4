"""An erasure changes what is hers, and nothing of others that happens to read like her name."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest

from db.pool import connect
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
