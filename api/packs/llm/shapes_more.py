"""Shapes of comparisons and trends."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, Field

from api.packs.llm.shapes import Cents, Count, Covered, Exact, Milliseconds
from api.packs.span import Basis

Metric = Literal["messages", "costs", "sessions", "response_time"]


class ProjectUsage(BaseModel):
    """One of the compared projects. Shares are of all that are compared; `..._of_all` of everything."""

    project_id: str
    name: str
    rank: int = Field(ge=1, description="By cost, the dearest first")
    total_messages: Count
    total_sessions: Count = Field(description="Sessions that belong to the project")
    total_cost: Cents
    total_cost_exact: Exact
    priced_messages: Count
    unpriced_messages: Count
    cost_share_percent: float | None
    cost_share_of_all_percent: float | None
    message_share_percent: float | None
    message_share_of_all_percent: float | None
    cost_per_message: float | None = Field(description="USD a message that has a cost, rounded to 4 digits")
    cost_per_message_exact: str | None
    tokens_per_message: float | None = Field(description="Input and output, a message that states tokens")
    input_tokens: Count
    output_tokens: Count
    cache_hit_percent: float | None
    avg_response_time_ms: Milliseconds
    p50_response_time_ms: Milliseconds
    p95_response_time_ms: Milliseconds
    p99_response_time_ms: Milliseconds
    failed_percent: float | None
    messages_trend_percent: float | None = Field(description="Null but for trend_basis ok")
    trend_basis: Basis
    cost_trend_percent: float | None
    cost_trend_basis: Basis


class Pair(BaseModel):
    """Whether two projects differ in cost a message: Welch's test, p corrected for the number of pairs (Holm)."""

    first: str
    second: str
    ratio: float | None = Field(description="Cost a message of the first, over that of the second")
    p_value: float | None = Field(description="Null with fewer than 30 priced messages on a side")
    significant: bool | None = Field(description="p below 0.05")


class ProjectComparison(Covered):
    """Projects side by side, the dearest first."""

    projects: list[ProjectUsage]
    total_messages: Count
    total_cost: Cents
    total_cost_exact: Exact
    cost_per_message: list[Pair]
    note: str = (
        "p values take messages for independent; those of one session are not quite, so read them with a grain of salt."
    )


class TrendPoint(BaseModel):
    """A bucket. Percentiles for response times only."""

    timestamp: datetime
    value: float | None = Field(description="Null: no messages to say it of")
    value_exact: str | None = Field(description="Costs only: USD, every digit")
    messages: Count
    p50: float | None = None
    p95: float | None = None
    p99: float | None = None
    partial: bool


class Direction(BaseModel):
    """Where it goes: the median slope of all pairs (Theil-Sen), and whether that is more than chance (Mann-Kendall,
    weekdays taken out). Over whole buckets only."""

    direction: Literal["rising", "falling", "steady", "unknown"]
    slope_per_day: float | None
    p_value: float | None
    buckets: Count


class Weekday(BaseModel):
    """An average whole day of the week; 0: Monday."""

    day_of_week: int = Field(ge=0, le=6)
    mean: float | None
    days: Count


class ForecastPoint(BaseModel):
    """What is to be expected; nine in ten lie between `lo` and `hi` if things go on as they did."""

    timestamp: datetime
    value: float
    lo: float
    hi: float


class Said(BaseModel):
    """A finding in a sentence, with the numbers it rests on."""

    kind: Literal["change", "direction", "weekdays", "peak", "forecast", "prices", "too_little"]
    text: str
    evidence: dict[str, Any]


class UsageTrends(Covered):
    """A metric over time, and what is to be said of it. `change` is null but for trend_basis ok."""

    metric: Metric
    unit: str
    group_by: str
    data_points: list[TrendPoint]
    total: float | None = Field(description="Sum of the range; distinct sessions; the mean of response times")
    total_exact: str | None
    previous_total: float | None
    change_percent: float | None
    trend_basis: Basis
    trend: Direction
    weekdays: list[Weekday]
    forecast: list[ForecastPoint]
    insights: list[Said]
