"""HTTP shapes of insights: what scheduled models found, in words and numbers."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, Field

from db.records import Severity

_TIME = "RFC 3339, UTC"


class InsightOut(BaseModel):
    """A finding about one series, or about a metric. The same finding keeps its id from run to run."""

    insight_id: str = Field(examples=["5f0c2f4e1d7a9b3c8e6d4f2a1b"])
    title: str = Field(examples=["cpu.load on host=a has a new level"])
    description: str = Field(description="In words, with numbers")
    category: str = Field(examples=["change"])
    severity: Severity
    confidence: float = Field(description="0 to 1: how sure it is", examples=[0.98])
    impact_score: float = Field(description="0 to 1: how much it matters", examples=[0.4])
    recommendations: list[Any] = Field(description="What may be done about it")
    metadata: dict[str, Any] = Field(description="The numbers behind it")
    model: str = Field(description="What found it", examples=["change_points"])
    series_id: int | None = Field(description="Null where it concerns more than one series", examples=[17])
    metric: str = Field(examples=["cpu.load"])
    labels: dict[str, str] = Field(examples=[{"host": "a"}])
    unit: str | None = Field(examples=["%"])
    since: str = Field(description=f"The data it speaks of begin here: {_TIME}", examples=["2026-01-01T00:00:00+00:00"])
    until: str = Field(description=f"… and end here: {_TIME}")
    created_at: str = Field(description=f"When it was found first: {_TIME}")
    revised_at: str = Field(description=f"When what it says last changed: {_TIME}")
    closed_at: str | None = Field(description=f"Since when it is no longer found: {_TIME}")
    expires_at: str = Field(description=f"When it goes, unless it is found again: {_TIME}")
    active: bool = Field(description="It is still found, and has not expired")


class InsightPage(BaseModel):
    """A page of insights, newest first."""

    items: list[InsightOut]
    next: str | None = Field(description="The cursor of the next page; null at the end")
    total: int = Field(description="How many match, on all pages")
    severity_distribution: dict[str, int] = Field(examples=[{"low": 3, "medium": 1, "high": 0, "critical": 0}])
    generated_at: str
