"""The dashboard: summary, trends and milestones in one answer."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from starlette.responses import Response

from api.deps import SignedIn
from api.packs.fitness.asked import Asked, AskedDep, queries
from api.packs.fitness.milestones import filtered, page_of
from api.packs.fitness.schemas import FitnessDashboard
from api.packs.fitness.streaks import load, streaks
from api.packs.fitness.sums import UNITS, Metric, Sums, before, changed, fold, number, total
from api.packs.fitness.trends import buckets, points
from api.query.params import json_response
from api.small import SmallRoute
from db import goals
from db.records import from_us

router = APIRouter(route_class=SmallRoute)

LINES: tuple[Metric, ...] = ("distance", "duration", "activities")
"""Measures whose line is shown."""
MOST_MILESTONES = 50


@router.get("/dashboard", summary="The dashboard", responses={200: {"model": FitnessDashboard}})
async def get_dashboard(asked: AskedDep, who: SignedIn) -> Response:
    """Of a member: its own. With the scope read: of one athlete, or of all."""
    found = await fold(asked, asked.span.edges)
    each = buckets(asked, found)
    old = total((await before(asked)).values())
    start, stop = (from_us(at) for at in asked.whole)
    sport = asked.sports[0] if asked.sports and len(asked.sports) == 1 else None
    wanted = filtered(who, asked.athlete, sport, start, stop)
    rows = await goals.find(asked.conn, asked.tenant, wanted, 0, MOST_MILESTONES)
    milestones = page_of(rows)
    return json_response(
        {
            **asked.said(),
            "summary": await _summary(asked, found, each, old),
            "sports": _sports(found),
            "trends": [{"metric": m, "unit": UNITS[m], "points": points(asked, m, each)} for m in LINES],
            "milestones": milestones["items"],
            "streaks": None if asked.athlete is None else await streaks(asked),
            "load": None if asked.athlete is None else await load(asked),
            "computed_at": milestones["computed_at"],
            "stale": milestones["stale"],
        }
    )


async def _summary(
    asked: Asked, found: dict[tuple[int, str], Sums], each: list[Sums], old: Sums
) -> dict[str, Any]:  # fmt: skip
    whole = total(found.values())
    items = []
    for metric, unit in UNITS.items():
        was, change = changed(asked, metric, whole, old)
        items.append({
            "metric": metric, "unit": unit, "value": number(whole.of(metric)), "before": was,
            "change_pct": change.percent, "trend_basis": change.basis,
        })  # fmt: skip
    begin, end = (asked.span.moment(at) for at in asked.before)
    return {
        "metrics": items,
        "active_buckets": sum(one.activities > 0 for one in each),
        "athletes": None if asked.athlete is not None else await _athletes(asked),
        "compared_from": begin,
        "compared_to": end,
    }


async def _athletes(asked: Asked) -> int:
    start, stop = (from_us(at) for at in (asked.span.window.start, asked.span.window.stop))
    found: int = await queries().athletes(asked.conn, tenant=asked.tenant, start=start, stop=stop, sports=asked.sports)
    return found


def _sports(found: dict[tuple[int, str], Sums]) -> list[dict[str, Any]]:
    sports: dict[str, Sums] = {}
    for (_, sport), sums in found.items():
        sports.setdefault(sport, Sums()).add(sums)
    rows = sorted(sports.items(), key=lambda pair: (-pair[1].activities, pair[0]))
    measures: tuple[Metric, ...] = ("distance", "duration", "elevation", "calories", "avg_hr", "pace")
    return [
        {"sport_type": sport, "activities": one.activities, **{m: number(one.of(m)) for m in measures}}
        for sport, one in rows
    ]
