"""Erasures that are cut off, that find something left, that keep the numbers, and that only look."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from cli import privacy as command
from db.pool import connect
from db.privacy import steps
from db.privacy.job import Erasure
from db.privacy.people import labels_of_people
from db.privacy.work import work_off
from tests.engines import Server, fresh_database
from tests.integration.alert_rows import new_tenant
from tests.integration.reading import reader, refresh
from tests.integration.test_erasure import World
from tests.integration.test_removal import send
from tests.pipelines import drain
from tests.same_answers import rows, trends
from tests.visits import readings, visits, visits_pack

FACTS = ("visits_facts", "visits_hours", "visits_profiles")
_numbers = count()


@pytest.fixture(scope="module")
def world(server: Server, tmp_path_factory: Any) -> Iterator[World]:
    with ExitStack() as stack:
        stack.enter_context(visits_pack(tmp_path_factory.mktemp("packs")))
        url = stack.enter_context(fresh_database(server))
        yield World(url, stack.enter_context(connect(url)), stack.enter_context(reader(url)))


@pytest.fixture
def person(world: World) -> str:
    """Somebody with some visits, a series and a profile."""
    who = f"guest-{next(_numbers):04}"
    send(world.url, visits(who, 7, n=12, days=3))
    series = [readings(who, 7, n=30)]
    assert world.http.post("/api/v1/ingest", json={"series": series}).status_code == 202
    world.conn.execute("insert into visits_profiles values (1, %s, 'tea')", (who,))
    drain(world.url)
    refresh(world.url)
    return who


class Cut(BaseException):
    """The worker died."""


@pytest.mark.parametrize("after", ["refuse what comes", "events", "series", "login", "audit log"])
def test_cut_off_after_any_step_it_is_finished_by_the_next_run(
    world: World, person: str, after: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(_: Erasure) -> None:
        raise Cut

    place = [name for name, _ in steps.ALL].index(after) + 1
    with monkeypatch.context() as patch:
        patch.setattr(steps, "ALL", (*steps.ALL[:place], ("death", die)))
        asked = world.ask(person=person)
        with pytest.raises(Cut):
            work_off(world.conn)
    drain(world.url)
    done = finish(world, asked["id"])
    assert (done["state"], done["person"], done["counts"]["events"]) == ("done", None, 12)
    assert not any(person in str(rows(world.conn, table)) for table in (*FACTS, "events", "event_ids", "series"))


def finish(world: World, request: int) -> dict[str, Any]:
    for _ in range(3):
        world.conn.execute("update privacy_requests set next_at = now()")
        work_off(world.conn)
        drain(world.url)
    return world.http.get(f"/api/v1/privacy/erasures/{request}").json()


def test_a_name_in_a_place_that_may_not_be_changed_is_found_and_said(world: World, person: str) -> None:
    point = {"metric": "door", "labels": {"owner": person}, "t": "2026-11-01T00:00:00Z", "v": 1}
    world.http.post("/api/v1/ingest", json={"points": [point]}).raise_for_status()
    done = world.erase(person)
    assert (done["state"], done["report"]["left"]) == ("failed", ["series.labels"])
    assert world.http.get(f"/api/v1/privacy/erasures/{done['id']}/certificate").status_code == 409
    again = world.http.post(f"/api/v1/privacy/erasures/{done['id']}/retry", json={"labels": ["owner"]})
    assert again.status_code == 200
    assert finish(world, done["id"])["state"] == "done"


def test_a_window_that_does_not_add_up_is_found(world: World, person: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def spoil(job: Erasure) -> None:
        windows = job.conn.execute(
            "select series_id, (extract(epoch from t) * 1000000)::bigint from samples_15m where series_id in"
            " (select series_id from privacy_windows where request = %s)", (job.id,)
        ).fetchall()  # fmt: skip
        stored = job.levels.read("samples_15m", windows)
        job.levels.write("samples_15m", {at: (row[0] + 1, *row[1:]) for at, row in stored.items()})

    send(world.url, visits("other", 7, n=12, days=3))
    refresh(world.url)
    monkeypatch.setattr(steps, "ALL", (*steps.ALL, ("spoil", spoil)))
    asked = world.ask(person=person)
    done = finish(world, asked["id"])
    assert done["state"] == "failed"
    assert any(left.startswith("samples_15m: series") for left in done["report"]["left"])


def test_anonymised_the_numbers_stay_and_nobody_is_named(world: World, person: str) -> None:
    before, hours = trends(world.http), rows(world.conn, "visits_hours")
    distinct = world.conn.execute("select count(distinct user_id), count(distinct session_id) from events").fetchone()
    done = world.erase(person, mode="anonymise")
    assert done["state"] == "done", done
    refresh(world.url)
    after = trends(world.http)
    same = {name: points for name, points in before.items() if person not in name}
    assert {name: after[name] for name in same} == same
    assert rows(world.conn, "visits_hours") == hours
    assert distinct == world.conn.execute(
        "select count(distinct user_id), count(distinct session_id) from events"
    ).fetchone()  # fmt: skip
    assert not any(person in str(rows(world.conn, table)) for table in (*FACTS, "events", "event_ids", "series"))
    notes = "select count(*) from visits_facts where guest like 'erased-%' and note is not null"
    assert world.conn.execute(notes).fetchone() == (0,)


def test_a_dry_run_only_looks(world: World, person: str) -> None:
    tables = (*FACTS, "events", "samples", "series", "users")
    before = rows(world.conn, *tables)
    done = world.erase(person, dry_run=True)
    assert done["state"] == "done"
    assert done["report"]["would_touch"]
    assert rows(world.conn, *tables) == before


def test_the_last_admin_is_not_erased(world: World) -> None:
    email = world.conn.execute("select email from users where role = 'admin'").fetchone()
    answer = world.http.post("/api/v1/privacy/erasures", json={"person": email[0] if email else ""})
    assert (answer.status_code, "last admin" in answer.json()["detail"]) == (409, True)


def test_somebody_of_that_name_in_another_tenant_stays(world: World, person: str) -> None:
    other = new_tenant(world.url, "another")
    world.conn.execute(
        "insert into events (t, tenant_id, event_id, event_type, user_id, received_at)"
        " select t, %s, event_id, event_type, user_id, received_at from events where user_id = %s",
        (other, person),
    )
    assert world.erase(person)["state"] == "done"
    kept = world.conn.execute("select count(*) from events where tenant_id = %s", (other,)).fetchone()
    assert kept == (12,)


def test_what_waits_in_the_journal_goes_too(world: World, person: str) -> None:
    events = [{"event_type": "late", "event_id": f"{person}-late", "user_id": who} for who in (person,)]
    events += [{"event_type": "late", "event_id": f"{person}x", "user_id": "dora"}]
    world.http.post("/api/v1/events", json={"events": events}).raise_for_status()
    world.ask(person=person)
    work_off(world.conn)
    waiting = [bytes(row[0]) for row in world.conn.execute("select payload from journal where kind = 2")]
    assert waiting and not any(f'"{person}"'.encode() in payload for payload in waiting)
    drain(world.url)
    users = world.conn.execute("select user_id from events where event_type = 'late'").fetchall()
    assert ("dora",) in users and (person,) not in users


def test_an_export_holds_all_that_is_known(world: World, person: str) -> None:
    made = world.http.post("/api/v1/privacy/exports", json={"person": person}, timeout=60).json()
    assert made["state"] == "done"
    file = world.http.get(f"/api/v1/privacy/exports/{made['id']}/file")
    assert file.headers["content-type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
        lines = {name: archive.read(name).decode().splitlines() for name in archive.namelist()}
    assert len(lines["events.jsonl"]) == 12
    assert {json.loads(line)["event_type"] for line in lines["events.jsonl"]} == {"visit.made", "door.opened"}
    assert len(lines["visits_facts.jsonl"]) == 9
    assert json.loads(lines["visits_profiles.jsonl"][0])["likes"] == "tea"
    assert len(lines["points.jsonl"]) == 39
    assert made["report"]["rows"]["events"] == 12


def test_an_expired_export_is_gone(world: World, person: str) -> None:
    made = world.http.post("/api/v1/privacy/exports", json={"person": person}, timeout=60).json()
    world.conn.execute("update privacy_requests set expires_at = now() where id = %s", (made["id"],))
    work_off(world.conn)
    assert world.http.get(f"/api/v1/privacy/exports/{made['id']}").json()["person"] is None
    assert world.http.get(f"/api/v1/privacy/exports/{made['id']}/file").status_code == 409
    assert world.conn.execute("select count(*) from privacy_files where request = %s", (made["id"],)).fetchone() == (0,)


def test_the_email_of_a_login_stands_for_its_person(world: World, person: str) -> None:
    body = {"email": f"{person}@example.org", "password": "a good password", "role": "member", "person": person}
    assert world.http.post("/api/v1/users", json=body).status_code == 201
    done = world.erase(f"{person}@example.org")
    assert (done["state"], done["counts"]["events"], done["counts"]["accounts"]) == ("done", 12, 1)


def test_who_comes_back_is_taken_again(world: World, person: str) -> None:
    assert world.erase(person)["state"] == "done"
    lifted = world.http.post("/api/v1/privacy/refusals/lift", json={"person": person}).json()
    assert lifted == {"lifted": True}
    assert world.http.post("/api/v1/privacy/refusals/lift", json={"person": person}).json() == {"lifted": False}


def test_the_command_checks_a_certificate(
    world: World, person: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    done = world.erase(person)
    file = tmp_path / "certificate.json"
    file.write_bytes(world.http.get(f"/api/v1/privacy/erasures/{done['id']}/certificate").content)
    monkeypatch.setattr("cli.place.database_url", lambda: world.url)
    command.verify(file, key="", person=person, as_json=False)
    assert "good" in capsys.readouterr().out
    with pytest.raises(Exception, match="somebody else"):
        command.verify(file, key="", person="another", as_json=False)
    with pytest.raises(Exception, match="not the key"):
        command.verify(file, key="00" * 32, person="", as_json=False)


def test_labels_that_packs_fill_with_a_person_are_known(world: World) -> None:
    assert {"guest", "user_id"} <= labels_of_people()


@pytest.mark.parametrize("called", ["samples", "patterns"])
def test_somebody_called_as_we_call_our_own_changes_nothing_of_all_tenants(world: World, called: str) -> None:
    send(world.url, visits(called, 7, n=3, days=1))
    world.conn.execute(
        "insert into model_runs (job, shard, window_start, every) values ('patterns', 0, now(), '1h')"
        " on conflict do nothing"
    )
    ours = ("raw_weeks", "model_runs")
    before = rows(world.conn, *ours)
    assert world.erase(called)["state"] == "done"
    assert rows(world.conn, *ours) == before and before
