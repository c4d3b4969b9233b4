"""Projects side by side."""

from __future__ import annotations

from itertools import combinations
from math import erfc, sqrt
from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.responses import Response

from api.deps import CanRead
from api.packs.llm.costs import hit_percent
from api.packs.llm.models import speed
from api.packs.llm.money import added, each, near, percent, rounded
from api.packs.llm.past import Past, past_of
from api.packs.llm.question import ALL, Asked, Question, queries
from api.packs.llm.shapes_more import Pair, ProjectComparison, ProjectUsage
from api.packs.llm.totals import Totals, grouped, total
from db.errors import Invalid, NotFound
from db.packs.decimals import exact
from db.packs.window import moments

router = APIRouter()
FEWEST, MOST = 2, 10
ENOUGH = 30
"""Messages with a cost on either side, below which nothing is said of a difference."""
TOO_MANY_OR_FEW = f"Please provide between {FEWEST} and {MOST} project IDs"


@router.get(
    "/projects/comparison",
    summary="Projects side by side",
    response_model=ProjectComparison,
    responses={400: {"description": TOO_MANY_OR_FEW}, 404: {"description": "There is no such project."}},
)
async def comparison(
    who: CanRead,
    asked: Asked,
    project_ids: Annotated[list[str], Query(description="2 to 10 projects", examples=[["atlas", "beacon"]])],
) -> Response:
    """Totals, shares, cost and tokens a message, response times, rank and trend of each."""
    question, wanted = asked.of(who), list(dict.fromkeys(project_ids))
    if not FEWEST <= len(wanted) <= MOST:
        raise Invalid(TOO_MANY_OR_FEW)
    found = queries().projects(question.conn, tenant=question.tenant, project_ids=wanted)
    known = {row["project_id"]: row async for row in found}
    if missing := [name for name in wanted if name not in known]:
        raise NotFound(f"There is no project {', '.join(map(repr, missing))}. GET /api/v1/llm/projects lists them.")
    return await question.answer("comparison", tuple(wanted), lambda: _compare(question, known))


async def _compare(question: Question, known: dict[str, Any]) -> ProjectComparison:
    span = await question.span()
    past = await past_of(question, span)
    ids = [row["id"] for row in known.values()]
    rows = await question.rows("fold_projects", past.edges, projects=ids)
    now = grouped((row for row in rows if row["bucket"] == past.now), "project")
    before = grouped((row for row in rows if row["bucket"] < past.now), "project")
    packed = await question.rows_whole("durations_of_projects", span.edges, projects=ids)
    times = {row["project"]: row["durations"] for row in packed}
    everything = total(await question.rows_whole("fold_costs", span.edges, project=ALL))
    lo, hi = moments(span.edges[[0, -1]])
    sessions = queries().sessions_in(question.conn, tenant=question.tenant, lo=lo, hi=hi)
    met = {row["project"]: row["sessions"] async for row in sessions}
    order = sorted(known, key=lambda name: (-now.get(known[name]["id"], Totals()).cost, name))
    sums = {name: now.get(known[name]["id"], Totals()) for name in order}
    both = Totals(messages=sum(s.messages for s in sums.values()), cost=added(s.cost for s in sums.values()))
    return ProjectComparison(
        projects=[
            _project(
                known[name], rank, sums[name], before.get(known[name]["id"], Totals()), past, both, everything,
                met.get(known[name]["id"], 0), times.get(known[name]["id"], b""),
            )
            for rank, name in enumerate(order, 1)
        ],
        total_messages=both.messages,
        total_cost=near(both.cost, 2),
        total_cost_exact=exact(both.cost),
        cost_per_message=pairs(sums),
        time_range=question.asked,
        **span.told(),
    )  # fmt: skip


def _project(
    row: Any, rank: int, sums: Totals, before: Totals, past: Past, both: Totals, everything: Totals, sessions: int,
    packed: bytes,
) -> ProjectUsage:  # fmt: skip
    messages, cost = past.change(sums.messages, before.messages), past.change(sums.cost, before.cost)
    average = each(sums.cost, sums.priced)
    times = speed(sums, packed)
    times.pop("timed_messages")
    return ProjectUsage(
        project_id=row["project_id"],
        name=row["name"],
        rank=rank,
        total_messages=sums.messages,
        total_sessions=sessions,
        total_cost=near(sums.cost, 2),
        total_cost_exact=exact(sums.cost),
        priced_messages=sums.priced,
        unpriced_messages=sums.messages - sums.priced,
        cost_share_percent=percent(sums.cost, both.cost),
        cost_share_of_all_percent=percent(sums.cost, everything.cost),
        message_share_percent=percent(sums.messages, both.messages),
        message_share_of_all_percent=percent(sums.messages, everything.messages),
        cost_per_message=rounded(average, 4),
        cost_per_message_exact=None if average is None else exact(average),
        tokens_per_message=(sums.input + sums.output) / sums.tokened if sums.tokened else None,
        input_tokens=sums.input,
        output_tokens=sums.output,
        cache_hit_percent=hit_percent(sums),
        **times,
        failed_percent=percent(sums.failed, sums.messages),
        messages_trend_percent=messages.percent,
        trend_basis=messages.basis,
        cost_trend_percent=cost.percent,
        cost_trend_basis=cost.basis,
    )


def pairs(sums: dict[str, Totals]) -> list[Pair]:
    """Every two projects: how their cost a message compares, and whether that is more than chance."""
    found = [(a, b, _p_value(sums[a], sums[b])) for a, b in combinations(sums, 2)]
    corrected = holm([p for _, _, p in found if p is not None])
    made = []
    for a, b, p in found:
        value = corrected.pop(0) if p is not None else None
        means = [each(sums[name].cost, sums[name].priced) for name in (a, b)]
        ratio = float(means[0] / means[1]) if means[0] is not None and means[1] else None
        significant = None if value is None else value < 0.05
        made.append(Pair(first=a, second=b, ratio=ratio, p_value=value, significant=significant))
    return made


def _p_value(a: Totals, b: Totals) -> float | None:
    """Welch's test of two means, two-sided, by the normal distribution; None where too little is known."""
    if min(a.priced, b.priced) < ENOUGH:
        return None
    parts = []
    for sums in (a, b):
        mean = float(sums.cost) / sums.priced
        spread = max(0.0, (sums.cost_squares - sums.priced * mean**2) / (sums.priced - 1))
        parts.append((mean, spread / sums.priced))
    error = sqrt(parts[0][1] + parts[1][1])
    gap = abs(parts[0][0] - parts[1][0])
    if error == 0:
        return 1.0 if gap == 0 else 0.0
    return erfc(gap / error / sqrt(2))


def holm(values: list[float]) -> list[float]:
    """p values, corrected for how many they are (Holm 1979), in their order."""
    order = sorted(range(len(values)), key=values.__getitem__)
    found, highest = [0.0] * len(values), 0.0
    for rank, at in enumerate(order):
        highest = max(highest, min(1.0, values[at] * (len(values) - rank)))
        found[at] = highest
    return found
