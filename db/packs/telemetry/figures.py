"""Figures made of metrics, bucket by bucket: worked out from the archive, and written as metrics of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from db import folding
from db.calendar import level_of
from db.packs.telemetry.expression import Node, Reading, parse, readings, value
from db.records import QUARTER_US, Batch, Kind, Points, SeriesSpec, Times, Values, to_us
from db.store import Archive, Intake

MOST_SERIES = 20_000
STEP = {"15m": QUARTER_US, "1h": 4 * QUARTER_US}
"""Buckets in which figures are written, us."""
USUAL = {Kind.gauge: "avg", Kind.counter: "rate", Kind.money: "sum", Kind.event: "sum"}
ADDED = frozenset({Kind.money, Kind.event})
"""Kinds of which an empty bucket is 0 where it is summed or counted: nothing was spent, nothing happened."""


@dataclass
class Figure:
    """Values between edges (nan: none), and until when (us) all parts are final; None: there is nothing."""

    v: Values
    through: int | None
    missing: list[str] = field(default_factory=list)


async def figure_of(archive: Archive, tenant: int, expression: str | Node, edges: Times, now: int) -> Figure:
    """An expression in the buckets between ascending edges (us). Raises `RawGone`, and `Unclear` for a text."""
    node = parse(expression) if isinstance(expression, str) else expression
    known: dict[Reading, Values] = {}
    throughs: list[int] = []
    missing: list[str] = []
    for reading in dict.fromkeys(readings(node)):
        values, through = await _read(archive, tenant, reading, edges, now)
        known[reading] = values
        if through is None:
            missing.append(reading.metric)
        else:
            throughs.append(through)
    through = min(throughs) if throughs and not missing else None
    return Figure(value(node, known, len(edges) - 1), through, missing)


async def _read(archive: Archive, tenant: int, one: Reading, edges: Times, now: int) -> tuple[Values, int | None]:
    """A reading in each bucket, and until when it is final; None: no series has these names."""
    n = len(edges) - 1
    groups = await archive.group_series(tenant, one.metric, dict(one.labels), (), MOST_SERIES)
    if not groups:
        return np.full(n, np.nan), None
    ids = np.concatenate([group.ids for group in groups])
    kinds = frozenset().union(*(group.kinds for group in groups))
    newest, waiting = await archive.progress(tenant, ids)
    if newest is None:
        return np.full(n, np.nan), None
    through = min(now, to_us(waiting)) if waiting else now
    if not kinds <= ADDED:
        through = min(through, to_us(newest))
    agg = one.agg or USUAL[min(kinds)]
    values = await _fold(archive, tenant, ids, edges, agg, through)
    if kinds <= ADDED and agg in ("sum", "count"):
        begun = edges[:-1] < through
        values = np.where(np.isnan(values) & begun, 0.0, values)
    return values, through


async def _fold(
    archive: Archive, tenant: int, ids: NDArray[np.int32], edges: Times, agg: str, through: int
) -> Values:  # fmt: skip
    n, groups = len(edges) - 1, np.zeros(len(ids), np.int32)
    if agg == "rate":
        grown = folding.cells(await archive.increase(tenant, ids, groups, edges), "sum", 1, n)
        return np.asarray(folding.rate(grown.v, edges, through)[0])
    ends = agg in ("first", "last")
    level = "samples_15m" if ends and len(ids) > 1 else level_of(edges[1:-1])
    folded = await archive.fold(tenant, ids, groups, edges, level, ends=ends)
    return np.asarray(folding.cells(folded, agg, 1, n).v[0])


async def write_figure(
    archive: Archive, intake: Intake, tenant: int, name: str, body: dict[str, Any], span: tuple[int, int], now: int, *,
    history: bool | None = None,
) -> int:  # fmt: skip
    """Write a figure as the metric kpi.<name>, for whole buckets of its `record` in [start, stop) us that are final.

    Returns how many points are new or changed; the same again writes nothing.
    """
    step = STEP[body["record"]]
    edges = np.arange(-(-span[0] // step) * step, span[1] // step * step + 1, step, dtype=np.int64)
    if len(edges) < 2:
        return 0
    figure = await figure_of(archive, tenant, body["expression"], edges, now)
    if figure.through is None:
        return 0
    final = (edges[1:] <= figure.through) & ~np.isnan(figure.v)
    t, v = edges[:-1][final], figure.v[final]
    (ref,) = await intake.resolve(tenant, [SeriesSpec(metric_of(name), {}, body.get("unit"), Kind.gauge)])
    stands = await archive.raw(tenant, np.array([ref.id], np.int32), int(edges[0]), int(edges[-1]), len(edges) + 1)
    new = _changed(t, v, stands)
    if not new.any():
        return 0
    points = Points(np.full(int(new.sum()), ref.id, np.int32), t[new], v[new])
    answer = {"accepted": len(points), "duplicate": 0, "late": 0, "rejected": []}
    await intake.append(Batch(tenant, [(ref.shard, points)], None, b"figure", answer, history=history))
    return len(points)


def metric_of(name: str) -> str:
    """Under which a figure is written."""
    return f"kpi.{name}"


def _changed(t: Times, v: Values, stands: Points) -> NDArray[np.bool_]:
    """Which points are not there as they are."""
    at = np.searchsorted(stands.t, t)
    there = np.minimum(at, max(len(stands) - 1, 0))
    if not len(stands):
        return np.ones(len(t), np.bool_)
    same: NDArray[np.bool_] = (stands.t[there] == t) & (stands.v[there] == v)
    return ~same


def names_in(expression: str) -> Sequence[str]:
    """The metrics that an expression names, in order."""
    return list(dict.fromkeys(one.metric for one in readings(parse(expression))))
