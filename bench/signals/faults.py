"""Faults of known size, put into clean series whose regular part and noise are known apart.

A base is signal + noise, with a noise size sigma. A fault takes the part of a series from its first point on
(float64[series, n] each) and its size, and gives back the values as they would have been reported.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from bench.signals import noise
from bench.signals.kinds import local_hours, office
from ml.types import Floats, Longs

RATE = 20.0
SIGMAS = (0.0, 2.0, 3.0, 4.0, 6.0, 8.0, 12.0, 20.0)
LENGTHS = (2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0)


@dataclass(frozen=True)
class Parts:
    """float64[series, n]: what is regular, and what is noise of the size `sigma`; `t` int64[series, n] us UTC.

    `moved(hours)`: the regular part as it is that many hours later. `counts`: whole numbers from zero on.
    """

    t: Longs
    signal: Floats
    noise: Floats
    sigma: float
    moved: Callable[[float], Floats]
    counts: bool = False

    def value(self, add: Floats | float = 0.0, times: Floats | float = 1.0) -> Floats:
        """Values with something added, and the noise taken so many times."""
        x = self.signal + times * self.noise + add
        return np.maximum(np.rint(x), 0.0) if self.counts else x


def _still(t: Longs, e: Floats) -> Parts:
    level = np.full(t.shape, 100.0)
    return Parts(t, level, e, 1.0, lambda _hours: level)


def white(rng: Generator, t: Longs) -> Parts:
    """100 + e."""
    return _still(t, noise.white(rng, t.shape))


def ar(rng: Generator, t: Longs) -> Parts:
    """100 + AR(0.9) of variance one."""
    return _still(t, noise.ar(rng, t.shape, 0.9))


def weekly(rng: Generator, t: Longs) -> Parts:
    """100 + 8 office(local hour of the week) + e, in New York."""
    hours, own = local_hours(t, "America/New_York"), rng.uniform(-2, 2, (len(t), 1))

    def moved(later: float) -> Floats:
        return 100 + 8 * office((hours + own + later) % 168, 0.4)

    return Parts(t, moved(0.0), noise.white(rng, t.shape), 1.0, moved)


def counts(rng: Generator, t: Longs) -> Parts:
    """Poisson(20)."""
    level = np.full(t.shape, RATE)
    return Parts(t, level, rng.poisson(RATE, t.shape) - RATE, RATE**0.5, lambda _hours: level, counts=True)


BASES: dict[str, Callable[[Generator, Longs], Parts]] = {
    "white": white,
    "weekly": weekly,
    "ar 0.9": ar,
    "counts": counts,
}


@dataclass(frozen=True)
class Fault:
    """`make(parts, i, size)`: values, with i int64[n] points since the fault began (>= 0).

    `points`: how long it lasts (0: as many points as its size, -1: a day). `unit`: what a size counts. `bases`: where
    it makes sense.
    """

    make: Callable[[Parts, float], Floats]
    points: int
    unit: str
    sizes: tuple[float, ...]
    bases: tuple[str, ...] = tuple(BASES)

    def lasts(self, size: float, step_s: int) -> int:
        """Points from its first to its last."""
        return int(size) if self.points == 0 else 86_400 // step_s if self.points < 0 else self.points


def _step(parts: Parts, size: float) -> Floats:
    return parts.value(size * parts.sigma)


def _dip(parts: Parts, size: float) -> Floats:
    return parts.value(-size * parts.sigma)


def _ramp(points: int) -> Callable[[Parts, float], Floats]:
    def made(parts: Parts, size: float) -> Floats:
        begun = np.arange(1, parts.t.shape[1] + 1)
        return parts.value(size * parts.sigma * np.minimum(begun / points, 1.0))

    return made


def _louder(parts: Parts, size: float) -> Floats:
    return parts.value(times=size)


def _stuck(parts: Parts, _size: float) -> Floats:
    return np.broadcast_to(parts.value()[:, :1], parts.t.shape)


def _later(parts: Parts, size: float) -> Floats:
    return parts.value(parts.moved(size) - parts.signal)


def _fade(parts: Parts, size: float) -> Floats:
    return parts.value(size * (parts.signal.mean(axis=1, keepdims=True) - parts.signal))


def _fewer(parts: Parts, size: float) -> Floats:
    seen = np.maximum(parts.value(), 0.0).astype(np.int64)
    return np.random.default_rng(5).binomial(seen, 1.0 - size).astype(np.float64)  # the same thinning in every run


FAULTS: dict[str, Fault] = {
    "spike": Fault(_step, 1, "sigma", SIGMAS),
    "dip": Fault(_dip, 3, "sigma", SIGMAS),
    "level shift": Fault(_step, 60, "sigma", SIGMAS),
    "drift": Fault(_ramp(100), 100, "sigma after 100 points", SIGMAS),
    "slow leak": Fault(_ramp(1000), 1000, "sigma after 1000 points", SIGMAS),
    "variance": Fault(_louder, 60, "times the noise", (1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0)),
    "stuck": Fault(_stuck, 0, "points", LENGTHS),
    "season moved": Fault(_later, -1, "hours later", (0.0, 1.0, 2.0, 3.0, 4.0, 6.0, 8.0, 12.0), ("weekly",)),
    "season faded": Fault(_fade, -1, "share lost", (0.0, 0.25, 0.5, 0.75, 1.0), ("weekly",)),
    "rate drop": Fault(_fewer, 60, "share lost", (0.0, 0.2, 0.3, 0.4, 0.5, 0.7, 0.9, 1.0), ("counts",)),
}
