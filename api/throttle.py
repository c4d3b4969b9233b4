"""Failed logins slow down whoever makes them. Counts are kept in this process: a brake, not a ledger."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable

from api.errors import SlowDown

FREE_FAILURES = 5
FIRST_WAIT = 2.0
LONGEST_WAIT = 300.0
REMEMBERED = 10_000


class Throttle:
    """After 5 failures a (email, address) waits 2, 4, 8 … up to 300 s between attempts."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._failures: OrderedDict[tuple[str, str], tuple[int, float]] = OrderedDict()

    def attempt(self, email: str, address: str) -> None:
        """Count an attempt as failed until `succeeded` says otherwise, so that many at once are no way around.

        Raises `SlowDown` while the wait lasts; such an attempt is not counted.
        """
        count, last = self._failures.get((email, address), (0, 0.0))
        if count >= FREE_FAILURES:
            wait = min(LONGEST_WAIT, FIRST_WAIT * 2.0 ** min(count - FREE_FAILURES, 16))
            left = last + wait - self._clock()
            if left > 0:
                raise SlowDown("Too many failed logins. Wait for as long as Retry-After says.", retry_after=left)
        self._failures[email, address] = (count + 1, self._clock())
        self._failures.move_to_end((email, address))
        while len(self._failures) > REMEMBERED:
            self._failures.popitem(last=False)

    def succeeded(self, email: str, address: str) -> None:
        """Start anew."""
        self._failures.pop((email, address), None)
