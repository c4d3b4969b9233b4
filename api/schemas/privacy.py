"""Exports and erasures as HTTP sees them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field

from api.schemas.common import NO_NUL, Strict

Person = Annotated[
    str,
    Field(
        min_length=1,
        max_length=200,
        pattern=NO_NUL,
        examples=["u-4711"],
        description="The user_id under which events name the person; or the email of a login",
    ),
]
State = Literal["waiting", "working", "done", "failed", "expired"]


class PersonIn(Strict):
    """Who it is about."""

    person: Person


class ErasureIn(Strict):
    """`erase`: all of the person goes. `anonymise`: counts and sums stay, the person does not. `dry_run`: only look."""

    person: Person
    mode: Literal["erase", "anonymise"] = "erase"
    dry_run: bool = False
    labels: list[Annotated[str, Field(min_length=1, max_length=100, pattern=NO_NUL)]] = Field(
        [], max_length=20, examples=[["patient"]], description="More labels of series whose value names people"
    )


class RetryIn(Strict):
    """For another try after `failed`."""

    labels: list[Annotated[str, Field(min_length=1, max_length=100, pattern=NO_NUL)]] = Field([], max_length=20)


class ExportOut(BaseModel):
    """An export. `person` is null when it has expired. `report`: rows of each file."""

    id: int
    person: str | None
    state: State
    asked_at: datetime
    asked_by: str
    due_at: datetime = Field(description="Until then the law wants it done")
    finished_at: datetime | None
    expires_at: datetime | None = Field(description="Then the file goes")
    report: dict[str, Any] = Field(examples=[{"rows": {"events": 812, "account": 1}}])


class ErasureOut(BaseModel):
    """An erasure. `person` is null when it is done. `counts`: what went or changed, by kind and table.

    `report`: of a dry run, `would_touch`: where the person is named; of one that failed, `left` or `error`.
    """

    id: int
    mode: Literal["erase", "anonymise"]
    dry_run: bool
    person: str | None
    state: State
    step: str | None = Field(examples=["events"])
    asked_at: datetime
    asked_by: str
    due_at: datetime = Field(description="Until then the law wants it done: 30 days after it was asked for")
    finished_at: datetime | None
    counts: dict[str, int] = Field(examples=[{"events": 812, "points": 1624, "accounts": 1}])
    report: dict[str, Any] = Field(examples=[{"windows": 96}])
    certified: bool = Field(description="Whether there is a signed certificate")


class Lifted(BaseModel):
    """`lifted`: false when the person was not refused."""

    lifted: bool
