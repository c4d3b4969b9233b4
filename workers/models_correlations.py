"""Pairs of series that move together, now or with a lag: in groups of series that share a label."""

from __future__ import annotations

from db.history import Grid, Subject
from db.keeper import Keeper
from db.model_runs import Item
from db.patterns import Found
from ml.patterns.correlations import correlations
from workers.models import MOST_MEMBERS, Desk, Done
from workers.models_grids import LONG, grids
from workers.models_series import Book, has_news, pattern

JOB = "correlations"


def work(desk: Desk, tenant: int, items: list[Item]) -> Done:
    """Load, look, and say how to save. An item is `label=value`, or '' for all series of a tenant."""
    book, found = Book(), list[Found]()
    for item in items:
        subjects = desk.runs.subjects(tenant, desk.alive, labels=labels_of(item.name), limit=MOST_MEMBERS)
        if not has_news(item, subjects, desk.now):
            continue
        for grid in grids(desk, tenant, subjects, LONG):
            book.seen(item.name, grid)
            found += _pairs(desk, book, item.name, subjects, grid)

    def save(keeper: Keeper) -> None:
        keeper.patterns(tenant, JOB, found, book.looked, desk.now)

    return Done(book.outcomes(items), save)


def labels_of(item: str) -> dict[str, str]:
    """`host=a` -> {"host": "a"}; a name holds no `=`, a value may."""
    name, _, value = item.partition("=")
    return {name: value} if item else {}


def _pairs(desk: Desk, book: Book, item: str, subjects: list[Subject], grid: Grid) -> list[Found]:
    if len(grid.ids) < 2:
        return []
    said = book.ask(item, JOB, correlations, grid.t, grid.v) or []
    known = {one.id: one for one in subjects}
    book.count(item, len(said))
    until = int(grid.t[-1]) + grid.step
    return [
        pattern(desk, item, JOB, p, [known[int(grid.ids[row])] for row in p.series], int(grid.t[0]), until)
        for p in said
    ]
