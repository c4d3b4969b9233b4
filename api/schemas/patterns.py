"""HTTP shapes of patterns: what recurs in a series, or belongs together in several."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, Field

_TIME = "RFC 3339, UTC"


class PatternSeries(BaseModel):
    """A series that a pattern is about."""

    series_id: int = Field(examples=[17])
    metric: str = Field(examples=["cpu.load"])
    labels: dict[str, str] = Field(examples=[{"host": "a"}])
    unit: str | None = Field(examples=["%"])


class PatternOut(BaseModel):
    """A cycle or regimes of one series, or two series that move together. The same pattern keeps its id."""

    pattern_id: str = Field(examples=["0c2f4e1d7a9b3c8e6d4f2a1b5f"])
    pattern_type: str = Field(description="cycle, correlation or regime", examples=["cycle"])
    description: str = Field(description="In words, with numbers")
    confidence: float = Field(description="0 to 1: how sure it is", examples=[0.99])
    frequency: str | None = Field(examples=["every 24 hours"])
    correlation_factors: dict[str, Any] = Field(description="The numbers of what belongs together: r, lag, q, …")
    metadata: dict[str, Any] = Field(description="The other numbers behind it")
    model: str = Field(description="What found it", examples=["cycles"])
    series: list[PatternSeries] = Field(description="Those it is about; of two the leader first")
    since: str = Field(description=f"The data it was found in begin here: {_TIME}")
    until: str = Field(description=f"… and end here: {_TIME}")
    created_at: str = Field(description=f"When it was found first: {_TIME}")
    revised_at: str = Field(description=f"When what it says last changed: {_TIME}")
    closed_at: str | None = Field(description=f"Since when it is no longer found: {_TIME}")
    expires_at: str = Field(description=f"When it goes, unless it is found again: {_TIME}")
    active: bool = Field(description="It is still found, and has not expired")


class PatternPage(BaseModel):
    """A page of patterns, newest first."""

    items: list[PatternOut]
    next: str | None = Field(description="The cursor of the next page; null at the end")
    generated_at: str
