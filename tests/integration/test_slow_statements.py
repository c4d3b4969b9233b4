"""Statements that take long are logged, without what they were asked with; all are measured."""

from __future__ import annotations

import logging

import asyncpg
import pytest

from db import metrics
from db.pool import open_pool


def measured() -> float:
    """How many statements were measured."""
    (metric,) = metrics.query_seconds.collect()
    return next(sample.value for sample in metric.samples if sample.name.endswith("_count"))


@pytest.mark.req("S2-81")
async def test_a_slow_statement_is_logged_without_its_arguments(
    database: str, caplog: pytest.LogCaptureFixture
) -> None:
    pool = await open_pool(database, 1, slow=0)
    before = measured()
    for _ in range(2):  # the second time on a connection that was given back
        caplog.clear()
        assert await pool.fetchval("select  $1::text\n|| '!'", "secret") == "secret!"
        (record,) = [one for one in caplog.records if one.name == "tidewatch.sql"]
        assert record.__dict__["statement"] == "select $1::text || '!'" and record.levelno == logging.WARNING
        assert "secret" not in str(record.__dict__)
    assert measured() >= before + 2
    await pool.close()


@pytest.mark.req("S2-81")
async def test_quick_ones_are_measured_alone_and_failures_named(
    database: str, caplog: pytest.LogCaptureFixture
) -> None:
    quick = await open_pool(database, 1, slow=3600)
    before = measured()
    await quick.fetchval("select 1")
    assert measured() > before and not [one for one in caplog.records if one.name == "tidewatch.sql"]
    await quick.close()
    slow = await open_pool(database, 1, slow=0)
    with pytest.raises(asyncpg.DivisionByZeroError):
        await slow.fetchval("select 1 / $1::int", 0)
    (record,) = [one for one in caplog.records if one.name == "tidewatch.sql"]
    assert record.__dict__["failed"] == "DivisionByZeroError"
    await slow.close()
