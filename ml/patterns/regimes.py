"""Regimes: a series that goes to and fro between two levels, and stays on each for a while.

The split of the values that leaves the least variance inside both (Otsu 1979) proposes two levels. They are regimes
where the levels lie far apart for their spreads (Ashman, Bird & Zepf 1994), hardly a value lies between them,
crossings are quick (a season also dwells high and low, but takes its time between), and both come back. A single
lasting shift is a change point instead.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import special

from ml.batch import grid, season
from ml.batch.findings import Pattern, TooLittle
from ml.types import Flags, Floats, Longs

LEAST = 100
APART = 3.5
"""Ashman's D of the two levels; 2 is where two humps begin to show, one normal hump cut in halves has 2.9."""
BETWEEN = (0.3, 0.7)
"""The middle part of the way from one level to the other."""
ONE_STAY = 0.75
"""Share of a level's time that its longest stay may have: else it shifted once, and flickers."""
CROSSING = 1.0
"""Points in the middle part on the way of a switch, at most, in the mean."""
FILLED = 1.3
"""How many times the points there may be in the middle part that the tails of two normal humps put there."""
SWITCHES = 4
SHARE = 0.05
"""Share of the time that each level must have."""
STAY = 2.0
"""Points of the median stay, at least."""


@dataclass(frozen=True, slots=True)
class Levels:
    """Two levels (medians) of a scaled series, Ashman's D between them, and for each point whether it is high."""

    low: float
    high: float
    apart: float
    is_high: Flags


def regimes(t: Longs, v: Floats) -> list[Pattern] | TooLittle:
    """t int64[n] us on a regular grid, v float64[n] with NaN at gaps -> one regime pattern, or none.

    `confidence` grows with the distance of the levels and with the number of switches seen; it is no tail probability.
    Raises ValueError where the grid is not regular.
    """
    s = grid.series(t, v)
    if s.have < LEAST or s.have < len(s.u) // 2:
        return TooLittle("too few values for regimes", s.have, max(LEAST, len(s.u) // 2))
    if s.scale == 0.0:
        return []
    u = s.u[s.ok]
    found = two_levels(u)
    if found is None or not switching(u, found):
        return []
    return [described(s, found)]


def two_levels(u: Floats) -> Levels | None:
    """The split of u with the least variance inside, None where one side is nearly empty."""
    ordered = np.sort(u)
    n = len(u)
    count = np.arange(1, n)
    sums = np.cumsum(ordered)
    left, right = sums[:-1] / count, (sums[-1] - sums[:-1]) / (n - count)
    gain = count * (n - count) * (right - left) ** 2
    edge = max(int(SHARE * n), 2)
    k = edge + int(np.argmax(gain[edge - 1 : n - edge])) - 1
    low, high = ordered[: k + 1], ordered[k + 1 :]
    if not ordered[k + 1] > ordered[k]:
        return None
    below, above = float(np.median(low)), float(np.median(high))
    inside = np.sqrt((robust(low) ** 2 + robust(high) ** 2) / 2)
    apart = (above - below) / max(float(inside), 1e-9)
    return Levels(below, above, min(apart, 1e3), states((u - below) / (above - below)))


def states(way: Floats) -> Flags:
    """High or low for each point, way 0 at the low level and 1 at the high: the middle part changes nothing."""
    clear = np.where(way >= BETWEEN[1], 1, np.where(way <= BETWEEN[0], 0, -1))
    at = np.where(clear >= 0, np.arange(len(way)), -1)
    last = np.maximum.accumulate(at)
    first = clear[clear >= 0][0] if (clear >= 0).any() else 0
    out: Flags = np.where(last >= 0, clear[np.maximum(last, 0)], first) == 1
    return out


def robust(u: Floats) -> float:
    """Spread of one side, wide tails included: half of the way between the 16 % and the 84 % quantile."""
    low, high = np.quantile(u, (0.16, 0.84))
    return float(high - low) / 2


def switching(u: Floats, levels: Levels) -> bool:
    """Whether the series jumps between its levels, and stays."""
    way = (u - levels.low) / (levels.high - levels.low)
    between = (way > BETWEEN[0]) & (way < BETWEEN[1])
    stays = stays_of(levels.is_high)
    switches = len(stays) - 1
    if levels.apart < APART or switches < SWITCHES or float(np.median(stays)) < STAY:
        return False
    if max(float(side.max() / side.sum()) for side in (stays[::2], stays[1::2])) > ONE_STAY:
        return False
    starts = np.cumsum(stays)[:-1]
    # A run of middle points that ends in a switch is a crossing; the others are noise around a level.
    before = np.arange(len(u)) - np.maximum.accumulate(np.where(between, -1, np.arange(len(u))))
    crossing = before[starts - 1]
    sigma = np.sqrt(2.0) / levels.apart
    usual = len(u) * float(special.ndtr(-BETWEEN[0] / sigma) - special.ndtr(-BETWEEN[1] / sigma))
    noise = float(between.sum() - crossing.sum())
    return float(crossing.mean()) <= CROSSING and noise <= FILLED * usual + SHARE * len(u) / 5


def stays_of(is_high: Flags) -> Longs:
    """Lengths in points of the stays, in order."""
    cuts = np.flatnonzero(np.diff(is_high.astype(np.int8))) + 1
    return np.diff(np.concatenate([[0], cuts, [len(is_high)]])).astype(np.int64)


def by_the_clock(s: grid.Series, is_high: Flags) -> float:
    """How much of the switching the hour of the day and of the week tells, in [0, 1]: 1 - var left / var."""
    state = np.full(len(s.u), np.nan)
    state[s.ok] = is_high
    for length in (season.WEEK_US, season.DAY_US):
        period = season.points(length, s.step)
        if period and len(state) >= 3 * period:
            cycles = state[len(state) % period :].reshape(-1, period)
            held = np.isfinite(cycles).sum(0)
            usual = np.nansum(cycles, axis=0) / np.maximum(held, 1)
            left = np.nansum(np.where(np.isfinite(cycles), (cycles - usual) ** 2, 0.0))
            many = max(len(cycles), 2)
            whole = np.nanvar(state) * np.isfinite(cycles).sum()
            return float(np.clip(1.0 - left / max(whole, 1e-12) * many / (many - 1), 0.0, 1.0))
    return 0.0


def described(s: grid.Series, levels: Levels) -> Pattern:
    """The finding, with how long each level is usually kept."""
    stays = stays_of(levels.is_high)
    which = np.arange(len(stays)) % 2 == (0 if levels.is_high[0] else 1)
    inner = np.ones(len(stays), bool)
    inner[[0, -1]] = False  # cut short by the span
    high, low = (stays[inner & side] for side in (which, ~which))
    switches = len(stays) - 1
    times = s.t[s.ok]
    clock = by_the_clock(s, levels.is_high)
    factors: dict[str, float | int | str] = {
        "low": s.centre + s.scale * levels.low,
        "high": s.centre + s.scale * levels.high,
        "apart": levels.apart,
        "share_high": float(levels.is_high.mean()),
        "switches": switches,
        "stay_low_us": int(np.median(low) * s.step) if len(low) else 0,
        "stay_high_us": int(np.median(high) * s.step) if len(high) else 0,
        "by_the_clock": clock,
        "now": "high" if levels.is_high[-1] else "low",
        "since": int(times[len(times) - int(stays[-1])]),
    }
    confidence = (1.0 - np.exp(-switches / 4.0)) * (1.0 - np.exp(-levels.apart / 2.0))
    days = (int(s.t[-1]) - int(s.t[0]) + s.step) / season.DAY_US
    return Pattern("regime", (0,), float(confidence), f"{switches / days:.1f} switches a day", factors)
