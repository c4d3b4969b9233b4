"""Settings of the ground floor: where data lives and how long it is kept. All start with TIDEWATCH_."""

from __future__ import annotations

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


@lru_cache
def settings() -> DatabaseSettings:
    """Read once a process."""
    return DatabaseSettings()
