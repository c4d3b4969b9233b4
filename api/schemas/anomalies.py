"""HTTP shapes of anomalies: episodes, stretches of unusual points."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from db.records import Severity

_TIME = "RFC 3339, UTC"
_V = "In the unit of the series"


class EpisodeOut(BaseModel):
    """A stretch of unusual points of one series, its silence (kind `stale`), or of values at a level (`threshold`)."""

    id: int = Field(examples=[7])
    kind: Literal["anomaly", "stale", "threshold"]
    state: Literal["open", "closed", "retracted"]
    severity: Severity
    series_id: int = Field(examples=[17])
    metric: str = Field(examples=["cpu.load"])
    labels: dict[str, str] = Field(examples=[{"host": "a"}])
    unit: str | None = Field(examples=["%"])
    opened_at: str = Field(description=f"Time of its first point: {_TIME}", examples=["2026-01-01T00:00:00+00:00"])
    last_at: str = Field(description=f"Time of its newest unusual point: {_TIME}")
    closed_at: str | None = Field(description=_TIME)
    points: int = Field(description="Unusual points so far", examples=[3])
    score: float = Field(description="Of its most unusual point, 0 to 1, calibrated", examples=[0.9995])
    peak_at: str = Field(description=f"Time of that point: {_TIME}")
    value: float | None = Field(description=_V, examples=[97.0])
    expected: float | None = Field(description=_V, examples=[12.0])
    lo: float | None = Field(description=_V, examples=[5.0])
    hi: float | None = Field(description=_V, examples=[20.0])
    detector: str = Field(examples=["seasonal_level"])
    reason: str = Field(description="In words")


class EpisodePage(BaseModel):
    """A page of episodes, newest first."""

    items: list[EpisodeOut]
    next: str | None = Field(description="The cursor of the next page; null at the end")
    generated_at: str
