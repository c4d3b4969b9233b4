"""Whatever is asked, the answer is an answer or says what is wrong: never a 500."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.packs.llm.usage import BASE

GETS = (
    "/summary", "/activity/heatmap", "/costs", "/models/usage", "/tokens", "/projects/comparison", "/trends", "/prices",
    "/prices/unpriced", "/repricings", "/budgets", "/projects", "/sessions", "/sessions/x", "/sessions/x/messages",
    "/budgets/9007199254740992", "/sessions/%00",
)  # fmt: skip
ASKED: tuple[dict[str, Any], ...] = (
    {"project_id": "a\0b", "project_ids": ["a\0", "b"]},
    {"from": "1900-01-01T00:00:00Z", "to": "2190-01-01T00:00:00Z"},
    {"from": "9999999999999999999"},
    {"from": "2026-01-02T00:00:00Z", "to": "2026-01-01T00:00:00Z"},
    {"from": "-1", "to": "nan"},
    {"timezone": "Etc/GMT+14", "week_start": "someday"},
    {"timezone": "../../etc/passwd", "time_range": "all"},
    {"cursor": "bm90IG91cnM", "limit": 0},
    {"cursor": "cHJpY2VzOjk5OTk5OTk5OTk5OTk5OTk5", "limit": 1000},
    {"project_ids": ["x" * 5000, "y"], "project_id": "x" * 5000},
    {"metric": "", "group_by": "", "fill": "", "time_range": ""},
)
PRICE = {"pattern": "x", "since": "2026-01-01T00:00:00Z", "input": "1", "output": "1", "cache_read": "1",
         "cache_write_5m": "1", "cache_write_1h": "1"}  # fmt: skip
BODIES: tuple[tuple[str, Any], ...] = (
    ("/prices", PRICE | {"since": "0001-01-01T00:00:00+14:00"}),
    ("/prices", PRICE | {"since": "9999-12-31T23:59:59-12:00"}),
    ("/prices", PRICE | {"pattern": "a\0"}),
    ("/prices", PRICE | {"pattern": "%_\\" * 60, "input": "NaN"}),
    ("/prices", PRICE | {"input": "1e400"}),
    ("/prices", PRICE | {"over": 2**70}),
    ("/prices", PRICE | {"input": True, "output": None}),
    ("/budgets", {"name": "x\0", "amount": "1"}),
    ("/budgets", {"name": "x", "amount": "Infinity"}),
    ("/budgets", {"name": "x", "amount": "1", "warn_at": "1e-400"}),
    ("/reprice", {"from": "2026-01-01", "to": "2026-02-01T00:00:00Z"}),
    ("/reprice", {"from": "2026-01-01T00:00:00Z", "to": "2199-02-01T00:00:00Z"}),
    ("/reprice", {"from": "2026-01-01T00:00:00Z", "to": "2026-02-01T00:00:00Z", "project_id": "nobody"}),
    ("/reprice", []),
)


@pytest.mark.parametrize("path", GETS)
def test_questions(http: httpx.Client, path: str) -> None:
    for asked in ASKED:
        answer = http.get(BASE + path, params=asked)
        assert answer.status_code < 500, (asked, answer.text)
        if answer.status_code >= 400:
            assert len(answer.json()["detail"]) > 10


@pytest.mark.parametrize(("path", "body"), BODIES)
def test_bodies(http: httpx.Client, path: str, body: Any) -> None:
    answer = http.post(BASE + path, json=body)
    assert 400 <= answer.status_code < 500, answer.text
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_pattern_is_no_regular_expression_and_no_like(http: httpx.Client) -> None:
    made = http.post(f"{BASE}/prices", json=PRICE | {"pattern": "100%_\\*"})
    assert made.status_code == 201, made.text
    for model, n in (("100%_\\x", 1), ("100x_\\x", 0), ("100%y\\x", 0)):
        found = http.get(f"{BASE}/prices", params={"model": model, "own": True}).json()["items"]
        assert len(found) == n, model
