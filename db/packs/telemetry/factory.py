"""Readings of a small fleet of coaches, a point a minute a metric: seeded, of any length, with causes worth finding.

Two coaches make five million points a year. Days begin at midnight of the zone and have 23 or 25 hours when clocks
change; the sun, however, follows the year. What is to be found: solar power charges the battery, so both move together;
the battery of the last coach ages; its fridge fails for two days in each month; the network stutters in the evening.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

MINUTE_MS = 60_000
UNITS = {
    "battery.voltage": "V",
    "solar.power": "W",
    "tank.fresh": "%",
    "temperature.interior": "°C",
    "network.latency": "ms",
}
FRIDGE_DAYS = (17, 18)
"""Days of a month on which the fridge of the last coach warms the room."""
OUTAGE = (11, 9 * 60, 11 * 60)
"""Day of a month, minutes of it: the first coach sends nothing."""


@dataclass(frozen=True)
class Reading:
    """A day of one series: t int64[n] epoch ms, v float64[n]."""

    metric: str
    labels: dict[str, str]
    unit: str
    t: NDArray[np.int64]
    v: NDArray[np.float64]


def readings(seed: int, start: datetime, days: int, size: int = 2, zone: str = "UTC") -> Iterator[Reading]:
    """All series of `size` coaches for so many local days from the day of `start` on, day after day."""
    where = ZoneInfo(zone)
    first = start.astimezone(where).date()
    for number in range(days):
        day = first + timedelta(days=number)
        begin, end = (
            round(datetime(d.year, d.month, d.day, tzinfo=where).timestamp() * 1000)
            for d in (day, day + timedelta(days=1))
        )
        t = np.arange(begin, end, MINUTE_MS, dtype=np.int64)
        for coach in range(size):
            rng = np.random.default_rng([seed, coach, number])
            labels = {"device": f"coach-{coach + 1}", "model": "A" if coach % 2 == 0 else "B"}
            last = coach == size - 1
            keep = np.ones(len(t), bool)
            if coach == 0 and day.day == OUTAGE[0]:
                minute = (t - begin) // MINUTE_MS
                keep = (minute < OUTAGE[1]) | (minute >= OUTAGE[2])
            for metric, v in _day(rng, (t - begin) / 86_400_000, day.timetuple().tm_yday, number, coach, last).items():
                yield Reading(metric, labels, UNITS[metric], t[keep], np.round(v[keep], 3))


def _day(
    rng: np.random.Generator, at: NDArray[np.float64], yday: int, number: int, coach: int, last: bool
) -> dict[str, NDArray[np.float64]]:
    """A day of one coach; `at` in days since local midnight."""
    summer = 0.5 - 0.5 * np.cos(2 * np.pi * (yday - 10) / 365.25)
    cloud = rng.uniform(0.35, 1.0)
    height = np.clip(np.sin(np.pi * (at - 0.25 + 0.08 * summer) / (0.5 + 0.16 * summer)), 0, None)
    flicker = 1 - 0.2 * np.abs(_slow(rng, len(at), 30))
    solar = (120 + 180 * summer) * cloud * height * flicker
    charge = np.cumsum(solar) / 9_000 / max(len(at) / 1440, 1e-9)
    age = 0.004 * number / 7 if last else 0.0
    voltage = 12.35 + 0.9 * np.tanh(charge) - 0.35 * at - age + rng.normal(0, 0.015, len(at))
    use = (number * 0.13 + coach * 0.37) % 1.0
    tank = 100 * (1 - (use + 0.13 * np.clip((at - 0.3) / 0.6, 0, 1)) % 1.0) + rng.normal(0, 0.3, len(at))
    warm = 21 + 4 * summer + 2.5 * np.sin(2 * np.pi * (at - 0.4)) + 0.4 * _slow(rng, len(at), 60)
    if last and (number % 30) + 1 in FRIDGE_DAYS:
        warm = warm + 9
    busy = np.exp(-0.5 * ((at - 0.83) / 0.06) ** 2)
    latency = np.exp(rng.normal(3.3, 0.18, len(at))) * (1 + 2.5 * busy)
    return dict(zip(UNITS, (voltage, solar, np.clip(tank, 0, 100), warm, latency), strict=True))


def _slow(rng: np.random.Generator, n: int, minutes: int) -> NDArray[np.float64]:
    """Noise of unit size that wanders: a new value every so many minutes, straight lines between."""
    knots = rng.normal(0, 1, n // minutes + 2)
    out: NDArray[np.float64] = np.interp(np.arange(n) / minutes, np.arange(len(knots)), knots)
    return out


def bodies(
    seed: int, start: datetime, days: int, size: int = 2, zone: str = "UTC", series: int = 40
) -> Iterator[dict[str, Any]]:
    """The same as bodies of POST /api/v1/ingest, of at most so many series each."""
    held: list[dict[str, Any]] = []
    for one in readings(seed, start, days, size, zone):
        made = {"metric": one.metric, "labels": one.labels, "unit": one.unit, "t": one.t.tolist(), "v": one.v.tolist()}
        held.append(made)
        if len(held) == series:
            yield {"series": held}
            held = []
    if held:
        yield {"series": held}


def points(seed: int, start: datetime, days: int, size: int = 2, zone: str = "UTC") -> Iterator[dict[str, Any]]:
    """The same in rows, as `points` of POST /api/v1/ingest takes them."""
    for one in readings(seed, start, days, size, zone):
        for t, v in zip(one.t.tolist(), one.v.tolist(), strict=True):
            yield {"metric": one.metric, "labels": one.labels, "unit": one.unit, "t": t, "v": v}
