"""Settings of the ground floor: where data lives and how long it is kept. All start with TIDEWATCH_."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class DatabaseSettings(BaseSettings):
    """Days are days of data time; None keeps for ever."""

    model_config = SettingsConfigDict(env_prefix="TIDEWATCH_", extra="ignore")

    data: Path = Path(".data")
    database_url: str = ""
    redis_url: str = ""
    shards: int = Field(4, ge=1, le=64, description="Fixed when the database is made.")
    series_limit: int = Field(100_000, ge=1, description="Series of a new tenant before the overflow series is used.")
    keep_raw_days: int | None = Field(30, ge=1)
    keep_raw_hours: int | None = Field(None, ge=1, description="Raw points, where hours are enough; rows go then.")
    spare_written_days: int = Field(7, ge=0, description="Raw weeks written to within so many days are not dropped.")
    keep_15m_days: int | None = Field(5 * 365, ge=1)
    keep_1h_days: int | None = Field(20 * 365, ge=1)
    keep_1d_days: int | None = Field(None, ge=1)
    keep_events_days: int | None = Field(400, ge=1)
    keep_alerts_days: int | None = Field(400, ge=1, description="Closed episodes, their alerts and transitions.")
    pool_size: int = Field(10, ge=1, le=200)
    slow_query: float = Field(0.25, ge=0, description="Seconds from which on a statement of the API is logged.")


def said_plainly(**plain: str) -> dict[str, str]:
    """Values of fields whose own variable (TIDEWATCH_…) is not set, from variables that other programs know too.

    `plain`: field -> such a variable. An address of another kind of database is none of ours.
    """
    found = {}
    for field, variable in plain.items():
        value = os.environ.get(variable, "")
        ours = variable != "DATABASE_URL" or value.startswith(("postgresql://", "postgres://"))
        if value and ours and f"TIDEWATCH_{field.upper()}" not in os.environ:
            found[field] = value
    return found


_HERE: ContextVar[DatabaseSettings | None] = ContextVar("settings", default=None)


def settings() -> DatabaseSettings:
    """Those of the environment, read once a process, or those that are used here."""
    return _HERE.get() or _of_environment()


@contextmanager
def using(config: DatabaseSettings) -> Iterator[None]:
    """In this thread or task `settings()` are these: where a database is known only while the process runs."""
    before = _HERE.set(config)
    try:
        yield
    finally:
        _HERE.reset(before)


@lru_cache
def _of_environment() -> DatabaseSettings:
    return DatabaseSettings(**said_plainly(database_url="DATABASE_URL", redis_url="REDIS_URL"))  # type: ignore[arg-type]  # text, as from the environment


settings.cache_clear = _of_environment.cache_clear  # type: ignore[attr-defined]  # for those who change the environment
