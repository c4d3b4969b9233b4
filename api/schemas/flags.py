"""HTTP shapes of feature flags."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, FiniteFloat, StringConstraints

from api.schemas.common import NO_NUL, Strict

Word = Annotated[str, StringConstraints(max_length=300, pattern=NO_NUL)]
Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]


class FlagIn(Strict):
    """What is said of a flag from now on; null: what its declaration or the environment says."""

    enabled: bool | None = None
    percent: int | None = Field(None, ge=0, le=100, description="Of callers; the same caller gets the same answer")
    settings: dict[Key, bool | int | FiniteFloat | Word] = Field(
        default_factory=dict, max_length=50, description="Over those declared, name by name"
    )

    model_config = ConfigDict(json_schema_extra={"examples": [{"enabled": True, "percent": 10}]})


class FlagOut(BaseModel):
    """A feature flag as it stands."""

    name: str = Field(examples=["persistence"])
    title: str
    description: str
    enabled: bool
    percent: int = Field(description="Of callers for whom it is on", examples=[100])
    core: bool = Field(description="It cannot be switched off")
    depends_on: list[str] = Field(description="It is on only where these are")
    settings: dict[str, bool | int | float | str]
    source: Literal["declared", "environment", "runtime"] = Field(description="Who had the last word")
    changed_at: datetime | None = Field(description="At run time; null: never")
    changed_by: str | None
    on: bool = Field(description="Whether it is on for you")
