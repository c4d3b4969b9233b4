"""Change points: where the level, the slope or the variance of a series became another, and how sure that is.

Binary segmentation (Scott & Knott 1974; Vostrikova 1981). Every split must be beyond chance for noise that remembers:
the cutting stands in ml.batch.segments, the tests in ml.batch.breaks. A trend that simply goes
on is no change, and neither is a season, a spike or a random walk.
"""

from __future__ import annotations

import numpy as np

from ml.batch import grid, noise, season, stl
from ml.batch.findings import ChangePoint, TooLittle
from ml.batch.segments import mean_split, residuals, segmented, variance_split
from ml.types import Flags, Floats, Longs

EDGE = 24
"""Points that a state must have been seen for."""
WEEKEND_US = 60 * 3_600_000_000
"""Where the week is not known as a season, a state must have lasted longer than a weekend."""
WANDERS, SLOW = 0.95, 97
"""Where the memory is longer than this, what moves more slowly than so many points is no part of the variance."""
LEAST = 72
POINTS = 2000
"""More are averaged to about so many: eight weeks of quarters of an hour become hours or nearly."""


def change_points(t: Longs, v: Floats) -> list[ChangePoint] | TooLittle:
    """t int64[n] us on a regular grid, v float64[n] with NaN at gaps -> changes, the oldest first.

    Day and week are taken out first. Long series are averaged to POINTS points, which is how exactly a change is dated.
    A series without any change has one in about 1 of 100 cases.
    Raises ValueError where the grid is not regular.
    """
    s = grid.series(*grid.coarser(np.asarray(t, np.int64), v, POINTS, season.DAY_US))
    if s.have < LEAST or s.have < len(s.u) // 2:
        return TooLittle("too few values for change points", s.have, max(LEAST, len(s.u) // 2))
    if s.scale == 0.0:
        return []
    periods = stl.seasons(s)
    u = s.u.copy()
    for period in periods:
        u -= np.resize(season.profile(u, s.ok, period), len(u))
    weekly = season.points(season.WEEK_US, s.step) in periods
    long = 0 if weekly or s.step >= season.DAY_US else -(-WEEKEND_US // s.step)
    calm = grid.without_spikes(grid.filled(u, s.ok))
    cuts, found = means(s, u, calm, max(EDGE, long))
    found += variances(s, residuals(calm, s.ok, cuts), max(EDGE, long))
    return sorted(found, key=lambda change: change.t)


def means(s: grid.Series, u: Floats, calm: Floats, edge: int) -> tuple[list[int], list[ChangePoint]]:
    """Changes of level and slope, and where they are."""
    splits = segmented(calm, s.ok, edge, mean_split)
    cuts = [k for k, _ in splits]
    usual = grid.spread_of_calm(residuals(calm, s.ok, cuts)[s.ok])
    found = []
    for (k, split), start, end in zip(splits, [0, *cuts], [*cuts[1:], len(calm)], strict=False):
        if split.kind == "hinge":
            day = season.DAY_US / s.step
            before, after = line(calm[start:k])[1] * day, line(calm[k:end])[1] * day
            size, offset = 7 * (after - before), 0.0
        else:
            before, after = edges(u, s.ok, split.slope, start, k, end)
            size, offset = after - before, s.centre
        found.append(
            ChangePoint(
                int(s.t[k]),
                "slope" if split.kind == "hinge" else "level",
                offset + s.scale * before,
                offset + s.scale * after,
                size / max(usual, 1e-9),
                1.0 - split.p,
                int((end - k) * s.step),
            )
        )
    return cuts, found


def line(y: Floats) -> tuple[float, float]:
    """Value at the start, and rise a point, of the straight line through y."""
    x = np.arange(len(y)) - (len(y) - 1) / 2
    rise = float((x * y).sum() / max(float((x * x).sum()), 1e-300))
    return float(y.mean() - rise * (len(y) - 1) / 2), rise


def edges(u: Floats, ok: Flags, slope: bool, start: int, k: int, end: int) -> tuple[float, float]:
    """The level just before and after k: medians of the stretches, or the ends of their lines where they have a
    slope."""
    left, right = u[start:k][ok[start:k]], u[k:end][ok[k:end]]
    if not slope:
        return float(np.median(left)), float(np.median(right))
    first, rise = line(left)
    return first + rise * len(left), line(right)[0]


def variances(s: grid.Series, rest: Floats, edge: int) -> list[ChangePoint]:
    """Changes of how much the series moves around its level."""
    coefficients, _ = noise.autoregression(noise.autocovariance(rest, s.ok), s.have)
    if coefficients.sum() > WANDERS:
        rest = np.where(s.ok, rest - season.running_mean(rest, s.ok, SLOW), 0.0)
        coefficients, _ = noise.autoregression(noise.autocovariance(rest, s.ok), s.have)
    moves = noise.whitened(rest, coefficients)
    scores = np.zeros(len(moves))
    sizes = np.abs(moves[s.ok]) / max(grid.spread_of_calm(moves[s.ok]), 1e-12)
    # Squares, not sizes: around a mean that is itself an estimate they do not change at first order.
    scores[s.ok] = np.minimum(sizes, grid.SPIKE) ** 2
    day = season.points(season.DAY_US, s.step)
    if day and season.is_there(scores, s.ok, day):
        scores = scores - np.resize(season.profile(scores, s.ok, day), len(scores))
    splits = segmented(scores, s.ok, edge, variance_split)
    cuts = [k for k, _ in splits]
    found = []
    for (k, split), start, end in zip(splits, [0, *cuts], [*cuts[1:], len(scores)], strict=False):
        before, after = (grid.spread_of_calm(rest[a:b][s.ok[a:b]]) for a, b in ((start, k), (k, end)))
        size = float(np.log2(max(after, 1e-12) / max(before, 1e-12)))
        confidence, held = 1.0 - split.p, int((end - k) * s.step)
        at = int(s.t[k])
        found.append(ChangePoint(at, "variance", s.scale * before, s.scale * after, size, confidence, held))
    return found
