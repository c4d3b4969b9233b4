"""People whose data is not taken any more, as one process knows them: at most a second old."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import numpy as np

from api.ingest.book import Book
from api.ingest.draft import Draft
from db.privacy.people import REFUSED, labels_of_people, person_hash, salt_for
from db.queries import for_asyncpg

BELIEVED_SECONDS = 1.0

PoolNow = Callable[[], Any]
"""The pool of database connections, as it is now; None: there is no database."""
Refuses = Callable[[str], bool]
"""Whether a person is refused."""


class Refusals:
    """Asks the database; without one nobody is refused. The pipeline asks again, so a second is soon enough here."""

    def __init__(self, pool: PoolNow, book: Book) -> None:
        self._pool, self._book = pool, book
        self._version, self._asked = -1, -BELIEVED_SECONDS
        self._of: dict[int, frozenset[bytes]] = {}
        self._salt = b""

    async def of(self, tenant: int) -> Refuses | None:
        """Who is refused in a tenant; None: nobody."""
        if (pool := self._pool()) is None:
            return None
        if time.monotonic() - self._asked >= BELIEVED_SECONDS:
            await self._look(pool)
        if tenant not in self._of:
            rows = [row async for row in for_asyncpg("privacy").erased(pool, tenant=tenant)]
            self._of[tenant] = frozenset(bytes(row["hash"]) for row in rows)
            self._salt = self._salt or (await salt_for(pool) if rows else b"")
        hashes = self._of[tenant]
        return (lambda person: person_hash(self._salt, tenant, person) in hashes) if hashes else None

    async def _look(self, pool: Any) -> None:
        version = await for_asyncpg("privacy").erased_version(pool)
        if version != self._version:
            if self._version >= 0:
                self._book.clear()  # what it remembers may be a series that is no more
            self._of.clear()
            self._version = version
        self._asked = time.monotonic()


def refuse_points(draft: Draft, refuses: Refuses) -> None:
    """Reject the points of series that name a refused person by a label."""
    labels = labels_of_people()
    named = [any(refuses(value) for name, value in one.spec.labels.items() if name in labels) for one in draft.named]
    if any(named):
        draft.refuse(np.array(named)[draft.of], REFUSED)
