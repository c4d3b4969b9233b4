"""Money spent in vain is found where the factory spends it, with savings that can be counted again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from typing import Any

import httpx
import pandas as pd
import pytest

from db.packs.llm import waste
from db.packs.llm.factory import events
from db.pool import Connection, connect
from tests.packs.llm.usage import NOW, PRICES, framed, money, send, stamp
from workers.packs.llm import FIND_WASTE, look

TODAY = NOW.replace(hour=0, minute=0, second=0)
SENT = [e for e in events(3, NOW - timedelta(days=33), 34, 0.45, "Europe/Berlin") if e["timestamp"] < stamp(NOW)]


@pytest.fixture(scope="module")
def frame() -> pd.DataFrame:
    rows = framed(SENT)
    return rows[(rows.t >= TODAY - timedelta(days=30)) & (rows.t < TODAY)]


@pytest.fixture(scope="module")
def conn(http: httpx.Client, database: str) -> Iterator[Connection]:
    send(http, database, SENT)
    with connect(database) as one, pytest.MonkeyPatch.context() as patch:
        patch.setattr(waste, "LEAST_SAVING", Decimal("0.05"))  # a small company
        assert look(one, 1, NOW) > 0
        yield one


@pytest.fixture(scope="module")
def found(conn: Connection, http: httpx.Client) -> dict[tuple[str, str], dict[str, Any]]:
    items = http.get("/api/v1/insights", params={"category": "waste", "active": True}).json()["items"]
    return {(one["model"].removeprefix("llm.waste."), one["labels"]["project"]): one for one in items}


def test_each_cause_is_found_where_it_is(found: dict[tuple[str, str], Any]) -> None:
    assert ("cache", "cargo") in found
    assert ("model", "delta") in found
    assert ("failures", "echo") in found
    assert {project for kind, project in found if kind == "cache"} <= {"cargo", "delta", "grove", "beacon"}
    assert {project for kind, project in found if kind == "failures"} == {"echo"}


def test_what_failures_cost_is_the_sum_of_those_that_failed(found: dict[tuple[str, str], Any], frame: Any) -> None:
    mine = frame[(frame.project_id == "echo") & frame.model.notna()]
    said = found["failures", "echo"]["metadata"]
    assert Decimal(said["saving_usd"]) == money(mine[mine.status == "error"].cost)
    assert said["failed"] == (mine.status == "error").sum()


def test_what_a_cheaper_model_would_take_is_priced_token_by_token(found: dict[Any, Any], frame: Any) -> None:
    prompts = frame[["input_tokens", "cache_read_tokens", "cache_write_5m_tokens", "cache_write_1h_tokens"]].sum(axis=1)
    small = (prompts <= waste.SHORT_PROMPT) & (frame.output_tokens <= waste.SHORT_ANSWER)
    has = frame.cost.map(lambda cost: cost is not None and cost > 0)
    mine = frame[small & has & (frame.project_id == "delta") & (frame.model == "claude-opus-4-5")]
    said = found["model", "delta"]["metadata"]
    assert (said["messages"], said["cheaper_model"]) == (len(mine), "claude-haiku-4-5")
    each = [Decimal(price) for price in PRICES["claude-haiku-4-5"][1].split()]
    tiers = (
        "input_tokens", "output_tokens", "cache_read_tokens", "cache_write_5m_tokens", "cache_write_1h_tokens"
    )  # fmt: skip
    there = sum(int(mine[tier].sum()) * price for tier, price in zip(tiers, each, strict=True)) / Decimal(1_000_000)
    assert Decimal(said["cost_there"]) == there
    assert Decimal(said["saving_usd"]) <= money(mine.cost) - there


def test_a_saving_is_never_more_than_was_spent(found: dict[tuple[str, str], Any]) -> None:
    for one in found.values():
        said = one["metadata"]
        spent = Decimal(said["cost"])
        assert 0 < Decimal(said["saving_usd"]) <= spent, one["title"]
        assert one["recommendations"] and "$" in one["description"]


def test_the_same_run_again_says_the_same_and_what_is_over_is_closed(conn: Connection, found: Any) -> None:
    def alive() -> list[Any]:
        asked = "select insight_id from insights where job = %s and closed_at is null order by 1"
        return conn.execute(asked, (FIND_WASTE,)).fetchall()

    before = alive()
    assert look(conn, 1, NOW) == len(before) >= len(found)
    assert alive() == before


def row(**changed: Any) -> dict[str, Any]:
    whole = {
        "project_id": "p", "name": "P", "model": "m", "messages": 100, "priced": 100, "cost": Decimal(100),
        "input": 10_000_000, "output": 0, "cache_read": 0, "cache_5m": 0, "cache_1h": 0, "failed": 0,
        "failed_cost": Decimal(0), "retried": 0, "retried_cost": Decimal(0),
    }  # fmt: skip
    return whole | changed


PRICE = {
    "input": Decimal(3), "output": Decimal(15), "cache_read": Decimal("0.3"), "cache_write_5m": Decimal("3.75"),
    "cache_write_1h": Decimal(6),
}  # fmt: skip


def test_caching_is_advised_where_it_pays() -> None:
    (one,) = waste.of_caches([row()], {"m": PRICE})
    assert one.saving == Decimal(6_000_000) * (Decimal("2.7") - Decimal("0.15")) / 1_000_000
    assert waste.of_caches([row(cache_read=5_000_000)], {"m": PRICE}) == []
    assert waste.of_caches([row(input=10_000)], {"m": PRICE}) == []
    assert waste.of_caches([row()], {}) == []
    assert waste.of_caches([row()], {"m": PRICE | {"cache_read": Decimal(3)}}) == []


def test_long_sessions_are_compared_with_what_is_usual() -> None:
    usual = {"usual_cost": 0.1, "usual_each": 0.01, "usual_messages": 8, "project_id": "p"}
    mine = usual | {"session_id": "s", "messages": 200, "priced": 200, "cost": Decimal(20)}
    (one,) = waste.of_sessions([mine])
    assert one.saving == 20 - 200 * Decimal("0.01")
    assert waste.of_sessions([mine | {"cost": Decimal("2.03")}]) == []
