"""Columns of numbers in few bytes, without loss and without a loop.

Whole numbers become their distance from the smallest, in the narrowest of 1, 2, 4, 8 bytes that holds it; times first
lose the unit they share (s, ms). Values that are decimal fractions, as most measurements are, become whole numbers with
a power of ten, if every one of them comes back with the same bits; else they stay float64. (The idea: Afroozeh et al.,
"ALP: Adaptive Lossless floating-Point Compression", SIGMOD 2023; here with one power a column and no bit packing.)

A packed column: smallest int64, unit or power u8, width u8 (0: plain float64), then its bytes, all little-endian.
"""

from __future__ import annotations

import struct

import numpy as np
from numpy.typing import NDArray

from db.records import Times, Values

Whole = NDArray[np.int64]

_HEAD = struct.Struct("<qBB")
HEAD_BYTES = _HEAD.size
PLAIN = 0
UNITS = (1, 1_000, 1_000_000)
"""Times are in us: what they are counted in, by its number."""
MOST_DECIMALS = 6
LARGEST = 1 << 53
"""Up to here every whole number is a float64."""
SAMPLE = 32


def pack_whole(numbers: Whole) -> bytes:
    """int64[n], below 2^62 in size -> bytes."""
    smallest = int(numbers.min()) if len(numbers) else 0
    return _pack(numbers - smallest, smallest, 0)


def pack_times(t: Times) -> bytes:
    """us int64[n], below 2^62 in size -> bytes."""
    smallest = int(t.min()) if len(t) else 0
    far = t - smallest
    for unit in (2, 1):
        if not (far[:SAMPLE] % UNITS[unit]).any():
            count, rest = np.divmod(far, UNITS[unit])
            if not rest.any():
                return _pack(count, smallest, unit)
    return _pack(far, smallest, 0)


def pack_values(v: Values) -> bytes:
    """float64[n] -> bytes."""
    largest = float(np.abs(v).max(initial=0.0))
    for decimals in range(MOST_DECIMALS + 1):
        if not largest * 10**decimals < LARGEST:  # also when it is NaN
            break
        if _as_whole(v[:SAMPLE], decimals) is not None and (whole := _as_whole(v, decimals)) is not None:
            smallest = int(whole.min()) if len(whole) else 0
            return _pack(whole - smallest, smallest, decimals)
    return _HEAD.pack(0, 0, PLAIN) + v.astype("<f8", copy=False).tobytes()


def unpack_whole(packed: bytes, at: int, n: int) -> tuple[Whole, int]:
    """The column of n whole numbers that begins at `at`, and where the next begins."""
    smallest, unit, width = _HEAD.unpack_from(packed, at)
    far = np.frombuffer(packed, f"<u{width}", n, at + HEAD_BYTES).astype(np.int64)
    if unit:
        far *= UNITS[unit]
    far += smallest
    return far, at + HEAD_BYTES + n * width


def unpack_values(packed: bytes, at: int, n: int) -> tuple[Values, int]:
    """The same for values."""
    smallest, decimals, width = _HEAD.unpack_from(packed, at)
    at += HEAD_BYTES
    if width == PLAIN:
        return np.frombuffer(packed, "<f8", n, at), at + n * 8
    whole = np.frombuffer(packed, f"<u{width}", n, at).astype(np.int64) + smallest
    return whole / 10.0**decimals, at + n * width


def _pack(far: Whole, smallest: int, unit: int) -> bytes:
    largest = int(far.max()) if len(far) else 0
    width = 1 if largest < 1 << 8 else 2 if largest < 1 << 16 else 4 if largest < 1 << 32 else 8
    return _HEAD.pack(smallest, unit, width) + far.astype(f"<u{width}").tobytes()


def _as_whole(v: Values, decimals: int) -> Whole | None:
    """v * 10^decimals, if dividing it again gives exactly v, the sign of zero included."""
    whole = np.rint(v * 10.0**decimals).astype(np.int64)
    same = (whole / 10.0**decimals).view(np.int64) == np.ascontiguousarray(v).view(np.int64)
    return whole if same.all() else None
