"""When points come: regular steps, irregular ones, gaps, outages; and clean series flattened for the detectors."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from bench.signals.kinds import Kind
from ml.types import WEEK_US, Floats, Longs, Rows

START_US = 1_740_960_000_000_000
"""Monday 2025-03-03 00:00 UTC: eight weeks from here hold the changes to summer time of America and of Europe."""


@dataclass(frozen=True)
class Sampling:
    """`step_s`: seconds between points. `irregular`: gaps between times are exponential with that mean.

    `lost`: the share of points that never came. `outages`: long silences a series (from 2 hours to 4 days each).
    `nights_off`: nothing comes from 20:00 to 06:00 UTC.
    """

    step_s: int = 300
    irregular: bool = False
    lost: float = 0.0
    outages: int = 0
    nights_off: bool = False

    def points(self, weeks: float) -> int:
        """Points of a whole series."""
        return int(weeks * 604_800 / self.step_s)


@dataclass(frozen=True)
class Points:
    """Many series flattened, sorted by (row, t), as `Watch.run` takes them."""

    row: Rows
    t: Longs
    v: Floats


def times(rng: Generator, series: int, n: int, sampling: Sampling) -> Longs:
    """int64[series, n]: us UTC, strictly ascending in each row."""
    step = sampling.step_s * 1_000_000
    if not sampling.irregular:
        return np.broadcast_to(START_US + step * np.arange(n, dtype=np.int64), (series, n))
    gaps = np.maximum(rng.exponential(step, (series, n)).astype(np.int64), 1_000)
    return START_US + np.cumsum(gaps, axis=1)


def kept(rng: Generator, t: Longs, sampling: Sampling) -> np.ndarray:
    """bool[series, n]: the points that came."""
    came = rng.random(t.shape) >= sampling.lost
    for _ in range(sampling.outages):
        begin = START_US + rng.uniform(0.1, 0.95, (len(t), 1)) * (t[:, -1:] - START_US)
        long = 2 * 3.6e9 * 48.0 ** rng.random((len(t), 1))
        came &= (t < begin) | (t > begin + long)
    if sampling.nights_off:
        hour = t // 3_600_000_000 % 24
        came &= (hour >= 6) & (hour < 20)
    return came


def flat(t: Longs, v: Floats, came: np.ndarray) -> Points:
    """The points that came, series after series; row i is series i."""
    row = np.broadcast_to(np.arange(len(t), dtype=np.int32)[:, None], t.shape)
    return Points(row[came], t[came], v[came])


def clean(kind: Kind, sampling: Sampling, seed: int | list[int], series: int, weeks: float) -> Points:
    """Seeded clean series of one kind."""
    rng = np.random.default_rng(seed)
    t = times(rng, series, sampling.points(weeks), sampling)
    return flat(t, kind(rng, t), kept(rng, t, sampling))


def weeks_of(points: Points, series: int) -> float:
    """Weeks by the clock, over all series, from each one's first point to its last."""
    spans = np.zeros(series)
    for pick in (np.maximum, np.minimum):
        edge = np.full(series, -np.inf if pick is np.maximum else np.inf)
        pick.at(edge, points.row, points.t.astype(np.float64))
        spans += edge if pick is np.maximum else -edge
    return float(spans.sum() / WEEK_US)
