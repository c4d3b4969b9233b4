"""Activities from files of watches and of Strava: GPX, TCX, FIT, each also as .gz; folders; Strava's bulk export."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from cli.imports.fitness_files import SUFFIXES, kind_of, recorded
from cli.imports.fitness_recorded import Recorded
from cli.imports.fitness_shelf import Shelf, folder, zipped
from cli.imports.fitness_strava import LISTED, rows
from cli.imports.model import CannotRead, Event, Problem, Wish, named

HELP = "GPX, TCX, FIT (.gz too), folders of these, or Strava's bulk export (zip or folder). --user says whose."
OPTIONS = {
    "source": "Where the files come from, such as garmin; absent: file, and strava of its export",
    "sport": "What it was, instead of what the files say, such as run",
}

Found = Event | Problem


def read(path: Path, wish: Wish) -> Iterator[Found]:
    """See `cli.imports`. A file's activity is known by source and beginning; one of Strava by its number there."""
    if not wish.user:
        raise CannotRead("say whose activities these are: --user NAME")
    if path.is_dir():
        yield from _shelf(folder(path), wish)
    elif zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            yield from _shelf(zipped(archive), wish)
    elif kind_of(path.name) is None:
        raise CannotRead(f"its name ends with none of {', '.join(SUFFIXES)}, .gz behind them, or .zip")
    else:
        for one in recorded(path.name, path.read_bytes()):
            yield event_of(one, wish, wish.options.get("source", "file"))


def _shelf(shelf: Shelf, wish: Wish) -> Iterator[Found]:
    listed = next((name for name in shelf.names if name == LISTED or name.endswith("/" + LISTED)), None)
    if listed is not None:
        for one in rows(shelf, listed):
            strava = wish.options.get("source", "strava")
            yield one if isinstance(one, Problem) else event_of(one, wish, strava)
        return
    names = sorted(name for name in shelf.names if kind_of(name) is not None)
    if not names:
        raise CannotRead(f"it holds neither {LISTED} nor files that end with {', '.join(SUFFIXES)}")
    for name in names:
        try:
            for one in recorded(name, shelf.read(name)):
                yield event_of(one, wish, wish.options.get("source", "file"))
        except CannotRead as error:
            yield Problem(name, str(error))


def event_of(one: Recorded, wish: Wish, source: str) -> Event:
    """An activity as an event."""
    external = one.external_id or f"{one.start:%Y%m%dT%H%M%SZ}"
    amounts = {
        "duration_s": one.duration_s, "distance_m": one.distance_m, "elevation_m": one.elevation_m,
        "calories": one.calories, "avg_hr": one.avg_hr, "max_hr": one.max_hr,
    }  # fmt: skip
    properties = {
        "sport_type": wish.options.get("sport") or one.sport, "timezone": wish.tz, "name": one.name and one.name[:200],
        "source": source, "external_id": external,
        **{name: None if value is None else round(value, 3) for name, value in amounts.items()},
    }  # fmt: skip
    return {
        "event_id": named("fitness.activity", wish.user, source, external),
        "event_type": "fitness.activity",
        "timestamp": one.start.isoformat(),
        "user_id": wish.user,
        "properties": {name: value for name, value in properties.items() if value is not None},
    }
