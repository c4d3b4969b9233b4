"""Which history of a series models see: eight weeks by the hour where there is enough, finer where it is young."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import numpy as np

from db.history import ADDED, MINUTE_US, Grid, Subject
from db.records import from_us, to_us
from workers.models import Desk

HOUR_US, DAY_US = 60 * MINUTE_US, 1440 * MINUTE_US


@dataclass(frozen=True, slots=True)
class Rung:
    """A grid of `step` us over the last `span` us. A series that has less than a quarter of that goes to the next."""

    step: int
    span: int


DAYS = Rung(DAY_US, 730 * DAY_US)
HOURS = Rung(HOUR_US, 56 * DAY_US)
QUARTERS = Rung(15 * MINUTE_US, 14 * DAY_US)
MINUTES = Rung(MINUTE_US, 2 * DAY_US)
LONG = (HOURS, QUARTERS, MINUTES)
FINE = (Rung(15 * MINUTE_US, 28 * DAY_US), MINUTES)
"""For what recurs within hours."""
PUNCTUAL = 0.95
"""A series whose usual step is that little longer than a bucket still fills it."""


def reached(one: Subject, now: datetime) -> datetime:
    """Up to when a series is known: of what is added up, until now; of the rest until its next point is due."""
    if one.kind in ADDED:
        return now
    return min(now, one.newest + timedelta(microseconds=one.step_us or 0))


def grids(desk: Desk, tenant: int, subjects: Sequence[Subject], ladder: Sequence[Rung]) -> list[Grid]:
    """The history of series of a tenant, each in one of these grids, together with others: the first of the ladder that
    it is long enough for, or a coarser one where its points are too rare for the ladder."""
    found = []
    for first in dict.fromkeys((ladder[0], HOURS, DAYS)):
        mine = [one for one in subjects if _begins(one, ladder[0]) == first]
        if mine:
            found += _descend(desk, tenant, mine, ladder if first == ladder[0] else (first,))
    return found


def _fills(one: Subject, rung: Rung) -> bool:
    return (one.step_us or 0) * PUNCTUAL <= rung.step


def _begins(one: Subject, first: Rung) -> Rung:
    return next((rung for rung in (first, HOURS) if _fills(one, rung)), DAYS)


def _descend(desk: Desk, tenant: int, subjects: list[Subject], ladder: Sequence[Rung]) -> list[Grid]:
    """Load; what is too short for a rung and has the points for the next goes there."""
    found, (rung, *finer) = [], ladder
    grid = _load(desk, tenant, subjects, rung)
    short = grid.span() * 4 < rung.span
    goes = short & np.array([bool(finer) and _fills(one, finer[0]) for one in subjects], np.bool_)
    if not goes.all():
        found.append(grid.keep(~goes))
    if goes.any():
        found += _descend(desk, tenant, [one for one, go in zip(subjects, goes, strict=True) if go], finer)
    return found


def _load(desk: Desk, tenant: int, subjects: Sequence[Subject], rung: Rung) -> Grid:
    stop = to_us(desk.now) // rung.step * rung.step
    return desk.history.load(tenant, subjects, stop - rung.span, stop, rung.step)


def due_after(grid: Grid) -> datetime:
    """The end of the bucket after a grid: before then there is nothing new in it."""
    return from_us(int(grid.t[-1]) + 2 * grid.step)
