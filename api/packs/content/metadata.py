"""What the content service tells of pieces of content: titles, authors, kinds."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from api.deps import CanOperate, CanRead, Conn
from api.errors import Unprocessable
from api.packs.content.asked import queries, rows_of
from api.packs.content.items import ContentId
from api.packs.content.shapes import MetadataIn, MetadataOut
from api.query.params import Cursor, Limit, decode, encode
from api.schemas.common import Items
from api.small import SmallRoute
from db.errors import NotFound

router = APIRouter(prefix="/metadata", route_class=SmallRoute)


@router.get("", summary="Content that is known")
async def list_metadata(who: CanRead, conn: Conn, limit: Limit = 100, cursor: Cursor = None) -> Items[MetadataOut]:
    """Described or seen in events, by id."""
    after = decode("metadata", cursor)
    rows = await rows_of(conn, "items", who.tenant, after=after, limit=limit + 1)
    more = encode("metadata", rows[limit - 1]["content_id"]) if len(rows) > limit else None
    return Items(items=[_shown(row) for row in rows[:limit]], next=more)


@router.get("/{content_id:path}", summary="What is known of a piece of content")
async def get_metadata(content_id: ContentId, who: CanRead, conn: Conn) -> MetadataOut:
    """As it was told last."""
    return _shown(_there(content_id, await queries().item(conn, tenant=who.tenant, content_id=content_id)))


@router.put("/{content_id:path}", summary="Describe a piece of content")
async def put_metadata(content_id: ContentId, body: MetadataIn, who: CanOperate, conn: Conn) -> MetadataOut:
    """Before or after its first event."""
    if body.published_at is not None and body.published_at.tzinfo is None:
        raise Unprocessable("published_at needs a zone, such as 2026-01-01T00:00:00Z.")
    said = body.model_dump()
    return _shown(await queries().put_item(conn, tenant=who.tenant, content_id=content_id, **said))


@router.delete("/{content_id:path}", status_code=204, summary="Forget what was told")
async def delete_metadata(content_id: ContentId, who: CanOperate, conn: Conn) -> None:
    """Its events stay."""
    _there(content_id, await queries().empty_item(conn, tenant=who.tenant, content_id=content_id))


def _there(content_id: str, row: Any) -> Any:
    if row is None:
        raise NotFound(f"There is no content {content_id!r}. GET /api/v1/content/metadata lists what there is.")
    return row


def _shown(row: Any) -> MetadataOut:
    return MetadataOut(
        **{name: row[name] for name in MetadataOut.model_fields if name != "tags"}, tags=row["tags"] or []
    )
