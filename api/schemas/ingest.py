"""HTTP shapes of ingest, for the OpenAPI document. Bodies are read by `api.ingest`, which is faster and says more."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, Field

Time = str | int | float
_TIME = "RFC 3339 with a zone, or epoch s, ms, µs or ns, told apart by size; 1973-03-03 to one day ahead"
_LABELS = "At most 32; names up to 100 characters, values up to 300; names do not start with __"
_UNIT = "Such as %, ms, USD; kept from the first time that a series is named"


class SeriesIn(BaseModel):
    """Points of one series, as two columns of equal length."""

    metric: str = Field(min_length=1, max_length=200, examples=["cpu.load"])
    labels: dict[str, str] | None = Field(None, description=_LABELS, examples=[{"host": "a"}])
    t: list[Time] = Field(description=_TIME, examples=[[1767225600000, 1767225601000]])
    v: list[float] = Field(description="Finite numbers, in the series' unit", examples=[[0.5, 0.52]])
    unit: str | None = Field(None, max_length=50, description=_UNIT, examples=["%"])
    kind: Literal["gauge", "counter", "money"] | None = Field(None, description="How numbers fold; gauge if not said")


class PointIn(BaseModel):
    """One point."""

    metric: str = Field(min_length=1, max_length=200, examples=["cpu.load"])
    labels: dict[str, str] | None = Field(None, description=_LABELS, examples=[{"host": "a"}])
    t: Time = Field(description=_TIME, examples=["2026-01-01T00:00:00Z"])
    v: float = Field(description="A finite number, in the series' unit", examples=[0.5])
    unit: str | None = Field(None, max_length=50, description=_UNIT, examples=["%"])
    kind: Literal["gauge", "counter", "money"] | None = Field(None, description="How numbers fold; gauge if not said")


class SeriesBody(BaseModel):
    """Points in columns: the fast shape."""

    series: list[SeriesIn]


class PointsBody(BaseModel):
    """Points in rows."""

    points: list[PointIn]


class EventIn(BaseModel):
    """Something that happened once. The same event_id is the same event."""

    event_id: str | None = Field(None, max_length=200, description="Absent: made up, and a repeat is a new event")
    event_type: str = Field(min_length=1, max_length=100, examples=["content_view"])
    timestamp: Time | None = Field(None, description=f"{_TIME}; absent: now")
    user_id: str | None = Field(None, max_length=200, examples=["user123"])
    session_id: str | None = Field(None, max_length=200, examples=["session456"])
    content_id: str | None = Field(None, max_length=200, examples=["123456"])
    properties: dict[str, Any] | None = Field(
        None, description="Up to 32 KiB of JSON, 10 levels deep", examples=[{"source": "homepage", "revenue": 99.99}]
    )


class EventsBody(BaseModel):
    """A list of events."""

    events: list[EventIn]


class Rejected(BaseModel):
    """A row that was not taken."""

    index: int = Field(description="Position in the body: running over all points; the line for lines", examples=[3])
    reason: str = Field(examples=["the value is NaN or infinite"])


class IngestAnswer(BaseModel):
    """What became of a body. accepted + duplicate + rejected are its rows; for line protocol a row is a field."""

    accepted: int = Field(description="Rows that are durable now", examples=[9999])
    duplicate: int = Field(description="Rows that say again what is known: adding nothing", examples=[0])
    late: int = Field(description="Accepted rows whose 15-minute window ended a while ago", examples=[0])
    rejected: list[Rejected]
    overflow: int | None = Field(None, description="Accepted points that went to an __overflow__ series")
    warnings: list[str] | None = None


class IngestProblem(BaseModel):
    """problem+json (RFC 9457); when no row can be used, with the reason for each."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    rejected: list[Rejected] | None = None
