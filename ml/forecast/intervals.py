"""Intervals by what earlier forecasts missed: rolling conformal prediction, no shape of errors assumed.

The errors of backtest rows, divided by the usual error at their time of day, are pooled over neighbouring hours of the
horizon; the interval's ends are their quantiles, lower and upper each by itself (skewed errors), old errors counting
less. Overlapping rows are not independent: what one horizon brought (or a quarter of a day, where that is longer)
is one observation. Quantiles of so few are too narrow; they are widened as Student's t is wider than the normal one.
Vovk, Gammerman & Shafer (2005); Barber, Candès, Ramdas & Tibshirani, "Conformal prediction beyond exchangeability"
(Annals of Statistics 51, 2023). What such intervals held along the backtest then widens or narrows the next ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from scipy import special

from ml.forecast.base import Past
from ml.forecast.past import TINY
from ml.types import Floats, Longs

PROBABILITIES = np.array([0.1, 0.9, 0.025, 0.975])
"""Of the ends lo80, hi80, lo95, hi95."""
HALF_LIFE_WEEKS = 4
DAILY = 0.6
"""How much of the difference between times of day is believed."""
PARTS = 12
"""Pieces of the horizon that quantiles are taken for."""
LEAST = 3
"""Rows that the combination has learned from before its errors are typical."""
MOST_BEYOND = 10.0
MOST_FACTOR = 2.0
TRUST = 10.0
"""Observations at which what earlier intervals held counts half."""
NEWEST, FAR = 3, 1.5
"""So many values, all so many times as far out as the 95 % interval: the series has left its usual state."""
CHECKS = 5
"""How often, along the backtest, intervals are made to see what they hold."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """`spread` float64[4, horizon]: lo80, hi80, lo95, hi95 as multiples of `usual` float64[cycle], by time of day."""

    spread: Floats
    usual: Floats

    def ends(self, past: Past, rows: Longs) -> Floats:
        """float64[4, rows, horizon] to add to these rows: lo95 <= lo80 <= 0 <= hi80 <= hi95."""
        phase = past.origins[rows][:, None] + np.arange(past.horizon)
        out: Floats = self.spread[:, None, :] * self.usual[phase % past.cycle]
        return out


def calibrated(past: Past, missed: Floats, row: int) -> Calibration | None:
    """From the errors of rows that had come to pass when `row` was made; None where there is none.

    `missed` float64[rows, horizon]: truth less combination, NaN where not known.
    """
    done = past.done
    stop = int(done[row])
    start = int(np.searchsorted(done, LEAST))
    start = start if stop - start >= LEAST else 0
    errors = missed[start:stop]
    if not np.any(np.isfinite(errors)):
        return None
    phase = (past.origins[start:stop, None] + np.arange(past.horizon)) % past.cycle
    usual = _usual(past.cycle, errors, phase)
    age = (past.origins[row] - past.origins[start:stop]) / past.week
    seen = (int(past.origins[stop - 1]) + past.horizon - int(past.origins[start])) / _stretch(past)
    spread = _wider(_quantiles(errors / usual[phase], 0.5 ** (age / HALF_LIFE_WEEKS)), seen)
    lo80, hi80 = np.minimum(spread[0], 0.0), np.maximum(spread[1], 0.0)
    return Calibration(np.stack([lo80, hi80, np.minimum(spread[2], lo80), np.maximum(spread[3], hi80)]), usual)


def _stretch(past: Past) -> int:
    """Points whose errors count as one observation: the horizon, or a quarter of a day where that is longer."""
    day = past.cycle if past.seasons else max(past.week // 7, 1)
    return max(day // 4, past.horizon)


def _usual(cycle: int, errors: Floats, phase: Longs) -> Floats:
    """float64[cycle] above 0: the mean absolute error at each time of day, drawn towards that of all times."""
    size = np.abs(errors)
    ok = np.isfinite(size)
    size = np.where(ok, np.minimum(size, np.quantile(size[ok], 0.98)), 0.0)
    overall = float(size.sum() / ok.sum())
    if overall <= 0.0 or cycle == 1:
        return np.ones(cycle)
    total = np.bincount(phase.ravel(), size.ravel(), cycle)
    count = np.bincount(phase.ravel(), ok.ravel(), cycle)
    half = max(cycle // 24, 1)
    around = np.arange(cycle)[:, None] + np.arange(-half, half + 1)
    total, count = total[around % cycle].sum(axis=1), count[around % cycle].sum(axis=1)
    daily = np.where(count > 0, total / np.maximum(count, 1), overall)
    out: Floats = DAILY * daily + (1.0 - DAILY) * overall
    return out


def _quantiles(ratio: Floats, weights: Floats) -> Floats:
    """float64[5, horizon]: the ends and the median of errors around each point of the horizon."""
    horizon = ratio.shape[1]
    half, part = max(horizon // 6, 1), max(horizon // PARTS, 1)
    out = np.empty((5, horizon))
    wanted = np.append(PROBABILITIES, 0.5)
    last = np.zeros(5)
    for start in range(0, horizon, part):
        piece = ratio[:, max(start - half, 0) : min(start + part + half, horizon)]
        ok = np.isfinite(piece)
        if ok.any():
            last = _weighted(piece[ok], np.broadcast_to(weights[:, None], piece.shape)[ok], wanted)
        out[:, start : start + part] = last[:, None]
    return out


def _weighted(x: Floats, weights: Floats, wanted: Floats) -> Floats:
    """Quantiles of x, its values counting by their weights."""
    order = np.argsort(x)
    sums = np.cumsum(weights[order])
    out: Floats = np.interp(wanted, (sums - 0.5 * weights[order]) / sums[-1], x[order])
    return out


def _wider(quantiles: Floats, seen: float) -> Floats:
    """The ends float64[4, horizon], as far from the median as t with so many degrees of freedom has them."""
    factor = special.stdtrit(max(seen, 2.0), PROBABILITIES) / special.ndtri(PROBABILITIES)
    out: Floats = quantiles[4] + (quantiles[:4] - quantiles[4]) * factor[:, None]
    return out


@dataclass(frozen=True, slots=True)
class Intervals:
    """`ends` float64[4, horizon] to add to the forecast; `coverage`: shares of backtest points inside the like."""

    ends: Floats
    coverage: tuple[float, float] | None


def intervals(past: Past, missed: Floats) -> Intervals | None:
    """Those of the last row, and what such intervals, each made from earlier errors only, held along the backtest.

    Where they held too little or too much in the past, later ones are made wider or narrower. None where there is
    nothing to calibrate by. `missed` float64[rows, horizon]: truth less combination, NaN where not known.
    """
    last = len(past.origins) - 1
    beyond = np.full((2, *missed.shape), np.nan)
    inside = np.full((2, *missed.shape), np.nan)
    for start, stop in _stretches(int(np.searchsorted(past.done, 2 * LEAST)), last):
        ends = _ends(past, missed, beyond, start, np.arange(start, stop))
        if ends is not None:
            raw, adjusted = ends
            beyond[:, start:stop] = _beyond(missed[start:stop], raw)
            here = _beyond(missed[start:stop], adjusted)
            inside[:, start:stop] = np.where(np.isnan(here), np.nan, here <= 1.0)
    ends = _ends(past, missed, beyond, last, np.array([last]))
    if ends is None:
        return None
    judged = np.isfinite(inside[0])
    coverage = (float(inside[0][judged].mean()), float(inside[1][judged].mean())) if judged.any() else None
    away = _departure(missed, ends[0])
    room = np.array([-TINY, TINY, min(away, 0.0) - TINY, max(away, 0.0) + TINY])[:, None]
    return Intervals(ends[1][:, 0] + room, coverage)


def _departure(missed: Floats, ends: Floats) -> float:
    """How far the newest values lie from what was expected of them, where all of them lie far outside; else 0.

    Nobody knows yet whether such a state stays or passes, so the 95 % interval reaches from the one to the other.
    """
    newest, ends = missed[-2, -NEWEST:], ends[:, 0, -NEWEST:]
    far = (newest < FAR * ends[2] - TINY) if newest[0] < 0.0 else (newest > FAR * ends[3] + TINY)
    return float(np.median(newest)) if len(newest) == NEWEST and far.all() else 0.0


def _ends(past: Past, missed: Floats, beyond: Floats, row: int, rows: Longs) -> tuple[Floats, Floats] | None:
    """float64[4, rows, horizon] as known when `row` was made: as calibrated, and adjusted by what earlier ones held."""
    calibration = calibrated(past, missed, row)
    if calibration is None:
        return None
    raw = calibration.ends(past, rows)
    f80, f95 = (_factor(past, beyond[i, : past.done[row]], p) for i, p in enumerate((0.8, 0.95)))
    adjusted = raw * np.array([f80, f80, f95, f95])[:, None, None]
    adjusted[2], adjusted[3] = np.minimum(adjusted[2], adjusted[0]), np.maximum(adjusted[3], adjusted[1])
    return raw, adjusted


def _beyond(missed: Floats, ends: Floats) -> Floats:
    """float64[2, rows, horizon]: errors as multiples of the ends of the 80 % and the 95 % interval; NaN stays."""
    out = []
    for i in (0, 2):
        end = np.where(missed < 0.0, -ends[i], ends[i + 1])
        out.append(np.minimum((np.abs(missed) - TINY) / (end + TINY), MOST_BEYOND))
    return np.stack(out)


def _factor(past: Past, beyond: Floats, share: float) -> float:
    """By what to widen so that this share would have been held; nearer to 1 the less has been seen."""
    known = beyond[np.isfinite(beyond)]
    if len(known) == 0:
        return 1.0
    rows = np.flatnonzero(np.isfinite(beyond).any(axis=1))
    seen = (int(past.origins[rows[-1]]) + past.horizon - int(past.origins[rows[0]])) / _stretch(past)
    factor = float(np.clip(np.quantile(known, share), 1.0 / MOST_FACTOR, MOST_FACTOR))
    return float(factor ** (seen / (seen + TRUST)))


def _stretches(first: int, rows: int) -> list[tuple[int, int]]:
    """The rows from `first` on in CHECKS pieces, each judged by what was known at its first."""
    if first >= rows:
        return []
    cuts = np.unique(np.linspace(first, rows, CHECKS + 1).astype(int))
    return [(int(a), int(b)) for a, b in pairwise(cuts)]
