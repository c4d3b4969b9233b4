"""Actions at a click: a request is recorded, fetched by whoever controls the device, and its outcome said.

Tidewatch controls no device itself. A gateway lists the requests in state `requested`, takes one (`accepted`), carries
it out, and says `done` or `failed`; each step is kept with who, when and why.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Response

from api.deps import CanOperate, CanRead, FindingsDep
from api.errors import Unprocessable
from api.flags import flag
from api.packs.telemetry.etag import IfMatch, expected, tag
from api.packs.telemetry.found import RecommendationId, own_templates
from api.packs.telemetry.schemas_found import ActionPage, ActionRequest, ActionStep, State
from api.packs.telemetry.stores import DocumentsDep
from api.query.params import PLAIN_TEXT, Cursor, Limit, decode, encode
from api.small import SmallRoute
from db.errors import Changed, Conflict, NotFound
from db.packs.telemetry.advice import recommendations_of
from db.packs.telemetry.documents import Document, Documents, Key
from db.roles import Row

ENHANCED = flag("analytics_dashboard_enhanced", "Actions are switched off with analytics_dashboard_enhanced.")
router = APIRouter(prefix="/api/v1/telemetry", dependencies=[PLAIN_TEXT, ENHANCED], route_class=SmallRoute)

MOST = 10_000
FOLLOWS: dict[str, tuple[str, ...]] = {
    "requested": ("accepted", "done", "failed", "cancelled"),
    "accepted": ("done", "failed", "cancelled"),
}
"""What may become of a request; what is over stays over."""
ActionId = Annotated[str, Path(max_length=100, pattern=r"^[a-z0-9-]+$")]


@router.post(
    "/recommendations/{recommendation_id}/request",
    status_code=201,
    summary="Ask for a recommendation's action",
    responses={200: {"description": "It was asked for already; that request."}, 404: {"description": "No such thing."}},
)
async def request_action(
    recommendation_id: RecommendationId, who: CanOperate, findings: FindingsDep, documents: DocumentsDep,
    response: Response,
) -> ActionRequest:  # fmt: skip
    """One click: the action is recorded as requested. While it is not over, asking again gives the same request."""
    insight = await findings.insight(who.tenant, recommendation_id.partition(".")[0])
    wanted = await _recommendation(documents, who.tenant, insight, recommendation_id)
    asked = {"recommendation_id": recommendation_id}
    before = await documents.find(who.tenant, "action", matching=asked, limit=MOST)
    going = [one for one in before if one.body["state"] in FOLLOWS]
    if going:
        response.status_code = 200
        return _shown(going[-1], response)
    now = datetime.now(UTC).isoformat()
    body = {
        "recommendation_id": recommendation_id,
        "insight_id": insight["insight_id"],
        "text": wanted["text"],
        "action": wanted["action"],
        "severity": str(wanted["severity"]),
        "state": "requested",
        "requested_at": now,
        "requested_by": who.name,
        "history": [{"state": "requested", "at": now, "by": who.name, "note": None}],
    }
    # Two clicks at once meet at the same name: the second finds what the first made. Old requests go, so that how many
    # there are is no number that is free.
    number = 1 + max((int(one.name.rpartition("-")[2]) for one in before), default=-1)
    key = Key(who.tenant, "action", f"{recommendation_id.replace('.', '-')}-{number}")
    try:
        made = await documents.put(key, body, who.name, expect=0, most=MOST)
    except Changed:
        response.status_code, made = 200, await documents.get(key)
    return _shown(made, response)


async def _recommendation(documents: Documents, tenant: int, insight: Row, wanted: str) -> dict[str, Any]:
    """Raises `NotFound`, or `Unprocessable` where there is nothing to do at a click."""
    own = await own_templates(documents, tenant)
    found = next((one for one in recommendations_of(insight, own) if one["id"] == wanted), None)
    if found is None:
        raise NotFound("The insight does not recommend this any more. GET /api/v1/telemetry/recommendations.")
    if found["action"] is None:
        raise Unprocessable("This recommendation has no action: it says what a person may look at.")
    return found


@router.get("/actions", summary="Actions that were asked for")
async def list_actions(
    who: CanRead, documents: DocumentsDep, state: State | None = None,
    device: Annotated[str | None, Query(max_length=300, description="target_device_id")] = None, limit: Limit = 100,
    cursor: Cursor = None,
) -> ActionPage:  # fmt: skip
    """By id. A gateway works through those in state `requested`."""
    matching: dict[str, Any] = {"state": state} if state else {}
    after = decode("actions", cursor) or ""
    items: list[Document] = []
    while len(items) <= limit:
        found = await documents.find(who.tenant, "action", matching=matching, after=after, limit=500)
        items += [one for one in found if device in (None, one.body["action"]["target_device_id"])]
        if len(found) < 500:
            break
        after = found[-1].name
    page = items[:limit]
    more = encode("actions", page[-1].name) if len(items) > limit else None
    return ActionPage(items=[_out(one) for one in page], next=more)


@router.get("/actions/{action_id}", summary="An action that was asked for")
async def get_action(action_id: ActionId, who: CanRead, documents: DocumentsDep, response: Response) -> ActionRequest:
    """With all that became of it."""
    return _shown(await documents.get(Key(who.tenant, "action", action_id)), response)


@router.patch(
    "/actions/{action_id}",
    summary="Say what became of an action",
    responses={409: {"description": "It is over."}, 412: {"description": "It was changed meanwhile."}},
)
async def change_action(
    action_id: ActionId, body: ActionStep, who: CanOperate, documents: DocumentsDep, response: Response,
    if_match: IfMatch = None,
) -> ActionRequest:  # fmt: skip
    """`accepted` takes it: of two gateways that try with the ETag they read, one gets 412."""
    key = Key(who.tenant, "action", action_id)
    stands = await documents.get(key)
    if body.state not in FOLLOWS.get(stands.body["state"], ()):
        raise Conflict(f"The action is {stands.body['state']}; it cannot become {body.state}.")
    step = {"state": body.state, "at": datetime.now(UTC).isoformat(), "by": who.name, "note": body.note}
    after = stands.body | {"state": body.state, "history": [*stands.body["history"], step]}
    if expected(if_match) not in (None, stands.version):
        raise Changed()
    changed = await documents.put(key, after, who.name, expect=stands.version)
    return _shown(changed, response)


def _out(one: Document) -> ActionRequest:
    return ActionRequest(id=one.name, version=one.version, **one.body)


def _shown(one: Document, response: Response) -> ActionRequest:
    response.headers.update(tag(one.version))
    return _out(one)
