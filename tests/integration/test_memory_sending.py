"""What waits for a database is sent many batches in one transaction, and one that it cannot take stops no other."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import numpy as np
import pytest

from db.memory.entry import Entry
from db.memory.sending import Sender
from db.pool import Pool, open_pool
from db.records import Event, Points, SeriesSpec

T0 = 1_767_225_600_000_000


@pytest.fixture
async def pool(database: str) -> AsyncIterator[Pool]:
    pool = await open_pool(database, 2)
    await pool.execute("truncate journal")
    yield pool
    await pool.close()


def entry(number: int, metric: str = "sent") -> Entry:
    points = Points(np.zeros(3, np.int32), T0 + np.arange(3, dtype=np.int64) + 10 * number, np.arange(3.0))
    return Entry(1, f"key:{metric}:{number}", b"p", {}, None, [SeriesSpec(metric, {})], points, [])


@pytest.mark.req("S3-11")
async def test_a_hundred_and_fifty_batches_are_one_transaction(pool: Pool) -> None:
    await Sender().send(pool, [entry(n) for n in range(150)], 4)
    row = await pool.fetchrow("select count(*) as n, count(distinct xmin::text) as transactions from journal")
    assert (row["n"], row["transactions"]) == (150, 1)


async def test_batches_that_are_sent_again_are_known(pool: Pool) -> None:
    sender = Sender()
    for _ in range(2):
        await sender.send(pool, [entry(n, "again") for n in range(5)], 4)
    assert await pool.fetchval("select count(*) from journal") == 5


@pytest.mark.req("S3-03")
async def test_a_batch_that_the_database_cannot_take_is_set_aside_alone(
    pool: Pool, caplog: pytest.LogCaptureFixture
) -> None:
    bad = replace(entry(1, "bad"), key="nul\x00", events=[Event("e", "press", T0)])
    sender = Sender()
    await sender.send(pool, [entry(0, "good"), bad, entry(2, "good")], 4)
    assert sender.lost == 1 and "which is set aside" in caplog.text
    assert await pool.fetchval("select count(*) from journal") == 2
