"""Messages that are taken back leave what there would be without them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor, wait
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from threading import Event
from typing import Any

import httpx
import pytest

from api.ingest.events import parse
from db.packs.registry import packs
from db.packs.undo import undo
from db.pool import Connection, connect
from db.privacy import steps
from db.privacy.job import Erasure
from db.privacy.work import work_off
from db.records import to_us
from db.removal import remove_now
from tests.packs.llm.usage import BASE, message

AT = datetime(2026, 1, 5, 10, 5, tzinfo=UTC)
WHOLE = {"from": "2026-01-05T00:00:00Z", "to": "2026-01-08T00:00:00Z"}
PATHS = ("/summary", "/costs", "/models/usage", "/tokens", "/activity/heatmap", "/trends?metric=sessions")


def sent(n: int) -> list[Any]:
    """Messages of two sessions over three days; of the second one half is taken back."""
    kept = [
        message(f"k-{i}", AT + timedelta(hours=5 * i), "stays", model="a", project_id="one", cost_usd=f"0.{i}1",
                duration_ms=100 * i, input_tokens=i)
        for i in range(n)
    ]  # fmt: skip
    gone = [
        message(f"g-{i}", AT + timedelta(hours=6 * i), "stays" if i % 2 else "goes", model="ab"[i % 2],
                project_id="one" if i % 2 else "two", cost_usd=f"0.0{i}", duration_ms=100 * (i % 3), output_tokens=i,
                attempt=1 + i % 2, status="error" if i % 3 else "ok")
        for i in range(n)
    ]  # fmt: skip
    return [kept, gone]


def answers(http: httpx.Client) -> list[dict[str, Any]]:
    made = []
    for path in PATHS:
        answer = http.get(BASE + path, params=WHOLE | ({"metric": "sessions"} if "?" in path else {})).json()
        made.append({name: value for name, value in answer.items() if name not in ("generated_at", "complete_through")})
    return made


def test_what_is_left_is_what_there_would_be(http: httpx.Client, say: Any, database: str) -> None:
    kept, gone = sent(11)
    say(*kept)
    before = answers(http)
    say(*gone)
    assert answers(http) != before
    events = parse(gone, to_us(datetime.now(UTC)), [], 1000).events
    with connect(database) as conn, conn.transaction():
        assert undo(conn, [(1, event) for event in events]) == len(gone)
    assert answers(http) == before
    assert [p["project_id"] for p in http.get(f"{BASE}/projects").json()["items"]] == ["one"]
    (session,) = http.get(f"{BASE}/sessions").json()["items"]
    assert (session["session_id"], session["messages"]) == ("stays", 11)
    assert Decimal(session["total_cost_exact"]) == sum(Decimal(e["properties"]["cost_usd"]) for e in kept)
    assert session["first_at"] == "2026-01-05T10:05:00Z"
    assert session["last_at"] == "2026-01-07T12:05:00Z"


ASKED = {"tenant": 1, "start": AT, "stop": AT + timedelta(days=3), "project": None, "model": "twice", "stated": True}


def test_messages_that_go_while_they_are_priced_anew_take_all_of_their_cost(
    http: httpx.Client, say: Any, database: str
) -> None:
    price = {"pattern": "twice", "since": "2025-01-01T00:00:00Z", "input": "7", "output": "0", "cache_read": "0",
             "cache_write_5m": "0", "cache_write_1h": "0"}  # fmt: skip
    say(*[message(f"t-{i}", AT, "t", model="twice", project_id="p", input_tokens=9, cost_usd="1") for i in range(2)])
    assert http.post(f"{BASE}/prices", json=price).status_code == 201
    sql = packs()["llm"].psycopg
    with connect(database) as conn, ThreadPoolExecutor(1) as pool:
        with conn.transaction():
            sql.reprice_lock(conn, tenant=1)
            sql.reprice_table(conn)
            sql.reprice_find(conn, **ASKED)
            going = pool.submit(remove_now, database, 1, ["t-0"])
            while not going.done() and not waiting_for_a_lock(conn):
                wait([going], 0.05)
            sql.reprice_facts(conn)
            sql.reprice_rollup(conn)
            sql.reprice_sessions(conn, tenant=1)
        assert going.result(60).events == 1
        facts = conn.execute("select sum(cost) from llm_messages where model = (%s)", [model_of(conn)]).fetchone()
        sums = conn.execute("select distinct cost from llm_rollup where model = (%s)", [model_of(conn)]).fetchall()
    assert sums == [facts] and facts == (Decimal("0.000063"),)


def waiting_for_a_lock(conn: Connection) -> bool:
    found = conn.execute(
        "select from pg_locks l join pg_database d on d.oid = l.database"
        " where locktype = 'advisory' and not granted and datname = current_database()"
    )
    return found.fetchone() is not None


def model_of(conn: Connection) -> int:
    (number,) = conn.execute("select id from llm_models where model = 'twice'").fetchone() or (0,)
    return int(number)


def priced_by(conn: Connection) -> None:
    """What a repricing does after it has found what to change."""
    sql = packs()["llm"].psycopg
    sql.reprice_facts(conn)
    sql.reprice_rollup(conn)
    sql.reprice_sessions(conn, tenant=1)


def test_messages_that_lose_their_person_while_they_are_priced_anew_keep_the_new_cost(
    http: httpx.Client, say: Any, database: str
) -> None:
    say(*[message(f"n-{i}", AT, "n", "nina", model="twice", input_tokens=9, cost_usd="1") for i in range(2)])
    sql = packs()["llm"].psycopg
    http.post("/api/v1/privacy/erasures", json={"person": "nina", "mode": "anonymise"}).raise_for_status()
    with connect(database) as conn, connect(database) as other, ThreadPoolExecutor(1) as pool:
        with conn.transaction():
            sql.reprice_lock(conn, tenant=1)
            sql.reprice_table(conn)
            sql.reprice_find(conn, **ASKED)
            erasing = pool.submit(work_off, other)
            while not erasing.done() and not waiting_for_a_lock(conn):
                wait([erasing], 0.05)
            priced_by(conn)
        assert set(erasing.result(60)) <= {"done", "later"}
        facts = conn.execute("select sum(cost) from llm_messages where model = (%s)", [model_of(conn)]).fetchone()
        sums = conn.execute("select distinct cost from llm_rollup where model = (%s) and project = -1",
                            [model_of(conn)]).fetchall()  # fmt: skip
        assert conn.execute("select count(*) from llm_messages where user_id = 'nina'").fetchone() == (0,)
    assert sums == [facts]


def test_who_priced_anew_while_they_were_erased_is_not_named(
    http: httpx.Client, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    http.post("/api/v1/privacy/erasures", json={"person": "olga@example.org"}).raise_for_status()
    with connect(database) as conn, connect(database) as other, ThreadPoolExecutor(1) as pool:

        def price(_: Erasure) -> None:
            """Her last request: it ends after all steps were taken, once somebody waits for it."""
            begun.wait(60)

        begun, erasing = Event(), None
        monkeypatch.setattr(steps, "ALL", (*steps.ALL, ("her last request", price)))
        with conn.transaction():
            erasing = pool.submit(work_off, other)
            while other_is_before(conn, "her last request", erasing):
                wait([erasing], 0.05)
            packs()["llm"].psycopg.reprice_lock(conn, tenant=1)
            conn.execute("insert into llm_repricings (tenant_id, who, asked, messages, old_cost, new_cost, differences)"
                         " values (1, 'olga@example.org', '{}', 0, 0, 0, '[]')")  # fmt: skip
            begun.set()
            while not erasing.done() and not waiting_for_a_lock(conn):
                wait([erasing], 0.05)
        ends = erasing.result(60)
        named = conn.execute("select count(*) from llm_repricings where who like 'olga%'").fetchone()
    assert (ends, named) == ({"done": 1}, (0,))


def other_is_before(conn: Connection, step: str, erasing: Any) -> bool:
    """Read committed: a statement of an open transaction sees what others have said since."""
    at = conn.execute("select step from privacy_requests where person is not null order by id desc").fetchone()
    return not erasing.done() and at != (step,)
