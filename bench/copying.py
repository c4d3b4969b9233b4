"""A bare binary COPY of rows into `samples`, with its index and nothing else: what the database alone can do."""

from __future__ import annotations

import time

import numpy as np
import psycopg
from numpy.typing import NDArray

from db import pgcopy
from db.engine import Engine
from db.migrate import migrate
from db.partitions import Weeks
from db.pool import connect

Rows = tuple[NDArray[np.int32], NDArray[np.int64], NDArray[np.float64]]
"""(series id, us, value) in the order in which they are written."""


def seconds(database: str, rows: Rows, batch: int, way: str) -> float | None:
    """Time to write all rows, `batch` a COPY and a commit each, encoding left out. None: this engine cannot.

    `way`: `unsorted` as they are; `sorted` by (series, time) inside each batch; `compressed` the same, straight into
    the columnstore.
    """
    engine, _ = migrate(database)
    if way == "compressed" and engine is not Engine.community:
        return None
    with connect(database, "tidewatch bench") as conn:
        Weeks(engine).ensure(conn, "samples", rows[1])
        if way == "compressed":
            conn.execute("set timescaledb.enable_direct_compress_copy = on")
        spent = 0.0
        for at in range(0, len(rows[0]), batch):
            stream = _stream(rows, slice(at, at + batch), way)
            began = time.perf_counter()
            _copy(conn, stream)
            spent += time.perf_counter() - began
    return spent


def _stream(rows: Rows, part: slice, way: str) -> bytes:
    ids, t, v = (column[part] for column in rows)
    if way != "unsorted":
        order = np.lexsort((t, ids))
        ids, t, v = ids[order], t[order], v[order]
    return pgcopy.rows([("timestamptz", t), ("float8", v), ("int4", ids)])


def _copy(conn: psycopg.Connection, stream: bytes) -> None:
    with conn.transaction(), conn.cursor().copy("copy samples (t, v, series_id) from stdin binary") as copy:
        copy.write(stream)
