"""Claude Code's logs: a line a piece of an answer, each with the usage so far. The last and largest counts, once.

The same answer is written again where a session is resumed or branched: its id and that of its request tell.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

import orjson

from cli.imports.model import CannotRead, Event, Problem, Wish, named

SYNTHETIC = "<synthetic>"
"""The model of notices that Claude Code writes itself."""
LONGEST_MS = 3_600_000
"""A longer time between a prompt and its answer is somebody's break."""


@dataclass
class Log:
    """What was read of a file. `answers` by event id; `asked`: when the lines that answers follow were written."""

    answers: dict[str, Event] = field(default_factory=dict)
    began: dict[str, str | None] = field(default_factory=dict)
    asked: dict[str, str] = field(default_factory=dict)
    folders: dict[str, str] = field(default_factory=dict)


def read_jsonl(path: Path, wish: Wish, prefix: str = "") -> Iterator[Event | Problem]:
    """Messages in order of their first line, after all lines were read. Raises `CannotRead`."""
    log, known = Log(), 0
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                entry = orjson.loads(line)
            except orjson.JSONDecodeError:
                yield Problem(f"{prefix}line {number}", "it is not JSON")
                continue
            if not isinstance(entry, dict) or "type" not in entry:
                yield Problem(f"{prefix}line {number}", "it is no line of a Claude Code log")
                continue
            known += 1
            reason = _take(log, entry, wish)
            if reason:
                yield Problem(f"{prefix}line {number}", reason)
    if not known:
        raise CannotRead("it holds no line of a Claude Code log")
    yield from log.answers.values()


def _take(log: Log, entry: dict[str, Any], wish: Wish) -> str | None:
    """Take a line in. Returns why it cannot be."""
    uuid, stamp = entry.get("uuid"), entry.get("timestamp")
    if entry.get("type") != "assistant":
        if isinstance(uuid, str) and isinstance(stamp, str):
            log.asked[uuid] = stamp
        return None
    message = entry.get("message")
    usage = message.get("usage") if isinstance(message, dict) else None
    if not isinstance(message, dict) or not isinstance(usage, dict) or message.get("model") == SYNTHETIC:
        return None
    if not isinstance(stamp, str) or not isinstance(message.get("id") or uuid, str):
        return "an answer has no timestamp, or no id"
    event = _event(log, entry, message, usage, wish)
    before = log.answers.get(event["event_id"])
    log.began.setdefault(event["event_id"], entry.get("parentUuid"))
    if before is None or _size(event) >= _size(before):
        duration = _duration(log.asked.get(str(log.began[event["event_id"]])), stamp)
        if duration is not None:
            event["properties"]["duration_ms"] = duration
        if before is not None:
            event["timestamp"] = before["timestamp"]
        log.answers[event["event_id"]] = event
    return None


def _event(log: Log, entry: dict[str, Any], message: dict[str, Any], usage: dict[str, Any], wish: Wish) -> Event:
    session = entry.get("sessionId")
    properties = _tokens(usage)
    if isinstance(message.get("model"), str):
        properties["model"] = message["model"][:200]
    if isinstance(cost := entry.get("costUSD"), int | float) and not isinstance(cost, bool) and cost >= 0:
        properties["cost_usd"] = f"{cost!r}"
    if isinstance(took := entry.get("durationMs"), int | float) and not isinstance(took, bool):
        properties["duration_ms"] = took
    if entry.get("isApiErrorMessage") is True:
        properties["status"] = "error"
    if usage.get("service_tier") == "batch":
        properties["batch"] = True
    _project(log, entry, wish, properties)
    event: Event = {
        "event_id": named("claude-code", message.get("id") or entry.get("uuid"), entry.get("requestId")),
        "event_type": "llm.message",
        "timestamp": entry["timestamp"],
        "properties": properties,
    }
    if wish.user:
        event["user_id"] = wish.user
    if isinstance(session, str) and session:
        event["session_id"] = session[:200]
    return event


def _tokens(usage: dict[str, Any]) -> dict[str, Any]:
    """Without a split by lifetime, what was written to a cache was written for 5 minutes."""
    split = usage.get("cache_creation")
    split = split if isinstance(split, dict) else {}
    hour = _count(split.get("ephemeral_1h_input_tokens"))
    short = split.get("ephemeral_5m_input_tokens")
    whole = _count(usage.get("cache_creation_input_tokens"))
    return {
        "input_tokens": _count(usage.get("input_tokens")),
        "output_tokens": _count(usage.get("output_tokens")),
        "cache_read_tokens": _count(usage.get("cache_read_input_tokens")),
        "cache_write_5m_tokens": max(whole - hour, 0) if short is None else _count(short),
        "cache_write_1h_tokens": hour,
    }


def _count(value: Any) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else 0


def _size(event: Event) -> int:
    tokens = ("input_tokens", "output_tokens", "cache_read_tokens", "cache_write_5m_tokens", "cache_write_1h_tokens")
    return sum(event["properties"][name] for name in tokens)


def _project(log: Log, entry: dict[str, Any], wish: Wish, properties: dict[str, Any]) -> None:
    """The folder in which the session began: later lines may say a folder below it."""
    folder, session = entry.get("cwd"), str(entry.get("sessionId"))
    if wish.options.get("project"):
        properties["project_id"] = wish.options["project"]
        return
    if isinstance(folder, str) and folder:
        first = log.folders.setdefault(session, folder)
        path = PureWindowsPath(first) if "\\" in first else PurePosixPath(first)
        properties |= {"project_id": first[-200:], "project_name": (path.name or first)[-200:]}


def _duration(asked: str | None, answered: str) -> int | None:
    """From the line that is answered to the last one of the answer, ms."""
    if asked is None:
        return None
    try:
        gap = datetime.fromisoformat(answered) - datetime.fromisoformat(asked)
    except (ValueError, TypeError):
        return None
    ms = round(gap.total_seconds() * 1000)
    return ms if 0 <= ms <= LONGEST_MS else None
