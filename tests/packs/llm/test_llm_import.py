"""Logs of Claude Code and usage exports become messages, each once."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx
import pytest
from typer.testing import CliRunner

from cli.imports import importer
from cli.imports.model import CannotRead, Problem, Wish
from cli.main import app
from tests.packs.llm.usage import BASE
from tests.pipelines import drain
from tests.serving import KEY


def line(kind: str, at: str, uuid: str, **more: Any) -> str:
    return json.dumps({"type": kind, "timestamp": at, "uuid": uuid, "sessionId": "s1", "cwd": "/srv/a/web", **more})


def answer(at: str, uuid: str, parent: str, output: int, request: str = "r1", **more: Any) -> str:
    usage = {
        "input_tokens": 4, "output_tokens": output, "cache_read_input_tokens": 100, "cache_creation_input_tokens": 30,
        "cache_creation": {"ephemeral_5m_input_tokens": 10, "ephemeral_1h_input_tokens": 20},
    }  # fmt: skip
    message = {"id": f"msg-{request}", "model": "claude-sonnet-4-5-20250929", "usage": usage, "role": "assistant"}
    return line("assistant", at, uuid, parentUuid=parent, requestId=request, message=message, **more)


LOG = [
    json.dumps({"type": "summary", "summary": "About tides"}),
    line("user", "2026-02-01T10:00:00.000Z", "u1"),
    answer("2026-02-01T10:00:02.000Z", "a1", "u1", 1),
    answer("2026-02-01T10:00:03.500Z", "a2", "a1", 250),
    answer("2026-02-01T10:00:03.000Z", "a3", "a2", 7),
    line("user", "2026-02-01T10:05:00.000Z", "u2", cwd="/srv/a/web/src"),
    answer("2026-02-01T10:05:09.000Z", "a4", "u2", 40, "r2", cwd="/srv/a/web/src", costUSD=0.0125),
    line("assistant", "2026-02-01T10:06:00Z", "a5", message={"model": "<synthetic>", "usage": {"input_tokens": 0}}),
    "{half a line",
]


@pytest.fixture
def log(tmp_path: Path) -> Path:
    (tmp_path / "web").mkdir()
    file = tmp_path / "web" / "s1.jsonl"
    file.write_text("\n".join(LOG))
    return file


def read(path: Path, **wish: Any) -> tuple[list[dict[str, Any]], list[Problem]]:
    module = importer("llm")
    assert module is not None
    found = list(module.read(path, Wish(**wish)))
    return [one for one in found if not isinstance(one, Problem)], [one for one in found if isinstance(one, Problem)]


def test_an_answer_in_pieces_counts_once_with_its_largest_usage(log: Path) -> None:
    events, problems = read(log, user="anna")
    first, second = events
    assert first["properties"] == {
        "input_tokens": 4, "output_tokens": 250, "cache_read_tokens": 100, "cache_write_5m_tokens": 10,
        "cache_write_1h_tokens": 20, "model": "claude-sonnet-4-5-20250929", "project_id": "/srv/a/web",
        "project_name": "web", "duration_ms": 3500,
    }  # fmt: skip
    assert (first["timestamp"], first["session_id"], first["user_id"]) == ("2026-02-01T10:00:02.000Z", "s1", "anna")
    assert (second["properties"]["cost_usd"], second["properties"]["duration_ms"]) == ("0.0125", 9000)
    assert second["properties"]["project_id"] == "/srv/a/web"
    assert [(p.where, p.reason) for p in problems] == [("line 9", "it is not JSON")]


def test_a_branched_session_is_the_same_answers(log: Path) -> None:
    copy = log.with_name("s2.jsonl")
    copy.write_text("\n".join(LOG).replace('"s1"', '"s2"'))
    events, _ = read(log.parent.parent)
    assert len(events) == 4
    assert len({event["event_id"] for event in events}) == 2


def test_what_is_no_log_is_said_to_be_none(tmp_path: Path) -> None:
    other = tmp_path / "x.jsonl"
    other.write_text('{"a": 1}\n')
    module = importer("llm")
    assert module is not None
    for path in (other, tmp_path / "x.pdf", tmp_path / "empty"):
        (tmp_path / "empty").mkdir(exist_ok=True)
        with pytest.raises(CannotRead):
            list(module.read(path, Wish()))


def test_an_export_of_openai(tmp_path: Path) -> None:
    file = tmp_path / "usage.csv"
    file.write_text(
        "start_time,start_time_iso,project_id,project_name,model,batch,input_tokens,input_cached_tokens,output_tokens\n"
        '1767225600,2026-01-01T00:00:00+00:00,proj_a,Web,gpt-4.1-2025-04-14,false,"1,000",800,50\n'
        "1767312000,2026-01-02T00:00:00+00:00,proj_a,Web,gpt-4.1-2025-04-14,true,10,,5\n"
        "1767312000,never,proj_a,Web,gpt-4.1,true,10,,5\n"
    )
    (first, second), problems = read(file)
    assert first["properties"] == {
        "input_tokens": 200, "output_tokens": 50, "cache_read_tokens": 800, "model": "gpt-4.1-2025-04-14",
        "project_id": "proj_a", "project_name": "Web",
    }  # fmt: skip
    assert second["properties"]["batch"] is True
    assert [p.where for p in problems] == ["row 4"]
    again, _ = read(file)
    assert [e["event_id"] for e in again] == [first["event_id"], second["event_id"]]


def test_an_export_of_anthropic(tmp_path: Path) -> None:
    file = tmp_path / "usage.csv"
    file.write_text(
        "usage_date_utc,model_version,api_key,workspace,usage_type,usage_input_tokens_no_cache,"
        "usage_input_tokens_cache_write_5m,usage_input_tokens_cache_write_1h,usage_input_tokens_cache_read,"
        "usage_output_tokens,cost_usd\n"
        "2026-01-01,claude-sonnet-4-5,key-1,Default,batch,10,20,30,40,50,$1.25\n"
        "2026-01-01,claude-sonnet-4-5,key-1,Default,batch,11,20,30,40,50,-1\n"
    )
    (only,), problems = read(file, tz="Europe/Berlin")
    assert only["timestamp"] == "2026-01-01T00:00:00+01:00"
    assert only["properties"] == {
        "input_tokens": 10, "output_tokens": 50, "cache_read_tokens": 40, "cache_write_5m_tokens": 20,
        "cache_write_1h_tokens": 30, "cost_usd": "1.25", "model": "claude-sonnet-4-5", "project_id": "Default",
        "project_name": "Default", "batch": True,
    }  # fmt: skip
    assert "cost_usd" in problems[0].reason


def test_the_command_imports_a_folder_twice_and_it_counts_once(http: httpx.Client, database: str, log: Path) -> None:
    order = ["import", "llm", str(log.parent.parent), "--key", KEY, "--url", str(http.base_url), "--json"]
    shown = CliRunner().invoke(app, [*order, "--dry-run"])
    assert json.loads(shown.stdout)["files"][0]["events"] == 2
    for accepted in (2, 0):
        done = CliRunner().invoke(app, order)
        assert done.exit_code == 0, done.output
        report = json.loads(done.stdout)["files"][0]
        drain(database)
        assert report["accepted"] + report["duplicate"] == 2, accepted
    answer = http.get(f"{BASE}/summary", params={"time_range": "all"}).json()
    assert (answer["total_messages"], answer["total_sessions"], answer["most_active_project"]) == (2, 1, "web")
    by_hand = 4 * 3 + 250 * 15 + 100 * Decimal("0.3") + 10 * Decimal("3.75") + 20 * 6
    assert Decimal(answer["total_cost_exact"]) == Decimal("0.0125") + by_hand / 1_000_000
