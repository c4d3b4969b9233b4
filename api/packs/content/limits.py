"""How many reports and schedules a tenant may keep."""

from __future__ import annotations

from functools import lru_cache

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class ContentLimits(BaseSettings):
    """All start with TIDEWATCH_CONTENT_."""

    model_config = SettingsConfigDict(env_prefix="TIDEWATCH_CONTENT_", extra="ignore")

    most_schedules: int = Field(200, ge=1, description="Of a tenant.")
    most_reports: int = Field(20_000, ge=1, description="Of a tenant; those that schedules made go after 400 days.")


@lru_cache
def limits() -> ContentLimits:
    """Read once a process."""
    return ContentLimits()
