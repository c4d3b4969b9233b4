"""The price book, and pricing anew: a slow computation with the same prices, and sums that follow to the last digit."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import httpx

from db.pool import connect
from tests.packs.llm.usage import BASE, message

AT = datetime(2026, 1, 10, 12, tzinfo=UTC)
PRICE = {
    "pattern": "tide-*", "since": "2026-01-01T00:00:00Z", "input": "3", "output": "15", "cache_read": "0.3",
    "cache_write_5m": "3.75", "cache_write_1h": "6", "batch_discount": "0.5",
}  # fmt: skip
TOKENS = {
    "input_tokens": 1001, "output_tokens": 333, "cache_read_tokens": 70_007, "cache_write_5m_tokens": 11,
    "cache_write_1h_tokens": 13,
}  # fmt: skip
COST = Decimal("0.02911935")
"""By hand: 1001·3 + 333·15 + 70007·0.3 + 11·3.75 + 13·6 = 3003 + 4995 + 21002.1 + 41.25 + 78, of a million."""


def day(http: httpx.Client, at: datetime = AT, **asked: str) -> dict[str, Any]:
    begin = at.replace(hour=0, minute=0)
    params = {"from": begin.isoformat(), "to": (begin + timedelta(days=1)).isoformat(), **asked}
    answer = http.get(f"{BASE}/costs", params=params)
    assert answer.status_code == 200, answer.text
    return answer.json()


def enter(http: httpx.Client, **changed: Any) -> dict[str, Any]:
    answer = http.post(f"{BASE}/prices", json=PRICE | changed)
    assert answer.status_code == 201, answer.text
    return answer.json()


def reprice(http: httpx.Client, at: datetime = AT, **changed: Any) -> dict[str, Any]:
    begin = at.replace(hour=0)
    asked = {"from": begin.isoformat(), "to": (begin + timedelta(days=1)).isoformat(), **changed}
    answer = http.post(f"{BASE}/reprice", json=asked)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_a_message_without_a_cost_is_priced_as_it_comes_in(http: httpx.Client, say: Any) -> None:
    enter(http)
    say(message("p-1", AT, model="tide-1", **TOKENS), message("p-2", AT, model="tide-1", batch=True, **TOKENS))
    say(message("p-3", AT, model="tide-1", cost_usd="0.5", **TOKENS), message("p-4", AT, model="unheard", **TOKENS))
    say(message("p-5", AT, model="tide-1"))
    answer = day(http)
    assert Decimal(answer["cost_by_model_exact"]["tide-1"]) == COST + COST / 2 + Decimal("0.5")
    assert (answer["priced_messages"], answer["computed_messages"], answer["unpriced_messages"]) == (3, 2, 2)
    listed = http.get(f"{BASE}/prices/unpriced").json()["items"]
    assert {row["model"]: row["messages"] for row in listed} == {"unheard": 1, "tide-1": 1}


def test_the_price_is_that_of_the_day_the_length_and_the_closest_name(http: httpx.Client, say: Any) -> None:
    at = AT + timedelta(days=10)
    enter(http, pattern="wave*", input="1", output="0")
    enter(http, pattern="wave*", input="2", output="0", since=at.isoformat())
    enter(http, pattern="wave*", input="4", output="0", since=at.isoformat(), over=100)
    enter(http, pattern="wave-x", input="8", output="0")
    enter(http, pattern="wa_e*", input="99", output="0")
    later = at + timedelta(hours=1)
    say(
        message("d-1", at - timedelta(hours=1), model="wave-1", input_tokens=100),
        message("d-2", later, model="wave-1", input_tokens=100),
        message("d-3", later, model="wave-2", input_tokens=60, cache_read_tokens=41, output_tokens=0),
        message("d-4", later, model="wave-x", input_tokens=100),
        message("d-5", AT - timedelta(days=300), model="wave-1", input_tokens=100),
    )
    costs = {m["model"]: m["total_cost_exact"] for m in models(http, at)}
    per = Decimal("0.000001")
    read = 41 * Decimal(PRICE["cache_read"]) * per
    assert {name: Decimal(cost) for name, cost in costs.items()} == {
        "wave-1": 100 * 1 * per + 100 * 2 * per,
        "wave-2": 60 * 4 * per + read,
        "wave-x": 100 * 8 * per,
    }
    assert day(http, AT - timedelta(days=300))["unpriced_messages"] == 1


def models(http: httpx.Client, at: datetime) -> list[dict[str, Any]]:
    begin = at.replace(hour=0)
    asked = {"from": begin.isoformat(), "to": (begin + timedelta(days=1)).isoformat()}
    return http.get(f"{BASE}/models/usage", params=asked).json()["models"]


def test_the_list_is_there_and_read_only(http: httpx.Client) -> None:
    (price,) = http.get(f"{BASE}/prices", params={"model": "claude-sonnet-4-5-20250929", "own": False}).json()["items"]
    assert (price["pattern"], price["input"], price["cache_read"], price["own"]) == (
        "claude-sonnet-4-5*", "3", "0.3", False
    )  # fmt: skip
    body = PRICE | {"pattern": "claude-sonnet-4-5*"}
    assert http.put(f"{BASE}/prices/{price['id']}", json=body).status_code == 409
    assert http.delete(f"{BASE}/prices/{price['id']}").status_code == 409
    assert http.put(f"{BASE}/prices/1999999", json=body).status_code == 404


def test_no_name_is_priced_as_another(http: httpx.Client) -> None:
    for model in ("gpt-5.6-nobody", "claude-opus-4-99", "o3-deep", "gpt-4o-realtime"):
        assert http.get(f"{BASE}/prices", params={"model": model, "own": False}).json()["items"] == [], model


def test_prices_are_listed_by_page_and_doubles_are_refused(http: httpx.Client) -> None:
    enter(http, pattern="page-1")
    assert http.post(f"{BASE}/prices", json=PRICE | {"pattern": "page-1"}).status_code == 409
    other = enter(http, pattern="page-2")
    assert http.put(f"{BASE}/prices/{other['id']}", json=PRICE | {"pattern": "page-1"}).status_code == 409
    assert http.post(f"{BASE}/prices", json=PRICE | {"input": "-1"}).status_code == 422
    seen, cursor = [], None
    while True:
        page = http.get(f"{BASE}/prices", params={"limit": 20} | ({"cursor": cursor} if cursor else {})).json()
        seen += [row["id"] for row in page["items"]]
        if (cursor := page["next"]) is None:
            break
    assert len(seen) == len(set(seen)) > 60


def test_pricing_anew_shows_first_and_then_does(http: httpx.Client, say: Any) -> None:
    at = AT + timedelta(days=20)
    price = enter(http, pattern="surf")
    say(*(message(f"r-{n}", at, f"s-{n}", model="surf", project_id=f"p{n % 2}", **TOKENS) for n in range(4)))
    say(message("r-given", at, model="surf", cost_usd="7", **TOKENS))
    changed = http.put(f"{BASE}/prices/{price['id']}", json=PRICE | {"pattern": "surf", "output": "30"})
    assert changed.status_code == 200, changed.text
    new = COST + 333 * Decimal(15) / 1_000_000
    shown = reprice(http, at)
    assert (shown["messages"], Decimal(shown["old_cost"]), Decimal(shown["new_cost"])) == (4, 4 * COST, 4 * new)
    assert [(d["project_id"], d["messages"]) for d in shown["differences"]] == [("p0", 2), ("p1", 2)]
    assert Decimal(day(http, at)["total_cost_exact"]) == 4 * COST + 7
    done = reprice(http, at, dry_run=False)
    assert (done["messages"], done["dry_run"], done["change"]) == (4, False, shown["change"])
    answer = day(http, at)
    assert Decimal(answer["total_cost_exact"]) == 4 * new + 7
    assert {k: Decimal(v) for k, v in answer["cost_by_project_exact"].items()} == {
        "p0": 2 * new, "p1": 2 * new, "unknown": Decimal(7)
    }  # fmt: skip
    assert Decimal(http.get(f"{BASE}/sessions/s-1").json()["total_cost_exact"]) == new
    assert reprice(http, at, dry_run=False)["messages"] == 0
    notes = http.get(f"{BASE}/repricings").json()["items"]
    assert [n["messages"] for n in notes[:2]] == [0, 4]
    assert notes[1]["who"]


def test_a_stated_cost_stays_unless_it_is_asked_for(http: httpx.Client, say: Any) -> None:
    at = AT + timedelta(days=30)
    enter(http, pattern="foam")
    say(message("f-1", at, model="foam", cost_usd="7", **TOKENS), message("f-2", at, model="spray", **TOKENS))
    assert reprice(http, at)["messages"] == 0
    enter(http, pattern="spray")
    both = reprice(http, at, replace_stated=True, dry_run=False)
    assert (both["messages"], Decimal(both["new_cost"])) == (2, 2 * COST)
    assert day(http, at)["unpriced_messages"] == 0


def test_a_price_that_goes_leaves_messages_without_a_cost(http: httpx.Client, say: Any) -> None:
    at = AT + timedelta(days=40)
    price = enter(http, pattern="gone")
    say(message("g-1", at, model="gone", **TOKENS))
    assert http.delete(f"{BASE}/prices/{price['id']}").status_code == 204
    assert Decimal(day(http, at)["total_cost_exact"]) == COST
    reprice(http, at, dry_run=False)
    answer = day(http, at)
    assert (answer["total_cost_exact"], answer["priced_messages"], answer["unpriced_messages"]) == ("0", 0, 1)


def test_sums_equal_the_facts_after_all_that(http: httpx.Client, database: str) -> None:
    with connect(database) as conn:
        facts = conn.execute(
            "select count(*), count(cost), count(*) filter (where source = 2), sum(cost), count(distinct session)"
            " from llm_messages"
        ).fetchone()
        for level in (15, 60, 1440):
            for scope in ("= -1", "<> -1"):
                sums = conn.execute(
                    "select sum(messages), sum(priced), sum(computed), sum(cost) from llm_rollup"
                    f" where level = {level} and project {scope}"
                ).fetchone()
                assert facts is not None and sums == facts[:4]
    whole = http.get(f"{BASE}/summary", params={"time_range": "all"}).json()
    assert facts is not None
    assert (whole["total_messages"], Decimal(whole["total_cost_exact"])) == (facts[0], facts[3])


def test_reading_a_session_shows_where_costs_come_from(http: httpx.Client, say: Any) -> None:
    at = AT + timedelta(days=50)
    enter(http, pattern="shell")
    say(message("e-1", at, "talk", model="shell", **TOKENS), message("e-2", at, "talk", cost_usd=1))
    say(message("e-3", at + timedelta(minutes=1), "talk", "anna"))
    rows = http.get(f"{BASE}/sessions/talk/messages").json()["items"]
    assert [(r["event_id"], r["cost_from"], r["cost_exact"]) for r in rows] == [
        ("e-1", "computed", "0.02911935"), ("e-2", "stated", "1"), ("e-3", "none", None)
    ]  # fmt: skip
    page = http.get(f"{BASE}/sessions/talk/messages", params={"limit": 2}).json()
    rest = http.get(f"{BASE}/sessions/talk/messages", params={"limit": 2, "cursor": page["next"]}).json()
    assert [r["event_id"] for r in page["items"] + rest["items"]] == ["e-1", "e-2", "e-3"]
    assert http.get(f"{BASE}/sessions/nobody").status_code == 404
    assert "talk" in [s["session_id"] for s in http.get(f"{BASE}/sessions").json()["items"]]


def test_who_may_only_read_enters_no_price(http: httpx.Client, database: str) -> None:
    made = http.post("/api/v1/keys", json={"name": "reader", "scopes": ["read"]})
    assert made.is_success, made.text
    key = {"Authorization": f"Bearer {made.json()['key']}"}
    assert http.get(f"{BASE}/prices", headers=key).status_code == 200
    assert http.post(f"{BASE}/prices", json=PRICE, headers=key).status_code == 403
    asked = {"from": "2026-01-01T00:00:00Z", "to": "2026-01-02T00:00:00Z"}
    assert http.post(f"{BASE}/reprice", json=asked, headers=key).status_code == 403
