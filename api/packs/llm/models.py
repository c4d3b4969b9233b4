"""Which models are used: how often, how dear, how fast."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from starlette.responses import Response

from api.deps import CanRead
from api.packs.llm.costs import OfProject
from api.packs.llm.money import each, near, percent, rounded
from api.packs.llm.past import Past, past_of
from api.packs.llm.question import Asked, Question
from api.packs.llm.shapes import ModelUsage, ModelUsageStats
from api.packs.llm.totals import Totals, grouped, percentiles, unpacked
from db.packs.decimals import exact

router = APIRouter()


@router.get("/models/usage", summary="Models: how often, how dear, how fast", response_model=ModelUsageStats)
async def usage(who: CanRead, asked: Asked, project_id: OfProject = None) -> Response:
    """Each model that messages of the range name, the most used first."""
    question = asked.of(who)
    project = await question.project(project_id)
    return await question.answer("models", (project,), lambda: _usage(question, project))


async def _usage(question: Question, project: int) -> ModelUsageStats:
    span = await question.span()
    past = await past_of(question, span)
    rows = await question.rows("fold", past.edges, project=project)
    found = grouped((row for row in rows if row["bucket"] == past.now), "name")
    before = grouped((row for row in rows if row["bucket"] < past.now), "name")
    times = await question.rows_whole("durations", span.edges, project=project)
    packed = {row["name"]: row["durations"] for row in times}
    without = found.pop(None, Totals()).messages
    named = sum(sums.messages for sums in found.values())
    order = sorted(found, key=lambda name: (-found[name].messages, name))
    return ModelUsageStats(
        models=[
            _model(name, found[name], named, past, before.get(name, Totals()), packed.get(name, b"")) for name in order
        ],
        total_models=len(order),
        without_model=without,
        total_messages=named + without,
        most_used=order[0] if order else None,
        least_used=order[-1] if order else None,
        time_range=question.asked,
        **span.told(),
    )


def _model(name: str, sums: Totals, all_: int, past: Past, before: Totals, packed: bytes) -> ModelUsage:
    change = past.change(sums.messages, before.messages)
    return ModelUsage(
        model=name,
        message_count=sums.messages,
        share_percent=percent(sums.messages, all_),
        total_cost=near(sums.cost, 2),
        total_cost_exact=exact(sums.cost),
        priced_messages=sums.priced,
        avg_cost_per_message=rounded(each(sums.cost, sums.priced), 4),
        trend_percentage=change.percent,
        trend_basis=change.basis,
        **speed(sums, packed),
        avg_tokens_input=sums.mean_tokens("input"),
        avg_tokens_output=sums.mean_tokens("output"),
        tokened_messages=sums.tokened,
        input_tokens=sums.input,
        output_tokens=sums.output,
        cache_read_tokens=sums.cache_read,
        cache_write_tokens=sums.cache_5m + sums.cache_1h,
        failed_messages=sums.failed,
    )


def speed(sums: Totals, packed: bytes) -> dict[str, Any]:
    """Response times: mean, exact percentiles, and of how many messages."""
    mean = {"avg_response_time_ms": sums.average_ms, "timed_messages": sums.timed}
    return mean | percentiles(unpacked([packed]))
