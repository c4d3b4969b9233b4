"""The alerts of one tenant, read once for all of its subscribers in this process."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import defaultdict
from typing import Any

from api.errors import DATABASE_FAILS
from api.live.filters import Filter
from api.live.message import Message, alert, heartbeat
from api.live.subscriber import Subscriber
from db import metrics
from db.records import Severity, Transition
from db.store import Archive

log = logging.getLogger(__name__)

PAGE = 500
BREATH = 200
"""After so many deliveries the loop serves others for a moment."""


class Feed:
    """`seq`: everything up to here was handed to those who were attached then."""

    def __init__(self, tenant: int, archive: Archive, poll: float) -> None:
        self.tenant = tenant
        self.seq = 0
        self.poke = asyncio.Event()
        self._archive = archive
        self._poll = poll
        self._groups: defaultdict[Filter | None, set[Subscriber]] = defaultdict(set)

    @property
    def subscribers(self) -> list[Subscriber]:
        """All that are attached."""
        return [one for group in self._groups.values() for one in group]

    def attach(self, one: Subscriber, at: int) -> bool:
        """Push to it what comes after `at`. False: it is behind this feed, and has to catch up first."""
        if not self._groups:
            self.seq = at
        if at < self.seq:
            return False
        one.told = max(one.told, at)
        self._groups[one.filter].add(one)
        return True

    def detach(self, one: Subscriber) -> None:
        """Stop pushing to it."""
        group = self._groups[one.filter]
        group.discard(one)
        if not group:
            del self._groups[one.filter]

    def change(self, one: Subscriber, wish: Filter) -> None:
        """Another filter for what comes next; what was handed over is neither taken back nor repeated."""
        attached = one in self._groups[one.filter]
        self.detach(one)
        one.filter = wish
        if attached:
            self._groups[wish].add(one)

    def beat(self) -> None:
        """Tell everyone how far they have been told."""
        message = heartbeat(self.seq)
        for one in self.subscribers:
            one.offer(message)

    def tell(self, message: Message, severity: Severity, about: dict[str, Any]) -> None:
        """Something beside the alerts, to all whose filter lets it pass."""
        for wish, group in list(self._groups.items()):
            if wish is not None and wish.passes(severity, about):
                for one in list(group):
                    one.offer(message)

    async def run(self) -> None:
        """Read and push until cancelled, when there is anybody. While the database is away it waits."""
        away = False
        while True:
            try:
                if self._groups:
                    await self._read()
                away = False
            except DATABASE_FAILS as error:
                if not away:
                    log.warning("live feed: the database is away: %s", error, extra={"tenant": self.tenant})
                away = True
            except Exception:  # a feed that ended would leave its subscribers deaf
                log.exception("live feed: trying again", extra={"tenant": self.tenant})
            try:
                async with asyncio.timeout(self._poll):
                    await self.poke.wait()
            except TimeoutError:
                pass  # nobody woke us: look all the same
            self.poke.clear()

    async def _read(self) -> None:
        more = True
        while more:
            rows = await self._archive.transitions(self.tenant, self.seq, PAGE)
            for row in rows:
                if row.seq > self.seq:
                    await self._push(row)
            more = len(rows) == PAGE

    async def _push(self, row: Transition) -> None:
        """One alert to all whose filter lets it pass. Who attaches while others are served has caught up with it."""
        message = alert(row)
        targets = [
            one
            for wish, group in self._groups.items()
            if wish is not None and wish.passes(row.severity, row.alert)
            for one in group
            if one.told < row.seq
        ]
        self.seq = row.seq
        for number, one in enumerate(targets, 1):
            one.offer(message)
            if number % BREATH == 0:
                await asyncio.sleep(0)
        metrics.delivered_seconds.observe(max(0.0, time.time() - row.at.timestamp()))
