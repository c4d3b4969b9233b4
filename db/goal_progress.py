"""A goal's progress as it is answered, but for what is expected of it: that takes a model. Pure.

status: upcoming (not begun) · active · at_risk (see `ml.goals`) · achieved · exceeded (a budget, for good) · missed.
A target of what only grows is achieved at the moment at which the value comes to it, a budget exceeded when it goes
above it; what may fall again (avg, min, last of a budget) is judged at the end of a goal alone.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from db.calendar import rfc3339, zone_of
from db.goal_measure import Measured, crosses, tidy
from db.goal_windows import FOREVER_US
from db.goals import Goal

NOTHING_EXPECTED: dict[str, Any] = {
    "on_track": None,
    "projected_value": None,
    "projected_completion": None,
    "projection": None,
    "pace_per_day": None,
    "streak": None,
}


def progress_of(goal: Goal, found: Measured) -> dict[str, Any]:
    """The fields of a goal's progress; times as RFC 3339 in its zone."""
    value = found.value
    crossed = None if found.crossed_at is None else moment(goal, found.crossed_at)
    status = status_of(goal, found)
    ended = moment(goal, found.period.end) if status == "achieved" and found.period.over else None
    reach = goal.direction == "reach"
    return {
        "current_value": value,
        "progress_pct": percent(value, goal.target),
        "remaining": None if value is None else tidy(max(0.0, goal.target - value)),
        "points": int(found.current.n.sum()),
        "status": status,
        "achieved_at": (crossed or ended) if status == "achieved" and reach else ended,
        "exceeded_at": crossed if status == "exceeded" else None,
        "period_start": moment(goal, found.period.begin),
        "period_end": None if found.period.end >= FOREVER_US else moment(goal, found.period.end),
        **NOTHING_EXPECTED,
    }


def status_of(goal: Goal, found: Measured) -> str:
    """Its status by what is there, whatever is expected."""
    period, value = found.period, found.value
    if found.now < period.begin:
        return "upcoming"
    if goal.direction == "reach":
        if value is not None and crosses(goal, value) and (goal.grows or goal.agg == "last" or period.over):
            return "achieved"
        return "missed" if period.over else "active"
    if goal.grows and value is not None and crosses(goal, value):
        return "exceeded"
    if not period.over:
        return "active"
    return "achieved" if value is not None and value <= goal.target else "missed"


def met(goal: Goal, value: float | None) -> bool:
    """Whether a window that is over met the goal. A window without points met only a budget of amounts, with 0."""
    if value is None:
        return False
    return value >= goal.target if goal.direction == "reach" else value <= goal.target


def percent(value: float | None, target: float) -> float | None:
    """The value in percent of the target, to 2 digits; of a target of 0, or next to it, nothing is a percentage."""
    share = None if value is None or target == 0 else round(100 * value / target, 2)
    return share if share is not None and np.isfinite(share) else None


def moment(goal: Goal, at: int) -> str:
    """A time, us, as RFC 3339 in the goal's zone."""
    return rfc3339(np.array([at], np.int64), zone_of(goal.timezone))[0]
