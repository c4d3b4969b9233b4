"""What messages cost, and how many tokens they took, over time."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.responses import Response

from api.deps import CanRead
from api.packs.llm.money import ZERO, added, each, near, plus, rounded
from api.packs.llm.question import ALL, BUCKETS, Asked, Fill, GroupBy, Question, times_of, written
from api.packs.llm.shapes import CostAnalytics, Tokens, TokenUsageStats
from api.packs.llm.totals import UNKNOWN, Totals, total
from api.packs.span import Span
from db.packs.decimals import exact

router = APIRouter()
Grouped = Annotated[GroupBy, Query(description="Length of a bucket; weeks begin with `week_start`")]
Filled = Annotated[
    Fill,
    Query(description="Buckets without messages say 0, are left out, say null, or what the one before said"),
]
OfProject = Annotated[str | None, Query(max_length=200, description="Of this project alone", examples=["atlas"])]


@router.get("/costs", summary="What messages cost over time", response_model=CostAnalytics)
async def costs(
    who: CanRead, asked: Asked, group_by: Grouped = "day", project_id: OfProject = None, fill: Filled = "zero"
) -> Response:
    """Cost by bucket, model and project, over messages that have a cost."""
    question = asked.of(who)
    project = await question.project(project_id)
    key = (group_by, project, fill)
    return await question.answer("costs", key, lambda: _costs(question, group_by, project, fill))


async def _costs(question: Question, group_by: str, project: int, fill: str) -> bytes:
    span = await question.span(BUCKETS[group_by])
    rows = await question.rows("fold_costs", span.edges, project=project)
    chosen = None if project == ALL else [project]
    projects = await question.rows_whole("fold_projects", span.edges, projects=chosen)
    whole = total(rows)
    average = each(whole.cost, whole.priced)
    by_model, by_project = amounts(rows, "name"), amounts(projects, "project_id")
    answer = CostAnalytics(
        data_points=[],
        total_cost=near(whole.cost, 2),
        total_cost_exact=exact(whole.cost),
        average_cost_per_message=near(average or ZERO, 4),
        average_cost_per_message_exact=None if average is None else exact(average),
        priced_messages=whole.priced,
        computed_messages=whole.computed,
        unpriced_messages=whole.messages - whole.priced,
        total_messages=whole.messages,
        group_by=group_by,
        cost_by_model={name: near(cost, 2) for name, cost in by_model.items()},
        cost_by_model_exact={name: exact(cost) for name, cost in by_model.items()},
        cost_by_project={name: near(cost, 2) for name, cost in by_project.items()},
        cost_by_project_exact={name: exact(cost) for name, cost in by_project.items()},
        project_names={row["project_id"]: row["name"] for row in projects if row["project_id"]},
        time_range=question.asked,
        **span.told(),
    )
    return written(answer, _points(span, rows, fill))


def amounts(rows: Iterable[Any], by: str) -> dict[str, Decimal]:
    """Costs by a column, of rows in which something has a cost."""
    found: dict[str, Decimal] = {}
    for row in rows:
        if row["priced"]:
            name = row[by] or UNKNOWN
            found[name] = plus(found[name], row["cost"]) if name in found else row["cost"]
    return found


def _points(span: Span, rows: list[Any], fill: str) -> list[dict[str, Any]]:
    """Of each a `CostDataPoint`."""
    by_bucket: list[list[Any]] = [[] for _ in range(span.window.buckets)]
    for row in rows:
        by_bucket[row["bucket"]].append(row)
    costs = [added([row["cost"] for row in mine]) if mine else None for mine in by_bucket]
    told = zip(times_of(span), span.partial(), by_bucket, spread(costs, fill, ZERO), strict=True)
    return [
        {
            "timestamp": at,
            "cost": rounded(cost, 4),
            "cost_exact": None if cost is None else exact(cost),
            "message_count": sum([row["priced"] for row in mine]),
            "all_messages": sum([row["messages"] for row in mine]),
            "cost_by_model": {name: near(amount, 4) for name, amount in amounts(mine, "name").items()},
            "partial": partial,
        }
        for at, partial, mine, cost in told
        if mine or fill != "none"
    ]


def spread(values: list[Any], fill: str, zero: Any) -> list[Any]:
    """What buckets without a value (None) say."""
    if fill == "zero":
        return [zero if value is None else value for value in values]
    if fill != "locf":
        return values
    last, found = None, []
    for value in values:
        last = last if value is None else value
        found.append(last)
    return found


@router.get("/tokens", summary="Tokens over time", response_model=TokenUsageStats)
async def tokens(
    who: CanRead, asked: Asked, group_by: Grouped = "day", project_id: OfProject = None, fill: Filled = "zero"
) -> Response:
    """Tokens by bucket: read, written, and from and to caches."""
    question = asked.of(who)
    project = await question.project(project_id)
    key = (group_by, project, fill)
    return await question.answer("tokens", key, lambda: _tokens(question, group_by, project, fill))


async def _tokens(question: Question, group_by: str, project: int, fill: str) -> bytes:
    span = await question.span(BUCKETS[group_by])
    rows = await question.rows("fold_tokens", span.edges, project=project)
    whole = total(rows)
    answer = TokenUsageStats(
        data_points=[],
        total_input_tokens=whole.input,
        total_output_tokens=whole.output,
        total_cache_read_tokens=whole.cache_read,
        total_cache_write_5m_tokens=whole.cache_5m,
        total_cache_write_1h_tokens=whole.cache_1h,
        cache_hit_percent=hit_percent(whole),
        avg_input_tokens_per_message=whole.mean_tokens("input") or 0.0,
        avg_output_tokens_per_message=whole.mean_tokens("output") or 0.0,
        tokened_messages=whole.tokened,
        total_messages=whole.messages,
        group_by=group_by,
        time_range=question.asked,
        **span.told(),
    )
    return written(answer, _token_points(span, rows, fill))


def hit_percent(sums: Totals) -> float | None:
    """Which part of all prompts a cache held; None without any."""
    prompts = sums.input + sums.cache_read + sums.cache_5m + sums.cache_1h
    return round(100 * sums.cache_read / prompts, 2) if prompts else None


def _token_points(span: Span, rows: list[Any], fill: str) -> list[dict[str, Any]]:
    """Of each a `TokenDataPoint`."""
    messages = [0] * span.window.buckets
    found: list[dict[str, int] | None] = [None] * span.window.buckets
    for row in rows:
        messages[row["bucket"]] = row["messages"]
        found[row["bucket"]] = _tiers(row)
    told = zip(times_of(span), span.partial(), messages, found, spread(found, fill, NO_TOKENS), strict=True)
    return [
        {**(tiers or UNKNOWN_TOKENS), "timestamp": at, "message_count": n, "partial": partial}
        for at, partial, n, own, tiers in told
        if own or fill != "none"
    ]


def _tiers(row: Any) -> dict[str, int]:
    return {
        "input_tokens": row["input"],
        "output_tokens": row["output"],
        "total_tokens": row["input"] + row["output"],
        "cache_read_tokens": row["cache_read"],
        "cache_write_5m_tokens": row["cache_5m"],
        "cache_write_1h_tokens": row["cache_1h"],
    }


NO_TOKENS = dict.fromkeys(Tokens.model_fields, 0)
UNKNOWN_TOKENS = dict.fromkeys(Tokens.model_fields)
