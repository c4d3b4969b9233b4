"""A metric over time, and what is to be said of it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

import numpy as np
from fastapi import APIRouter, Query
from starlette.responses import Response

from api.deps import CanRead
from api.packs.llm.costs import OfProject, spread
from api.packs.llm.money import added, rounded
from api.packs.llm.past import Past, past_of
from api.packs.llm.question import ALL, BUCKETS, AskedQuarter, Fill, GroupBy, Question, queries, times_of, written
from api.packs.llm.shapes_more import Metric, UsageTrends
from api.packs.llm.totals import Totals, percentiles, unpacked
from api.packs.llm.trend_words import Series, said
from api.packs.span import Change, Span
from db.packs.decimals import exact
from db.packs.window import moments, whole
from db.records import QUARTER_US, Times

router = APIRouter()
Filled = Annotated[
    Fill,
    Query(
        description="Buckets without messages say 0 (response times: null), are left out, say null, or what the one"
        " before said; what is said of the whole does not change"
    ),
]
NO_PARTS = dict.fromkeys(("p50", "p95", "p99"))
UNITS = {"messages": "messages", "costs": "USD", "sessions": "sessions", "response_time": "ms"}


@router.get("/trends", summary="A metric over time, and what is to be said of it", response_model=UsageTrends)
async def trends(
    who: CanRead,
    asked: AskedQuarter,
    metric: Annotated[Metric, Query(description="response_time: means, with exact percentiles")] = "messages",
    group_by: Annotated[GroupBy | None, Query(description="hour for 24h, else day, if not said")] = None,
    project_id: OfProject = None,
    fill: Filled = "zero",
) -> Response:
    """Buckets of the range (each is there unless told otherwise), the change against the window before, direction,
    weekdays, a forecast, and sentences on what stands out."""
    question = asked.of(who)
    project = await question.project(project_id)
    by = group_by or ("hour" if question.asked == "24h" else "day")
    key = (metric, by, project, fill)
    return await question.answer("trends", key, lambda: _trends(question, metric, by, project, fill))


@dataclass
class Found:
    """What a metric says: a value a bucket (None: nothing to say it of), the total, and that of the window before."""

    values: list[Any]
    messages: list[int]
    total: Any
    before: Any
    parts: dict[int, dict[str, float | None]]


async def _trends(question: Question, metric: Metric, by: str, project: int, fill: Fill) -> bytes:
    span = await question.span(BUCKETS[by])
    past = await past_of(question, span)
    per_bucket = await _sums(question, span.edges, project)
    before = (await _sums(question, past.edges[:2], project))[0] if past.now else Totals()
    found = await _read(question, span, past, metric, project, per_bucket, before)
    nothing = found.total is None  # response times of which there are none have not fallen to 0
    change = Change(None, "no_baseline") if nothing else past.change(found.total, found.before or 0)
    money = metric == "costs"
    series = Series(metric, UNITS[metric], by, span, found.values, found.total, found.before, change)
    answer = UsageTrends(
        metric=metric,
        unit=UNITS[metric],
        group_by=by,
        data_points=[],
        total=rounded(found.total, 2) if money else found.total,
        total_exact=exact(found.total) if money else None,
        previous_total=None if not past.now else rounded(found.before, 2) if money else found.before,
        change_percent=change.percent,
        trend_basis=change.basis,
        **said(series),
        time_range=question.asked,
        **span.told(),
    )
    return written(answer, _points(span, found, money, fill))


async def _sums(question: Question, edges: Times, project: int) -> list[Totals]:
    """By bucket; of those without a message, too."""
    found = [Totals() for _ in range(len(edges) - 1)]
    for row in await question.rows("fold_trend", edges, project=project):
        found[row["bucket"]].add(row)
    return found


def _points(span: Span, found: Found, money: bool, fill: Fill) -> list[dict[str, Any]]:
    """Of each a `TrendPoint`."""
    own = [value if n else None for value, n in zip(found.values, found.messages, strict=True)]
    told = found.values if fill == "zero" else spread(own, fill, None)
    rows = zip(times_of(span), told, found.messages, span.partial(), strict=True)
    return [
        {
            "timestamp": at,
            "value": rounded(value, 4) if money else None if value is None else float(value),
            "value_exact": exact(value) if money and value is not None else None,
            "messages": messages,
            **found.parts.get(i, NO_PARTS),
            "partial": partial,
        }
        for i, (at, value, messages, partial) in enumerate(rows)
        if messages or fill != "none"
    ]


async def _read(
    question: Question, span: Span, past: Past, metric: Metric, project: int, sums: list[Totals], before: Totals
) -> Found:
    messages = [one.messages for one in sums]
    if metric == "messages":
        return Found(list(messages), messages, sum(messages), before.messages, {})
    if metric == "costs":
        costs: list[Decimal] = [one.cost for one in sums]
        return Found(costs, messages, added(costs), before.cost, {})
    if metric == "sessions":
        counts = await _sessions(question, span, project)
        now, earlier = [await _distinct(question, past.edges[i : i + 2], project) for i in (past.now, 0)]
        return Found([counts.get(i, 0) for i in range(len(sums))], messages, now, earlier if past.now else 0, {})
    rows = await question.rows("durations", span.edges, project=project)
    packed: dict[int, list[bytes]] = {}
    for row in rows:
        packed.setdefault(row["bucket"], []).append(row["durations"])
    names = {f"p{q}_response_time_ms": f"p{q}" for q in (50, 95, 99)}
    parts = {
        i: {names[name]: value for name, value in percentiles(unpacked(values)).items()} for i, values in packed.items()
    }
    timed = sum(one.timed for one in sums)
    mean = sum(one.duration_sum for one in sums) / timed if timed else None
    return Found([one.average_ms for one in sums], messages, mean, before.average_ms, parts)


async def _sessions(question: Question, span: Span, project: int) -> dict[int, int]:
    lo, hi = span.window.start, span.window.stop
    inner = np.array([-(-lo // QUARTER_US) * QUARTER_US, hi // QUARTER_US * QUARTER_US], np.int64)
    first, last, inner_lo, inner_hi = moments(np.array([lo, hi, *inner], np.int64))
    rows = queries().sessions_by_bucket(
        question.conn, tenant=question.tenant, project=project, lo=first, hi=last, inner_lo=inner_lo,
        inner_hi=inner_hi, edges=moments(span.edges),
    )  # fmt: skip
    return {row["bucket"]: row["sessions"] async for row in rows}


async def _distinct(question: Question, edges: Any, project: int) -> int:
    lo, hi = moments(whole(int(edges[0]), int(edges[-1])))
    rows = queries().sessions_in(question.conn, tenant=question.tenant, lo=lo, hi=hi)
    return sum([row["sessions"] async for row in rows if project in (ALL, row["project"])])
