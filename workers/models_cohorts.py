"""Each series of a metric against its peers: who reads otherwise, moves otherwise, or has left them."""

from __future__ import annotations

import numpy as np

from db.history import Grid, Subject
from db.insights import Insight
from db.keeper import Keeper
from db.model_runs import Item
from ml.cohort import compare
from ml.words_models import of_cohort
from workers.models import Desk, Done
from workers.models_grids import LONG, grids
from workers.models_series import Book, has_news, insight

JOB = "cohorts"
MODEL = "cohort"
LEAST = 5
MOST = 2_000
"""Members of a cohort that are compared; of a larger one these, by id."""


def work(desk: Desk, tenant: int, items: list[Item]) -> Done:
    """Load, compare, and say how to save. An item is a metric."""
    book, found = Book(), list[Insight]()
    for item in items:
        subjects = desk.runs.subjects(tenant, desk.alive, metric=item.name, limit=MOST)
        if not has_news(item, subjects, desk.now):
            continue
        for grid in grids(desk, tenant, subjects, LONG):
            book.seen(item.name, grid)
            found += _compared(desk, book, item.name, subjects, grid)

    def save(keeper: Keeper) -> None:
        keeper.insights(tenant, JOB, found, book.looked, desk.now)

    return Done(book.outcomes(items), save)


def _compared(desk: Desk, book: Book, metric: str, subjects: list[Subject], grid: Grid) -> list[Insight]:
    """What members of one grid say against each other."""
    if len(grid.ids) < LEAST:
        return []
    said = book.ask(metric, MODEL, compare, grid.t, grid.v, least=LEAST) or []
    known = {one.id: one for one in subjects}
    units = {one.unit for one in subjects}
    unit = (units.pop() if len(units) == 1 else None) or ""
    book.count(metric, len(said))
    found = []
    for finding in said:
        one = known[int(grid.ids[finding.member])]
        text = of_cohort(one.name, f"{finding.peers} others", metric, finding, unit)
        seen = grid.t[~np.isnan(grid.row(one.id))]
        found.append(insight(desk, metric, MODEL, text, metric, int(seen[0]), int(seen[-1]) + grid.step, one))
    return found
