"""Messages that are taken back leave what there would be without them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import httpx

from api.ingest.events import parse
from db.packs.undo import undo
from db.pool import connect
from db.records import to_us
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
