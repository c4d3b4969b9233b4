"""What is said of a goal that is at risk, and of a budget that is exceeded or about to be: an insight with advice."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from db.calendar import DAY_US
from db.goal_measure import Measured, tidy
from db.goal_windows import FOREVER_US
from db.goals import Goal, Kept
from db.insights import Insight
from db.records import Severity, from_us
from ml.goals import Expected

MODEL = "goals"
STEPS = ((0.25, Severity.high), (0.1, Severity.medium), (0.0, Severity.low))
"""By which part of the target a goal is expected to be missed, from where on, and how bad that is."""
LIVES = timedelta(days=7)


def news(
    kept: Kept, progress: dict[str, Any], found: Measured, expected: Expected | None, now: datetime
) -> Insight | None:
    """The insight about a goal as it stands; None: there is nothing to say."""
    if progress["status"] == "exceeded" and found.going:
        return _insight(kept, progress, found, now, Severity.critical, _exceeded(kept.goal, progress), 1.0)
    if progress["status"] != "at_risk" or expected is None:
        return None
    by = shortfall(kept.goal, expected.value)
    severity = next(one for least, one in STEPS if by >= least)
    sure = 1 - progress["projection"]["probability"]
    return _insight(kept, progress, found, now, severity, _risk(kept.goal, progress, found, by), sure)


def shortfall(goal: Goal, value: float) -> float:
    """By which part of the target a value misses it; of a target of 0 any miss is a whole one."""
    miss = goal.target - value if goal.direction == "reach" else value - goal.target
    return max(0.0, miss / abs(goal.target)) if goal.target else float(miss > 0)


def _risk(goal: Goal, progress: dict[str, Any], found: Measured, by: float) -> tuple[str, str, str]:
    now, end, target = (amount(goal, v) for v in (progress["current_value"], progress["projected_value"], goal.target))
    low, high = (amount(goal, progress["projection"][name]) for name in ("value_low", "value_high"))
    when = _day(progress["period_end"])
    said = f"{now} so far; at this pace {end} ({low} to {high}) by {when}, {100 * by:.0f} % off the target of {target}."
    if goal.direction == "stay_below":
        spare = goal.target - (progress["current_value"] or 0.0)
        return (
            f"{goal.title} will be exceeded",
            said,
            f"Use {_a_day(goal, found, spare)} from now on to stay within {target}, or raise the budget.",
        )
    missing = goal.target - (progress["current_value"] or 0.0)
    return (
        f"{goal.title} is at risk",
        said,
        f"It takes {_a_day(goal, found, missing)} from now on to reach {target}; or set a later or lower target.",
    )


def _exceeded(goal: Goal, progress: dict[str, Any]) -> tuple[str, str, str]:
    over = amount(goal, (progress["current_value"] or 0.0) - goal.target)
    since = f" since {_day(progress['exceeded_at'])}" if progress["exceeded_at"] else ""
    return (
        f"{goal.title} is exceeded",
        f"{amount(goal, progress['current_value'])} of {amount(goal, goal.target)}{since}: {over} too much.",
        f"Stop or slow what adds to {goal.metric} until {_day(progress['period_end']) or 'the budget is raised'}.",
    )


def _day(text: str | None) -> str:
    """RFC 3339 as people say it, in the zone that it is in: `1 Dec 2026`, with the clock where that is not midnight."""
    if text is None:
        return ""
    at = datetime.fromisoformat(text)
    clock = f", {at:%H:%M}" if at.hour or at.minute else ""
    return f"{at.day} {at:%b %Y}{clock}"


def _a_day(goal: Goal, found: Measured, left: float) -> str:
    """What is left, over the days that are left; for values that are no amounts what they have to be."""
    if goal.agg not in ("sum", "count", "increase"):
        return f"{goal.agg} {amount(goal, goal.target)}"
    days = max((found.period.end - found.now) / DAY_US, 1.0)
    return f"{amount(goal, max(left, 0.0) / days)} a day"


def amount(goal: Goal, value: float | None) -> str:
    """A number with its unit, in 4 digits or whole."""
    if value is None:
        return "nothing"
    text = f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.4g}"
    return f"{text} {goal.unit}" if goal.unit else text


def _insight(
    kept: Kept, progress: dict[str, Any], found: Measured, now: datetime, severity: Severity,
    text: tuple[str, str, str], sure: float,
) -> Insight:  # fmt: skip
    title, description, advice = text
    goal = kept.goal
    by = shortfall(goal, progress["projected_value"] or progress["current_value"] or 0.0)
    ends = found.period.end < FOREVER_US
    return Insight(
        item=kept.item, model=MODEL, key=str(kept.id), category="goal", title=title[:300], description=description,
        severity=severity, confidence=round(sure, 4), impact_score=round(min(1.0, by), 4), metric=goal.metric,
        since=from_us(found.period.begin), until=now, labels=goal.labels, recommendations=[advice],
        expires_at=min(now + LIVES, from_us(found.period.end)) if ends else now + LIVES,
        metadata={
            "milestone_id": kept.id, "direction": goal.direction, "window": goal.recurs, "unit": goal.unit,
            "target_value": goal.target, "shortfall": tidy(by),
            **{name: progress[name] for name in ("current_value", "projected_value", "projection", "period_end")},
        },
    )  # fmt: skip
