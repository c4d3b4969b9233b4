"""One forecast of many: each weighed, hour by hour of the horizon, by how well it did lately.

The weight of a guess falls with a power of its mean absolute error over the rows that had come to pass, old rows
forgotten; guesses far behind the best have none. Errors far beyond the yardstick's usual ones count as so far: an
incident that nobody could foresee says nothing of who foresees best. Combinations of forecasts beat choosing one
(Bates & Granger, Operational Research Quarterly 20, 1969; Makridakis et al., M4, IJF 36, 2020).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ml.forecast.base import Guess, Past
from ml.forecast.carry import smooth
from ml.forecast.past import TINY, usual_size
from ml.types import Floats

POWER = 12.0
BEHIND = 1.3
"""Errors above this multiple of the best one's: no weight."""
FAR = 6.0


def combined(past: Past, guesses: Sequence[Guess]) -> tuple[Floats, Floats]:
    """(the combination float64[rows, horizon], weights float64[guesses, horizon] of the last row).

    guesses[0] is the yardstick. Each row is made without what came after its origin.
    """
    rows = np.stack([guess.rows for guess in guesses])
    weights = _weights(past, rows)
    return (weights * rows).sum(axis=0), weights[:, -1]


def _weights(past: Past, rows: Floats) -> Floats:
    """float64[guesses, rows, horizon] that sum to 1 over guesses; equal before any row has come to pass."""
    errors = np.nan_to_num(np.abs(rows - past.truth()))
    cap = FAR * usual_size(errors[0].mean(axis=1), np.arange(1, errors.shape[1] + 1))
    errors = np.minimum(errors, cap[:, None])
    half_life = max(past.week, 2 * past.horizon)
    stride = int(past.origins[1] - past.origins[0]) if len(past.origins) > 2 else 1
    losses = _forgetting(smooth(errors, past.horizon // 8), 0.5 ** (stride / half_life))
    done = past.done
    losses = losses[:, np.maximum(done - 1, 0)]
    behind = (losses + TINY) / (losses.min(axis=0) + TINY)
    weights = np.where(behind <= BEHIND, behind, np.inf) ** -POWER
    weights[:, done == 0] = 1.0
    out: Floats = weights / weights.sum(axis=0)
    return out


def _forgetting(x: Floats, keep: float) -> Floats:
    """Sums along the rows, those before kept by the factor `keep` a row."""
    out = np.empty_like(x)
    total = np.zeros_like(x[:, 0])
    for row in range(x.shape[1]):
        total = total * keep + x[:, row]
        out[:, row] = total
    return out
