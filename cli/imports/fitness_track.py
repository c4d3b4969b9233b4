"""What follows from the points of a track: distance, climb, duration, heart rate."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt

EARTH_M = 6_371_008.8
"""Mean radius."""
CLIMB_M = 2.0
"""Heights that differ by less from the last that counted are noise."""


@dataclass(frozen=True, slots=True)
class Fix:
    """A point of a track; None: it does not say."""

    t: datetime | None
    lat: float | None = None
    lon: float | None = None
    height: float | None = None
    heart: float | None = None


def metres(one: Fix, two: Fix) -> float:
    """Great-circle distance by the haversine formula; 0 where a place is not known."""
    if one.lat is None or one.lon is None or two.lat is None or two.lon is None:
        return 0.0
    a, b = radians(one.lat), radians(two.lat)
    h = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(two.lon - one.lon) / 2) ** 2
    return 2 * EARTH_M * asin(min(1.0, sqrt(h)))


def length(segments: list[list[Fix]]) -> float | None:
    """Metres along the segments; between them nobody moved. None: no places."""
    places = any(fix.lat is not None for segment in segments for fix in segment)
    return sum(metres(a, b) for segment in segments for a, b in pairwise(segment)) if places else None


def climb(segments: list[list[Fix]]) -> float | None:
    """Metres climbed, steps under `CLIMB_M` left out; None: no heights."""
    heights = [fix.height for segment in segments for fix in segment if fix.height is not None]
    if not heights:
        return None
    gained, last = 0.0, heights[0]
    for height in heights:
        if abs(height - last) >= CLIMB_M:
            gained += max(0.0, height - last)
            last = height
    return gained


def seconds(segments: list[list[Fix]]) -> float:
    """How long the segments last together: breaks between them are pauses."""
    spans = ([fix.t for fix in segment if fix.t is not None] for segment in segments)
    return sum((times[-1] - times[0]).total_seconds() for times in spans if times)


def heart(segments: list[list[Fix]]) -> tuple[float | None, float | None]:
    """(mean over time, highest) heart rate; a point counts until the next one, a minute at most."""
    beats = weight = 0.0
    rates = [fix.heart for segment in segments for fix in segment if fix.heart is not None]
    for segment in segments:
        for a, b in pairwise(segment):
            if a.heart is not None and a.t is not None and b.t is not None:
                lasts = min(max((b.t - a.t).total_seconds(), 0.0), 60.0)
                beats, weight = beats + a.heart * lasts, weight + lasts
    if not rates:
        return None, None
    return (beats / weight if weight else sum(rates) / len(rates)), max(rates)
