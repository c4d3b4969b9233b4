"""What is costly is made once, for all who wait for it."""

import asyncio
from collections.abc import Iterator

import pytest

from api.once import Once


async def test_it_is_made_once_for_all_who_ask() -> None:
    made: list[int] = []
    one = Once(lambda: made.append(1) or len(made))
    assert await asyncio.gather(one.get(), one.get()) == [1, 1]
    assert (await one.get(), made) == (1, [1])


async def test_after_a_failure_the_next_one_tries_again() -> None:
    said: Iterator[int] = iter([1])
    one = Once(lambda: (next(said, 0) and 1 // 0) or 7)
    for answer in await asyncio.gather(one.get(), one.get(), return_exceptions=True):
        assert isinstance(answer, ZeroDivisionError)
    assert await one.get() == 7


async def test_whoever_hangs_up_takes_it_from_nobody() -> None:
    one = Once(lambda: 7)
    first = asyncio.create_task(one.get())
    await asyncio.sleep(0)
    first.cancel()
    with pytest.raises(asyncio.CancelledError):
        await first
    assert await one.get() == 7
