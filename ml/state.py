"""State of many series as plain arrays indexed by row; grows, and turns into bytes behind a version and back."""

from __future__ import annotations

import struct
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ml.types import StateError

HEADER = struct.Struct("<II")  # version, rows


class State:
    """Named arrays with a common first axis (the row). A new row equals `fresh`: per name its first values."""

    def __init__(self, version: int, fresh: dict[str, NDArray[Any]]) -> None:
        """`fresh[name]`: the value of a new row, a 0- or 1-dimensional array whose dtype the column takes."""
        self.version = version
        self.fresh = fresh
        self.rows = 0
        self.arrays = {name: np.empty((0, *one.shape), one.dtype) for name, one in fresh.items()}

    def __getitem__(self, name: str) -> NDArray[Any]:
        return self.arrays[name]

    def ensure(self, rows: int) -> None:
        """Have at least `rows` rows; those there are keep their values."""
        if rows <= self.rows:
            return
        for name, one in self.fresh.items():
            grown = np.empty((rows, *one.shape), one.dtype)
            grown[: self.rows] = self.arrays[name]
            grown[self.rows :] = one
            self.arrays[name] = grown
        self.rows = rows

    @property
    def row_bytes(self) -> int:
        """Bytes that one series costs."""
        return sum(one.nbytes for one in self.fresh.values())

    def dump(self, lo: int, hi: int) -> bytes:
        """Rows [lo, hi), little-endian, behind (version, number of rows). Rows beyond the end are fresh ones."""
        self.ensure(hi)
        parts = [np.ascontiguousarray(self.arrays[n][lo:hi], self._little(n)).tobytes() for n in self.fresh]
        return HEADER.pack(self.version, hi - lo) + b"".join(parts)

    def load(self, lo: int, state: bytes) -> None:
        """Put dumped rows at lo. Raises StateError when they are of another version or size."""
        if len(state) < HEADER.size:
            raise StateError("the detector state is cut short")
        version, rows = HEADER.unpack_from(state)
        if version != self.version:
            raise StateError(f"detector state of version {version}, this is version {self.version}")
        if len(state) != HEADER.size + rows * self.row_bytes:
            raise StateError(f"detector state of {len(state)} bytes does not hold {rows} rows")
        self.ensure(lo + rows)
        at = HEADER.size
        for name, one in self.fresh.items():
            count = rows * one.size
            part = np.frombuffer(state, self._little(name), count, at)
            self.arrays[name][lo : lo + rows] = part.reshape(rows, *one.shape)
            at += part.nbytes

    def _little(self, name: str) -> np.dtype[Any]:
        return self.fresh[name].dtype.newbyteorder("<")
