"""What people and producers write, timed: also what makes that every list has something to read."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx

from bench.table import milli, quantile

TIMES = 12
RUN = format(time.time_ns() // 1_000_000_000, "x")
"""So that nothing is sent twice when the database is kept."""


@dataclass(frozen=True)
class Write:
    """A request; `{n}` in path and texts is a number of its own each time."""

    verb: str
    path: str
    body: Any
    said: str = ""
    times: int = TIMES


def writes(contents: list[str], person: str) -> Iterator[Write]:
    """What people write, in an order that works."""
    now = datetime.now(UTC)
    ago, today, tomorrow = (str((now - timedelta(days=n)).date()) for n in (364, 0, -1))
    month = str((now - timedelta(days=30)).date())
    yield Write("PUT", "telemetry/kpis/share", {"title": "Share", "expression": EXPRESSION})
    yield Write("PUT", "telemetry/thresholds/low", {"metric": "battery.voltage", "critical_above": 99})
    yield Write("PUT", "telemetry/layouts/bench", {"charts": [{"metric": "battery.voltage"}] * 20})
    yield Write("PUT", "telemetry/templates/bench", {"text": "Look at {metric}"})
    yield Write("PUT", "flags/analytics_dashboard", {"enabled": True})
    yield Write("PUT", "policies/bench", {"metric": "nothing.*", "direction": "above"})
    for window in ("weekly", "monthly", "yearly"):
        goal = {"title": window, "metric": "fitness.distance", "window": window, "target_value": 9e5}
        yield Write("POST", "milestones", goal, window, times=2)
    goal = {"title": "far", "metric": "distance", "window": "yearly", "target_value": 9e5}
    yield Write("POST", "fitness/milestones", goal, times=2)
    for group in ("day", "content", "none"):
        report = {"start_date": ago, "end_date": today, "content_ids": contents, "group_by": group, "timezone": BERLIN}
        yield Write("POST", "content/reports", report, f"a year of {len(contents)} by {group}")
    schedule = {"name": "bench", "period": "daily", "channel": "webhook", "target": CLOSED, "enabled": False}
    yield Write("POST", "content/reports/schedules", schedule, times=3)
    yield Write("PUT", f"content/metadata/{contents[0]}", {"title": "Retold", "tags": ["bench"]})
    budget = {"name": "bench", "amount": "1000", "period": "month", "timezone": BERLIN}
    yield Write("POST", "llm/budgets", budget, times=3)
    reprice = {"dry_run": True, "from": f"{month}T00:00:00Z", "to": f"{tomorrow}T00:00:00Z"}
    yield Write("POST", "llm/reprice", reprice, "30 days, only looking", times=3)
    yield Write("POST", "privacy/exports", {"person": person}, times=3)
    yield Write("POST", "privacy/erasures", {"person": "nobody of the bench", "dry_run": True}, times=3)
    yield Write("POST", "deliveries/test", {"channel": "webhook", "target": CLOSED}, times=3)
    yield Write("POST", "keys", {"name": "bench {n}", "scopes": ["ingest"]}, times=3)
    yield Write("POST", "users", {"email": "bench-{n}@example.org", "password": PASSWORD, "role": "viewer"}, times=3)
    yield Write("POST", "auth/login", {"email": "bench-{n}@example.org", "password": PASSWORD}, times=3)


def data() -> Iterator[Write]:
    """What producers send."""
    yield Write("POST", "telemetry/metrics/bench.reading", {"value": 1.5})
    yield Write(
        "POST", "fitness/activities", {"user_id": READER, "sport_type": "run", "started_at": "{now}", "duration_s": 60}
    )
    event = {"event_id": "bench-{n}", "event_type": "press", "timestamp": "{now}"}
    yield Write("POST", "/track", event, "one")
    yield Write("POST", "events", {"events": [{**event, "event_id": f"bench-{{n}}-{i}"} for i in range(100)]}, "100")
    points = [{"metric": f"bench.{i % 100}", "t": "{now}", "v": 1.0} for i in range(1000)]
    yield Write("POST", "ingest", {"points": points}, "1,000 points")


EXPRESSION = "avg(solar.power) / avg(battery.voltage)"
BERLIN = "Europe/Berlin"
CLOSED = "http://127.0.0.1:9/"
READER = "reader-98"
PASSWORD = "a password of the bench"


def write_all(http: httpx.Client) -> list[tuple[str, ...]]:
    """All of them; rows for a table: request, p50, p95, what went wrong."""
    contents = [item["content_id"] for item in http.get("/api/v1/content/items?days=365&limit=50").json()["items"]]
    return [_timed(http, write) for write in (*writes(contents, READER), *data())]


def _timed(http: httpx.Client, write: Write) -> tuple[str, ...]:
    took, wrong = [], ""
    path = write.path if write.path.startswith("/") else f"/api/v1/{write.path}"
    for number in range(write.times):
        body = _filled(write.body, f"{RUN}-{number}", datetime.now(UTC).isoformat())
        began = time.perf_counter()
        answer = http.request(write.verb, path, json=body)
        took.append(time.perf_counter() - began)
        if not answer.is_success and answer.status_code != httpx.codes.CONFLICT:
            wrong = f"{answer.status_code} {answer.text[:300]}"
    return (f"{write.verb} {path} {write.said}", *(milli(quantile(took, q)) for q in (0.5, 0.95)), wrong)


def _filled(body: Any, number: str, now: str) -> Any:
    if isinstance(body, str):
        return body.replace("{n}", number).replace("{now}", now)
    if isinstance(body, list):
        return [_filled(one, number, now) for one in body]
    return {key: _filled(one, number, now) for key, one in body.items()} if isinstance(body, dict) else body
