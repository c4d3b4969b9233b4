"""Forecasts: what is expected of a series, with intervals, and how well that held so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import numpy as np
from psycopg.types.json import Jsonb

from db import findings, rows
from db.history import Grid
from db.pool import Connection, Pool
from db.queries import for_asyncpg, for_psycopg
from db.records import Values, to_us


@dataclass(frozen=True, slots=True)
class ForecastRow:
    """A forecast of a series: float64[steps] each, step i is the bucket that begins at `starts` + i `step`.

    `agg`: what a bucket holds (avg, rate, sum). `mase`, `coverage80`, `coverage95` come from a backtest; None: there
    was too little history for one.
    """

    series_id: int
    model: str
    agg: str
    starts: datetime
    step: timedelta
    mean: Values
    lo80: Values
    hi80: Values
    lo95: Values
    hi95: Values
    expires_at: datetime
    mase: float | None = None
    coverage80: float | None = None
    coverage95: float | None = None
    metadata: dict[str, Any] = field(default_factory=dict)


def save_forecasts(conn: Connection, made: Sequence[ForecastRow], seen: Grid | None) -> None:
    """Replace the forecasts of series. `seen`: their history, by which those that are replaced are judged first."""
    sql = for_psycopg("forecasts")
    known = {row[0]: row for row in sql.of_series(conn, ids=[one.series_id for one in made])}
    arrays = ("mean", "lo80", "hi80", "lo95", "hi95")
    same = ("series_id", "model", "agg", "starts", "step", "mase", "coverage80", "coverage95", "expires_at")
    for one in made:
        old = known.get(one.series_id)
        was, inside80, inside95 = judged(old, one, seen) if old and seen is not None else (0, 0, 0)
        sql.save(
            conn,
            judged=was,
            inside80=inside80,
            inside95=inside95,
            metadata=Jsonb(one.metadata),
            **{name: getattr(one, name) for name in same},
            **{name: getattr(one, name).tolist() for name in arrays},
        )


def judged(old: tuple[Any, ...], new: ForecastRow, seen: Grid) -> tuple[int, int, int]:
    """(points, inside the 80 % interval, inside the 95 % interval) of an old forecast, of what the new one has as past.

    Only where both speak of the same buckets.
    """
    _, starts, step, lo80, hi80, lo95, hi95, agg = old
    if step != new.step or agg != new.agg or seen.step != step // timedelta(microseconds=1):
        return 0, 0, 0
    passed = min((to_us(new.starts) - to_us(starts)) // seen.step, len(lo80))
    first = (to_us(starts) - int(seen.t[0])) // seen.step
    if passed <= 0 or first < 0:
        return 0, 0, 0
    v = seen.row(new.series_id)[first : first + passed]
    known = ~np.isnan(v)

    def inside(lo: Sequence[float], hi: Sequence[float]) -> int:
        return int(np.sum((v >= np.array(lo[: len(v)])) & (v <= np.array(hi[: len(v)])) & known))

    return int(known.sum()), inside(lo80, hi80), inside(lo95, hi95)


def withdraw_forecasts(conn: Connection, ids: Sequence[int]) -> None:
    """Of these series nothing is expected any more."""
    for_psycopg("forecasts").withdraw(conn, ids=list(ids))


def drop_expired_forecasts(conn: Connection, now: datetime) -> int:
    """Delete forecasts that expired before `now`. Returns how many."""
    return findings.drop_expired(conn, for_psycopg("forecasts"), now)


async def list_forecasts(
    pool: Pool, tenant: int, metric: str | None, labels: dict[str, str], after: int, limit: int
) -> list[dict[str, Any]]:
    """A tenant's forecasts by series after an id, with their series, as columns by name. `metric` may hold `*`."""
    exact, pattern = rows.match(metric)
    found = for_asyncpg("forecasts").forecasts(
        pool, tenant=tenant, metric=exact, pattern=pattern, labels=labels, after=after, limit=limit
    )
    return [dict(row) async for row in found]
