"""Settings of the channels. All start with TIDEWATCH_."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class ChannelSettings(BaseSettings):
    """How messages leave the house. A channel whose server is not said refuses its messages."""

    model_config = SettingsConfigDict(env_prefix="TIDEWATCH_", extra="ignore")

    allow_private_targets: bool = Field(False, description="Webhooks may lead to private and local networks.")
    channel_timeout: float = Field(10, gt=0, le=50, description="Seconds that one attempt may take, about.")
    smtp_host: str = ""
    smtp_port: int = Field(587, ge=1, le=65535)
    smtp_user: str = ""
    smtp_password: SecretStr = SecretStr("")
    smtp_from: str = Field("tidewatch@localhost", description="Who mails come from.")
    smtp_security: Literal["starttls", "tls", "none"] = "starttls"
    sms_url: str = Field("", description="Where the gateway takes messages, by POST.")
    sms_format: Literal["json", "form"] = "json"
    sms_fields: str = Field("to=to,text=text,from=from", description="What the gateway calls them.")
    sms_from: str = "Tidewatch"
    sms_user: str = Field("", description="With it the token is a password (Basic), without a Bearer token.")
    sms_token: SecretStr = SecretStr("")


@lru_cache
def settings() -> ChannelSettings:
    """Read once a process."""
    return ChannelSettings()
