"""What goes into a forecast, what comes out, and what every forecaster promises.

`ml.forecast.choose.forecast(t, v, step, horizon)` is what others call:

t        int64[n], microseconds UTC, a regular ascending grid (`ml.batch.grid.regular` makes one of bucket rows)
v        float64[n], NaN (or any non-finite value) where a bucket is empty
step     us between points; the seasons that are looked for are the day and the week of UTC
horizon  points to forecast, 1 to MOST_HORIZON

It returns `Forecast`, or `ml.batch.findings.TooLittle` where the history says too little, and raises ValueError where
the arguments are not as above. It is pure and deterministic, and lets no warning escape. The last point must be a
finished bucket. The calendar is that of UTC: a local day that shifts by an hour twice a year shows as a shift of the
daily profile, which the newest days outweigh within a week or two.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from ml.types import Floats, Longs

MOST_HORIZON = 2048
MOST_POINTS = 6000
"""Only the newest points are looked at: 8 weeks of 15 minutes are 5376."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """float64[horizon] each at `t` int64[horizon] us, t[0] one step after the history's last point.

    lo95 <= lo80 <= mean <= hi80 <= hi95, all finite; not below zero where the history never was. A constant history has
    intervals of no width. `model`: what made it, the weightiest first (`profile of days 62 %, autoregression 21 %`).
    `season`: lengths in us of the seasons used, ascending; empty where there is none. `mase`: mean absolute error of
    the backtest over that of seasonal-naive at the same points (below 1: better); None where seasonal-naive made no
    error. `coverage80`, `coverage95`: shares in [0, 1] of the backtest's points inside intervals made from earlier
    errors only; None where the history is too short to tell. `confidence` in [0, 1]: of the error that the recent
    median makes as forecast, the share that the backtest avoided; 1 for a constant history.
    """

    t: Longs
    mean: Floats
    lo80: Floats
    hi80: Floats
    lo95: Floats
    hi95: Floats
    model: str
    confidence: float
    season: tuple[int, ...]
    mase: float | None
    coverage80: float | None
    coverage95: float | None


@dataclass(frozen=True, slots=True)
class Past:
    """A history and the places in it that forecasts are made from.

    `y` float64[n]: scaled, gaps filled from the past; `known` bool[n]: no gap. `origins` int64[rows], ascending: row r
    is made from y[:origins[r]] and from nothing later; the last origin is n, the forecast itself. `seasons`: lengths in
    points of the calendar's seasons that the history holds at least twice, ascending. `week`: the points of a week, or
    a like number where that is too long or too short to look back.
    """

    y: Floats
    known: np.ndarray[tuple[int], np.dtype[np.bool_]]
    origins: Longs
    horizon: int
    seasons: tuple[int, ...]
    week: int

    @property
    def cycle(self) -> int:
        """The shortest season, 1 where there is none."""
        return self.seasons[0] if self.seasons else 1

    @property
    def done(self) -> Longs:
        """int64[rows]: of how many rows, from the first, all targets had come to pass when row r was made."""
        out: Longs = np.searchsorted(self.origins, self.origins - self.horizon, side="right")
        return out

    def truth(self) -> Floats:
        """float64[rows, horizon]: what came; NaN at gaps and beyond the history."""
        at = self.origins[:, None] + np.arange(self.horizon)
        inside = at < len(self.y)
        at = np.minimum(at, len(self.y) - 1)
        return np.where(inside & self.known[at], self.y[at], np.nan)


@dataclass(frozen=True, slots=True)
class Guess:
    """One forecaster's rows float64[rows, horizon], finite. `season`: the points of the season it rests on, 0: none."""

    name: str
    season: int
    rows: Floats


class Forecaster(Protocol):
    """Makes every row from what came before its origin: a change of y at or after origins[r] changes no row up to r."""

    def __call__(self, past: Past) -> list[Guess]:
        """What it says; nothing where the history does not suit it."""
        ...
