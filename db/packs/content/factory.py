"""Events of a made-up publisher with a shop, with causes worth finding; the same for the same seed.

People read by day and in the evening of their zone, more at weekends. Some content is read far more than other. At
40 % of the time a campaign brings a day of many visitors; at 60 % the checkout on phones is broken for four days;
content that was optimised with a good score is engaged with more from then on.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np

SESSIONS = 400
"""Of a day of size 1: about 2,700 events."""
DEMO = {"size": 0.05}
GOALS = (
    {"name": "views", "title": "{shown} views a week", "metric": "content.views", "window": "weekly",
     "timezone": "Europe/Berlin", "ahead": 0.8},
)  # fmt: skip
"""What the demo's people want (`cli.demo_goals`)."""
CONTENTS = 500
DEVICES, SOURCES = ("mobile", "desktop", "tablet"), ("homepage", "search", "newsletter", "social")
PRICES = ("9.99", "19.9", "99.99", "249", "0.125", "1499.50")
KINDS = ("page_view", "content_view", "content_optimized", "conversion", "engagement", "click")
HOURS = np.array([1, 0.6, 0.4, 0.3, 0.3, 0.6, 1.5, 3, 4, 4, 4, 4.5, 5, 4.5, 4, 4, 4.5, 5, 6, 7.5, 8, 7, 4.5, 2.2])


def events(
    seed: int, start: datetime, days: int, size: float = 1.0, zone: str = "UTC", contents: int = CONTENTS
) -> Iterator[dict[str, Any]]:
    """Events as POST /api/v1/events takes them, in order of time, for `days` local days from `start` (aware) on."""
    rng, at = np.random.default_rng(seed), ZoneInfo(zone)
    first = start.astimezone(at).replace(hour=0, minute=0, second=0, microsecond=0)
    weights = (np.arange(contents) + 3.0) ** -0.8
    appeal = rng.beta(3, 5, contents)
    for day in range(days):
        begin = first + timedelta(days=day)  # wall clock: a day has 23 or 25 hours when clocks change
        lo, hi = ((begin + timedelta(days=n)).astimezone(UTC).timestamp() for n in (0, 1))
        made = _Day(rng, f"{seed}-{day}", lo, hi, day / max(days, 1), begin.weekday() >= 5)
        made.visits(size, weights, appeal)
        made.optimise(appeal)
        yield from made.out()


class _Day:
    """The events of a local day, as columns."""

    def __init__(self, rng: np.random.Generator, name: str, lo: float, hi: float, share: float, weekend: bool) -> None:
        self.rng, self.name, self.lo, self.hi, self.share, self.weekend = rng, name, lo, hi, share, weekend
        self.rows: list[tuple[float, int, int, int, dict[str, Any]]] = []
        self.devices = self.sources = np.empty(0, np.int64)

    def visits(self, size: float, weights: np.ndarray, appeal: np.ndarray) -> None:
        """Sessions with what they view, and what comes of it."""
        rng, share = self.rng, self.share
        wanted = SESSIONS * size * (1 + 0.5 * share) * (1.3 if self.weekend else 1) * (4 if 0.4 <= share < 0.403 else 1)
        n = int(rng.poisson(wanted))
        self.devices, self.sources = rng.choice(3, n, p=(0.6, 0.33, 0.07)), rng.choice(4, n, p=(0.4, 0.3, 0.1, 0.2))
        hours = rng.choice(24, n, p=HOURS / HOURS.sum()) + rng.random(n)
        began = self.lo + hours * (self.hi - self.lo) / 24
        views = rng.geometric(0.4, n)
        of = np.repeat(np.arange(n), views)
        t = began[of] + np.concatenate([np.arange(k) for k in views] or [np.empty(0)]) * 45 + rng.random(len(of)) * 30
        item = rng.choice(len(weights), len(of), p=weights / weights.sum())
        self._add(began, 0, np.arange(n), np.full(n, -1), [{} for _ in range(n)])
        self._add(t, 1, of, item, [{} for _ in range(len(of))])
        luck = rng.random((3, len(of)))
        engaged = luck[0] < appeal[item]
        seconds = np.round(rng.lognormal(3.6, 0.7, len(of)), 1)
        self._pick(engaged, t + 20, 4, of, item, [{"duration": s} for s in seconds[engaged].tolist()])
        clicked = luck[1] < 0.1 + 0.35 * appeal[item]
        self._pick(clicked, t + 25, 5, of, item, [{} for _ in range(int(clicked.sum()))])
        broken = (self.devices[of] == 0) & (0.6 <= share < 0.611)
        bought = clicked & ~broken & (luck[2] < 0.18)
        self._pick(bought, t + 40, 3, of, item, [self._sale() for _ in range(int(bought.sum()))])

    def optimise(self, appeal: np.ndarray) -> None:
        """Some content a day; a good score makes it more appealing."""
        n = int(self.rng.poisson(6))
        item, t = self.rng.integers(0, len(appeal), n), self.lo + self.rng.random(n) * (self.hi - self.lo)
        scores = np.clip(self.rng.normal(76, 12, n), 0, 100)
        appeal[item] = np.where(scores > 75, np.minimum(appeal[item] * 1.1, 0.9), appeal[item])
        self._add(t, 2, np.full(n, -1), item, [{"score": round(score, 1)} for score in scores.tolist()])

    def out(self) -> Iterator[dict[str, Any]]:
        """In order of time; a day's sessions end with it."""
        self.rows.sort(key=lambda row: row[0])
        for number, (t, kind, session, item, properties) in enumerate(self.rows):
            stamp = datetime.fromtimestamp(min(round(t, 3), self.hi - 0.001), UTC).isoformat(timespec="milliseconds")
            name = f"c-{self.name}-{number}"
            event: dict[str, Any] = {"event_id": name, "event_type": KINDS[kind], "timestamp": stamp}
            if item >= 0:
                event["content_id"] = f"item-{item}"
            if session >= 0:
                event["user_id"] = f"reader-{session * 7 % 997}"
                if session % 20:  # some clients know no sessions
                    event["session_id"] = f"s-{self.name}-{session}"
                properties["device"], properties["source"] = (
                    DEVICES[self.devices[session]],
                    SOURCES[self.sources[session]],
                )
            event["properties"] = properties
            yield event

    def _sale(self) -> dict[str, Any]:
        rng = self.rng
        price: Any = PRICES[int(rng.integers(0, len(PRICES)))]
        sale = {"product": f"plan-{int(rng.integers(0, 5))}", "revenue": price if rng.random() < 0.5 else float(price)}
        if (luck := rng.random()) < 0.9:
            sale["currency"] = "EUR" if luck < 0.82 else "USD"
        return sale if luck < 0.97 else {}

    def _pick(
        self,
        mask: np.ndarray,
        t: np.ndarray,
        kind: int,
        of: np.ndarray,
        item: np.ndarray,
        properties: list[dict[str, Any]],
    ) -> None:
        self._add(t[mask], kind, of[mask], item[mask], properties)

    def _add(
        self, t: np.ndarray, kind: int, of: np.ndarray, item: np.ndarray, properties: list[dict[str, Any]]
    ) -> None:
        kinds = [kind] * len(t)
        self.rows += zip(t.tolist(), kinds, of.tolist(), item.tolist(), properties, strict=True)
