"""What driver analysis says: plain frozen records.

A slice is a set of (dimension, value) conditions: all leaves that meet them all. Without conditions it is everything.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["level", "appeared", "rate", "volume"]
"""What happened to a slice. "level": an additive value moved; "appeared": it had none before; of ratios "rate": what
comes on one unit of the denominator moved; "volume": the denominator moved, so that a slice with another ratio weighs
more or less."""

Conditions = tuple[tuple[int, int], ...]
"""(dimension, code) pairs, dimensions ascending."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """A slice that is not told: in the place of an explanation, or beside all of them. `confidence`: its own part of
    the belief."""

    conditions: Conditions
    confidence: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """A slice that moved as one.

    `contribution`: its part of the metric's change, in the metric's unit, signed; those of all explanations and
    `Analysis.unexplained` add up to the change. `share` = contribution / change; NaN where the change is within its
    noise. For ratios contribution = `rate` + `mix`; for additive metrics both are NaN. `expected` and `actual`: the
    metric of the slice alone (a sum, or a ratio). `effect`: relative change that the leaves have in common (0.5: half
    as much again, -1: gone), infinite for what appeared. `surprise`: bits by which naming the slice shortens the
    telling of what was seen. `z`: change of the slice in its expected spreads. `confidence` in [0, 1]: belief that it
    is this slice, not another and not chance. `leaves`: how many it has.
    """

    conditions: Conditions
    kind: Kind
    contribution: float
    share: float
    rate: float
    mix: float
    expected: float
    actual: float
    effect: float
    surprise: float
    z: float
    confidence: float
    leaves: int
    alternatives: tuple[Alternative, ...] = ()


@dataclass(frozen=True, slots=True)
class Analysis:
    """The change of a metric and what drives it, the largest sure contributions first.

    `change` = `actual` - `expected`; `spread`: its expected standard deviation where nothing happened, leaves taken as
    independent. `unexplained`: what no explanation covers, in the metric's unit; `unexplained_share` of the change,
    NaN where the change is within its noise. `hints`: what would be told next if it were surer. `why`: where there are
    no explanations, the reason in words; else empty.
    """

    expected: float
    actual: float
    change: float
    spread: float
    explanations: tuple[Explanation, ...]
    unexplained: float
    unexplained_share: float
    hints: tuple[Alternative, ...] = ()
    why: str = ""
