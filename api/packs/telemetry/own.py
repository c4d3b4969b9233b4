"""What people make for themselves: layouts of their dashboard, and a tenant's templates."""

from __future__ import annotations

import math
from typing import Annotated, Any

from fastapi import APIRouter, Body, Path, Response

from api.deps import CanOperate, CanRead, SignedIn
from api.errors import Unprocessable
from api.packs.telemetry.etag import IfMatch, IfNoneMatch, expected, tag
from api.packs.telemetry.schemas_own import LayoutItem, LayoutOut, TemplateOut
from api.packs.telemetry.stores import DocumentsDep, owner_of
from api.schemas.common import Items
from api.small import SmallRoute
from db.packs.telemetry.advice import Template
from db.packs.telemetry.documents import Document, Key

router = APIRouter(prefix="/api/v1/telemetry", route_class=SmallRoute)

DEEPEST = 16
LARGEST = 2**53
MOST_LAYOUTS = 50
Name = Annotated[str, Path(max_length=100, pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$")]
CHANGED: dict[int | str, dict[str, Any]] = {412: {"description": "It was changed meanwhile. Read it again."}}


def plain(value: Any, depth: int = 0) -> None:
    """Raises `Unprocessable` on what JSON in a database cannot hold."""
    if depth > DEEPEST:
        raise Unprocessable(f"The document is nested more than {DEEPEST} levels deep.")
    match value:
        case str() if "\0" in value or any(0xD800 <= ord(letter) <= 0xDFFF for letter in value):
            raise Unprocessable("A text holds a NUL or half a character, which cannot be kept.")
        case float() if not math.isfinite(value):
            raise Unprocessable("A number is NaN or infinite.")
        case int() if abs(value) > LARGEST:
            raise Unprocessable(f"A whole number is beyond {LARGEST}, which pages cannot tell apart. Send a text.")
        case dict():
            for name, inner in value.items():
                plain(name, depth + 1)
                plain(inner, depth + 1)
        case list():
            for inner in value:
                plain(inner, depth + 1)


@router.get("/layouts", summary="My layouts")
async def list_layouts(who: SignedIn, documents: DocumentsDep) -> Items[LayoutItem]:
    """By name, without what they hold."""
    found = await documents.find(who.tenant, "layout", owner=owner_of(who))
    return Items(items=[LayoutItem(name=one.name, version=one.version, changed_at=one.changed_at) for one in found])


@router.get("/layouts/{name}", summary="A layout of mine")
async def get_layout(name: Name, who: SignedIn, documents: DocumentsDep, response: Response) -> LayoutOut:
    """The ETag is for If-Match, so that two windows do not overwrite each other."""
    return _layout(await documents.get(Key(who.tenant, "layout", name, owner_of(who))), response)


@router.put("/layouts/{name}", summary="Keep a layout", responses=CHANGED)
async def put_layout(
    name: Name, who: SignedIn, documents: DocumentsDep, response: Response,
    body: Annotated[dict[str, Any], Body(description="Any JSON object, up to 64 KiB")],
    if_match: IfMatch = None, if_none_match: IfNoneMatch = None,
) -> LayoutOut:  # fmt: skip
    """Make or replace it."""
    plain(body)
    key = Key(who.tenant, "layout", name, owner_of(who))
    expect = expected(if_match, if_none_match)
    made = await documents.put(key, body, who.name, expect=expect, person=who.person, most=MOST_LAYOUTS)
    return _layout(made, response)


@router.delete("/layouts/{name}", status_code=204, summary="Remove a layout", responses=CHANGED)
async def delete_layout(name: Name, who: SignedIn, documents: DocumentsDep, if_match: IfMatch = None) -> None:
    """The page goes back to the layout that it brings along."""
    await documents.remove(Key(who.tenant, "layout", name, owner_of(who)), expected(if_match))


def _layout(one: Document, response: Response) -> LayoutOut:
    response.headers.update(tag(one.version))
    return LayoutOut(name=one.name, version=one.version, changed_at=one.changed_at, layout=one.body)


@router.get("/templates", summary="Templates of recommendations")
async def list_templates(who: CanRead, documents: DocumentsDep) -> Items[TemplateOut]:
    """Your tenant's, by name; they speak before those of the pack."""
    return Items(items=[_template(one) for one in await documents.find(who.tenant, "template")])


@router.put("/templates/{name}", summary="Make or replace a template", responses=CHANGED)
async def put_template(
    name: Name, body: Template, who: CanOperate, documents: DocumentsDep, response: Response, if_match: IfMatch = None,
    if_none_match: IfNoneMatch = None,
) -> TemplateOut:  # fmt: skip
    """What to say, and what to offer, of insights that fit. Of several that fit, the first by name speaks."""
    plain(body.model_dump(mode="json"))
    expect = expected(if_match, if_none_match)
    key = Key(who.tenant, "template", name)
    made = await documents.put(key, body.model_dump(mode="json"), who.name, expect=expect, most=100)
    response.headers.update(tag(made.version))
    return _template(made)


@router.delete("/templates/{name}", status_code=204, summary="Remove a template")
async def delete_template(name: Name, who: CanOperate, documents: DocumentsDep) -> None:
    """Requests that came of it stay."""
    await documents.remove(Key(who.tenant, "template", name))


def _template(one: Document) -> TemplateOut:
    return TemplateOut(**one.body, name=one.name, version=one.version, changed_at=one.changed_at)
