"""Settings of the workers. All start with TIDEWATCH_."""

from __future__ import annotations

from functools import lru_cache

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class WorkerSettings(BaseSettings):
    """How the pipeline takes its work, and when the scheduled tasks run."""

    model_config = SettingsConfigDict(env_prefix="TIDEWATCH_", extra="ignore")

    take_points: int = Field(200_000, ge=1, description="Points in one transaction of a shard, about.")
    poll_seconds: float = Field(0.2, gt=0, description="How often the journal is looked at when nothing wakes us.")
    snapshot_seconds: float = Field(10, gt=0)
    snapshot_points: int = Field(1_000_000, ge=1, description="Points that a successor replays at most, about.")
    lanes: int = Field(2, ge=1, le=16, description="Shards that one pipeline process works on at the same time.")
    lease_seconds: float = Field(1, gt=0, description="How often a shard without a consumer is asked for.")
    alert_within_hours: float = Field(24, gt=0, description="Older episodes are recorded, not announced.")
    refresh_seconds: int = Field(15, ge=1)
    stale_seconds: int = Field(30, ge=1)


@lru_cache
def settings() -> WorkerSettings:
    """Read once a process."""
    return WorkerSettings()
