"""Ranks as in competitions, and what a place on a board means."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass


def ranks(xp: Sequence[int]) -> list[int]:
    """Of numbers from high to low: equals share a rank, and the next one counts them all: 1, 2, 2, 4."""
    found: list[int] = []
    for place, value in enumerate(xp):
        found.append(found[-1] if place and xp[place - 1] == value else place + 1)
    return found


@dataclass(frozen=True)
class Place:
    """Somebody's place. `rank` and `percentile` are None without XP.

    `to_next`: XP until level with the next higher; None at the top.
    """

    xp: int
    rank: int | None
    percentile: float | None
    to_next: int | None


def place(xp: int, board: Sequence[int]) -> Place:
    """The place of `xp` on a board (from high to low) that holds it too, unless it is 0.

    The percentile is the share of the other participants who have no more: 100 for the first, 0 for a single last.
    """
    rising = board[::-1]
    above = len(board) - bisect_right(rising, xp)
    nearest = rising[bisect_right(rising, xp)] - xp if above else None
    if xp <= 0:
        return Place(0, None, None, nearest)
    others = len(board) - 1
    share = 100.0 if others == 0 else round(100 * (others - above) / others, 2)
    return Place(xp, above + 1, share, nearest)
