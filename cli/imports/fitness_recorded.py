"""What all recordings say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

SPORTS = {
    "running": "run", "cycling": "ride", "biking": "ride", "swimming": "swim", "walking": "walk", "hiking": "hike",
    "9": "run", "1": "ride", "10": "walk", "4": "hike", "generic": "other", "": "other",
}  # fmt: skip
"""What files call kinds of sport -> one name for each; numbers are those of Strava's GPX."""


@dataclass
class Recorded:
    """An activity in a file. `start` in UTC; metres, seconds, kcal, beats a minute; None: the file does not say."""

    sport: str
    start: datetime
    duration_s: float
    distance_m: float | None = None
    elevation_m: float | None = None
    calories: float | None = None
    avg_hr: float | None = None
    max_hr: float | None = None
    name: str | None = None
    external_id: str | None = None


def sport_of(text: str | None) -> str:
    """One name for a kind of sport: lower case, words joined by _."""
    plain = "_".join((text or "").strip().lower().replace("-", " ").split())[:40]
    return SPORTS.get(plain, plain)


def utc(moment: datetime) -> datetime:
    """A time in UTC; one without a zone is of UTC."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
