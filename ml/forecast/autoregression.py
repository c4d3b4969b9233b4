"""Autoregression of what the profile leaves (Burg's method, by statsmodels): for oscillations within a day."""

from __future__ import annotations

import numpy as np
from statsmodels.regression.linear_model import burg

from ml.forecast.base import Guess, Past
from ml.forecast.past import TINY, same_phase, usual_size
from ml.forecast.profile import residual, running
from ml.types import Floats, Longs

ORDER = 6
CYCLES = 7
REFITS = 3
"""Fits a history, each on all that came before the rows it serves."""
BOUND = 8.0
"""Residuals farther than this many usual ones count as this far."""
LEAST = 8 * ORDER


def autoregression(past: Past) -> list[Guess]:
    """The profile of 7 cycles, or the mean so far where there is no season, plus AR(6) of the residuals."""
    if past.seasons:
        usual, period = running(past.y, past.cycle, CYCLES), past.cycle
        rows = same_phase(past, usual, period)
    else:
        usual, period = np.cumsum(past.y) / np.arange(1, len(past.y) + 1), 1
        rows = np.repeat(usual[past.origins - 1][:, None], past.horizon, axis=1)
    rest = residual(past.y, usual, period)
    # Equal parts of the rows, so that the row of the forecast is served by the newest fit.
    parts = [part for part in np.array_split(np.arange(len(past.origins)), REFITS) if len(part)]
    ahead = np.concatenate([_ahead(rest[period:], past.origins[part] - period, past.horizon) for part in parts])
    return [Guess("autoregression", past.cycle if past.seasons else 0, rows + ahead)]


def _ahead(rest: Floats, origins: Longs, horizon: int) -> Floats:
    """float64[rows, horizon]: the residuals expected, by a fit on those before the first origin."""
    seen = rest[: origins[0]]
    out = np.zeros((len(origins), horizon))
    if len(seen) < LEAST or np.abs(seen).max() <= TINY:
        return out
    bound = BOUND * float(usual_size(seen, np.array([len(seen)]))[0])
    # An exact fit divides by nothing; it is seen below.
    with np.errstate(divide="ignore", invalid="ignore"):
        weights, _ = burg(np.clip(seen, -bound, bound), order=ORDER, demean=False)
    if not np.all(np.isfinite(weights)):
        return out
    newest = np.clip(rest[origins[:, None] - 1 - np.arange(ORDER)], -bound, bound)
    for j in range(horizon):
        out[:, j] = newest @ weights
        newest = np.concatenate([out[:, j : j + 1], newest[:, :-1]], axis=1)
    return out
