"""What is to be said of a metric's buckets: in numbers, and in sentences with the numbers they rest on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np

from api.packs.llm.shapes_more import Direction, ForecastPoint, Said, Weekday
from api.packs.llm.trend_math import Floats, ahead, finite, slope_of, weekday_means
from api.packs.span import Change, Span
from db.calendar import HOUR_US, day_begins, rfc3339, shift
from db.records import from_us

DAYS = ("Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays")
LENGTH = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.4375}
STEPS = {"hour": 24, "day": 7, "week": 4, "month": 2}
SURE = 0.05
NAMES = {"messages": "Messages", "costs": "Costs", "sessions": "Sessions", "response_time": "Response times"}


@dataclass(frozen=True)
class Series:
    """A metric by bucket. `values`: None where there is nothing to say it of."""

    metric: str
    unit: str
    by: str
    span: Span
    values: list[Any]
    total: Any
    before: Any
    change: Change

    def whole(self) -> Floats:
        """Values of the buckets that were wholly asked for and are over; what is missing is nan."""
        kept = [value for value, partial in zip(self.values, self.span.partial(), strict=True) if not partial]
        return finite(kept)


def said(series: Series) -> dict[str, Any]:
    """The fields trend, weekdays, forecast and insights of an answer."""
    values = series.whole()
    usable = values[~np.isnan(values)]
    weekly = series.by == "day" and len(usable) == len(values)
    slope = slope_of(usable, weekly)
    trend = Direction(direction="unknown", slope_per_day=None, p_value=None, buckets=len(usable))
    if slope is not None:
        rises = "rising" if slope.each > 0 else "falling"
        trend = Direction(
            direction=rises if slope.p_value < SURE and slope.each else "steady",
            slope_per_day=slope.each / LENGTH[series.by],
            p_value=slope.p_value,
            buckets=slope.n,
        )
    days = _weekdays(series, values)
    forecast = _forecast(series, usable if len(usable) == len(values) else np.empty(0), weekly)
    found = [_change(series), _direction(series, trend, usable), _week(series, days), _peak(series)]
    found.append(_next(series, forecast))
    return {"trend": trend, "weekdays": days, "forecast": forecast, "insights": [one for one in found if one]}


def _weekdays(series: Series, values: Floats) -> list[Weekday]:
    if series.by != "day":
        return []
    span = series.span
    skipped = next((i for i, partial in enumerate(span.partial()) if not partial), 0)
    first = from_us(int(span.window.begins[skipped])).astimezone(span.window.zone).weekday()
    days = (np.arange(len(values)) + first) % 7
    known = ~np.isnan(values)
    if known.all():
        means = weekday_means(values, first)
    else:
        chosen = [values[(days == day) & known] for day in range(7)]
        means = [(float(one.mean()) if len(one) else None, len(one)) for one in chosen]
    return [Weekday(day_of_week=day, mean=mean, days=n) for day, (mean, n) in enumerate(means)]


def _forecast(series: Series, values: Floats, weekly: bool) -> list[ForecastPoint]:
    steps = STEPS[series.by]
    found = ahead(values, steps, weekly) if len(values) else None
    if found is None:
        return []
    over = [at for at, partial in enumerate(series.span.partial()) if not partial]
    begin = int(series.span.window.begins[over[-1] + 1])  # the first bucket to come is the one that is not over yet
    times = rfc3339(np.array([_after(series, begin, step) for step in range(steps)], np.int64), series.span.window.zone)
    return [
        ForecastPoint(timestamp=at, value=value, lo=lo, hi=hi)
        for at, value, lo, hi in zip(
            times, found.value.tolist(), found.lo.tolist(), found.hi.tolist(), strict=True
        )
    ]  # fmt: skip


def _after(series: Series, begin: int, steps: int) -> int:
    """Where the bucket `steps` after the one that begins at `begin` begins."""
    if series.by == "hour":
        return begin + steps * HOUR_US
    if series.by == "day":
        day: date = from_us(begin).astimezone(series.span.window.zone).date() + timedelta(days=steps)
        return day_begins(day, series.span.window.zone)
    return shift(begin, -steps, series.by, series.span.window.zone)


def _amount(series: Series, value: Any) -> str:
    number = float(value)
    return f"${number:,.2f}" if series.metric == "costs" else f"{number:,.4g} {series.unit}"


def _change(series: Series) -> Said | None:
    change = series.change
    if change.percent is None:
        return None
    verb = "rose" if change.percent > 0 else "fell" if change.percent < 0 else "stayed the same:"
    text = (
        f"{NAMES[series.metric]} {verb} by {abs(change.percent):g} % against the period before: "
        f"{_amount(series, series.before)} then, {_amount(series, series.total)} now."
    )
    return Said(kind="change", text=text, evidence={"percent": change.percent, "basis": change.basis})


def _direction(series: Series, trend: Direction, values: Floats) -> Said | None:
    if trend.direction == "unknown":
        text = f"Too little is known for a direction: {trend.buckets} whole buckets."
        return Said(kind="too_little", text=text, evidence={"buckets": trend.buckets})
    if trend.direction == "steady":
        return None
    level = float(np.median(values)) or 1.0
    monthly = 100 * (trend.slope_per_day or 0) * LENGTH["month"] / level
    text = (
        f"{NAMES[series.metric]} are {trend.direction}: by {_amount(series, abs(trend.slope_per_day or 0))} a day, "
        f"{abs(monthly):.3g} % of the usual level a month."
    )
    return Said(kind="direction", text=text, evidence=trend.model_dump() | {"percent_a_month": monthly})


def _week(series: Series, days: list[Weekday]) -> Said | None:
    """The busiest and the quietest weekday, when each was seen twice and they differ by a fifth."""
    known = [day for day in days if day.mean is not None and day.days >= 2]
    if len(known) < 7:
        return None
    top, low = max(known, key=lambda d: d.mean or 0), min(known, key=lambda d: d.mean or 0)
    if not top.mean or (low.mean or 0) > 0.8 * top.mean:
        return None
    text = (
        f"{DAYS[top.day_of_week]} are highest, at {_amount(series, top.mean)} on average; "
        f"{DAYS[low.day_of_week]} lowest, at {_amount(series, low.mean or 0)}."
    )
    return Said(kind="weekdays", text=text, evidence={"highest": top.model_dump(), "lowest": low.model_dump()})


def _peak(series: Series) -> Said | None:
    values = finite(series.values)
    if not len(values) or np.isnan(values).all() or not np.nanmax(values):
        return None
    at = int(np.nanargmax(values))
    time = series.span.times()[at]
    text = f"The highest {series.by} began at {time}: {_amount(series, values[at])}."
    return Said(kind="peak", text=text, evidence={"timestamp": time, "value": float(values[at])})


def _next(series: Series, forecast: list[ForecastPoint]) -> Said | None:
    if not forecast or series.metric == "response_time":
        return None
    total = sum(point.value for point in forecast)
    text = f"If things go on like this, the next {len(forecast)} {series.by}s come to {_amount(series, total)}."
    return Said(kind="forecast", text=text, evidence={"total": total, "buckets": len(forecast)})
