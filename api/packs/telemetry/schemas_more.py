"""HTTP shapes of telemetry, continued: correlations, a device against its fleet, cycles, readings."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, Field

from api.packs.telemetry.schemas import Windowed
from db.records import Severity

_T = "RFC 3339 with the zone's offset"
_V = "In the unit of the metric; a rate is per second"


class Variable(BaseModel):
    """A row and column of the matrix."""

    key: str = Field(examples=["cpu.load{device=a}"])
    metric: str = Field(examples=["cpu.load"])
    labels: dict[str, str] = Field(examples=[{"device": "a"}])


class CorrelationPair(BaseModel):
    """Two variables. Null where they share fewer than 4 buckets, or one of them does not move."""

    a: str = Field(examples=["solar.power"])
    b: str = Field(examples=["battery.voltage"])
    r: float | None = Field(description="-1 to 1", examples=[0.82])
    n: int = Field(description="Buckets that both have", examples=[168])
    n_effective: float | None = Field(description="Independent buckets that these are worth", examples=[37.5])
    p: float | None = Field(description="Two-sided: how likely so much is by chance", examples=[0.0004])
    q: float | None = Field(description="Share of false ones among pairs up to this p", examples=[0.002])


class CorrelationsResponse(Windowed):
    """Correlations over aligned buckets."""

    method: str = Field(examples=["pearson"])
    resolution: str = Field(examples=["1h"])
    metrics_matching: int = Field(description="Metrics that match; at most 50 are read")
    variables: list[Variable] = Field(description="At most 60")
    matrix: list[list[float | None]] = Field(description="r of each two variables, in their order")
    pairs: list[CorrelationPair] = Field(description="The strongest first")


class Among(BaseModel):
    """A value among those of its peers, itself left out."""

    v: float | None = Field(description=_V, examples=[12.1])
    peers: int = Field(description="Peers that have a value", examples=[11])
    median: float | None = Field(description=f"Of the peers. {_V}", examples=[12.6])
    p10: float | None = Field(description="10th percentile of the peers; null with fewer than two")
    p25: float | None
    p75: float | None
    p90: float | None
    robust_z: float | None = Field(
        description="Distance from the median in 1.4826 median absolute deviations; null where peers are all alike",
        examples=[-3.4],
    )
    percentile_rank: float | None = Field(description="Percent of peers below, ties by half", examples=[4.5])


class AmongPoint(Among):
    """A bucket."""

    t: str = Field(description=f"Where it begins: {_T}", examples=["2026-01-01T00:00:00+01:00"])


class Cohort(BaseModel):
    """Who is compared."""

    labels: dict[str, str] = Field(description="What all have in common", examples=[{"model": "A"}])
    devices: int = Field(description="The device itself is one of them", examples=[12])


class CohortInsight(BaseModel):
    """What the cohort model says of the device, over the past weeks."""

    insight_id: str
    title: str
    description: str
    severity: Severity
    confidence: float


class FleetComparison(Windowed):
    """A device beside its peers."""

    resolution: str = Field(examples=["1h"])
    metric: str = Field(examples=["battery.voltage"])
    agg: str = Field(examples=["avg"])
    device: str = Field(examples=["coach-3"])
    device_label: str = Field(examples=["device"])
    cohort: Cohort
    overall: Among = Field(description="Over the whole range")
    points: list[AmongPoint] = Field(description="Buckets in which anybody has a value, and which are over")
    insights: list[CohortInsight]


class FleetDevice(Among):
    """A device over the whole range."""

    device: str = Field(examples=["coach-3"])
    anomalies_open: int = Field(description="Open anomalies of this metric", examples=[1])
    silent: bool = Field(description="It has stopped sending this metric")


class FleetOverview(Windowed):
    """Devices by one metric, those farthest from their peers first."""

    resolution: str = Field(examples=["1h"])
    metric: str = Field(examples=["battery.voltage"])
    agg: str = Field(examples=["avg"])
    device_label: str = Field(examples=["device"])
    devices: int = Field(examples=[12])
    median: float | None = Field(description=f"Of all devices. {_V}")
    items: list[FleetDevice]
    next: str | None = Field(description="The cursor of the next page; null at the end")


class CycleSlot(BaseModel):
    """One hour of the day, or of the week."""

    slot: int = Field(description="Hour of the day from 0, or of the week from its first day", examples=[14])
    n: int = Field(description="Hours that fell into it", examples=[30])
    mean: float | None = Field(description=_V, examples=[0.5])
    p10: float | None
    p50: float | None
    p90: float | None


class CycleOverlay(BaseModel):
    """One day or week, to be drawn over the others."""

    t: str = Field(description=f"Where it begins: {_T}", examples=["2026-01-01T00:00:00+01:00"])
    v: list[float | None] = Field(description="A value a slot; null where there is none")
    partial: bool = Field(description="It is not over, or not wholly asked for")


class CyclesResponse(Windowed):
    """How a metric repeats itself."""

    metric: str = Field(examples=["cpu.load"])
    agg: str = Field(examples=["avg"])
    period: str = Field(examples=["day"])
    strength: float | None = Field(
        description="Share of the variance between hours that their slot explains, 0 to 1", examples=[0.83]
    )
    profile: list[CycleSlot]
    overlays: list[CycleOverlay]
    found: list[dict[str, Any]] = Field(description="Cycles that the pattern model found in series of this metric")


class Reading(BaseModel):
    """A metric as it was recorded."""

    id: str = Field(description="Of series and time", examples=["17-1767225600000000"])
    metric_name: str = Field(examples=["cpu.load"])
    value: float = Field(examples=[0.5])
    metadata: dict[str, str] = Field(description="The labels of its series", examples=[{"device": "a"}])
    timestamp: str = Field(description=_T, examples=["2026-01-01T00:00:00+01:00"])


class ReadingsPage(Windowed):
    """Readings, newest first."""

    metric_name: str
    items: list[Reading]
    next: str | None = Field(description="The cursor of the next page; null at the end")
