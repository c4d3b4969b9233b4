"""Columns of a file -> times in us and values; cells that are neither are told with their reason."""

from __future__ import annotations

import math
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import pyarrow as pa

from api.ingest import times
from api.ingest.times import FLOOR_US
from db.records import Times, Values, from_us, to_us

EMPTY = "empty"
"""The reason for a cell that holds nothing: a hole, not a mistake."""

Wrong = dict[int, str]


def times_of(column: Any, zone: str) -> tuple[Times, Wrong]:
    """Timestamps, dates, RFC 3339 text, ISO text without a zone (taken to be in `zone`), or epoch numbers -> us."""
    if pa.types.is_date(column.type):
        column = column.cast(pa.timestamp("us"))
    if pa.types.is_timestamp(column.type):
        return _timestamps(column, zone)
    if pa.types.is_integer(column.type) or pa.types.is_floating(column.type):
        return times.convert(column.to_pylist())
    text = column.cast(pa.string())
    for kind in (pa.int64(), pa.timestamp("us")):
        if (cast := _whole(text, kind)) is not None:
            return (times.from_integers(cast.to_numpy()), {}) if kind == pa.int64() else _timestamps(cast, zone)
    if (us := times.quick(text.to_pylist())) is not None:
        return us, {}
    return _one_by_one(text.to_pylist(), ZoneInfo(zone))


def _whole(text: Any, kind: Any) -> Any | None:
    """The column as one type, if every cell is of it."""
    if text.null_count:
        return None
    try:
        return text.cast(kind)
    except pa.ArrowException:
        return None


def _timestamps(column: Any, zone: str) -> tuple[Times, Wrong]:
    us = column.cast(pa.timestamp("us", tz=column.type.tz), safe=False).cast(pa.int64()).fill_null(0)
    out: Times = us.to_numpy().copy()
    if column.type.tz is None and zone != "UTC":
        out[:] = [_in_zone(int(t), ZoneInfo(zone)) for t in out]
    empty = np.flatnonzero(column.is_null().to_numpy(zero_copy_only=False))
    return out, {int(i): EMPTY for i in empty}


def _in_zone(wall_us: int, zone: ZoneInfo) -> int:
    """Wall time as if in UTC -> us. Of two instants with one wall time the first; a skipped wall time moves on."""
    if wall_us < FLOOR_US:
        return wall_us
    return to_us(from_us(wall_us).replace(tzinfo=zone))


def _one_by_one(cells: list[str | None], zone: ZoneInfo) -> tuple[Times, Wrong]:
    out, wrong = np.zeros(len(cells), np.int64), {}
    for i, cell in enumerate(cells):
        us = _one_time(cell, zone)
        if isinstance(us, str):
            wrong[i] = us
        else:
            out[i] = us
    return out, wrong


def _one_time(cell: str | None, zone: ZoneInfo) -> int | str:
    text = (cell or "").strip()
    if not text:
        return "the time is missing"
    try:
        return times.one(int(text) if text.lstrip("-").isdigit() else float(text))
    except ValueError:
        us = times.one(text)
    if isinstance(us, int):
        return us
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        return "the time is neither RFC 3339, nor ISO 8601, nor an epoch number"
    return to_us(when if when.tzinfo else when.replace(tzinfo=zone))


def values_of(column: Any) -> tuple[Values, Wrong]:
    """Numbers, or text of numbers -> float64; holes and NaN are `EMPTY`."""
    if pa.types.is_decimal(column.type) or pa.types.is_boolean(column.type):
        column = column.cast(pa.float64())
    try:
        values = column.cast(pa.float64(), safe=False).to_numpy(zero_copy_only=False)
        wrong: Wrong = {}
    except pa.ArrowException:
        values, wrong = _values_one_by_one(column.to_pylist())
    for i in np.flatnonzero(~np.isfinite(values)).tolist():
        wrong.setdefault(i, EMPTY if math.isnan(values[i]) else "the value is infinite")
    return values, wrong


def _values_one_by_one(cells: list[Any]) -> tuple[Values, Wrong]:
    out, wrong = np.full(len(cells), np.nan), {}
    for i, cell in enumerate(cells):
        text = str(cell or "").strip()
        try:
            out[i] = float(text) if text else np.nan
        except ValueError:
            wrong[i] = "the value is no number"
    return out, wrong
