"""One metric over time as the dashboard shows it: points, band, anomalies, numbers in short, and where it goes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from api.packs.telemetry.asked import Asked
from api.query.answer import answer_of, number
from api.query.trend import Trend, split, trend_of
from db import folding
from db.calendar import HOUR_US, level_of, moment
from db.records import EpisodeRow, Ids, Kind, Severity, Times, from_us, to_us
from db.settings import DatabaseSettings
from db.store import Archive

MOST_EPISODES = 500
"""Of a metric in one answer, the newest."""


@dataclass(frozen=True)
class Part:
    """One group of series of a metric, ready for JSON; `ids` are its series, `through` us until which it is final."""

    key: str
    data: dict[str, Any]
    ids: Ids
    through: int | None


async def parts_of(asked: Asked, metric: str, archive: Archive, config: DatabaseSettings) -> list[Part]:
    """A metric, one part a group. Raises what `trend_of` raises."""
    found = await trend_of(asked.of(metric, compare=True, band=True), archive, config)
    answer = await answer_of(found, archive)
    episodes = await _episodes(found, archive)
    stats = await _stats(found, archive)
    out = []
    for at, (series, compared) in enumerate(zip(answer["series"], answer["comparison"]["series"], strict=True)):
        ids = found.groups.ids[found.groups.of == at]
        mine = [row for row in episodes if row.series.id in set(ids.tolist())]
        for flagged in _mark(found, at, mine, series["points"]):
            flagged["anomaly"] = True
        data = {
            **{name: answer[name] for name in ("metric", "unit", "kind", "agg", "bucket", "source")},
            "complete_through": answer["complete_through"],
            "labels": series["labels"],
            "series": len(ids),
            "points": series["points"],
            "band": series.get("band") or [],
            "anomalies": [_shown(row, found) for row in mine],
            "stats": stats[at] | {"total": series["total"]},
            "trend": _trend(found, at, compared),
            "warnings": answer["warnings"],
        }
        out.append(Part(_key(metric, asked.group_by, series["labels"]), data, ids, found.through))
    return out


def _key(metric: str, group_by: tuple[str, ...], labels: dict[str, str]) -> str:
    """`cpu.load`, or `cpu.load{device=a}` where it is split."""
    said = ",".join(f"{name}={labels[name]}" for name in group_by)
    return f"{metric}{{{said}}}" if said else metric


async def _episodes(found: Trend, archive: Archive) -> list[EpisodeRow]:
    if not len(found.groups.ids):
        return []
    rows = await archive.episodes(
        found.ask.tenant, ids=found.groups.ids, state=None, severity=None, start=from_us(found.window.start),
        stop=from_us(found.window.stop), before=None, limit=MOST_EPISODES,
    )  # fmt: skip
    return [row for row in rows if row.state != "retracted"]


def _ends(row: EpisodeRow) -> tuple[int, int]:
    """From its first to its newest unusual point, us."""
    return to_us(row.opened_at), to_us(row.last_at)


def _mark(found: Trend, group: int, episodes: list[EpisodeRow], points: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The points whose bucket meets an episode."""
    begins, ends = _spans(found, group)
    unusual: NDArray[np.bool_] = np.zeros(len(begins), np.bool_)
    for row in episodes:
        first, last = _ends(row)
        unusual |= (begins <= last) & (ends > first)
    return [points[at] for at in np.flatnonzero(unusual).tolist()]


def _spans(found: Trend, group: int) -> tuple[Times, Times]:
    """[begin, end) us of each point that the answer shows."""
    if found.points is not None:
        t = split(found.points, found.groups)[group].t
        return t, t + 1
    assert found.cells is not None
    shown = np.flatnonzero(found.cells.n[group] > 0)
    return found.window.begins[shown], found.window.begins[shown + 1]


def _shown(row: EpisodeRow, found: Trend) -> dict[str, Any]:
    names = ("id", "kind", "state", "severity", "points", "score", "value", "expected", "lo", "hi", "detector",
             "reason")  # fmt: skip
    times = {"opened_at": row.opened_at, "last_at": row.last_at, "peak_at": row.peak_at, "closed_at": row.closed_at}
    zone = found.window.zone
    said = {name: None if at is None else moment(to_us(at), zone) for name, at in times.items()}
    return {name: getattr(row, name) for name in names} | {"labels": row.series.labels} | said


async def _stats(found: Trend, archive: Archive) -> list[dict[str, Any]]:
    """Over all raw points of each group in the range. The values of a counter say nothing by themselves: no numbers."""
    groups, window = found.groups, found.window
    edges = np.array([window.start, window.stop], np.int64)
    folded = await archive.fold(found.ask.tenant, groups.ids, groups.of, edges, level_of(edges[1:-1]), ends=True)
    size = len(groups.labels)
    counts = np.zeros(size, np.int64)
    counts[folded.group] = folded.n
    names = {"mean": "avg", "min": "min", "max": "max", "first": "first", "last": "last"}
    told = {name: folding.totals(folded, agg, size) for name, agg in names.items()}
    quiet = Kind.counter in groups.kinds
    return [
        {"n": int(counts[at])} | {name: None if quiet else number(column[at]) for name, column in told.items()}
        for at in range(size)
    ]


def _trend(found: Trend, group: int, compared: dict[str, Any]) -> dict[str, Any]:
    """Direction: of the whole against the window before. Slope: least squares over buckets that are over."""
    direction = None
    if compared["trend_basis"] == "ok":
        change = compared["change"]
        direction = "up" if change > 0 else "down" if change < 0 else "flat"
    slope, used = _slope(found, group)
    return {
        "direction": direction,
        "trend_basis": compared["trend_basis"],
        "change": compared["change"],
        "change_pct": compared["change_pct"],
        "before": compared["total"],
        "slope_per_hour": slope,
        "slope_points": used,
    }


def _slope(found: Trend, group: int) -> tuple[float | None, int]:
    """(change an hour of the straight line through the points, how many these are). Buckets stand at their middle."""
    if found.points is not None:
        part = split(found.points, found.groups)[group]
        t, v = part.t.astype(float), part.v
    else:
        assert found.cells is not None
        begins, through = found.window.begins, found.window.start if found.through is None else found.through
        whole = (begins[:-1] >= found.window.start) & (begins[1:] <= through) & (found.cells.n[group] > 0)
        t, v = ((begins[:-1] + begins[1:]) / 2)[whole], found.cells.v[group][whole]
    if len(t) < 2 or t[0] == t[-1]:
        return None, len(t)
    hours = (t - t.mean()) / HOUR_US
    return number(float((hours * (v - v.mean())).sum() / (hours * hours).sum())), len(t)


def severities(found: list[dict[str, Any]]) -> dict[str, int]:
    """How many of each severity; those without any are 0."""
    counts = {severity.value: 0 for severity in Severity}
    for one in found:
        counts[str(one["severity"])] += 1
    return counts
