"""Compliance as it stands, computed from facts: consent, retention, requests for erasure, access."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, Field

from api.deps import Conn
from api.packs.learning.params import SchoolId, rows_of, share
from api.packs.learning.who import PREFIX, Manager, narrowed, sql
from api.query.params import PLAIN_TEXT
from db import audit

router = APIRouter(prefix=PREFIX)

State = Literal["ok", "attention", "breach"]
STATES: tuple[State, ...] = ("ok", "attention", "breach")
GRACE = timedelta(days=8)
"""What is expired goes by whole weeks, an hourly task at a time."""
READS = "GET /api/v1/learning"


class Item(BaseModel):
    """One duty."""

    status: State
    detail: str = Field(description="Why, and what to do", examples=["Nobody waits."])


class Consent(Item):
    """Students of the school and the purpose."""

    purpose: str = Field(examples=["learning_analytics"])
    students: int = Field(examples=[240])
    given: int = Field(examples=[231])
    withdrawn: int = Field(examples=[6])
    unknown: int = Field(description="Nobody has asked them", examples=[3])
    share: float | None = Field(description="given / students, %", examples=[96.25])
    recorded_after_withdrawal: int = Field(description="Students who were active after they had withdrawn: a breach")
    recorded_without: int = Field(description="Students who were active and were never asked")


class Retention(Item):
    """The oldest fact about a student against how long facts may be kept."""

    keep_days: int | None = Field(description="TIDEWATCH_KEEP_EVENTS_DAYS; null: for ever", examples=[400])
    oldest_record: datetime | None
    strangers: int = Field(description="People of whom there are facts but no entry in the roster")


class Erasure(Item):
    """Requests of people to be forgotten, of the organisation."""

    open: int
    overdue: int = Field(description="Open after they were due (GDPR, article 12 (3): within a month)")
    oldest_open: datetime | None


class Access(Item):
    """Reads of personal data of learning, from the audit log."""

    last_access: datetime | None
    reads_30_days: int = Field(description="Entries of the last 30 days, at most 1000")


class Compliance(BaseModel):
    """`status`: the worst of the four."""

    status: State
    school_id: str | None
    consent: Consent
    retention: Retention
    erasure: Erasure
    access: Access
    generated_at: datetime


@router.get("/compliance/status", summary="Compliance as it stands", dependencies=[PLAIN_TEXT])
async def compliance(
    who: Manager, conn: Conn, request: Request, school: SchoolId,
    purpose: Annotated[str, Query(max_length=100, min_length=1)] = "learning_analytics",
) -> Compliance:  # fmt: skip
    """Admins. Never kept: every number is counted when it is asked for."""
    scope = await narrowed(conn, who, who.whole(), None, school)
    now, whose = datetime.now(UTC), {"tenant": who.tenant, "school": scope["school"]}
    parts: dict[str, Any] = {
        "consent": consent_of(await sql().consents(conn, **whose, purpose=purpose), purpose),
        "retention": retention_of(
            await sql().oldest_record(conn, **whose), request.app.state.database.keep_events_days, now
        ),
        "erasure": await _erasure(conn, who.tenant, now),
        "access": await _access(conn, who.tenant, now),
    }
    worst = max((part.status for part in parts.values()), key=STATES.index)
    return Compliance(status=worst, school_id=scope["school"], **parts, generated_at=now)


def consent_of(row: Any, purpose: str) -> Consent:
    """Breach: somebody was recorded after they withdrew. Attention: somebody was never asked."""
    status: State = "ok"
    detail = "Everybody who is recorded has agreed."
    if row["recorded_without"]:
        status = "attention"
        detail = f"{row['recorded_without']} students are recorded and were never asked. Ask them, or their parents."
    if row["recorded_after_withdrawal"]:
        status = "breach"
        detail = (
            f"{row['recorded_after_withdrawal']} students were recorded after they withdrew consent. Stop their "
            "producers, and erase what came since."
        )
    given = share(row["given"], row["students"])
    return Consent(status=status, detail=detail, purpose=purpose, share=given, **row)


def retention_of(row: Any, keep_days: int | None, now: datetime) -> Retention:
    """Breach: something is older than may be kept. Attention: it may be kept for ever, or names nobody known."""
    oldest, strangers = row["oldest"], row["strangers"]
    status: State = "ok"
    detail = "Nothing is older than it may be."
    if strangers:
        status, detail = (
            "attention",
            f"{strangers} people have left facts and are not in the roster. Add or erase them.",
        )
    if keep_days is None:
        status, detail = "attention", "Facts are kept for ever. Say for how long: TIDEWATCH_KEEP_EVENTS_DAYS."
    elif oldest is not None and oldest < now - timedelta(days=keep_days) - GRACE:
        status, detail = (
            "breach",
            f"Facts are older than {keep_days} days. Is the worker running? See tidewatch doctor.",
        )
    return Retention(status=status, detail=detail, keep_days=keep_days, oldest_record=oldest, strangers=strangers)


async def _erasure(conn: Any, tenant: int, now: datetime) -> Erasure:
    rows = await rows_of(sql().erasures(conn, tenant=tenant))
    return erasure_of([(row["asked_at"], row["due_at"]) for row in rows], now)


def erasure_of(asked: list[tuple[datetime, datetime]], now: datetime) -> Erasure:
    """Of (asked, due) that are not done. Breach: one is overdue. Attention: some wait."""
    overdue = sum(due < now for _, due in asked)
    status: State = "breach" if overdue else "attention" if asked else "ok"
    detail = f"{len(asked)} wait, {overdue} are overdue. See GET /api/v1/privacy." if asked else "Nobody waits."
    oldest = min((at for at, _ in asked), default=None)
    return Erasure(status=status, detail=detail, open=len(asked), overdue=overdue, oldest_open=oldest)


async def _access(conn: Any, tenant: int, now: datetime) -> Access:
    asked: dict[str, Any] = dict.fromkeys(("before", "who", "object", "stop"))
    last = await audit.find(conn, tenant, **asked, action=READS, start=None, limit=1)
    some = await audit.find(conn, tenant, **asked, action=READS, start=now - timedelta(days=30), limit=1000)
    at = last[0]["at"] if last else None
    detail = "Every read of personal data is in the audit log." if last else "Nobody has read personal data yet."
    return Access(status="ok", detail=detail, last_access=at, reads_30_days=len(some))
