"""Usage exports as CSV: columns are known by their names, in whatever order. A row is one message.

Names differ between providers and over time, so each thing has several; small letters, `_` for all that is no letter or
digit. A row without an id of its own is known by all that it says but its numbers: exported again, it is the same.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from cli.imports.model import CannotRead, Event, Problem, Wish, named

COLUMNS: dict[str, tuple[str, ...]] = {
    "timestamp": (
        "timestamp", "start_time_iso", "start_time", "bucket_start_time", "starting_at", "usage_date_utc",
        "usage_date", "date_utc", "date", "day", "created_at", "time",
    ),
    "model": ("model", "model_version", "model_name", "model_id", "snapshot_id"),
    "input_tokens": (
        "usage_input_tokens_no_cache", "uncached_input_tokens", "input_tokens_no_cache", "input_tokens",
        "prompt_tokens", "context_tokens", "n_context_tokens_total", "usage_input_tokens",
    ),
    "output_tokens": (
        "output_tokens", "usage_output_tokens", "completion_tokens", "generated_tokens", "n_generated_tokens_total",
    ),
    "cache_read_tokens": (
        "cache_read_input_tokens", "usage_input_tokens_cache_read", "input_tokens_cache_read", "cache_read_tokens",
    ),
    "cached": ("input_cached_tokens", "cached_tokens", "cached_input_tokens", "n_cached_context_tokens_total"),
    "cache_write_5m_tokens": (
        "usage_input_tokens_cache_write_5m", "input_tokens_cache_write_5m", "cache_creation_ephemeral_5m_input_tokens",
        "ephemeral_5m_input_tokens", "cache_write_5m_tokens", "cache_creation_input_tokens", "cache_write_tokens",
    ),
    "cache_write_1h_tokens": (
        "usage_input_tokens_cache_write_1h", "input_tokens_cache_write_1h", "cache_creation_ephemeral_1h_input_tokens",
        "ephemeral_1h_input_tokens", "cache_write_1h_tokens",
    ),
    "cost_usd": ("cost_usd", "costusd", "cost_in_usd", "total_cost", "cost", "amount_value", "amount"),
    "duration_ms": ("duration_ms", "durationms", "latency_ms", "elapsed_ms", "response_time_ms"),
    "project_id": ("project_id", "project", "workspace_id", "workspace"),
    "project_name": ("project_name", "workspace_name", "workspace"),
    "session_id": ("session_id", "sessionid", "conversation_id"),
    "user_id": ("user_id", "user", "user_email", "email"),
    "id": ("message_id", "request_id", "requestid", "completion_id", "id"),
    "tier": ("service_tier", "usage_type", "tier", "batch"),
}  # fmt: skip
"""What we want -> the names it goes by, the surest first. `cached`: part of input_tokens, as OpenAI counts."""
COUNTS = ("input_tokens", "output_tokens", "cache_read_tokens", "cache_write_5m_tokens", "cache_write_1h_tokens")
NUMBERS = frozenset(name for key in (*COUNTS, "cached", "cost_usd", "duration_ms") for name in COLUMNS[key])

Row = dict[str, str]


def read_csv(path: Path, wish: Wish) -> Iterator[Event | Problem]:
    """Events of an export. Raises `CannotRead` where its columns say nothing of messages."""
    seen: Counter[str] = Counter()
    with path.open(encoding="utf-8-sig", newline="") as file:
        head = file.read(64_000).split("\n", 1)[0]
        file.seek(0)
        reader = csv.reader(file, delimiter=max(",;\t", key=head.count))
        names = [re.sub(r"[^a-z0-9]+", "_", name.strip().lower()).strip("_") for name in next(reader, [])]
        found = {key: next((c for c in columns if c in names), None) for key, columns in COLUMNS.items()}
        if found["timestamp"] is None or not any(found[key] for key in (*COUNTS, "cost_usd")):
            raise CannotRead(f"no column says when, or none says tokens or cost; the columns are {', '.join(names)}")
        for number, cells in enumerate(reader, 2):
            if any(cells):
                yield _message(dict(zip(names, cells, strict=False)), found, wish, seen, f"row {number}")


def _message(
    row: Row, found: dict[str, str | None], wish: Wish, seen: Counter[str], where: str
) -> Event | Problem:  # fmt: skip
    said = {key: row.get(name, "").strip() for key, name in found.items() if name is not None}
    try:
        at = _time(said["timestamp"], wish.tz)
        properties = _properties(said, wish)
    except ValueError as problem:
        return Problem(where, str(problem))
    event: Event = {"event_type": "llm.message", "timestamp": at, "properties": properties}
    if said.get("id"):
        event["event_id"] = named("llm-csv", said["id"])
    else:
        alike = named("llm-csv", *(part for pair in sorted(row.items()) if pair[0] not in NUMBERS for part in pair))
        seen[alike] += 1
        event["event_id"] = named(alike, seen[alike])
    for key in ("user_id", "session_id"):
        if value := said.get(key) or (wish.user if key == "user_id" else None):
            event[key] = value[:200]
    return event


def _properties(said: Row, wish: Wish) -> dict[str, Any]:
    made: dict[str, Any] = {key: _whole(key, said[key]) for key in COUNTS if said.get(key)}
    if said.get("cached"):
        cached = _whole("cached", said["cached"])
        made["cache_read_tokens"] = made.get("cache_read_tokens", 0) + cached
        made["input_tokens"] = max(made.get("input_tokens", 0) - cached, 0)
    if said.get("cost_usd"):
        made["cost_usd"] = format(_number("cost_usd", said["cost_usd"]), "f")
    if said.get("duration_ms"):
        made["duration_ms"] = float(_number("duration_ms", said["duration_ms"]))
    if not made:
        raise ValueError("it says neither tokens nor cost")
    if model := said.get("model") or wish.options.get("model"):
        made["model"] = model[:200]
    if project := wish.options.get("project") or said.get("project_id"):
        made["project_id"] = project[:200]
        name = said.get("project_name")
        if name and not wish.options.get("project"):
            made["project_name"] = name[:200]
    if said.get("tier", "").lower() in ("batch", "true"):
        made["batch"] = True
    return made


def _number(name: str, text: str) -> Decimal:
    plain = text.replace(",", "").removeprefix("$").strip()
    try:
        number = Decimal(plain)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or number < 0:
        raise ValueError(f"{name} is {text!r}, not a number from 0 on")
    return number


def _whole(name: str, text: str) -> int:
    number = _number(name, text)
    if number != int(number):
        raise ValueError(f"{name} is {text!r}, not a whole number")
    return int(number)


def _time(text: str, zone: str | None) -> str:
    """RFC 3339. Epoch seconds or milliseconds, a date, or a time with or without a zone."""
    if re.fullmatch(r"\d{9,13}(\.\d+)?", text):
        seconds = float(text) / (1000 if float(text) > 10**11 else 1)
        return datetime.fromtimestamp(seconds, UTC).isoformat()
    try:
        at = datetime.fromisoformat(text.removesuffix(" UTC"))
    except ValueError:
        raise ValueError(f"{text!r} is not a time; ISO 8601 or epoch seconds are read") from None
    return (at if at.tzinfo else at.replace(tzinfo=ZoneInfo(zone or "UTC"))).isoformat()
