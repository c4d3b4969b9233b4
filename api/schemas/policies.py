"""HTTP shapes of policies: what people say of series beforehand."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, Self

from pydantic import BaseModel, Field, FiniteFloat, StringConstraints, model_validator

from api.schemas.common import NO_NUL, Strict

Word = Annotated[str, StringConstraints(max_length=300, pattern=NO_NUL)]
Label = Annotated[str, StringConstraints(min_length=1, max_length=100, pattern=NO_NUL)]


class PolicyLevels(Strict):
    """Levels of a value, in the series' unit. At or beyond one an alert opens at once; it closes when the value has
    left all of them by more than `hysteresis`."""

    warn_above: FiniteFloat | None = Field(None, examples=[80])
    critical_above: FiniteFloat | None = Field(None, examples=[95])
    warn_below: FiniteFloat | None = None
    critical_below: FiniteFloat | None = None
    hysteresis: FiniteFloat = Field(0, ge=0, examples=[2])

    @model_validator(mode="after")
    def _legal(self) -> Self:
        above = [level for level in (self.warn_above, self.critical_above) if level is not None]
        below = [level for level in (self.critical_below, self.warn_below) if level is not None]
        if not above and not below:
            raise ValueError("at least one level is needed")
        if above != sorted(above) or below != sorted(below):
            raise ValueError("a critical level lies beyond the warning level of its side")
        if above and below and above[0] <= below[-1]:
            raise ValueError("levels above lie above levels below")
        return self


class _Rules(BaseModel):
    """What a policy says of every series that it matches; null: nothing, so that a wider policy may."""

    metric: str = Field(
        "*", min_length=1, max_length=200, pattern=NO_NUL, description="`*` stands for anything", examples=["cpu.*"]
    )
    labels: dict[Label, Word] = Field(
        default_factory=dict, max_length=32, description="All must match", examples=[{"host": "a"}]
    )
    direction: Literal["both", "above", "below"] | None = Field(None, description="The side that is anomalous")
    min_dev: FiniteFloat | None = Field(
        None, ge=0, description="Least distance from the expected value, in the series' unit", examples=[5.0]
    )
    min_dev_relative: FiniteFloat | None = Field(
        None, ge=0, description="Least distance as a part of the expected value", examples=[0.1]
    )
    data_range: tuple[FiniteFloat | None, FiniteFloat | None] | None = Field(
        None, description="Lowest and highest legal value; one outside is anomalous at once", examples=[[0, 100]]
    )
    sensitivity: FiniteFloat | None = Field(
        None, gt=0, le=1000, description="Promised alarms a series-week, instead of the default", examples=[0.1]
    )
    levels: PolicyLevels | None = Field(None, description="Values that are told of at once, whatever is usual")
    muted: bool | None = Field(None, description="Learn, but tell nothing")
    note: str | None = Field(None, max_length=1000, pattern=NO_NUL, description="For people")


class PolicyIn(Strict, _Rules):
    """A policy. Of several that match a series the closest says each rule: more labels, then the metric's own name."""

    @model_validator(mode="after")
    def _legal(self) -> Self:
        low, high = self.data_range or (None, None)
        if low is not None and high is not None and low > high:
            raise ValueError("data_range is [lowest, highest]: the first must not be above the second")
        return self


class PolicyOut(_Rules):
    """A policy that is in force."""

    name: str = Field(examples=["percentages"])
    changed_at: datetime
    changed_by: str = Field(examples=["ada@example.org"])
