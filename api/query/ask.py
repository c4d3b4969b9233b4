"""What is asked of a metric, and which series it is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from api.errors import Unprocessable
from api.query.params import MOST_SERIES
from api.query.window import Bucket, TimeRange, WeekStart
from db.errors import NotFound
from db.folding import Fill
from db.packs.registry import metric_of
from db.records import Ids, Kind
from db.store import Archive

Agg = Literal["avg", "sum", "min", "max", "count", "first", "last", "p50", "p95", "p99", "rate"]
QUANTILES = {"p50": 0.5, "p95": 0.95, "p99": 0.99}
DEFAULT_AGG: dict[Kind, Agg] = {Kind.gauge: "avg", Kind.counter: "rate", Kind.money: "sum", Kind.event: "sum"}
ONE_POINT = ("avg", "min", "max", "first", "last", "sum", *QUANTILES)
"""Aggregates of which a single point is its own: raw points are an answer to them."""


@dataclass(frozen=True)
class Ask:
    """What a reader wants to know. Times are us; `labels` filter, `group_by` splits."""

    tenant: int
    metric: str
    labels: dict[str, str]
    group_by: tuple[str, ...]
    agg: Agg | None
    start: int | None
    stop: int | None
    time_range: TimeRange | None
    bucket: Bucket
    timezone: str
    week_start: WeekStart
    fill: Fill
    compare: bool
    band: bool


@dataclass(frozen=True)
class Groups:
    """Series and the group of each: ids int32[n], of int32[n]; labels of each group, in order; `step` us or 0."""

    ids: Ids
    of: Ids
    labels: list[dict[str, str]]
    kinds: frozenset[Kind]
    units: frozenset[str | None]
    step: int

    def sizes(self) -> np.ndarray:
        """Series in each group."""
        return np.bincount(self.of, minlength=len(self.labels))


def usual(metric: str, kinds: frozenset[Kind]) -> Agg:
    """How a metric is folded if nobody says: of events as its pack has it, else as its kind of series."""
    kind = min(kinds, default=Kind.gauge)
    known = metric_of(metric) if kind is Kind.event else None
    return known.agg if known else DEFAULT_AGG[kind]


async def find(ask: Ask, archive: Archive) -> Groups:
    """The series of a question. Raises `NotFound` when there is no such metric, `Unprocessable` on too many."""
    found = await archive.group_series(ask.tenant, ask.metric, ask.labels, ask.group_by, MOST_SERIES + 1)
    if not found and not await archive.group_series(ask.tenant, ask.metric, {}, (), 1):
        raise NotFound(f"There is no metric {ask.metric!r}. GET /api/v1/metrics lists what there is.")
    sizes = [len(group.ids) for group in found]
    if sum(sizes) > MOST_SERIES:
        raise Unprocessable(f"More than {MOST_SERIES} series match. Narrow the question with labels.")
    return Groups(
        ids=np.concatenate([np.empty(0, np.int32), *(group.ids for group in found)]),
        of=np.repeat(np.arange(len(found), dtype=np.int32), sizes),
        labels=[ask.labels | dict(zip(ask.group_by, group.keys, strict=True)) for group in found],
        kinds=frozenset().union(*(group.kinds for group in found)),
        units=frozenset().union(*(group.units for group in found)),
        step=max((group.step_us or 0 for group in found), default=0),
    )
