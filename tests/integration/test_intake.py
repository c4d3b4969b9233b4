"""The journal's front on a real server."""

import asyncio
from collections.abc import AsyncIterator

import numpy as np
import pytest

from db.intake import PostgresIntake
from db.names import OVERFLOW
from db.packs.mapping import with_causes
from db.pool import Pool, open_pool
from db.records import Batch, Event, Points, SeriesSpec


@pytest.fixture
async def pool(database: str) -> AsyncIterator[Pool]:
    pool = await open_pool(database, 8)
    yield pool
    await pool.close()


@pytest.fixture
def intake(pool: Pool) -> PostgresIntake:
    return PostgresIntake(pool, 4)


def _batch(key: str | None, fingerprint: bytes = b"f", accepted: int = 3) -> Batch:
    points = Points(np.array([1, 1, 1], np.int32), np.arange(3) + 10**15, np.arange(3.0))
    return Batch(1, [(0, points)], key, fingerprint, {"accepted": accepted})


async def _journal(pool: Pool) -> int:
    return await pool.fetchval("select coalesce(sum(points), 0) from journal")


async def test_a_series_is_made_once_whatever_the_order_of_its_labels(intake: PostgresIntake) -> None:
    one = await intake.resolve(1, [SeriesSpec("m", {"a": "1", "b": "2"})])
    two = await intake.resolve(1, [SeriesSpec("m", {"b": "2", "a": "1"})])
    assert one == two


async def test_processes_that_meet_a_series_together_agree(intake: PostgresIntake) -> None:
    specs = [SeriesSpec("race", {"host": str(i)}) for i in range(50)]
    answers = await asyncio.gather(*(intake.resolve(1, specs[i:] + specs[:i]) for i in range(6)))
    assert len({ref.id for refs in answers for ref in refs}) == 50


async def test_over_the_limit_points_keep_their_metric(pool: Pool, intake: PostgresIntake) -> None:
    tenant = await pool.fetchval("insert into tenants (name, series_limit) values ('small', 2) returning id")
    specs = [SeriesSpec("cpu", {"host": str(i)}) for i in range(5)]
    refs = await intake.resolve(tenant, specs)
    assert [ref.overflow for ref in refs] == [False, False, True, True, True]
    stored = await pool.fetchrow("select metric, labels, kind from series where id = $1", refs[-1].id)
    assert tuple(stored) == ("cpu", {OVERFLOW: "true"}, "event")
    assert len({ref.id for ref in refs}) == 3
    again = await intake.resolve(tenant, [SeriesSpec("disk", {})])
    assert await pool.fetchval("select metric from series where id = $1", again[0].id) == OVERFLOW


async def test_a_key_is_one_batch(pool: Pool, intake: PostgresIntake) -> None:
    before = await _journal(pool)
    first = await intake.append(_batch("key:one"))
    second = await intake.append(_batch("key:one", b"other", 99))
    assert (first.fresh, second.fresh) == (True, False)
    assert (second.answer, second.fingerprint) == ({"accepted": 3}, b"f")
    assert await _journal(pool) == before + 3


async def test_the_same_key_at_the_same_moment_is_one_batch(pool: Pool, intake: PostgresIntake) -> None:
    before = await _journal(pool)
    done = await asyncio.gather(*(intake.append(_batch("key:race")) for _ in range(8)))
    assert sum(one.fresh for one in done) == 1
    assert await _journal(pool) == before + 3


async def test_an_implied_key_is_forgotten_after_five_minutes(pool: Pool, intake: PostgresIntake) -> None:
    await intake.append(_batch("auto:x"))
    await pool.execute("update batches set received_at = received_at - interval '6 minutes' where key = 'auto:x'")
    assert (await intake.append(_batch("auto:x"))).fresh


async def test_the_backlog_is_what_no_batch_took(pool: Pool, intake: PostgresIntake) -> None:
    await pool.execute("update journal set batch = 1")
    assert (await intake.backlog()).points == 0
    await intake.append(_batch(None))
    backlog = await intake.backlog()
    assert backlog.points == 3
    assert backlog.oldest is not None


async def test_events_cause_points_in_series_of_their_own_shard(intake: PostgresIntake, pool: Pool) -> None:
    events = [Event("a", "click", 10**15), Event("b", "view", 10**15), Event("c", "click", 10**15)]
    made = await with_causes(intake, 1, events)
    assert made[0].causes == made[2].causes != made[1].causes
    series = await pool.fetchrow("select metric, labels, kind, shard from series where id = $1", made[0].causes[0][0])
    assert tuple(series) == ("events", {"event_type": "click"}, "event", 1)
