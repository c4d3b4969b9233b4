"""Strava's bulk export: activities.csv, and the files that it names for what it does not say."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import UTC, datetime

from cli.imports.fitness_files import kind_of, recorded
from cli.imports.fitness_recorded import Recorded, sport_of
from cli.imports.fitness_shelf import Shelf
from cli.imports.model import CannotRead, Problem

LISTED = "activities.csv"
NEEDED = ("Activity ID", "Activity Date", "Activity Type")
FORMATS = ("%b %d, %Y, %I:%M:%S %p", "%d %b %Y, %H:%M:%S", "%b %d, %Y, %H:%M:%S", "%Y-%m-%d %H:%M:%S")
"""Of `Activity Date`, which is UTC: as accounts in English have it."""
FILLED = ("distance_m", "elevation_m", "calories", "avg_hr", "max_hr")

Row = dict[str, list[str]]
"""A column's values by its name, of which there may be two."""


def rows(shelf: Shelf, listed: str) -> Iterator[Recorded | Problem]:
    """The activities of an export. Raises `CannotRead`."""
    try:
        text = shelf.read(listed).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CannotRead(f"{LISTED} is not in UTF-8") from error
    lines = csv.reader(io.StringIO(text, newline=""))
    try:
        head = next(lines, [])
        if missing := [name for name in NEEDED if name not in head]:
            raise CannotRead(
                f"{LISTED} has no column {', '.join(missing)}. Set your language to English at Strava, and export anew."
            )
        for number, line in enumerate(lines, 2):
            if line:
                yield _one(shelf, listed, number, _row(head, line))
    except csv.Error as error:
        raise CannotRead(f"{LISTED} is no CSV: {error}") from error


def _row(head: list[str], line: list[str]) -> Row:
    found: Row = {}
    for name, value in zip(head, line, strict=False):
        found.setdefault(name, []).append(value.strip())
    return found


def _one(shelf: Shelf, listed: str, number: int, row: Row) -> Recorded | Problem:
    where = f"{LISTED} row {number}"
    start, activity = _date(_last(row, "Activity Date")), _last(row, "Activity ID")
    if start is None:
        return Problem(where, f"Activity Date cannot be read: {_last(row, 'Activity Date')!r}")
    if not activity:
        return Problem(where, "it has no Activity ID")
    lasted = _number(row, "Moving Time") or _number(row, "Elapsed Time")
    one = Recorded(
        sport_of(_last(row, "Activity Type")), start, lasted or 0.0, _distance(row), _number(row, "Elevation Gain"),
        _number(row, "Calories"), _number(row, "Average Heart Rate"), _number(row, "Max Heart Rate"),
        _last(row, "Activity Name") or None, activity,
    )  # fmt: skip
    return _completed(one, shelf, listed, row, where)


def _completed(one: Recorded, shelf: Shelf, listed: str, row: Row, where: str) -> Recorded | Problem:
    """What the row does not say, from its file. A file that cannot be read matters where the row says no duration."""
    name = _last(row, "Filename")
    if name and kind_of(name) and (not one.duration_s or any(getattr(one, field) is None for field in FILLED)):
        try:
            (said, *_) = recorded(name, shelf.read(listed.removesuffix(LISTED) + name))
            one.duration_s = one.duration_s or said.duration_s
            for field in FILLED:
                if getattr(one, field) is None:
                    setattr(one, field, getattr(said, field))
        except CannotRead as error:
            if not one.duration_s:
                return Problem(where, f"it says no duration, and {name}: {error}")
    return one if one.duration_s else Problem(where, "it says no duration, and names no file")


def _last(row: Row, name: str) -> str:
    """The last value of a column: of those that are there twice the second is exact."""
    return next((value for value in reversed(row.get(name, [])) if value), "")


def _number(row: Row, name: str) -> float | None:
    try:
        return float(_last(row, name).replace(",", "")) if _last(row, name) else None
    except ValueError:
        return None


def _distance(row: Row) -> float | None:
    """The second column has metres, the first, rounded, kilometres."""
    told = row.get("Distance", [])
    if len(told) > 1 and told[1]:
        return _number({"Distance": told[1:]}, "Distance")
    kilometres = _number(row, "Distance")
    return None if kilometres is None else 1000 * kilometres


def _date(text: str) -> datetime | None:
    plain = " ".join(text.replace("\u202f", " ").split())
    for form in FORMATS:
        try:
            return datetime.strptime(plain, form).replace(tzinfo=UTC)
        except ValueError:
            continue
    return None
