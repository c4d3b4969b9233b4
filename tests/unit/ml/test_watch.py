"""The watch as the pipeline uses it: batches, blocks, pulse."""

from __future__ import annotations

import struct
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ml import watch as watch_module
from ml.types import Changes, StateError, Verdicts
from ml.watch import Watch
from tests.ml_series import STEP, make, times

POINTS = 320


def troubled() -> np.ndarray:
    """Three series with spikes and a shift, so that episodes open, rise and close."""
    x = make("daily season", 3, POINTS)
    x[0, 200:204] += [12, 60, 300, 20]
    x[1, 250:] += 50
    return x


def batch(x: np.ndarray, a: int, b: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Points a to b of all series, sorted by (row, time)."""
    series = len(x)
    return np.repeat(np.arange(series, dtype=np.int32), b - a), np.tile(times(POINTS)[a:b], series), x[:, a:b].ravel()


def said_by_row(verdicts: Verdicts, rows: np.ndarray) -> list[bytes]:
    return [b"".join(getattr(verdicts[rows == r], c).tobytes() for c in ("score", "expected", "lo")) for r in range(3)]


def changes_by_row(parts: list[Changes]) -> list[tuple[float, ...]]:
    """All but the position in the batch, in the order of series and time."""
    every = Changes.concat(parts)
    columns = (every.row, every.last_at, every.verb, every.opened_at, every.points, every.score, every.severity)
    return sorted(tuple(float(c[i]) for c in columns) for i in range(len(every)))


@settings(max_examples=25, deadline=None)
@given(cuts=st.lists(st.integers(0, POINTS), max_size=10))
def test_batches_do_not_matter(cuts: list[int]) -> None:
    x, whole, parts = troubled(), Watch(), Watch()
    rows, t, v = batch(x, 0, POINTS)
    verdicts, changes = whole.run(rows, t, v)
    edges = [0, *sorted(cuts), POINTS]
    batches = [batch(x, a, b) for a, b in pairwise(edges)]
    said = [parts.run(*one) for one in batches]
    joined = said_by_row(Verdicts.concat([s[0] for s in said]), np.concatenate([b[0] for b in batches]))
    assert joined == said_by_row(verdicts, rows)
    assert changes_by_row([s[1] for s in said]) == changes_by_row([changes])
    assert len(changes) >= 4
    assert parts.dump(0) == whole.dump(0)


def test_a_long_batch_is_cut_inside_and_changes_still_point_into_it(monkeypatch: pytest.MonkeyPatch) -> None:
    rows, t, v = batch(troubled(), 0, POINTS)
    whole = Watch().run(rows, t, v)[1]
    monkeypatch.setattr(watch_module, "CHUNK", 100)
    cut = Watch().run(rows, t, v)[1]
    assert cut.point.tolist() == whole.point.tolist()
    assert rows[cut.point].tolist() == cut.row.tolist()


def test_a_loaded_block_goes_on_where_it_was() -> None:
    x, one, other = troubled(), Watch(), Watch()
    one.run(*batch(x, 0, 201))
    other.load(0, one.dump(0))
    assert changes_by_row([other.run(*batch(x, 201, POINTS))[1]]) == changes_by_row(
        [one.run(*batch(x, 201, POINTS))[1]]
    )
    assert other.dump(0) == one.dump(0)


def test_blocks_are_apart() -> None:
    one, other = Watch(), Watch()
    n = 500
    one.run(np.full(n, 256 + 3, np.int32), times(n), make("white noise", 1, n)[0])
    other.load(1, one.dump(1))
    assert other.count[259] == n
    assert other.dump(1) == one.dump(1)
    assert other.dump(0) == Watch().dump(0)


@pytest.mark.parametrize("damage", [lambda s: s[:-1], lambda s: struct.pack("<I", 99) + s[4:], lambda s: b""])
def test_another_version_or_a_cut_block_is_refused(damage) -> None:
    with pytest.raises(StateError):
        Watch().load(0, damage(Watch().dump(0)))


def test_the_pulse_of_a_series_is_known() -> None:
    watch = Watch()
    watch.run(np.zeros(50, np.int32), times(50), np.arange(50.0))
    assert (watch.newest[0], watch.step[0], watch.count[0]) == (times(50)[-1], STEP, 50)
    assert (watch.newest[1], watch.step[1], watch.count[1]) == (0, 0, 0)


def test_a_warming_series_has_no_numbers() -> None:
    verdicts, changes = Watch().run(np.zeros(40, np.int32), times(40), np.r_[np.zeros(20), 1e9, np.ones(19)])
    assert np.isnan([verdicts.score, verdicts.expected, verdicts.lo, verdicts.hi]).all()
    assert not verdicts.warm.any() and (verdicts.detector == -1).all() and len(changes) == 0


def test_an_empty_batch_is_fine() -> None:
    verdicts, changes = Watch().run(np.empty(0, np.int32), np.empty(0, np.int64), np.empty(0))
    assert len(verdicts) == len(changes) == 0


def test_a_series_costs_at_most_2_kib() -> None:
    assert Watch().row_bytes <= 2048


def test_read_only_columns_are_taken() -> None:
    rows, t, v = batch(troubled(), 0, POINTS)
    frozen = [np.frombuffer(c.tobytes(), c.dtype) for c in (rows, t, v)]
    assert Watch().run(*frozen)[0].score.tobytes() == Watch().run(rows, t, v)[0].score.tobytes()
