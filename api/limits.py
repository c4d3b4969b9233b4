"""How many of their things people may keep, where it is neither a detector nor a disk that says so."""

from __future__ import annotations

from functools import lru_cache

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Limits(BaseSettings):
    """All start with TIDEWATCH_MOST_. What is there already stays when a limit is lowered."""

    model_config = SettingsConfigDict(env_prefix="TIDEWATCH_MOST_", extra="ignore")

    milestones: int = Field(50_000, ge=1, description="Of a tenant.")
    milestones_each: int = Field(200, ge=1, description="Of a member, set by themselves.")
    keys: int = Field(1_000, ge=1, description="API keys of a tenant that are not revoked.")


@lru_cache
def limits() -> Limits:
    """Read once a process."""
    return Limits()
