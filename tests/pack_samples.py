"""What a pack promises in its `sample.json`: events in, points and answers out; and whether an answer holds it.

{"sends":   [{"post": "/api/v1/…", "body": …}],       before the events: what is no event (optional)
 "events":  [… as POST /api/v1/events takes them …],
 "points":  [{"metric": …, "labels": {…}, "t": RFC 3339, "v": number}],     all that the events cause
 "answers": [{"get": "/api/v1/…?from=…&to=…", "has": …, "status": 200}]}    what the answer holds, as JSON
"""

from __future__ import annotations

import json
from collections import Counter
from datetime import datetime
from typing import Any

from api.ingest.events import EventDraft, parse
from db.packs.mapping import points_of, unsettled_of
from db.packs.registry import Pack
from db.pool import Connection
from db.records import to_us

Point = tuple[str, tuple[tuple[str, str], ...], int, float]
"""Metric, labels, us, value."""

CORES = "events"
"""The metric that the core makes of every event."""


def sample_of(pack: Pack) -> dict[str, Any]:
    """A pack's promises. Fails where it makes none."""
    file = pack.folder / "sample.json"
    assert file.is_file(), f"{pack.name} has no sample.json: a pack brings its own proof"
    sample: dict[str, Any] = json.loads(file.read_text())
    assert sample.keys() <= {"sends", "events", "points", "answers"}, f"{file} holds something else too"
    assert sample.get("answers"), f"{file} promises no answers"
    assert bool(sample.get("events")) == bool(pack.event_types), f"{file}: a pack with events shows some"
    return sample


def promised(sample: dict[str, Any]) -> Counter[Point]:
    """The points of a sample."""
    return Counter(_point(p["metric"], p["labels"], _us(p["t"]), p["v"]) for p in sample.get("points", []))


def mapped(events: list[dict[str, Any]]) -> Counter[Point]:
    """The points that the mapping makes of events, but for the core's own."""
    draft = drafted(events)
    assert not draft.rejected, draft.rejected
    made = ((event.t, spec, v) for event in draft.events for spec, v in points_of(event))
    return Counter(_point(spec.metric, spec.labels, t, v) for t, spec, v in made if spec.metric != CORES)


def unsettled(events: list[dict[str, Any]]) -> set[tuple[Any, ...]]:
    """Where the pack may make points of its own of events: (metric, labels, us)."""
    made = ((event.t, spec) for event in drafted(events).events for spec in unsettled_of(event))
    return {_point(spec.metric, spec.labels, t, 0.0)[:3] for t, spec in made}


def stored(conn: Connection, metrics: set[str]) -> Counter[Point]:
    """The points of the first tenant that are in the database, of these metrics."""
    rows = conn.execute(
        "select s.metric, s.labels, (extract(epoch from p.t) * 1e6)::bigint, p.v from samples p"
        " join series s on s.id = p.series_id where s.tenant_id = 1 and s.metric = any(%s)",
        (sorted(metrics),),
    )
    return Counter(_point(*row) for row in rows)


def drafted(items: list[dict[str, Any]]) -> EventDraft:
    """Events as the door takes them."""
    return parse(items, to_us(datetime.now().astimezone()), [], 10**6)


def lacks(found: Any, has: Any, at: str = "answer") -> str | None:
    """Where an answer does not hold what was promised; None: it does.

    Objects may have more keys, lists may not have more items. Numbers are equal to the last digit; a string is no
    number.
    """
    if isinstance(has, dict):
        if not isinstance(found, dict):
            return f"{at} is {found!r}, not an object"
        missing = [key for key in has if key not in found]
        if missing:
            return f"{at} has no {', '.join(missing)}; it has {', '.join(found)}"
        return next((wrong for key in has if (wrong := lacks(found[key], has[key], f"{at}.{key}"))), None)
    if isinstance(has, list):
        if not isinstance(found, list) or len(found) != len(has):
            return f"{at} is {found!r}, promised are {len(has)} items: {has!r}"
        return next(
            (w for i, (f, h) in enumerate(zip(found, has, strict=True)) if (w := lacks(f, h, f"{at}[{i}]"))), None
        )
    same = found == has and isinstance(found, bool) == isinstance(has, bool)
    return None if same else f"{at} is {found!r}, promised is {has!r}"


def _us(text: str) -> int:
    return to_us(datetime.fromisoformat(text))


def _point(metric: str, labels: dict[str, str], t: int, v: float) -> Point:
    return metric, tuple(sorted(labels.items())), t, float(v)
