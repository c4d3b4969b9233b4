"""Batches of memory on their way into a database: series by name there, many in one transaction."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator
from typing import Any

import asyncpg

from db.intake import PostgresIntake
from db.memory.entry import Entry
from db.names import fingerprint
from db.pool import Pool
from db.records import Appended, SeriesRef

log = logging.getLogger("tidewatch.memory")
POISON = (asyncpg.DataError, asyncpg.IntegrityConstraintViolationError)
"""Said of what was sent, not of the database: sending it again is no use."""
SEND_WITHIN = 30.0
AT_ONCE = 200
"""Batches that are sent in one transaction."""


class Sender:
    """`places`: where series are, as far as it was asked for. `lost`: batches that the database does not take."""

    def __init__(self) -> None:
        self.places: dict[tuple[int, bytes], SeriesRef] = {}
        self.lost = 0

    async def append(self, intake: PostgresIntake, entry: Entry) -> Appended:
        """One batch. Raises what asyncpg raises."""
        names = [(entry.tenant, fingerprint(spec.metric, spec.labels, spec.kind)) for spec in entry.specs]
        places = self.places  # another takes its place when a connection or a transaction is given up
        missing = {name: spec for name, spec in zip(names, entry.specs, strict=True) if name not in places}
        if missing:
            found = await intake.resolve(entry.tenant, list(missing.values()))
            places |= dict(zip(missing, found, strict=True))
        return await intake.append(entry.batch([places[name] for name in names], intake.shards))

    async def send(self, pool: Pool, entries: list[Entry], shards: int) -> None:
        """Many in one transaction, in their order; one by one where the database does not take one of them."""
        try:
            async with asyncio.timeout(SEND_WITHIN), pool.acquire() as conn, conn.transaction():
                intake = PostgresIntake(_Only(conn), shards)
                for entry in entries:
                    await self.append(intake, entry)
        except POISON as problem:
            self.places = {}  # those that were made have gone with the transaction
            if len(entries) == 1:
                self.lost += 1
                log.warning("the database does not take a batch, which is set aside: %s", problem)
                return
            for entry in entries:
                await self.send(pool, [entry], shards)
        except BaseException:
            self.places = {}
            raise


class _Only:
    """A pool of one connection that is in use already."""

    def __init__(self, conn: Any) -> None:
        self._conn = conn

    @contextlib.asynccontextmanager
    async def acquire(self) -> AsyncIterator[Any]:
        """The connection."""
        yield self._conn
