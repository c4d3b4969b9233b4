"""How many budgets and prices of their own a tenant may keep."""

from __future__ import annotations

from functools import lru_cache

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class LlmLimits(BaseSettings):
    """All start with TIDEWATCH_LLM_."""

    model_config = SettingsConfigDict(env_prefix="TIDEWATCH_LLM_", extra="ignore")

    most_budgets: int = Field(500, ge=1, description="Of a tenant.")
    most_prices: int = Field(5_000, ge=1, description="A tenant's own, those of the past too.")


@lru_cache
def limits() -> LlmLimits:
    """Read once a process."""
    return LlmLimits()
