"""Back-pressure: no batch is taken while the journal is too far behind."""

from __future__ import annotations

import time
from collections.abc import Callable

from db.errors import Behind
from db.store import Intake

REFRESH = 0.5
LONGEST = 60


class Gate:
    """Knows the journal's backlog, read at most every half second, with what this process added since."""

    def __init__(self, intake: Intake, max_points: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._intake = intake
        self._max = max_points
        self._clock = clock
        self._read_at = float("-inf")
        self._points = 0
        self._added = 0
        self._drained = 0.0  # points a second, smoothed

    def added(self, points: int) -> None:
        """This process put points into the journal."""
        self._added += points

    async def check(self) -> None:
        """Raises `Behind`, with `retry_after` in whole seconds, when too much waits."""
        now = self._clock()
        if now - self._read_at >= REFRESH:
            await self._refresh(now)
        waiting = self._points + self._added
        if waiting > self._max:
            raise Behind(
                f"{waiting:,} points wait in the journal, more than {self._max:,}.",
                retry_after=self._retry_after(waiting),
            )

    async def _refresh(self, now: float) -> None:
        since, self._read_at = now - self._read_at, now  # first, so that one request refreshes and the others go on
        before, added = self._points + self._added, self._added
        points = (await self._intake.backlog()).points
        if since < LONGEST:
            rate = max(0.0, before - points) / since
            self._drained = rate if not self._drained else 0.7 * self._drained + 0.3 * rate
        self._points = points
        self._added -= added

    def _retry_after(self, waiting: int) -> int:
        """Seconds until the backlog is a tenth below its limit, at the pace at which it drains."""
        over = waiting - 0.9 * self._max
        return LONGEST if self._drained <= 0 else min(LONGEST, max(1, round(over / self._drained)))
