"""What tests of content share: a publisher's events, a server, and what an independent computation says of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import httpx
import pandas as pd

from db.packs.content.factory import events
from tests.pipelines import drain
from tests.serving import KEY, serving
from tests.worlds import answered

ZONES = ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe")
"""Half a year holds a change of clocks in each; the last one's are of half an hour."""
DAYS = 200
ROOT = "/api/v1/content"
VIEWS = ("page_view", "content_view")


@dataclass
class Newsroom:
    """A server with events. `raw`: all that was sent."""

    url: str
    http: httpx.Client
    raw: pd.DataFrame = field(default_factory=pd.DataFrame)

    def send(self, sent: list[dict[str, Any]], path: str = "/track") -> None:
        """Events through HTTP and the pipeline."""
        for at in range(0, len(sent), 20_000):
            answer = self.http.post(path, json=sent[at : at + 20_000])
            assert answer.status_code == 202 and not answer.json()["rejected"], answer.text
        drain(self.url)

    def get(self, path: str, **params: Any) -> dict[str, Any]:
        """The JSON of a good answer; `from_` stands for `from`."""
        return answered(self.http, ROOT + path, **params)


@contextmanager
def opened(url: str, redis: str = "", **config: object) -> Iterator[Newsroom]:
    """A server on an empty database."""
    head = {"Authorization": f"Bearer {KEY}"}
    with serving(url, redis, **config) as api, httpx.Client(base_url=api.http, headers=head, timeout=60) as http:
        yield Newsroom(url, http)


def fill(room: Newsroom) -> None:
    """Half a year of events up to now, in any order of days."""
    now = datetime.now(UTC)
    made = events(7, now - timedelta(days=DAYS - 1), DAYS, 0.02, "Europe/Berlin", contents=40)
    sent = [event for event in made if event["timestamp"] < now.isoformat()]
    half = len(sent) // 2
    room.send(sent[half:])  # the past comes late
    room.send(sent[:half])
    room.raw = frame(sent)


def frame(sent: list[dict[str, Any]]) -> pd.DataFrame:
    """Events as columns, `engaged` told by the definition in docs/domains/content.md."""
    rows = [
        {
            "t": e["timestamp"],
            "type": e["event_type"],
            "content": e.get("content_id"),
            "user": e.get("user_id"),
            "visitor": e.get("session_id") or e.get("user_id"),
            "revenue": None if (r := e["properties"].get("revenue")) is None else Decimal(str(r)),
            "currency": e["properties"].get("currency", "XXX"),
            "score": None if (s := e["properties"].get("score")) is None else Decimal(str(s)),
        }
        for e in sent
    ]
    found = pd.DataFrame(rows)
    found["t"] = pd.to_datetime(found["t"], utc=True, format="ISO8601")
    pairs = {(row.visitor, row.content) for row in found[found.type == "engagement"].itertuples() if row.visitor}
    rows_of = zip(found.visitor, found.content, found.type, strict=True)
    found["engaged"] = [kind in VIEWS and (visitor, content) in pairs for visitor, content, kind in rows_of]
    return found


def within(raw: pd.DataFrame, answer: dict[str, Any]) -> pd.DataFrame:
    """The events in the range that an answer says."""
    return raw[(raw.t >= pd.Timestamp(answer["from"])) & (raw.t < pd.Timestamp(answer["to"]))]


def share(part: float, whole: float) -> float | None:
    """Percent to 2 digits."""
    return None if not whole else float(round(Decimal(100 * int(part)) / Decimal(int(whole)), 2))


def summed(values: Any) -> Decimal:
    """The exact sum."""
    return sum((v for v in values if v is not None), Decimal(0))


def measured(of: pd.DataFrame, currency: str) -> dict[str, Any]:
    """All measures of some events, as docs/domains/content.md defines them."""
    n = {
        kind: int((of.type == kind).sum())
        for kind in (*VIEWS, "click", "conversion", "engagement", "content_optimized")
    }
    views, engaged = n["page_view"] + n["content_view"], int(of.engaged.sum())
    scores = [s for s in of.score if s is not None]
    revenue = summed(of[of.currency == currency].revenue)
    return {
        "views": views,
        "page_views": n["page_view"],
        "content_views": n["content_view"],
        "engaged_views": engaged,
        "clicks": n["click"],
        "conversions": n["conversion"],
        "engagements": n["engagement"],
        "optimizations": n["content_optimized"],
        "engagement_rate": share(engaged, views),
        "click_through_rate": share(n["click"], views),
        "conversion_rate": share(n["conversion"], views),
        "optimization_score": float(round(sum(scores) / len(scores), 2)) if scores else None,
        "revenue": float(round(revenue, 2)),
        "revenue_exact": plain(revenue),
    }


def plain(amount: Decimal) -> str:
    """All digits, without needless zeros."""
    return f"{amount:f}".rstrip("0").rstrip(".") if "." in f"{amount:f}" else f"{amount:f}"
