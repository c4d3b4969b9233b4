"""One recording: by its name a GPX, TCX or FIT, packed or not; and what all of them say."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from cli.imports.fitness_shelf import LARGEST
from cli.imports.model import CannotRead

SUFFIXES = (".gpx", ".tcx", ".fit")
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


def kind_of(name: str) -> str | None:
    """The suffix that says what a file is, without .gz; None: none that is known."""
    plain = name.lower().removesuffix(".gz")
    hidden = plain.rpartition("/")[2].startswith(".")
    return None if hidden else next((suffix for suffix in SUFFIXES if plain.endswith(suffix)), None)


def recorded(name: str, data: bytes) -> Iterator[Recorded]:
    """The activities of a file. Raises `CannotRead`."""
    from cli.imports.fitness_fit import read_fit
    from cli.imports.fitness_xml import read_gpx, read_tcx

    readers: dict[str, Callable[[bytes], Iterator[Recorded]]] = {".gpx": read_gpx, ".tcx": read_tcx, ".fit": read_fit}
    kind = kind_of(name)
    if kind is None:
        raise CannotRead(f"its name ends with none of {', '.join(SUFFIXES)}")
    found = list(readers[kind](unpacked(data) if name.lower().endswith(".gz") else data))
    if not found:
        raise CannotRead("it holds no activity with times")
    yield from found


def unpacked(data: bytes) -> bytes:
    """What is in a .gz. Raises `CannotRead`."""
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as packed:
            found = packed.read(LARGEST + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise CannotRead(f"it is no whole .gz: {error}") from error
    if len(found) > LARGEST:
        raise CannotRead(f"it has more than {LARGEST // 1_000_000} MB when unpacked")
    return found


def utc(moment: datetime) -> datetime:
    """A time in UTC; one without a zone is of UTC."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
