"""Shared counters of processes that are gone: what they counted stays, what they held does not."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from prometheus_client.multiprocess import mark_process_dead

FOLDER = "PROMETHEUS_MULTIPROC_DIR"


def forget_dead(env: Mapping[str, str]) -> None:
    """Forget the live gauges (subscribers, …) of processes that ended without a word. `env`: of a program of ours."""
    if not env.get(FOLDER):
        return
    folder = Path(env[FOLDER])
    for held in folder.glob("gauge_live*_*.db"):
        pid = held.stem.rpartition("_")[2]
        if pid.isdigit() and not _lives(int(pid)):
            mark_process_dead(int(pid), str(folder))  # type: ignore[no-untyped-call]  # the library is half typed


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True  # somebody else's, so not ours: its number was taken anew
    return True
