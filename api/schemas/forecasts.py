"""HTTP shapes of forecasts: what is expected of a series, and how well that held."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, Field

_TIME = "RFC 3339, UTC"
_V = "In the unit of the series"


class ForecastPoint(BaseModel):
    """A bucket to come. The intervals are to hold the truth in 80 and in 95 of 100 cases."""

    t: str = Field(description=f"Start of the bucket: {_TIME}", examples=["2026-01-01T00:00:00+00:00"])
    mean: float | None = Field(description=_V, examples=[12.0])
    lo80: float | None = Field(description=_V, examples=[9.0])
    hi80: float | None = Field(description=_V, examples=[15.0])
    lo95: float | None = Field(description=_V, examples=[7.0])
    hi95: float | None = Field(description=_V, examples=[17.0])


class Held(BaseModel):
    """How often forecasts of this series held so far: of the buckets that have come since each was made."""

    points: int = Field(description="Buckets that came and were judged", examples=[240])
    inside80: int = Field(examples=[193])
    inside95: int = Field(examples=[229])


class ForecastOut(BaseModel):
    """The newest forecast of a series."""

    series_id: int = Field(examples=[17])
    metric: str = Field(examples=["cpu.load"])
    labels: dict[str, str] = Field(examples=[{"host": "a"}])
    unit: str | None = Field(examples=["%"])
    agg: str = Field(description="What a bucket holds: avg, rate (a second) or sum", examples=["avg"])
    model: str = Field(examples=["seasonal"])
    made_at: str = Field(description=_TIME)
    step_seconds: float = Field(description="Length of a bucket", examples=[3600.0])
    mase: float | None = Field(description="Backtest: error as a multiple of seasonal-naive's", examples=[0.8])
    coverage: dict[str, float | None] = Field(
        description="Backtest: share of the truth inside the 80 % and the 95 % interval",
        examples=[{"80": 0.81, "95": 0.95}],
    )
    held: Held
    metadata: dict[str, Any] = Field(description="The other numbers behind it")
    points: list[ForecastPoint]


class ForecastPage(BaseModel):
    """A page of forecasts, by series."""

    items: list[ForecastOut]
    next: str | None = Field(description="The cursor of the next page; null at the end")
    generated_at: str
