"""Settings of the workers. All start with TIDEWATCH_."""

from __future__ import annotations

from datetime import timedelta
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
    alert_max_age: timedelta = Field(
        timedelta(days=1), description="Points older than this when they come are history: remembered, not announced."
    )
    policy_seconds: float = Field(1, gt=0, description="How often changes of policies are looked for.")
    relearn_after: timedelta = Field(
        timedelta(seconds=10), description="How long late points of a series are collected before it is learned anew."
    )
    relearn_points: int = Field(100_000, ge=1000, description="From how many stored points a series is learned anew.")
    refresh_seconds: int = Field(15, ge=1)
    stale_seconds: int = Field(30, ge=1)
    group_seconds: int = Field(30, ge=1)
    insight_seconds: int = Field(900, ge=1, description="How often insights are looked for, and cohorts compared.")
    pattern_seconds: int = Field(1800, ge=1)
    forecast_seconds: int = Field(3600, ge=1)
    own_seconds: int = Field(60, ge=1, description="How often we measure ourselves.")
    own_tenant: str = Field("default", description="Whose our own series tidewatch.* are; empty: nobody's, none.")
    goal_seconds: int = Field(10, ge=1, description="How often milestones are looked for whose data changed.")
    goal_refresh_seconds: int = Field(300, ge=1, description="How old a milestone's progress may be in any case.")
    cleanup_seconds: int = Field(3600, ge=1, description="How often expired insights, patterns, forecasts are dropped.")
    deliver_seconds: int = Field(5, ge=1, description="How often messages that are due are looked for.")
    keep_deliveries_days: float = Field(30, gt=0, description="Messages that are over are dropped after so many days.")
    insight_days: float = Field(7, gt=0, description="Insights and patterns expire so long after they were last found.")
    model_part_seconds: float = Field(20, gt=0, le=60, description="One task of a model; what is left is the next's.")
    model_points: int = Field(48, ge=1, description="Series with fewer points are not modelled.")
    model_within_days: float = Field(30, gt=0, description="Nor those whose newest point is older.")


@lru_cache
def settings() -> WorkerSettings:
    """Read once a process."""
    return WorkerSettings()
