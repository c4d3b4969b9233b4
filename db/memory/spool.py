"""What waits for a database that is away: entries in order, on disk when there is a folder, else in memory; bounded.

An entry is kept when `put` returns: it was forced to the disk, many at once where many wait. A file is a row of
(length u32, CRC-32 u32, bytes); what a crash cut off at its end was never acknowledged, and is left out.
"""

from __future__ import annotations

import asyncio
import logging
import os
import struct
import threading
import zlib
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

log = logging.getLogger("tidewatch.memory")
HEAD = struct.Struct("<II")
SEGMENT = 8_000_000
"""Bytes of a file, about."""
WITHOUT_DISK = 16_000_000


class Spool:
    """`limit`: bytes. `size`: bytes that wait; `count`: entries; `lost`: entries that found no room. One event loop."""

    def __init__(self, folder: Path | None, limit: int) -> None:
        self.limit = limit if folder is not None else min(limit, WITHOUT_DISK)
        self.size = self.count = self.lost = 0
        self._folder = folder
        self._segments: deque[Path] = deque()
        self._left: set[Path] = set()
        self._held: deque[bytes] = deque()
        self._open: tuple[Path, int] | None = None
        self._queue: list[tuple[bytes, asyncio.Future[None]]] = []
        self._writing: asyncio.Task[None] | None = None
        self._number = 0
        self._lock = threading.Lock()
        if folder is not None:
            self._find(folder)

    def _find(self, folder: Path) -> None:
        """What an earlier process left. Without a folder that can be written to, memory has to do."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "probe").write_bytes(b"")
            (folder / "probe").unlink()
        except OSError as problem:
            log.warning("no spool on disk, what waits is held in memory: %s", problem)
            self._folder, self.limit = None, min(self.limit, WITHOUT_DISK)
            return
        for path in sorted(folder.glob("*.spool")):
            self._segments.append(path)
            self._left.add(path)
            self._number = int(path.stem)
            for entry in _entries(path):
                self.size += len(entry)
                self.count += 1

    async def put(self, entry: bytes) -> bool:
        """Keep an entry. False: there is no room, and it is lost. Raises `OSError` when the disk fails."""
        if self.size + len(entry) > self.limit:
            self.lost += 1
            return False
        self.size += len(entry)
        self.count += 1
        if self._folder is None:
            self._held.append(entry)
            return True
        kept: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._queue.append((entry, kept))
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write())
        await kept
        return True

    async def _write(self) -> None:
        while self._queue:
            batch, self._queue = self._queue, []
            try:
                await asyncio.to_thread(self._append, [entry for entry, _ in batch])
            except OSError as problem:
                for entry, kept in batch:
                    self.size -= len(entry)
                    self.count -= 1
                    if not kept.done():
                        kept.set_exception(problem)
                continue
            for _, kept in batch:
                if not kept.done():  # whoever waited for it may have hung up
                    kept.set_result(None)

    def _append(self, entries: list[bytes]) -> None:
        with self._lock:
            self._append_alone(entries)

    def _append_alone(self, entries: list[bytes]) -> None:
        assert self._folder is not None
        if self._open is None or self._open[1] > SEGMENT:
            self._number += 1
            path = self._folder / f"{self._number:012}.spool"
            self._segments.append(path)
            self._open = (path, 0)
        path, size = self._open
        data = b"".join(HEAD.pack(len(entry), zlib.crc32(entry)) + entry for entry in entries)
        try:
            with path.open("ab") as out:
                out.write(data)
                out.flush()
                os.fdatasync(out.fileno())
            if not size:
                _force(path.parent)  # the file's name, too
        except OSError:
            self._open = None  # what comes next must not stand behind what may be torn
            with suppress(OSError):
                os.truncate(path, size)
            raise
        self._open = (path, size + len(data))

    def first(self) -> list[bytes]:
        """The oldest entries, to be taken one after another; nothing: none waits. Until `done` they stay."""
        if self._folder is None:
            return list(self._held)
        with self._lock:
            return self._first()

    def _first(self) -> list[bytes]:
        while self._segments:
            if self._open is not None and self._open[0] == self._segments[0]:
                self._open = None  # what comes now goes to the next file
            if entries := list(_entries(self._segments[0])):
                return entries
            self._segments.popleft().unlink(missing_ok=True)  # torn at its first entry
        return []

    def done(self, entries: list[bytes]) -> None:
        """Those that `first` gave are taken care of."""
        for entry in entries:
            self.size -= len(entry)
            self.count -= 1
        if self._folder is None:
            for _ in entries:
                self._held.popleft()
        elif entries:
            self._segments.popleft().unlink(missing_ok=True)

    @property
    def left(self) -> bool:
        """Whether an earlier process left the oldest file."""
        return bool(self._segments) and self._segments[0] in self._left

    @property
    def empty(self) -> bool:
        """Whether nothing waits, and nothing is being written."""
        return not self.count and not self._segments and not self._queue


def _force(folder: Path) -> None:
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _entries(path: Path) -> Iterator[bytes]:
    data, at = path.read_bytes(), 0
    while at + HEAD.size <= len(data):
        size, check = HEAD.unpack_from(data, at)
        entry = data[at + HEAD.size : at + HEAD.size + size]
        if len(entry) < size or zlib.crc32(entry) != check:
            log.warning("%s ends in the middle of an entry, which nobody was told was taken", path)
            return
        yield entry
        at += HEAD.size + size
