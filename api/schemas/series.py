"""HTTP shapes of series and metrics."""

from __future__ import annotations

from pydantic import BaseModel, Field

_TIME = "RFC 3339, UTC"


class SeriesOut(BaseModel):
    """A metric with its labels."""

    id: int = Field(examples=[17])
    metric: str = Field(examples=["cpu.load"])
    labels: dict[str, str] = Field(examples=[{"host": "a"}])
    unit: str | None = Field(examples=["%"])
    kind: str = Field(description="gauge, counter, money or event", examples=["gauge"])
    newest: str | None = Field(description=f"Time of the newest point: {_TIME}", examples=["2026-01-01T00:00:00+00:00"])
    step_seconds: float | None = Field(description="Usual distance of its points, as learned", examples=[10.0])
    stale: bool = Field(description="It has stopped")


class SeriesPage(BaseModel):
    """A page of series, by id."""

    items: list[SeriesOut]
    next: str | None = Field(description="The cursor of the next page; null at the end")
    generated_at: str


class MetricOut(BaseModel):
    """A metric over all of its series."""

    metric: str = Field(examples=["cpu.load"])
    kind: str | None = Field(description="Null where its series disagree", examples=["gauge"])
    unit: str | None = Field(description="Null where its series disagree or say none", examples=["%"])
    series: int = Field(description="How many", examples=[12])
    newest: str | None = Field(description=f"Time of the newest point: {_TIME}", examples=["2026-01-01T00:00:00+00:00"])


class MetricsPage(BaseModel):
    """A page of metrics, by name."""

    items: list[MetricOut]
    next: str | None = Field(description="The cursor of the next page; null at the end")
    generated_at: str
