"""Where the database of this installation is, for commands that run beside it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

from cli.embedded import Postgres
from cli.folders import ServiceError
from cli.holding import holder
from db.pool import Pool, open_pool
from db.settings import settings

T = TypeVar("T")


def data_folder() -> Path:
    """TIDEWATCH_DATA, absolute."""
    return settings().data.absolute()


def database_url() -> str:
    """TIDEWATCH_DATABASE_URL, or the embedded server of the `tidewatch up` that runs here. Raises `ServiceError`."""
    if settings().database_url:
        return settings().database_url
    if holder(data_folder()) is None:
        raise ServiceError(
            "No database: start Tidewatch in another terminal (`tidewatch up`), or set TIDEWATCH_DATABASE_URL."
        )
    return Postgres(data_folder()).url


def with_pool(url: str, work: Callable[[Pool], Awaitable[T]]) -> T:
    """Run an asynchronous piece of work on a small pool of its own."""

    async def run() -> T:
        pool = await open_pool(url, 2)
        try:
            return await work(pool)
        finally:
            await pool.close()

    return asyncio.run(run())
