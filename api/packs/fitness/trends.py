"""Trends: a measure over time, by kind of sport, beside the time before."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal

import numpy as np
from fastapi import APIRouter, Query
from starlette.responses import Response

from api.packs.fitness.asked import Asked, AskedDep
from api.packs.fitness.schemas import FitnessTrends
from api.packs.fitness.sums import MEANS, UNITS, Metric, Sums, before, changed, fold, number, total
from api.query.params import json_response
from api.small import SmallRoute
from db.folding import Fill
from db.folding import fill as filled

router = APIRouter(route_class=SmallRoute)

LEAST = 3
"""Whole buckets that a slope is taken from."""


@router.get("/trends", summary="Trends", responses={200: {"model": FitnessTrends}})
async def get_trends(
    asked: AskedDep,
    metric: Annotated[Metric, Query(description="pace: s/km over all; avg_hr: weighted by duration")] = "distance",
    fill: Annotated[
        Fill | None, Query(description="Buckets without activities; absent: zero, but null for avg_hr and pace")
    ] = None,
    compare: Annotated[Literal["previous", "none"], Query()] = "previous",
) -> Response:
    """One measure of the period, in buckets of the zone.

    A period that is going on is compared with as much of the one before; from and to with as long a time right before.
    """
    return json_response(await trends(asked, metric, fill, compare=compare == "previous"))


async def trends(asked: Asked, metric: Metric, fill: Fill | None, *, compare: bool) -> dict[str, Any]:
    """The answer, for JSON."""
    found = await fold(asked, asked.span.edges)
    whole = total(found.values())
    old = await before(asked) if compare else None
    each = buckets(asked, found)
    line = points(asked, metric, each, fill)
    return {
        "metric": metric,
        "unit": UNITS[metric],
        **asked.said(),
        "fill": fill or _usual(metric),
        "points": line,
        "total": number(whole.of(metric)),
        "activities": whole.activities,
        "slope_per_bucket": slope(metric, asked, each),
        "sports": by_sport(metric, found, whole),
        "comparison": None if old is None else comparison(asked, metric, whole, total(old.values())),
    }


def _usual(metric: Metric) -> Fill:
    return "null" if metric in MEANS else "zero"


def buckets(asked: Asked, found: dict[tuple[int, str], Sums]) -> list[Sums]:
    """Sums of all kinds, one a bucket."""
    made = [Sums() for _ in range(asked.span.window.buckets)]
    for (bucket, _), sums in found.items():
        made[bucket].add(sums)
    return made


def points(asked: Asked, metric: Metric, sums: list[Sums], fill: Fill | None = None) -> list[dict[str, Any]]:
    """The line of a measure: a point a bucket that has activities, or is filled; none that has not begun."""
    values = [number(one.of(metric)) if one.activities else None for one in sums]
    grid = np.array([[np.nan if v is None else v for v in values]])
    upto = int(np.searchsorted(asked.span.window.begins[:-1], asked.span.window.now, "right"))
    v, shown = filled(grid, fill or _usual(metric), upto)
    rows = zip(asked.span.times(), v[0].tolist(), sums, asked.span.partial(), shown[0].tolist(), strict=True)
    return [
        {"t": t, "v": None if np.isnan(value) else value, "n": one.activities, "partial": part}
        for t, value, one, part, fills in rows
        if one.activities or fills
    ]


def slope(metric: Metric, asked: Asked, sums: list[Sums]) -> float | None:
    """By how much the measure grows from bucket to bucket: least squares over whole ones; amounts count 0 where there
    was no activity."""
    have = [
        (i, float(value))
        for i, (one, ragged) in enumerate(zip(sums, asked.span.partial(), strict=True))
        if not ragged and (value := one.of(metric)) is not None
    ]
    if len(have) < LEAST:
        return None
    x, y = np.array(have, float).T
    x = x - x.mean()
    return round(float((x * (y - y.mean())).sum() / (x * x).sum()), 6)


def by_sport(metric: Metric, found: dict[tuple[int, str], Sums], whole: Sums) -> list[dict[str, Any]]:
    """The measure of each kind of sport, most activities first."""
    sports: dict[str, Sums] = {}
    for (_, sport), sums in found.items():
        sports.setdefault(sport, Sums()).add(sums)
    everything = whole.of(metric)
    return [
        {
            "sport_type": sport,
            "value": number(one.of(metric)),
            "activities": one.activities,
            "share_pct": None if metric in MEANS else _share(one.of(metric), everything),
        }
        for sport, one in sorted(sports.items(), key=lambda pair: (-pair[1].activities, pair[0]))
    ]


def _share(part: Decimal | None, whole: Decimal | None) -> float | None:
    return float(round(100 * part / whole, 2)) if part is not None and whole else None


def comparison(asked: Asked, metric: Metric, now: Sums, old: Sums) -> dict[str, Any]:
    """A measure beside the time before."""
    was, change = changed(asked, metric, now, old)
    value = number(now.of(metric))
    return {
        "from": asked.span.moment(asked.before[0]),
        "to": asked.span.moment(asked.before[1]),
        "total": was,
        "activities": old.activities,
        "change": None if value is None or was is None else round(value - was, 6),
        "change_pct": change.percent,
        "trend_basis": change.basis,
        "direction": _direction(change.percent),
    }


def _direction(percent: float | None) -> str | None:
    if percent is None:
        return None
    return "up" if percent > 0 else "down" if percent < 0 else "flat"
