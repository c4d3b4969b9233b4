"""HTTP shapes of trends, for the OpenAPI document. Answers are written by `api.query.answer`."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

_T = "RFC 3339 with the zone's offset"
_V = "In the unit of the series; a rate is per second, a count has no unit"


class PointOut(BaseModel):
    """A bucket that has points, or a raw point."""

    t: str = Field(description=f"Where the bucket begins: {_T}", examples=["2026-01-01T00:00:00+01:00"])
    v: float | None = Field(description=_V, examples=[0.5])
    n: int = Field(description="How many points it stands for", examples=[96])
    partial: bool | None = Field(None, description="True: the bucket is not complete, or not wholly asked for")
    filled: bool | None = Field(None, description="True: the bucket has no points, `fill` made this one")


class BandPoint(BaseModel):
    """What the detectors expected."""

    t: str = Field(description=_T, examples=["2026-01-01T00:00:00+01:00"])
    expected: float = Field(description=_V, examples=[0.5])
    lo: float = Field(description=_V, examples=[0.3])
    hi: float = Field(description=_V, examples=[0.7])


class SeriesTrend(BaseModel):
    """One group of series."""

    labels: dict[str, str] = Field(examples=[{"host": "a"}])
    points: list[PointOut]
    total: float | None = Field(description="The aggregate over the whole range, not over its buckets", examples=[0.5])
    band: list[BandPoint] | None = Field(None, description="With band=true, where the group is one series")


class Comparison(BaseModel):
    """A group in the window before."""

    total: float | None = Field(description="The aggregate over the window before", examples=[0.4])
    change: float | None = Field(description="Total now minus total before", examples=[0.1])
    change_pct: float | None = Field(description="In percent; only where trend_basis is ok", examples=[25.0])
    trend_basis: Literal["ok", "no_baseline", "partial"] = Field(
        description="no_baseline: nothing before, or 0, or it began within. partial: this range is not complete yet"
    )


class GroupComparison(Comparison):
    """The same, of one group."""

    labels: dict[str, str]


class ComparisonOut(BaseModel):
    """The window right before, as long as this one. With a single group its numbers stand here too."""

    from_: str = Field(alias="from", description=_T, examples=["2025-12-25T00:00:00+01:00"])
    to: str = Field(description=_T, examples=["2026-01-01T00:00:00+01:00"])
    total: float | None = None
    change: float | None = None
    change_pct: float | None = None
    trend_basis: Literal["ok", "no_baseline", "partial"] | None = None
    series: list[GroupComparison]


class TrendOut(BaseModel):
    """A metric over time."""

    metric: str = Field(examples=["cpu.load"])
    unit: str | None = Field(description="Null where series disagree or say none", examples=["%"])
    kind: str | None = Field(
        description="gauge, counter, money or event; null where series disagree", examples=["gauge"]
    )
    agg: str = Field(examples=["avg"])
    bucket: str = Field(description="raw, 15m, 1h, day, week or month", examples=["day"])
    timezone: str = Field(examples=["Europe/Berlin"])
    from_: str = Field(alias="from", description=f"Inside the range: {_T}", examples=["2026-01-01T00:00:00+01:00"])
    to: str = Field(description=f"Outside the range: {_T}", examples=["2026-01-08T00:00:00+01:00"])
    source: str = Field(description="The rollup that answered, or samples", examples=["samples_15m"])
    complete_through: str | None = Field(description="Up to here the answer is final, but for late points")
    generated_at: str = Field(examples=["2026-01-08T09:00:00.000+00:00"])
    series: list[SeriesTrend]
    comparison: ComparisonOut | None
    warnings: list[str]
