"""Rows that travel as one packed value (db/sql/trends.sql): big-endian columns side by side, read without a loop."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from db.records import Ids, Times

Rows = NDArray[np.void]

SINCE_2000_US = 946_684_800_000_000
"""PostgreSQL counts microseconds from 2000-01-01, we from 1970-01-01."""

_NUMBERS = [("n", ">i8"), ("sum", ">f8"), ("min", ">f8"), ("max", ">f8")]
_ENDS = [("first_at", ">f8"), ("first", ">f8"), ("last_at", ">f8"), ("last", ">f8")]
_BUCKET = [("group", ">i4"), ("bucket", ">i4")]

FOLD = np.dtype(_BUCKET + _NUMBERS + _ENDS)
"""A (group, bucket). `first_at`, `last_at`: epoch seconds of the windows that hold first and last; nan if not asked."""
WINDOW = np.dtype([("id", ">i4"), ("t", ">i8"), *_NUMBERS, ("first", ">f8"), ("last", ">f8")])
NUMBER = np.dtype([*_BUCKET, ("n", ">i8"), ("value", ">f8")])
POINT = np.dtype([("id", ">i4"), ("t", ">i8"), ("v", ">f8")])
BAND = np.dtype([("id", ">i4"), ("t", ">i8"), ("expected", ">f8"), ("lo", ">f8"), ("hi", ">f8")])
MARK = np.dtype([("id", ">i4"), ("t", ">i8")])


def unpack(value: bytes | None, row: np.dtype[Any]) -> Rows:
    """A packed value -> rows[n]; null is no row. A column `t` becomes microseconds since 1970."""
    rows = np.frombuffer(value or b"", row).copy()
    if row.names and "t" in row.names:
        rows["t"] += SINCE_2000_US
    return rows


def ids_of(rows: Rows) -> Ids:
    """The column `id`, in native bytes."""
    return rows["id"].astype(np.int32)


def times_of(rows: Rows) -> Times:
    """The column `t`, in native bytes."""
    return rows["t"].astype(np.int64)
