"""Messages that are taken back leave what there would be without them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor, wait
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import httpx

from api.ingest.events import parse
from db.packs.registry import packs
from db.packs.undo import undo
from db.pool import Connection, connect
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
    return conn.execute("select from pg_locks where locktype = 'advisory' and not granted").fetchone() is not None


def model_of(conn: Connection) -> int:
    (number,) = conn.execute("select id from llm_models where model = 'twice'").fetchone() or (0,)
    return int(number)
