"""The forecast of one series: every forecaster backtested on it, the best combined, intervals from what they missed."""

from __future__ import annotations

import numpy as np

from ml.batch.findings import TooLittle
from ml.forecast.autoregression import autoregression
from ml.forecast.base import MOST_HORIZON, MOST_POINTS, Forecast, Forecaster
from ml.forecast.combine import combined
from ml.forecast.intervals import intervals
from ml.forecast.level import levels
from ml.forecast.naive import last_value, seasonal_naive
from ml.forecast.past import DAY_US, past_of, scaled
from ml.forecast.profile import profiles
from ml.forecast.summary import summary
from ml.types import Flags, Floats, Longs

FORECASTERS: tuple[Forecaster, ...] = (seasonal_naive, last_value, levels, profiles, autoregression)
"""The first that says anything is the yardstick."""
FLAT = 1e-12
"""Relative to the largest value: a range below this is rounding, not movement."""
LEAST = 36
"""Values, however short the horizon: with fewer there is nothing to learn how wrong a forecast is."""
HORIZONS = 3
"""Values needed, as a multiple of the horizon."""


def forecast(t: Longs, v: Floats, step: int, horizon: int) -> Forecast | TooLittle:
    """The next `horizon` points of a series; see ml.forecast.base for shapes, units and errors."""
    t, v = _checked(t, v, step, horizon)
    known = np.isfinite(v)
    if (little := _too_little(known, step, horizon)) is not None:
        return little
    ahead = t[-1] + step * np.arange(1, horizon + 1, dtype=np.int64)
    least, most = float(v[known].min()), float(v[known].max())
    if most / 2.0 - least / 2.0 <= FLAT * max(abs(least), abs(most)):
        return _constant(ahead, float(np.median(v[known])))
    y, scale = scaled(v, known)
    past = past_of(y, known, step, horizon)
    guesses = [guess for forecaster in FORECASTERS for guess in forecaster(past)]
    made, weights = combined(past, guesses)
    around = intervals(past, past.truth() - made)
    if around is None:
        return TooLittle("too little history to check a forecast on", int(known.sum()))
    low = 0.0 if least >= 0.0 else -np.inf
    mean, lo80, hi80, lo95, hi95 = (scale.back(made[-1] + more, low) for more in (np.zeros(horizon), *around.ends))
    said = summary(past, guesses, weights, made)
    return Forecast(
        t=ahead, mean=mean, lo80=lo80, hi80=hi80, lo95=lo95, hi95=hi95,
        model=said.model, confidence=said.confidence, season=tuple(p * step for p in said.seasons), mase=said.mase,
        coverage80=around.coverage[0] if around.coverage else None,
        coverage95=around.coverage[1] if around.coverage else None,
    )  # fmt: skip


def _checked(t: Longs, v: Floats, step: int, horizon: int) -> tuple[Longs, Floats]:
    """The newest MOST_POINTS, from the first value on. Raises ValueError where the arguments are not as promised."""
    t, v = np.asarray(t, np.int64), np.asarray(v, np.float64)
    if t.ndim != 1 or t.shape != v.shape:
        raise ValueError("times and values must be two lists of one length")
    if not 1 <= horizon <= MOST_HORIZON:
        raise ValueError(f"the horizon must be 1 to {MOST_HORIZON} points, not {horizon}")
    if step <= 0 or np.any(np.diff(t) != step):
        raise ValueError("times must lie on a regular ascending grid: put rows on one with ml.batch.grid.regular")
    t, v = t[-MOST_POINTS:], v[-MOST_POINTS:]
    first = int(np.argmax(np.isfinite(v))) if len(v) else 0
    return t[first:], v[first:]


def _too_little(known: Flags, step: int, horizon: int) -> TooLittle | None:
    """Why nothing can be said, if so."""
    have, need = int(known.sum()), max(LEAST, HORIZONS * horizon)
    if have < need:
        return TooLittle(f"too little history: {have} values, a forecast of {horizon} needs {need}", have, need)
    recent = max(horizon, DAY_US // step)
    if not known[-recent:].any():
        return TooLittle(f"no value among the newest {recent}: the series seems to have ended", have, need)
    return None


def _constant(ahead: Longs, value: float) -> Forecast:
    """What never moved stays. Where a series has been constant nothing is known of how it moves: no width."""
    a, b, c, d, e = np.full((5, len(ahead)), value)
    return Forecast(ahead, a, b, c, d, e, "constant", 1.0, (), None, 1.0, 1.0)
