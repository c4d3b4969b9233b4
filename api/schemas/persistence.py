"""Whether a database keeps what comes in."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from api.schemas.common import Strict


class PersistenceIn(Strict):
    """On or off, from now on."""

    enabled: bool = Field(examples=[True])


class PersistenceOut(BaseModel):
    """How persistence stands. With a database as the engine it is always enabled."""

    enabled: bool = Field(description="Whether a database is meant to keep what comes in")
    state: Literal["on", "off", "starting", "failing"] = Field(
        description="starting: the database is being opened; failing: it is away, what comes in waits"
    )
    waiting: int = Field(0, description="Batches that the database has not taken yet", examples=[0])
    waiting_bytes: int = Field(0, description="Their size in the spool, bytes", examples=[0])
    lost: int = Field(0, description="Batches that the spool had no room for", examples=[0])
    reason: str | None = Field(None, description="Why it fails, in words")
    memory_from: str | None = Field(
        None, description="Since when memory holds every point, RFC 3339", examples=["2026-01-01T10:00:00+00:00"]
    )
