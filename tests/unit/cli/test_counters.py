"""Gauges of processes that are gone."""

import os
import subprocess
from pathlib import Path

import pytest

from cli.counters import FOLDER, forget_dead


@pytest.fixture
def gone() -> int:
    """The number of a process that has ended."""
    child = subprocess.Popen(["true"])
    child.wait()
    return child.pid


def test_what_a_dead_process_held_is_forgotten_and_what_it_counted_stays(tmp_path: Path, gone: int) -> None:
    names = [f"gauge_livesum_{gone}.db", f"counter_{gone}.db", f"gauge_livesum_{os.getpid()}.db", "gauge_livesum_x.db"]
    for name in names:
        (tmp_path / name).touch()
    forget_dead({FOLDER: str(tmp_path)})
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names[1:])


def test_programs_without_shared_counters_are_left_alone(tmp_path: Path) -> None:
    forget_dead({})
    forget_dead({FOLDER: str(tmp_path / "none")})
