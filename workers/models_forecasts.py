"""What is expected of each series, with intervals."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from db.forecasts import ForecastRow
from db.history import Grid, Subject
from db.keeper import Keeper
from db.model_runs import Item
from db.records import Times, Values, from_us
from ml.forecast.base import Forecast
from ml.forecast.choose import forecast
from workers.models import Desk, Done
from workers.models_grids import DAYS, HOURS, LONG, MINUTES, QUARTERS, grids
from workers.models_series import Book, trimmed, with_news

JOB = "forecasts"
HORIZON = {DAYS.step: 30, HOURS.step: 48, QUARTERS.step: 96, MINUTES.step: 120}
"""Step of the grid -> steps ahead: a month by the day, two days by the hour, a day by the quarter, two hours by the
minute."""
SHORTEST = 12


def work(desk: Desk, tenant: int, items: list[Item]) -> Done:
    """Load, forecast, and say how to save."""
    book, made, none = Book(), list[tuple[Grid, list[ForecastRow]]](), list[int]()
    subjects = {one.id: one for one in with_news(desk, tenant, items)}
    for grid in grids(desk, tenant, list(subjects.values()), LONG) if subjects else []:
        rows = []
        for series, v in zip(grid.ids.tolist(), grid.v, strict=True):
            row = _forecast(book, subjects[series], *trimmed(grid, v), grid.step)
            book.seen(str(series), grid)
            rows += [row] if row else []
            none += [] if row or str(series) in book.errors else [series]
        made.append((grid, rows))

    def save(keeper: Keeper) -> None:
        for grid, rows in made:
            keeper.forecasts(rows, grid)
        keeper.withdraw_forecasts(none)

    return Done(book.outcomes(items), save)


def _forecast(book: Book, one: Subject, t: Times, v: Values, step: int) -> ForecastRow | None:
    """None: the history says too little, or the model broke."""
    said = book.ask(str(one.id), JOB, forecast, t, v, step, _horizon(step, len(v)))
    if said is None:
        return None
    book.count(str(one.id), 1)
    return row_of(said, one, step)


def _horizon(step: int, known: int) -> int:
    """Steps ahead. By the minute a young series is forecast as far as a third of what is known."""
    return HORIZON[step] if step != MINUTES.step else max(SHORTEST, min(HORIZON[step], known // 3))


def row_of(said: Forecast, one: Subject, step: int) -> ForecastRow:
    """A forecast as it is stored. It expires when all of it has passed."""
    width = timedelta(microseconds=step)
    return ForecastRow(
        series_id=one.id,
        model=said.model,
        agg=one.agg,
        starts=from_us(int(said.t[0])),
        step=width,
        mean=said.mean,
        lo80=said.lo80,
        hi80=said.hi80,
        lo95=said.lo95,
        hi95=said.hi95,
        expires_at=from_us(int(said.t[-1])) + width,
        mase=said.mase,
        coverage80=said.coverage80,
        coverage95=said.coverage95,
        metadata={"confidence": said.confidence, "seasons_hours": hours(said.season)},
    )


def hours(spans: Sequence[int]) -> list[float]:
    """us -> hours."""
    return [span / HOURS.step for span in spans]
