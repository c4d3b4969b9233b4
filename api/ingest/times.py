"""Times as producers write them -> microseconds since 1970 UTC.

RFC 3339 text with a zone, or epoch numbers in s, ms, us or ns: with a floor of 1e8 s (1973-03-03) their sizes do not
overlap, since no two of the ranges [1e8, 1e11) s, [1e11, 1e14) ms, [1e14, 1e17) us, [1e17, 1e20) ns meet. Digits below
a microsecond are cut off. A number outside these ranges becomes a time outside the accepted range, which `checks`
refuses. `quick` takes a whole regular column, `careful` takes it value by value; they agree wherever `quick` answers.
"""

from __future__ import annotations

import math
import re
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from db.records import Times, to_us

FLOOR_US = 100_000_000_000_000
"""The earliest accepted time: 1973-03-03T09:46:40Z."""
NEVER_US = 1 << 62
"""Stands for any time too far in the future to be written."""

_SECONDS, _MILLIS, _MICROS, _NANOS = 10**11, 10**14, 10**17, 10**20
_QUICK_TEXT = (
    r"^[12][0-9]{3}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?"
    r"(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$"
)
_TEXT = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:([Zz])|([+-])([01]\d|2[0-3]):([0-5]\d))?", re.ASCII
)


def convert(times: list[Any]) -> tuple[Times, dict[int, str]]:
    """A column of times -> us int64[n], and the reasons for the values that are none (their us are 0)."""
    quick_times = quick(times)
    return careful(times) if quick_times is None else (quick_times, {})


def quick(times: list[Any]) -> Times | None:
    """A column of one regular type; None if it is not."""
    try:
        column = pa.array(times)
    except (pa.ArrowException, OverflowError, UnicodeError):
        return None
    if column.null_count:
        return None
    if pa.types.is_int64(column.type):
        return from_integers(column.to_numpy().astype(np.int64, copy=False))
    if pa.types.is_float64(column.type):
        return _from_floats(column.to_numpy())
    return _from_text(column) if pa.types.is_string(column.type) else None


def from_integers(t: Times) -> Times:
    """Epoch numbers int64[n] -> us, by their size. Usually all are of one unit, which is tried first."""
    low, high = (int(t.min()), int(t.max())) if len(t) else (_SECONDS, _SECONDS)
    if low >= _SECONDS and high < _MILLIS:
        return t * 1000
    if high < _SECONDS:
        return np.maximum(t, 0) * 1_000_000
    if low >= _MILLIS and high < _MICROS:
        return t
    if low >= _MICROS:
        return t // 1000
    # np.where works every branch out; clipping keeps those that are not taken from overflowing
    seconds, millis = np.clip(t, 0, _SECONDS) * 1_000_000, np.clip(t, 0, _MILLIS) * 1000
    us: Times = np.where(t < _SECONDS, seconds, np.where(t < _MILLIS, millis, np.where(t < _MICROS, t, t // 1000)))
    return us


def _from_floats(t: np.ndarray[Any, np.dtype[np.float64]]) -> Times | None:
    # below 2: Arrow takes booleans among floats, for 0 and 1
    if not np.isfinite(t).all() or t.max() >= _MICROS or t.min() < 2:
        return None
    scale = np.where(t < _SECONDS, 1e6, np.where(t < _MILLIS, 1e3, 1.0))
    us: Times = np.rint(t * scale).astype(np.int64)
    return us


def _from_text(column: Any) -> Times | None:
    if not pc.all(pc.match_substring_regex(column, _QUICK_TEXT)).as_py():
        return None
    try:
        us: Times = column.cast(pa.timestamp("us", tz="UTC")).cast(pa.int64()).to_numpy()
    except pa.ArrowException:
        return None
    return us


def careful(times: list[Any]) -> tuple[Times, dict[int, str]]:
    """A column, value by value."""
    out, wrong = np.zeros(len(times), np.int64), {}
    for i, given in enumerate(times):
        us = one(given)
        if isinstance(us, str):
            wrong[i] = us
        else:
            out[i] = us
    return out, wrong


def one(given: object) -> int | str:
    """One time -> us, or the reason why it is none."""
    if isinstance(given, str):
        return _one_text(given)
    if isinstance(given, bool) or not isinstance(given, int | float):
        return "the time is missing" if given is None else "the time must be RFC 3339 text or an epoch number"
    if isinstance(given, float) and math.isnan(given):
        return "the time is not a number"
    if given >= _NANOS:
        return NEVER_US
    if given >= _MICROS:
        return int(given) // 1000
    scale = 1_000_000 if given < _SECONDS else 1000 if given < _MILLIS else 1
    return round(max(given, 0) * scale)


def _one_text(given: str) -> int | str:
    match = _TEXT.fullmatch(given)
    if match is None:
        return "the time is not RFC 3339, such as 2026-01-01T00:00:00Z"
    *fields, fraction, utc, sign, hours, minutes = match.groups()
    if not utc and not sign:
        return "the time has no zone: add Z or an offset such as +01:00"
    offset = timedelta(0) if utc else timedelta(hours=int(hours), minutes=int(minutes))
    zone = UTC if utc else timezone(-offset if sign == "-" else offset)
    try:
        whole = to_us(datetime(*map(int, fields), tzinfo=zone))  # type: ignore[misc, arg-type]  # six numbers, then the zone
    except (ValueError, OverflowError):
        return "the time is no date of the calendar"
    return whole + int((fraction or "0")[:6].ljust(6, "0"))
