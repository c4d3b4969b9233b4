"""PostgreSQL's binary COPY format, made from columns at once (PostgreSQL manual, COPY, "Binary Format")."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

HEADER = b"PGCOPY\n\xff\r\n\0" + bytes(8)
TRAILER = b"\xff\xff"
PG_EPOCH_US = 946_684_800_000_000
"""2000-01-01 UTC in us since 1970: where PostgreSQL counts timestamps from."""

_WIRE = {"timestamptz": ">i8", "float8": ">f8", "int4": ">i4", "int8": ">i8"}


def rows(columns: Sequence[tuple[str, NDArray[Any]]]) -> bytes:
    """(type, column) pairs of equal length -> a whole COPY stream. Timestamps are us since 1970; nothing is null."""
    fields: list[tuple[str, str]] = [("fields", ">i2")]
    for at, (kind, _) in enumerate(columns):
        fields += [(f"size{at}", ">i4"), (f"value{at}", _WIRE[kind])]
    out = np.empty(len(columns[0][1]), dtype=fields)
    out["fields"] = len(columns)
    for at, (kind, column) in enumerate(columns):
        out[f"size{at}"] = out.dtype[f"value{at}"].itemsize
        out[f"value{at}"] = column - PG_EPOCH_US if kind == "timestamptz" else column
    return b"".join((HEADER, out.tobytes(), TRAILER))
