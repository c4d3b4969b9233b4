"""Milestones: what a metric is to reach, or to stay below, once or again and again, and how far it is."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from api.audit import PERSONAL
from api.deps import ArchiveDep, PoolDep, SignedIn
from api.goals import (
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
from api.query.params import LABELS_DOC, PLAIN_TEXT, Cursor, Labels, Limit, decode_number, encode, json_response
from api.schemas.milestones import MilestoneIn, MilestoneOut, MilestonePage, MilestonePatch, Recurs, Status
from api.small import SmallRoute
from db import goals
from db.goals import Goal, GoalFilter, Kept

router = APIRouter(
    prefix="/api/v1/milestones", tags=["milestones"], dependencies=[PLAIN_TEXT, PERSONAL], route_class=SmallRoute
)

Number = Annotated[int, Path(alias="id", ge=1, le=10**15)]
ONE: dict[int | str, dict[str, Any]] = {
    200: {"model": MilestoneOut},
    403: {"description": "This milestone is not yours to change."},
    404: {"description": "There is no such milestone."},
}


@router.get(
    "",
    summary="Milestones",
    responses={200: {"model": MilestonePage}, 400: {"description": "The cursor is not one of ours."}},
    openapi_extra=LABELS_DOC,
)
async def list_them(
    who: SignedIn,
    pool: PoolDep,
    labels: Labels,
    metric: Annotated[str | None, Query(max_length=200, description="`*` stands for anything")] = None,
    status: Annotated[Status | None, Query()] = None,
    window: Annotated[Recurs | None, Query()] = None,
    owner: Annotated[str | None, Query(max_length=200, description="Whose they are")] = None,
    limit: Limit = 100,
    cursor: Cursor = None,
) -> Response:
    """Milestones by id, with their progress as it was computed last (`computed_at`, `stale`).

    With the scope read: all of the tenant. Without, as a member: one's own.
    """
    person = seen_by(who)
    asked = GoalFilter(person or owner, metric, status, window, labels)
    if person is not None and owner not in (None, person):
        return json_response({"items": [], "next": None, "generated_at": datetime.now(UTC)})
    rows = await goals.find(pool, who.tenant, asked, decode_number("milestones", cursor) or 0, limit + 1)
    page, more = rows[:limit], len(rows) > limit
    after = encode("milestones", page[-1].id) if more else None
    return json_response({"items": [shown(row) for row in page], "next": after, "generated_at": datetime.now(UTC)})


@router.post("", status_code=201, summary="Set a milestone", responses={201: {"model": MilestoneOut}, 403: ONE[403]})
async def add_it(body: MilestoneIn, who: SignedIn, pool: PoolDep, archive: ArchiveDep) -> Response:
    """It says at once how far it is; what is expected of it follows within seconds.

    Needs the scope operate; a user with a person sets milestones of its own, about series whose label `user_id` is it.
    """
    goal = owned(who, await completed(archive, who.tenant, fields_of(body.model_dump())))
    answer = json_response(shown(await first_progress(pool, archive, await added(pool, who, goal))))
    answer.status_code = 201
    return answer


@router.get("/{id}", summary="A milestone", responses={200: ONE[200], 404: ONE[404]})
async def get_it(number: Number, who: SignedIn, pool: PoolDep) -> Response:
    """A milestone as it stands."""
    return json_response(shown(visible(who, await goals.get(pool, who.tenant, number))))


@router.patch("/{id}", summary="Change a milestone", responses=ONE)
async def change_it(
    number: Number, body: MilestonePatch, who: SignedIn, pool: PoolDep, archive: ArchiveDep
) -> Response:
    """Fields that are not sent stay as they are; all is computed anew."""
    changes = fields_of(body.model_dump(exclude_unset=True))

    async def find() -> Kept:
        return changeable(who, await goals.get(pool, who.tenant, number))

    async def make(seen: Kept) -> Goal:
        return owned(who, patched(seen.goal, changes))

    return json_response(shown(await first_progress(pool, archive, await revised(pool, find, make))))


@router.delete("/{id}", status_code=204, summary="Remove a milestone", responses={403: ONE[403], 404: ONE[404]})
async def remove_it(number: Number, who: SignedIn, pool: PoolDep) -> None:
    """What was said of it is closed."""
    changeable(who, await goals.get(pool, who.tenant, number))
    await goals.remove(pool, who.tenant, number)
