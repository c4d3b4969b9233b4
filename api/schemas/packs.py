"""HTTP shapes of packs: the vocabulary of the domains there are, and the answers that they give by data alone."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from api.packs.span import Told
from db.packs.model import Type

Value = str | int | float | bool | None


class PropertyOut(BaseModel):
    """A property of an event. `decimal`: a number, or a string that spells one, kept to the last digit."""

    type: Type
    title: str
    required: bool
    unit: str | None = Field(examples=["m"])
    min: float | None
    max: float | None
    choices: list[str] | None = Field(description="The only values there are")


class EventTypeOut(BaseModel):
    """An event that the pack understands; send it to POST /api/v1/events."""

    type: str
    title: str
    needs: list[str] = Field(description="Of user_id, session_id and content_id, those that must be there")
    properties: dict[str, PropertyOut]


class MetricOut(BaseModel):
    """A metric that events become: a point an event. Ask for it at GET /api/v1/trends."""

    name: str
    title: str
    events: list[str] = Field(description="Types of the events that it comes from")
    unit: str | None
    agg: str = Field(description="How it is usually folded", examples=["sum"])
    good: Literal["up", "down"] | None = Field(description="Which direction is the good one")
    labels: list[str]


class ParamOut(BaseModel):
    """A parameter of an answer, besides those that every answer takes."""

    type: Literal["string", "integer", "number"]
    title: str
    required: bool
    default: str | int | float | None


class ColumnOut(BaseModel):
    """A column of an answer."""

    name: str = Field(examples=["metres"])
    type: Literal["string", "integer", "number", "decimal", "boolean", "time"] = Field(
        description="decimal: exact, a string in JSON"
    )
    title: str
    unit: str | None = Field(examples=["m"])


class AnswerInfo(BaseModel):
    """A question that the pack answers."""

    name: str
    title: str
    address: str = Field(examples=["/api/v1/packs/tides/answers/levels"])
    params: dict[str, ParamOut]
    columns: list[ColumnOut]
    bucket: str | None = Field(description="How long a bucket is if none is asked for; null: not over time")


class PackFlagOut(BaseModel):
    """A feature flag that the pack declares; GET /api/v1/flags says how it stands."""

    name: str
    title: str
    description: str
    depends_on: list[str]


class PackInfo(BaseModel):
    """A domain, in its own words."""

    name: str
    title: str
    description: str
    events: list[EventTypeOut]
    metrics: list[MetricOut]
    answers: list[AnswerInfo]
    flags: list[PackFlagOut]
    terms: dict[str, str] = Field(description="What its words mean")


class PackAnswer(Told):
    """Rows of a pack's answer. Numbers that are exact, such as money, are strings."""

    pack: str
    answer: str
    title: str
    bucket: Literal["15m", "1h", "day", "week", "month"] | None = Field(description="Null: rows are not over time")
    columns: list[ColumnOut]
    rows: list[dict[str, Value]] = Field(
        description="The columns by name; over time also `t`, where the bucket begins, and `partial`: it is not over "
        "yet, or not wholly asked for",
        examples=[[{"t": "2026-01-01T00:00:00+01:00", "partial": False, "metres": "12.5"}]],
    )
