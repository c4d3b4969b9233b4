"""Settings of this domain's tasks. All start with TIDEWATCH_TELEMETRY_."""

from __future__ import annotations

from functools import lru_cache

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class TelemetrySettings(BaseSettings):
    """When they run."""

    model_config = SettingsConfigDict(env_prefix="TIDEWATCH_TELEMETRY_", extra="ignore")

    figure_seconds: int = Field(60, ge=1, description="How often figures are written.")
    figure_hours: float = Field(3, gt=0, le=48, description="How far back late data still change what was written.")
    notify_seconds: int = Field(5, ge=1, description="How often new alerts become messages.")


@lru_cache
def settings() -> TelemetrySettings:
    """Read once a process."""
    return TelemetrySettings()
