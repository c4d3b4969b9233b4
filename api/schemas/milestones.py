"""HTTP shapes of milestones: what a metric is to reach, or to stay below, and how far it is."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, Self

from pydantic import AwareDatetime, BaseModel, Field, FiniteFloat, StringConstraints, model_validator

from api.query.window import WeekStart
from api.schemas.common import NO_NUL, Strict

Title = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=NO_NUL)]
Metric = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=NO_NUL)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=100, pattern=NO_NUL)]
Word = Annotated[str, StringConstraints(max_length=300, pattern=NO_NUL)]
Unit = Annotated[str, StringConstraints(max_length=40, pattern=NO_NUL)]
Person = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=NO_NUL)]
Target = Annotated[FiniteFloat, Field(ge=-1e140, le=1e140)]
Agg = Literal["sum", "count", "increase", "avg", "min", "max", "last"]
Direction = Literal["reach", "stay_below"]
Recurs = Literal["once", "daily", "weekly", "monthly", "yearly", "rolling"]
Status = Literal["upcoming", "active", "at_risk", "achieved", "exceeded", "missed"]
Zone = Annotated[str, StringConstraints(min_length=1, max_length=100)]
FIRST, LAST = 1974, 2199
_T = "RFC 3339, in the milestone's zone"
_V = "In the unit of the metric"


def wrong_times(starts_at: datetime | None, ends_at: datetime | None) -> str | None:
    """Why a milestone cannot begin and end like that."""
    if any(at is not None and not FIRST <= at.year <= LAST for at in (starts_at, ends_at)):
        return f"starts_at and ends_at lie between {FIRST} and {LAST}"
    if starts_at is not None and ends_at is not None and starts_at >= ends_at:
        return "starts_at must be before ends_at"
    return None


class MilestoneRules(BaseModel):
    """What makes a milestone, whatever it is about."""

    target_value: Target = Field(description=_V, examples=[100_000])
    direction: Direction = Field("reach", description="`stay_below`: a budget; its value may come to the target")
    window: Recurs = Field("once", description="Over which time its value is taken, again and again but for `once`")
    days: int | None = Field(None, ge=1, le=366, description="Of a rolling window, today among them", examples=[28])
    timezone: Zone = Field("UTC", description="IANA name; windows begin at its midnight", examples=["Europe/Berlin"])
    week_start: WeekStart = "monday"
    starts_at: AwareDatetime | None = Field(None, description="What was before does not count; null: all counts")
    ends_at: AwareDatetime | None = Field(None, description="Outside; null: it goes on")

    @model_validator(mode="after")
    def _legal(self) -> Self:
        if (self.window == "rolling") != (self.days is not None):
            raise ValueError("days goes with window=rolling, and a rolling window needs days")
        if wrong := wrong_times(self.starts_at, self.ends_at):
            raise ValueError(wrong)
        return self


class MilestoneIn(MilestoneRules, Strict):
    """A milestone to be kept."""

    title: Title = Field(examples=["100 km a month"])
    metric: Metric = Field(description="`*` in it stands for anything", examples=["requests"])
    labels: dict[Name, Word] = Field(
        default_factory=dict, max_length=32, description="Series that have all of these", examples=[{"host": "a"}]
    )
    owner: Person | None = Field(None, description="The person whose it is, as user_id of events; null: everybody's")
    agg: Agg | None = Field(
        None, description="Absent: as is usual for the metric; `increase` is the growth of a counter"
    )
    unit: Unit | None = Field(None, description="Absent: that of the metric", examples=["m"])


class MilestonePatch(Strict):
    """Fields to change; those that are not there stay."""

    title: Title | None = None
    metric: Metric | None = None
    labels: dict[Name, Word] | None = Field(None, max_length=32)
    owner: Person | None = None
    agg: Agg | None = None
    unit: Unit | None = None
    target_value: Target | None = None
    direction: Direction | None = None
    window: Recurs | None = None
    days: int | None = Field(None, ge=1, le=366)
    timezone: Zone | None = None
    week_start: WeekStart | None = None
    starts_at: AwareDatetime | None = None
    ends_at: AwareDatetime | None = None


class Streak(BaseModel):
    """Windows in a row that were met: up to now, and the most there were. A window that goes on breaks nothing."""

    current: int = Field(examples=[3])
    best: int = Field(examples=[7])


class Projection(BaseModel):
    """What the last 56 days say of the days ahead, by a bootstrap over days of the same weekday (docs/goals.md)."""

    level: float = Field(description="The share of outcomes that lies inside the intervals", examples=[0.8])
    probability: float | None = Field(description="That the milestone is met at the end; null without an end")
    value_low: float | None = Field(description=f"At the end: {_V}")
    value_high: float | None = Field(description=f"At the end: {_V}")
    completion_low: str | None = Field(description=f"The target is come to no earlier than this day: {_T}")
    completion_high: str | None = Field(description="… and no later than this day; null: maybe never, or too far")


class MilestoneBase(BaseModel):
    """A milestone and how far it is. Of the fields that are expected ones, null says that there is no basis."""

    id: int = Field(examples=[12])
    title: str = Field(examples=["100 km a month"])
    metric: str = Field(examples=["requests"])
    target_value: float = Field(description=_V, examples=[100_000])
    unit: str | None = Field(examples=["m"])
    agg: Agg
    direction: Direction
    window: Recurs
    days: int | None
    timezone: str
    week_start: str
    starts_at: str | None = Field(description=_T)
    ends_at: str | None = Field(description=_T)
    owner: str | None
    current_value: float | None = Field(
        description=f"Of the window that goes on: {_V}; null: no points", examples=[62_500]
    )
    progress_pct: float | None = Field(description="Of the target, in percent; null of a target of 0", examples=[62.5])
    remaining: float | None = Field(description=f"To the target, never below 0: {_V}", examples=[37_500])
    points: int = Field(description="Points in the window", examples=[9])
    status: Status = Field(description="at_risk: it is met with less than 35 % likelihood, until with more than 50 %")
    achieved_at: str | None = Field(description=f"When the window's value came to the target: {_T}")
    exceeded_at: str | None = Field(description=f"When a budget's value came to the target: {_T}")
    period_start: str | None = Field(description=f"The window: inside: {_T}")
    period_end: str | None = Field(description=f"… and outside; null: no end: {_T}")
    on_track: bool | None = Field(description="Met at the end rather than not; null: no end, or too short a past")
    projected_value: float | None = Field(description=f"At the end, the middle of what is expected: {_V}")
    projected_completion: str | None = Field(description=f"The day on which the target is come to: {_T}")
    projection: Projection | None
    pace_per_day: float | None = Field(description="What a day brought, over the last 56 days")
    streak: Streak | None = Field(description="Null of a milestone for once, and until it is computed")
    computed_at: str | None = Field(description="When all of this was computed: RFC 3339, UTC")
    stale: bool = Field(description="Data or time have moved on since; it will be computed again within seconds")
    created_at: str
    created_by: str
    changed_at: str
    error: str | None = Field(None, description="Why it cannot be computed")


class MilestoneOut(MilestoneBase):
    """A milestone about the series of a metric that have some labels."""

    labels: dict[str, str]


class MilestonePage(BaseModel):
    """A page of milestones, by id."""

    items: list[MilestoneOut]
    next: str | None = Field(description="The cursor of the next page; null on the last")
    generated_at: str
