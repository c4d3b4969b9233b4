"""Kinds that take few values, or live in regimes. As in kinds: (rng, t int64[series, n]) -> float64[series, n]."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from bench.signals import noise
from bench.signals.kinds import Kind, anywhere
from ml.types import Floats, Longs

DAY_US = 86_400_000_000


def poisson(rate: float) -> Kind:
    """Counts of the rate."""

    def made(rng: Generator, t: Longs) -> Floats:
        return rng.poisson(rate, t.shape).astype(np.float64)

    return made


def poisson_daily(rng: Generator, t: Longs) -> Floats:
    """Poisson of c (1 + 0.9 sin(2 pi h / 24)), c = 10^U(0, 1.5)."""
    wave = np.sin(2 * np.pi * (t / DAY_US + rng.random((len(t), 1))))
    return rng.poisson(10.0 ** rng.uniform(0, 1.5, (len(t), 1)) * (1 + 0.9 * wave)).astype(np.float64)


def crowded(rng: Generator, t: Longs) -> Floats:
    """Negative binomial of mean 5, variance 17.5 (gamma rates of shape 2): counts in crowds."""
    return rng.poisson(rng.gamma(2.0, 2.5, t.shape)).astype(np.float64)


def rounded(rng: Generator, t: Longs) -> Floats:
    """round(q e) / q + level, q = 10^U(-0.3, 1): steps of 2 to 0.1 noise sizes."""
    fine = 10.0 ** rng.uniform(-0.3, 1, (len(t), 1))
    return anywhere(rng, np.rint(fine * noise.white(rng, t.shape)) / fine)


def rounded_ar(rng: Generator, t: Longs) -> Floats:
    """round(q AR(0.95)) / q + level: a gauge of few digits, such as a temperature."""
    fine = 10.0 ** rng.uniform(-0.3, 1, (len(t), 1))
    return anywhere(rng, np.rint(fine * noise.ar(rng, t.shape, 0.95)) / fine)


def square(rng: Generator, t: Longs) -> Floats:
    """0 or 1 in turn, half a period each (10 to 100 points), + 0.03 e: a thermostat."""
    return anywhere(rng, _square(rng, t) + 0.03 * noise.white(rng, t.shape))


def square_bare(rng: Generator, t: Longs) -> Floats:
    """0 or 1 in turn, half a period each (10 to 100 points), without noise."""
    return anywhere(rng, _square(rng, t))


def _square(rng: Generator, t: Longs) -> Floats:
    half = rng.integers(5, 51, (len(t), 1))
    return ((np.arange(t.shape[1]) + rng.integers(0, 100, (len(t), 1))) // half % 2).astype(np.float64)


def bursty(rng: Generator, t: Longs) -> Floats:
    """Off: 0.1 |e|; on: 10 + e. Some 100 points off, some 30 on, at random (Markov)."""
    on = noise.regimes(rng, t.shape, (100.0, 30.0))
    e = noise.white(rng, t.shape)
    return 10.0 ** rng.uniform(-2, 3, (len(t), 1)) * np.where(on == 1, 10 + e, 0.1 * np.abs(e))


def nightly_job(rng: Generator, t: Longs) -> Floats:
    """e, and 20 more for half an hour a day at the same time: a backup."""
    begin = rng.integers(0, DAY_US, (len(t), 1))
    job = ((t - begin) % DAY_US) < DAY_US // 48
    return anywhere(rng, noise.white(rng, t.shape) + 20.0 * job)


def total(rng: Generator, t: Longs) -> Floats:
    """A counter that only grows: the sum of Poisson(50)."""
    return np.cumsum(rng.poisson(50.0, t.shape), axis=1).astype(np.float64)
