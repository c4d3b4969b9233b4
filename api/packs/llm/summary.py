"""How much, by whom, with what; and at which hours of the week."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

import numpy as np
from fastapi import APIRouter, Query
from starlette.responses import Response

from api.deps import CanRead
from api.errors import Unprocessable
from api.packs.llm.money import each, near, rounded
from api.packs.llm.past import past_of
from api.packs.llm.question import ALL, NONE, Asked, Question, queries
from api.packs.llm.shapes import ActivityHeatmap, AnalyticsSummary, HeatmapCell
from api.packs.llm.totals import grouped, total
from api.packs.span import Span
from db.calendar import DAY_US, HOUR_US, offsets
from db.packs.decimals import exact
from db.packs.window import moments, pieces_of
from db.records import Times

router = APIRouter()
LONGEST_US = 30 * 366 * DAY_US
"""Of a heatmap: changes of clocks are looked for quarter by quarter of an hour."""


@router.get("/summary", summary="What happened, and how that compares", response_model=AnalyticsSummary)
async def summary(who: CanRead, asked: Asked) -> Response:
    """Messages, sessions, projects and cost of the range, beside those of the window before."""
    question = asked.of(who)
    return await question.answer("summary", (), lambda: _summary(question))


async def _summary(question: Question) -> AnalyticsSummary:
    span = await question.span()
    past = await past_of(question, span)
    rows = await question.rows("fold", past.edges, project=ALL)
    now = total(row for row in rows if row["bucket"] == past.now)
    before = total(row for row in rows if row["bucket"] < past.now)
    projects = await question.rows_whole("fold_projects", span.edges, projects=None)
    models = grouped((row for row in rows if row["bucket"] == past.now and row["name"]), "name")
    model = max(models, key=lambda name: (models[name].messages, name), default=None)
    active = max((r for r in projects if r["project"] != NONE), key=lambda r: (r["messages"], r["name"]), default=None)
    return AnalyticsSummary(
        total_messages=now.messages,
        total_sessions=await _sessions(question, span),
        total_projects=sum(row["project"] != NONE for row in projects),
        total_cost=near(now.cost, 2),
        total_cost_exact=exact(now.cost),
        priced_messages=now.priced,
        computed_messages=now.computed,
        unpriced_messages=now.messages - now.priced,
        messages_trend=past.plain(now.messages, before.messages),
        trend_basis=past.basis(now.messages, before.messages),
        cost_trend=past.plain(now.cost, before.cost),
        cost_trend_basis=past.basis(now.cost, before.cost),
        most_active_project=active["name"] if active else None,
        most_active_project_id=active["project_id"] if active else None,
        most_used_model=model,
        time_range=question.asked,
        **span.told(),
    )


async def _sessions(question: Question, span: Span) -> int:
    lo, hi = moments(np.array([span.window.start, span.window.stop], np.int64))
    rows = queries().sessions_in(question.conn, tenant=question.tenant, lo=lo, hi=hi)
    return sum([row["sessions"] async for row in rows])


@router.get("/activity/heatmap", summary="At which hours of the week", response_model=ActivityHeatmap)
async def heatmap(
    who: CanRead,
    asked: Asked,
    project_id: Annotated[str | None, Query(max_length=200, description="Of this project alone")] = None,
    fill: Annotated[Literal["zero", "none"], Query(description="none: cells without messages are left out")] = "zero",
) -> Response:
    """Messages by weekday and hour of the caller's zone. Where clocks go back an hour counts twice, as it happened."""
    question = asked.of(who)
    project = await question.project(project_id)
    return await question.answer("heatmap", (project, fill), lambda: _heatmap(question, project, fill))


async def _heatmap(question: Question, project: int, fill: str) -> ActivityHeatmap:
    span = await question.span()
    if span.window.stop - span.window.start > LONGEST_US:
        raise Unprocessable("That would be more than 30 years. Ask for fewer.")
    since, added = _offsets(span)
    edges = _edges(span, HOUR_US // 4 if any(seconds % 3600 for seconds in added) else HOUR_US)
    rows = await question.rows("heat", edges, pieces_of(edges), project=project, since=since, offsets=added)
    found = {(row["day"], row["hour"]): _cell(row) for row in rows}
    grid = [(day, hour) for day in range(7) for hour in range(24)] if fill == "zero" else sorted(found)
    counts = np.zeros((7, 24), np.int64)
    for at, cell in found.items():
        counts[at] = cell.count
    some = bool(counts.any())
    return ActivityHeatmap(
        cells=[found.get(at) or _empty(*at) for at in grid],
        total_messages=int(counts.sum()),
        peak_hour=int(counts.sum(0).argmax()) if some else None,
        peak_day=int(counts.sum(1).argmax()) if some else None,
        time_range=question.asked,
        **span.told(),
    )


def _edges(span: Span, step: int) -> Times:
    """Edges such that no window of more than `step` us is read: two that follow on one another rule longer ones out."""
    start, stop = span.window.start, span.window.stop
    inner = (start // step + 1) * step
    return np.array([start, *(edge for edge in (inner, inner + step) if edge < stop), stop], np.int64)


def _offsets(span: Span) -> tuple[list[datetime], list[int]]:
    """Since when the zone adds how many seconds to UTC."""
    quarters = np.arange(span.window.start // HOUR_US * HOUR_US, span.window.stop + HOUR_US, HOUR_US // 4)
    added = offsets(quarters, span.window.zone) // 1_000_000
    changes = np.flatnonzero(np.diff(added, prepend=added[0] - 1))
    return moments(quarters[changes]), added[changes].tolist()


def _cell(row: Any) -> HeatmapCell:
    return HeatmapCell(
        day_of_week=row["day"],
        hour=row["hour"],
        count=row["messages"],
        avg_cost=rounded(each(row["cost"], row["priced"]), 4),
        avg_response_time=row["duration_sum"] / row["timed"] if row["timed"] else None,
    )


def _empty(day: int, hour: int) -> HeatmapCell:
    return HeatmapCell(day_of_week=day, hour=hour, count=0, avg_cost=None, avg_response_time=None)
