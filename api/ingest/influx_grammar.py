"""The words of line protocol: what a head and a field name, and what the text of a number and a time mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import lru_cache

import numpy as np

from api.ingest.book import Book, Named
from api.ingest.names import KEY, LABELS, METRIC, VALUE, wrong_series
from api.ingest.times import NEVER_US
from db.errors import TooLarge
from db.records import Kind, SeriesSpec, Times

SCALES = {"ns": -1000, "n": -1000, "us": 1, "u": 1, "µ": 1, "ms": 1000, "s": 1_000_000}
"""Precision -> factor to microseconds; negative: divisor."""

IRREGULAR = (b"\\", b'"', b"\r", b"\t", b"\x00")
"""What sends a line to the careful road."""

TRUE = (b"t", b"T", b"true", b"True", b"TRUE")
FALSE = (b"f", b"F", b"false", b"False", b"FALSE")
INTEGER = "^[+-]?[0-9]+[iu]$"

_FLOAT = re.compile(rb"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_INTEGER = re.compile(INTEGER.encode())
_NOT_FINITE = re.compile(rb"[+-]?(?:nan|inf|infinity)", re.IGNORECASE)
_TIME = re.compile(rb"-?\d{1,30}")
_ESCAPED = re.compile(r"\\([,= ])")


HEAD = 8 * (METRIC + LABELS * (KEY + VALUE + 2))
"""Bytes of the longest head that can name a series: each character up to four bytes, each with an escape or two."""
SHOWN = 60
"""Characters of a bad tag that are quoted: the reason is told for each field of its line."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What lines mean: whose they are, the unit of their times, the time of lines that have none, how many may come.

    `counters`: metrics, `*` for anything, whose values only grow: lines have no way to say it.
    """

    tenant: int
    book: Book
    precision: str
    now_us: int
    max_rows: int
    counters: tuple[str, ...] = ()


def too_many(reading: Reading) -> TooLarge:
    """More fields or lines than a body may have."""
    return TooLarge(f"The body has more than {reading.max_rows:,} lines or fields. Send smaller batches.")


def find(head: bytes, field: bytes, reading: Reading) -> Named | str:
    """The series of `measurement,tag=value` and a field's key, both as sent; the reason, if they name none."""
    key = (reading.tenant, head, field, *reading.counters)
    if (named := reading.book.get(key)) is not None:
        return named
    named_parts = _head(head)
    if isinstance(named_parts, str):
        return named_parts
    measurement, labels = named_parts
    name = _plain(field)
    if not name:
        return "a field has no name"
    metric = f"{measurement}.{name}"
    kind = Kind.counter if any(fnmatchcase(metric, one) for one in reading.counters) else Kind.gauge
    return wrong_series(metric, labels) or reading.book.enter(key, SeriesSpec(metric, dict(labels), None, kind))


@lru_cache(maxsize=16)  # a line asks once for each of its fields
def _head(head: bytes) -> tuple[str, dict[str, str]] | str:
    if len(head) > HEAD:
        return f"the measurement and its tags have {len(head):,} bytes: no series has so long a name"
    measurement, *tags = re.split(rb"(?<!\\),", head)
    if not measurement:
        return "the measurement is missing"
    labels: dict[str, str] = {}
    for tag in tags:
        key, *values = (_plain(part) for part in re.split(rb"(?<!\\)=", tag))
        if not key or len(values) != 1 or not values[0]:
            return f"the tag {_plain(tag)[:SHOWN]!r} is not key=value"
        if key in labels:
            return f"the tag {key[:SHOWN]!r} is given twice"
        labels[key] = values[0]
    return _plain(measurement), labels


def _plain(text: bytes) -> str:
    """Text without its escapes. The body was checked to be UTF-8, and no separator can split a character of it."""
    return _ESCAPED.sub(r"\1", text.decode())


def number(text: bytes) -> float | None:
    """An unquoted field value; None if it is no number. Booleans are 1 and 0. NaN and infinity pass (see `checks`)."""
    if _FLOAT.fullmatch(text) or _NOT_FINITE.fullmatch(text):
        return float(text)
    if _INTEGER.fullmatch(text):
        return float(text[:-1])
    return 1.0 if text in TRUE else 0.0 if text in FALSE else None


def time_us(text: bytes, precision: str) -> int | None:
    """A timestamp -> us; None if it is none. What is too large to hold stays far out of the accepted range."""
    if not _TIME.fullmatch(text):
        return None
    scale = SCALES[precision]
    limit = NEVER_US * -scale if scale < 0 else NEVER_US // scale
    t = max(-limit, min(int(text), limit))
    return t // -scale if scale < 0 else t * scale


def times_us(t: Times, precision: str) -> Times:
    """A column of timestamps -> us, as `time_us` does."""
    scale = SCALES[precision]
    return t // -scale if scale < 0 else np.clip(t, -(NEVER_US // scale), NEVER_US // scale) * scale
