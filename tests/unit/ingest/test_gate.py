"""Back-pressure, over a journal whose length the test says."""

from collections.abc import Sequence

import pytest

from api.ingest.gate import LONGEST, Gate
from db.errors import Behind
from db.records import Appended, Backlog, Batch, SeriesRef, SeriesSpec


class Journal:
    """An `Intake` that only knows its backlog."""

    shards = 1

    def __init__(self) -> None:
        self.points, self.asked, self.now = 0, 0, 0.0

    async def backlog(self) -> Backlog:
        self.asked += 1
        return Backlog(self.points, None)

    async def resolve(self, tenant: int, specs: Sequence[SeriesSpec]) -> list[SeriesRef]:
        raise AssertionError("not asked here")

    async def append(self, batch: Batch) -> Appended:
        raise AssertionError("not asked here")

    async def closed_ranges(self) -> list[tuple[int, int, str]]:
        raise AssertionError("not asked here")


@pytest.fixture
def journal() -> Journal:
    return Journal()


@pytest.fixture
def gate(journal: Journal) -> Gate:
    return Gate(journal, 1000, lambda: journal.now)


async def wait_told(gate: Gate) -> int:
    with pytest.raises(Behind) as caught:
        await gate.check()
    wait = caught.value.extra["retry_after"]
    assert isinstance(wait, int)
    return wait


async def test_it_asks_the_journal_twice_a_second_at_most(gate: Gate, journal: Journal) -> None:
    for now in (0.0, 0.2, 0.4, 0.6, 0.8):
        journal.now = now
        await gate.check()
    assert journal.asked == 2


async def test_it_counts_what_this_process_adds_in_between(gate: Gate) -> None:
    await gate.check()
    gate.added(1001)
    assert await wait_told(gate) == LONGEST


async def test_it_opens_again_when_the_journal_is_drained(gate: Gate, journal: Journal) -> None:
    journal.points = 1001
    await wait_told(gate)
    journal.points, journal.now = 900, 1.0
    await gate.check()


async def test_the_wait_follows_the_pace_of_the_drain(gate: Gate, journal: Journal) -> None:
    journal.points = 3000
    await wait_told(gate)
    journal.points, journal.now = 2800, 1.0  # 200 points a second, and 1,900 too many
    assert await wait_told(gate) == round(1900 / 200)
