"""What of today's departure from the usual is carried into the coming hours, learned for each of them.

A profile says what is usual; the newest residuals say how today differs. How much of that difference is left j points
ahead is a ridge regression of what came on three medians of residuals (of 3 points, of a short while, of a cycle),
fitted on the rows that had come to pass, again and again as they do. Rows count alike whatever their size, so that one
incident does not set the weights.
"""

from __future__ import annotations

import numpy as np

from ml.forecast.base import Past
from ml.forecast.past import level, usual_size
from ml.types import Floats, Longs

SHRINK = 0.05
"""Ridge, relative to the features' own squares."""
LEAST = 8
"""Rows before anything is carried."""
REFITS = 20
BOUND = 4.0


def carried(past: Past, usual: Floats, residual: Floats) -> Floats:
    """`usual` float64[rows, horizon] plus what is carried of `residual` float64[n], both made from the past only."""
    widths = (3, max(past.cycle // 2, 6), max(past.cycle, 12))
    features = np.stack([level(past, residual, width) for width in widths], axis=1)
    left = np.nan_to_num(past.truth() - usual)
    size = np.maximum(np.abs(features).max(axis=1), usual_size(residual, past.origins))[:, None]
    x = features / size
    y = np.clip(left / size, -BOUND, BOUND)
    every = max(len(past.origins) // REFITS, 1)
    done = np.where(past.done < LEAST, 0, np.maximum(past.done // every * every, LEAST))
    fits = np.unique(done[done > 0])
    if len(fits) == 0:
        return usual
    weights = _ridge(x, y, fits)
    speaks = done > 0
    out = usual.copy()
    out[speaks] += np.einsum("rf,rfh->rh", features[speaks], weights[np.searchsorted(fits, done[speaks])])
    return out


def _ridge(x: Floats, y: Floats, fits: Longs) -> Floats:
    """float64[fits, features, horizon]: the fit to the first `fits` rows, smoothed along the horizon."""
    squares = np.cumsum(x[:, :, None] * x[:, None, :], axis=0)[fits - 1]
    products = np.cumsum(x[:, :, None] * y[:, None, :], axis=0)[fits - 1]
    eye = np.eye(x.shape[1])
    fitted = np.linalg.solve(squares * (1.0 + SHRINK * eye) + 1e-9 * eye, products)
    return smooth(np.asarray(fitted, np.float64), y.shape[1] // 12)


def smooth(x: Floats, half: int) -> Floats:
    """The mean along the last axis over `half` neighbours on either side, as far as there are any."""
    n = x.shape[-1]
    sums = np.concatenate([np.zeros((*x.shape[:-1], 1)), np.cumsum(x, axis=-1)], axis=-1)
    at = np.arange(n)
    lo, hi = np.maximum(at - half, 0), np.minimum(at + half + 1, n)
    out: Floats = (sums[..., hi] - sums[..., lo]) / (hi - lo)
    return out
