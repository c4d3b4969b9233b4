"""Activities are corrected and removed: facts, sums, points and milestones follow."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC
from typing import Any

import orjson
from fastapi import APIRouter, Request
from starlette.responses import Response

from api.auth import Principal
from api.deps import ArchiveDep, PoolDep, SignedIn, Wake
from api.errors import Unprocessable
from api.ingest.accept import now_us
from api.ingest.checks import time_wrong
from api.packs.fitness.activities import Id, mine
from api.packs.fitness.limits import room_for
from api.packs.fitness.shapes import ActivityFields, ActivityTaken
from api.routes.ingest import DeskDep
from api.small import SmallRoute
from db.correction import correct_now, stored_event
from db.errors import Conflict, Forbidden
from db.packs.checks import wrong_event
from db.packs.mapping import with_causes
from db.records import Event, to_us
from db.removal import remove_now
from workers.contract import JOURNAL_CHANNEL

router = APIRouter(route_class=SmallRoute)

DROPPED = "Its event was dropped by retention: what is this old can no longer be changed, or taken out of rollups."
MUST = ("sport_type", "started_at", "duration_s")
ONE: dict[int | str, dict[str, Any]] = {
    403: {"description": "This activity is not yours to change."},
    404: {"description": "There is no such activity."},
    409: {"description": "It is being changed just now, or its event was dropped by retention."},
}


@router.patch(
    "/activities/{id}",
    status_code=202,
    summary="Correct an activity",
    responses={**ONE, 202: {"model": ActivityTaken}},
)
async def correct_activity(
    request: Request, activity: Id, body: ActivityFields, who: SignedIn, pool: PoolDep, desk: DeskDep, wake: Wake,
    archive: ArchiveDep,
) -> Response:  # fmt: skip
    """Fields that are not sent stay; null takes one away. It is in every answer within a second or so."""
    row = await _changeable(pool, who, activity)
    old = await stored_event(pool, who.tenant, activity)
    if old is None:
        raise Conflict(DROPPED)
    new = corrected(old, body.model_dump(exclude_unset=True))
    closed = await desk.intake.closed_ranges()
    if wrong := time_wrong(new.t, now_us(), closed) or time_wrong(old.t, now_us(), closed) or wrong_event(new):
        raise Unprocessable(f"{wrong}.")
    await room_for(archive, who.tenant, str(new.user_id), str(new.properties["sport_type"]))
    (ready,) = await with_causes(desk.intake, who.tenant, [new])
    url = request.app.state.database.database_url
    if not await asyncio.to_thread(correct_now, url, who.tenant, desk.intake.shards, old, ready):
        raise Conflict("This activity is being changed just now. Look at it, then try again.")
    wake.publish(JOURNAL_CHANNEL)
    taken = {"id": row["event_id"], "accepted": 1, "duplicate": 0}
    return Response(orjson.dumps(taken), 202, media_type="application/json")


@router.delete("/activities/{id}", status_code=204, summary="Remove an activity", responses=ONE)
async def remove_activity(request: Request, activity: Id, who: SignedIn, pool: PoolDep) -> None:
    """As if it had never come; it may be sent again."""
    await _changeable(pool, who, activity)
    url = request.app.state.database.database_url
    if not (await asyncio.to_thread(remove_now, url, who.tenant, [activity])).events:
        raise Conflict(DROPPED)


async def _changeable(conn: Any, who: Principal, activity: str) -> Any:
    row = await mine(conn, who, activity)
    if not who.may("operate") and who.person != row["user_id"]:
        raise Forbidden("Changing activities of others needs the scope operate.")
    return row


def corrected(old: Event, changes: dict[str, Any]) -> Event:
    """An event with some of its properties changed. Raises `Unprocessable`."""
    if gone := [name for name in MUST if name in changes and changes[name] is None]:
        raise Unprocessable(f"{', '.join(gone)} cannot be null. Leave a field out to keep it.")
    began = changes.pop("started_at", None)
    properties = {name: value for name, value in (old.properties | changes).items() if value is not None}
    return replace(old, t=old.t if began is None else to_us(began.astimezone(UTC)), properties=properties)
