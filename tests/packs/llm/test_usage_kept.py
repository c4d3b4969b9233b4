"""Answers are kept while nothing new comes, are read from windows, and are served under other names."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from api.packs import aliases
from db.pool import connect
from tests.engines import Server, fresh_database
from tests.integration.reading import reader
from tests.packs.llm.usage import BASE, World, message, send
from tests.serving import user
from workers.schedule import BEAT

PATHS = (
    "/summary", "/costs?group_by=month", "/costs?project_id=atlas", "/models/usage", "/tokens?group_by=week",
    "/activity/heatmap", "/trends?metric=messages", "/trends?metric=costs", "/trends?metric=response_time",
    "/trends?metric=sessions", "/projects/comparison?project_ids=atlas&project_ids=beacon",
)  # fmt: skip
WHOLE = {"from": "2025-12-01T00:00:00Z", "to": "2026-08-01T00:00:00Z"}


def ask(http: httpx.Client, path: str, **more: Any) -> dict[str, Any]:
    url = httpx.URL(BASE + path).copy_merge_params(WHOLE | more)
    answer = http.get(url)
    assert answer.status_code == 200, answer.text
    return answer.json()


def said(answer: dict[str, Any]) -> Any:
    """What an answer says but for when; without last bits, which depend on the order that a database adds floats in."""
    return short({name: value for name, value in answer.items() if name not in ("generated_at", "complete_through")})


def short(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: short(one) for name, one in value.items()}
    if isinstance(value, list):
        return [short(one) for one in value]
    return float(f"{value:.9g}") if isinstance(value, float) else value


@pytest.mark.req("S1-69")
def test_an_answer_is_kept_until_something_new_comes(http: httpx.Client, say: Any, database: str) -> None:
    at = datetime(2026, 3, 1, 12, tzinfo=UTC)
    say(message("kept-1", at, project_id="atlas"), message("kept-2", at, project_id="beacon"))
    for path in PATHS:
        first, again = ask(http, path), ask(http, path)
        assert first == again, path
    before = ask(http, "/summary")
    send(http, database, [message("kept-3", at, cost_usd="0.3")])
    after = ask(http, "/summary")
    assert (before["total_messages"], after["total_messages"]) == (2, 3)
    assert after["generated_at"] > before["generated_at"]


@pytest.mark.req("S1-70", "S1-67")
@pytest.mark.parametrize("zone", ["Europe/Berlin", "Asia/Kathmandu"])
def test_whole_windows_are_read_from_sums_and_not_from_messages(world: World, zone: str) -> None:
    before = [said(ask(world.http, path, timezone=zone)) for path in PATHS]
    with connect(world.url) as conn:
        conn.execute("create table put_aside as select * from llm_messages")
        try:
            conn.execute("truncate llm_messages")
            conn.execute("update pack_changes set version = version + 1")  # forget what is kept
            after = [said(ask(world.http, path, timezone=zone)) for path in PATHS]
        finally:
            conn.execute("insert into llm_messages select * from put_aside")
            conn.execute("drop table put_aside")
    assert after == before


@pytest.mark.req("S1-67", "S1-70")
def test_a_year_of_days_is_read_from_few_rows(world: World) -> None:
    with connect(world.url) as conn:
        levels = dict(conn.execute("select level, count(*) from llm_rollup where project = -1 group by 1").fetchall())
        messages = conn.execute("select count(*) from llm_messages").fetchone()
    assert messages is not None
    assert levels[1440] < levels[60] < levels[15] <= messages[0]
    assert levels[1440] < 0.35 * messages[0]


@pytest.mark.req("S1-10", "S1-11", "S1-12", "S1-13", "S1-14", "S1-15", "S1-17")
def test_the_paths_of_the_document_are_served_too(world: World) -> None:
    names = {alias: own for alias, own in aliases().items() if own.startswith(BASE)}
    assert set(names.values()) == {BASE + path for path in (
        "/summary", "/activity/heatmap", "/costs", "/models/usage", "/tokens", "/projects/comparison", "/trends"
    )}  # fmt: skip
    for alias, own in names.items():
        params = WHOLE | ({"project_ids": ["atlas", "beacon"]} if "comparison" in own else {})
        found, ours = (world.http.get(path, params=params) for path in (alias, own))
        assert found.status_code == 200, alias
        assert said(found.json()) == said(ours.json())


DEFAULTS = {
    "/summary": {"time_range": "30d"},
    "/activity/heatmap": {"time_range": "30d", "timezone": "UTC"},
    "/costs": {"time_range": "30d", "group_by": "day", "timezone": "UTC"},
    "/models/usage": {"time_range": "30d"},
    "/tokens": {"time_range": "30d", "group_by": "day", "timezone": "UTC"},
    "/projects/comparison": {"time_range": "30d"},
    "/trends": {"time_range": "90d", "metric": "messages"},
}
FIELDS = {
    "/summary": "total_messages total_sessions total_projects total_cost messages_trend cost_trend most_active_project"
    " most_used_model time_range generated_at",
    "/activity/heatmap": "total_messages time_range timezone peak_hour peak_day | cells: day_of_week hour count"
    " avg_cost avg_response_time",
    "/costs": "total_cost average_cost_per_message time_range group_by cost_by_model cost_by_project"
    " | data_points: timestamp cost message_count cost_by_model",
    "/models/usage": "total_models time_range most_used least_used | models: model message_count total_cost"
    " avg_cost_per_message avg_response_time_ms avg_tokens_input avg_tokens_output trend_percentage",
    "/tokens": "total_input_tokens total_output_tokens avg_input_tokens_per_message avg_output_tokens_per_message"
    " time_range group_by | data_points: timestamp input_tokens output_tokens total_tokens",
}
"""What the document names, as `fields | list: fields of each in it`."""


@pytest.mark.req("S1-10", "S1-11", "S1-12", "S1-13", "S1-14", "S1-15", "S1-17")
@pytest.mark.parametrize(("path", "defaults"), DEFAULTS.items())
def test_what_is_not_said_is_as_the_document_says(world: World, path: str, defaults: dict[str, str]) -> None:
    answer = world.get(path, **({"project_ids": ["atlas", "delta"]} if "comparison" in path else {}))
    assert {name: answer[name] for name in defaults} == defaults


@pytest.mark.req("S1-21", "S1-22", "S1-23", "S1-24", "S1-25", "S1-26", "S1-27", "S1-28", "S1-29")
@pytest.mark.parametrize(("path", "fields"), FIELDS.items())
def test_fields_are_called_as_in_the_document(world: World, path: str, fields: str) -> None:
    answer = world.get(path)
    own, _, listed = fields.partition(" | ")
    assert answer.keys() >= set(own.split())
    if listed:
        name, _, inner = listed.partition(": ")
        assert answer[name] and all(item.keys() >= set(inner.split()) for item in answer[name])


@pytest.mark.req("S1-48")
def test_other_tenants_and_strangers_see_nothing(http: httpx.Client, say: Any, database: str) -> None:
    say(message("mine", datetime(2026, 3, 5, tzinfo=UTC), "hidden", project_id="hidden", cost_usd=1))
    with connect(database) as conn:
        row = conn.execute("insert into tenants (name, series_limit) values ('other', 100) returning id").fetchone()
        assert row is not None
        email, password = user(database)
        conn.execute("update users set tenant_id = %s where email = %s", (row[0], email))
    token = http.post("/api/v1/auth/login", json={"email": email, "password": password}).json()["access_token"]
    other = {"Authorization": f"Bearer {token}"}
    assert http.get(f"{BASE}/summary", params=WHOLE, headers=other).json()["total_messages"] == 0
    assert http.get(f"{BASE}/projects", headers=other).json()["items"] == []
    assert http.get(f"{BASE}/sessions/hidden", headers=other).status_code == 404
    assert http.get(f"{BASE}/costs", params={"project_id": "hidden"}, headers=other).status_code == 404
    assert http.get(f"{BASE}/summary", headers={"Authorization": ""}).status_code == 401


def test_scheduled_work_is_in_the_beat_table() -> None:
    tasks = {line["task"]: line["schedule"] for line in BEAT.values()}
    assert tasks["llm.find_waste"] == timedelta(hours=6)
    assert tasks["llm.check_budgets"] == timedelta(minutes=15)


def test_an_empty_database_answers_with_zeros(server: Server) -> None:
    with fresh_database(server) as url, reader(url) as http:
        for path in [path for path in PATHS if "project" not in path]:
            for time_range in ("24h", "all"):
                answer = http.get(httpx.URL(BASE + path).copy_merge_params({"time_range": time_range}))
                assert answer.status_code == 200, answer.text
        summary = http.get(f"{BASE}/summary").json()
    assert (summary["total_messages"], summary["total_cost_exact"], summary["most_used_model"]) == (0, "0", None)
    assert (summary["messages_trend"], summary["trend_basis"]) == (0.0, "no_baseline")
