"""A plan of pieces holds every point exactly once, and trusts no window that is dirty."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from db.pieces import RAW, STEP, Marks, Piece, plan
from db.records import QUARTER_US

Q = QUARTER_US
DAY = 96 * Q
IDS = np.array([1, 2, 3], np.int32)


def marks(*pairs: tuple[int, int]) -> Marks:
    return Marks(np.array([p[0] for p in pairs], np.int32), np.array([p[1] for p in pairs], np.int64))


def pairs(marks: Marks) -> set[tuple[int, int]]:
    return set(zip(marks.ids.tolist(), marks.t.tolist(), strict=True))


def held(piece: Piece, series: int, at: int) -> bool:
    """Whether a piece answers for a moment of a series."""
    step = STEP.get(piece.level, 1)
    if series not in piece.ids or not piece.lo <= at < piece.hi:
        return False
    if piece.only is not None and (series, at - at % piece.parent) not in pairs(piece.only):
        return False
    return (series, at - at % step) not in pairs(piece.skip)


def test_a_clean_range_of_whole_days_is_one_piece() -> None:
    assert [(p.level, p.lo, p.hi) for p in plan(IDS, DAY, 9 * DAY, "samples_1d", Marks())] == [
        ("samples_1d", DAY, 9 * DAY)
    ]


def test_ragged_ends_come_from_finer_levels() -> None:
    pieces = plan(IDS, DAY - 5 * Q - 7, 2 * DAY + 2 * Q, "samples_1d", Marks())
    assert [(p.level, p.lo, p.hi) for p in pieces] == [
        ("samples_1d", DAY, 2 * DAY),
        ("samples_1h", DAY - 4 * Q, DAY),
        ("samples_15m", DAY - 5 * Q, DAY - 4 * Q),
        ("samples_15m", 2 * DAY, 2 * DAY + 2 * Q),
        (RAW, DAY - 5 * Q - 7, DAY - 5 * Q),
    ]


def test_a_dirty_window_is_taken_apart_for_its_series_alone() -> None:
    pieces = plan(IDS, 0, 2 * DAY, "samples_1d", marks((2, DAY + 5 * Q)))
    apart = {p.level: p for p in pieces if p.only is not None}
    assert set(apart) == {"samples_1h", "samples_15m", RAW}
    assert all(p.ids.tolist() == [2] for p in apart.values())
    assert pairs(apart[RAW].only or Marks()) == {(2, DAY + 5 * Q)}


def test_dirty_windows_far_apart_are_read_apart() -> None:
    pieces = plan(IDS, 0, 300 * DAY, "samples_1d", marks((1, 3 * DAY), (1, 299 * DAY)))
    assert [(p.lo, p.hi) for p in pieces if p.level == RAW] == [(3 * DAY, 3 * DAY + Q), (299 * DAY, 299 * DAY + Q)]


def test_many_regions_become_a_few() -> None:
    dirty = marks(*((1, day * DAY) for day in range(0, 300, 3)))
    assert len([p for p in plan(IDS, 0, 300 * DAY, "samples_1d", dirty) if p.level == RAW]) == 8


@given(
    st.integers(0, 2 * DAY),
    st.integers(1, 3 * DAY),
    st.sampled_from(list(STEP)),
    st.lists(st.tuples(st.integers(1, 3), st.integers(0, 500)), max_size=12, unique=True),
    st.lists(st.tuples(st.integers(1, 3), st.integers(0, 5 * DAY)), max_size=30),
)
def test_every_moment_is_answered_once_and_never_by_a_dirty_row(
    start: int, span: int, level: str, dirty: list[tuple[int, int]], moments: list[tuple[int, int]]
) -> None:
    stop, windows = start + span, [(series, quarter * Q) for series, quarter in dirty]
    inside = [(s, t) for s, t in windows if start <= t and t + Q <= stop]
    pieces = plan(IDS, start, stop, level, marks(*inside))
    for series, at in moments + windows:
        answers = [p for p in pieces if held(p, series, at)]
        assert len(answers) == (start <= at < stop)
        if (series, at - at % Q) in inside:
            assert answers[0].level == RAW
