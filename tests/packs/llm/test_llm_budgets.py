"""Budgets: exact sums of local days, weeks and months, and insights when they are nearly spent, or over."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import httpx
import pytest

from api.packs.llm.limits import LlmLimits
from db.packs.llm.budgeting import judged, period_of
from db.pool import Connection, connect
from db.records import from_us, to_us
from tests.neighbours import ran, settle_on, twin
from tests.packs.llm.usage import BASE, message
from workers.packs.llm import CHECK_BUDGETS, FIND_WASTE, check, check_budgets, find_waste, look

NOW = datetime.now(UTC)


def put(http: httpx.Client, **body: Any) -> dict[str, Any]:
    answer = http.post(f"{BASE}/budgets", json=body)
    assert answer.status_code == 201, answer.text
    return answer.json()


def insights(http: httpx.Client) -> dict[int, tuple[str, str]]:
    items = http.get("/api/v1/insights", params={"category": "budget", "active": True}).json()["items"]
    return {one["metadata"]["budget"]: (one["severity"], one["metadata"]["spent"]) for one in items}


@pytest.mark.parametrize(
    ("kind", "zone", "now", "begin", "end"),
    [
        ("day", "Europe/Berlin", "2026-03-29T10:00", "2026-03-28T23:00", "2026-03-29T22:00"),
        ("week", "America/New_York", "2026-11-01T03:00", "2026-10-26T04:00", "2026-11-02T05:00"),
        ("month", "Asia/Kathmandu", "2025-12-31T18:20", "2025-12-31T18:15", "2026-01-31T18:15"),
    ],
)
def test_periods_are_those_of_the_zone(kind: str, zone: str, now: str, begin: str, end: str) -> None:
    at = to_us(datetime.fromisoformat(now + "+00:00"))
    period = period_of(kind, zone, at)
    found = [from_us(t).strftime("%Y-%m-%dT%H:%M") for t in (period.begin, period.end)]
    assert found == [begin, end]


def test_what_is_spent_is_exact_and_says_when_it_is_too_much(http: httpx.Client, say: Any, database: str) -> None:
    zone = ZoneInfo("Australia/Lord_Howe")
    today = NOW.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)
    say(
        message("b-0", today - timedelta(microseconds=1000), model="m", project_id="a", cost_usd="50"),
        message("b-1", today, model="m", project_id="a", cost_usd="0.1"),
        message("b-2", today, model="n", project_id="a", cost_usd="0.2"),
        message("b-3", today, model="m", project_id="b", cost_usd="0.4"),
        message("b-4", today, model="unheard", project_id="a", input_tokens=5),
    )
    asked = {"period": "day", "timezone": "Australia/Lord_Howe"}
    whole = put(http, name="all", amount="0.7", **asked)
    one = put(http, name="a", amount="0.299999999999", project_id="a", **asked)
    both = put(http, name="a and m", amount="10", project_id="a", model="m", **asked)
    none = put(http, name="nobody", amount="1", project_id="nobody", **asked)
    assert [b["spent"] for b in (whole, one, both, none)] == ["0.7", "0.3", "0.1", "0"]
    assert [b["state"] for b in (whole, one, both, none)] == ["warning", "over", "ok", "ok"]
    assert (one["remaining"], one["unpriced_messages"]) == ("-0.000000000001", 1)
    with connect(database) as conn:
        assert check(conn, 1, datetime.now(UTC)) == 2
        assert insights(http) == {whole["id"]: ("high", "0.7"), one["id"]: ("critical", "0.3")}
        assert http.delete(f"{BASE}/budgets/{one['id']}").status_code == 204
        raised = {"name": "all", "amount": "100", **asked}
        assert http.put(f"{BASE}/budgets/{whole['id']}", json=raised).json()["state"] == "ok"
        assert check(conn, 1, datetime.now(UTC)) == 0
        assert insights(http) == {}


def test_the_rest_of_a_period_is_projected_at_the_pace_of_four_weeks() -> None:
    now = to_us(datetime(2026, 6, 11, tzinfo=UTC))
    period = period_of("month", "UTC", now)
    budget = {"amount": Decimal(100), "warn_at": Decimal("0.8")}
    how = judged(budget, period, [[{"cost": Decimal(30), "unpriced": 0}], [{"cost": Decimal(56), "unpriced": 0}]])
    assert (how.spent, how.projected, how.state) == (Decimal(30), Decimal("70.00"), "ok")


def test_sums_keep_more_digits_than_pythons_own() -> None:
    long = Decimal("123456789.000000000000000000000000000001")
    period = period_of("month", "UTC", to_us(datetime(2026, 6, 11, tzinfo=UTC)))
    how = judged({"amount": long, "warn_at": Decimal(1)}, period, [[{"cost": long, "unpriced": 0}] * 2, []])
    assert str(how.spent) == "246913578.000000000000000000000000000002" and how.state == "over"


def test_budgets_are_listed_changed_and_refused(http: httpx.Client) -> None:
    made = put(http, name="pages", amount="1")
    assert http.post(f"{BASE}/budgets", json={"name": "pages", "amount": "1"}).status_code == 409
    assert http.post(f"{BASE}/budgets", json={"name": "x", "amount": "0"}).status_code == 422
    zone = {"name": "x", "amount": "1", "timezone": "Mars/Base"}
    assert http.post(f"{BASE}/budgets", json=zone).status_code == 400
    assert http.get(f"{BASE}/budgets/{made['id']}").json()["name"] == "pages"
    assert http.get(f"{BASE}/budgets/999999").status_code == 404
    names, cursor = [], None
    while True:
        page = http.get(f"{BASE}/budgets", params={"limit": 1} | ({"cursor": cursor} if cursor else {})).json()
        names += [one["name"] for one in page["items"]]
        if (cursor := page["next"]) is None:
            break
    assert "pages" in names
    assert len(names) == len(set(names))


def test_a_budget_takes_no_other_ones_name(http: httpx.Client) -> None:
    put(http, name="taken", amount="1")
    mine = put(http, name="mine alone", amount="1")
    answer = http.put(f"{BASE}/budgets/{mine['id']}", json={"name": "taken", "amount": "1"})
    assert (answer.status_code, answer.json()["title"]) == (409, "Conflict")


def test_what_was_said_of_the_last_budget_goes_with_it(http: httpx.Client, say: Any, database: str) -> None:
    with connect(database) as conn:
        conn.execute("delete from llm_budgets")
        say(message("last-0", NOW - timedelta(microseconds=1000), model="m", project_id="c", cost_usd="2"))
        last = put(http, name="last", amount="1", project_id="c")
        assert check(conn, 1, datetime.now(UTC)) == 1 and last["id"] in insights(http)
        assert http.delete(f"{BASE}/budgets/{last['id']}").status_code == 204
        assert insights(http) == {}


def test_nothing_is_said_of_a_budget_that_is_removed_while_it_is_looked_at(
    http: httpx.Client, say: Any, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    say(message("gone-0", NOW - timedelta(microseconds=1000), model="m", project_id="g", cost_usd="2"))

    def removing(budget: Any, *rest: Any) -> Any:
        if budget["id"] == gone["id"]:
            assert http.delete(f"{BASE}/budgets/{gone['id']}").status_code == 204
        return judged(budget, *rest)

    with connect(database) as conn:
        conn.execute("delete from llm_budgets")
        stays, gone = (put(http, name=name, amount="1", project_id="g") for name in ("stays", "gone"))
        monkeypatch.setattr("workers.packs.llm.judged", removing)
        assert check(conn, 1, datetime.now(UTC)) == 1
        assert set(insights(http)) == {stays["id"]}
        assert http.delete(f"{BASE}/budgets/{stays['id']}").status_code == 204


def test_a_budget_that_cannot_be_read_stops_no_other_tenants(
    http: httpx.Client, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle_on(monkeypatch, database, "workers.packs.llm.settings")
    with connect(database) as conn:
        conn.execute("delete from llm_budgets; delete from task_runs")
        put(http, name="mine", amount="1")
        conn.execute("update llm_budgets set timezone = 'Nowhere/Land'")
        twin(conn, "llm_budgets", timezone="UTC")
        failed = {"tenants": 2, "findings": 0, "failed": 1, "failures": {"1": "Invalid"}}
        assert check_budgets() == ran(conn, CHECK_BUDGETS) == failed


def test_waste_of_a_tenant_that_fails_stops_no_other(say: Any, database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    say(message("w-0", NOW - timedelta(days=2), model="m", project_id="a", cost_usd="1"))

    def spoiled(conn: Connection, tenant: int, now: datetime) -> int:
        return 1 // 0 if tenant == 1 else look(conn, tenant, now)

    settle_on(monkeypatch, database, "workers.packs.llm.settings")
    monkeypatch.setattr("workers.packs.llm.look", spoiled)
    with connect(database) as conn:
        conn.execute("delete from task_runs")
        twin(conn, "llm_rollup")
        assert find_waste() == ran(conn, FIND_WASTE)
        assert ran(conn, FIND_WASTE) | {"findings": 0} == {
            "tenants": 2, "findings": 0, "failed": 1, "failures": {"1": "ZeroDivisionError"}
        }  # fmt: skip


def test_budgets_and_prices_are_only_so_many(http: httpx.Client, monkeypatch: pytest.MonkeyPatch) -> None:
    tiers = ("input", "output", "cache_read", "cache_write_5m", "cache_write_1h")
    budget = {"name": "one too many", "amount": "1"}
    price = {"pattern": "x", "since": "2026-01-01T00:00:00Z", "batch_discount": "0.5"} | dict.fromkeys(tiers, "1")
    monkeypatch.setattr("api.packs.llm.budgets.limits", lambda: LlmLimits(most_budgets=1))
    monkeypatch.setattr("api.packs.llm.prices.limits", lambda: LlmLimits(most_prices=1))
    for path, body, name in (("budgets", budget, "name"), ("prices", price, "pattern")):
        http.post(f"{BASE}/{path}", json=body)
        full = http.post(f"{BASE}/{path}", json=body | {name: "another"})
        assert (full.status_code, full.json()["detail"].partition(" already")[0]) == (
            409, f"There are 1 {path}" + " of your own" * (path == "prices")
        )  # fmt: skip
