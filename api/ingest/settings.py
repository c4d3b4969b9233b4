"""Settings of ingest. All start with TIDEWATCH_."""

from __future__ import annotations

from functools import lru_cache

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from api.ingest.body import MIB, Limits


class IngestSettings(BaseSettings):
    """What one request may hold, and when producers are told to wait."""

    model_config = SettingsConfigDict(env_prefix="TIDEWATCH_", extra="ignore")

    max_body_mib: int = Field(16, ge=1, le=512, description="Bytes of a body as it is sent.")
    max_unpacked_mib: int = Field(64, ge=1, le=2048, description="Bytes of a body when it is unpacked.")
    max_body_rows: int = Field(250_000, ge=1, description="Points or events of a body; each may have a reason.")
    max_backlog_points: int = Field(20_000_000, ge=1, description="Points in the journal from which answers are 429.")
    late_after_minutes: float = Field(15, ge=0, description="After its 15-minute window, when a point counts as late.")

    def limits(self) -> Limits:
        """For reading bodies."""
        return Limits(self.max_body_mib * MIB, self.max_unpacked_mib * MIB, self.max_body_rows)


@lru_cache
def settings() -> IngestSettings:
    """Read once a process."""
    return IngestSettings()
