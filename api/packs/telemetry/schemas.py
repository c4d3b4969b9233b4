"""HTTP shapes of telemetry: trends, correlations and a device against its fleet."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from api.schemas.alerts import AlertOut
from api.schemas.trends import BandPoint, PointOut
from db.records import Severity

_T = "RFC 3339 with the zone's offset"
_V = "In the unit of the metric; a rate is per second"
Basis = Literal["ok", "no_baseline", "partial"]


class Windowed(BaseModel):
    """What an answer over time says of itself."""

    model_config = ConfigDict(populate_by_name=True)

    timezone: str = Field(examples=["Europe/Berlin"])
    from_: str = Field(alias="from", description=f"Inside the range: {_T}", examples=["2026-01-01T00:00:00+01:00"])
    to: str = Field(description=f"Outside the range: {_T}", examples=["2026-01-02T00:00:00+01:00"])
    complete_through: str | None = Field(description="Up to here the answer is final, but for late points; null: empty")
    generated_at: datetime = Field(description="When the answer was made, in UTC")


class TrendPoint(PointOut):
    """A bucket, or a raw point."""

    anomaly: bool | None = Field(None, description="True: something in it was unusual")


class MetricAnomaly(BaseModel):
    """A stretch of unusual points of one series of the metric."""

    id: int = Field(examples=[7])
    kind: str = Field(description="anomaly, stale or threshold", examples=["anomaly"])
    state: Literal["open", "closed"]
    severity: Severity
    labels: dict[str, str] = Field(examples=[{"device": "a"}])
    opened_at: str = Field(description=f"Of its first point: {_T}")
    last_at: str = Field(description=f"Of its newest unusual point: {_T}")
    peak_at: str = Field(description=f"Of its most unusual point: {_T}")
    closed_at: str | None = Field(description=_T)
    points: int = Field(examples=[3])
    score: float = Field(description="0 to 1, calibrated", examples=[0.9995])
    value: float | None = Field(description=_V, examples=[97.0])
    expected: float | None = Field(description=_V, examples=[12.0])
    lo: float | None = Field(description=_V, examples=[5.0])
    hi: float | None = Field(description=_V, examples=[20.0])
    detector: str = Field(examples=["seasonal_level"])
    reason: str = Field(description="In words")


class MetricStats(BaseModel):
    """Over all raw points in the range; null where there is none, and for counters, whose level says nothing."""

    n: int = Field(description="Raw points", examples=[1440])
    mean: float | None = Field(description=_V, examples=[0.5])
    min: float | None = Field(description=_V, examples=[0.1])
    max: float | None = Field(description=_V, examples=[0.9])
    first: float | None = Field(description=_V)
    last: float | None = Field(description=_V)
    total: float | None = Field(description="The aggregate that is asked for, over the whole range", examples=[0.5])


class MetricDirection(BaseModel):
    """Where a metric goes: the whole range against the one right before, as long as this one."""

    direction: Literal["up", "down", "flat"] | None = Field(description="Null unless trend_basis is ok")
    trend_basis: Basis = Field(description="no_baseline: nothing before, or 0. partial: this range is not over yet")
    change: float | None = Field(description=f"Total now minus total before. {_V}", examples=[0.1])
    change_pct: float | None = Field(description="In percent; null unless trend_basis is ok", examples=[25.0])
    before: float | None = Field(description=f"The total before. {_V}", examples=[0.4])
    slope_per_hour: float | None = Field(description="Of the least-squares line through whole buckets", examples=[0.01])
    slope_points: int = Field(description="Points that the line goes through", examples=[24])


class MetricTrendData(BaseModel):
    """A metric, or one group of its series, over time."""

    metric: str = Field(examples=["cpu.load"])
    unit: str | None = Field(examples=["%"])
    kind: str | None = Field(examples=["gauge"])
    agg: str = Field(examples=["avg"])
    bucket: str = Field(examples=["15m"])
    source: str = Field(description="The rollup that answered, or samples", examples=["samples_15m"])
    complete_through: str | None = Field(description=_T)
    labels: dict[str, str] = Field(examples=[{"device": "a"}])
    series: int = Field(description="Series in it", examples=[1])
    points: list[TrendPoint]
    band: list[BandPoint] = Field(description="What was expected; empty where it stands for several series")
    anomalies: list[MetricAnomaly] = Field(description="Newest first, at most 500")
    stats: MetricStats
    trend: MetricDirection
    warnings: list[str]


class TrendsSummary(BaseModel):
    """The answer in short."""

    metrics: int = Field(examples=[5])
    metrics_matching: int = Field(description="More than `metrics`: narrow the question to see the others")
    points: int = Field(description="Raw points behind the answer", examples=[7200])
    anomalies: int = Field(examples=[2])
    alerts_open: dict[Severity, int] = Field(description="Alerts that are open now, by severity")
    directions: dict[Literal["up", "down", "flat", "unknown"], int]
    headline: str = Field(description="In a sentence")


class PerformanceAlert(AlertOut):
    """An alert of one of the series shown, as it stands."""

    seq: int | None = None  # type: ignore[assignment]  # transitions are numbered for live readers only


class PerformanceTrendsResponse(Windowed):
    """Several metrics over one time. Keys of `metrics` are names, with labels where they are split."""

    time_window_hours: float = Field(examples=[24])
    resolution: str = Field(description="Length of a bucket; auto where metrics differ", examples=["15m"])
    summary: TrendsSummary
    metrics: dict[str, MetricTrendData]
    alerts: list[PerformanceAlert]
