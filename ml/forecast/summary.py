"""What a forecast says of itself: what made it, how good it was, and which seasons it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ml.batch.season import is_there
from ml.forecast.base import Guess, Past
from ml.forecast.level import FLAT_LINE
from ml.forecast.past import TINY
from ml.types import Floats

USED = 1 / 3
"""Weight from which on a forecast rests on a season."""
NAMED, WORTH_NAMING = 3, 0.05


@dataclass(frozen=True, slots=True)
class Summary:
    """The fields of `Forecast` of these names; `seasons` in points."""

    model: str
    confidence: float
    seasons: tuple[int, ...]
    mase: float | None


def summary(past: Past, guesses: Sequence[Guess], weights: Floats, made: Floats) -> Summary:
    """Of the combination `made` float64[rows, horizon]; `weights` float64[guesses, horizon] are its last row's.

    guesses[0] is the yardstick.
    """
    share = weights.mean(axis=1)
    truth = past.truth()
    flat = next(guess.rows for guess in guesses if guess.name == FLAT_LINE)
    error, naive, of_flat = (_error(truth, rows) for rows in (made, guesses[0].rows, flat))
    return Summary(
        model=_words(guesses, share),
        confidence=max(1.0 - error / of_flat, 0.0) if of_flat > TINY else 0.0,
        seasons=tuple(period for period in past.seasons if _shows(past, period, guesses, share)),
        mase=error / naive if naive > TINY else None,
    )


def _words(guesses: Sequence[Guess], share: Floats) -> str:
    """The weightiest forecasters and their shares."""
    best = np.argsort(-share, kind="stable")[:NAMED]
    return ", ".join(f"{guesses[i].name} {share[i]:.0%}" for i in best if share[i] >= WORTH_NAMING)


def _shows(past: Past, period: int, guesses: Sequence[Guess], share: Floats) -> bool:
    """Whether the series has this season beyond chance, and the forecast rests on it."""
    weight = sum(s for guess, s in zip(guesses, share, strict=True) if guess.season == period)
    return weight >= USED and is_there(past.y, past.known, period)


def _error(truth: Floats, rows: Floats) -> float:
    """Mean absolute error over the backtest, where the truth is known."""
    known = np.isfinite(truth)
    return float(np.abs(rows - truth)[known].mean()) if known.any() else 0.0
