"""What telemetry routes are asked alike: which metrics, of which series, over which time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import Depends, Query

from api.deps import CanRead
from api.errors import Unprocessable
from api.packs.span import Week, Zone
from api.query.ask import Agg, Ask
from api.query.params import From, Labels, To, time_of
from api.query.window import FLOOR_US, Bucket
from db.calendar import HOUR_US
from db.records import to_us
from db.store import Archive

MOST = 50
"""Metrics of one answer."""
LONGEST_HOURS = 24 * 366 * 20

Metrics = Annotated[
    list[Annotated[str, Query(min_length=1, max_length=200)]] | None,
    Query(max_length=MOST, description="Repeat for several; `*` stands for anything", examples=[["cpu.load", "mem.*"]]),
]
Hours = Annotated[
    float | None, Query(gt=0, le=LONGEST_HOURS, description="Up to now, instead of from and to; 24 if nothing is said")
]


@dataclass(frozen=True)
class Asked:
    """Metrics over [start, stop) us; `stop` None: now."""

    tenant: int
    metrics: tuple[str, ...]
    labels: dict[str, str]
    group_by: tuple[str, ...]
    agg: Agg | None
    start: int
    stop: int | None
    bucket: Bucket
    timezone: str
    week_start: Any

    def of(self, metric: str, *, compare: bool = False, band: bool = False, group_by: tuple[str, ...] = ()) -> Ask:
        """The question of one metric."""
        return Ask(
            self.tenant, metric, self.labels, group_by or self.group_by, self.agg, self.start, self.stop, None,
            self.bucket, self.timezone, self.week_start, "none", compare, band,
        )  # fmt: skip


def _asked(
    who: CanRead,
    labels: Labels,
    metrics: Metrics = None,
    group_by: Annotated[
        list[Annotated[str, Query(min_length=1, max_length=100)]] | None,
        Query(max_length=8, description="Labels that split each metric, such as device"),
    ] = None,
    agg: Annotated[
        Agg | None, Query(description="If not said: avg of gauges, rate of counters, sum of the rest")
    ] = None,
    hours: Hours = None,
    from_: From = None,
    to: To = None,
    resolution: Annotated[Bucket, Query(description="Length of a bucket; auto: by the range")] = "auto",
    timezone: Zone = "UTC",
    week_start: Week = "monday",
) -> Asked:
    start, stop = range_of(hours, from_, to)
    return Asked(
        who.tenant, tuple(dict.fromkeys(metrics or ("*",))), labels, tuple(dict.fromkeys(group_by or ())), agg, start,
        stop, resolution, timezone, week_start,
    )  # fmt: skip


AskedDep = Annotated[Asked, Depends(_asked)]


def range_of(hours: float | None, from_: str | None, to: str | None, default: float = 24) -> tuple[int, int | None]:
    """[start, stop) us of `hours` up to now, or of from and to. Raises `Unprocessable`."""
    if hours is not None and (from_ is not None or to is not None):
        raise Unprocessable("Give either hours or from and to.")
    start, stop = time_of("from", from_), time_of("to", to)
    if start is None:
        end = to_us(datetime.now(UTC)) if stop is None else stop
        start = end - round((hours or default) * HOUR_US)
    return max(start, FLOOR_US), stop


async def names_of(archive: Archive, tenant: int, wanted: tuple[str, ...], most: int = MOST) -> tuple[list[str], int]:
    """Metrics that the wishes name, each once and in their order, at most `most`; and how many there were in all.

    A wish without `*` is taken as it is, so that an unknown one is said to be unknown.
    """
    found: dict[str, None] = {}
    for wish in wanted:
        if "*" not in wish:
            found[wish] = None
            continue
        rows = await archive.find_metrics(tenant, None if wish == "*" else wish, "", 10_000)
        found |= dict.fromkeys(row.metric for row in rows if not row.metric.startswith("__"))
    return list(found)[:most], len(found)
