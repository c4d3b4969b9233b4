"""What travels between the rooms: plain records, no behaviour but small arithmetic on themselves.

Times inside the program are int64 microseconds since 1970-01-01 UTC ("us"); datetimes appear only at the edges and
are always aware. Values are float64.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

Times = NDArray[np.int64]
Values = NDArray[np.float64]
Ids = NDArray[np.int32]

LARGEST, SMALLEST = 1e140, 1e-140
"""Values lie between, or are 0: so squares and sums of any number of them are numbers that PostgreSQL can hold."""
QUARTER_US = 900_000_000
"""The base of all rollups: 15 minutes in UTC."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def to_us(when: datetime) -> int:
    """Aware datetime -> microseconds since 1970 UTC, exactly."""
    return (when - EPOCH) // timedelta(microseconds=1)


def from_us(us: int) -> datetime:
    """Microseconds since 1970 UTC -> aware datetime in UTC."""
    return EPOCH + timedelta(microseconds=int(us))


class Kind(StrEnum):
    """What a series' numbers mean, and so how they are folded by default."""

    gauge = "gauge"  # a level: average
    counter = "counter"  # only grows, may reset: rate
    money = "money"  # an amount: sum
    event = "event"  # one point an event, several may share an instant: sum


class Severity(StrEnum):
    """How much an episode matters, from its calibrated score."""

    low = "low"
    medium = "medium"
    high = "high"
    critical = "critical"

    @property
    def rank(self) -> int:
        """0 for low … 3 for critical."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class SeriesSpec:
    """A series as a producer names it."""

    metric: str
    labels: dict[str, str]
    unit: str | None = None
    kind: Kind = Kind.gauge


@dataclass(frozen=True, slots=True)
class SeriesRef:
    """Where the points of a spec go. `overflow`: the tenant is at its limit, and this is its overflow series."""

    id: int
    shard: int
    overflow: bool = False


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """A series as readers see it."""

    id: int
    metric: str
    labels: dict[str, str]
    unit: str | None
    kind: Kind
    created_at: datetime
    newest: datetime | None
    step_us: int | None


@dataclass(frozen=True, slots=True)
class Points:
    """Columns of equal length n: series ids int32[n], times int64[n] in us, values float64[n]."""

    ids: Ids
    t: Times
    v: Values

    def __len__(self) -> int:
        return len(self.t)

    def __getitem__(self, which: Any) -> Points:
        return Points(self.ids[which], self.t[which], self.v[which])

    @staticmethod
    def empty() -> Points:
        """No points."""
        return Points(np.empty(0, np.int32), np.empty(0, np.int64), np.empty(0, np.float64))

    @staticmethod
    def concat(parts: list[Points]) -> Points:
        """The parts one after another."""
        columns = zip(*((p.ids, p.t, p.v) for p in parts), strict=True)
        return Points(*map(np.concatenate, columns)) if parts else Points.empty()


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened once. The same (tenant, event_id) is the same event.

    `causes`: the points that it becomes, as (series id, value) at its time (`db.packs.mapping`). `unsettled`: those
    whose value its pack knows when it took the event in, as (series id, metric).
    """

    event_id: str
    event_type: str
    t: int
    user_id: str | None = None
    session_id: str | None = None
    content_id: str | None = None
    properties: dict[str, Any] = field(default_factory=dict)
    causes: list[tuple[int, float]] = field(default_factory=list)
    unsettled: list[tuple[int, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Batch:
    """One request, ready for the journal.

    `parts`: (shard, points of that shard). `events` go to `events_shard`. `key` is the producer's idempotency key or
    one that the content implies; `fingerprint` tells the same key with other content; `answer` is what the producer
    is told. `history`: whether the points are remembered, not told of; None: as their age says.
    """

    tenant: int
    parts: list[tuple[int, Points]]
    key: str | None
    fingerprint: bytes
    answer: dict[str, Any]
    events: list[Event] = field(default_factory=list)
    events_shard: int = 0
    history: bool | None = None


@dataclass(frozen=True, slots=True)
class Appended:
    """What became of a batch: taken now, or known already (then `answer` is the one that was given first)."""

    fresh: bool
    answer: dict[str, Any]
    fingerprint: bytes


@dataclass(frozen=True, slots=True)
class Backlog:
    """What waits in the journal: points, and when the oldest came (None: nothing waits)."""

    points: int
    oldest: datetime | None


@dataclass(frozen=True, slots=True)
class Bands:
    """What was expected: columns of equal length, one row a (series, 15-minute window)."""

    ids: Ids
    t: Times
    expected: Values
    lo: Values
    hi: Values


@dataclass(frozen=True, slots=True)
class Folded:
    """A fold of series over time: for each (group, bucket) that has points, one row; columns of equal length.

    Bucket b lies between edges b and b + 1.
    """

    group: NDArray[np.int32]
    bucket: NDArray[np.int32]
    n: NDArray[np.int64]
    sum: Values
    min: Values
    max: Values
    first: Values
    last: Values


@dataclass(frozen=True, slots=True)
class EpisodeRow:
    """An episode as readers see it."""

    id: int
    series: SeriesRow
    kind: str
    state: str
    severity: Severity
    opened_at: datetime
    last_at: datetime
    closed_at: datetime | None
    points: int
    score: float
    peak_at: datetime
    value: float | None
    expected: float | None
    lo: float | None
    hi: float | None
    detector: str
    reason: str


@dataclass(frozen=True, slots=True)
class Transition:
    """A change of an alert's state: `seq` counts a tenant's transitions without gaps, in the order they took effect."""

    seq: int
    to_state: str
    severity: Severity
    at: datetime
    alert: dict[str, Any]
