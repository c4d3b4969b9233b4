"""The period before, and what is said of totals against it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, timedelta
from decimal import Decimal

import numpy as np

from api.packs.content.asked import Question
from api.packs.content.shapes import Compared, Comparison
from api.packs.span import Span, compare
from api.query.window import FLOOR_US
from db.calendar import DAY_US, day_begins
from db.packs.content.counts import Counts
from db.packs.decimals import exact
from db.packs.window import whole
from db.records import from_us, to_us


@dataclass(frozen=True)
class Past:
    """[start, stop) us before a span. `begun`: whether there were events before it began."""

    start: int
    stop: int
    begun: bool
    counts: Counts


def before(span: Span) -> tuple[int, int]:
    """The period before [start, stop): where it begins with a local day, as many days up to the same time of day."""
    start, stop = span.window.start, span.window.stop
    zone = span.window.zone
    first, last = from_us(start).astimezone(zone).date(), from_us(stop - 1).astimezone(zone).date()
    if day_begins(first, zone) != start:
        return max(2 * start - stop, FLOOR_US), start
    back = timedelta(days=(last - first).days + 1)
    begin = max(day_begins(first - back, zone), FLOOR_US)
    if stop == day_begins(last + timedelta(days=1), zone):
        return begin, day_begins(last - back + timedelta(days=1), zone)
    wall = from_us(stop).astimezone(zone).replace(tzinfo=None) - back
    return begin, to_us(wall.replace(tzinfo=zone).astimezone(UTC))


async def past_of(question: Question, span: Span, contents: list[int] | None = None) -> Past:
    """The period before, with what happened in it."""
    start, stop = before(span)
    oldest = await question.oldest()
    begun = oldest is not None and oldest <= start + DAY_US
    some = oldest is not None and oldest < stop and start < stop
    found = await question.counts(whole(start, stop), contents) if some else {}
    return Past(start, stop, begun, found.get(0, Counts()))


def comparison(span: Span, now: Counts, past: Past, currency: str) -> Comparison:
    """Of every total."""
    then = past.counts

    def of(a: Decimal | float | None, b: Decimal | float | None) -> Compared:
        change = compare(0 if a is None else a, b if a is not None else None, complete=span.complete, begun=past.begun)
        shown = exact(b) if isinstance(b, Decimal) else None
        return Compared(
            before=None if b is None else float(b), before_exact=shown, change_percent=change.percent,
            trend_basis=change.basis,
        )  # fmt: skip

    at = [span.moment(int(us)) for us in np.array([past.start, past.stop])]
    return Comparison(
        **{"from": at[0]},
        to=at[1],
        views=of(now.views, then.views),
        clicks=of(now.clicks, then.clicks),
        conversions=of(now.conversions, then.conversions),
        revenue=of(now.revenue(currency), then.revenue(currency)),
        engagement_rate=of(now.engagement_rate, then.engagement_rate),
        optimization_score=of(now.optimization_score, then.optimization_score),
    )
