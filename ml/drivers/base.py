"""What would have been expected: from the same hours of earlier weeks, with spreads."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ml.drivers import noise
from ml.drivers.noise import Matrix
from ml.types import Floats

FAR = 3.0
"""Spreads from the median at which a window's value is cut: one bad week does not become the expectation."""


@dataclass(frozen=True, slots=True)
class Base:
    """Expected values of n leaves. `sd` float64[n]: their standard deviation around `expected`, for one new window;
    None: not known, told from how leaves of like size are off. `windows`: how many it was made of (0: not said).
    `residuals` float64[n, windows]: what these windows were off; None: not known."""

    expected: Floats
    sd: Floats | None = None
    windows: int = 0
    residuals: Matrix | None = None


@dataclass(frozen=True, slots=True)
class RatioBase:
    """Of n leaves: expected numerator and denominator, both additive. `rate` float64[n]: what a numerator has for each
    unit of its denominator; None: as expected. `noise` float64[n]: the variance of a numerator, given its denominator,
    for each unit of that; None: not known. `doubt` float64[n]: the variance of what is known of `rate`."""

    numerator: Floats
    denominator: Base
    rate: Floats | None = None
    noise: Floats | None = None
    doubt: Floats | None = None
    residuals: Matrix | None = None

    def given(self, denominator: Floats) -> Base:
        """What numerators are expected to be where the denominators are these."""
        rate = raw_rate(self.numerator, self.denominator.expected)[0] if self.rate is None else self.rate
        expected, windows = rate * denominator, self.denominator.windows
        if self.noise is None:
            return Base(expected, None, windows, self.residuals)
        variance = self.noise * denominator + (0.0 if self.doubt is None else self.doubt) * denominator**2
        return Base(expected, np.sqrt(variance), windows, self.residuals)


def raw_rate(numerator: Floats, denominator: Floats) -> tuple[Floats, float]:
    """Ratio of each leaf, that of all where a leaf has no denominator; and that of all."""
    overall = float(numerator.sum() / denominator.sum())
    has = denominator > 0
    return np.where(has, numerator / np.where(has, denominator, 1.0), overall), overall


def seasonal(history: Matrix) -> Base:
    """Sums float64[leaves, windows], such as the same hours of earlier weeks -> what a new window should have.

    NaN: a leaf that sent nothing counts as zero, a window in which no leaf sent anything as not observed. Expected is
    the mean of values cut at FAR spreads around the median, for a median of few counts is too low; the variance is
    moderated over leaves and holds what the mean itself may be off (1 + 1 / windows). Raises ValueError where nothing
    was observed: there is no expectation then.
    """
    x = _observed(history)
    windows = x.shape[1]
    if windows == 1:
        return Base(x[:, 0].copy(), None, 1)
    middle = np.median(x, axis=1)
    usual = np.median(np.abs(x - middle[:, None]), axis=1) * 1.4826
    level = np.mean(x, axis=1)
    pooled = np.sqrt(np.nan_to_num(noise.by_level(level, noise.of_usual_window(level, (x - middle[:, None]) ** 2))))
    reach = FAR * np.maximum(usual, pooled)[:, None]
    cut = np.clip(x, middle[:, None] - reach, middle[:, None] + reach)
    expected = cut.mean(axis=1)
    own = cut.var(axis=1, ddof=1)
    variance = noise.of_windows(expected, own, windows)
    return Base(expected, np.sqrt(variance * (1 + 1 / windows)), windows, x - expected[:, None])


def seasonal_ratio(numerator: Matrix, denominator: Matrix) -> RatioBase:
    """Both float64[leaves, windows] as in `seasonal` -> expected ratio, volume and noise of each leaf.

    The noise of a leaf is the mean of (n - rate m)^2 / m over windows, moderated. Its rate is drawn to that of all the
    more, the less was seen of it: Z sum(n) / sum(m) + (1 - Z) overall, Z = sum(m) / (sum(m) + noise / tau^2), where
    tau^2 is the variance between rates (Buhlmann & Straub 1970, credibility). Raises ValueError for shapes that differ.
    """
    if numerator.shape != denominator.shape:
        raise ValueError(
            f"numerators {numerator.shape}, denominators {denominator.shape}: give the same leaves, windows"
        )
    seen = (np.nan_to_num(denominator) != 0).any(axis=0)
    n, m = np.nan_to_num(numerator[:, seen]), np.nan_to_num(denominator[:, seen])
    volume = seasonal(m)
    total, windows = m.sum(axis=1), m.shape[1]
    raw, overall = raw_rate(n.sum(axis=1), total)
    if windows == 1:
        return RatioBase(raw * volume.expected, volume)
    used = np.maximum((m > 0).sum(axis=1) - 1, 0)
    squares = np.sum((n - raw[:, None] * m) ** 2 / np.where(m > 0, m, 1.0), axis=1, where=m > 0)
    pooled = float(squares.sum()) / max(float(used.sum()), 1.0)
    between = np.sum(total * (raw - overall) ** 2) - max(int((total > 0).sum()) - 1, 0) * pooled
    tau2 = max(float(between / (total.sum() - np.sum(total**2) / total.sum() or 1.0)), 0.0)
    trust = total * tau2 / (total * tau2 + pooled) if pooled > 0 else np.ones(len(total))
    rate = trust * raw + (1.0 - trust) * overall
    own = np.where(used > 0, squares / np.maximum(used, 1), np.nan)
    unit = noise.moderated(own, noise.by_level(rate, own), used * trust)
    return RatioBase(raw * volume.expected, volume, rate, unit, (1.0 - trust) * tau2, n - rate[:, None] * m)


def _observed(history: Matrix) -> Matrix:
    """The windows in which anything was sent, nothing as zero."""
    if history.ndim != 2:
        raise ValueError("give a matrix of leaves and windows")
    seen = np.isfinite(history) & (history != 0)
    x = np.nan_to_num(history[:, seen.any(axis=0)], posinf=0.0, neginf=0.0)
    if not x.size:
        raise ValueError("no window has any value; give windows in which something was sent")
    return x
