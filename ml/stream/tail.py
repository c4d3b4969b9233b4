"""How rare a standardised residual is: the tail of z, calibrated online, each side for itself (peaks over threshold).

For each side: a threshold u that about Q = 5 % of points exceed (stochastic quantile tracking, Robbins & Monro 1951)
and the share q of points really beyond it. Of the excesses y = |z| - u five families of tails are kept at once, from
lighter than exponential (x^1.75 has an exponential tail: a normal law, nearly) through exponential to generalised
Pareto laws (Pickands 1975; for streams Siffer et al., KDD 2017) of shape 0.2, 0.4 and 0.8:

    p = q sum_k w_k (1 + H_k(y) / N)^-N + (TRUST / n)^2,     H_k: minus the log of family k's share beyond y

The weights w_k are those of a Bayesian average by prequential likelihood (Dawid 1984); (1 + H / N)^-N is the predictive
tail of an exponential law whose scale was learned from N excesses. TRUST: after n points nothing is called much
rarer than so few can show. Scales follow their likelihood equations, whose influence is bounded, and one excess says at
most CAP nats for one family against another; of a run of far excesses the first alone is learned. So one anomaly does
not make the next look usual, while a tail that is heavy in its bulk is soon known to be so.
"""

from __future__ import annotations

import math

import numpy as np
from numba import njit
from numpy.typing import NDArray

from ml.state import State
from ml.types import Floats, Longs, Rows

Singles = NDArray[np.float32]

Q = 0.05
MEMORY = 1000.0  # excesses remembered: some 20,000 points
SPAN = 5000.0  # points over which the share beyond the threshold is counted
TRUST = 25.0
CAP = 1.5
FAR = 7.0  # times the exponential scale: a second such excess in a row is the same event
TAU = 1.75
LOG_TAU = math.log(TAU)
LIGHT = -1.0
FAINT = -16.0  # weights so far behind the heaviest are nothing
XIS = (LIGHT, 0.0, 0.2, 0.4, 0.8)
FAMILIES = 5
PRIORS = (math.log(0.2), math.log(0.3), math.log(0.3), math.log(0.15), math.log(0.05))
LEAST = (math.log(0.5), math.log(0.2), math.log(0.18), math.log(0.16), math.log(0.12))  # half a normal law's scales
U, SHARE, SEEN, RUN, SCALE, WEIGHT = 0, 1, 2, 3, 4, 4 + FAMILIES  # columns; scales and weights as logarithms
FRESH = np.zeros(4 + 2 * FAMILIES, np.float32)
FRESH[:4] = 1.65, Q, 10.0, 0.0  # the upper 5 % of a normal law, worth ten excesses
FRESH[SCALE:WEIGHT] = np.log([1.09, 0.42, 0.36, 0.31, 0.24])


@njit(cache=True, nogil=True)
def hazard(k: int, y: float, u: float, scale: float) -> float:
    """Minus the log of the share of excesses beyond y in family k."""
    xi = XIS[k]
    if xi < 0.0:
        return float((math.pow(u + y, TAU) - math.pow(u, TAU)) / scale)
    if xi == 0.0:
        return y / scale
    return math.log(1.0 + xi * y / scale) / xi


@njit(cache=True, nogil=True)
def rarity(side: Singles, r: int, size: float, n: float) -> float:
    """P(at least `size` spreads out on this side), in (0, 1], after n points."""
    u, q = np.float64(side[r, U]), np.float64(side[r, SHARE])
    if size <= u:
        return float(q + (1.0 - q) * (1.0 - size / u))
    seen, top, total, p = np.float64(side[r, SEEN]), -1e300, 0.0, 0.0
    for k in range(FAMILIES):
        top = max(top, np.float64(side[r, WEIGHT + k]) + PRIORS[k])
    for k in range(FAMILIES):
        behind = np.float64(side[r, WEIGHT + k]) + PRIORS[k] - top
        if behind > FAINT:
            w = math.exp(behind)
            total += w
            h = hazard(k, size - u, u, math.exp(np.float64(side[r, SCALE + k])))
            p += w * math.exp(-seen * math.log1p(h / seen))
    return min(max(q * p / total, 1e-15) + (TRUST / max(n, 100.0)) ** 2, 1.0)


@njit(cache=True, nogil=True)
def learn_excess(side: Singles, r: int, y: float, density: Floats) -> None:
    """Weights by predictive density (`density`: room for one of each family), scales by their likelihood equations."""
    u, gain, best = np.float64(side[r, U]), 1.0 / (np.float64(side[r, SEEN]) + 1.0), -1e300
    for k in range(FAMILIES):
        xi, log_scale = XIS[k], np.float64(side[r, SCALE + k])
        scale = math.exp(log_scale)
        h = hazard(k, y, u, scale)
        if xi < 0.0:
            density[k] = LOG_TAU + (TAU - 1.0) * math.log(u + y) - log_scale - h
            pull = h - 1.0
        else:
            density[k] = -log_scale - h * (1.0 + xi)
            pull = h - 1.0 if xi == 0.0 else (1.0 + xi) * y / (scale + xi * y) - 1.0
        best = max(best, density[k])
        side[r, SCALE + k] = max(log_scale + gain * (1.0 + 2.0 * max(xi, 0.0)) * min(pull, 6.0), LEAST[k])
    for k in range(FAMILIES):
        kept = (1.0 - 1.0 / MEMORY) * np.float64(side[r, WEIGHT + k])
        side[r, WEIGHT + k] = kept + max(density[k] - best, -CAP)
    side[r, SEEN] = min(np.float64(side[r, SEEN]) + 1.0, MEMORY)


@njit(cache=True, nogil=True)
def learn(side: Singles, r: int, size: float, span: float, step: float, density: Floats) -> None:
    """Learn from one point; size < 0 is a point on the other side."""
    u = np.float64(side[r, U])
    beyond = size > u
    if beyond:
        far = size - u > FAR * math.exp(np.float64(side[r, SCALE + 1]))
        if not (far and side[r, RUN] > 0.0):
            learn_excess(side, r, min(size, 1e12) - u, density)
        side[r, RUN] = 1.0 if far else 0.0
    else:
        side[r, RUN] = 0.0
    hit = 1.0 if beyond else 0.0
    side[r, SHARE] = np.float64(side[r, SHARE]) + (hit - np.float64(side[r, SHARE])) * span
    side[r, U] = max(u + (hit - Q) * step, 0.25)


@njit(cache=True, nogil=True)
def kernel(row: Rows, z: Floats, n: Longs, up: Singles, down: Singles, p: Floats, above: Floats, below: Floats) -> None:
    """p of each z, and the usual range of z (-below to above), from before the point; then learn."""
    density = np.empty(FAMILIES)
    for i in range(len(row)):
        r = row[i]
        above[i], below[i] = up[r, U], down[r, U]
        p[i] = rarity(up, r, z[i], n[i]) if z[i] >= 0.0 else rarity(down, r, -z[i], n[i])
        span, step = 1.0 / min(n[i] + 100.0, SPAN), max(5.0 / (n[i] + 50.0), 0.01)
        learn(up, r, z[i], span, step, density)
        learn(down, r, -z[i], span, step, density)


def tail_state(version: int) -> State:
    """Empty tails, two sides a row."""
    return State(version, {"up": FRESH, "down": FRESH})
