"""Prometheus remote write 1.0 by hand: `prompb.WriteRequest` (three message types), in snappy's block format."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

_CODEC = pa.Codec("snappy")
TIME_BYTES = 6
"""Bytes of a varint between 2^35 and 2^42: ms since 1970 from 1971 to 2109."""


def labels(named: dict[str, str]) -> bytes:
    """Label pairs of a TimeSeries, sorted by name."""
    pairs = (_field(1, name.encode()) + _field(2, value.encode()) for name, value in sorted(named.items()))
    return b"".join(_field(1, pair) for pair in pairs)


def request(heads: list[bytes], times: NDArray[np.int64], values: NDArray[np.float64]) -> bytes:
    """A compressed WriteRequest. heads[series] from `labels`; times[step] in ms; values[series, step]."""
    parts = []
    for head, row in zip(heads, values, strict=True):
        parts.append(_field(1, head + _samples(times, row)))
    return _CODEC.compress(b"".join(parts), asbytes=True)  # type: ignore[no-any-return]  # untyped there


def _samples(times: NDArray[np.int64], values: NDArray[np.float64]) -> bytes:
    """Field 2 of a TimeSeries, once a point: {double value = 1; int64 timestamp = 2}."""
    out = np.empty((len(times), 12 + TIME_BYTES), np.uint8)
    out[:, 0], out[:, 1] = 0x12, 10 + TIME_BYTES
    out[:, 2] = 0x09
    out[:, 3:11] = values.astype("<f8").view(np.uint8).reshape(-1, 8)
    out[:, 11] = 0x10
    for place in range(TIME_BYTES):
        out[:, 12 + place] = times >> 7 * place & 0x7F | (0x80 if place < TIME_BYTES - 1 else 0)
    return out.tobytes()


def _field(number: int, content: bytes) -> bytes:
    return _varint(number << 3 | 2) + _varint(len(content)) + content


def _varint(number: int) -> bytes:
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)
