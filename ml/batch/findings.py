"""What the scheduled models find, and what they say where they cannot: plain frozen records.

Times are int64 microseconds UTC ("us"). `confidence` in [0, 1] is 1 - p, p the chance of such a finding where nothing
is. `spreads` are robust standard deviations (1.4826 x median absolute deviation) of the series without its season and
trend.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from ml.types import Floats, Longs


@dataclass(frozen=True, slots=True)
class TooLittle:
    """Not a finding: why there is none. `have` and `need` are values (not gaps) unless `why` says otherwise."""

    why: str
    have: int = 0
    need: int = 0


@dataclass(frozen=True, slots=True)
class Failed:
    """A model broke on one series; the others go on. `why`: the type of the error and its text."""

    why: str


@dataclass(frozen=True, slots=True)
class Decomposition:
    """v = trend + sum of seasonal + remainder, float64[n] each; remainder is NaN where v is.

    `periods`: lengths in points of the seasons that are really there, ascending; `seasonal[i]` belongs to
    `periods[i]`. Strengths in [0, 1] after Wang, Smith & Hyndman (2006): 1 - var(remainder) / var(remainder +
    component), one for each season. `spread`: robust standard deviation of the remainder. `filled`: share of points
    that were gaps.
    """

    t: Longs
    trend: Floats
    seasonal: tuple[Floats, ...]
    remainder: Floats
    periods: tuple[int, ...]
    strength_trend: float
    strength_seasonal: tuple[float, ...]
    spread: float
    filled: float


@dataclass(frozen=True, slots=True)
class ChangePoint:
    """The series is another one since `t`, the first point after the change.

    kind "level": `before`, `after` are the medians (season removed) of the two sides; "slope": units a day;
    "variance": robust standard deviations. `size_in_spreads`: (after - before) in usual spreads for a level; the change
    over a week for a slope; log2(after / before) for a variance. `held`: us the new state was seen for.
    """

    t: int
    kind: Literal["level", "slope", "variance"]
    before: float
    after: float
    size_in_spreads: float
    confidence: float
    held: int


@dataclass(frozen=True, slots=True)
class Outlying:
    """One window of one series that is unlike the windows of its batch. `series`: row in the batch; `start` <= t <
    `end`.

    `score` in [0, 1] is the forest's; `carried_by` names the features that carry it, the strongest first, with how many
    usual spreads of the series each lies away.
    """

    series: int
    start: int
    end: int
    score: float
    confidence: float
    carried_by: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regularity. `kind` "cycle", "correlation" or "regime"; `series`: rows concerned (leader first in a
    correlation).

    `frequency`: "every 24 hours"; `factors`: numbers behind it, ready for JSON; keys by kind: cycle: period_us,
    amplitude (half from bottom to top), share (of the variance), last_peak_us, harmonics, p; for day and week peak_us
    too: the top's offset from midnight, from Monday 00:00 UTC correlation: r, lag_us (>= 0: the second follows the
    first), p, q, n_effective regime: low, high, share_high, switches, stay_low_us, stay_high_us, now ("low" |
    "high"), since
    """

    kind: Literal["cycle", "correlation", "regime"]
    series: tuple[int, ...]
    confidence: float
    frequency: str
    factors: dict[str, float | int | str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CohortFinding:
    """One member differs from its peers. `member`: row in the cohort.

    `aspect` "level" (reads higher or lower), "spread" (moves more or less), "shape" (does not move with them),
    "drift" (was like them and has left lately). `side` "above" or "below" ("apart" for shape). `value` is the
    member's, `usual` the peers' median, `how_far` the distance in the peers' spreads; `confidence` = 1 - p after
    correction for all the comparisons made. `peers`: how many it was compared with.
    """

    member: int
    aspect: Literal["level", "spread", "shape", "drift"]
    side: Literal["above", "below", "apart"]
    value: float
    usual: float
    how_far: float
    confidence: float
    peers: int
