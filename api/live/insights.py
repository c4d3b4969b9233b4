"""New pressing insights, pushed beside the alerts. They have no number: who misses one finds it in /api/v1/insights."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable

from api.errors import DATABASE_FAILS
from api.live.feed import Feed
from api.live.message import insight
from db.insights import InsightFilter
from db.records import Severity
from db.roles import Findings

log = logging.getLogger(__name__)

PRESSING = InsightFilter(severity=Severity.high.value, active=True)
PAGE = 50


class InsightNews:
    """Looks for insights that are new when it is woken, and every so many seconds; only where anybody listens.

    The newest insight of a tenant when its first subscriber is seen is where news begin.
    """

    def __init__(self, findings: Findings, feeds: Callable[[], Iterable[Feed]], every: float) -> None:
        self.poke = asyncio.Event()
        self._findings = findings
        self._feeds = feeds
        self._every = every
        self._told: dict[int, int] = {}

    async def run(self) -> None:
        """Until cancelled. While the database is away it waits."""
        while True:
            for feed in list(self._feeds()):
                try:
                    await self._look(feed)
                except DATABASE_FAILS as error:
                    log.debug("live insights: the database is away: %s", error)
                except Exception:  # what cannot be told must not end the rest
                    log.exception("live insights: trying again", extra={"tenant": feed.tenant})
            try:
                async with asyncio.timeout(self._every):
                    await self.poke.wait()
            except TimeoutError:
                pass  # nobody woke us: look all the same
            self.poke.clear()

    async def _look(self, feed: Feed) -> None:
        if not feed.subscribers:
            self._told.pop(feed.tenant, None)
            return
        rows = await self._findings.insights(feed.tenant, PRESSING, None, PAGE)
        newest = max((row["id"] for row in rows), default=0)
        since = self._told.setdefault(feed.tenant, newest)
        self._told[feed.tenant] = max(since, newest)
        for row in sorted(rows, key=lambda row: row["id"]):
            if row["id"] > since:
                about = {name: row[name] for name in SHOWN}
                feed.tell(insight(about), Severity(row["severity"]), about)


SHOWN = (
    "insight_id", "title", "description", "category", "severity", "confidence", "impact_score", "recommendations",
    "model", "series_id", "metric", "labels", "unit", "since", "until", "created_at",
)  # fmt: skip
