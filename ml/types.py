"""What goes into the detectors and what comes out: plain columns of equal length, one row a point.

Times are int64 microseconds since 1970-01-01 UTC ("us"). Values are finite float64. A "row" is the index of a series in
the state arrays of one shard.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Self

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Longs = NDArray[np.int64]
Rows = NDArray[np.int32]
Small = NDArray[np.int8]
Flags = NDArray[np.bool_]

WEEK_US = 604_800_000_000
SEVERITIES = ("low", "medium", "high", "critical")
FLOORS = (0.5, 0.9, 0.99, 0.999)
"""Score from which on a severity begins: at most 1, 1/9, about 1/100, 1/1000 false alarms a series-week."""

OPEN, RAISE, CLOSE = 0, 1, 2


class StateError(ValueError):
    """The saved detector state is of another version or damaged; learn anew from history."""


class _Columns:
    """Columns of equal length that can be cut and joined."""

    def __len__(self) -> int:
        return len(getattr(self, fields(self)[0].name))  # type: ignore[arg-type]  # subclasses are dataclasses

    def __getitem__(self, which: slice | NDArray[np.generic]) -> Self:
        return type(self)(*(getattr(self, f.name)[which] for f in fields(self)))  # type: ignore[arg-type]  # as above

    @classmethod
    def concat(cls, parts: list[Self]) -> Self:
        """The parts (at least one) one after another."""
        names = [f.name for f in fields(cls)]  # type: ignore[arg-type]  # as above
        return cls(*(np.concatenate([getattr(p, name) for p in parts]) for name in names))


@dataclass(frozen=True, slots=True)
class Ticks(_Columns):
    """Points as detectors see them, sorted by (row, t), strictly newer than anything of their row.

    `dt`: us since the point before (0: there is none). `step`: the usual us between points, as learned before this one
    (0: not known). `n`: points of the row before this one. `moves`: how often the value had changed before this one.
    The others are what `ml.stream.windows` says of the last points, this one included; NaN: nothing.
    """

    row: Rows
    t: Longs
    v: Floats
    dt: Floats
    step: Floats
    n: Longs
    moves: Longs
    level: Floats
    drift: Floats
    roughness: Floats
    calm: Floats
    stuck: Floats


@dataclass(frozen=True, slots=True)
class Evidence(_Columns):
    """What one detector says of each point, from what it knew before the point.

    `p` in (0, 1]: how likely a point on this side, at least so far out, is. `lo` to `hi`: the usual range around
    `expected`. `warm`: the detector knows enough to speak; where it is False the other columns mean nothing. `seen`:
    the number that was judged, the point's value or what stands for it.
    """

    p: Floats
    expected: Floats
    lo: Floats
    hi: Floats
    warm: Flags
    seen: Floats


@dataclass(frozen=True, slots=True)
class Verdicts(_Columns):
    """The one answer for each point. `score`, `rarity`, `expected`, `lo`, `hi` are NaN while the series warms up.

    `score` = 1 / (1 + r): alarms at this score and above promise at most about r false ones a series-week. `expected`,
    `lo`, `hi` are the band to draw (of the seasonal detector once it is warm, of the jump detector before). `detector`:
    index into Watch.names of the one that carried the score, -1 while warming. `rarity`: the score of a point as such;
    `score` is next to 0 where an event goes on of which it brings no news (`ml.fuse`).
    """

    score: Floats
    expected: Floats
    lo: Floats
    hi: Floats
    detector: Small
    warm: Flags
    rarity: Floats


@dataclass(frozen=True, slots=True)
class Changes(_Columns):
    """What happened to episodes, in the order of the points; one point can close an old episode and open a new one.

    `verb`: OPEN, RAISE (the severity grew) or CLOSE. `point`: index in the batch of the point that caused it. `points`:
    points of the episode so far that are at least mildly unusual. `score`, `severity` (index into SEVERITIES),
    `peak_at`, `value`, `expected`, `lo`, `hi`, `detector` are those of the worst point so far. `seen`, `seen_lo`,
    `seen_hi`: the number that the detector judged, and its usual range.
    """

    verb: Small
    point: Longs
    row: Rows
    opened_at: Longs
    last_at: Longs
    points: Longs
    score: Floats
    severity: Small
    peak_at: Longs
    value: Floats
    expected: Floats
    lo: Floats
    hi: Floats
    seen: Floats
    seen_lo: Floats
    seen_hi: Floats
    detector: Small
