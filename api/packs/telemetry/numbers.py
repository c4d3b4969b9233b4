"""Small statistics on aligned buckets, in numpy alone: the API loads no numeric libraries. NaN stands for nothing."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from db.records import Values

LEAST = 4
"""Common buckets below which no correlation is told."""
MOST_LAGS = 100
MAD = 1.4826
"""Turns the median absolute deviation of normal values into their standard deviation."""


@dataclass(frozen=True, slots=True)
class Pair:
    """How two series move together. `n`: common buckets; `effective`: independent ones that they are worth; `p` is
    two-sided."""

    r: float | None
    n: int
    effective: float | None
    p: float | None


def correlation(x: Values, y: Values, *, ranks: bool = False) -> Pair:
    """Pearson's r over buckets that both have, or Spearman's with `ranks`.

    Series remember: neighbouring buckets are no independent evidence. So p is Student's t with the effective number of
    buckets, n / (1 + 2 sum (1 - k/n) rx(k) ry(k)) over lags k up to n/4 (Bartlett 1946), never more than n.
    """
    both = ~np.isnan(x) & ~np.isnan(y)
    n = int(both.sum())
    if n < LEAST:
        return Pair(None, n, None, None)
    a, b = x[both], y[both]
    if ranks:
        a, b = rank(a), rank(b)
    a, b = a - a.mean(), b - b.mean()
    size = math.sqrt(float((a * a).sum()) * float((b * b).sum()))
    if not size > 1e-12 * max(1.0, float(np.abs(x[both]).max() * np.abs(y[both]).max())):
        return Pair(None, n, None, None)
    r = min(1.0, max(-1.0, float((a * b).sum()) / size))
    effective = _effective(a, b)
    return Pair(r, n, effective, student(r, effective))


def rank(v: Values) -> Values:
    """Ranks from 1; ties share their mean rank."""
    _, where, counts = np.unique(v, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    out: Values = (last - (counts - 1) / 2.0)[where]
    return out


def _effective(a: Values, b: Values) -> float:
    n = len(a)
    lags = np.arange(1, min(n // 4, MOST_LAGS) + 1)
    memory = sum((1 - k / n) * _memory(a, int(k)) * _memory(b, int(k)) for k in lags)
    return float(min(n, max(3.0, n / max(1.0 + 2.0 * memory, 1e-9))))


def _memory(a: Values, lag: int) -> float:
    return float((a[lag:] * a[:-lag]).sum() / (a * a).sum())


def student(r: float, n: float) -> float:
    """Two-sided p of a correlation r of n independent pairs: that of Student's t with n - 2 degrees of freedom."""
    if abs(r) >= 1.0:
        return 0.0
    return incomplete_beta((n - 2) / 2, 0.5, 1 - r * r)


def incomplete_beta(a: float, b: float, x: float) -> float:
    """The regularised incomplete beta function, by its continued fraction (Lentz 1976)."""
    if x <= 0.0 or x >= 1.0:
        return float(x >= 1.0)
    if x > (a + 1) / (a + b + 2):
        return 1.0 - incomplete_beta(b, a, 1.0 - x)
    front = math.exp(
        math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    ) / a  # fmt: skip
    tiny = 1e-300
    c, d = 1.0, 1.0 / (1.0 - (a + b) * x / (a + 1) or tiny)
    f = d
    for m in range(1, 500):
        for top in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1.0 / (1.0 + top * d or tiny)
            c = 1.0 + top / c or tiny
            f *= c * d
        if abs(c * d - 1.0) < 1e-15:
            break
    return front * f


def false_discovery(p: list[float]) -> list[float]:
    """The q of each p: the share of false ones among all with this p or less (Benjamini & Hochberg 1995)."""
    if not p:
        return []
    values = np.array(p)
    order = np.argsort(values)
    raised = values[order] * len(p) / np.arange(1, len(p) + 1)
    out = np.empty(len(p))
    out[order] = np.minimum(np.minimum.accumulate(raised[::-1])[::-1], 1.0)
    return [float(q) for q in out]


@dataclass(frozen=True, slots=True)
class Standing:
    """A value among its peers, itself left out. `z`: distance from their median in robust spreads; `rank`: percent of
    peers below it, ties by half. None: no value, fewer than two peers, or (z) peers that are all alike."""

    peers: int
    median: float | None
    z: float | None
    rank: float | None
    band: tuple[float | None, float | None, float | None, float | None]
    """10th, 25th, 75th and 90th percentile of the peers."""


def standing(value: float, peers: Values) -> Standing:
    """Where a value stands among its peers."""
    there = peers[~np.isnan(peers)]
    if len(there) < 2:
        return Standing(len(there), float(there[0]) if len(there) else None, None, None, (None,) * 4)
    median = float(np.median(there))
    low, lower, upper, high = (float(q) for q in np.percentile(there, (10, 25, 75, 90)))
    if math.isnan(value):
        return Standing(len(there), median, None, None, (low, lower, upper, high))
    spread = MAD * float(np.median(np.abs(there - median)))
    z = (value - median) / spread if spread > 0 else (0.0 if value == median else None)
    below = 100.0 * float((there < value).sum() + 0.5 * (there == value).sum()) / len(there)
    return Standing(len(there), median, z, below, (low, lower, upper, high))
