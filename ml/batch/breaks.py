"""Where a regression is most likely to break, and how likely such a break is by chance.

For each place k a regressor (a step at k, or a hinge: a slope from k on) is added to the null model, and its
t-statistic Z_k taken with the long-run variance of the noise. The largest |Z_k| is judged as the largest value of a
Gaussian process: for hinges, which change smoothly, by Davies (Biometrika 74, 1987); for steps, where Z_k moves like an
Ornstein-Uhlenbeck process, by James, James & Siegmund (Biometrika 74, 1987). All places at once, in linear time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from scipy import special

from ml.types import Flags, Floats

Kind = Literal["step", "hinge"]


@dataclass(frozen=True, slots=True)
class Break:
    """The best place: `k` is the first point after it, `z` its statistic, `gain` what the sum of squares falls by."""

    k: int
    z: float
    p: float
    gain: float


NONE = Break(0, 0.0, 1.0, 0.0)


def design(n: int, slope: bool) -> Floats:
    """float64[n, 1 or 2]: a constant, and time in [-1, 1]."""
    one = np.ones((n, 1))
    return np.hstack([one, np.linspace(-1.0, 1.0, n)[:, None]]) if slope else one


def residual(y: Floats, ok: Flags, null: Floats) -> tuple[Floats, Floats]:
    """y without its regression on the null model (0 at gaps), and the orthonormal basis of that, 0 at gaps."""
    q, _ = np.linalg.qr(np.where(ok[:, None], null, 0.0))
    x = np.where(ok, y, 0.0)
    return x - q @ (q.T @ x), q


def _tails(x: Floats, kind: Kind) -> Floats:
    """For each k the inner product of x (along axis 0) with the step or hinge at k."""
    sums = np.cumsum(x[::-1], axis=0)[::-1]
    if kind == "step":
        return sums
    # sum over i >= k of (i - k) x_i is the sum of the tails after k.
    twice = np.cumsum(sums[::-1], axis=0)[::-1]
    out: Floats = twice - sums
    return out


def _norms(ok: Flags, q: Floats, kind: Kind) -> tuple[Floats, Floats]:
    """Squared length of each regressor beside the null model, and the correlation of each with the next."""
    there = ok.astype(float)
    inside = _tails(q, kind)
    own, cross = _tails(there, "step"), _tails(there, "step")
    if kind == "hinge":
        at = np.arange(len(there), dtype=float)
        n0, n1, n2 = (_tails(there * at**power, "step") for power in (0, 1, 2))
        own = n2 - 2 * at * n1 + at * at * n0
        cross = n2 - (2 * at + 1) * n1 + at * (at + 1) * n0
    size = own - (inside * inside).sum(1)
    later = np.roll(cross, -1) if kind == "step" else cross
    shared = later - (inside * np.roll(inside, -1, axis=0)).sum(1)
    both = np.sqrt(np.maximum(size * np.roll(size, -1), 1e-300))
    return size, np.clip(shared / both, 1e-9, 1.0)


def strongest(y: Floats, ok: Flags, slope: bool, kind: Kind, lrv: float, freedom: float, edge: int) -> Break:
    """The likeliest break of y (float64[n]), at least `edge` points from both ends, beside a constant (and a slope).

    `lrv`: long-run variance of the noise, known with `freedom` degrees of freedom.
    """
    n = len(y)
    if n < 2 * edge + 2 or lrv <= 0.0:
        return NONE
    rest, q = residual(y, ok, design(n, slope))
    size, alike = _norms(ok, q, kind)
    usable = np.zeros(n, bool)
    usable[edge : n - edge] = True
    usable &= size > 1e-9 * max(float(size.max()), 1e-300)
    if not usable.any():
        return NONE
    gain = np.where(usable, _tails(rest, kind) ** 2 / np.where(usable, size, 1.0), 0.0)
    k = int(np.argmax(gain))
    z = float(np.sqrt(gain[k] / lrv))
    inner = alike[usable & np.roll(usable, -1)]
    return Break(k, z, by_chance(z, inner, kind, freedom), float(gain[k]))


def by_chance(z: float, alike: Floats, kind: Kind, freedom: float) -> float:
    """Chance that the largest |Z_k| reaches z where there is no break. `alike`: correlations of neighbours."""
    c = normal_equivalent(z, freedom)
    if c < 1.5:
        return 1.0
    if kind == "hinge":
        path = float(np.arccos(alike).sum())
        p = 2.0 * special.ndtr(-c) + path / np.pi * np.exp(-c * c / 2)
    else:
        path = float(-np.log(alike).sum())
        p = c * np.exp(-c * c / 2) / np.sqrt(2 * np.pi) * (2 * path * (1 - 1 / c**2) + 4 / c**2)
    return float(min(p, 1.0))


def normal_equivalent(z: float, freedom: float) -> float:
    """The normal deviate that is as rare as Student's z with so many degrees of freedom."""
    tail = float(special.stdtr(freedom, -z))
    return float(-special.ndtri(tail)) if tail > 1e-300 else 37.0
