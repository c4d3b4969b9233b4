"""Levels with hysteresis: whether a value is at or beyond a level that people set, and whether it has left all of them.

`above` levels are reached by v >= level, `below` levels by v <= level. What was reached is left only when v is further
than `hysteresis` on the good side of the nearest level of each side: v < least above - h, and v > greatest below + h.
A value that swings around a level by less than h is therefore one episode. Bad is 1 (warn) or 2 (critical).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ml.types import Flags, Floats, Longs, Small

WARN, CRITICAL = 1, 2


@dataclass(frozen=True, slots=True)
class Levels:
    """Of one series; inf and -inf: none. Raises ValueError when they cannot be meant."""

    warn_above: float = np.inf
    critical_above: float = np.inf
    warn_below: float = -np.inf
    critical_below: float = -np.inf
    hysteresis: float = 0.0

    def __post_init__(self) -> None:
        if not self.hysteresis >= 0.0:
            raise ValueError("hysteresis is at least 0")
        if self.least_above <= self.greatest_below:
            raise ValueError("every level above lies above every level below")

    @property
    def least_above(self) -> float:
        """The first level that a rising value meets."""
        return min(self.warn_above, self.critical_above)

    @property
    def greatest_below(self) -> float:
        """The first level that a falling value meets."""
        return max(self.warn_below, self.critical_below)

    @property
    def any(self) -> bool:
        """Whether there is a level at all."""
        return self.least_above < np.inf or self.greatest_below > -np.inf

    def bad(self, v: Floats) -> Small:
        """int8[n]: 0, WARN or CRITICAL for each value."""
        critical: Flags = (v >= self.critical_above) | (v <= self.critical_below)
        warn: Flags = (v >= self.warn_above) | (v <= self.warn_below)
        out: Small = np.where(critical, CRITICAL, np.where(warn, WARN, 0)).astype(np.int8)
        return out

    def left(self, v: Floats) -> Flags:
        """bool[n]: values that are clear of every level."""
        out: Flags = (v < self.least_above - self.hysteresis) & (v > self.greatest_below + self.hysteresis)
        return out

    def excess(self, v: Floats) -> Floats:
        """float64[n]: how far each value is beyond the first level of its side; negative: it has reached none."""
        out: Floats = np.maximum(v - self.least_above, self.greatest_below - v)
        return out


def turns(levels: Levels, v: Floats, held: int) -> list[tuple[int, int]]:
    """(position, how bad from there on) wherever that changes, in order. `held`: how bad it was before, 0: not at all.

    It gets worse at once, better only by leaving all levels: an episode keeps its worst.
    """
    bad, left = levels.bad(v), levels.left(v)
    out: list[tuple[int, int]] = []
    candidates: Longs = np.flatnonzero((bad > 0) | left)
    for at, now, gone in zip(candidates.tolist(), bad[candidates].tolist(), left[candidates].tolist(), strict=True):
        if now > held:
            held = now
            out.append((at, held))
        elif gone and held:
            held = 0
            out.append((at, 0))
    return out
