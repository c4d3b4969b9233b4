"""Who may be about to give up, and why: rules that a teacher can check. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

LATE, EARLY = timedelta(days=14), timedelta(days=70)
"""The newest stretch, and where the one before it begins: 8 weeks to compare 2 weeks with."""
QUIET_DAYS = 14
SLOWER = 0.4
"""Of the usual pace."""
USUAL = 8
"""Activities in the 8 weeks before, from which on there is a pace to speak of."""
FALL = 12.0
"""Percentage points between the newest 4 scores and the 4 before."""
RECENT = 4
BEHIND = 0.5
"""Of the class's median of completed lessons; from a median of 2 on."""


@dataclass(frozen=True)
class Reason:
    """One reason: what, in words, and how much it weighs (of 100)."""

    kind: str
    text: str
    weight: int

    def told(self) -> dict[str, Any]:
        """As JSON."""
        return {"kind": self.kind, "text": self.text, "weight": self.weight}


def reasons(row: Mapping[str, Any], now: datetime) -> list[Reason]:
    """Why a student (a row of the query risk_facts) may be at risk, the weightiest first; empty: nothing says so."""
    found = [_quiet(row, now) or _slower(row), _falling(row), _behind(row)]
    return sorted((one for one in found if one), key=lambda one: -one.weight)


def score(found: list[Reason]) -> int:
    """0 to 100: the sum of the weights."""
    return min(100, sum(one.weight for one in found))


def _quiet(row: Mapping[str, Any], now: datetime) -> Reason | None:
    days = (now - row["last_active"]) // timedelta(days=1)
    if days < QUIET_DAYS:
        return None
    return Reason("inactive", f"No activity for {days} days.", 40 if days < 2 * QUIET_DAYS else 60)


def _slower(row: Mapping[str, Any]) -> Reason | None:
    """Two weeks against the mean of two weeks in the eight before."""
    usual = row["before"] * LATE / (EARLY - LATE)
    if row["before"] < USUAL or row["late"] >= SLOWER * usual:
        return None
    return Reason("slower", f"{row['late']} activities in 2 weeks, where {usual:.0f} were usual.", 30)


def _falling(row: Mapping[str, Any]) -> Reason | None:
    newest, before = row["scores"][:RECENT], row["scores"][RECENT : 2 * RECENT]
    if len(before) < RECENT:
        return None
    late, early = sum(newest) / RECENT, sum(before) / RECENT
    if early - late < FALL:
        return None
    return Reason("falling_scores", f"The last 4 quizzes average {late:.0f} %, the 4 before {early:.0f} %.", 25)


def _behind(row: Mapping[str, Any]) -> Reason | None:
    median, completed = row["median"], row["completed"]
    if median is None or median < 2 or completed >= BEHIND * median:
        return None
    return Reason("behind", f"{completed} lessons completed in {row['class']}, where the median is {median:g}.", 20)
