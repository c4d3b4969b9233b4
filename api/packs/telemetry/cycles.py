"""How a metric repeats itself: its usual day or week, and each day or week laid over it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Annotated, Any, Literal

import numpy as np
from fastapi import APIRouter, Query, Request
from numpy.typing import NDArray
from starlette.responses import Response

from api.deps import ArchiveDep, FindingsDep
from api.errors import Unprocessable
from api.packs.telemetry.asked import AskedDep
from api.packs.telemetry.correlations import frame
from api.packs.telemetry.fleet import Metric
from api.packs.telemetry.schemas_more import CyclesResponse
from api.query.answer import number
from api.query.params import LABELS_DOC, PLAIN_TEXT, json_response
from api.query.trend import Trend, trend_of
from db.calendar import DAY_US, HOUR_US, WEEKDAYS, edges, offsets, rfc3339
from db.records import to_us

router = APIRouter(prefix="/api/v1/telemetry", dependencies=[PLAIN_TEXT])

MOST_DAYS = 92
EPOCH_WEEKDAY = 3
"""1 January 1970 was a Thursday."""


@router.get(
    "/cycles",
    summary="How a metric repeats itself",
    responses={200: {"model": CyclesResponse}, 404: {"description": "There is no such metric."}},
    openapi_extra=LABELS_DOC,
)
async def get_cycles(
    request: Request, asked: AskedDep, archive: ArchiveDep, findings: FindingsDep, metric: Metric,
    period: Annotated[Literal["day", "week"], Query(description="What repeats")] = "day",
) -> Response:  # fmt: skip
    """Hours of the metric by their place in the local day or week: the profile (mean and percentiles of the hours that
    fell into each place), and each day or week as a line. At most 92 days. An hour that clocks repeat counts twice."""
    if asked.group_by:
        raise Unprocessable("A profile is of one line. Leave out group_by, and use label.<name>.")
    stop = to_us(datetime.now(UTC)) if asked.stop is None else asked.stop
    if stop - asked.start > MOST_DAYS * DAY_US:
        raise Unprocessable(f"At most {MOST_DAYS} days. Ask for a later from.")
    hourly = replace(asked, bucket="1h", stop=stop)
    trend = await trend_of(hourly.of(metric), archive, request.app.state.database)
    if not trend.groups.labels:
        raise Unprocessable("No series of this metric has these labels. Leave one out.")
    slots, per = _slots(trend, period, asked.week_start)
    values = _whole(trend)
    found = await findings.patterns(
        asked.tenant, kind="cycle", metric=metric, min_confidence=0.0, active=True, before=None, limit=50
    )
    names = ("pattern_id", "description", "confidence", "frequency", "correlation_factors", "series")
    return json_response(
        frame(hourly, [(trend, 0)])
        | {
            "metric": metric,
            "agg": trend.agg,
            "period": period,
            "strength": _strength(values, slots),
            "profile": [_slot(at, values[slots == at]) for at in range(per)],
            "overlays": _overlays(trend, values, slots, per, period, asked.week_start),
            "found": [{name: row[name] for name in names} for row in found],
        }
    )


def _whole(trend: Trend) -> NDArray[np.float64]:
    """Values of the hours that are over and wholly asked for; nan elsewhere."""
    assert trend.cells is not None
    begins, window = trend.window.begins, trend.window
    through = window.start if trend.through is None else trend.through
    over = (begins[:-1] >= window.start) & (begins[1:] <= through)
    values: NDArray[np.float64] = np.where(over, trend.cells.v[0], np.nan)
    return values


def _slots(trend: Trend, period: str, week_start: str) -> tuple[NDArray[np.int64], int]:
    """The place of each hour in its local day or week, and how many places there are."""
    begins = trend.window.begins[:-1]
    local = begins + offsets(begins, trend.window.zone)
    hour = local % DAY_US // HOUR_US
    if period == "day":
        return hour, 24
    weekday = (local // DAY_US + EPOCH_WEEKDAY - WEEKDAYS.index(week_start)) % 7
    return weekday * 24 + hour, 168


def _slot(at: int, values: NDArray[np.float64]) -> dict[str, Any]:
    there = values[~np.isnan(values)]
    if not len(there):
        return {"slot": at, "n": 0, "mean": None, "p10": None, "p50": None, "p90": None}
    p10, p50, p90 = np.percentile(there, (10, 50, 90)).tolist()
    return {"slot": at, "n": len(there), "mean": float(there.mean()), "p10": p10, "p50": p50, "p90": p90}


def _strength(values: NDArray[np.float64], slots: NDArray[np.int64]) -> float | None:
    """Variance of the profile over the variance of all hours (eta squared)."""
    there = ~np.isnan(values)
    v, s = values[there], slots[there]
    if len(v) < 2 or not v.var() > 0:
        return None
    sums, counts = np.bincount(s, v), np.bincount(s)
    means = np.divide(sums, counts, out=np.zeros_like(sums), where=counts > 0)
    return number(float((counts * (means - v.mean()) ** 2).sum() / ((v - v.mean()) ** 2).sum()))


def _overlays(
    trend: Trend, values: NDArray[np.float64], slots: NDArray[np.int64], per: int, period: str, week_start: Any
) -> list[dict[str, Any]]:
    """Each day or week as a line; of two hours in one place the later stands."""
    window = trend.window
    _, begins = edges(window.start, window.stop, period, window.zone, week_start)
    line = np.searchsorted(begins, window.begins[:-1], "right") - 1
    times = rfc3339(begins[:-1], window.zone)
    through = window.start if trend.through is None else trend.through
    out = []
    for at in range(len(begins) - 1):
        row = np.full(per, np.nan)
        mine = line == at
        row[slots[mine]] = values[mine]
        partial = bool(begins[at] < window.start or begins[at + 1] > through)
        out.append({"t": times[at], "v": [number(v) for v in row.tolist()], "partial": partial})
    return out
