"""What a live client may say."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, Field, TypeAdapter

from db.records import Severity


class Auth(BaseModel):
    """The first message, and again at any time with a fresh token."""

    type: Literal["auth"]
    token: str = Field(min_length=1, max_length=4096)


class Subscribe(BaseModel):
    """Begin to listen, or change the filter. `after` counts for the first of a connection."""

    type: Literal["subscribe"]
    after: int | None = Field(None, ge=0, lt=2**63)
    severity: Severity | None = None
    metric: str | None = Field(None, max_length=500)
    labels: dict[str, str] = Field(default_factory=dict, max_length=50)


Spoken = Annotated[Auth | Subscribe, Field(discriminator="type")]
SPOKEN: TypeAdapter[Auth | Subscribe] = TypeAdapter(Spoken)
