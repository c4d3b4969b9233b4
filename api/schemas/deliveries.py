"""HTTP shapes of messages to the outside."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, Field

from api.schemas.common import NO_NUL, Strict

State = Literal["waiting", "sent", "failed", "dead"]
ChannelName = Literal["webhook", "email", "sms"]


class DeliveryOut(BaseModel):
    """A message and how far it is. waiting: not tried yet; failed: tried, and will be again at `next_at`; sent; dead:
    given up."""

    id: int
    key: str = Field(description="What it is about; the same key twice is one message", examples=["test:7f3a"])
    channel: str = Field(examples=["webhook"])
    target: str = Field(examples=["https://example.org/hook"])
    subject: str
    state: State
    attempts: int = Field(examples=[1])
    next_at: datetime | None = Field(description="When it is tried next; null when it is over")
    answer: str | None = Field(description="What the other side said last", examples=["200 ok"])
    created_at: datetime
    changed_at: datetime


class DeliveryDetail(DeliveryOut):
    """The same with what it says."""

    body: str
    payload: dict[str, Any]
    file_name: str | None = Field(description="Of the attachment of a mail")


class TestIn(Strict):
    """Whom to send a message that only says that messages arrive."""

    channel: ChannelName
    target: str = Field(
        min_length=1, max_length=1000, pattern=NO_NUL,
        description="A URL, a mail address, or a number such as +4915112345678", examples=["https://example.org/hook"],
    )  # fmt: skip


class SecretOut(BaseModel):
    """What signs the tenant's webhooks, as libraries for Standard Webhooks take it."""

    secret: str = Field(examples=["whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"])
