"""CSV in and out: every row of the file comes back in its place, with its cells as they were."""

from __future__ import annotations

import csv
import gzip
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import numpy as np
import pyarrow as pa

from api.ingest.times import FLOOR_US, NEVER_US
from cli.backfill.cells import EMPTY, Wrong, times_of, values_of
from cli.backfill.mapping import TIME_NAMES, VALUE_NAMES, WrongUse
from cli.backfill.source import CannotRead
from ml.types import Flags, Floats, Longs

HEAD = ("timestamp", "value", "anomaly_score", "label")


@dataclass(frozen=True, slots=True)
class Columns:
    """Where time and value stand in a row, and the IANA zone of times that have none."""

    time: int
    value: int
    zone: str


@dataclass(slots=True)
class Rows:
    """What a file holds. `t` int64[n] us UTC, `v` float64[n], `good`: the rows that hold a point."""

    times: list[str]
    values: list[str]
    t: Longs
    v: Floats
    good: Flags
    empty: int = 0
    rejected: Counter[str] = field(default_factory=Counter)


def columns(path: Path, time: str | None, value: str | None, zone: str) -> Columns:
    """Look at the head of a file. Raises `WrongUse` where a column is not found, `CannotRead` where no text is."""
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise WrongUse(f"--tz {zone!r} is no IANA zone, such as Europe/Berlin.") from error
    with _open(path) as file:
        head = [name.strip() for name in next(_reader(path, file), [])]
    if not head:
        raise CannotRead(f"{path} is empty: its first line must name the columns, such as timestamp,value.")
    at = _find(path, head, time, TIME_NAMES, "time")
    others = [name for i, name in enumerate(head) if i != at]
    alone = others[0] if len(others) == 1 else None
    return Columns(
        at, _find(path, head, value or (None if _named(head, VALUE_NAMES) else alone), VALUE_NAMES, "value"), zone
    )


def _named(head: list[str], names: tuple[str, ...]) -> str | None:
    """The column that is called one of these names, the first name first."""
    lower = {name.lower(): name for name in reversed(head)}
    return next((lower[name] for name in names if name in lower), None)


def _find(path: Path, head: list[str], given: str | None, names: tuple[str, ...], what: str) -> int:
    name = given or _named(head, names)
    if name is None:
        raise WrongUse(f"Which column of {path} is the {what}? Say --{what}-column: {', '.join(head)}.")
    if name not in head:
        raise WrongUse(f"{path} has no column {name!r}. It has: {', '.join(head)}.")
    return head.index(name)


def read(path: Path, where: Columns) -> Rows:
    """The whole file. Raises `CannotRead`. Lines that hold nothing at all are no rows."""
    times: list[str] = []
    values: list[str] = []
    reasons: Wrong = {}
    with _open(path) as file:
        reader = _reader(path, file)
        next(reader, None)
        for row in reader:
            if len(row) <= max(where.time, where.value):
                reasons[len(times)] = "the row has too few columns"
            times.append(row[where.time].strip() if where.time < len(row) else "")
            values.append(row[where.value].strip() if where.value < len(row) else "")
    t, late = times_of(_text(times), where.zone) if times else (np.zeros(0, np.int64), {})
    v, odd = values_of(_text([value or None for value in values])) if times else (np.zeros(0), {})
    rows = Rows(times, values, t, v, np.ones(len(t), np.bool_))
    _judge(rows, odd | late | _beyond(t, late) | reasons)
    return rows


def _text(cells: Sequence[str | None]) -> Any:
    try:
        return pa.array(cells, pa.string())
    except UnicodeEncodeError:  # bytes that are no UTF-8: they are kept for the result, and mean nothing here
        return pa.array([cell and cell.encode("utf-8", "replace").decode() for cell in cells], pa.string())


def _beyond(t: Longs, wrong: Wrong) -> Wrong:
    """Times that the pipeline would not take. A file of nothing but small numbers counts from its own beginning."""
    taken = np.delete(t, list(wrong))
    floor = FLOOR_US if len(taken) and taken.max() >= FLOOR_US else 0
    beyond = np.flatnonzero((t < floor) | (t >= NEVER_US)).tolist()
    return {i: "the time is before 1973 or too far ahead" for i in beyond if i not in wrong}


def _judge(rows: Rows, wrong: Wrong) -> None:
    rows.good[list(wrong)] = False
    for reason in wrong.values():
        if reason == EMPTY:
            rows.empty += 1
        else:
            rows.rejected[reason] += 1


def write(path: Path, rows: Rows, score: Floats, label: Flags) -> None:
    """Scores beside the rows that they belong to, every digit of them. The file appears whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    with part.open("w", encoding="utf-8", errors="surrogateescape", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEAD)
        writer.writerows(zip(rows.times, rows.values, score.tolist(), label.astype(int).tolist(), strict=True))
    part.replace(path)


def _reader(path: Path, file: IO[str]) -> Iterator[list[str]]:
    delimiter = "\t" if ".tsv" in path.suffixes else ","
    return (row for row in csv.reader(file, delimiter=delimiter) if row)


@contextmanager
def _open(path: Path) -> Iterator[IO[str]]:
    try:
        with gzip.open(path) if path.suffix.lower() == ".gz" else path.open("rb") as raw:
            yield io.TextIOWrapper(raw, encoding="utf-8-sig", errors="surrogateescape", newline="")
    except (OSError, EOFError, csv.Error) as error:
        raise CannotRead(f"{path} cannot be read: {error}.") from error
