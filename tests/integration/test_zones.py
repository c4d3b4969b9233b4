"""Every IANA zone, across its clock changes: the buckets add up to the range, and each holds what raw points say."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import numpy as np
import pytest

from db.archive import PostgresArchive
from db.calendar import edges, level_of, zone_of, zones
from db.pool import connect, open_pool
from db.records import Times, Values, to_us
from tests.integration.reading import refresh, store
from tests.integration.writing import add_series

SPANS = [("2026-03-05T00:07:30", "2026-04-08T11:00:00"), ("2026-09-24T03:10:00", "2026-11-04T00:00:00")]
STEP = 7 * 60_000_000 + 13
"""Seven minutes and a little: no two points lie alike in their windows."""


def us(text: str) -> int:
    return to_us(datetime.fromisoformat(text).replace(tzinfo=UTC))


def data() -> tuple[Times, Values]:
    t = np.concatenate([np.arange(us(lo) - 86_400_000_000, us(hi) + 86_400_000_000, STEP) for lo, hi in SPANS])
    return t, np.random.default_rng(5).integers(-1000, 1000, len(t)).astype(float)


@pytest.fixture(scope="module")
async def archive(database: str) -> AsyncIterator[tuple[PostgresArchive, int]]:
    """Two thirds of the points are in rollups; every third came later, and much of it still waits."""
    t, v = data()
    with connect(database) as conn:
        series = add_series(conn, "zones")
    late = np.arange(len(t)) % 3 == 0
    store(database, series, t[~late], v[~late])
    refresh(database)
    _late(database, series, t[late], v[late])
    pool = await open_pool(database, 2)
    yield PostgresArchive(pool), series
    await pool.close()


def _late(database: str, series: int, t: Times, v: Values) -> None:
    half = len(t) // 2
    with connect(database) as conn:
        for part, clean in ((slice(0, half), True), (slice(half, None), False)):
            rows = zip(t[part].tolist(), v[part].tolist(), strict=True)
            with conn.cursor().copy("copy samples (t, v, series_id) from stdin") as copy:
                for at, value in rows:
                    copy.write_row((datetime.fromtimestamp(at / 1e6, UTC), value, series))
            conn.execute(
                "insert into dirty_windows select distinct series_id, date_bin('15 minutes', t, 'epoch') from samples"
                " where t >= to_timestamp(%s) and t < to_timestamp(%s) on conflict do nothing",
                (int(t[part][0]) / 1e6, int(t[part][-1]) / 1e6 + 1),
            )
            if clean:
                refresh(database)


def buckets(lo: str, hi: str, bucket: str) -> dict[bytes, tuple[str, Times]]:
    """The edges in every zone, each distinct list once, under one of its zones."""
    found = ((name, edges(us(lo), us(hi), bucket, zone_of(name))[0]) for name in sorted(zones()))
    return {e.tobytes(): (name, e) for name, e in found}


@pytest.mark.parametrize("span", SPANS)
@pytest.mark.parametrize("bucket", ["day", "week"])
async def test_buckets_add_up_in_every_zone(archive: tuple[PostgresArchive, int], span, bucket: str) -> None:
    reader, series = archive
    t, v = data()
    ids, groups = np.array([series], np.int32), np.zeros(1, np.int32)
    for name, asked in buckets(*span, bucket).values():
        inside = (t >= asked[0]) & (t < asked[-1])
        place = np.searchsorted(asked, t[inside], "right") - 1
        folded = await reader.fold(1, ids, groups, asked, level_of(asked[1:-1]), ends=False)
        assert folded.n.tolist() == np.bincount(place).tolist(), name
        assert folded.sum.tolist() == np.bincount(place, v[inside]).tolist(), name
        assert (folded.n.sum(), folded.sum.sum()) == (inside.sum(), v[inside].sum()), name


async def test_hours_add_up_where_clocks_change_by_a_half(archive: tuple[PostgresArchive, int]) -> None:
    reader, series = archive
    t, _ = data()
    for name in ("Australia/Lord_Howe", "Asia/Kathmandu", "America/St_Johns", "Pacific/Chatham"):
        asked, _ = edges(us(SPANS[0][0]), us(SPANS[0][1]), "1h", zone_of(name))
        folded = await reader.fold(1, np.array([series], np.int32), np.zeros(1, np.int32), asked, "samples_15m")
        inside = t[(t >= asked[0]) & (t < asked[-1])]
        assert folded.n.tolist() == np.bincount(np.searchsorted(asked, inside, "right") - 1).tolist(), name
