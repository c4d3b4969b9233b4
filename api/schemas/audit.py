"""The audit log as HTTP sees it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pydantic import BaseModel, Field


class AuditEntry(BaseModel):
    """One entry. `object` and `details` are null where an erasure emptied them."""

    seq: int = Field(examples=[812])
    at: datetime
    who: str = Field(examples=["user:3"], description="user:<id>, key:<id> or system")
    name: str | None = Field(None, description="What that user or key is called now; null: it is gone")
    action: str = Field(examples=["PUT /api/v1/policies/{name}"], description="Method and route, or a name of ours")
    object: str | None = Field(None, examples=["/api/v1/policies/quiet-nights"])
    details: dict[str, Any] | None = Field(None, examples=[{"status": 200, "params": {"name": "quiet-nights"}}])
    hash: str = Field(description="SHA-256, in hex, of this entry and the hash before it")


class AuditVerified(BaseModel):
    """`ok`: the chain is whole. Else `problem` says what is wrong first, at entry `seq`.

    Note `entries` and `head` somewhere else from time to time: with them one can prove that nothing was rewritten.
    """

    ok: bool
    entries: int
    head: str
    emptied: int = Field(description="Entries whose words an erasure took away, and that it owns up to")
    problem: str | None = None
    seq: int | None = None
