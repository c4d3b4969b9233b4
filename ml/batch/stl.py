"""Decomposition into trend, seasons and remainder: MSTL, for the seasons that are really there.

Cleveland, Cleveland, McRae & Terpenning (1990), STL; Bandara, Hyndman & Bergmeir (2021), MSTL. statsmodels does the
smoothing. Its smoothers are evaluated at every few points and interpolated between: some times as fast, the same to a
hundredth of a spread.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from statsmodels.nonparametric.smoothers_lowess import lowess
from statsmodels.tsa.seasonal import STL

from ml.batch import grid, season
from ml.batch.findings import Decomposition, TooLittle
from ml.types import Floats, Longs

LEAST = 24
"""Values below which nothing is said."""
ROUNDS = 2
"""Times each season is estimated anew from the series without the others."""
CYCLES = 25
"""Cycles that the smoothing of a season looks at, where there are so many; with fewer the season is nearly fixed."""
PERIODS_AT_MOST = 3


def decompose(t: Longs, v: Floats, periods: Sequence[int] | None = None) -> Decomposition | TooLittle:
    """t int64[n] us on a regular grid, v float64[n] with NaN at gaps -> trend + seasons + remainder, in v's unit.

    `periods`: seasons in points to use, each of at least two cycles; None: day and week, where the series has them.
    Raises ValueError where the grid is not regular.
    """
    s = grid.series(t, v)
    if s.have < LEAST or s.have < len(s.u) // 4:
        return TooLittle("too few values", s.have, max(LEAST, len(s.u) // 4))
    used = seasons(s) if periods is None else usable(periods, len(s.u))
    trend, parts = split(s, used)
    rest = s.u - trend - sum(parts, np.zeros(len(s.u)))
    strengths = tuple(strength(part[s.ok], rest[s.ok]) for part in parts)
    return Decomposition(
        s.t,
        s.back(trend),
        tuple(s.scale * part for part in parts),
        s.scale * rest,
        tuple(used),
        strength(trend[s.ok], rest[s.ok]),
        strengths,
        s.scale * grid.spread(rest[s.ok]),
        1.0 - s.have / len(s.u),
    )


def usable(periods: Sequence[int], n: int) -> list[int]:
    """Those of at least two cycles, ascending, each once."""
    return sorted({int(p) for p in periods if 2 <= p <= n // 2})[:PERIODS_AT_MOST]


def seasons(s: grid.Series) -> list[int]:
    """Day and week in points of the grid, as far as the series has them; the week is looked for without the day."""
    found: list[int] = []
    u = s.u
    if s.scale == 0.0:
        return found
    for length in season.CALENDAR:
        period = season.points(length, s.step)
        if period and season.is_there(u, s.ok, period):
            found.append(period)
            u = u - np.resize(season.profile(u, s.ok, period), len(u))
    return found


def split(s: grid.Series, periods: Sequence[int]) -> tuple[Floats, list[Floats]]:
    """Trend and seasons of the scaled series, at gaps too."""
    if s.scale == 0.0:
        return np.zeros(len(s.u)), [np.zeros(len(s.u)) for _ in periods]
    whole = bridged(s, periods)
    if not periods:
        return smooth(whole, len(whole) // 6), []
    parts = [np.zeros(len(whole)) for _ in periods]
    trend = np.zeros(len(whole))
    for _ in range(ROUNDS if len(periods) > 1 else 1):
        for i, period in enumerate(periods):
            others = sum((part for j, part in enumerate(parts) if j != i), np.zeros(len(whole)))
            trend, parts[i] = one_season(whole - others, period)
    return trend, parts


def bridged(s: grid.Series, periods: Sequence[int]) -> Floats:
    """The series with spikes drawn in and gaps filled by what the seasons say there, on a straight line between
    edges."""
    usual = np.zeros(len(s.u))
    for period in periods:
        usual += np.resize(season.profile(s.u - usual, s.ok, period), len(s.u))
    return grid.without_spikes(grid.filled(s.u - usual, s.ok)) + usual


def one_season(u: Floats, period: int) -> tuple[Floats, Floats]:
    """Trend and season by STL; the season's mean over the span is the trend's."""
    cycles = len(u) // period
    window = CYCLES if cycles >= 2 * CYCLES else 10 * cycles + 1
    model = STL(
        u,
        period=period,
        seasonal=window,
        seasonal_jump=max(window // 5, 1),
        trend_jump=max(period // 4, 1),
        low_pass_jump=max(period // 6, 1),
    ).fit(inner_iter=2, outer_iter=0)
    part = np.asarray(model.seasonal, float)
    shift = part.mean()
    return np.asarray(model.trend, float) + shift, part - shift


def smooth(u: Floats, width: int) -> Floats:
    """Robust local lines over `width` points."""
    n = len(u)
    out = lowess(u, np.arange(n, dtype=float), frac=max(width, 7) / n, it=2, delta=n / 100.0, return_sorted=False)
    return np.where(np.isfinite(out), out, np.median(u))


def strength(part: Floats, rest: Floats) -> float:
    """Of a component, in [0, 1]: 1 - var(rest) / var(part + rest), 0 where nothing varies."""
    whole = float(np.var(part + rest))
    return float(np.clip(1.0 - np.var(rest) / whole, 0.0, 1.0)) if whole > 1e-18 else 0.0
