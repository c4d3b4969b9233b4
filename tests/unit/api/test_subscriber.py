"""One subscriber's outbox, on a wire that reads only when told to."""

from __future__ import annotations

import asyncio

import pytest

from api.live.message import Message, heartbeat
from api.live.protocol import Gone
from api.live.subscriber import Subscriber


class LazyWire:
    """Takes messages while it is open."""

    transport = "test"

    def __init__(self) -> None:
        self.open = asyncio.Event()
        self.gone = False
        self.got: list[int | None] = []
        self.cuts: list[tuple[int, str]] = []

    def now(self, message: Message) -> bool:
        if self.gone:
            raise Gone
        if self.open.is_set():
            self.got.append(message.seq)
        return self.open.is_set()

    async def send(self, message: Message) -> None:
        await self.open.wait()
        self.got.append(message.seq)

    def cut(self, code: int, reason: str) -> None:
        self.cuts.append((code, reason))


@pytest.fixture
def wire() -> LazyWire:
    return LazyWire()


def offer(one: Subscriber, *numbers: int) -> None:
    for number in numbers:
        one.offer(heartbeat(number))


async def test_what_is_not_read_waits_in_order(wire: LazyWire) -> None:
    one = Subscriber(wire, 1, outbox=5, stall=60)
    offer(one, 1, 2, 3)
    await asyncio.sleep(0)
    wire.open.set()
    offer(one, 4)
    while len(wire.got) < 4:  # noqa: ASYNC110  # its other end sets no events
        await asyncio.sleep(0)
    assert wire.got == [1, 2, 3, 4]
    assert one.told == 4


async def test_a_full_outbox_is_a_cut_with_the_number_to_come_back_with(wire: LazyWire) -> None:
    one = Subscriber(wire, 1, outbox=2, stall=60)
    wire.open.set()
    offer(one, 1)
    wire.open.clear()
    offer(one, 2, 3, 4, 5)
    assert wire.cuts == [(4408, "too slow: reconnect with after=1")]
    await one.close()


async def test_a_send_that_hangs_is_a_cut(wire: LazyWire) -> None:
    one = Subscriber(wire, 1, outbox=2, stall=0.01)
    offer(one, 1)
    while not one.over:  # noqa: ASYNC110  # its other end sets no events
        await asyncio.sleep(0.01)
    assert wire.cuts == [(4408, "too slow: reconnect with after=0")]


async def test_who_is_gone_is_hung_up_on_once(wire: LazyWire) -> None:
    one = Subscriber(wire, 1, outbox=2, stall=60)
    wire.gone = True
    offer(one, 1, 2)
    assert len(wire.cuts) == 1
    assert one.over


async def test_a_closed_subscriber_leaves_no_task_behind(wire: LazyWire) -> None:
    one = Subscriber(wire, 1, outbox=2, stall=60)
    offer(one, 1)
    await one.close()
    assert asyncio.all_tasks() == {asyncio.current_task()}
