"""Exact quantiles of raw points. Where buckets are few and long, each is read by itself, and its values are taken apart
here: nothing is sorted, and the quantile of the whole range costs no second reading. Else the database sorts."""

from __future__ import annotations

import asyncio
import math
from typing import Any

import numpy as np

from db.fold import DAY_US, numbers
from db.packed import NUMBER, Rows, unpack
from db.queries import for_asyncpg
from db.records import Folded, Ids, Times, Values, from_us

SHORTEST = 20 * 3_600_000_000
"""Buckets that are shorter on average (us) are left to the database: compressed chunks are not opened for each."""
MOST_READS = 4_000
MOST_POINTS = 2_000_000
"""Of one question, about: memory of this process is not without end."""
VALUES = np.dtype(">f8")
Part = tuple[int, int, Values]
"""(group, bucket, values in no order)."""


async def reads(conn: Any, ids: Ids, edges: Times) -> bool:
    """Whether values are read bucket by bucket."""
    buckets, span = len(edges) - 1, int(edges[-1] - edges[0])
    if span < SHORTEST * buckets or buckets * len(ids) > MOST_READS:
        return False
    lo, hi = from_us(int(edges[0]) // DAY_US * DAY_US), from_us(int(edges[-1]))
    return bool(await for_asyncpg("trends").count_days(conn, ids=ids.tolist(), lo=lo, hi=hi) <= MOST_POINTS)


async def read(conn: Any, ids: Ids, groups: Ids, edges: Times) -> list[Part]:
    """The values of each (series, bucket) that has any."""
    found = for_asyncpg("trends").bucket_values(conn, **_asked(ids, groups, edges), numbers=list(range(len(edges) - 1)))
    return [(row["grp"], row["bucket"], np.frombuffer(row["packed"], VALUES).astype(float)) async for row in found]


async def sort(conn: Any, ids: Ids, groups: Ids, edges: Times, q: float) -> Folded:
    """The quantile of each (group, bucket), by the database."""
    packed = await for_asyncpg("trends").quantile(conn, **_asked(ids, groups, edges), q=q)
    return numbers(unpack(packed, NUMBER), "last")


def _asked(ids: Ids, groups: Ids, edges: Times) -> dict[str, Any]:
    return {
        "ids": ids.tolist(),
        "groups": groups.tolist(),
        "edges": edges.tolist(),
        "lo": from_us(int(edges[0])),
        "hi": from_us(int(edges[-1])),
    }


async def both_of(parts: list[Part], q: float) -> tuple[Folded, Folded]:
    """The quantile of each (group, bucket), and of each group over all buckets. In a thread: there may be millions."""
    each = await asyncio.to_thread(_folded, parts, q)
    if all(bucket == 0 for _, bucket, _ in parts):
        return each, each
    return each, await asyncio.to_thread(_folded, [(group, 0, v) for group, _, v in parts], q)


def _folded(parts: list[Part], q: float) -> Folded:
    together: dict[tuple[int, int], list[Values]] = {}
    for group, bucket, v in parts:
        together.setdefault((group, bucket), []).append(v)
    rows: Rows = np.zeros(len(together), NUMBER)
    for row, ((group, bucket), values) in zip(rows, together.items(), strict=True):
        all_ = values[0] if len(values) == 1 else np.concatenate(values)
        row["group"], row["bucket"], row["n"], row["value"] = group, bucket, len(all_), quantile_of(all_, q)
    return numbers(rows, "last")


def quantile_of(v: Values, q: float) -> float:
    """The quantile q of some values, between two by linear interpolation: PostgreSQL's percentile_cont to the bit."""
    place = q * (len(v) - 1)
    low, high = math.floor(place), math.ceil(place)
    parted = np.partition(v, (low, high))
    below, above = float(parted[low]), float(parted[high])
    return below if low == high else below + (place - low) * (above - below)
