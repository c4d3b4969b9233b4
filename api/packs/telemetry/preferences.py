"""How a person wants to be told of alerts: to which targets, from which severity on, and when not."""

from __future__ import annotations

from fastapi import APIRouter, Response

from api.deps import SignedIn
from api.errors import Unprocessable
from api.packs.telemetry.etag import IfMatch, IfNoneMatch, expected, tag
from api.packs.telemetry.own import CHANGED
from api.packs.telemetry.schemas_own import Preferences, PreferencesOut
from api.packs.telemetry.stores import DocumentsDep, owner_of
from api.settings import settings
from api.small import SmallRoute
from db.packs.telemetry.documents import Document, Key
from db.targets import wrong_target

router = APIRouter(prefix="/api/v1/telemetry", route_class=SmallRoute)


@router.get("/preferences", summary="How I am told")
async def get_preferences(who: SignedIn, documents: DocumentsDep, response: Response) -> PreferencesOut:
    """404 until something is said."""
    return _preferences(await documents.get(Key(who.tenant, "preferences", "alerts", owner_of(who))), response)


@router.put("/preferences", summary="Say how I want to be told", responses=CHANGED)
async def put_preferences(
    body: Preferences, who: SignedIn, documents: DocumentsDep, response: Response, if_match: IfMatch = None,
    if_none_match: IfNoneMatch = None,
) -> PreferencesOut:  # fmt: skip
    """Alerts from now on go to these targets, from `minimum_severity` on; in quiet hours they are held, and told of in
    one message when these end. Reading alerts needs the scope read; without it nothing is sent."""
    for target in body.targets:
        if wrong := wrong_target(target.channel, target.target, private=settings().allow_private_targets):
            raise Unprocessable(f"targets: {target.target!r} {wrong}.")
    key = Key(who.tenant, "preferences", "alerts", owner_of(who))
    said = body.model_dump(mode="json")
    expect = expected(if_match, if_none_match)
    made = await documents.put(key, said, who.name, expect=expect, person=who.person)
    return _preferences(made, response)


@router.delete("/preferences", status_code=204, summary="Tell me nothing")
async def delete_preferences(who: SignedIn, documents: DocumentsDep) -> None:
    """What waits to be sent is sent all the same."""
    await documents.remove(Key(who.tenant, "preferences", "alerts", owner_of(who)))


def _preferences(one: Document, response: Response) -> PreferencesOut:
    response.headers.update(tag(one.version))
    return PreferencesOut(**one.body, version=one.version, changed_at=one.changed_at)
