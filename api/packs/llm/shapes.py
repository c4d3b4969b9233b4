"""Shapes of the answers about usage. Amounts of money: a number rounded for people, and beside it, in a field that ends
with `_exact`, a decimal string with every digit. USD, ms, RFC 3339."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, Field

from api.packs.span import Basis, Told

Asked = Literal["24h", "7d", "30d", "90d", "1y", "all", "custom"]
Exact = Annotated[str, Field(description="USD, every digit", examples=["1234.567890123"])]
Count = Annotated[int, Field(ge=0)]
Cents = Annotated[float, Field(description="USD, rounded to 2 digits", examples=[1234.57])]
Fine = Annotated[float, Field(description="USD, rounded to 4 digits", examples=[0.0123])]
Milliseconds = Annotated[float | None, Field(description="ms; null where no message says how long it took")]


class Covered(Told):
    """`time_range`: `custom` where from or to were given."""

    time_range: Asked


class AnalyticsSummary(Covered):
    """What happened in the range. Trends: percent against the window of equal length right before, by the rule that
    nothing before and something now is 100; where `trend_basis` is not `ok` that is no measurement: hide it."""

    total_messages: Count
    total_sessions: Count = Field(description="Distinct, with a message in the range")
    total_projects: Count = Field(description="Distinct, with a message in the range")
    total_cost: Cents
    total_cost_exact: Exact
    priced_messages: Count = Field(description="Messages with a cost, stated or computed")
    computed_messages: Count = Field(description="Those of them whose cost the price book gave")
    unpriced_messages: Count = Field(description="Messages without a cost: of models that have no price")
    messages_trend: float
    trend_basis: Basis = Field(description="Of messages_trend")
    cost_trend: float
    cost_trend_basis: Basis
    most_active_project: str | None = Field(description="Name of the project with most messages")
    most_active_project_id: str | None
    most_used_model: str | None = Field(description="Of messages that name one")


class HeatmapCell(BaseModel):
    """An hour of a weekday, over all weeks of the range."""

    day_of_week: int = Field(ge=0, le=6, description="0: Monday … 6: Sunday")
    hour: int = Field(ge=0, le=23)
    count: Count
    avg_cost: float | None = Field(description="USD a message that has a cost, rounded to 4 digits")
    avg_response_time: Milliseconds


class ActivityHeatmap(Covered):
    """When messages happen, in the hours of the caller's zone. 168 cells, or with fill=none those with messages."""

    cells: list[HeatmapCell]
    total_messages: Count
    peak_hour: int | None = Field(description="The hour with most messages, all weekdays together; null without any")
    peak_day: int | None = Field(description="The weekday with most messages; null without any")


class CostDataPoint(BaseModel):
    """A bucket. `message_count`: messages with a cost, `all_messages`: with or without."""

    timestamp: datetime = Field(description="Where the bucket begins, in the caller's zone")
    cost: float | None = Field(description="USD, rounded to 4 digits")
    cost_exact: str | None
    message_count: Count
    all_messages: Count
    cost_by_model: dict[str, float] = Field(description="USD, rounded to 4 digits")
    partial: bool = Field(description="Not wholly asked for, or not over yet")


class CostAnalytics(Covered):
    """What messages cost over time. The average is over messages that have a cost."""

    data_points: list[CostDataPoint]
    total_cost: Cents
    total_cost_exact: Exact
    average_cost_per_message: Fine
    average_cost_per_message_exact: str | None = Field(description="To 60 digits; null without any priced message")
    priced_messages: Count
    computed_messages: Count
    unpriced_messages: Count
    total_messages: Count
    group_by: str
    cost_by_model: dict[str, float] = Field(description="USD, rounded to 2 digits; `unknown`: no model named")
    cost_by_model_exact: dict[str, str]
    cost_by_project: dict[str, float] = Field(description="By project id; `unknown`: no project named")
    cost_by_project_exact: dict[str, str]
    project_names: dict[str, str]


class ModelUsage(BaseModel):
    """One model. Averages are over those messages that say the thing: the counts stand beside."""

    model: str
    message_count: Count
    share_percent: float | None = Field(description="Of all messages that name a model")
    total_cost: Cents
    total_cost_exact: Exact
    priced_messages: Count
    avg_cost_per_message: float | None = Field(description="USD a message that has a cost, rounded to 4 digits")
    avg_response_time_ms: Milliseconds
    p50_response_time_ms: Milliseconds
    p95_response_time_ms: Milliseconds
    p99_response_time_ms: Milliseconds
    timed_messages: Count
    avg_tokens_input: float | None
    avg_tokens_output: float | None
    tokened_messages: Count
    input_tokens: Count
    output_tokens: Count
    cache_read_tokens: Count
    cache_write_tokens: Count
    failed_messages: Count
    trend_percentage: float | None = Field(description="Messages against the window before; null but for basis ok")
    trend_basis: Basis


class ModelUsageStats(Covered):
    """Models, the most used first."""

    models: list[ModelUsage]
    total_models: Count
    without_model: Count = Field(description="Messages that name no model")
    total_messages: Count
    most_used: str | None
    least_used: str | None
    percentiles: str = Field("exact", description="Over every response time in the range, linear between neighbours")


class Tokens(BaseModel):
    """Tokens by tier. `input_tokens`: of prompts, not from or to a cache; `total_tokens`: input + output."""

    input_tokens: int | None
    output_tokens: int | None
    total_tokens: int | None
    cache_read_tokens: int | None
    cache_write_5m_tokens: int | None
    cache_write_1h_tokens: int | None


class TokenDataPoint(Tokens):
    """A bucket."""

    timestamp: datetime
    message_count: Count
    partial: bool


class TokenUsageStats(Covered):
    """Tokens over time. Averages are over messages that state tokens."""

    data_points: list[TokenDataPoint]
    total_input_tokens: Count
    total_output_tokens: Count
    total_cache_read_tokens: Count
    total_cache_write_5m_tokens: Count
    total_cache_write_1h_tokens: Count
    cache_hit_percent: float | None = Field(description="Read from a cache, of all that prompts held")
    avg_input_tokens_per_message: float
    avg_output_tokens_per_message: float
    tokened_messages: Count
    total_messages: Count
    group_by: str
