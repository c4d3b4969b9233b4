"""Kinds of clean series. A kind is a function (rng, t) -> float64[series, n] for times t int64[series, n] (us, UTC).

e is standard normal noise, h the hour of the day with a phase of each series' own, x the share of the time that is
over. Real-valued kinds come out with a level and a scale of each series' own (`anywhere`), so that no constant helps.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import numpy as np
from numpy.random import Generator

from bench.signals import noise
from ml.types import Floats, Longs

Kind = Callable[[Generator, Longs], Floats]

HOUR_US = 3_600_000_000
ZONES = ("Europe/Berlin", "America/New_York", "America/St_Johns", "Europe/London")


def anywhere(rng: Generator, x: Floats) -> Floats:
    """a + b x with b = 10^U(-2, 3), a = b U(-50, 50), drawn for each series."""
    scale = 10.0 ** rng.uniform(-2, 3, (len(x), 1))
    return scale * (rng.uniform(-50, 50, (len(x), 1)) + x)


def _own(rng: Generator, t: Longs, lo: float, hi: float) -> Floats:
    return rng.uniform(lo, hi, (len(t), 1))


def _sine(rng: Generator, t: Longs) -> Floats:
    """sin(2 pi h / 24)."""
    wave: Floats = np.sin(2 * np.pi * (t / (24 * HOUR_US) + _own(rng, t, 0, 1)))
    return wave


@cache
def _offsets(zone: str, first: int, last: int) -> Floats:
    """Hours that a zone's clock is ahead of UTC at each hour from `first` to `last` since 1970."""
    there = ZoneInfo(zone)
    moments = (datetime.fromtimestamp(3600 * hour, UTC).astimezone(there) for hour in range(first, last + 1))
    return np.array([(moment.utcoffset() or timedelta()).total_seconds() / 3600 for moment in moments])


def local_hours(t: Longs, zone: str) -> Floats:
    """Hours since Monday 00:00 on the clock of a zone, summer time included."""
    first, last = int(t.min()) // HOUR_US, int(t.max()) // HOUR_US
    hours: Floats = (t / HOUR_US + _offsets(zone, first, last)[t // HOUR_US - first] + 72) % 168  # 1970: a Thursday
    return hours


def office(hours: Floats, weekend: float) -> Floats:
    """Two humps a working day, at 10 and 15 o'clock; one low hump, `weekend` as high, on Saturday and Sunday."""
    day, hour = hours // 24, hours % 24
    work = np.exp(-(((hour - 10) / 2.5) ** 2)) + 0.8 * np.exp(-(((hour - 15) / 2.5) ** 2))
    rest = weekend * np.exp(-(((hour - 14) / 4) ** 2))
    return np.where(day >= 5, rest, work)


def constant(rng: Generator, t: Longs) -> Floats:
    """x = c, some zero."""
    level = np.where(rng.random((len(t), 1)) < 0.2, 0.0, 10.0 ** _own(rng, t, -3, 6))
    return np.broadcast_to(level, t.shape).copy()


def white(rng: Generator, t: Longs) -> Floats:
    """e."""
    return anywhere(rng, noise.white(rng, t.shape))


def ar50(rng: Generator, t: Longs) -> Floats:
    """AR(1), phi = 0.5."""
    return anywhere(rng, noise.ar(rng, t.shape, 0.5))


def ar90(rng: Generator, t: Longs) -> Floats:
    """AR(1), phi = 0.9."""
    return anywhere(rng, noise.ar(rng, t.shape, 0.9))


def ar99(rng: Generator, t: Longs) -> Floats:
    """AR(1), phi = 0.99."""
    return anywhere(rng, noise.ar(rng, t.shape, 0.99))


def walk(rng: Generator, t: Longs) -> Floats:
    """x_i = x_(i-1) + e_i."""
    return anywhere(rng, noise.walk(rng, t.shape))


def slow_drift(rng: Generator, t: Longs) -> Floats:
    """Local level: m_i = m_(i-1) + 0.02 e_i, x_i = m_i + e'_i."""
    return anywhere(rng, noise.local_level(rng, t.shape))


def daily(rng: Generator, t: Longs) -> Floats:
    """A sin(2 pi h / 24) + e, A = U(1, 5)."""
    return anywhere(rng, _own(rng, t, 1, 5) * _sine(rng, t) + noise.white(rng, t.shape))


def daily_ar(rng: Generator, t: Longs) -> Floats:
    """A sin(2 pi h / 24) + AR(0.9), A = U(1, 5)."""
    return anywhere(rng, _own(rng, t, 1, 5) * _sine(rng, t) + noise.ar(rng, t.shape, 0.9))


def weekly(rng: Generator, t: Longs) -> Floats:
    """A office(local hour of the week) + e, A = U(3, 10), in a zone whose clocks change within the weeks."""
    hours = np.stack([local_hours(row, ZONES[int(rng.integers(len(ZONES)))]) for row in t])
    shape = office((hours + _own(rng, t, -2, 2)) % 168, 0.4)
    return anywhere(rng, _own(rng, t, 3, 10) * shape + noise.white(rng, t.shape))


def opening_hours(rng: Generator, t: Longs) -> Floats:
    """20 from 8 to 18 o'clock of working days, sharply, + e, on a clock that changes within the weeks."""
    hours = np.stack([local_hours(row, ZONES[int(rng.integers(len(ZONES)))]) for row in t])
    is_open = (hours // 24 < 5) & (hours % 24 >= 8) & (hours % 24 < 18)
    return anywhere(rng, 20.0 * is_open + noise.white(rng, t.shape))


def student3(rng: Generator, t: Longs) -> Floats:
    """Student's t with 3 degrees of freedom."""
    return anywhere(rng, noise.student(rng, t.shape))


def laplace(rng: Generator, t: Longs) -> Floats:
    """Double exponential."""
    return anywhere(rng, noise.laplace(rng, t.shape))


def lognormal(rng: Generator, t: Longs) -> Floats:
    """c exp(e)."""
    return 10.0 ** _own(rng, t, -2, 3) * noise.lognormal(rng, t.shape)


def latency(rng: Generator, t: Longs) -> Floats:
    """c exp(AR(0.9)): heavy tails that last."""
    return 10.0 ** _own(rng, t, -2, 3) * np.exp(noise.ar(rng, t.shape, 0.9))


def spiky(rng: Generator, t: Longs) -> Floats:
    """e, and one point in 200, at random, higher by 10 exp(e / 2): spikes that belong to it."""
    spikes = rng.random(t.shape) < 0.005
    return anywhere(rng, noise.white(rng, t.shape) + spikes * 10 * noise.lognormal(rng, t.shape, 0.5))


def trend(rng: Generator, t: Longs) -> Floats:
    """S x + e, S = +-U(2, 40) over the whole time."""
    return anywhere(rng, _slope(rng, t) + noise.white(rng, t.shape))


def trend_daily(rng: Generator, t: Longs) -> Floats:
    """S x + A sin(2 pi h / 24) + e."""
    return anywhere(rng, _slope(rng, t) + _own(rng, t, 1, 5) * _sine(rng, t) + noise.white(rng, t.shape))


def _slope(rng: Generator, t: Longs) -> Floats:
    share = (t - t[:, :1]) / np.maximum(t[:, -1:] - t[:, :1], 1)
    sign = np.where(rng.random((len(t), 1)) < 0.5, -1.0, 1.0)
    return sign * _own(rng, t, 2, 40) * share


def growing_noise(rng: Generator, t: Longs) -> Floats:
    """m (1 + 0.15 e), m = c (1 + 0.8 sin(2 pi h / 24)): noise in proportion to the level."""
    level = 10.0 ** _own(rng, t, -2, 3) * (1 + 0.8 * _sine(rng, t))
    return level * (1 + 0.15 * noise.white(rng, t.shape))


def garch(rng: Generator, t: Longs) -> Floats:
    """GARCH(1, 1), alpha = 0.1, beta = 0.88: restless times come in clusters."""
    return anywhere(rng, noise.garch(rng, t.shape))


def percent(rng: Generator, t: Longs) -> Floats:
    """min(100, max(0, m + s AR(0.8))), m = U(5, 97), s = U(2, 15): a share that sometimes touches its end."""
    x = _own(rng, t, 5, 97) + _own(rng, t, 2, 15) * noise.ar(rng, t.shape, 0.8)
    return np.clip(x, 0, 100)
