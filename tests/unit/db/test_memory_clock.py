"""A clock that is set back brings nothing back: memory does not claim again what it let go."""

from __future__ import annotations

import numpy as np
import pytest

from db.memory.core import Memory
from db.memory.settings import MemorySettings
from db.records import Points, SeriesSpec

pytestmark = pytest.mark.req("S3-04")


def test_what_went_while_the_clock_was_ahead_is_not_said_to_be_held() -> None:
    now = [1_800_000_000.0]
    memory = Memory(MemorySettings(), lambda: now[0])
    memory.began = 0
    (ref,) = memory.catalog.resolve(1, [SeriesSpec("clock", {})])
    t = np.array([(1_800_000_000 - 3600) * 1_000_000])
    memory.store(Points(np.array([ref.id], np.int32), t, np.ones(1)))
    now[0] += 86_400
    memory.expire()
    assert len(memory.rings.columns(ref.id)[0]) == 0
    now[0] -= 86_400
    assert memory.complete() > t[0]
