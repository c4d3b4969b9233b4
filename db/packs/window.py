"""Which rows of a pack's rollup answer a range of time: pieces of one level each, that hold every moment once.

A pack that rolls up keeps one table with a column `level`: rows of 15, 60 and 1440 minutes of UTC, all written in the
transaction that takes the events in, so that they are never behind. A range is read from the longest windows that fit
between its edges; its ragged ends from shorter ones, and what is shorter than 15 minutes (level 0) from the pack's own
facts. In SQL:

    from unnest(:levels::int[], :los::timestamptz[], :his::timestamptz[]) as p (level, lo, hi)
    cross join lateral (
        select … from <rollup> u where u.tenant_id = :tenant and u.level = p.level and u.t >= p.lo and u.t < p.hi
        offset 0) u
    …  union all  … the same of <facts> f where p.level = 0 and f.tenant_id = :tenant and f.t >= p.lo and f.t < p.hi
    … width_bucket(t, :edges::timestamptz[]) - 1 as bucket

`lateral … offset 0` keeps the planner to one look into the index a piece: with a plain join it may read all windows
once a piece, and take seconds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np

from db.records import Times, from_us

MINUTE_US = 60_000_000
LEVELS = (1440, 60, 15)
"""Minutes, from long to short."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """Columns of equal length: [lo, hi) is read from rows of `level` minutes; 0: from facts."""

    levels: list[int]
    los: list[datetime]
    his: list[datetime]

    def arguments(self) -> dict[str, Any]:
        """For a query: :levels, :los, :his."""
        return {"levels": self.levels, "los": self.los, "his": self.his}


def pieces_of(edges: Times, levels: Sequence[int] = LEVELS) -> Pieces:
    """The pieces for [edges[0], edges[-1]), ascending us, such that no row straddles an edge between.

    `levels`: minutes of the windows that the pack keeps, from long to short; windows are counted from 1970 UTC.
    """
    found: list[tuple[int, int, int]] = []
    gaps = [(int(edges[0]), int(edges[-1]))] if edges[0] < edges[-1] else []
    for level in levels:
        step = level * MINUTE_US
        if level != levels[-1] and (edges[1:-1] % step).any():
            continue
        rest: list[tuple[int, int]] = []
        for lo, hi in gaps:
            first, last = -(-lo // step) * step, hi // step * step
            if first >= last:
                rest.append((lo, hi))
                continue
            found.append((level, first, last))
            rest += [gap for gap in ((lo, first), (last, hi)) if gap[0] < gap[1]]
        gaps = rest
    found = sorted(found + [(0, lo, hi) for lo, hi in gaps], key=lambda piece: piece[1])
    kinds, los, his = ([piece[i] for piece in found] for i in range(3))
    return Pieces(kinds, [from_us(t) for t in los], [from_us(t) for t in his])


def whole(start: int, stop: int) -> Times:
    """The edges of a range that is one bucket."""
    return np.array([start, stop], np.int64)


def moments(edges: Times) -> list[datetime]:
    """Edges as aware datetimes in UTC, for a query's :edges."""
    return [from_us(t) for t in edges.tolist()]
