"""What tokens cost when: the book by which messages without a stated cost are priced as they come in."""

from __future__ import annotations

from typing import Annotated, Any

import asyncpg
from fastapi import APIRouter, Path, Query

from api.deps import CanOperate, CanRead, Conn, Principal
from api.packs.llm.limits import limits
from api.packs.llm.question import queries
from api.packs.llm.shapes_prices import PriceIn, PriceOut, Unpriced
from api.query.params import Cursor, Limit, decode_number, encode
from api.schemas.common import Items
from api.small import SmallRoute
from db.audit import record
from db.errors import Conflict, NotFound
from db.room import one_more

router = APIRouter(prefix="/prices", route_class=SmallRoute)
PriceId = Annotated[int, Path(ge=1, le=2**53)]
LIST = 1_000_000
"""Ids up to this are of the list, which is read only."""


@router.get("", summary="The price book")
async def list_prices(
    who: CanRead,
    conn: Conn,
    own: Annotated[bool | None, Query(description="Those entered here, or those of the list alone")] = None,
    model: Annotated[str | None, Query(max_length=200, description="Those that match this model alone")] = None,
    limit: Limit = 100,
    cursor: Cursor = None,
) -> Items[PriceOut]:
    """Prices with the days from which they hold. Those entered here go before the list; of several patterns that match
    a model the longest counts, of its rows the last that holds at the time of the message."""
    offset = decode_number("prices", cursor) or 0
    found = queries().list_prices(
        conn, tenant=who.tenant, own=own, model=model, limit=limit + 1, offset=min(offset, 10**9)
    )
    rows = [dict(row) async for row in found]
    more = encode("prices", offset + limit) if len(rows) > limit else None
    return Items(items=[PriceOut(**row) for row in rows[:limit]], next=more)


@router.get("/unpriced", summary="Models without a price")
async def unpriced(who: CanRead, conn: Conn, limit: Limit = 100) -> Items[Unpriced]:
    """Models whose messages have no cost, over all time, the most frequent first: enter prices, then price anew."""
    found = queries().unpriced(conn, tenant=who.tenant, limit=limit)
    return Items(items=[Unpriced(**dict(row)) async for row in found])


@router.post("", status_code=201, summary="Enter a price")
async def add_price(body: PriceIn, who: CanOperate, conn: Conn) -> PriceOut:
    """Holds for messages that come in from now on. POST /api/v1/llm/reprice prices anew what is there."""
    async with conn.transaction():
        await one_more(conn, who.tenant, queries().prices_there, limits().most_prices, "prices of your own")
        row = await queries().add_price(conn, tenant=who.tenant, who=who.name, **body.model_dump())
        if row is None:
            raise Conflict("There is a price of this pattern, since and over already. PUT changes it.")
        await _note(conn, who, "llm.price.added", row)
    return _shown(row)


@router.put("/{id}", summary="Change a price")
async def put_price(
    price_id: Annotated[PriceId, Path(alias="id")], body: PriceIn, who: CanOperate, conn: Conn
) -> PriceOut:
    """Replaces it. Messages priced before keep their cost until they are priced anew."""
    _own(price_id)
    try:
        async with conn.transaction():
            row = await queries().put_price(conn, tenant=who.tenant, id=price_id, who=who.name, **body.model_dump())
            if row is None:
                raise NotFound("There is no such price of your own. GET /api/v1/llm/prices?own=true lists them.")
            await _note(conn, who, "llm.price.changed", row)
    except asyncpg.UniqueViolationError as error:
        raise Conflict("Another price has this pattern, since and over. Change that one, or remove it.") from error
    return _shown(row)


@router.delete("/{id}", status_code=204, summary="Remove a price")
async def drop_price(price_id: Annotated[PriceId, Path(alias="id")], who: CanOperate, conn: Conn) -> None:
    """Messages keep the costs that it gave until they are priced anew."""
    _own(price_id)
    async with conn.transaction():
        if await queries().drop_price(conn, tenant=who.tenant, id=price_id) is None:
            raise NotFound("There is no such price of your own. GET /api/v1/llm/prices?own=true lists them.")
        await record(conn, who.tenant, f"{who.kind}:{who.id}", "llm.price.removed", f"price:{price_id}")


def _own(price_id: int) -> None:
    if price_id <= LIST:
        raise Conflict("A price of the list is not changed. POST one of your own: it goes before the list.")


async def _note(conn: Any, who: Principal, action: str, row: Any) -> None:
    said = {name: str(row[name]) for name in ("pattern", "since", "over", "input", "output", "cache_read")}
    await record(conn, who.tenant, f"{who.kind}:{who.id}", action, f"price:{row['id']}", said)


def _shown(row: Any) -> PriceOut:
    fields = {name: row[name] for name in PriceOut.model_fields if name not in ("own", "read_on")}
    return PriceOut(**fields, own=True, read_on=None)
