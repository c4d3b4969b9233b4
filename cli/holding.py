"""Who holds a data folder: one running Tidewatch, for as long as its process lives."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from cli.folders import ServiceError


@contextmanager
def hold(data: Path, address: str) -> Iterator[None]:
    """Be the only one on this folder. The kernel drops the lock with the process. Raises `ServiceError`."""
    try:
        data.mkdir(parents=True, exist_ok=True)
        file = (data / "lock").open("a+")
    except PermissionError:
        raise ServiceError(
            f"{data} belongs to another user. Start as that user, or choose another folder: TIDEWATCH_DATA=…"
        ) from None
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise ServiceError(
                f"{data} is in use: {_described(file)}. Stop that one, or choose another folder: TIDEWATCH_DATA=…"
            ) from None
        file.truncate(0)
        file.write(json.dumps({"pid": os.getpid(), "address": address}))
        file.flush()
        yield
        file.truncate(0)


def holder(data: Path) -> dict[str, str] | None:
    """Process and address of the Tidewatch that runs on this folder now; None when there is none."""
    try:
        with (data / "lock").open("r+") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except BlockingIOError:
                return _read(file) or {"pid": "?", "address": "?"}
    except OSError:
        pass
    return None


def _read(file: TextIO) -> dict[str, str]:
    file.seek(0)
    try:
        return {name: str(value) for name, value in json.loads(file.read()).items()}
    except ValueError:
        return {}  # it is just being written


def _described(file: TextIO) -> str:
    who = _read(file)
    return f"a Tidewatch runs there as process {who['pid']} at {who['address']}" if who else "a Tidewatch starts there"
