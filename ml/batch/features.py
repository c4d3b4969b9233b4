"""What a stretch of a series looks like, in a handful of numbers, each in the usual spreads of that series."""

from __future__ import annotations

import numpy as np

from ml.batch import grid, season, stl
from ml.types import Flags, Floats, Longs

NAMES = ("level", "slope", "spread", "highest", "lowest", "largest step", "stuck")
"""Of the columns: median; rise over the window; deviation around the median; far values; |step|; equal neighbours."""
BOUND = 30.0
"""Spreads beyond which a feature counts as so far."""
LEAST_WINDOWS = 8


def windows_of(t: Longs, v: Floats, window: int, stride: int) -> tuple[Longs, Floats]:
    """Starts int64[k] (indexes into t, the last window ending at the end) and features float64[k, len(NAMES)].

    None (k = 0) where the series is constant or too short. Windows with fewer than half of their values are left out.
    Day and week are taken out first.
    """
    s = grid.series(t, v)
    none = np.empty(0, np.int64), np.empty((0, len(NAMES)))
    starts = np.arange((len(s.u) - window) % stride, len(s.u) - window + 1, stride)
    if s.scale == 0.0 or len(starts) < LEAST_WINDOWS or window < 4 or s.have < 2 * window:
        return none
    u = s.u.copy()
    for period in stl.seasons(s):
        u -= np.resize(season.profile(u, s.ok, period), len(u))
    full = np.lib.stride_tricks.sliding_window_view(s.ok, window)[starts].mean(1) >= 0.5
    if full.sum() < LEAST_WINDOWS:
        return none
    return starts[full], in_spreads(numbers(grid.filled(u, s.ok), s.ok, starts[full], window))


def numbers(u: Floats, ok: Flags, starts: Longs, window: int) -> Floats:
    """float64[k, len(NAMES)] of each window, in the unit of u."""
    cut = np.lib.stride_tricks.sliding_window_view(u, window)[starts]
    steps = np.diff(cut, axis=1)
    # Bridged gaps are no evidence of a value that is stuck.
    real = np.lib.stride_tricks.sliding_window_view(ok, window)[starts]
    equal = (np.abs(steps) < 1e-12) & real[:, 1:] & real[:, :-1]
    middle = np.median(cut, axis=1, keepdims=True)
    x = np.arange(window) - (window - 1) / 2
    return np.stack(
        [
            middle[:, 0],
            cut @ x / (x @ x) * window,
            np.log(np.mean(np.abs(cut - middle), axis=1) + 1e-6),
            (cut - middle).max(1),
            (cut - middle).min(1),
            np.abs(steps).max(1),
            equal.mean(1),
        ],
        axis=1,
    )


def in_spreads(features: Floats) -> Floats:
    """Each column by how many of its own robust spreads it lies from its median; where it never moves, 0."""
    middle = np.median(features, axis=0)
    usual = np.array([grid.spread(column) for column in features.T])
    out = np.zeros_like(features)
    moves = usual > 1e-9
    out[:, moves] = (features[:, moves] - middle[moves]) / usual[moves]
    return np.clip(out, -BOUND, BOUND)
