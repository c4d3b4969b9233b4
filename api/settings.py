"""Settings of the API. All start with TIDEWATCH_."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from db.settings import said_plainly

PAGE = Path(__file__).parent.parent / "dashboard" / "dist"


class ApiSettings(BaseSettings):
    """Durations are seconds unless their name says another unit."""

    model_config = SettingsConfigDict(env_prefix="TIDEWATCH_", extra="ignore")

    host: str = "127.0.0.1"
    port: int = Field(8000, ge=0, le=65535)
    environment: Literal["development", "production"] = "production"
    workers: int = Field(1, ge=1, le=64, description="API processes.")
    bootstrap_key: str = Field("", description="An API key with every scope, made at first start.")
    page: Path = Field(PAGE, description="The built dashboard; served at / when it is there.")
    metrics_open: bool = Field(False, description="Serve /metrics without a key.")
    database_wait: float = Field(30, ge=0, description="How long a start waits for the database.")
    token_minutes: float = Field(15, gt=0)
    refresh_days: float = Field(14, gt=0)
    slow_request: float = Field(1, ge=0, description="Requests that take longer are logged.")
    allow_private_targets: bool = Field(False, description="Webhooks may lead to private and local networks.")
    live_heartbeat: float = Field(15, gt=0)
    live_poll: float = Field(1, gt=0, description="How often the live hub looks without being woken.")
    live_insights: float = Field(5, gt=0, description="How often new pressing insights are looked for, unwoken.")
    live_outbox: int = Field(512, ge=1, description="Messages that wait for one subscriber before it is cut.")
    live_stall: float = Field(10, gt=0, description="How long one send may hang before the subscriber is cut.")
    live_auth: float = Field(10, gt=0, description="How long a new connection may take to say who it is.")


@lru_cache
def settings() -> ApiSettings:
    """Read once a process."""
    return ApiSettings(**said_plainly(port="PORT", environment="ENVIRONMENT"))  # type: ignore[arg-type]  # text, as from the environment
