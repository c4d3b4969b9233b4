"""How pieces of content do: all of them by rank, one of them with its funnel, and measures over time."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import orjson
from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from api.deps import CanRead
from api.packs.content.asked import Asked, Question, measures, queries, rows_of
from api.packs.content.past import comparison, past_of
from api.packs.content.shapes import ContentRow, Measures, Performance, Ranked, Series, Step
from api.packs.span import Span, Told
from api.query.params import Cursor, Limit, decode_number, encode
from db.errors import NotFound
from db.packs.content.counts import Counts, counted, percent, total
from db.packs.content.report import pieces
from db.packs.decimals import exact
from db.packs.window import moments, whole

router = APIRouter()
Sort = Literal["views", "clicks", "conversions", "revenue", "engagements"]
ContentId = Annotated[str, Path(min_length=1, max_length=200, examples=["123456"])]


@router.get("/items", summary="Content by rank", response_model=Ranked)
async def list_items(
    who: CanRead, asked: Asked, sort: Annotated[Sort, Query(description="The largest first")] = "views",
    limit: Limit = 50, cursor: Cursor = None,
) -> Response:  # fmt: skip
    """Every piece of content that had an event in the range."""
    question, skip = asked.of(who), decode_number("content", cursor) or 0
    return await question.answer("items", (sort, limit, skip), lambda: _items(question, sort, limit, skip))


async def _items(question: Question, sort: Sort, limit: int, skip: int) -> Ranked:
    span = await question.span("none")
    rows = await ranked(question, span, sort)
    currency = total(counts for _, counts in rows).currency(question.currency)
    page = rows[skip : skip + limit]
    return Ranked(
        items=[
            ContentRow(content_id=row["content_id"], title=row["title"], **measures(counts, currency))
            for row, counts in page
        ],
        next=encode("content", skip + limit) if len(rows) > skip + limit else None,
        currency=currency,
        **span.told(),
    )


async def most_viewed(question: Question, span: Span, most: int) -> list[tuple[Any, Counts]]:
    """(item, counts) of those with most views; equals by conversions, then by id. Money of these alone is read."""
    asked = pieces(whole(span.window.start, span.window.stop)).arguments()
    rows = await rows_of(question.conn, "fold_items", question.tenant, **asked, contents=None)
    rows.sort(key=lambda row: (-row["page_views"] - row["content_views"], -row["conversions"], row["content_id"]))
    top = rows[:most]
    picked = [row["content"] for row in top]
    money = await rows_of(question.conn, "fold_picked_money", question.tenant, **asked, contents=picked) if top else []
    found = counted(top, money, "content")
    return [(row, found[row["content"]]) for row in top]


async def ranked(question: Question, span: Span, sort: Sort) -> list[tuple[Any, Counts]]:
    """(item, counts) of all items that had an event, the largest first; equals by conversions, then by id."""
    asked = pieces(whole(span.window.start, span.window.stop)).arguments() | {"contents": None}
    rows = await rows_of(question.conn, "fold_items", question.tenant, **asked)
    money = await rows_of(question.conn, "fold_items_money", question.tenant, **asked)
    found = counted(rows, money, "content")
    currency = total(found.values()).currency(question.currency) if sort == "revenue" else ""

    def rank(row: Any) -> tuple[Any, int, str]:
        counts = found[row["content"]]
        value = counts.revenue(currency) if sort == "revenue" else getattr(counts, sort)
        return -value, -counts.conversions, row["content_id"]

    return [(row, found[row["content"]]) for row in sorted(rows, key=rank)]


@router.get("/items/{content_id:path}", summary="How a piece of content does", response_model=Performance)
async def item(content_id: ContentId, who: CanRead, asked: Asked) -> Response:
    """Its totals, its funnel, and the period before."""
    question = asked.of(who)
    row = await known(question, content_id)
    return await question.answer("item", (content_id, row["described_at"]), lambda: _item(question, row))


async def known(question: Question, content_id: str) -> Any:
    """An item. Raises `NotFound`."""
    row = await queries().item(question.conn, tenant=question.tenant, content_id=content_id)
    if row is None:
        raise NotFound(f"There is no content {content_id!r}. GET /api/v1/content/metadata lists what there is.")
    return row


async def _item(question: Question, row: Any) -> Performance:
    span, mine = await question.span("none"), [row["id"]]
    now = (await question.counts(whole(span.window.start, span.window.stop), mine)).get(0, Counts())
    currency = now.currency(question.currency)
    lo, hi = moments(span.edges)
    found = await queries().funnel(question.conn, tenant=question.tenant, content=row["id"], lo=lo, hi=hi)
    steps = (("viewed", "visitors"), ("engaged", "engaged"), ("clicked", "clicked"), ("converted", "converted"))
    described = {name: row[name] for name in ("content_id", "title", "kind", "author", "url", "published_at")}
    return Performance(
        **described,
        totals=Measures(**measures(now, currency)),
        currency=currency,
        revenue_by_currency={name: exact(amount) for name, amount in sorted(now.money.items())},
        funnel=[
            Step(step=step, visitors=found[column], percent=percent(found[column], found["visitors"]))
            for step, column in steps
        ],
        comparison=comparison(span, now, await past_of(question, span, mine), currency),
        **span.told(),
    )


@router.get("/series", summary="Measures over time", response_model=Series)
async def series(
    who: CanRead,
    asked: Asked,
    bucket: Literal["hour", "day", "week", "month"] = "day",
    content_id: Annotated[str | None, Query(max_length=200, description="Of this piece of content alone")] = None,
) -> Response:
    """Every bucket of the range, empty ones too."""
    question = asked.of(who)
    one = None if content_id is None else (await known(question, content_id))["id"]
    return await question.answer("series", (bucket, content_id), lambda: _series(question, bucket, content_id, one))


async def _series(question: Question, bucket: str, content_id: str | None, one: int | None) -> bytes:
    """The JSON of a `Series`. Of its thousands of points none is made a model: a test holds them against it."""
    span = await question.span(bucket)
    found = await question.counts(span.edges, None if one is None else [one])
    whole_range = total(found.values())
    currency = whole_range.currency(question.currency)
    each = zip(span.times(), span.partial(), strict=True)
    points = [{**measures(found.get(n), currency), "t": t, "partial": part} for n, (t, part) in enumerate(each)]
    return orjson.dumps(
        Told(**span.told()).model_dump(mode="json", by_alias=True)
        | {
            "bucket": bucket,
            "content_id": content_id,
            "currency": currency,
            "points": points,
            "totals": measures(whole_range, currency),
        }
    )
