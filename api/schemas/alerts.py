"""HTTP shapes of alerts: what is said about an episode, and how that changed."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from db.records import Severity

_TIME = "RFC 3339, UTC"
_V = "In the unit of the series"


class AlertOut(BaseModel):
    """An alert as it stands. The same fields are pushed live."""

    model_config = ConfigDict(extra="allow")

    id: int = Field(examples=[5])
    severity: Severity
    state: Literal["opened", "raised", "revised", "closed", "retracted"]
    metric: str = Field(examples=["cpu.load"])
    labels: dict[str, str] = Field(examples=[{"host": "a"}])
    t: str = Field(description=f"Time of the most unusual point: {_TIME}", examples=["2026-01-01T00:00:00+00:00"])
    value: float | None = Field(description=_V, examples=[97.0])
    expected: float | None = Field(description=_V, examples=[12.0])
    score: float = Field(description="0 to 1, calibrated", examples=[0.9995])
    reason: str = Field(description="In words")
    seq: int = Field(description="Number of its newest transition", examples=[813])
    changed_at: str = Field(description=f"Time of that transition: {_TIME}")


class AlertPage(BaseModel):
    """A page of alerts, newest first."""

    items: list[AlertOut]
    next: str | None = Field(description="The cursor of the next page; null at the end")
    generated_at: str


class TransitionOut(BaseModel):
    """A change of an alert's state."""

    seq: int = Field(examples=[813])
    state: Literal["opened", "raised", "revised", "closed", "retracted"]
    severity: Severity
    at: str = Field(description=_TIME)
    alert: AlertOut | dict[str, object] = Field(description="The alert as it was then")


class AlertHistory(BaseModel):
    """An alert with all that happened to it, in order."""

    alert: AlertOut
    transitions: list[TransitionOut]
    generated_at: str
