"""What tests of LLM usage share: 395 days of messages with both changes of clocks, a server, and the slow truth."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import httpx
import pandas as pd

from db.packs.llm.factory import events
from tests.integration.reading import reader
from tests.pipelines import drain

BASE = "/api/v1/llm"
ZONES = ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu")
FACTORY_ZONE = "Europe/Berlin"
NOW = datetime.now(UTC).replace(microsecond=0)
MILLION = Decimal(1_000_000)
TIERS = ("input_tokens", "output_tokens", "cache_read_tokens", "cache_write_5m_tokens", "cache_write_1h_tokens")
PRICES = {
    "claude-opus-4-5": ("2025-11-01", "5 25 0.5 6.25 10"),
    "claude-sonnet-4-5": ("2025-09-01", "3 15 0.3 3.75 6"),
    "claude-haiku-4-5": ("2025-10-01", "1 5 0.1 1.25 2"),
    "gpt-4.1": ("2025-04-14", "2 8 0.5 2 2"),
}
"""What the list says of the factory's models, written down a second time."""


@dataclass
class World:
    """A server, and what was sent to it. `frame`: a row a message, in UTC, with its exact cost (None: none)."""

    http: httpx.Client
    url: str
    frame: pd.DataFrame

    def get(self, path: str, **asked: Any) -> dict[str, Any]:
        """An answer. `from_` stands for `from`."""
        answer = self.http.get(BASE + path, params={name.rstrip("_"): value for name, value in asked.items()})
        assert answer.status_code == 200, answer.text
        return answer.json()

    def between(self, start: str, stop: str, zone: str = "UTC") -> pd.DataFrame:
        """Messages of [start, stop), with a column `local` in a zone."""
        lo, hi = pd.Timestamp(start), pd.Timestamp(stop)
        rows = self.frame[(self.frame.t >= lo) & (self.frame.t < hi)]
        return rows.assign(local=rows.t.dt.tz_convert(zone))

    def within(self, answer: dict[str, Any]) -> pd.DataFrame:
        """Messages of the range that an answer says it is of."""
        return self.between(answer["from"], answer["to"], answer["timezone"])


@contextmanager
def world_on(database: str) -> Iterator[World]:
    """The factory's messages, through HTTP and the pipeline."""
    sent = [e for e in events(7, NOW - timedelta(days=395), 396, 0.05, FACTORY_ZONE) if e["timestamp"] < stamp(NOW)]
    with reader(database) as http:
        send(http, database, sent)
        yield World(http, database, framed(sent))


def stamp(at: datetime) -> str:
    """RFC 3339 in UTC."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def send(http: httpx.Client, database: str, sent: list[dict[str, Any]]) -> None:
    """Events through HTTP and the pipeline. All are taken."""
    for at in range(0, len(sent), 5_000):
        answer = http.post("/api/v1/events", json={"events": sent[at : at + 5_000]})
        assert answer.status_code == 202, answer.text
        assert answer.json()["rejected"] == []
    drain(database)


def framed(sent: list[dict[str, Any]]) -> pd.DataFrame:
    """Events as rows."""
    rows = [{"t": e["timestamp"], "session": e.get("session_id"), **e["properties"]} for e in sent]
    frame = pd.DataFrame(rows)
    frame["t"] = pd.to_datetime(frame.t, utc=True, format="ISO8601")
    frame["cost"] = [cost_of(row, at) for row, at in zip(rows, frame.t, strict=True)]
    return frame.astype({"cost": object})


def cost_of(properties: dict[str, Any], at: pd.Timestamp) -> Decimal | None:
    """Stated, or by the list; None: neither."""
    if "cost_usd" in properties:
        return Decimal(str(properties["cost_usd"]))
    since, prices = PRICES.get(properties.get("model", ""), (None, ""))
    if since is None or at < pd.Timestamp(since, tz="UTC"):
        return None
    each = [Decimal(price) for price in prices.split()]
    return sum((properties.get(tier, 0) * price / MILLION for tier, price in zip(TIERS, each, strict=True)), Decimal(0))


def money(costs: pd.Series) -> Decimal:
    """The exact sum of those that are there."""
    return sum((cost for cost in costs if cost is not None), Decimal(0))


def priced(costs: pd.Series) -> int:
    """How many have a cost."""
    return sum(cost is not None for cost in costs)


def message(event_id: str, at: datetime, session: str | None = None, user: str | None = None, **properties: Any) -> Any:
    """One event."""
    event = {"event_id": event_id, "event_type": "llm.message", "timestamp": stamp(at), "properties": properties}
    return event | ({"session_id": session} if session else {}) | ({"user_id": user} if user else {})
