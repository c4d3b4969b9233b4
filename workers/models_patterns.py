"""Patterns of each series: cycles and regimes."""

from __future__ import annotations

from db.history import Subject
from db.keeper import Keeper
from db.model_runs import Item
from db.patterns import Found
from db.records import Times, Values
from ml.batch.findings import Pattern
from ml.patterns.cycles import cycles
from ml.patterns.regimes import regimes
from workers.models import Desk, Done
from workers.models_grids import FINE, grids
from workers.models_series import Book, pattern, trimmed, with_news

JOB = "patterns"
MODELS = {"cycles": cycles, "regimes": regimes}


def work(desk: Desk, tenant: int, items: list[Item]) -> Done:
    """Load, look, and say how to save."""
    book, found = Book(), list[Found]()
    subjects = {one.id: one for one in with_news(desk, tenant, items)}
    for grid in grids(desk, tenant, list(subjects.values()), FINE) if subjects else []:
        for series, v in zip(grid.ids.tolist(), grid.v, strict=True):
            found += _patterns(desk, book, subjects[series], *trimmed(grid, v), grid.step)
            book.seen(str(series), grid)

    def save(keeper: Keeper) -> None:
        keeper.patterns(tenant, JOB, found, book.looked, desk.now)

    return Done(book.outcomes(items), save)


def _patterns(desk: Desk, book: Book, one: Subject, t: Times, v: Values, step: int) -> list[Found]:
    item, found = str(one.id), list[Found]()
    for model, look in MODELS.items():
        said: list[Pattern] = book.ask(item, model, look, t, v) or []
        book.count(item, len(said))
        found += [pattern(desk, item, model, p, [one], int(t[0]), int(t[-1]) + step) for p in said]
    return found
