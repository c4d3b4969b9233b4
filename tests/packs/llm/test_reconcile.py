"""An invoice beside what was counted."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import httpx
import pandas as pd

from tests.packs.llm.usage import BASE, World, message, money


def post(http: httpx.Client, **body: Any) -> dict[str, Any]:
    answer = http.post(f"{BASE}/reconcile", json=body)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_days_and_models_are_compared_to_the_last_digit(http: httpx.Client, say: Any) -> None:
    late = datetime(2026, 5, 4, 22, 30, tzinfo=UTC)  # 5 May in Berlin
    say(message("i-1", late, model="m", cost_usd="0.1"), message("i-2", late, model="n", cost_usd="0.25"))
    say(message("i-3", late, model="unheard"), message("i-4", late, cost_usd="0.05"))
    lines = [
        {"day": "2026-05-05", "model": "m", "amount": "0.100000000001"},
        {"day": "2026-05-05", "model": "m", "amount": "0.05"},
        {"day": "2026-05-04", "model": "m", "amount": "3"},
        {"day": "2026-05-05", "model": "unheard", "amount": "1"},
    ]
    answer = post(http, timezone="Europe/Berlin", lines=lines)
    found = [(i["day"], i["model"], i["counted"], i["difference"], i["difference_percent"]) for i in answer["items"]]
    assert found == [
        ("2026-05-04", "m", "0", "3", None),
        ("2026-05-05", "m", "0.1", "0.050000000001", 50.0),
        ("2026-05-05", "unheard", "0", "1", None),
    ]
    assert answer["items"][2]["unpriced_messages"] == 1
    assert (answer["invoiced"], answer["counted"]) == ("4.150000000001", "0.1")
    assert answer["not_invoiced"] == {"n": "0.25", "unknown": "0.05"}


def test_a_line_without_a_model_is_the_whole_day(world: World) -> None:
    days = ["2026-03-28", "2026-03-29", "2026-03-30"]
    answer = post(world.http, timezone="Europe/Berlin", lines=[{"day": day, "amount": "1"} for day in days])
    for item, day in zip(answer["items"], days, strict=True):
        begin = pd.Timestamp(day, tz="Europe/Berlin")
        rows = world.between(str(begin), str(begin + pd.DateOffset(days=1)))
        assert Decimal(item["counted"]) == money(rows.cost)
    assert answer["not_invoiced"] == {}


def test_too_long_an_invoice_is_refused(http: httpx.Client) -> None:
    lines = [{"day": day, "amount": "1"} for day in ("2024-01-01", "2026-01-01")]
    assert http.post(f"{BASE}/reconcile", json={"lines": lines}).status_code == 422
    assert http.post(f"{BASE}/reconcile", json={"lines": []}).status_code == 422


def test_an_invoice_is_all_that_is_asked_with(http: httpx.Client) -> None:
    route = http.get("/openapi.json").json()["paths"][f"{BASE}/reconcile"]["post"]
    assert [one["name"] for one in route.get("parameters", []) if one["in"] == "query"] == []
    assert "requestBody" in route
