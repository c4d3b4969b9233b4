"""What kind of noise a series has: how much its values go on, and what is left of it once that is taken out.

Autocovariances are pooled over short blocks, each around its own mean, so that level shifts and trends do not look like
memory; the share that the block means take away is given back. Autoregressions come from them by Levinson and Durbin.
"""

from __future__ import annotations

import numpy as np
from scipy import signal, special

from ml.types import Flags, Floats

ORDER = 6
"""Longest autoregression that is tried."""
BLOCK = 168
"""Points of a block, at most; a series has at least four."""
NEAR_UNIT = 0.98
"""The sum of autoregressive coefficients is never taken for more: beyond, the series wanders and has no level."""


def normal_scores(x: Floats) -> Floats:
    """Values replaced by the normal quantiles of their ranks (ties share one): heavy tails and counts become
    harmless."""
    _, inverse, count = np.unique(x, return_inverse=True, return_counts=True)
    middle = np.cumsum(count) - 0.5 * count
    out: Floats = special.ndtri(np.clip(middle / max(len(x), 1), 1e-9, 1 - 1e-9))[inverse]
    return out


def autocovariance(x: Floats, ok: Flags, lags: int = ORDER, block: int = BLOCK) -> Floats:
    """float64[lags + 1] of the deviations from block means; gaps left out."""
    n = len(x)
    size = max(min(block, n // 4), lags + 2)
    count = max(n // size, 1)
    cut = max(n - count * size, 0)
    values, there = x[cut:].reshape(count, -1), ok[cut:].reshape(count, -1).astype(float)
    values = np.where(there > 0, values, 0.0)
    held = np.maximum(there.sum(1, keepdims=True), 1.0)
    values = (values - values.sum(1, keepdims=True) / held) * there
    out = np.empty(lags + 1)
    for lag in range(lags + 1):
        a, b = slice(lag, None), slice(None, values.shape[1] - lag)
        pairs = (there[:, a] * there[:, b]).sum()
        out[lag] = (values[:, a] * values[:, b]).sum() / max(pairs, 1.0)
    return _given_back(out, float(held.mean()))


def _given_back(cov: Floats, size: float) -> Floats:
    """Every lag lost var(block mean) = long-run variance / size: the long-run variance of a first-order fit is used."""
    first = cov.copy()
    for _ in range(3):
        rho = float(np.clip(first[1] / first[0], -0.9, NEAR_UNIT)) if first[0] > 1e-30 else 0.0
        lost = first[0] * (1 + rho) / (1 - rho) / size
        # The mean of a block of strongly tied values varies less than the long run says.
        lost = min(lost, 0.9 * first[0])
        first = cov + lost
    return first


def autoregression(cov: Floats, n: int) -> tuple[Floats, float]:
    """Coefficients of the order that the Bayesian criterion takes, and the variance of the innovations."""
    best, coefficients = (np.inf, np.zeros(0)), np.zeros(0)
    variance = float(cov[0])
    if variance <= 1e-30:
        return coefficients, 0.0
    floor = 1e-6 * variance
    best = (n * np.log(variance), coefficients)
    chosen = variance
    for order in range(1, len(cov)):
        reflection = (cov[order] - coefficients @ cov[order - 1 : 0 : -1]) / variance if order > 1 else cov[1] / cov[0]
        reflection = float(np.clip(reflection, -0.99, 0.999))
        coefficients = np.append(coefficients - reflection * coefficients[::-1], reflection)
        variance = max(variance * (1 - reflection**2), floor)
        score = n * np.log(variance) + order * np.log(max(n, 2))
        if score < best[0]:
            best, chosen = (score, coefficients), variance
    return bounded(best[1]), chosen


def bounded(coefficients: Floats) -> Floats:
    """The coefficients, drawn in where their sum comes near one."""
    total = float(coefficients.sum())
    return coefficients * (NEAR_UNIT / total) if total > NEAR_UNIT else coefficients


def long_run_variance(coefficients: Floats, variance: float) -> float:
    """n times the variance of the mean of n values."""
    return variance / max(1.0 - float(coefficients.sum()), 1.0 - NEAR_UNIT) ** 2


def whitened(x: Floats, coefficients: Floats) -> Floats:
    """Innovations: each value less what the values before led to; the first few start from nothing."""
    out: Floats = signal.lfilter(np.concatenate([[1.0], -coefficients]), [1.0], x)
    return out


def independent(n: int, coefficients: Floats) -> float:
    """How many independent values tell as much about the mean as these n."""
    gain = 1.0 - float(coefficients.sum())
    own = max(1.0 - float((coefficients**2).sum()), 0.02)
    return float(n * min(gain**2 / own, 1.0))
