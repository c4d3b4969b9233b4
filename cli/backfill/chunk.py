"""A chunk of a file -> the column body of a request, with the row that each of its points came from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import orjson
from numpy.typing import NDArray

from api.ingest.checks import DAY_US, FUTURE, PAST
from api.ingest.names import wrong_series
from api.ingest.times import FLOOR_US
from cli.backfill.cells import EMPTY, Wrong, times_of, values_of
from cli.backfill.mapping import Mapping
from cli.backfill.source import Chunk
from db.records import Times, Values

Rows = NDArray[np.int64]


@dataclass(slots=True)
class Reasons:
    """How often each reason came, and the row (counted from 1) where it came first."""

    counts: Counter[str] = field(default_factory=Counter)
    first: dict[str, int] = field(default_factory=dict)

    def add(self, reason: str, row: int) -> None:
        """`row` counts from 0."""
        self.counts[reason] += 1
        self.first[reason] = min(row + 1, self.first.get(reason, row + 1))

    def as_json(self) -> dict[str, dict[str, int | None]]:
        """Reason -> count and first row."""
        return {reason: {"count": n, "first_row": self.first.get(reason)} for reason, n in self.counts.most_common()}


@dataclass(slots=True)
class Piece:
    """What a chunk becomes. `rows[i]` is the file's row (from 0) of point i of the body; `low`, `high` are us."""

    series: list[dict[str, Any]]
    rows: list[int]
    empty: int
    rejected: Reasons
    low: int | None
    high: int | None

    def body(self) -> bytes:
        """The body of a request."""
        return orjson.dumps({"series": self.series}, option=orjson.OPT_SERIALIZE_NUMPY)


def cut(chunk: Chunk, mapping: Mapping, now_us: int) -> Piece:
    """Read a chunk as the mapping says."""
    table = chunk.table.combine_chunks()
    piece = Piece([], [], 0, Reasons(), None, None)
    t, wrong_t = times_of(_column(table, mapping.time), mapping.zone)
    for mask, reason in ((t < FLOOR_US, PAST), (t >= now_us + DAY_US, FUTURE)):
        for i in np.flatnonzero(mask).tolist():
            wrong_t.setdefault(i, reason)
    groups = _groups(table, mapping)
    for column, metric in zip(mapping.values, mapping.metrics, strict=True):
        v, wrong_v = values_of(_column(table, column))
        _put(piece, chunk.start, mapping, _named(groups, mapping, column, metric), t, v, wrong_v | wrong_t)
    return piece


def _column(table: Any, name: str) -> Any:
    column = table[name]
    return column.chunk(0) if column.num_chunks == 1 else column.combine_chunks()


def _groups(table: Any, mapping: Mapping) -> dict[tuple[str | None, ...], Rows]:
    """Rows of each (metric, label, …) of the columns that name series."""
    naming = [*([mapping.metric_column] if mapping.metric_column else []), *mapping.label_columns]
    if not naming:
        return {(): np.arange(len(table))}
    groups: dict[tuple[str | None, ...], list[int]] = {}
    cells = [[None if cell is None else str(cell) for cell in table[name].to_pylist()] for name in naming]
    for i, key in enumerate(zip(*cells, strict=True)):
        groups.setdefault(key, []).append(i)
    return {key: np.array(rows, np.int64) for key, rows in groups.items()}


def _named(
    groups: dict[tuple[str | None, ...], Rows], mapping: Mapping, column: str, metric: str
) -> Iterable[tuple[str | None, dict[str, str], Rows]]:
    """(metric, labels, rows) of each series; a label whose cell is empty is left out."""
    for key, rows in groups.items():
        name: str | None = metric
        cells = key
        if mapping.metric_column:
            name, cells = key[0], key[1:]
            name = f"{name}.{column}" if name and len(mapping.values) > 1 else name
        labels = {label: cell for label, cell in zip(mapping.label_columns, cells, strict=True) if cell}
        yield name, mapping.labels | labels, rows


def _put(
    piece: Piece,
    start: int,
    mapping: Mapping,
    named: Iterable[tuple[str | None, dict[str, str], Rows]],
    t: Times,
    v: Values,
    wrong: Wrong,
) -> None:
    good = np.ones(len(t), np.bool_)
    good[list(wrong)] = False
    for i, reason in wrong.items():
        if reason == EMPTY:
            piece.empty += 1
        else:
            piece.rejected.add(reason, start + i)
    for metric, labels, rows in named:
        taken = rows[good[rows]]
        if not len(taken):
            continue
        if wrong_name := wrong_series(metric, labels):
            for i in taken.tolist():
                piece.rejected.add(wrong_name, start + i)
            continue
        item: dict[str, Any] = {"metric": metric, "labels": labels, "t": t[taken], "v": v[taken]}
        piece.series.append(item | {k: w for k, w in (("unit", mapping.unit), ("kind", mapping.kind)) if w})
        piece.rows += (taken + start).tolist()
        low, high = int(t[taken].min()), int(t[taken].max())
        piece.low = low if piece.low is None else min(piece.low, low)
        piece.high = high if piece.high is None else max(piece.high, high)
