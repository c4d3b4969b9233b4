"""Sums of activities, exact, and the measures that follow from them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from decimal import ROUND_HALF_EVEN, Context, Decimal
from typing import Any, Literal

import numpy as np

from api.packs.fitness.asked import Asked, queries
from api.packs.span import Change, compare
from db.packs.window import moments, pieces_of
from db.records import Times, from_us

Metric = Literal["distance", "duration", "elevation", "calories", "activities", "avg_hr", "pace"]
UNITS: dict[Metric, str] = {
    "distance": "m", "duration": "s", "elevation": "m", "calories": "kcal", "activities": "activities",
    "avg_hr": "bpm", "pace": "s/km",
}  # fmt: skip
MEANS = ("avg_hr", "pace")
"""Measures that do not add up: without activities they are nothing, not 0."""
PLACES = Decimal("0.000001")
WIDE = Context(prec=100)
"""For rounding: a pace over next to no distance has more digits than Python's own context keeps."""
EXACT = Context(prec=1_000)
"""For sums: more digits than lie between the largest and the smallest amount that a double can be."""


@dataclass(slots=True)
class Sums:
    """Of some activities. paced_s, paced_m: of those with a distance; heart_s: the duration of those with a heart rate;
    heart_beats: their heart rates times duration."""

    activities: int = 0
    duration_s: Decimal = Decimal(0)
    distance_m: Decimal = Decimal(0)
    elevation_m: Decimal = Decimal(0)
    calories: Decimal = Decimal(0)
    paced_s: Decimal = Decimal(0)
    paced_m: Decimal = Decimal(0)
    heart_s: Decimal = Decimal(0)
    heart_beats: Decimal = Decimal(0)

    @classmethod
    def of_row(cls, row: Any) -> Sums:
        """What a row of a query says."""
        return cls(*[row[name] for name in NAMES])

    def add(self, more: Sums) -> None:
        """Others, too."""
        plus = EXACT.add
        self.activities += more.activities
        self.duration_s = plus(self.duration_s, more.duration_s)
        self.distance_m = plus(self.distance_m, more.distance_m)
        self.elevation_m = plus(self.elevation_m, more.elevation_m)
        self.calories = plus(self.calories, more.calories)
        self.paced_s = plus(self.paced_s, more.paced_s)
        self.paced_m = plus(self.paced_m, more.paced_m)
        self.heart_s = plus(self.heart_s, more.heart_s)
        self.heart_beats = plus(self.heart_beats, more.heart_beats)

    def of(self, metric: Metric) -> Decimal | None:
        """A measure; None: no activity tells."""
        match metric:
            case "distance" | "elevation":
                return Decimal(getattr(self, f"{metric}_m"))
            case "duration":
                return self.duration_s
            case "calories":
                return self.calories
            case "activities":
                return Decimal(self.activities)
            case "avg_hr":
                return self.heart_beats / self.heart_s if self.heart_s else None
            case _:
                return self.paced_s * 1000 / self.paced_m if self.paced_m else None


NAMES = tuple(one.name for one in fields(Sums))


def total(sums: Iterable[Sums]) -> Sums:
    """All together."""
    whole = Sums()
    for one in sums:
        whole.add(one)
    return whole


def number(value: Decimal | None) -> float | None:
    """A measure for JSON, to 6 digits after the point."""
    return None if value is None else float(value.quantize(PLACES, ROUND_HALF_EVEN, WIDE))


async def fold(asked: Asked, edges: Times) -> dict[tuple[int, str], Sums]:
    """Sums by (bucket between the edges, us; kind of sport). One athlete's come from the activities, all athletes' from
    sums that the pipeline keeps with them."""
    given = asked.who() | {"edges": moments(edges), "start": from_us(int(edges[0])), "stop": from_us(int(edges[-1]))}
    if asked.athlete is not None:
        rows = queries().folded_of(asked.conn, **given)
    else:
        rows = queries().folded_all(asked.conn, **given, **pieces_of(edges).arguments())
    return {(row["bucket"], row["sport_type"]): Sums.of_row(row) async for row in rows}


async def before(asked: Asked) -> dict[str, Sums]:
    """Sums of the time before, by kind of sport."""
    found = await fold(asked, np.array(asked.before, np.int64)) if asked.before[0] < asked.before[1] else {}
    return {sport: sums for (_, sport), sums in found.items()}


def changed(asked: Asked, metric: Metric, now: Sums, old: Sums) -> tuple[float | None, Change]:
    """(a measure before, how it has changed)."""
    value, was = now.of(metric), old.of(metric)
    if value is None:
        return number(was), Change(None, "no_baseline")
    return number(was), compare(value, was, complete=asked.span.complete, begun=asked.begun)
