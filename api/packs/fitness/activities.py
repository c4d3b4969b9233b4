"""Activities: listed, sent one at a time through the ordinary intake, and personal records."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any
from uuid import uuid4

import orjson
from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from api.auth import Principal
from api.deps import ArchiveDep, Conn, SignedIn
from api.errors import Unprocessable
from api.ingest.accept import Sent, now_us
from api.ingest.events import parse
from api.packs.fitness.asked import AthleteName, Sports, athlete_of, queries
from api.packs.fitness.limits import room_for
from api.packs.fitness.shapes import ActivityIn, ActivityOut, ActivityPage, ActivityTaken, RecordsOut
from api.packs.fitness.streaks import zone_named
from api.packs.fitness.sums import number
from api.query.params import Cursor, From, Limit, To, decode, encode, json_response, moment_of
from api.routes.ingest import ANSWERS, DeskDep, Key
from api.small import SmallRoute
from db.errors import Forbidden, Invalid, NotFound

router = APIRouter(route_class=SmallRoute)

TYPE = "fitness.activity"
FIRST, LAST = datetime(1973, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)
NUMBERS = ("duration_s", "distance_m", "elevation_m", "calories", "avg_hr", "max_hr")
RECORD_UNITS = {"longest_distance": "m", "longest_duration": "s", "most_elevation": "m", "fastest_pace": "s/km"}
Id = Annotated[str, Path(alias="id", max_length=200)]


def told(row: Any) -> dict[str, Any]:
    """An activity as `ActivityOut` has it."""
    amounts = {name: None if row[name] is None else float(row[name]) for name in NUMBERS}
    pace = number(row["duration_s"] * 1000 / row["distance_m"]) if row["distance_m"] else None
    same = {name: row[name] for name in ("user_id", "sport_type", "timezone", "name", "source", "external_id")}
    return {"id": row["event_id"], "started_at": _local(row), **same, **amounts, "pace": pace}


def _local(row: Any) -> str:
    """When it began, in its own zone."""
    return str(row["t"].astimezone(zone_named(row["timezone"] or "UTC")).isoformat())


@router.get("/activities", summary="Activities", responses={200: {"model": ActivityPage}})
async def list_activities(
    who: SignedIn,
    conn: Conn,
    athlete: AthleteName = None,
    sport_type: Sports = None,
    from_: From = None,
    to: To = None,
    limit: Limit = 100,
    cursor: Cursor = None,
) -> Response:
    """Newest first."""
    at, before_id = _after(cursor)
    rows = queries().activities(
        conn, tenant=who.tenant, athlete=athlete_of(who, athlete), sports=sport_type,
        start=moment_of("from", from_) or FIRST, stop=moment_of("to", to) or LAST, before=at, before_id=before_id,
        limit=limit + 1,
    )  # fmt: skip
    found = [row async for row in rows]
    last = found[limit - 1] if len(found) > limit else None
    after = None if last is None else encode("activities", f"{last['t'].isoformat()} {last['event_id']}")
    return json_response({"items": [told(row) for row in found[:limit]], "next": after})


def _after(cursor: str | None) -> tuple[datetime | None, str | None]:
    text = decode("activities", cursor)
    if text is None:
        return None, None
    stamp, _, event_id = text.partition(" ")
    try:
        return datetime.fromisoformat(stamp).astimezone(UTC), event_id
    except (ValueError, OverflowError) as error:
        raise Invalid("The cursor is not one of ours. Start again without it.") from error


@router.get(
    "/activities/{id}",
    summary="An activity",
    responses={200: {"model": ActivityOut}, 404: {"description": "There is no such activity."}},
)
async def get_activity(activity: Id, who: SignedIn, conn: Conn) -> Response:
    """An activity as it is known."""
    return json_response(told(await mine(conn, who, activity)))


async def mine(conn: Any, who: Principal, activity: str) -> Any:
    """An activity that somebody may see. Raises `NotFound`, `Forbidden`."""
    person = athlete_of(who, None)
    row = await queries().activity(conn, tenant=who.tenant, event_id=activity)
    if row is None or person not in (None, row["user_id"]):
        raise NotFound("There is no such activity.")
    return row


@router.post(
    "/activities", status_code=202, summary="Send an activity", responses={**ANSWERS, 202: {"model": ActivityTaken}}
)
async def send_activity(
    request: Request, body: ActivityIn, who: SignedIn, desk: DeskDep, archive: ArchiveDep, key: Key = None
) -> Response:
    """Needs the scope ingest; a member sends its own. Sent twice with source and external_id, it counts once."""
    person = _sender(who, body.user_id)
    await desk.gate.check()
    await room_for(archive, who.tenant, person, body.sport_type)
    item = event_of(body.model_dump(exclude={"user_id"}), person, str(uuid4()))
    sent = Sent.of(f"{request.url.path} {person}", await request.body(), key)
    closed, refuses = await desk.intake.closed_ranges(), await desk.refusals.of(who.tenant)
    draft = parse([item], now_us(), closed, desk.limits.rows, refuses)
    draft.named = body.external_id is not None and body.source is not None
    answer = await desk.take_events(who.tenant, draft, sent)
    taken = {"id": draft.events[0].event_id, "accepted": answer["accepted"], "duplicate": answer["duplicate"]}
    return Response(orjson.dumps(taken), 202, media_type="application/json")


def _sender(who: Principal, user_id: str | None) -> str:
    """Whose activity it is. Raises `Forbidden`, or `Unprocessable` where nobody is named."""
    if not who.may("ingest") and (who.person is None or user_id not in (None, who.person)):
        raise Forbidden("Sending activities needs the scope ingest; a user with a person sends its own.")
    person = user_id or who.person
    if person is None:
        raise Unprocessable("user_id: say whose activity it is.")
    return person


def event_of(fields: dict[str, Any], person: str, event_id: str) -> dict[str, Any]:
    """Fields of an activity as an event."""
    said = {name: value for name, value in fields.items() if value is not None and name != "started_at"}
    return {
        "event_id": event_id,
        "event_type": TYPE,
        "timestamp": fields["started_at"].isoformat(),
        "user_id": person,
        "properties": said,
    }


@router.get("/records", summary="Personal records", responses={200: {"model": RecordsOut}})
async def records(
    who: SignedIn,
    conn: Conn,
    athlete: Annotated[str | None, Query(max_length=200, description="Whose; a member: oneself")] = None,
    sport_type: Sports = None,
) -> Response:
    """The best of each kind of sport, over all time."""
    person = athlete_of(who, athlete) or who.person
    if person is None:
        raise Unprocessable("athlete: say whose records.")
    rows = queries().records_of(conn, tenant=who.tenant, athlete=person, sports=sport_type)
    items = [
        {
            "sport_type": row["sport_type"],
            "record": row["record"],
            "value": number(row["value"]),
            "unit": RECORD_UNITS[row["record"]],
            "activity_id": row["event_id"],
            "started_at": _local(row),
            "name": row["name"],
        }
        async for row in rows
    ]
    return json_response({"athlete": person, "items": items})
