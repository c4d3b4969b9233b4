"""Events: things that happened once. The same event_id is the same event, so the first of a body stays."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from heapq import nsmallest
from typing import Any
from uuid import uuid4

import orjson

from api.ingest import times
from api.ingest.checks import ClosedRange, time_wrong
from api.ingest.draft import Rejection
from api.ingest.names import wrong_text
from api.ingest.refusals import Refuses
from db.errors import Invalid, TooLarge
from db.packs.checks import identified, wrong_event
from db.privacy.people import REFUSED
from db.records import Event

ID, TYPE = 200, 100
PROPERTIES_BYTES = 32 * 1024
PROPERTIES_DEPTH = 10
FIELDS = frozenset(
    {"event_id", "event_type", "timestamp", "user_id", "session_id", "content_id", "properties"},
)


@dataclass(slots=True)
class EventDraft:
    """Events of a body. `named`: every event brought its own id, so that the same body again is the same events."""

    events: list[Event] = field(default_factory=list)
    duplicates: int = 0
    rejected: list[Rejection] = field(default_factory=list)
    named: bool = True
    notes: list[str] = field(default_factory=list)


def unwrap(document: Any) -> list[Any]:
    """`{"events": […]}` -> the list. Raises `Invalid`."""
    events = document.get("events") if isinstance(document, dict) else None
    if not isinstance(events, list):
        raise Invalid('Send {"events": [{"event_type": …, "event_id": …, "timestamp": …, "properties": {…}}]}.')
    return events


def unwrap_tracked(document: Any) -> list[Any]:
    """One event, or a list of them -> a list. Raises `Invalid`."""
    if isinstance(document, dict):
        return [document]
    if not isinstance(document, list):
        raise Invalid('Send one event, {"event_type": …, "properties": {…}}, or a list of events.')
    return document


def parse(
    items: list[Any], now_us: int, closed: list[ClosedRange], max_rows: int, refuses: Refuses | None = None
) -> EventDraft:
    """Events -> draft, checked. `refuses`: people whose events are not taken. Raises `TooLarge`."""
    if len(items) > max_rows:
        raise TooLarge(f"The body has more than {max_rows:,} events. Send smaller batches.")
    draft, seen = EventDraft(notes=_unknown(items)), set[str]()
    for i, item in enumerate(items):
        event = one(item, now_us)
        wrong = event if isinstance(event, str) else time_wrong(event.t, now_us, closed) or wrong_event(event)
        if wrong is None and refuses and isinstance(event, Event) and event.user_id and refuses(event.user_id):
            wrong = REFUSED
        if wrong is not None or isinstance(event, str):
            draft.rejected.append((i, str(wrong)))
            continue
        event = identified(event)
        if event.event_id in seen:
            draft.duplicates += 1
        else:
            seen.add(event.event_id)
            draft.events.append(event)
            draft.named = draft.named and item.get("event_id") is not None
    return draft


def one(item: Any, now_us: int) -> Event | str:
    """One event as sent -> an event, or the reason why it is none."""
    if not isinstance(item, dict):
        return "an event must be an object"
    wrong = wrong_text("event_type", item.get("event_type"), TYPE)
    for name in ("event_id", "user_id", "session_id", "content_id"):
        if wrong is None and item.get(name) is not None:
            wrong = wrong_text(name, item[name], ID)
    properties = item.get("properties")
    wrong = wrong or (None if properties is None else wrong_properties(properties))
    stamp = item.get("timestamp")
    t = now_us if stamp is None else times.one(stamp)
    if wrong or isinstance(t, str):
        return wrong or str(t)
    return Event(
        item.get("event_id") or str(uuid4()),
        item["event_type"],
        t,
        item.get("user_id"),
        item.get("session_id"),
        item.get("content_id"),
        properties or {},
    )


def _unknown(items: list[Any]) -> list[str]:
    """A warning about fields that are not kept, such as a misspelt `timestamp`."""
    names = {name for item in items if isinstance(item, dict) for name in item.keys() - FIELDS}
    unknown = [ascii(name[:50])[1:-1] if wrong_text("", name[:50], 50) else name[:50] for name in nsmallest(10, names)]
    return [f"fields left out, put them into properties: {', '.join(unknown)}"] if unknown else []


def wrong_properties(properties: Any) -> str | None:
    """Why properties cannot be kept, or None."""
    if not isinstance(properties, dict):
        return "properties must be an object"
    if wrong := _wrong_value(properties, 1):
        return wrong
    try:
        text = orjson.dumps(properties)
    except (TypeError, orjson.JSONEncodeError):
        return "properties hold text that is not Unicode, or an integer over 64 bits"
    if len(text) > PROPERTIES_BYTES:
        return f"properties have {len(text):,} bytes as JSON; {PROPERTIES_BYTES:,} are allowed"
    return "properties hold the character U+0000, which cannot be stored" if rb"\u0000" in text else None


def _wrong_value(value: Any, depth: int) -> str | None:
    """Looks into objects and lists."""
    if isinstance(value, float):
        return None if math.isfinite(value) else "properties hold NaN or infinity"
    if not isinstance(value, dict | list):
        return None
    if depth > PROPERTIES_DEPTH:
        return f"properties are nested deeper than {PROPERTIES_DEPTH}"
    inner = value.values() if isinstance(value, dict) else value
    return next((wrong for item in inner if (wrong := _wrong_value(item, depth + 1))), None)
