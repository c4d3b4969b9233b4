"""Activities of made-up athletes, each with a zone, habits and a life; the same for the same seed.

Some run, some ride, some do a bit of all; in the morning or after work; more in summer, more at weekends. Causes worth
finding: an injury of six weeks, a plan before a race, somebody who gives up, a watch that loses the heart rate.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from db.calendar import day_begins

Numbers = NDArray[np.float64]
Whole = NDArray[np.int64]
Flags = NDArray[np.bool_]

SPORTS = {
    "run": (2.9, 11.0, 150, 1.0),
    "ride": (7.2, 9.0, 135, 1.8),
    "swim": (0.75, 0.0, 130, 0.7),
    "walk": (1.4, 8.0, 100, 0.9),
    "hike": (1.1, 45.0, 115, 3.5),
}
"""Metres a second, metres climbed a kilometre, heart rate, hours."""
HABITS = (
    ({"run": 4, "ride": 1}, 0.55), ({"ride": 5, "run": 1, "swim": 1}, 0.45), ({"walk": 4, "hike": 1}, 0.6),
    ({"swim": 3, "run": 1, "walk": 1}, 0.35), ({"run": 2, "ride": 2, "swim": 2}, 0.75),
)  # fmt: skip
"""Kinds of sport with weights, and how likely a day is."""
ZONES = ("Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe")
ATHLETES = 20
"""At size 1."""
DEMO = {"size": 0.5}
_KM = {"metric": "fitness.distance", "scale": 1000, "timezone": "Europe/Berlin"}
GOALS = (
    {"name": "club week", "title": "The club: {shown} km a week", "window": "weekly", "ahead": 0.7} | _KM,
    {"name": "month", "title": "{shown} km a month", "window": "monthly", "ahead": 0.5, "owner": "athlete-000",
     "labels": {"user_id": "athlete-000"}} | _KM,
    {"name": "year", "title": "{shown} km a year", "window": "yearly", "so_far": 0.9, "owner": "athlete-001",
     "labels": {"user_id": "athlete-001"}} | _KM,
    {"name": "challenge", "title": "Thirty days, {shown} km", "window": "once", "for_days": 30, "ahead": 2,
     "owner": "athlete-004", "labels": {"user_id": "athlete-004"}} | _KM,
)  # fmt: skip
"""What the demo's people want (`cli.demo_goals`)."""


@dataclass
class Athlete:
    """Somebody with habits; shares of the time for what happens."""

    name: str
    zone: str
    sports: tuple[str, ...]
    weights: Numbers
    daily: float
    hour: float
    speed: float
    injured: float
    races: float
    stops: float
    watch: float


def events(seed: int, start: datetime, days: int, size: float = 1.0, zone: str = "UTC") -> Iterator[dict[str, Any]]:
    """Events as POST /api/v1/events takes them, in order of time, for `days` local days from `start` (aware) on.

    `size` 1: 20 athletes. `zone`: of half of them; the others live elsewhere.
    """
    rng = np.random.default_rng(seed)
    athletes = [_athlete(rng, n, zone) for n in range(max(1, round(ATHLETES * size)))]
    first = start.astimezone(ZoneInfo(zone)).date()
    dates = [first + timedelta(days=day) for day in range(days)]
    begins = {
        key: np.array([day_begins(day, ZoneInfo(key)) for day in dates], np.int64)
        for key in {who.zone for who in athletes}
    }
    weekend = np.array([day.weekday() >= 5 for day in dates], np.bool_)
    season = 1 + 0.35 * np.cos(2 * np.pi * (np.array([day.timetuple().tm_yday for day in dates]) - 190) / 365)
    parts = [_year(rng, who, dates, begins[who.zone], weekend, season) for who in athletes]
    t = np.concatenate([part[0] for part in parts])
    made = [event for _, listed in parts for event in listed]
    return (made[i] for i in np.argsort(t, kind="stable").tolist())


def _athlete(rng: np.random.Generator, number: int, zone: str) -> Athlete:
    habit, daily = HABITS[number % len(HABITS)]
    weights = np.array(list(habit.values()), float)
    return Athlete(
        name=f"athlete-{number:03d}",
        zone=zone if number % 2 == 0 else ZONES[number // 2 % len(ZONES)],
        sports=tuple(habit),
        weights=weights / weights.sum(),
        daily=daily,
        hour=float(rng.choice([6.5, 12.5, 18.0])),
        speed=float(rng.lognormal(0, 0.1)),
        injured=float(rng.uniform(0.2, 0.7)) if number % 7 == 3 else 2.0,
        races=float(rng.uniform(0.4, 0.9)) if number % 5 == 0 else 2.0,
        stops=float(rng.uniform(0.5, 0.8)) if number % 9 == 8 else 2.0,
        watch=float(rng.uniform(0.3, 0.8)) if number % 6 == 5 else 2.0,
    )


def _year(
    rng: np.random.Generator, who: Athlete, dates: list[date], begins: Whole, weekend: Flags, season: Numbers
) -> tuple[Whole, list[dict[str, Any]]]:
    """(times in us, events) of one athlete."""
    share = np.arange(len(dates)) / len(dates)
    effort = np.where((who.races - 0.15 < share) & (share < who.races), 1.5, 1.0)
    chance = who.daily * season * effort * np.where(weekend, 1.3, 1.0)
    idle = (share > who.stops) | ((share > who.injured) & (share < who.injured + 0.115))
    once = (rng.random(len(dates)) < chance) & ~idle
    twice = (rng.random(len(dates)) < 0.06 * chance) & once
    day = np.sort(np.concatenate([np.flatnonzero(once), np.flatnonzero(twice)]))
    number = np.concatenate([[0], (np.diff(day) == 0).astype(int)])[: len(day)]
    n = len(day)
    which = rng.choice(len(who.sports), n, p=who.weights)
    speed, climb, heart, hours = (np.array([SPORTS[s][i] for s in who.sports])[which] for i in range(4))
    duration = (hours * 3600 * np.where(weekend[day], 1.4, 1.0) * effort[day] * rng.lognormal(0, 0.3, n)).astype(int)
    second = np.clip(3600 * (who.hour + 5 * number) + rng.normal(0, 4000, n), 0, 23 * 3600 - 1).astype(np.int64)
    t = begins[day] + second * 1_000_000
    distance = np.round(duration * speed * who.speed * rng.lognormal(0, 0.06, n), 1)
    columns = {
        "duration_s": duration,
        "distance_m": distance,
        "elevation_m": np.round(distance / 1000 * climb * rng.lognormal(0, 0.5, n), 1),
        "calories": (duration / 60 * heart / 14).astype(int),
        "avg_hr": (heart * effort[day] ** 0.2 * rng.normal(1, 0.05, n)).astype(int),
    }
    if who.watch < 1:  # from there on the watch loses the heart rate
        columns["avg_hr"][share[day] >= who.watch] = 0
    dated = np.array(dates, "datetime64[D]")[day].astype(str).tolist()
    keys = [f"{date}-{k}" for date, k in zip(dated, number.tolist(), strict=True)]
    return t, _listed(who, t, [who.sports[i] for i in which.tolist()], columns, keys)


def _listed(
    who: Athlete, t: Whole, sports: list[str], columns: dict[str, NDArray[Any]], keys: list[str]
) -> list[dict[str, Any]]:
    stamps = np.datetime_as_string(t.view("datetime64[us]"), unit="s").tolist()
    rows = zip(*(column.tolist() for column in columns.values()), strict=True)
    made = []
    for stamp, sport, key, row in zip(stamps, sports, keys, rows, strict=True):
        properties = {"sport_type": sport, "timezone": who.zone, **dict(zip(columns, row, strict=True))}
        if not properties["avg_hr"]:
            del properties["avg_hr"]
        properties |= {"source": "factory", "external_id": key}
        made.append({
            "event_id": f"{who.name}-{key}", "event_type": "fitness.activity", "timestamp": f"{stamp}Z",
            "user_id": who.name, "properties": properties,
        })  # fmt: skip
    return made
