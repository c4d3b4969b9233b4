"""Milestones about activities: the core's, in words of sport."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from api.deps import ArchiveDep, PoolDep, SignedIn
from api.errors import Unprocessable
from api.goals import (
    PERSON,
    added,
    changeable,
    completed,
    fields_of,
    first_progress,
    owned,
    patched,
    revised,
    seen_by,
    shown,
    visible,
)
from api.packs.fitness.asked import InPeriod, athlete_of, period_bounds, zone_name
from api.packs.fitness.schemas import (
    FitnessMilestone,
    FitnessMilestoneIn,
    FitnessMilestonePage,
    FitnessMilestonePatch,
)
from api.packs.span import Week, Zone
from api.query.params import Cursor, From, Limit, To, decode_number, encode, json_response, moment_of
from api.schemas.milestones import Recurs, Status
from api.small import SmallRoute
from db import goals
from db.calendar import zone_of
from db.errors import NotFound
from db.goals import Goal, GoalFilter, Kept
from db.records import from_us, to_us

router = APIRouter(route_class=SmallRoute)

PREFIX = "fitness."
SPORT = "sport_type"
Number = Annotated[int, Path(alias="id", ge=1, le=10**15)]
ONE: dict[int | str, dict[str, Any]] = {
    200: {"model": FitnessMilestone},
    403: {"description": "This milestone is not yours to change."},
    404: {"description": "There is no such milestone."},
}


def told(kept: Kept) -> dict[str, Any]:
    """A milestone as `FitnessMilestone` has it."""
    out = shown(kept)
    labels = out.pop("labels")
    out["metric"] = kept.goal.metric.removeprefix(PREFIX)
    return out | {SPORT: labels.get(SPORT), "athlete": labels.get(PERSON)}


def page_of(rows: list[Kept], after: str | None = None) -> dict[str, Any]:
    """Milestones, and how old their progress is."""
    computed = [row.computed_at for row in rows if row.computed_at is not None]
    return {
        "items": [told(row) for row in rows],
        "next": after,
        "computed_at": min(computed, default=None),
        "stale": any(row.stale for row in rows),
        "generated_at": datetime.now(UTC),
    }


def filtered(
    who: Any, athlete: str | None, sport: str | None, start: datetime | None, stop: datetime | None, **more: Any
) -> GoalFilter:
    """Which milestones are asked for. Raises `Forbidden`."""
    athlete_of(who, athlete)
    person = seen_by(who)
    labels = {name: value for name, value in ((PERSON, athlete or person), (SPORT, sport)) if value is not None}
    return GoalFilter(person, f"{PREFIX}*", labels=labels, start=start, stop=stop, **more)


@router.get("/milestones", summary="Milestones", responses={200: {"model": FitnessMilestonePage}})
async def list_milestones(
    who: SignedIn,
    pool: PoolDep,
    athlete: Annotated[str | None, Query(max_length=200)] = None,
    sport_type: Annotated[str | None, Query(max_length=40, description="Of this kind alone")] = None,
    status: Annotated[Status | None, Query()] = None,
    window: Annotated[Recurs | None, Query()] = None,
    period: InPeriod = None,
    from_: From = None,
    to: To = None,
    timezone: Zone = "UTC",
    week_start: Week = "monday",
    limit: Limit = 100,
    cursor: Cursor = None,
) -> Response:
    """How far each is, as a task computed it (`computed_at`, `stale`). period, or from and to: those whose window meets
    that time."""
    zone_of(timezone)
    start, stop = moment_of("from", from_), moment_of("to", to)
    if period is not None:
        if start is not None or stop is not None:
            raise Unprocessable("Give either period or from and to.")
        now = to_us(datetime.now(UTC))
        start, stop = (from_us(at) for at in period_bounds(now, period, timezone, week_start))
    asked = filtered(who, athlete, sport_type, start, stop, status=status, recurs=window)
    rows = await goals.find(pool, who.tenant, asked, decode_number("milestones", cursor) or 0, limit + 1)
    after = encode("milestones", rows[limit - 1].id) if len(rows) > limit else None
    return json_response(page_of(rows[:limit], after))


@router.post("/milestones", status_code=201, summary="Set a milestone", responses={201: {"model": FitnessMilestone}})
async def add_milestone(body: FitnessMilestoneIn, who: SignedIn, pool: PoolDep, archive: ArchiveDep) -> Response:
    """Needs the scope operate; a member sets its own."""
    fields = fields_of(body.model_dump(exclude={"sport_type", "athlete"}))
    athlete = body.athlete or (None if who.may("operate") else who.person)
    fields["timezone"] = await zone_name(pool, who.tenant, athlete, body.timezone)
    fields["metric"] = PREFIX + body.metric
    fields["labels"] = _labels(athlete, body.sport_type)
    fields["owner"] = athlete
    goal = owned(who, await completed(archive, who.tenant, fields))
    kept = await first_progress(pool, archive, await added(pool, who, goal))
    answer = json_response(told(kept))
    answer.status_code = 201
    return answer


@router.get("/milestones/{id}", summary="A milestone", responses={200: ONE[200], 404: ONE[404]})
async def get_milestone(number: Number, who: SignedIn, pool: PoolDep) -> Response:
    """A milestone as it stands."""
    return json_response(told(visible(who, await _mine(pool, who.tenant, number))))


@router.patch("/milestones/{id}", summary="Change a milestone", responses=ONE)
async def change_milestone(
    number: Number, body: FitnessMilestonePatch, who: SignedIn, pool: PoolDep, archive: ArchiveDep
) -> Response:
    """Fields that are not sent stay as they are; sport_type null: all kinds."""
    said = fields_of(body.model_dump(exclude_unset=True))

    async def find() -> Kept:
        return changeable(who, await _mine(pool, who.tenant, number))

    async def make(seen: Kept) -> Goal:
        goal, changes = seen.goal, dict(said)
        if SPORT in changes:
            goal = replace(goal, labels=_labels(goal.labels.get(PERSON), changes.pop(SPORT)))
        if changes.get("metric"):
            whole = await completed(archive, who.tenant, {"title": "", "target": 0.0, "timezone": goal.timezone,
                                                          "metric": PREFIX + changes["metric"]})  # fmt: skip
            changes |= {"metric": whole.metric, "unit": whole.unit, "agg": whole.agg}
        return owned(who, patched(goal, changes))

    return json_response(told(await first_progress(pool, archive, await revised(pool, find, make))))


@router.delete("/milestones/{id}", status_code=204, summary="Remove a milestone", responses={404: ONE[404]})
async def remove_milestone(number: Number, who: SignedIn, pool: PoolDep) -> None:
    """What was said of it is closed."""
    changeable(who, await _mine(pool, who.tenant, number))
    await goals.remove(pool, who.tenant, number)


def _labels(athlete: str | None, sport: str | None) -> dict[str, str]:
    return {name: value for name, value in ((PERSON, athlete), (SPORT, sport)) if value is not None}


async def _mine(pool: Any, tenant: int, number: int) -> Kept:
    """A milestone about activities. Raises `NotFound`."""
    kept = await goals.get(pool, tenant, number)
    if not kept.goal.metric.startswith(PREFIX):
        raise NotFound("There is no such milestone.")
    return kept
