"""All at a glance: totals, the content that is seen most, each day."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.responses import Response

from api.deps import CanRead
from api.packs.content.asked import Asked, Question, measures
from api.packs.content.items import most_viewed
from api.packs.content.past import comparison, past_of
from api.packs.content.shapes import Dashboard, Day, TopContent
from api.packs.span import Span
from db.packs.content.counts import Counts, near, total
from db.packs.decimals import exact

router = APIRouter()


@router.get("/dashboard", summary="Dashboard", response_model=Dashboard)
async def dashboard(
    who: CanRead, asked: Asked, top: Annotated[int, Query(ge=0, le=100, description="Pieces of content")] = 10
) -> Response:
    """Totals of the last days (or of a range), the content seen most, every local day, and the period before."""
    question = asked.of(who)
    return await question.answer("dashboard", (top,), lambda: _dashboard(question, top))


async def _dashboard(question: Question, top: int) -> Dashboard:
    span = await question.span()
    by_day = await question.counts(span.edges)
    now = total(by_day.values())
    currency = now.currency(question.currency)
    past = await past_of(question, span)
    return Dashboard(
        total_views=now.views,
        total_page_views=now.page_views,
        total_content_views=now.content_views,
        total_clicks=now.clicks,
        total_conversions=now.conversions,
        total_engagements=now.engagements,
        total_optimizations=now.optimizations,
        avg_engagement_rate=now.engagement_rate,
        click_through_rate=now.click_through_rate,
        conversion_rate=now.conversion_rate,
        avg_optimization_score=now.optimization_score,
        total_revenue=near(now.revenue(currency)),
        total_revenue_exact=exact(now.revenue(currency)),
        currency=currency,
        revenue_by_currency={name: exact(amount) for name, amount in sorted(now.money.items())},
        top_content=[_top(row, counts, currency) for row, counts in await most_viewed(question, span, top)],
        metrics_by_day=_days(span, by_day, currency),
        comparison=comparison(span, now, past, currency),
        **span.told(),
    )


def _top(row: Any, counts: Counts, currency: str) -> TopContent:
    fields = {name: value for name, value in measures(counts, currency).items() if name in TopContent.model_fields}
    return TopContent(content_id=row["content_id"], title=row["title"], **fields)


def _days(span: Span, by_day: dict[int, Counts], currency: str) -> list[Day]:
    days = zip(span.times(), span.partial(), strict=True)
    return [
        Day(date=t[:10], t=t, partial=partial, **measures(by_day.get(n), currency))
        for n, (t, partial) in enumerate(days)
    ]
