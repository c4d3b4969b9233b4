"""HTTP shapes of what people make for themselves: layouts, preferences, templates, levels, figures."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field, StringConstraints, field_validator

from api.packs.telemetry.schemas import Windowed
from api.schemas.common import NO_NUL, Strict
from api.schemas.policies import Label, PolicyLevels, Word
from db.calendar import zones
from db.packs.telemetry.advice import Template
from db.packs.telemetry.expression import parse
from db.records import Severity

_TIME = "RFC 3339, UTC"
Clock = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
State = Literal["opened", "raised", "revised", "closed", "retracted"]


class _Version(BaseModel):
    version: int = Field(description="Grows with every change; also the ETag", examples=[3])
    changed_at: datetime = Field(description=_TIME)


class LayoutItem(_Version):
    """A layout without what it holds."""

    name: str = Field(examples=["home"])


class LayoutOut(LayoutItem):
    """A layout."""

    layout: dict[str, Any] = Field(examples=[{"columns": 2, "panels": [{"metric": "cpu.load", "hours": 24}]}])


class Target(Strict):
    """Where a message goes."""

    channel: Literal["email", "sms", "webhook"]
    target: str = Field(min_length=1, max_length=1000, pattern=NO_NUL, examples=["ada@example.org"])


class QuietHours(Strict):
    """From one local time to another, over midnight where the first is later. The same time twice: never."""

    begin: Clock = Field(examples=["22:00"])
    end: Clock = Field(examples=["07:00"])
    timezone: str = Field("UTC", max_length=100, examples=["Europe/Berlin"])
    except_critical: bool = Field(True, description="Critical alerts come at any time")

    @field_validator("timezone")
    @classmethod
    def _known(cls, name: str) -> str:
        if name not in zones():
            raise ValueError("use an IANA name such as Europe/Berlin")
        return name


class Preferences(Strict):
    """Which alerts are told, to whom, when."""

    targets: list[Target] = Field(max_length=10)
    minimum_severity: Severity = Field(Severity.high, description="This or worse")
    metric: str = Field("*", min_length=1, max_length=200, pattern=NO_NUL, description="`*` stands for anything")
    labels: dict[Label, Word] = Field(default_factory=dict, max_length=32, description="All must match")
    states: list[State] = Field(["opened", "raised"], max_length=5, description="What is told of an alert")
    quiet_hours: QuietHours | None = None


class PreferencesOut(Preferences, _Version):
    """How one is told."""


class TemplateOut(Template, _Version):
    """A template of recommendations."""

    name: str = Field(examples=["warm-room"])


class ThresholdIn(PolicyLevels):
    """Levels of a metric. At or beyond one an alert opens at once: medium for a warning, critical for the other."""

    metric: str = Field(min_length=1, max_length=200, pattern=NO_NUL, description="`*` stands for anything")
    labels: dict[Label, Word] = Field(default_factory=dict, max_length=32, examples=[{"device": "coach-1"}])
    note: str | None = Field(None, max_length=1000, pattern=NO_NUL, description="For people")


class ThresholdOut(ThresholdIn):
    """Levels that are in force. It is the policy `threshold.<name>` as well."""

    name: str = Field(examples=["hot"])
    changed_at: datetime
    changed_by: str = Field(examples=["ada@example.org"])


class KpiIn(Strict):
    """A figure made of metrics."""

    title: str = Field(min_length=1, max_length=200, pattern=NO_NUL, examples=["Solar share"])
    expression: str = Field(
        min_length=1, max_length=2000, pattern=NO_NUL,
        description="Numbers, + - * / ( ), and aggregates of metrics: avg(cpu.load), sum(cost{model=\"a\"})",
        examples=["sum(solar.power) / sum(load.power) * 100"],
    )  # fmt: skip
    unit: str | None = Field(None, max_length=50, pattern=NO_NUL, examples=["%"])
    good: Literal["up", "down"] | None = Field(None, description="The good direction")
    record: Literal["15m", "1h"] | None = Field(
        None, description="Also write it as the metric kpi.<name>, a point a bucket: for goals, levels and detection"
    )

    @field_validator("expression")
    @classmethod
    def _parses(cls, text: str) -> str:
        parse(text)
        return text


class KpiOut(KpiIn, _Version):
    """A figure."""

    name: str = Field(examples=["solar-share"])
    metric: str = Field(description="Under which it is written, if it is", examples=["kpi.solar-share"])


class KpiPoint(BaseModel):
    """A bucket."""

    t: str = Field(description="Where it begins: RFC 3339 with the zone's offset")
    v: float | None = Field(description="Null where a part has no points, or something is divided by 0")
    partial: bool | None = Field(None, description="True: the bucket is not over, or not wholly asked for")


class KpiValues(Windowed):
    """A figure over time."""

    name: str | None = Field(description="Null for one that is not kept", examples=["solar-share"])
    expression: str
    unit: str | None
    bucket: str = Field(examples=["1h"])
    points: list[KpiPoint]
    total: float | None = Field(description="The expression over the whole range, not over its buckets")
    warnings: list[str]


class KpiWritten(BaseModel):
    """What a backfill wrote."""

    metric: str = Field(examples=["kpi.solar-share"])
    written: int = Field(description="Points that are new or have changed", examples=[672])
