"""A fold is exact at any moment: before, during and after its windows are refreshed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import numpy as np
import pytest

from db.archive import PostgresArchive
from db.calendar import DAY_US, HOUR_US
from db.errors import NotFound
from db.pool import connect, open_pool
from db.records import Folded
from tests.integration.reading import LATER, refresh, store, upkeep
from tests.integration.writing import MINUTE, T0, add_series

EDGES = np.array([T0 - 7 * MINUTE, T0, T0 + DAY_US, T0 + 2 * DAY_US, T0 + 2 * DAY_US + HOUR_US + 7 * MINUTE], np.int64)
COLUMNS = ("group", "bucket", "n", "sum", "min", "max", "first", "last")


@pytest.fixture(scope="module")
async def archive(database: str) -> AsyncIterator[PostgresArchive]:
    pool = await open_pool(database, 2)
    yield PostgresArchive(pool)
    await pool.close()


def written(database: str, metric: str, seed: int, count: int = 3) -> np.ndarray:
    """Series with whole numbers every three minutes; their sums have no rounding."""
    rng = np.random.default_rng(seed)
    t = T0 - HOUR_US + np.arange(0, 3 * DAY_US, 3 * MINUTE)
    with connect(database) as conn:
        ids = [add_series(conn, metric, host=str(n)) for n in range(count)]
    for series in ids:
        store(database, series, t, rng.integers(0, 100, len(t)))
    return np.array(ids, np.int32)


def rows(folded: Folded) -> list[list[float]]:
    return [getattr(folded, name).tolist() for name in COLUMNS]


@pytest.mark.parametrize("together", [False, True])
async def test_a_refresh_changes_no_answer(archive: PostgresArchive, database: str, together: bool) -> None:
    ids = written(database, f"refreshed-{together}", 1)
    groups = np.zeros(3, np.int32) if together else np.arange(3, dtype=np.int32)
    before = await archive.fold(1, ids, groups, EDGES, "samples_1d")
    grown = await archive.increase(1, ids, groups, EDGES)
    assert refresh(database) > 500
    after = await archive.fold(1, ids, groups, EDGES, "samples_1d")
    assert rows(after) == rows(before)
    assert (await archive.increase(1, ids, groups, EDGES)).sum.tolist() == grown.sum.tolist()


async def test_every_level_gives_the_same_answer(archive: PostgresArchive, database: str) -> None:
    ids = written(database, "levels", 2)
    refresh(database)
    store(database, int(ids[1]), [T0 + DAY_US + MINUTE], [1e6])
    answers = [rows(await archive.fold(1, ids, np.arange(3), EDGES, f"samples_{s}")) for s in ("15m", "1h", "1d")]
    assert answers[0] == answers[1] == answers[2]
    assert max(answers[0][COLUMNS.index("max")]) == 1e6


async def test_a_reader_never_sees_a_refresh_by_half(archive: PostgresArchive, database: str) -> None:
    ids, groups = written(database, "busy", 3), np.zeros(3, np.int32)
    expected = rows(await archive.fold(1, ids, groups, EDGES, "samples_1d"))

    def refresh_slowly() -> None:
        with connect(database) as conn:
            while upkeep(conn).refresh_rollups(LATER, 60):
                pass

    work, reads = asyncio.create_task(asyncio.to_thread(refresh_slowly)), 0
    while not work.done():
        assert rows(await archive.fold(1, ids, groups, EDGES, "samples_1d")) == expected
        reads += 1
    await work
    assert reads > 3


async def test_raw_points_stop_at_the_limit(archive: PostgresArchive, database: str) -> None:
    ids = written(database, "limited", 4, 2)
    some = await archive.raw(1, ids, int(EDGES[0]), int(EDGES[-1]), 5)
    assert (len(some), set(some.ids.tolist())) == (5, {int(ids[0])})
    assert (np.diff(some.t) > 0).all()


@pytest.mark.parametrize("q", [0.5, 0.95, 0.99])
async def test_quantiles_are_the_same_read_bucket_by_bucket_and_sorted_by_the_database(
    archive: PostgresArchive, database: str, monkeypatch: pytest.MonkeyPatch, q: float
) -> None:
    ids, groups, edges = written(database, f"quantiles-{q}", 6), np.array([0, 1, 1], np.int32), EDGES[1:4] + 7 * MINUTE
    read = await archive.quantiles(1, ids, groups, edges, q)
    alone = await archive.quantile(1, ids, groups, edges, q)
    monkeypatch.setattr("db.percentiles.MOST_READS", 0)
    by_database = await archive.quantiles(1, ids, groups, edges, q)
    assert [told(one) for one in read] == [told(one) for one in by_database]
    assert told(alone) == told(read[0])
    assert (read[0].n.tolist(), read[1].n.tolist()) == ([480, 480, 960, 960], [960, 1920])


def told(quantiles: Folded) -> list[list[float]]:
    return [getattr(quantiles, name).tolist() for name in ("group", "bucket", "n", "last")]


async def test_a_foreign_series_is_not_found(archive: PostgresArchive, database: str) -> None:
    ids, groups = written(database, "mine", 5, 1), np.zeros(1, np.int32)
    for question in (
        archive.fold(2, ids, groups, EDGES, "samples_1d"),
        archive.increase(2, ids, groups, EDGES),
        archive.quantile(2, ids, groups, EDGES, 0.5),
        archive.quantiles(2, ids, groups, EDGES, 0.5),
        archive.raw(2, ids, 0, 1, 1),
        archive.bands(2, ids, 0, 1),
        archive.progress(2, ids),
        archive.horizon(2, ids),
    ):
        with pytest.raises(NotFound):
            await question
