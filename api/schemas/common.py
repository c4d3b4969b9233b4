"""Shapes that many routes share."""

from __future__ import annotations

from typing import Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict

T = TypeVar("T")

NO_NUL = r"^[^\x00]*$"
"""A pattern for text that goes to the database, which cannot hold the character NUL."""


class Strict(BaseModel):
    """A body: fields that we do not know are mistakes, and said to be."""

    model_config = ConfigDict(extra="forbid")


class Items(BaseModel, Generic[T]):
    """One page of a list. `next`: the cursor of the next page, null on the last."""

    items: list[T]
    next: str | None = None


class Problem(BaseModel):
    """What every error looks like (RFC 9457); some have more fields. `instance`: the id of the request."""

    type: str
    title: str
    status: int
    detail: str
    instance: str


class Health(BaseModel):
    """`degraded`: the database or Redis cannot be reached; what can be served is.

    `redis`: ok, away, or none: there is none by choice, all still works, but polls. `persistence`: whether a database
    keeps what comes in; off: by choice, in memory mode; failing: the database is away.
    """

    status: Literal["ok", "degraded"]
    engine: str
    version: str
    redis: Literal["ok", "away", "none"]
    persistence: Literal["on", "off", "failing"]


class Ready(BaseModel):
    """Whether requests can be served now."""

    ready: bool
