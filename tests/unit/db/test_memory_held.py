"""What memory says that it holds: nothing that it let go, and each point once."""

from __future__ import annotations

import numpy as np
import pytest

from db.memory.core import Memory
from db.memory.settings import MemorySettings
from db.records import Kind, Points, SeriesSpec

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


@pytest.mark.parametrize(("kind", "held"), [(Kind.gauge, 1), (Kind.event, 2)])
def test_a_point_that_came_from_a_database_is_not_held_twice(kind: Kind, held: int) -> None:
    """Detectors that run already take it for new when it is sent again; only events may share a moment."""
    memory = Memory(MemorySettings(), lambda: 1_800_000_000.0)
    (ref,) = memory.catalog.resolve(1, [SeriesSpec("twice", {}, None, kind)])
    point = Points(np.array([ref.id], np.int32), np.array([1_799_999_000_000_000]), np.ones(1))
    memory.store(point)
    memory.filled = True
    memory.store(point)
    assert len(memory.rings.columns(ref.id)[0]) == held
    assert memory.windows.rows(point.ids, 0, 1 << 62)["n"].tolist() == [held]
