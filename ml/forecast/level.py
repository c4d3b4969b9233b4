"""Series without a season: a level, and how fast the newest values return to it."""

from __future__ import annotations

import numpy as np

from ml.forecast.base import Guess, Past
from ml.forecast.carry import carried
from ml.forecast.past import level
from ml.types import Floats

FLAT_LINE = "level of a week"
"""The guess that confidence is measured against."""


def levels(past: Past) -> list[Guess]:
    """The median of a cycle, that of a week, and the mean so far carried on from the newest values."""
    flat = [
        Guess(FLAT_LINE, 0, _wide(past, level(past, past.y, past.week))),
        Guess("level of a day", 0, _wide(past, level(past, past.y, max(past.cycle, 12)))),
    ]
    so_far = np.cumsum(past.y) / np.arange(1, len(past.y) + 1)
    rest = np.concatenate([[0.0], past.y[1:] - so_far[:-1]])
    rows = carried(past, _wide(past, so_far[past.origins - 1]), rest)
    return [*flat, Guess("level, carried on", 0, rows)]


def _wide(past: Past, values: Floats) -> Floats:
    out: Floats = np.repeat(values[:, None], past.horizon, axis=1)
    return out
