"""The live hub, one a process: wakes the feeds, lets subscribers in without a gap or a double, beats, and stops."""

from __future__ import annotations

import asyncio
import contextlib

from api.live.feed import PAGE, Feed
from api.live.filters import Filter
from api.live.insights import InsightNews
from api.live.message import alert, resync_required
from api.live.subscriber import Subscriber
from api.live.wire import Wire
from api.settings import ApiSettings
from db import metrics
from db.roles import Findings
from db.store import Archive
from db.wake import Wakes
from workers.contract import LIVE_CHANNEL

RESTART = 1012
CATCHING_UP = 4
"""So many subscribers read the past at a time; the rest of the pool is for others."""


class Hub:
    """Open it with `async with`. It owns the feeds; connections own their subscribers."""

    def __init__(self, archive: Archive, findings: Findings, waker: Wakes, config: ApiSettings) -> None:
        self._archive = archive
        self._news = InsightNews(findings, lambda: [feed for feed, _ in self._feeds.values()], config.live_insights)
        self._waker = waker
        self._config = config
        self._feeds: dict[int, tuple[Feed, asyncio.Task[None]]] = {}
        self._present: set[Subscriber] = set()
        self._reading = asyncio.Semaphore(CATCHING_UP)
        self._tasks: list[asyncio.Task[None]] = []
        self.stopping = False

    async def __aenter__(self) -> Hub:
        self._tasks = [asyncio.create_task(self._listen()), asyncio.create_task(self._beat())]
        self._tasks.append(asyncio.create_task(self._news.run()))
        return self

    async def __aexit__(self, *_: object) -> None:
        self.stop()
        tasks = self._tasks + [task for _, task in self._feeds.values()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def stop(self) -> None:
        """Send all subscribers away: this process ends. They resume at another, or at the next."""
        self.stopping = True
        for one in list(self._present):
            one.cut(RESTART, f"server restarts: reconnect with after={one.told}")

    def enter(self, wire: Wire, tenant: int) -> Subscriber:
        """A new connection that hears nothing yet but heartbeats, once it is attached."""
        one = Subscriber(wire, tenant, self._config.live_outbox, self._config.live_stall)
        self._present.add(one)
        metrics.subscribers.labels(wire.transport).inc()
        return one

    async def leave(self, one: Subscriber) -> None:
        """The connection ended."""
        self._present.discard(one)
        metrics.subscribers.labels(one.wire.transport).dec()
        self._feed(one.tenant).detach(one)
        await one.close()

    async def newest(self, one: Subscriber) -> int:
        """Attach for heartbeats alone. Returns the number of the newest alert."""
        async with self._reading:
            _, newest = await self._archive.live_bounds(one.tenant)
        feed = self._feed(one.tenant)
        one.told = max(newest, feed.seq)
        feed.attach(one, one.told)
        return one.told

    async def subscribe(self, one: Subscriber, wish: Filter, after: int | None) -> None:
        """From now on push what passes `wish` and has a number above `after`; None: what comes from now on.

        Returns when it has caught up. Once a connection; see `change`. Raises `Gone`, or what the database raises.
        """
        feed = self._feed(one.tenant)
        feed.detach(one)
        one.filter = wish
        one.told = one.told if after is None else after  # should the database be away now
        one.told = at = await self._start(one, after)
        caught_up = after is None
        while not (caught_up and feed.attach(one, at)):
            async with self._reading:
                rows = await self._archive.transitions(one.tenant, at, PAGE)
            for row in rows:
                if one.filter.passes(row.severity, row.alert):
                    await one.tell(alert(row))
            at = rows[-1].seq if rows else at
            caught_up = len(rows) < PAGE

    def change(self, one: Subscriber, wish: Filter) -> None:
        """Another filter from here on, without a step back or forth: each alert is told once a connection."""
        self._feed(one.tenant).change(one, wish)

    async def _start(self, one: Subscriber, after: int | None) -> int:
        """Where a first subscription begins. Says so when that is not where the client wished."""
        async with self._reading:
            oldest, newest = await self._archive.live_bounds(one.tenant)
        if after is None:
            return newest
        if oldest - 1 <= after <= newest:
            return after
        await one.tell(resync_required(oldest))
        return newest

    def _feed(self, tenant: int) -> Feed:
        if tenant not in self._feeds:
            feed = Feed(tenant, self._archive, self._config.live_poll)
            self._feeds[tenant] = feed, asyncio.create_task(feed.run())
        return self._feeds[tenant][0]

    async def _listen(self) -> None:
        async with contextlib.aclosing(self._waker.listen(LIVE_CHANNEL)) as wakes:
            async for _, tenant in wakes:
                self._news.poke.set()
                for feed, _ in self._feeds.values():
                    if tenant in ("", str(feed.tenant)):
                        feed.poke.set()

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(self._config.live_heartbeat)
            for feed, _ in list(self._feeds.values()):
                feed.beat()
