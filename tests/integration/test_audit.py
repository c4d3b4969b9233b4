"""The audit log: every change is in it by itself, reads of personal data are, and nothing can be taken out unseen."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import quote

import httpx
import psycopg
import pytest

from db.audit import record_work
from db.pool import connect
from db.privacy.people import note_erased
from tests.serving import KEY, serving, user

AUTH = {"Authorization": f"Bearer {KEY}"}


@pytest.fixture(scope="module")
def http(database: str) -> Iterator[httpx.Client]:
    with serving(database) as api, httpx.Client(base_url=api.http, headers=AUTH, timeout=60) as client:
        yield client


def entries(http: httpx.Client, **asked: Any) -> list[dict[str, Any]]:
    answer = http.get("/api/v1/audit", params=asked)
    assert answer.status_code == 200, answer.text
    return answer.json()["items"]


def verified(http: httpx.Client, **asked: Any) -> dict[str, Any]:
    return http.get("/api/v1/audit/verify", params=asked).json()


def test_a_change_is_recorded_by_itself(http: httpx.Client) -> None:
    http.put("/api/v1/policies/quiet", json={"metric": "cpu.*", "muted": True}).raise_for_status()
    newest = entries(http, action="PUT /api/v1/policies")[0]
    assert newest["action"] == "PUT /api/v1/policies/{name}"
    assert newest["object"] == "/api/v1/policies/quiet"
    assert newest["details"] == {"status": 200, "params": {"name": "quiet"}}
    assert (newest["who"].split(":")[0], newest["name"]) == ("key", "bootstrap")


def test_who_logs_in_is_recorded_and_the_password_is_not(http: httpx.Client, database: str) -> None:
    email, password = user(database)
    http.post("/api/v1/auth/login", json={"email": email, "password": password}).raise_for_status()
    newest = entries(http, action="POST /api/v1/auth/login")[0]
    assert newest["name"] == email
    assert password not in str(newest)


def test_what_failed_or_came_in_as_data_is_no_change(http: httpx.Client) -> None:
    before = verified(http)["entries"]
    assert http.put("/api/v1/policies/quiet", json={"nonsense": 1}).status_code == 422
    assert http.delete("/api/v1/policies/nowhere").status_code == 404
    point = {"metric": "cpu", "labels": {}, "t": "2026-11-01T00:00:00Z", "v": 1}
    assert http.post("/api/v1/ingest", json={"points": [point]}).status_code == 202
    assert verified(http)["entries"] == before


@pytest.mark.req("S2-40")
def test_reads_of_personal_data_are_counted_together(http: httpx.Client) -> None:
    for _ in range(3):
        http.get("/api/v1/users").raise_for_status()
    newest = entries(http, action="GET /api/v1/users")[0]
    assert newest["details"]["reads"] == 3


@pytest.mark.req("S2-40")
def test_asking_for_a_series_of_somebody_is_a_read_of_personal_data(http: httpx.Client) -> None:
    for label in ("user_id", "host"):
        http.get("/api/v1/trends", params={"metric": "cpu", f"label.{label}": "boris"}).raise_for_status()
    assert [e["object"] for e in entries(http, action="GET /api/v1/trends")] == [
        "/api/v1/trends?metric=cpu&label.user_id=boris"
    ]


@pytest.mark.req("S2-40")
def test_entries_do_not_bring_back_the_name_of_who_was_erased(http: httpx.Client, database: str) -> None:
    with connect(database) as conn:
        for name in ("greta", "email", "user-0900"):
            note_erased(conn, 1, name)
    http.get("/api/v1/milestones", params={"owner": "greta", "status": "active"}).raise_for_status()
    for name in ("email", "user-0900"):
        http.put(f"/api/v1/policies/{name}", json={"metric": "cpu.*", "muted": True}).raise_for_status()
    assert (
        entries(http, action="GET /api/v1/milestones")[0]["object"] == "/api/v1/milestones?owner=erased&status=active"
    )
    sure, word = entries(http, action="PUT /api/v1/policies")[:2]
    assert (sure["object"], sure["details"]["params"]) == ("/api/v1/policies/erased", {"name": "erased"})
    assert word["object"] == "/api/v1/policies/email"


def test_pages_are_without_gaps_and_filters_narrow(http: httpx.Client) -> None:
    everything = [entry["seq"] for entry in entries(http, limit=1000)]
    seen, cursor = [], None
    while True:
        page = http.get("/api/v1/audit", params={"limit": 2} | ({"cursor": cursor} if cursor else {})).json()
        seen += [entry["seq"] for entry in page["items"]]
        if (cursor := page["next"]) is None:
            break
    assert seen == everything == list(range(max(everything), 0, -1))
    assert {entry["object"] for entry in entries(http, object="/api/v1/policies/quiet")} == {"/api/v1/policies/quiet"}
    assert entries(http, **{"from": "2200-01-01T00:00:00Z"}) == []


def test_what_only_looks_like_a_nul_keeps_every_entry_readable(http: httpx.Client) -> None:
    name = "c:\\u0000 and \\\\u0000"
    http.put(f"/api/v1/content/metadata/{quote(name)}", json={"title": "a path"}).raise_for_status()
    put = entries(http, action="PUT /api/v1/content/metadata/{content_id:path}")[0]
    assert put["details"]["params"] == {"content_id": name}
    http.get("/api/v1/users", params={"x": name}).raise_for_status()
    assert entries(http)[0]["object"] == f"/api/v1/users?x={name}"
    assert verified(http)["ok"]


def test_only_admins_see_it(http: httpx.Client) -> None:
    made = http.post("/api/v1/keys", json={"name": "k", "scopes": ["read", "operate", "ingest"]}).json()
    for path in ("/api/v1/audit", "/api/v1/audit/verify"):
        assert http.get(path, headers={"Authorization": f"Bearer {made['key']}"}).status_code == 403
        assert httpx.get(f"{http.base_url}{path}", timeout=60).status_code == 401


def test_writers_at_once_make_one_chain(http: httpx.Client, database: str) -> None:
    before = verified(http)["entries"]

    def write(n: int) -> None:
        with connect(database) as conn:
            for i in range(20):
                record_work(conn, 1, "system", "test", f"{n}/{i}", {"text": 'ünï \\ " code'})

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(8)))
    found = verified(http)
    assert (found["ok"], found["entries"]) == (True, before + 160)


@pytest.mark.parametrize("wrong", ["update audit set action = 'x'", "delete from audit", "truncate audit"])
def test_the_table_is_append_only(database: str, wrong: str) -> None:
    with psycopg.connect(database) as conn, pytest.raises(psycopg.errors.RaiseException, match="append-only"):
        conn.execute(wrong)


@pytest.mark.parametrize(
    ("tamper", "said"),
    [
        ("update audit set action = 'GET nothing' where seq = 2", "action was changed"),
        ("update audit set said = replace(said, 'status', 'static') where seq = 1", "details were changed"),
        ("update audit set said = null, nonce = null where seq = 1", "no erasure owns up"),
        ("delete from audit where seq = 2", "are missing"),
        ("delete from audit where seq = (select max(seq) from audit)", "at the end are missing"),
    ],
)
def test_what_was_tampered_with_is_found(http: httpx.Client, database: str, tamper: str, said: str) -> None:
    with psycopg.connect(database) as conn:
        conn.execute("alter table audit disable trigger user")
        conn.execute("create temp table kept as select * from audit")
        conn.commit()
        conn.execute(tamper)
        conn.commit()
        found = verified(http)
        conn.execute("delete from audit")
        conn.execute("insert into audit select * from kept")
        conn.execute("alter table audit enable trigger user")
        conn.commit()
    assert not found["ok"]
    assert said in found["problem"]
    assert verified(http)["ok"]


def test_a_noted_entry_unmasks_who_rewrote_everything(http: httpx.Client) -> None:
    found = verified(http)
    assert verified(http, seq=found["entries"], hash=found["head"])["ok"]
    assert verified(http, seq=found["entries"], hash="0" * 64)["problem"] == "it is not the entry that was noted"


def test_more_at_once_than_there_are_connections_are_all_answered(http: httpx.Client) -> None:
    """What is noted takes a connection as well: nobody may hold one and wait for another."""

    def ask(n: int) -> int:
        with httpx.Client(base_url=http.base_url, headers=AUTH, timeout=60) as client:
            budget = {"name": f"at once {n}", "amount": "10"}
            written = client.post("/api/v1/llm/budgets", json=budget).status_code
            personal = client.get("/api/v1/milestones", params={"owner": f"person {n}"}).status_code
            return max(written, personal, client.get("/api/v1/audit").status_code)

    with ThreadPoolExecutor(30) as people:
        answers = list(people.map(ask, range(60)))
    assert set(answers) <= {200, 201, 503}
    assert http.get("/ready").json()["ready"] is True
