"""HTTP shapes of groups: series that belong together, and their one score."""

from __future__ import annotations

from pydantic import BaseModel, Field

_TIME = "RFC 3339, UTC"


class Carrier(BaseModel):
    """A member that makes its group unusual."""

    series_id: int = Field(examples=[17])
    metric: str = Field(examples=["cpu.load"])
    share: float = Field(description="Its part of the evidence, 0 to 1", examples=[0.41])


class GroupOut(BaseModel):
    """Series that share the value of a label."""

    id: int = Field(examples=[3])
    label: str = Field(examples=["host"])
    value: str = Field(examples=["a"])
    members: list[int] = Field(description="Series ids")
    step_seconds: float = Field(description="Its instants are so far apart", examples=[10.0])
    score: float | None = Field(description="Of its newest instant, 0 to 1, calibrated; null while it warms up")
    complete_through: str = Field(description=f"It was judged up to here: {_TIME}")
    opened_at: str | None = Field(description=f"Since when it is unusual; null: it is not: {_TIME}")
    peak: float | None = Field(description="The highest score of its newest episode")
    carriers: list[Carrier] = Field(description="Who carried that score, most first")


class GroupPage(BaseModel):
    """A page of groups, by id."""

    items: list[GroupOut]
    next: str | None = Field(description="The cursor of the next page; null at the end")
    generated_at: str
