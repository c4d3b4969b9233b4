"""How much leaves vary where nothing happens: a function of their size, each leaf's own spread drawn towards it.

The variance of counts and amounts grows with a power of their level (Taylor 1961, "Aggregation, variance and the
mean"): var = a level^p. A few windows tell little of one leaf, but much of all, so that a leaf's own variance is
moderated: (PRIOR_DF fitted + df own) / (PRIOR_DF + df) (Smyth 2004).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ml.types import Floats, Longs

Matrix = NDArray[np.float64]

PRIOR_DF = 4.0
BINS, LEAST_BIN = 8, 6
LOW, HIGH = 0.0, 2.0
"""Exponents: from a spread that all have in common, to one in proportion to the level."""
HALF = 0.45
"""Part of the leaves that is taken for untouched when nothing else tells the spread."""
NORMAL_HALF = 1.1955
"""Length of the shortest interval that holds this part of a standard normal distribution."""


def by_level(level: Floats, variance: Floats) -> Floats:
    """Levels and observed variances float64[n], NaN unknown -> fitted variance of each level, positive; NaN if nothing
    is known of any."""
    size, floor = _sizes(level)
    ok = np.isfinite(variance) & (variance > 0) & (np.abs(level) > 0)
    if not ok.any():
        known = variance[np.isfinite(variance) & (variance > 0)]
        return np.full(len(level), float(known.mean()) if len(known) else np.nan)
    parts = _alike(size[ok], int(ok.sum()) // LEAST_BIN)
    at = np.array([np.log(np.median(size[ok][part])) for part in parts])
    log_var = np.array([np.log(np.mean(variance[ok][part])) for part in parts])
    power = 1.0 if len(parts) < 3 or np.ptp(at) < 0.5 else float(np.clip(np.polyfit(at, log_var, 1)[0], LOW, HIGH))
    fitted: Floats = np.exp(np.median(log_var - power * at) + power * np.log(np.maximum(size, floor)))
    return fitted


def _sizes(level: Floats) -> tuple[Floats, float]:
    """Absolute levels, none below the smallest that are usual."""
    size = np.abs(level)
    positive = size[size > 0]
    floor = float(np.quantile(positive, 0.05)) if len(positive) else 1.0
    return np.maximum(size, floor), floor


def _alike(size: Floats, parts: int) -> list[Longs]:
    """Indices of leaves of like size, in up to `parts` and BINS parts; equal ones are together."""
    number = max(1, min(BINS, parts))
    edges = np.quantile(size, np.arange(1, number) / number)
    bins = np.searchsorted(edges, size, side="right")
    return [np.flatnonzero(bins == b).astype(np.int64) for b in np.unique(bins)]


def moderated(own: Floats, fitted: Floats, df: float | Floats) -> Floats:
    """Own variances of `df` degrees of freedom, drawn towards the fitted; NaN where neither is known."""
    both = (PRIOR_DF * fitted + df * own) / (PRIOR_DF + df)
    out: Floats = np.where(np.isfinite(own), np.where(np.isfinite(fitted), both, own), fitted)
    return out


def of_usual_window(level: Floats, squares: Matrix) -> Floats:
    """Squared deviations float64[n, windows] -> of leaves of like size the mean square in the median window: one bad
    window does not widen it, and small counts, whose own medians are 0, do not narrow it."""
    out = np.zeros(len(level))
    for part in _alike(np.abs(level), len(level) // LEAST_BIN):
        out[part] = np.median(squares[part].mean(axis=0))
    return out


def of_windows(level: Floats, own: Floats, windows: int) -> Floats:
    """Variances of leaves that were seen in some windows, from their mean levels and variances there.

    The quantum q, what comes at once, is variance / level of small leaves. A leaf that sent little may well have been
    meant to send q / windows more; and the variance of few quanta tells little (its kurtosis is q / level).
    """
    fitted = by_level(level, own)
    size = np.abs(level)
    small = (size > 0) & (size <= np.median(size[size > 0])) if (size > 0).any() else np.zeros(len(size), dtype=bool)
    known = small & np.isfinite(fitted)
    if not known.any():
        return moderated(own, fitted, windows - 1.0)
    quantum = float(np.median(fitted[known] / size[known]))
    likely = size + quantum / windows
    fitted = np.maximum(fitted, np.interp(likely, *_curve(size, fitted)))
    return moderated(own, fitted, (windows - 1.0) / (1.0 + quantum / (2.0 * likely)))


def _curve(size: Floats, fitted: Floats) -> tuple[Floats, Floats]:
    order = np.argsort(size, kind="stable")
    return size[order], fitted[order]


def shortest_half(x: Floats) -> float:
    """Standard deviation told by the densest part of the values (Rousseeuw & Leroy 1988); blind to those far off."""
    held = max(2, int(np.ceil(HALF * len(x))))
    if len(x) < 2:
        return 0.0
    ordered = np.sort(x)
    return float(np.min(ordered[held - 1 :] - ordered[: len(x) - held + 1])) / NORMAL_HALF


def across(level: Floats, off: Floats) -> Floats:
    """Variances where no history tells them: from how leaves of like size are off, most of them taken as untouched.

    level, off float64[n] -> float64[n], NaN where fewer than LEAST_BIN leaves have a level.
    """
    ok = np.abs(level) > 0
    if ok.sum() < LEAST_BIN:
        return np.full(len(level), np.nan)
    common = float(np.median(off[ok] / level[ok]))
    variance = np.full(len(level), np.nan)
    for within in _alike(np.abs(level[ok]), int(ok.sum()) // (4 * LEAST_BIN)):
        part = np.flatnonzero(ok)[within]
        least = min(shortest_half(off[part]), shortest_half(off[part] - common * level[part]))
        variance[part] = least**2
    return by_level(level, variance)
