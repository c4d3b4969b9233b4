"""Which metrics move together: a matrix over aligned buckets, and the pairs in order."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import Annotated, Any, Literal

import numpy as np
from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from api.deps import ArchiveDep
from api.packs.telemetry.asked import Asked, AskedDep, names_of
from api.packs.telemetry.numbers import Pair, correlation, false_discovery
from api.packs.telemetry.schemas_more import CorrelationsResponse
from api.packs.telemetry.trends import AT_ONCE
from api.query.params import LABELS_DOC, PLAIN_TEXT, json_response
from api.query.trend import Trend, trend_of
from api.query.window import bucket_of
from db.calendar import rfc3339, zone_of
from db.records import Values, to_us
from db.settings import DatabaseSettings

router = APIRouter(prefix="/api/v1/telemetry", dependencies=[PLAIN_TEXT])

MOST = 60
"""Variables of a matrix."""
Method = Annotated[
    Literal["pearson", "spearman"],
    Query(description="pearson: of the values; spearman: of their ranks, any rising curve"),
]


@router.get(
    "/correlations",
    summary="Which metrics move together",
    responses={200: {"model": CorrelationsResponse}, 404: {"description": "There is no such metric."}},
    openapi_extra=LABELS_DOC,
)
async def get_correlations(
    request: Request, asked: AskedDep, archive: ArchiveDep, method: Method = "pearson"
) -> Response:
    """A matrix of correlations between metrics (or devices, with `group_by`), each pair over the buckets that both have
    and that are over. `p` allows for the memory of the series, `q` for the number of pairs."""
    names, matching = await names_of(archive, asked.tenant, asked.metrics)
    gate = asyncio.Semaphore(AT_ONCE)

    async def one(name: str) -> Trend:
        async with gate:
            return await trend_of(shared_buckets(asked).of(name), archive, _config(request))

    trends = await asyncio.gather(*map(one, names))
    variables = [(trend, group) for trend in trends for group in range(len(trend.groups.labels))][:MOST]
    columns = [whole_buckets(trend, group) for trend, group in variables]
    pairs = await asyncio.to_thread(_pairs, columns, ranks=method == "spearman")
    return json_response(_answer(asked, variables, pairs, matching) | {"method": method})


def _config(request: Request) -> DatabaseSettings:
    return request.app.state.database  # type: ignore[no-any-return]  # app.state is untyped


def shared_buckets(asked: Asked) -> Asked:
    """The same with a bucket that all share: raw points of several series never meet."""
    stop = to_us(datetime.now(UTC)) if asked.stop is None else asked.stop
    bucket = bucket_of(asked.bucket, stop - asked.start)
    return Asked(**{**vars(asked), "bucket": "15m" if bucket == "raw" else bucket, "stop": stop})


def whole_buckets(trend: Trend, group: int) -> Values:
    """The values of whole buckets; nan elsewhere."""
    assert trend.cells is not None
    begins, window = trend.window.begins, trend.window
    through = window.start if trend.through is None else trend.through
    whole = (begins[:-1] >= window.start) & (begins[1:] <= through)
    column: Values = np.where(whole, trend.cells.v[group], np.nan)
    return column


def _pairs(columns: list[Values], *, ranks: bool) -> dict[tuple[int, int], Pair]:
    return {
        (i, j): correlation(columns[i], columns[j], ranks=ranks)
        for i in range(len(columns))
        for j in range(i + 1, len(columns))
    }


def _answer(
    asked: Asked, variables: list[tuple[Trend, int]], pairs: dict[tuple[int, int], Pair], matching: int
) -> dict[str, Any]:
    tested = [at for at, pair in pairs.items() if pair.p is not None]
    q = dict(zip(tested, false_discovery([pairs[at].p or 0.0 for at in tested]), strict=True))
    keys = [_key(trend, group, asked) for trend, group in variables]
    told: list[dict[str, Any]] = [
        {"a": keys[i], "b": keys[j], "r": pair.r, "n": pair.n, "n_effective": pair.effective, "p": pair.p,
         "q": q.get((i, j))}
        for (i, j), pair in pairs.items()
    ]  # fmt: skip
    size = len(keys)
    matrix: list[list[float | None]] = [[1.0 if i == j else None for j in range(size)] for i in range(size)]
    for (i, j), pair in pairs.items():
        matrix[i][j] = matrix[j][i] = pair.r
    return frame(asked, variables) | {
        "metrics_matching": matching,
        "variables": [
            {"key": key, "metric": trend.ask.metric, "labels": trend.groups.labels[group]}
            for key, (trend, group) in zip(keys, variables, strict=True)
        ],
        "matrix": matrix,
        "pairs": sorted(told, key=lambda one: -abs(one["r"] or 0.0)),
    }


def _key(trend: Trend, group: int, asked: Asked) -> str:
    labels = trend.groups.labels[group]
    said = ",".join(f"{name}={labels[name]}" for name in asked.group_by)
    return f"{trend.ask.metric}{{{said}}}" if said else trend.ask.metric


def frame(asked: Asked, variables: list[tuple[Trend, int]]) -> dict[str, Any]:
    throughs = [trend.through for trend, _ in variables if trend.through is not None]
    stop = to_us(datetime.now(UTC)) if asked.stop is None else asked.stop
    times = np.array([asked.start, stop, *sorted(throughs)[:1]], np.int64)
    start_at, stop_at, *through = rfc3339(times, zone_of(asked.timezone))
    return {
        "timezone": asked.timezone,
        "from": start_at,
        "to": stop_at,
        "complete_through": through[0] if through else None,
        "generated_at": datetime.now(UTC),
        "resolution": variables[0][0].window.bucket if variables else asked.bucket,
    }
