"""When sources send: seeded times of many kinds of producers, 8 weeks from a Monday, 00:00 UTC."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from ml.arrival import Arrival, Known
from ml.stream.clock import Clock
from ml.types import Longs, Ticks

SECOND = 1_000_000
HOUR, DAY, WEEK = 3600 * SECOND, 86_400 * SECOND, 604_800 * SECOND
MONDAY = 2810 * WEEK + 4 * DAY
WEEKS = 8

Times = NDArray[np.int64]
Maker = Callable[[np.random.Generator, int], Times]


def regular(_: np.random.Generator, step: int) -> Times:
    return np.arange(MONDAY, MONDAY + WEEKS * WEEK, step, dtype=np.int64)


def jittered(g: np.random.Generator, step: int) -> Times:
    t = regular(g, step)
    return t + (g.uniform(-0.3, 0.3, len(t)) * step).astype(np.int64)


def dropping(g: np.random.Generator, step: int) -> Times:
    t = regular(g, step)
    return t[g.random(len(t)) > 0.05]


def poisson(g: np.random.Generator, step: int) -> Times:
    gaps = np.maximum(g.exponential(step, WEEKS * WEEK // step), 1)
    return MONDAY + np.cumsum(gaps).astype(np.int64)


def business(g: np.random.Generator, step: int) -> Times:
    """From about 9 to about 17 on five days a week, one point in twenty missing."""
    t = dropping(g, step)
    day = (t - MONDAY) // DAY
    begin, end = 9 + g.normal(0, 0.2, 7 * WEEKS), 17 + g.normal(0, 0.3, 7 * WEEKS)
    hour = t % DAY / HOUR
    return t[(day % 7 < 5) & (hour >= begin[day]) & (hour < end[day])]


def nightly(g: np.random.Generator, step: int) -> Times:
    """Silent from 1 to about 4 each night."""
    t = jittered(g, step)
    end = 4 + g.normal(0, 0.1, 7 * WEEKS + 2)
    return t[(t % DAY / HOUR < 1) | (t % DAY / HOUR >= end[(t - MONDAY) // DAY])]


def bursty(g: np.random.Generator, step: int) -> Times:
    gaps = np.exp(g.normal(0, 1.2, WEEKS * WEEK // step)) * step / 2
    return MONDAY + np.cumsum(np.maximum(gaps, 1)).astype(np.int64)


KINDS: dict[str, Maker] = {
    "regular": regular,
    "jittered": jittered,
    "5 % drops": dropping,
    "Poisson": poisson,
    "business hours": business,
    "nightly pause": nightly,
    "bursts": bursty,
}


def learned(t: Times) -> tuple[Arrival, Ticks, NDArray[np.float64]]:
    """The model after one series, its points as ticks, and the score of each silence when it ended."""
    clock, arrival = Clock(), Arrival()
    clock.state.ensure(1)
    arrival.state.ensure(1)
    ticks = clock.run(np.zeros(len(t), np.int32), np.asarray(t, np.int64), np.zeros(len(t)))
    return arrival, ticks, arrival.run(ticks)


def noticed(t: Times, until: Longs) -> int:
    """us from the last point until the silence scores 0.9, among the moments asked for; -1: at none."""
    arrival, ticks, _ = learned(t)
    n = len(until)
    known = Known.of(arrival.pack(np.zeros(n, np.intp)))
    last, step = np.full(n, t[-1]), np.full(n, ticks.step[-1])
    score, _ = known.silence(last, step, np.full(n, len(t)), np.asarray(until, np.int64))
    hit = np.flatnonzero(score >= 0.9)
    return int(until[hit[0]] - t[-1]) if len(hit) else -1
