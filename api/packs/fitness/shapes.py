"""HTTP shapes of activities and personal records."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, Field, FiniteFloat, StringConstraints

from api.packs.fitness.schemas import Sport
from api.schemas.common import NO_NUL, Strict
from api.schemas.milestones import Person
from api.schemas.milestones import Zone as ZoneName

Text = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=NO_NUL)]
Amount = Annotated[FiniteFloat, Field(ge=0)]


class ActivityOut(BaseModel):
    """An activity."""

    id: str
    user_id: str
    sport_type: str = Field(examples=["run"])
    started_at: str = Field(description="RFC 3339, in the activity's own zone", examples=["2026-03-01T07:30:00+01:00"])
    timezone: str | None = Field(examples=["Europe/Berlin"])
    duration_s: float = Field(examples=[3600])
    distance_m: float | None = Field(examples=[10250.5])
    elevation_m: float | None = Field(examples=[120])
    calories: float | None = Field(examples=[640])
    avg_hr: float | None = Field(examples=[148])
    max_hr: float | None = Field(examples=[171])
    name: str | None = Field(examples=["Morning run"])
    source: str | None = Field(examples=["strava"])
    external_id: str | None = Field(examples=["1234567890"])
    pace: float | None = Field(description="s/km", examples=[351.2])


class ActivityPage(BaseModel):
    """A page of activities, newest first."""

    items: list[ActivityOut]
    next: str | None


class ActivityFields(Strict):
    """What can be said of an activity, and corrected."""

    sport_type: Sport | None = None
    started_at: AwareDatetime | None = None
    timezone: ZoneName | None = None
    duration_s: Amount | None = None
    distance_m: Amount | None = None
    elevation_m: Amount | None = None
    calories: Amount | None = None
    avg_hr: FiniteFloat | None = None
    max_hr: FiniteFloat | None = None
    name: Text | None = None


class ActivityIn(ActivityFields):
    """An activity. The same user_id, source and external_id are one activity."""

    user_id: Person | None = Field(None, description="Whose it is; absent: one's own")
    sport_type: Sport = Field(examples=["run"])
    started_at: AwareDatetime = Field(examples=["2026-03-01T07:30:00+01:00"])
    duration_s: Amount = Field(examples=[3600])
    source: Sport | None = None
    external_id: Text | None = None


class ActivityTaken(BaseModel):
    """It is durable, and in every answer within a second or so."""

    id: str
    accepted: int
    duplicate: int


class RecordOut(BaseModel):
    """The best an athlete did in a kind of sport."""

    sport_type: str
    record: Literal["longest_distance", "longest_duration", "most_elevation", "fastest_pace"]
    value: float
    unit: str
    activity_id: str
    started_at: str
    name: str | None


class RecordsOut(BaseModel):
    """Personal records. fastest_pace: over whole activities of at least 1 km."""

    athlete: str
    items: list[RecordOut]
