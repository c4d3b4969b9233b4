"""The spool: in order, bounded, and as whole after a crash as it was said to be."""

from __future__ import annotations

import asyncio
import errno
import os
import stat
import threading
from pathlib import Path

import numpy as np
import pytest

from db.memory.entry import Entry
from db.memory.spool import Spool
from db.records import Event, Kind, Points, SeriesSpec

pytestmark = pytest.mark.req("S3-03", "S3-76")


def files(folder: Path) -> list[Path]:
    return list(folder.glob("*.spool"))


async def test_entries_come_back_in_order_also_in_another_process(tmp_path: Path) -> None:
    spool = Spool(tmp_path, 10**6)
    assert all(await asyncio.gather(*(spool.put(b"%d" % n) for n in range(50))))
    again = Spool(tmp_path, 10**6)
    assert (again.count, again.size) == (50, spool.size)
    entries = again.first()
    assert sorted(map(int, entries)) == list(range(50))
    again.done(entries)
    assert again.empty
    assert files(tmp_path) == []


async def test_what_comes_while_a_file_is_read_goes_to_the_next(tmp_path: Path) -> None:
    spool = Spool(tmp_path, 10**6)
    await spool.put(b"a")
    first = spool.first()
    await spool.put(b"b")
    spool.done(first)
    assert (first, spool.first()) == ([b"a"], [b"b"])


async def test_a_torn_end_is_left_out(tmp_path: Path) -> None:
    spool = Spool(tmp_path, 10**6)
    for entry in (b"whole", b"torn"):
        await spool.put(entry)
    (file,) = files(tmp_path)
    file.write_bytes(file.read_bytes()[:-2])
    assert Spool(tmp_path, 10**6).first() == [b"whole"]


async def test_a_file_that_was_torn_at_its_first_entry_holds_up_nothing(tmp_path: Path) -> None:
    await Spool(tmp_path, 10**6).put(b"torn")
    (file,) = files(tmp_path)
    file.write_bytes(file.read_bytes()[:-2])
    again = Spool(tmp_path, 10**6)
    await again.put(b"whole")
    entries = again.first()
    again.done(entries)
    assert entries == [b"whole"]
    assert again.empty and files(tmp_path) == []


async def test_what_a_full_disk_cut_off_hides_nothing_that_comes_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    spool = Spool(tmp_path, 10**6)
    await spool.put(b"before")
    with monkeypatch.context() as patched:
        patched.setattr(os, "fdatasync", full)
        with pytest.raises(OSError, match="full"):
            await spool.put(b"never said to be taken")
    (file,) = files(tmp_path)
    whole = file.read_bytes()
    await spool.put(b"after")
    found = []
    while entries := spool.first():
        found += entries
        spool.done(entries)
    assert found == [b"before", b"after"] and b"never" not in whole
    assert spool.empty and spool.size == 0


async def test_one_that_hangs_up_keeps_no_other_waiting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    entered, go, forced = threading.Event(), threading.Event(), os.fdatasync

    def slow(number: int) -> None:
        entered.set()
        assert go.wait(10)
        forced(number)

    monkeypatch.setattr(os, "fdatasync", slow)
    spool = Spool(tmp_path, 10**6)
    first, other = (asyncio.create_task(spool.put(entry)) for entry in (b"a", b"b"))
    await asyncio.to_thread(entered.wait, 10)
    first.cancel()
    await asyncio.sleep(0)
    go.set()
    async with asyncio.timeout(10):
        assert await other
    assert spool.first() == [b"a", b"b"]


async def test_a_new_file_is_forced_to_the_disk_with_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file whose folder was not written is gone after a power cut, whatever was written into it."""
    forced, real = list[bool](), os.fsync

    def seen(number: int) -> None:
        forced.append(stat.S_ISDIR(os.fstat(number).st_mode))
        real(number)

    monkeypatch.setattr(os, "fsync", seen)
    spool = Spool(tmp_path / "new", 10**6)
    await spool.put(b"a")
    assert forced.count(True) >= 1
    named = len(forced)
    await spool.put(b"b")
    assert len(forced) == named


@pytest.mark.parametrize("on_disk", [True, False])
async def test_beyond_its_limit_it_says_that_it_lost(tmp_path: Path, on_disk: bool) -> None:
    spool = Spool(tmp_path if on_disk else None, 100)
    assert await spool.put(b"x" * 90)
    assert not await spool.put(b"x" * 20)
    assert (spool.count, spool.lost) == (1, 1)


async def test_without_a_folder_to_write_to_it_holds_in_memory(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    spool = Spool(blocked / "spool", 10**6)
    assert await spool.put(b"a")
    assert spool.first() == [b"a"]


def test_a_batch_survives_its_packing() -> None:
    specs = [SeriesSpec("a", {"host": "x"}, "s", Kind.counter), SeriesSpec("b", {})]
    points = Points(np.array([0, 1], np.int32), np.array([5, 6]), np.array([0.5, -1.25]))
    events = [Event("e", "press", 7, causes=[(1, 2.0)])]
    one = Entry(1, "key:k", b"p" * 16, {"accepted": 2}, None, specs, points, events)
    back = Entry.unpack(one.pack())
    assert (back.specs, back.key, back.answer) == (specs, "key:k", {"accepted": 2})
    assert [(event.event_id, event.t, list(event.causes[0])) for event in back.events] == [("e", 7, [1, 2.0])]
    assert back.points.v.tolist() == [0.5, -1.25]
