"""From draft to answer: series are found, doubles counted, the batch made durable, the pipeline woken."""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import numpy as np
from numpy.typing import NDArray

from api.errors import Unprocessable
from api.ingest import checks
from api.ingest.book import Book
from api.ingest.draft import Draft, Rejection
from api.ingest.events import EventDraft
from api.ingest.gate import Gate
from api.ingest.refusals import PoolNow, Refusals, refuse_points
from api.ingest.settings import IngestSettings
from db import metrics
from db.errors import Invalid
from db.names import events_shard
from db.packs.mapping import with_causes
from db.records import Batch, Points
from db.store import Intake
from db.wake import Wakes
from workers.contract import JOURNAL_CHANNEL

LONGEST_KEY = 200

Answer = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Sent:
    """How a body was sent: a fingerprint of its address and content, and the producer's idempotency key, if any."""

    fingerprint: bytes
    key: str | None

    @staticmethod
    def of(address: str, body: bytes, key: str | None) -> Sent:
        """`key` as the header came: text in Latin-1, or the bytes of UTF-8. Raises `Invalid` when it is too long."""
        with suppress(UnicodeError):
            key = key and key.encode("latin-1").decode()
        if key is not None and len(key) > LONGEST_KEY:
            raise Invalid(f"Idempotency-Key may have {LONGEST_KEY} characters, not {len(key)}.")
        hashed = sha256(address.encode() + b"\n")
        hashed.update(body)
        return Sent(hashed.digest()[:16], key or None)

    def batch_key(self, repeatable: bool) -> str | None:
        """The producer's key; else, where the same body means the same rows, one that its content implies."""
        if self.key is not None:
            return f"key:{self.key}"
        return f"auto:{self.fingerprint.hex()}" if repeatable else None


class Desk:
    """Where drafts are taken in. One for a process."""

    def __init__(self, intake: Intake, wake: Wakes, settings: IngestSettings, pool: PoolNow = lambda: None) -> None:
        self.intake = intake
        self.limits = settings.limits()
        self.book = Book()
        self.refusals = Refusals(pool, self.book)
        self.gate = Gate(intake, settings.max_backlog_points)
        self._wake = wake
        self._late_after_us = round(settings.late_after_minutes * 60_000_000)

    async def take_points(self, tenant: int, draft: Draft, sent: Sent, history: bool | None = None) -> Answer:
        """Points -> answer. Raises `Invalid` when none of them can be used."""
        now = now_us()
        checks.refuse(draft, now, await self.intake.closed_ranges())
        if refuses := await self.refusals.of(tenant):
            refuse_points(draft, refuses)
        if not len(draft.t):
            raise _unusable(draft.rejected, "point")
        ids, shards, overflow = await self._places(tenant, draft)
        before = len(draft.t)
        _leave_out_doubles(draft, ids, overflow)
        late = np.count_nonzero(draft.t < checks.late_before(now, self._late_after_us))
        answer = _answer(len(draft.t), before - len(draft.t), int(late), draft.rejected)
        _mention(answer, draft.notes, np.bincount(draft.of, minlength=len(ids))[overflow])
        parts = _by_shard(shards[draft.of], Points(ids[draft.of], draft.t, draft.v))
        key = sent.batch_key(draft.timed)
        return await self._append(Batch(tenant, parts, key, sent.fingerprint, answer, history=history), sent)

    async def take_events(self, tenant: int, draft: EventDraft, sent: Sent, history: bool | None = None) -> Answer:
        """Checked events -> answer. Raises `Invalid` when none of them can be used."""
        if not draft.events:
            raise _unusable(draft.rejected, "event")
        late_before = checks.late_before(now_us(), self._late_after_us)
        late = sum(event.t < late_before for event in draft.events)
        answer = _answer(len(draft.events), draft.duplicates, late, draft.rejected)
        _mention(answer, draft.notes)
        shard = events_shard(tenant, self.intake.shards)
        key = sent.batch_key(draft.named)
        events = await with_causes(self.intake, tenant, draft.events)
        return await self._append(Batch(tenant, [], key, sent.fingerprint, answer, events, shard, history), sent)

    async def _places(
        self, tenant: int, draft: Draft
    ) -> tuple[NDArray[np.int32], NDArray[np.uint8], NDArray[np.bool_]]:
        """Series id, shard and overflow of each of `draft.named`; 0 for those that no point needs."""
        clock = time.monotonic()
        needed = np.bincount(draft.of, minlength=len(draft.named)).astype(bool).tolist()
        new = [named for named, need in zip(draft.named, needed, strict=True) if need and not named.known(clock)]
        if new:
            refs = await self.intake.resolve(tenant, [named.spec for named in new])
            for named, ref in zip(new, refs, strict=True):
                named.learn(ref, clock)
        known = [(r.id, r.shard, r.overflow) if (r := named.ref) else (0, 0, False) for named in draft.named]
        ids, shards, overflow = zip(*known, strict=True)
        return np.array(ids, np.int32), np.array(shards, np.uint8), np.array(overflow, np.bool_)

    async def _append(self, batch: Batch, sent: Sent) -> Answer:
        appended = await self.intake.append(batch)
        answer = batch.answer
        if appended.fresh:
            self.gate.added(answer["accepted"])
            metrics.events.inc(answer["accepted"] if batch.events else 0)
            self._wake.publish(JOURNAL_CHANNEL)
        elif appended.fingerprint != sent.fingerprint:
            raise Unprocessable("This Idempotency-Key was used for another body. Give each batch a key of its own.")
        else:
            answer = _known(appended.answer)
        for outcome in ("accepted", "duplicate", "late"):
            if answer[outcome]:
                metrics.ingested.labels(outcome).inc(answer[outcome])
        if answer["rejected"]:
            metrics.ingested.labels("rejected").inc(len(answer["rejected"]))
        return answer


def now_us() -> int:
    """The server clock."""
    return time.time_ns() // 1000


def _leave_out_doubles(draft: Draft, ids: NDArray[np.int32], overflow: NDArray[np.bool_]) -> None:
    """Of points with the same series and time the last stays; but series share an overflow series without colliding."""
    distinct, codes = np.unique(ids, return_inverse=True)
    series = draft.of if len(distinct) == len(ids) else codes.astype(np.int32)[draft.of]
    keep = checks.last_of_each(series, draft.t)
    if keep is not None:
        draft.keep(keep | overflow[draft.of])


def _by_shard(shards: NDArray[np.uint8], points: Points) -> list[tuple[int, Points]]:
    if (shards == shards[0]).all():
        return [(int(shards[0]), points)]
    order = np.argsort(shards, kind="stable")
    sizes = np.bincount(shards)
    stops = np.cumsum(sizes)
    points = points[order]
    return [(s, points[int(stops[s] - sizes[s]) : int(stops[s])]) for s in np.flatnonzero(sizes).tolist()]


def _answer(accepted: int, duplicate: int, late: int, rejected: Sequence[Rejection]) -> Answer:
    return {"accepted": accepted, "duplicate": duplicate, "late": late, "rejected": _listed(rejected)}


def _listed(rejected: Sequence[Rejection]) -> list[dict[str, Any]]:
    return [{"index": index, "reason": reason} for index, reason in sorted(rejected)]


def _mention(answer: Answer, notes: list[str], overflowed: NDArray[np.int64] | None = None) -> None:
    """What a producer should know beside the counts."""
    if overflowed is not None and (points := int(overflowed.sum())):
        series = int(np.count_nonzero(overflowed))
        answer["overflow"] = points
        notes = [*notes, f"{points} points of {series} new series went to __overflow__: the limit of series is reached"]
    if notes:
        answer["warnings"] = notes


def _known(answer: Answer) -> Answer:
    """What is said of a batch that was taken before."""
    return _answer(0, answer["accepted"] + answer["duplicate"], 0, []) | {"rejected": answer["rejected"]}


def _unusable(rejected: Sequence[Rejection], what: str) -> Invalid:
    metrics.ingested.labels("rejected").inc(len(rejected))
    if not rejected:
        return Invalid(f"The body holds no {what}.")
    return Invalid(f"No {what} of the body can be used: {sorted(rejected)[0][1]}.", rejected=_listed(rejected))
