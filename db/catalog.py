"""What readers learn of many series at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from db.records import Ids, Kind


@dataclass(frozen=True, slots=True)
class SeriesGroup:
    """Series of a metric that share the values (`keys`) of some labels. `step_us`: the longest learned step of them."""

    keys: tuple[str, ...]
    ids: Ids
    kinds: frozenset[Kind]
    units: frozenset[str | None]
    step_us: int | None


@dataclass(frozen=True, slots=True)
class MetricRow:
    """A metric as readers see it. Kind and unit are None where its series disagree, or say none."""

    metric: str
    kind: Kind | None
    unit: str | None
    series: int
    newest: datetime | None
