"""HTTP shapes of content analytics. Rates are percent; `null`: there is nothing to divide by."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, Field, StringConstraints

from api.packs.span import Basis, Told
from api.schemas.common import NO_NUL, Strict

Rate = Annotated[float | None, Field(description="Percent, rounded to 2 digits", examples=[4.8])]
Count = Annotated[int, Field(ge=0, examples=[250])]
Exact = Annotated[str, Field(description="To the last digit", examples=["4499.55"])]
Currency = Annotated[str, Field(description="ISO 4217; XXX: no currency was said", examples=["EUR"])]
Word = Annotated[str, StringConstraints(min_length=1, max_length=300, pattern=NO_NUL)]


class Measures(BaseModel):
    """What happened in some time. docs/domains/content.md defines each."""

    views: Count
    page_views: Count
    content_views: Count
    engaged_views: Count
    clicks: Count
    conversions: Count
    engagements: Count
    optimizations: Count
    engagement_rate: Rate
    click_through_rate: Rate
    conversion_rate: Rate
    optimization_score: float | None = Field(description="Mean, rounded to 2 digits", examples=[78.2])
    revenue: float = Field(description="In `currency`, rounded to 2 digits", examples=[4499.55])
    revenue_exact: Exact


class TopContent(BaseModel):
    """A piece of content among those most seen."""

    content_id: str = Field(examples=["123"])
    title: str | None = Field(description="If the content service told it")
    views: Count
    clicks: Count
    conversions: Count
    conversion_rate: Rate
    engagement_rate: Rate
    revenue: float
    revenue_exact: Exact


class Day(Measures):
    """A local day."""

    date: str = Field(examples=["2026-01-31"])
    t: str = Field(description="Where it begins: RFC 3339", examples=["2026-01-31T00:00:00+01:00"])
    partial: bool = Field(description="Not wholly asked for, or not over yet")


class Compared(BaseModel):
    """A total against the period before."""

    before: float | None = Field(description="The total of the period before; null where it has none")
    before_exact: str | None = Field(None, description="Of revenue, to the last digit")
    change_percent: float | None = Field(description="Null but for basis ok", examples=[12.5])
    trend_basis: Basis


class Comparison(BaseModel):
    """Against the period before: as many days, up to the same time of day."""

    from_: str = Field(alias="from")
    to: str
    views: Compared
    clicks: Compared
    conversions: Compared
    revenue: Compared
    engagement_rate: Compared
    optimization_score: Compared

    model_config = {"populate_by_name": True}


class Dashboard(Told):
    """All at a glance."""

    total_views: Count
    total_page_views: Count
    total_content_views: Count
    total_clicks: Count
    total_conversions: Count
    total_engagements: Count
    total_optimizations: Count
    avg_engagement_rate: Rate
    click_through_rate: Rate
    conversion_rate: Rate
    avg_optimization_score: float | None = Field(examples=[78.2])
    total_revenue: float = Field(description="In `currency`, rounded to 2 digits", examples=[4499.55])
    total_revenue_exact: Exact
    currency: Currency
    revenue_by_currency: dict[str, str] = Field(examples=[{"EUR": "4499.55"}])
    top_content: list[TopContent]
    metrics_by_day: list[Day]
    comparison: Comparison


class Ranked(Told):
    """Content by a measure, the largest first."""

    items: list[ContentRow]
    next: str | None = Field(description="Cursor of the next page, null on the last")
    currency: Currency


class ContentRow(Measures):
    """A piece of content."""

    content_id: str
    title: str | None


class Step(BaseModel):
    """A step of the funnel."""

    step: str = Field(examples=["converted"])
    visitors: Count
    percent: Rate


class Performance(Told):
    """One piece of content. The funnel counts visitors: sessions, or users without one."""

    content_id: str
    title: str | None
    kind: str | None
    author: str | None
    url: str | None
    published_at: datetime | None
    totals: Measures
    currency: Currency
    revenue_by_currency: dict[str, str]
    funnel: list[Step]
    comparison: Comparison


class Point(Measures):
    """A bucket."""

    t: str
    partial: bool


class Series(Told):
    """Measures over time."""

    bucket: str
    content_id: str | None
    currency: Currency
    points: list[Point]
    totals: Measures


class MetadataIn(Strict):
    """What the content service says of a piece of content. What is left out is emptied."""

    title: Word | None = None
    kind: Word | None = Field(None, examples=["article"])
    author: Word | None = None
    url: Annotated[str, StringConstraints(max_length=2000, pattern=NO_NUL)] | None = None
    tags: list[Word] = Field(default_factory=list, max_length=50)
    published_at: datetime | None = None


class MetadataOut(BaseModel):
    """A piece of content as it is described."""

    content_id: str
    title: str | None
    kind: str | None
    author: str | None
    url: str | None
    tags: list[str]
    published_at: datetime | None
    described_at: datetime | None = Field(description="Null: known from events only")


class Today(BaseModel):
    """What a user did on one day of UTC."""

    user_id: str
    date: str = Field(examples=["2026-01-31"])
    page_views: Count
    content_views: Count
    content_optimized: Count
    conversions: Count
    engagements: Count
    clicks: Count
    revenue_by_currency: dict[str, str]
    source: str = Field(description="redis or database", examples=["redis"])
    as_of: datetime = Field(description="What was received before is in")
