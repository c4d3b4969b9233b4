"""HTTP shapes of fitness: trends, the dashboard, milestones."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, Field, StringConstraints

from api.packs.span import Basis, Told
from api.schemas.common import NO_NUL, Strict
from api.schemas.milestones import MilestoneBase, MilestoneRules, Person, Target, Title
from api.schemas.milestones import Zone as ZoneName

Sport = Annotated[str, StringConstraints(min_length=1, max_length=40, pattern=NO_NUL)]
Adding = Literal["distance", "duration", "elevation", "calories", "activities"]
Measure = Literal["distance", "duration", "elevation", "calories", "activities", "avg_hr", "pace"]
_T = "RFC 3339 with the zone's offset"


class PeriodOut(BaseModel):
    """The period that is looked at, to its end, though that may lie ahead."""

    name: Literal["day", "week", "month", "quarter", "year"] | None = Field(description="Null: from and to")
    start: str = Field(description=f"Inside: {_T}", examples=["2026-03-01T00:00:00+01:00"])
    end: str = Field(description=f"Outside: {_T}", examples=["2026-04-01T00:00:00+02:00"])


class Question(Told):
    """What was asked."""

    athlete: str | None = Field(description="Null: all athletes", examples=["ann"])
    sport_type: list[str] | None = Field(description="Null: all kinds")
    period: PeriodOut
    bucket: str = Field(examples=["day"])


class TrendPoint(BaseModel):
    """A bucket."""

    t: str = Field(description=f"Where it begins: {_T}", examples=["2026-03-01T00:00:00+01:00"])
    v: float | None = Field(description="In the unit of the trend", examples=[10250.5])
    n: int = Field(description="Activities; 0: the value is filled in", examples=[1])
    partial: bool = Field(description="It is not over, or not wholly asked for")


class SportShare(BaseModel):
    """A kind of sport."""

    sport_type: str = Field(examples=["run"])
    value: float | None = Field(description="In the unit of the trend")
    activities: int
    share_pct: float | None = Field(description="Of all kinds, in percent; null for avg_hr and pace")


class TrendComparison(BaseModel):
    """The total beside that of the time before."""

    from_: str = Field(alias="from", description=_T)
    to: str = Field(description=_T)
    total: float | None = Field(description="Of the time before")
    activities: int
    change: float | None = Field(description="Total minus total before")
    change_pct: float | None = Field(description="In percent; null unless trend_basis is ok", examples=[12.5])
    trend_basis: Basis = Field(description="no_baseline: nothing before, or no activity as early. partial: data waits")
    direction: Literal["up", "down", "flat"] | None


class FitnessTrends(Question):
    """A measure over time."""

    metric: Measure
    unit: str = Field(examples=["m"])
    fill: Literal["none", "zero", "null", "locf", "linear"]
    points: list[TrendPoint]
    total: float | None = Field(description="Of the whole period; for avg_hr and pace the mean over all of it")
    activities: int
    slope_per_bucket: float | None = Field(description="Of the straight line through whole buckets; null: fewer than 3")
    sports: list[SportShare]
    comparison: TrendComparison | None


class SummaryItem(BaseModel):
    """A measure of the period."""

    metric: Measure
    unit: str
    value: float | None
    before: float | None = Field(description="Of the time before")
    change_pct: float | None = Field(description="In percent; null unless trend_basis is ok")
    trend_basis: Basis


class Run(BaseModel):
    """Days, or weeks, in a row with an activity."""

    current: int = Field(description="Up to today, or this week, which may still come")
    best: int
    total: int = Field(description="Active days, or weeks, in all")


class StreaksOut(BaseModel):
    """Of all activities of the kinds asked for, whatever the period; each in the zone in which it took place."""

    days: Run
    weeks: Run
    timezone: str = Field(description="Of the newest activity: where today is")


class LoadOut(BaseModel):
    """Training load: minutes a day, over the last 7 and 28 whole days."""

    acute_minutes_per_day: float
    chronic_minutes_per_day: float
    ratio: float | None = Field(description="Acute by chronic; above 1.5 is a steep rise", examples=[1.1])


class SummaryOut(BaseModel):
    """The period in short."""

    metrics: list[SummaryItem]
    active_buckets: int = Field(description="Buckets with an activity")
    athletes: int | None = Field(description="With an activity; null where one is asked for")
    compared_from: str = Field(description=_T)
    compared_to: str = Field(description=_T)


class ShortTrend(BaseModel):
    """A line of the dashboard."""

    metric: Measure
    unit: str
    points: list[TrendPoint]


class FitnessMilestone(MilestoneBase):
    """A milestone about activities. `metric` is one of distance, duration, elevation, calories, activities."""

    sport_type: str | None = Field(description="Null: all kinds")
    athlete: str | None = Field(description="Null: all athletes together")


class FitnessMilestonePage(BaseModel):
    """A page of milestones, by id."""

    items: list[FitnessMilestone]
    next: str | None
    computed_at: str | None = Field(description="When the one was computed that was computed first")
    stale: bool = Field(description="Data or time have moved on for one of them; it is computed again within seconds")
    generated_at: str


class SportSummary(BaseModel):
    """A kind of sport in the period."""

    sport_type: str
    activities: int
    distance: float
    duration: float
    elevation: float
    calories: float
    avg_hr: float | None
    pace: float | None


class FitnessDashboard(Question):
    """Summary, trends and milestones. Summary and trends are computed when asked; milestones ahead, by a task."""

    summary: SummaryOut
    sports: list[SportSummary]
    trends: list[ShortTrend]
    milestones: list[FitnessMilestone] = Field(description="Those whose window meets the period, at most 50")
    streaks: StreaksOut | None = Field(description="Null where no athlete is asked for")
    load: LoadOut | None = Field(description="Null without an athlete, or with less than 28 days of history")
    computed_at: str | None = Field(description="Of the milestones: the oldest")
    stale: bool = Field(description="Of the milestones: any")


class FitnessMilestoneIn(MilestoneRules, Strict):
    """A milestone about activities."""

    title: Title = Field(examples=["100 km a month"])
    metric: Adding = "distance"
    sport_type: Sport | None = Field(None, description="Null: all kinds")
    athlete: Person | None = Field(None, description="Null: all athletes; without the scope operate: oneself")
    timezone: ZoneName | None = Field(None, description="Absent: that of the athlete's newest activity, else UTC")  # type: ignore[assignment]  # wider than the rules'


class FitnessMilestonePatch(Strict):
    """Fields to change; those that are not there stay."""

    title: Title | None = None
    metric: Adding | None = None
    sport_type: Sport | None = None
    target_value: Target | None = None
    direction: Literal["reach", "stay_below"] | None = None
    window: Literal["once", "daily", "weekly", "monthly", "yearly", "rolling"] | None = None
    days: int | None = Field(None, ge=1, le=366)
    timezone: ZoneName | None = None
    week_start: Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] | None = None
    starts_at: AwareDatetime | None = None
    ends_at: AwareDatetime | None = None
