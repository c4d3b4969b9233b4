"""HTTP shapes of what was found and what can be done about it."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, Field

from api.schemas.common import NO_NUL, Strict
from api.schemas.insights import InsightOut
from api.schemas.patterns import PatternOut
from db.records import Severity

_TIME = "RFC 3339, UTC"
State = Literal["requested", "accepted", "done", "failed", "cancelled"]


class DeviceAction(BaseModel):
    """What a device is asked to do."""

    type: Literal["DEVICE_CONTROL", "CONFIGURATION_CHANGE"]
    target_device_id: str = Field(examples=["coach-3"])
    command: str = Field(examples=["set_fan"])
    payload: dict[str, Any] = Field(examples=[{"level": "high", "minutes": 60}])


class ActionableRecommendation(BaseModel):
    """What can be done about an insight. With an action it can be asked for at a click: POST …/{id}/request."""

    id: str = Field(examples=["5f0c2f4e1d7a9b3c8e6d4f2a1b.t9f3a01c2"])
    text: str
    action: DeviceAction | None
    estimated_impact: str | None
    severity: Severity


class SystemInsight(InsightOut):
    """An insight with what can be done about it."""

    recommendations: list[ActionableRecommendation]


class InsightsSummary(BaseModel):
    """What was found, in short."""

    attention: int = Field(description="High and critical ones", examples=[2])
    actionable: int = Field(description="On this page, those with an action at a click", examples=[1])
    worst: str | None = Field(description="Id of the newest of the worst")
    headline: str = Field(description="In a sentence")


class SystemInsightsResponse(BaseModel):
    """A page of insights, newest first."""

    total_insights: int = Field(description="On all pages", examples=[4])
    insights: list[SystemInsight]
    severity_distribution: dict[Severity, int]
    summary: InsightsSummary
    next: str | None = Field(description="The cursor of the next page; null at the end")
    generated_at: datetime


class PatternsResponse(BaseModel):
    """A page of patterns, newest first."""

    patterns: list[PatternOut]
    types: dict[str, int] = Field(description="How many of each type on this page", examples=[{"cycle": 3}])
    next: str | None
    generated_at: datetime


class RecommendationOut(ActionableRecommendation):
    """A recommendation with the insight that it comes from, and what was asked for already."""

    insight_id: str
    insight_title: str
    metric: str
    labels: dict[str, str]
    request: str | None = Field(description="Id of the newest request for its action; null: none", examples=["r-1"])


class RecommendationsPage(BaseModel):
    """Recommendations of active insights, those of the newest insight first."""

    items: list[RecommendationOut]
    next: str | None
    generated_at: datetime


class ActionChange(BaseModel):
    """A change of a request's state."""

    state: State
    at: datetime = Field(description=_TIME)
    by: str = Field(examples=["ada@example.org"])
    note: str | None = None


class ActionRequest(BaseModel):
    """An action that somebody asked for. Who controls the device fetches it, carries it out, and says so."""

    id: str = Field(examples=["0190f5c2a7"])
    recommendation_id: str
    insight_id: str
    text: str
    action: DeviceAction
    severity: Severity
    state: State
    requested_at: datetime = Field(description=_TIME)
    requested_by: str
    version: int = Field(description="Grows with every change; also the ETag")
    history: list[ActionChange] = Field(description="All changes, in order")


class ActionPage(BaseModel):
    """Requests by id."""

    items: list[ActionRequest]
    next: str | None


class ActionStep(Strict):
    """What became of a request."""

    state: Literal["accepted", "done", "failed", "cancelled"]
    note: str | None = Field(None, max_length=1000, pattern=NO_NUL, examples=["Fan runs since 14:03."])
