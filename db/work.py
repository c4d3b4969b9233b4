"""What a shard's consumer hands to its store, and gets back: the contents of one transaction."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from db.records import Bands, Event, Ids, Points, Severity, Times


@dataclass(frozen=True, slots=True)
class JournalRow:
    """One acknowledged part of a batch, as the shard's consumer takes it.

    `history`: whether its points are remembered, not told of; None: as their age says.
    """

    id: int
    tenant: int
    batch: int | None
    received_at: datetime
    points: Points
    events: list[Event]
    history: bool | None = None


EpisodeVerb = Literal["open", "tell", "raise", "hold", "close"]


@dataclass(frozen=True, slots=True)
class EpisodeChange:
    """What the detectors say of an episode now. For all but `open` the episode is the open one of the series.

    `told`: whether an episode that opens is announced, or remembered only; `tell` announces it later. `hold` only keeps
    its numbers.
    """

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
    kind: Literal["anomaly", "stale", "threshold"] = "anomaly"
    told: bool = True


@dataclass(frozen=True, slots=True)
class Held:
    """An open episode of levels, as it was last written. `told`: there is an alert of it. Times in us."""

    series_id: int
    tenant: int
    severity: Severity
    opened_at: int
    last_at: int
    points: int
    peak_at: int
    value: float
    told: bool


@dataclass(frozen=True, slots=True)
class SeriesPulse:
    """How series are doing, columns of equal length: newest point, learned step (0: not known), points so far.

    `arrival`: what was learned of when points come, packed.
    """

    ids: Ids
    newest: Times
    step: Times
    points: NDArray[np.int64]
    arrival: list[bytes]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Detector state after a batch: the blocks that changed, with the pulse of their series.

    `policy_version`: the version of the policies that is in force from here on; None: as before.
    """

    version: int
    blocks: dict[int, bytes]
    pulse: SeriesPulse
    policy_version: int | None = None


@dataclass(frozen=True, slots=True)
class RelearnAsk:
    """A series whose past changed: between the us `since` and `until`; None: nowhere, it only has to be learned.

    `live`: a point among what changed may be told of. `forget`: nothing of it is to be known any more.
    """

    series_id: int
    tenant: int
    since: int | None
    until: int | None
    live: bool
    forget: bool = False


@dataclass(frozen=True, slots=True)
class Relearned:
    """What a series' stored points say now. `episodes`: in order, as `close` when over and as `open` when going on.

    `bands`: those of windows from `span` on. `span`: us from and to which episodes are compared with what was said of
    them; None: nothing is compared but whether an episode is open.
    """

    ask: RelearnAsk
    span: tuple[int, int] | None
    episodes: list[EpisodeChange]
    bands: Bands


@dataclass(slots=True)
class ShardWork:
    """Everything that one transaction of a shard writes.

    `fresh`: strictly newer than anything of its series, sorted by (series, time). `revised`: the rest, one row a
    (series, time). Of `events`, those that the database knows are left out, with the points they would cause. `live`:
    for each of `revised`, whether it may be told of.
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
    live: NDArray[np.bool_] | None = None
    relearned: list[Relearned] = field(default_factory=list)


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
    policy_version: int = 0
