"""Noise without a clock: float64[series, n] from a generator, a row a series, most with a scale of about one.

Formulas stand in each docstring; e is standard normal noise, i the index of the point.
"""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.random import Generator
from scipy.signal import lfilter

from ml.types import Floats, Longs

Shape = tuple[int, int]


def white(rng: Generator, shape: Shape) -> Floats:
    """x = e."""
    return rng.standard_normal(shape)


def ar(rng: Generator, shape: Shape, phi: float) -> Floats:
    """x_i = phi x_(i-1) + sqrt(1 - phi^2) e_i, begun in its stationary law: variance one."""
    e = rng.standard_normal(shape) * np.sqrt(1.0 - phi * phi)
    start = rng.standard_normal((shape[0], 1)) * phi
    made: Floats = lfilter([1.0], [1.0, -phi], e, axis=1, zi=start)[0]
    return made


def walk(rng: Generator, shape: Shape) -> Floats:
    """x_i = x_(i-1) + e_i."""
    return np.cumsum(rng.standard_normal(shape), axis=1)


def local_level(rng: Generator, shape: Shape, drift: float = 0.02) -> Floats:
    """A slow walk under noise (Harvey's local level): m_i = m_(i-1) + drift e_i, x_i = m_i + e'_i."""
    return drift * walk(rng, shape) + white(rng, shape)


def student(rng: Generator, shape: Shape, degrees: float = 3.0) -> Floats:
    """x = Student's t."""
    return rng.standard_t(degrees, shape)


def laplace(rng: Generator, shape: Shape) -> Floats:
    """x = double exponential."""
    return rng.laplace(size=shape)


def lognormal(rng: Generator, shape: Shape, sigma: float = 1.0) -> Floats:
    """x = exp(sigma e): response times."""
    return np.exp(sigma * rng.standard_normal(shape))


@njit(cache=True, nogil=True)
def _garch(e: Floats, alpha: float, beta: float) -> None:
    for r in range(e.shape[0]):
        variance = 1.0
        for i in range(e.shape[1]):
            e[r, i] *= np.sqrt(variance)
            variance = (1.0 - alpha - beta) + alpha * e[r, i] * e[r, i] + beta * variance


def garch(rng: Generator, shape: Shape, alpha: float = 0.1, beta: float = 0.88) -> Floats:
    """x_i = s_i e_i, s_i^2 = 1 - alpha - beta + alpha x_(i-1)^2 + beta s_(i-1)^2 (Bollerslev 1986)."""
    e = rng.standard_normal(shape)
    _garch(e, alpha, beta)
    return e


@njit(cache=True, nogil=True)
def _switch(u: Floats, leave: Floats, out: Longs) -> None:
    for r in range(u.shape[0]):
        now = 0
        for i in range(u.shape[1]):
            if u[r, i] < leave[r, now]:
                now = 1 - now
            out[r, i] = now


def regimes(rng: Generator, shape: Shape, stay: tuple[float, float]) -> Longs:
    """0 or 1 by a Markov chain; a state lasts `stay[state]` points on average, times 1/2 to 2 for each series."""
    out = np.empty(shape, np.int64)
    scale = 2.0 ** rng.uniform(-1, 1, (shape[0], 2))
    _switch(rng.random(shape), 1.0 / (np.array(stay) * scale), out)
    return out
