"""A trend as JSON: points, totals, the comparison, and what is known about how final they are."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from typing import Any, TypeVar

import numpy as np

from api.query.trend import Trend, split, total
from db import folding
from db.calendar import moment, rfc3339
from db.errors import RawGone
from db.records import Bands, Times, to_us
from db.store import Archive

T = TypeVar("T")


async def answer_of(found: Trend, archive: Archive) -> dict[str, Any]:
    """What GET /api/v1/trends says. Lists of points are columns until they are JSON: a year of quarters has 35,000."""
    window, zone = found.window, found.window.zone
    series = _raw_series(found) if found.points is not None else _series(found)
    if found.ask.band:
        await _add_bands(found, series, archive)
    return {
        "metric": found.ask.metric,
        "unit": _agreed(found, "unit", found.groups.units),
        "kind": _agreed(found, "kind", found.groups.kinds),
        "agg": found.agg,
        "bucket": window.bucket,
        "timezone": found.ask.timezone,
        "from": moment(window.start, zone),
        "to": moment(window.stop, zone),
        "source": found.source,
        "complete_through": None if found.through is None else moment(found.through, zone),
        "generated_at": datetime.now(UTC).isoformat(timespec="milliseconds"),
        "series": series,
        "comparison": await _comparison(found, archive) if found.ask.compare else None,
        "warnings": [*found.warnings, *await archive.caveats(found.ask.tenant, _first(found), window.stop)],
    }


def _first(found: Trend) -> int:
    """Where what was read begins, us."""
    return found.window.before().start if found.ask.compare else found.window.start


def _agreed(found: Trend, name: str, values: frozenset[T]) -> T | None:
    if len(values) > 1:
        said = ", ".join(sorted(str(value) for value in values))
        found.warnings.append(f"The series disagree on their {name}: {said}.")
        return None
    return next(iter(values), None)


def _series(found: Trend) -> list[dict[str, Any]]:
    assert found.cells is not None
    window, cells = found.window, found.cells
    through = window.start if found.through is None else found.through
    partial = (window.begins[:-1] < window.start) | (window.begins[1:] > min(through, window.stop))
    happened = int(np.searchsorted(window.edges[:-1], min(window.stop, window.now)))
    v, filled = folding.fill(cells.v, found.ask.fill, happened)
    times = rfc3339(window.begins[:-1], window.zone)
    return [
        {
            "labels": labels,
            "points": _points(times, v[group], cells.n[group], partial, filled[group]),
            "total": number(found.totals[group]),
        }
        for group, labels in enumerate(found.groups.labels)
    ]


def _points(times: list[str], v: Any, n: Any, partial: Any, filled: Any) -> list[dict[str, Any]]:
    shown = np.flatnonzero((n > 0) | filled)
    points = [
        {"t": times[at], "v": number(value), "n": count}
        for at, value, count in zip(shown.tolist(), v[shown].tolist(), n[shown].tolist(), strict=True)
    ]
    for at in np.flatnonzero(partial[shown]).tolist():
        points[at]["partial"] = True
    for at in np.flatnonzero(filled[shown]).tolist():
        points[at]["filled"] = True
    return points


def _raw_series(found: Trend) -> list[dict[str, Any]]:
    assert found.points is not None
    out = []
    for labels, part, value in zip(
        found.groups.labels, split(found.points, found.groups), found.totals.tolist(), strict=True
    ):
        times = rfc3339(part.t, found.window.zone)
        points = [{"t": t, "v": v, "n": 1} for t, v in zip(times, part.v.tolist(), strict=True)]
        out.append({"labels": labels, "points": points, "total": number(value)})
    return out


def number(value: float) -> float | None:
    """A number for JSON: null where there is none."""
    return None if not math.isfinite(value) else float(value)


async def _add_bands(found: Trend, series: list[dict[str, Any]], archive: Archive) -> None:
    groups, window = found.groups, found.window
    if (groups.sizes() > 1).any():
        found.warnings.append("A band belongs to one series. Use group_by or labels so that no group has several.")
        return
    bands = await archive.bands(found.ask.tenant, groups.ids, window.start, window.stop)
    for series_id, group in zip(groups.ids.tolist(), groups.of.tolist(), strict=True):
        mine = bands.ids == series_id
        told = Bands(bands.ids[mine], bands.t[mine], bands.expected[mine], bands.lo[mine], bands.hi[mine])
        series[group]["band"] = _band(found, told)


def _band(found: Trend, told: Bands) -> list[dict[str, Any]]:
    """What was expected, a point a quarter of an hour, or the mean over longer buckets."""
    window = found.window
    columns = {"expected": told.expected, "lo": told.lo, "hi": told.hi}
    t: Times = told.t
    if window.bucket not in ("raw", "15m") and len(t):
        at = np.searchsorted(window.edges, t, "right") - 1
        where, place = np.unique(at, return_inverse=True)
        counts = np.bincount(place)
        columns = {name: np.bincount(place, column) / counts for name, column in columns.items()}
        t = window.begins[where]
    rows = zip(rfc3339(t, window.zone), *(column.tolist() for column in columns.values()), strict=True)
    return [dict(zip(("t", *columns), row, strict=True)) for row in rows]


async def _comparison(found: Trend, archive: Archive) -> dict[str, Any]:
    """Each group against the window before. A percentage is given only between two complete windows with a baseline."""
    groups, before = found.groups, found.window.before()
    try:
        totals = await total(found, before.start, before.stop, archive)
    except RawGone as gone:
        found.warnings.append(f"There is nothing to compare with: {gone.detail}")
        totals = np.full(len(groups.labels), np.nan)
    oldest, _ = await archive.horizon(found.ask.tenant, groups.ids)
    begun = oldest is not None and to_us(oldest) < before.first
    series = []
    for labels, now, then in zip(groups.labels, found.totals.tolist(), totals.tolist(), strict=True):
        change = folding.compare(now, then, complete=before.comparable and found.settled, begun=begun)
        series.append(
            {
                "labels": labels,
                "total": number(then),
                "change": change.change,
                "change_pct": change.percent,
                "trend_basis": change.basis,
            }
        )
    start, stop = (moment(at, found.window.zone) for at in (before.start, before.stop))
    only = {k: v for k, v in series[0].items() if k != "labels"} if len(series) == 1 else {}
    return {"from": start, "to": stop, **only, "series": series}
