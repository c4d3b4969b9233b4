"""How rare a standardised residual is: the tail of z, calibrated online, each side for itself (peaks over threshold).

For each side: a threshold u that about Q = 5 % of points exceed (stochastic quantile tracking, Robbins & Monro
1951), the share q of points really beyond it, and of the excesses y = |z| - u the means of y and of sqrt(y). A
generalised Pareto tail (Pickands 1975; for streams Siffer et al., KDD 2017) is fitted by these two fractional
moments: with rho = E[sqrt y]^2 / E[y], which is pi/4 for an exponential tail and falls as the tail gets heavier,

    xi = 5 d / (1 + 4 d),   d = pi/4 - rho      (fitted to the exact relation, which needs gamma functions)
    p  = q (1 + xi y / sigma)^(-1 / xi),   sigma = (1 - xi) E[y]

xi is shrunk towards PRIOR by the number N of excesses seen, and 1 / N is added, which is the exact predictive tail
of an exponential law with N observations: little evidence never claims great rarity. Excesses are winsorised at CLIP
times their mean, so that one anomaly does not make the next one look usual.

What keeps coming back is a habit, not an anomaly: excesses beyond the winsor point are counted too (a run of them
once), forgetting over HABIT points. From the fourth on, one of a size like those before (at most e times their
geometric mean) cannot be rarer than (count - 3) / points.
"""

from __future__ import annotations

import math

import numpy as np
from numba import njit

from ml.state import State
from ml.types import Floats, Longs, Rows

Q = 0.05
PRIOR = 0.15  # slightly heavier than exponential, as most machine data is
LEAST = 0.01  # lighter than exponential is never believed
PRIOR_N = 10.0  # excesses that the prior is worth
CLIP = 7.0  # ln(MEMORY): about the largest of so many exponential excesses
MEMORY = 1000.0  # excesses remembered: some 20,000 points
HABIT = 5000.0  # points over which outliers are remembered as a habit
SPAN = 5000.0  # points over which the share beyond the threshold is counted
U, SHARE, SEEN, MEAN, ROOT, WILD, SIZE, RUN = range(8)
FRESH = np.array([1.65, Q, PRIOR_N, 0.45, 0.575, 0.0, 0.0, 0.0])  # the upper 5 % of a normal law, with xi = PRIOR


@njit(cache=True, nogil=True)
def shape(mean: float, root: float, seen: float) -> float:
    """Shape xi of the generalised Pareto tail from E[y], E[sqrt y] and the number of excesses."""
    d = 0.7853981633974483 - root * root / mean
    xi = 5.0 * d / (1.0 + 4.0 * d)
    xi = (xi * seen + PRIOR * 20.0) / (seen + 20.0)
    return float(min(max(xi, LEAST) + 1.0 / seen, 0.9))


@njit(cache=True, nogil=True)
def rarity(side: Floats, size: float, n: float) -> float:
    """P(at least `size` spreads out on this side), in (0, 1], after n points."""
    u, q = side[U], side[SHARE]
    if size <= u:
        return float(q + (1.0 - q) * (1.0 - size / u))
    xi = shape(side[MEAN], side[ROOT], side[SEEN])
    sigma = (1.0 - xi) * side[MEAN]
    p = max(q * math.pow(1.0 + xi * (size - u) / sigma, -1.0 / xi), 1e-15)
    if side[WILD] > 3.0 and math.log(size - u) <= side[SIZE] + 1.0:
        p = max(p, min((side[WILD] - 3.0) / min(n, HABIT), 1.0))
    return float(p)


@njit(cache=True, nogil=True)
def learn(side: Floats, size: float, n: float) -> None:
    """Learn from one point; size < 0 is a point on the other side."""
    beyond = size > side[U]
    side[WILD] *= 1.0 - 1.0 / HABIT
    wild = beyond and size - side[U] > CLIP * side[MEAN]
    if wild and side[RUN] == 0.0:
        side[WILD] += 1.0
        side[SIZE] += (math.log(size - side[U]) - side[SIZE]) / side[WILD]
    side[RUN] = 1.0 if wild else 0.0
    if beyond:
        y = min(size - side[U], CLIP * side[MEAN])
        gain = 1.0 / (side[SEEN] + 1.0)
        side[MEAN] = max(side[MEAN] + gain * (y - side[MEAN]), 1e-9)
        side[ROOT] += gain * (math.sqrt(y) - side[ROOT])
        side[SEEN] = min(side[SEEN] + 1.0, MEMORY)
    hit = 1.0 if beyond else 0.0
    side[SHARE] += (hit - side[SHARE]) / min(n + 100.0, SPAN)
    side[U] = max(side[U] + (hit - Q) * max(5.0 / (n + 50.0), 0.01), 0.25)


@njit(cache=True, nogil=True)
def kernel(row: Rows, z: Floats, n: Longs, up: Floats, down: Floats, p: Floats, above: Floats, below: Floats) -> None:
    """p of each z, and the usual range of z (-below to above), from before the point; then learn."""
    for i in range(len(row)):
        high, low = up[row[i]], down[row[i]]
        above[i], below[i] = high[U], low[U]
        p[i] = rarity(high, z[i], n[i]) if z[i] >= 0.0 else rarity(low, -z[i], n[i])
        learn(high, z[i], n[i])
        learn(low, -z[i], n[i])


def tail_state(version: int) -> State:
    """Empty tails: 2 x 8 numbers a row."""
    return State(version, {"up": FRESH, "down": FRESH})
