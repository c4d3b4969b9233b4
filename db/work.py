"""What a shard's consumer hands to its store, and gets back: the contents of one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from db.records import Bands, Event, Ids, Points, Severity, Times


@dataclass(frozen=True, slots=True)
class JournalRow:
    """One acknowledged part of a batch, as the shard's consumer takes it."""

    id: int
    tenant: int
    batch: int | None
    received_at: datetime
    points: Points
    events: list[Event]


EpisodeVerb = Literal["open", "raise", "close"]


@dataclass(frozen=True, slots=True)
class EpisodeChange:
    """What the detectors say of an episode now. For `raise` and `close` the episode is the open one of the series."""

    verb: EpisodeVerb
    tenant: int
    series_id: int
    t: int  # of the point that caused the change
    opened_at: int
    last_at: int
    points: int
    score: float
    severity: Severity
    peak_at: int
    value: float | None
    expected: float | None
    lo: float | None
    hi: float | None
    detector: str
    reason: str
    kind: Literal["anomaly", "stale"] = "anomaly"


@dataclass(frozen=True, slots=True)
class SeriesPulse:
    """How series are doing, columns of equal length: newest point, learned step (0: not known), points so far."""

    ids: Ids
    newest: Times
    step: Times
    points: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Detector state after a batch: the blocks that changed, with the pulse of their series."""

    version: int
    blocks: dict[int, bytes]
    pulse: SeriesPulse


@dataclass(slots=True)
class ShardWork:
    """Everything that one transaction of a shard writes.

    `fresh`: strictly newer than anything of its series, sorted by (series, time). `revised`: the rest, one row a
    (series, time). Of `events`, those that the database knows are left out, with the points they would cause.
    """

    shard: int
    batch: int
    journal_ids: list[int]
    fresh: Points
    revised: Points
    events: list[tuple[int, Event]]  # (tenant, event)
    changes: list[EpisodeChange]
    bands: Bands | None = None
    snapshot: Snapshot | None = None


@dataclass(frozen=True, slots=True)
class Committed:
    """What a shard's transaction did. `duplicates`: points and events that were there already."""

    inserted: int
    duplicates: int
    tenants_alerted: set[int]


@dataclass(frozen=True, slots=True)
class Restored:
    """A shard as its last owner left it: state blocks at `snapshot_batch`, and the batches taken after it, in order."""

    batch: int
    snapshot_batch: int
    version: int | None
    blocks: dict[int, bytes]
    replay: list[list[JournalRow]]
