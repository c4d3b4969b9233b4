"""Synthetic series for the tests of ml/: what is normal for many kinds of producers. Seeded, so always the same."""

from __future__ import annotations

from collections.abc import Callable
from types import FunctionType
from typing import Any

import numpy as np
from numba.core.dispatcher import Dispatcher
from numpy.typing import NDArray

from ml.stream import tail
from ml.types import Changes, Verdicts
from ml.watch import Watch

STEP = 300_000_000
START = 1_700_000_000_000_000
DAY = 288
WEEK = 7 * DAY

Matrix = NDArray[np.float64]


def _ar(g: np.random.Generator, shape: tuple[int, int], phi: float) -> Matrix:
    x = g.normal(size=shape)
    for i in range(1, shape[1]):
        x[:, i] += phi * x[:, i - 1]
    return x


def _daily(g: np.random.Generator, shape: tuple[int, int]) -> Matrix:
    phase = g.uniform(0, 2 * np.pi, (shape[0], 1))
    return 10 + 3 * np.sin(2 * np.pi * np.arange(shape[1]) / DAY + phase) + g.normal(size=shape)


KINDS: dict[str, Callable[[np.random.Generator, tuple[int, int]], Matrix]] = {
    "white noise": lambda g, s: g.normal(10, 1, s),
    "autoregressive": lambda g, s: _ar(g, s, 0.9),
    "daily season": _daily,
    "heavy tails (t3)": lambda g, s: g.standard_t(3, s),
    "lognormal": lambda g, s: np.exp(g.normal(size=s)),
    "random walk": lambda g, s: np.cumsum(g.normal(size=s), axis=1),
    "trend": lambda g, s: 0.01 * np.arange(s[1]) + g.normal(size=s),
    "low counts": lambda g, s: g.poisson(0.5, s).astype(float),
}


def make(kind: str, series: int, points: int, seed: int = 1) -> Matrix:
    """float64[series, points] of one kind, a point every 5 minutes."""
    return KINDS[kind](np.random.default_rng(seed), (series, points))


def watch_all(x: Matrix) -> tuple[Verdicts, Changes]:
    """All series in one batch."""
    series, points = x.shape
    rows = np.repeat(np.arange(series, dtype=np.int32), points)
    return Watch().run(rows, np.tile(times(points), series), x.ravel())


def times(points: int) -> NDArray[np.int64]:
    """Every 5 minutes, in us."""
    return START + STEP * np.arange(points)


def rarities(z: Matrix) -> Matrix:
    """p of each residual by the tail learned from those before it."""
    state, n = tail.tail_state(1), len(z)
    state.ensure(1)
    p, above, below = (np.empty(n) for _ in range(3))
    tail.kernel(np.zeros(n, np.int32), z, np.arange(n), state["up"], state["down"], p, above, below)
    return p


def in_plain_python(kernel: Dispatcher) -> FunctionType:
    """The un-jitted twin of a kernel, the functions that it calls included."""

    def plain(function: Any, names: dict[str, Any]) -> FunctionType:
        return FunctionType(function.__code__, names, function.__name__)

    names = dict(kernel.py_func.__globals__)
    for name, value in list(names.items()):
        if isinstance(value, Dispatcher):
            names[name] = plain(value.py_func, names)
    return plain(kernel.py_func, names)
