"""Insights into each series: change points, and windows that are unlike those of other series and days."""

from __future__ import annotations

from typing import Any

from db.findings import Looked
from db.history import Grid, Subject
from db.insights import Insight
from db.keeper import Keeper
from db.model_runs import Item
from db.records import Times, Values, to_us
from ml.batch.changepoint import change_points
from ml.batch.findings import Decomposition, Failed, TooLittle
from ml.batch.guard import guarded
from ml.batch.isolation_forest import outlying
from ml.batch.stl import decompose
from ml.words_models import InsightText, of_change, of_outlying
from workers.models import Desk, Done
from workers.models_grids import DAY_US, HOUR_US, LONG, grids
from workers.models_series import Book, insight, trimmed, with_news

JOB = "insights"
TO_BE_SURE = 48
"""Points after which a change is surely found."""

History = tuple[Times, Values, int]
"""(t, v, step us) of one series."""


def work(desk: Desk, tenant: int, items: list[Item]) -> Done:
    """Load, look, and say how to save."""
    book, found = Book(), list[Insight]()
    subjects = {one.id: one for one in with_news(desk, tenant, items)}
    histories: dict[int, History] = {}
    for grid in grids(desk, tenant, list(subjects.values()), LONG) if subjects else []:
        these = [subjects[int(series)] for series in grid.ids]
        for one, v in zip(these, grid.v, strict=True):
            histories[one.id] = (*trimmed(grid, v), grid.step)
            found += _changes(desk, book, one, *histories[one.id])
            book.seen(str(one.id), grid)
        found += _windows(desk, book, these, grid)
    _explain(book, found, histories)

    def save(keeper: Keeper) -> None:
        keeper.insights(tenant, JOB, found, book.looked, desk.now)

    return Done(book.outcomes(items), save)


def _changes(desk: Desk, book: Book, one: Subject, t: Times, v: Values, step: int) -> list[Insight]:
    """Where the series became another, as far back as insights live."""
    changes = book.ask(str(one.id), "change_points", change_points, t, v) or []
    recent = [change for change in changes if change.t >= to_us(desk.now) - _memory(desk, step)]
    book.count(str(one.id), len(recent))
    until = int(t[-1]) + step if len(t) else 0
    return [
        _insight(desk, one, "change_points", of_change(one.name, change, one.unit or ""), change.t, until)
        for change in recent
    ]


def _windows(desk: Desk, book: Book, these: list[Subject], grid: Grid) -> list[Insight]:
    """Windows of one series that are unlike those of all: one forest for the whole batch."""
    since = to_us(desk.now) - _memory(desk, grid.step)
    said = guarded(outlying, grid.t, grid.v, since=since)
    if isinstance(said, Failed):
        book.errors |= {str(one.id): f"isolation_forest: {said.why}"[:300] for one in these}
        return []
    if isinstance(said, TooLittle):
        return []
    book.looked += [Looked(str(one.id), "isolation_forest") for one in these]
    found = []
    for window in said:
        one = these[window.series]
        book.count(str(one.id), 1)
        text = of_outlying(one.name, window, one.unit or "")
        found.append(_insight(desk, one, "isolation_forest", text, window.start, window.end))
    return found


def _memory(desk: Desk, step: int) -> int:
    """How long ago news are news, us: as long as insights live, and longer where it takes longer to be sure."""
    return max(int(desk.config.insight_days * DAY_US), TO_BE_SURE * step)


def _insight(desk: Desk, one: Subject, model: str, text: InsightText, since: int, until: int) -> Insight:
    return insight(desk, str(one.id), model, text, one.metric, since, until, one)


def _explain(book: Book, found: list[Insight], histories: dict[int, History]) -> None:
    """Beside each finding what its series is made of: trend, seasons, and how strong they are."""
    for series in {one.series_id for one in found if one.series_id is not None}:
        t, v, step = histories[series]
        said = book.ask(str(series), "stl", decompose, t, v)
        if said is not None:
            for one in found:
                if one.series_id == series:
                    one.metadata["decomposition"] = _made_of(said, step)


def _made_of(said: Decomposition, step: int) -> dict[str, Any]:
    return {
        "seasons_hours": [period * step / HOUR_US for period in said.periods],
        "strength_seasonal": [round(strength, 4) for strength in said.strength_seasonal],
        "strength_trend": round(said.strength_trend, 4),
        "spread": said.spread,
        "gaps": round(said.filled, 4),
    }
