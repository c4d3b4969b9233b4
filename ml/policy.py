"""What people say of a series beforehand: which side matters, how far is far, what is legal, how often to be told.

A policy is applied to the verdict: after scoring, before episodes. Learning does not hear of it, so changing a policy
changes what is told from the next point on and nothing that was learned. In this order, for a point with value v whose
score was carried by a detector that expected e:

- `low`, `high`: a value outside is illegal. Its score is 1 at once, warm or not, whatever the other rules say.
- `direction`: "above" leaves only values above the usual range around e, "below" only those below it.
- `min_dev`, `min_dev_relative`: |v - e| must be at least min_dev, and at least min_dev_relative |e|.
- `sensitivity`: the promised number of alarms a series-week, instead of DEFAULT. The score 1 / (1 + r), with r such or
  rarer points a series-week, becomes 1 / (1 + r DEFAULT / sensitivity): the fixed floor where episodes open then stands
  for the number that was asked for.
- `muted`: nothing is told, illegal values neither.

What is left out has score 0. Of a counter, all numbers are those of its rate a second.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from ml.state import State
from ml.types import FLOORS, Flags, Floats, Rows, Ticks, Verdicts

Seen = tuple[Floats, Floats, Floats]

DEFAULT = 1.0 / FLOORS[0] - 1.0
"""Alarms a series-week that the floor of an episode promises where nothing else is said: 1 in 9 weeks."""
SIDES = {"both": 0, "above": 1, "below": -1}


@dataclass(frozen=True, slots=True)
class Policy:
    """Of one series. Raises ValueError when it cannot be meant."""

    direction: Literal["both", "above", "below"] = "both"
    min_dev: float = 0.0
    min_dev_relative: float = 0.0
    low: float = -np.inf
    high: float = np.inf
    sensitivity: float = DEFAULT
    muted: bool = False

    def __post_init__(self) -> None:
        if self.direction not in SIDES:
            raise ValueError(f"direction is one of {', '.join(SIDES)}, not {self.direction!r}")
        if not (self.min_dev >= 0.0 and self.min_dev_relative >= 0.0 and self.sensitivity > 0.0):
            raise ValueError("min_dev and min_dev_relative are at least 0, sensitivity is more than 0")
        if not self.low <= self.high:
            raise ValueError("low is at most high")


ANY = Policy()
"""Nothing is said."""


class Policies:
    """The policies of many series as arrays by row. No part of the saved state: whoever sets them knows them again."""

    def __init__(self) -> None:
        self._rules = State(1, {"said": np.zeros((), np.bool_)} | _columns(ANY))

    def set(self, row: int, policy: Policy) -> None:
        """The policy of a row from the next point on."""
        self._ensure(row)
        for name, value in _columns(policy).items():
            self._rules[name][row] = value
        self._rules["said"][row] = policy != ANY

    def _ensure(self, row: int) -> None:
        if row >= self._rules.rows:
            self._rules.ensure(max(256, 2 * row))

    def copy(self, other: Policies, its: int, row: int) -> None:
        """The policy that a row has in others, for a row here."""
        other._ensure(its)
        self._ensure(row)
        self._rules.load(row, other._rules.dump(its, its + 1))

    def factor(self, row: int) -> float:
        """By what r, the number of such or rarer points a series-week, was multiplied in the scores of a row."""
        return float(self._rules["odds"][row]) if row < self._rules.rows else 1.0

    def heeds(self, ticks: Ticks) -> Flags:
        """bool[n]: the points whose series has a policy."""
        if not len(ticks):
            return np.zeros(0, np.bool_)
        self._ensure(int(ticks.row.max()))
        said: Flags = self._rules["said"][ticks.row]
        return said

    def apply(self, ticks: Ticks, verdicts: Verdicts, seen: Seen, illegal: int) -> None:
        """Change verdicts, and `seen` (expected, lo, hi of the detectors that carried them), in place. `illegal`: the
        index of a detector to note where a value is outside the legal range."""
        rules = self._rules
        if not len(ticks):
            return
        self._ensure(int(ticks.row[-1]))
        at = np.flatnonzero(rules["said"][ticks.row])
        if not len(at):
            return
        row: Rows = ticks.row[at]
        v, expected = ticks.v[at], seen[0][at]
        said = [_rescaled(column[at], rules["odds"][row]) for column in (verdicts.score, verdicts.rarity)]
        size, side = np.abs(v - expected), rules["side"][row]
        with np.errstate(invalid="ignore"):
            small = (size < rules["least"][row]) | (size < rules["part"][row] * np.abs(expected))
            wrong_side = ((side > 0) & ~(v > seen[2][at])) | ((side < 0) & ~(v < seen[1][at]))
        low, high, muted = rules["low"][row], rules["high"][row], rules["muted"][row]
        beyond = ((v < low) | (v > high)) & ~muted
        for column, whole in zip(said, (verdicts.score, verdicts.rarity), strict=True):
            column[(small | wrong_side) & ~np.isnan(column)] = 0.0
            column[beyond] = 1.0
            column[muted] = 0.0
            whole[at] = column
        far = at[beyond]
        verdicts.detector[far] = illegal
        for column, legal in zip(seen, (np.clip(v, low, high), low, high), strict=True):
            column[far] = legal[beyond]


def _rescaled(score: Floats, odds: Floats) -> Floats:
    """1 / (1 + r) -> 1 / (1 + odds r); a score of 0 or NaN stays."""
    with np.errstate(divide="ignore"):
        scaled: Floats = np.where(odds == 1.0, score, 1.0 / (1.0 + odds * (1.0 / score - 1.0)))
    return scaled


def unscaled(score: float, odds: float) -> float:
    """The score before the policy: the rarity behind a score that a sensitivity changed."""
    return score if odds == 1.0 or score <= 0.0 else 1.0 / (1.0 + (1.0 / score - 1.0) / odds)


def _columns(policy: Policy) -> dict[str, np.ndarray]:
    return {
        "side": np.array(SIDES[policy.direction], np.int8),
        "least": np.array(policy.min_dev),
        "part": np.array(policy.min_dev_relative),
        "low": np.array(policy.low),
        "high": np.array(policy.high),
        "odds": np.array(DEFAULT / policy.sensitivity),
        "muted": np.array(policy.muted),
    }
