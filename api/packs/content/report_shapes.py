"""HTTP shapes of reports and their schedules."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field, StringConstraints

from api.schemas.common import NO_NUL, Strict

Metric = Literal[
    "views", "page_views", "content_views", "engaged_views", "clicks", "conversions", "engagements", "optimizations",
    "revenue", "engagement_rate", "click_through_rate", "conversion_rate", "optimization_score",
]  # fmt: skip
GroupBy = Literal["hour", "day", "week", "month", "content", "none"]
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
ContentId = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=NO_NUL)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=NO_NUL)]
Date = Annotated[str, StringConstraints(min_length=10, max_length=40)]


class _What(Strict):
    """What a report tells."""

    metrics: list[Metric] = Field(default=["views", "conversions", "revenue"], min_length=1, max_length=20)
    group_by: GroupBy = Field("day", description="Rows: a bucket of time each, a piece of content each, or one")
    content_ids: list[ContentId] = Field(default_factory=list, max_length=500, description="Empty: everything")
    timezone: str = Field("UTC", max_length=100, description="IANA name", examples=["Europe/Berlin"])
    currency: str | None = Field(None, pattern=r"^[A-Z]{3}$", description="Of revenue; null: that of most sales")
    week_start: Weekday = "monday"

    def unique(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Metrics and content ids, each once, in order."""
        return tuple(dict.fromkeys(self.metrics)), tuple(dict.fromkeys(self.content_ids))


class ReportIn(_What):
    """Dates without a zone are of `timezone`. An `end_date` that is a date, or says 23:59:59, means that whole day; any
    other is itself outside."""

    name: Name = "Report"
    start_date: Date = Field(examples=["2024-01-01T00:00:00"])
    end_date: Date = Field(examples=["2024-01-31T23:59:59"])


class ReportListed(BaseModel):
    """A stored report without its rows. `data_version`: how often the data had changed when it was made."""

    id: int
    name: str
    query: dict[str, Any] = Field(description="The question, with from and to as RFC 3339: from inside, to outside")
    data_version: int
    complete_through: datetime = Field(description="Everything received that happened before is in the report")
    created_by: str
    created_at: datetime
    schedule: int | None = Field(description="The schedule that had it made")
    due_at: datetime | None


class ReportOut(ReportListed):
    """A stored report."""

    current: bool = Field(description="Nothing has come since: the same question would be answered the same")
    columns: list[str] = Field(examples=[["t", "partial", "views", "conversions", "revenue"]])
    rows: list[dict[str, Any]] = Field(description="Revenue is a string: exact. Rates are percent, null of nothing")
    totals: dict[str, Any]
    currency: str = Field(description="Of `revenue`", examples=["EUR"])
    revenue_by_currency: dict[str, str]


class ScheduleIn(_What):
    """A report over the last day, seven days or month that are over, made again and again and sent."""

    name: Name
    period: Literal["daily", "weekly", "monthly"]
    at: str = Field("07:00", pattern=r"^([01]\d|2[0-3]):[0-5]\d$", description="Local time in `timezone`")
    weekday: int = Field(0, ge=0, le=6, description="When weekly: 0 Monday … 6 Sunday")
    monthday: int = Field(1, ge=1, le=28, description="When monthly")
    channel: Literal["webhook", "email"]
    target: Annotated[str, StringConstraints(min_length=1, max_length=1000, pattern=NO_NUL)] = Field(
        description="A URL, or a mail address", examples=["ada@example.org"]
    )
    format: Literal["csv", "json"] = Field("csv", description="Of what is attached to a mail")
    enabled: bool = True


class ScheduleOut(ScheduleIn):
    """A schedule as it stands."""

    id: int
    due_at: datetime | None = Field(description="When it is due next; null while it is not enabled")
    last_due: datetime | None
    created_by: str
    created_at: datetime
