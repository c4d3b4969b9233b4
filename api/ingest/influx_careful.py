"""Line protocol line by line: escapes, quoted text, comments, blank lines. A line always ends at its line break."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

import numpy as np

from api.ingest.book import Named
from api.ingest.draft import Draft, Rejection
from api.ingest.influx_grammar import Reading, find, number, time_us, too_many

_QUOTED = rb'"(?:\\.|[^"\\])*+"'
_LINE = re.compile(
    rb" *+((?:[^ ]|(?<=\\) )++) ++((?:" + _QUOTED + rb'|[^ "]|(?<=\\) )++)(?: ++([^ ]++))?+ *+', re.DOTALL
)
_FIELD = re.compile(rb"((?:[^=,]|(?<=\\)[=,])*+)=(" + _QUOTED + rb"|[^,]*+)(,|\Z)", re.DOTALL)


@dataclass(slots=True)
class _Sheet:
    """The draft as it grows."""

    reading: Reading
    named: list[Named] = field(default_factory=list)
    place: dict[int, int] = field(default_factory=dict)
    of: list[int] = field(default_factory=list)
    t: list[int] = field(default_factory=list)
    v: list[float] = field(default_factory=list)
    row: list[int] = field(default_factory=list)
    rejected: list[Rejection] = field(default_factory=list)
    timed: bool = True
    texts: list[int] = field(default_factory=list)  # lines whose text fields were left out

    def put(self, row: int, named: Named, t: int, v: float) -> None:
        """One more point."""
        code = self.place.setdefault(id(named), len(self.named))
        if code == len(self.named):
            self.named.append(named)
        self.of.append(code)
        self.t.append(t)
        self.v.append(v)
        self.row.append(row)


def careful(lines: Iterable[tuple[int, bytes]], reading: Reading) -> Draft:
    """(line number, line) -> draft."""
    sheet = _Sheet(reading)
    for row, line in lines:
        text = line.removesuffix(b"\r")
        if text.strip(b" ") and not text.lstrip(b" ").startswith(b"#"):
            _take(sheet, row, text)
    notes = []
    if sheet.texts:
        notes.append(
            f"{len(sheet.texts)} text fields were left out, the first in line {sheet.texts[0]}: only numbers are kept"
        )
    return Draft(
        sheet.named,
        np.array(sheet.of, np.int32),
        np.array(sheet.t, np.int64),
        np.array(sheet.v, np.float64),
        np.array(sheet.row, np.int64),
        sheet.rejected,
        sheet.timed,
        notes,
    )


def _take(sheet: _Sheet, row: int, line: bytes) -> None:
    match = _LINE.fullmatch(line)
    if match is None:
        sheet.rejected.append((row, "the line is not `measurement,tags fields time`, or a quote in it stays open"))
        return
    head, fields, stamp = match.groups()
    t = sheet.reading.now_us if stamp is None else time_us(stamp, sheet.reading.precision)
    pairs = list(islice(_fields(fields), sheet.reading.max_rows + 1))
    if len(sheet.of) + len(sheet.rejected) + len(pairs) > sheet.reading.max_rows:
        raise too_many(sheet.reading)
    if t is None:
        sheet.rejected.append((row, "the time of the line is no integer"))
    elif None in pairs:
        sheet.rejected.append((row, "the fields of the line are not key=value"))
    else:
        sheet.timed = sheet.timed and stamp is not None
        _put_fields(sheet, row, head, [pair for pair in pairs if pair], t)


def _fields(fields: bytes) -> Iterator[tuple[bytes, bytes] | None]:
    """(key, value) of each field as sent; ends with None where no field can be read."""
    at, separator = 0, b","
    while separator:
        match = _FIELD.match(fields, at)
        if match is None:
            yield None
            return
        key, value, separator = match.groups()
        at = match.end()
        yield key, value


def _put_fields(sheet: _Sheet, row: int, head: bytes, pairs: list[tuple[bytes, bytes]], t: int) -> None:
    texts = sum(value[:1] == b'"' for _, value in pairs)
    if texts == len(pairs):
        sheet.rejected.append((row, "the line has only text fields, and only numbers are kept"))
        return
    sheet.texts += [row] * texts
    for key, value in pairs:
        if value[:1] == b'"':
            continue
        v = number(value)
        named = find(head, key, sheet.reading)
        if isinstance(named, str):
            sheet.rejected.append((row, named))
        elif v is None:
            sheet.rejected.append((row, "the value of a field is no number"))
        else:
            sheet.put(row, named, t, v)
