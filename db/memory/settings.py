"""Settings of memory mode. All start with TIDEWATCH_."""

from __future__ import annotations

from functools import lru_cache

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class MemorySettings(BaseSettings):
    """What one process holds without a database. Whatever is over a bound goes, the oldest first."""

    model_config = SettingsConfigDict(env_prefix="TIDEWATCH_", extra="ignore")

    memory_retention_hours: float = Field(2, gt=0, le=48, description="How far points and rollups reach back.")
    memory_mb: float = Field(20, gt=0, description="Raw points, packed; rollups of 15 minutes stay when they go.")
    memory_series: int = Field(5_000, ge=1, description="Series of a tenant before the overflow series is used.")
    memory_insights: int = Field(100, ge=1)
    memory_patterns: int = Field(50, ge=1)
    memory_alerts: int = Field(1_000, ge=1, description="Closed episodes, each with its alert.")
    memory_keys: int = Field(20_000, ge=1, description="Idempotency keys that are remembered.")
    memory_event_ids: int = Field(50_000, ge=1, description="Events that are known again.")
    memory_events_mb: float = Field(4, gt=0, description="Events that are kept for when persistence is switched on.")
    memory_upkeep_seconds: int = Field(300, ge=1, description="How often what is bounded is looked over.")
    persistence: bool = Field(
        False, description="Write what comes in to a database too. Can be switched while it runs."
    )
    spool_mb: float = Field(256, gt=0, description="What may wait on disk for a database that is away.")


@lru_cache
def settings() -> MemorySettings:
    """Read once a process."""
    return MemorySettings()
