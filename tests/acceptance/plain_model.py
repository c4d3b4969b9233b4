"""What Tidewatch promises, in plain Python: points in dictionaries, trends by looking at every one of them.

Slow and simple on purpose, and built on nothing of the product. Times are int us since 1970 UTC.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

QUARTER = 900_000_000
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
Series = tuple[str, tuple[tuple[str, str], ...]]
Point = tuple[int, float]
QUANTILES = {"p50": 0.5, "p95": 0.95, "p99": 0.99}


def us(when: datetime) -> int:
    return (when - EPOCH) // timedelta(microseconds=1)


@cache
def local(at: int, zone: str) -> datetime:
    return (EPOCH + timedelta(microseconds=at)).astimezone(ZoneInfo(zone))


@cache
def key(quarter: int, bucket: str, zone: str) -> date | int:
    """What names the bucket that holds a quarter of an hour: a local date, or where it begins."""
    if bucket == "15m":
        return quarter
    if bucket == "1h":  # the latest full local hour
        while local(quarter, zone).minute:
            quarter -= QUARTER
        return quarter
    day = local(quarter, zone).date()
    if bucket == "month":
        return day.replace(day=1)
    return day - timedelta(days=day.weekday() if bucket == "week" else 0)


def keys(start: int, stop: int, bucket: str, zone: str) -> dict[Any, tuple[int, int]]:
    """The buckets that meet [start, stop), in order, each with the part of it that lies inside."""
    found: dict[Any, tuple[int, int]] = {}
    for quarter in range(start // QUARTER * QUARTER, stop, QUARTER):
        name = key(quarter, bucket, zone)
        lo = found[name][0] if name in found else max(start, quarter)
        found[name] = (lo, min(stop, quarter + QUARTER))
    return found


def quantile(values: list[float], q: float) -> float:
    """By linear interpolation between neighbours."""
    ordered = sorted(values)
    at = q * (len(ordered) - 1)
    low = ordered[math.floor(at)]
    return low + (ordered[math.ceil(at)] - low) * (at - math.floor(at))


def quarters(points: list[Point]) -> Iterator[tuple[int, list[float]]]:
    """Values by quarter of an hour, in order of time."""
    found: dict[int, list[float]] = defaultdict(list)
    for t, v in sorted(points):
        found[t // QUARTER * QUARTER].append(v)
    yield from found.items()


def growth(points: list[Point]) -> dict[int, float]:
    """How much a counter grew, by quarter; resets are healed as the product says it does."""
    grown: dict[int, float] = {}
    before: float | None = None
    for quarter, v in quarters(points):
        inside = max(v) - v[0] + v[-1] if v[-1] < v[0] or max(v) > v[-1] else v[-1] - v[0]
        between = 0.0 if before is None else v[0] - before if v[0] >= before else v[0]
        grown[quarter], before = inside + between, v[-1]
    return grown


@dataclass
class Model:
    """`values`: the later of two with one (series, time). `events`: points that may share an instant."""

    values: dict[Series, dict[int, float]] = field(default_factory=lambda: defaultdict(dict))
    events: dict[str, tuple[str, int]] = field(default_factory=dict)

    def points(self, series: Series, start: int, stop: int) -> list[Point]:
        """Of a series in [start, stop)."""
        metric, labels = series
        if metric == "events":
            return [
                (t, 1.0) for kind, t in self.events.values() if ("event_type", kind) in labels and start <= t < stop
            ]
        return [(t, v) for t, v in self.values[series].items() if start <= t < stop]

    def series(self, metric: str) -> list[Series]:
        """All of a metric."""
        kinds = {kind for kind, _ in self.events.values()}
        events: list[Series] = [("events", (("event_type", kind),)) for kind in kinds] if metric == "events" else []
        return events + [series for series in self.values if series[0] == metric]

    def groups(self, metric: str, labels: dict[str, str], by: list[str]) -> dict[tuple[str, ...], list[Series]]:
        """Series that match, by the values of some of their labels."""
        found: dict[tuple[str, ...], list[Series]] = defaultdict(list)
        for series in self.series(metric):
            mine = dict(series[1])
            if labels.items() <= mine.items():
                found[tuple(mine.get(label, "") for label in by)].append(series)
        return found

    def newest(self, series: list[Series]) -> int:
        """Time of the newest point."""
        return max(t for one in series for t, _ in self.points(one, 0, 1 << 62))

    def value(self, agg: str, parts: list[list[Point]]) -> float | None:
        """Aggregate of the points of several series; None without points."""
        every = [point for part in parts for point in part]
        v = [value for _, value in every]
        if not v:
            return None
        if agg in QUANTILES:
            return quantile(v, QUANTILES[agg])
        if agg in ("first", "last"):
            return self._end(parts, first=agg == "first")
        return {"avg": sum(v) / len(v), "sum": sum(v), "min": min(v), "max": max(v), "count": float(len(v))}[agg]

    def _end(self, parts: list[list[Point]], *, first: bool) -> float:
        """Of several series: of the first (last) quarter with points, the smallest first (largest last)."""
        ends = [list(quarters(part))[0 if first else -1] for part in parts if part]
        at = (min if first else max)(quarter for quarter, _ in ends)
        v = [values[0 if first else -1] for quarter, values in ends if quarter == at]
        return min(v) if first else max(v)

    def trend(
        self, series: list[Series], agg: str, bucket: str, zone: str, start: int, stop: int, through: int
    ) -> dict[Any, tuple[float, int]]:
        """Bucket -> (value, points)."""
        spans = keys(start, stop, bucket, zone)
        parts: dict[Any, dict[Series, list[Point]]] = defaultdict(lambda: defaultdict(list))
        grown: dict[Any, float] = defaultdict(float)
        for one in series:
            points = self.points(one, start, stop)
            for t, v in points:
                parts[key(t // QUARTER * QUARTER, bucket, zone)][one].append((t, v))
            for quarter, more in growth(points).items() if agg == "rate" else ():
                grown[key(quarter, bucket, zone)] += more
        found = {}
        for name, by_series in parts.items():
            n = sum(map(len, by_series.values()))
            v = (
                self._rate(grown[name], *spans[name], through)
                if agg == "rate"
                else self.value(agg, [*by_series.values()])
            )
            assert v is not None
            found[name] = (v, n)
        return found

    def total(self, series: list[Series], agg: str, start: int, stop: int, through: int) -> float | None:
        """The aggregate over all of [start, stop)."""
        parts = [self.points(one, start, stop) for one in series]
        if agg != "rate":
            return self.value(agg, parts)
        if not any(parts):
            return None
        return self._rate(sum(sum(growth(part).values()) for part in parts), start, stop, through)

    def _rate(self, grown: float, lo: int, hi: int, through: int) -> float:
        """A second; what is not over yet counts for as long as it has lasted."""
        return grown / ((min(hi, max(through, lo + 1)) - lo) / 1e6)


def filled(have: dict[Any, tuple[float, int]], names: list[Any], how: str) -> dict[Any, tuple[float | None, int]]:
    """Buckets with those that were empty filled in."""
    out: dict[Any, tuple[float | None, int]] = dict(have)
    places = [i for i, name in enumerate(names) if name in have]
    for i, name in enumerate(names):
        before = max((p for p in places if p < i), default=None)
        after = min((p for p in places if p > i), default=None)
        if name in have or how == "none":
            continue
        if how == "zero":
            out[name] = (0.0, 0)
        elif how == "null":
            out[name] = (None, 0)
        elif how == "locf" and before is not None:
            out[name] = (have[names[before]][0], 0)
        elif how == "linear" and before is not None and after is not None:
            lo, hi = have[names[before]][0], have[names[after]][0]
            out[name] = (lo + (hi - lo) * (i - before) / (after - before), 0)
    return out
