"""JSON points in both shapes."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.ingest import columns
from api.ingest.book import Book
from db.errors import Invalid, TooLarge
from db.records import Kind

T0 = 1767225600


def parse(document: Any, max_rows: int = 1000) -> columns.Draft:
    return columns.parse(document, 1, Book(), max_rows)


def points(draft: columns.Draft) -> list[tuple[int, str, dict[str, str], int, float]]:
    """(position, metric, labels, t, v) in body order."""
    specs = [named.spec for named in draft.named]
    columns_ = zip(draft.positions().tolist(), draft.of.tolist(), draft.t.tolist(), draft.v.tolist(), strict=True)
    return sorted(
        ((row, specs[of].metric, specs[of].labels, t // 1_000_000, v) for row, of, t, v in columns_),
        key=lambda point: point[0],
    )


def series(metric: Any = "cpu", t: Any = (T0,), v: Any = (0.5,), **more: Any) -> dict[str, Any]:
    return {"metric": metric, "t": list(t), "v": list(v), **more}


def test_positions_run_over_all_series() -> None:
    draft = parse({"series": [series(), series(t=[T0, T0 + 1], v=[1, None]), series("mem", labels={"host": "a"})]})
    assert draft.rejected == [(2, "the value is missing")]
    assert points(draft) == [(0, "cpu", {}, T0, 0.5), (1, "cpu", {}, T0, 1.0), (3, "mem", {"host": "a"}, T0, 0.5)]


def test_a_wrong_series_rejects_each_of_its_points_and_nothing_else() -> None:
    draft = parse({"series": [series("", t=[T0, T0], v=[1, 2]), 7, series()]})
    assert [row for row, _ in draft.rejected] == [0, 1, 2]
    assert points(draft) == [(3, "cpu", {}, T0, 0.5)]


def test_columns_of_different_length_are_refused_as_a_whole() -> None:
    draft = parse({"series": [series(t=[T0, T0 + 1], v=[1])]})
    assert [row for row, _ in draft.rejected] == [0, 1] and "t has 2 values and v has 1" in draft.rejected[0][1]


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"metric": 5}, "metric must be text"),
        ({"metric": "x" * 201}, "1 to 200"),
        ({"metric": "a\x00b"}, "control"),
        ({"metric": "__overflow__"}, "reserved"),
        ({"labels": []}, "labels must be an object"),
        ({"labels": {"a": 1}}, "label a must be text"),
        ({"labels": {"a": ["x"]}}, "label a must be text"),
        ({"labels": {"__a": "x"}}, "reserved"),
        ({"labels": {"a": "x" * 301}}, "300"),
        ({"labels": {f"l{i}": "x" for i in range(33)}}, "32 labels"),
        ({"unit": 5}, "unit must be text"),
        ({"kind": "event"}, "kind must be one of"),
    ],
)
def test_a_series_that_cannot_be_named_says_why(wrong: dict[str, Any], reason: str) -> None:
    book = Book()
    for _ in range(2):  # the second time the right spelling is known
        draft = columns.parse({"series": [series(), series() | wrong]}, 1, book, 1000)
        assert len(draft.t) == 1 and reason in draft.rejected[0][1]


def test_unit_and_kind_are_kept() -> None:
    spec = parse({"series": [series(unit="USD", kind="money")]}).named[0].spec
    assert (spec.unit, spec.kind) == ("USD", Kind.money)


def test_rows_are_read_one_by_one() -> None:
    rows = [{"metric": "cpu", "t": T0, "v": 1}, {"metric": "cpu", "t": T0}, None, {"t": T0, "v": 1}]
    draft = parse({"points": rows})
    assert points(draft) == [(0, "cpu", {}, T0, 1.0)]
    assert sorted(row for row, _ in draft.rejected) == [1, 2, 3]


@pytest.mark.parametrize("document", [None, [], {}, {"series": 5}, {"series": [], "points": []}, "x"])
def test_a_body_of_neither_shape_is_invalid(document: Any) -> None:
    with pytest.raises(Invalid):
        parse(document)


@pytest.mark.parametrize("document", [{"series": [series(t=[T0] * 9, v=[1] * 9)]}, {"points": [{}] * 9}])
def test_too_many_points_are_too_large(document: Any) -> None:
    with pytest.raises(TooLarge):
        parse(document, max_rows=8)


VALUES = st.integers(0, 9) | st.floats(0, 9) | st.none() | st.booleans()
TIMES = st.integers(T0, T0 + 9) | st.sampled_from(["2026-01-01T00:00:01Z", "never", None])


@given(st.lists(st.tuples(st.sampled_from(["a", "b", ""]), st.lists(st.tuples(TIMES, VALUES), max_size=3)), max_size=4))
def test_both_shapes_of_the_same_points_read_alike(content: list[tuple[str, list[tuple[Any, Any]]]]) -> None:
    content = [(metric, pairs) for metric, pairs in content if pairs]
    in_columns = [series(m, [t for t, _ in pairs], [v for _, v in pairs]) for m, pairs in content]
    in_rows = [{"metric": m, "t": t, "v": v} for m, pairs in content for t, v in pairs]
    a, b = parse({"series": in_columns}), parse({"points": in_rows})
    assert points(a) == points(b)
    assert sorted(a.rejected) == sorted(b.rejected)


@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.lists(TIMES, max_size=3), st.lists(VALUES, max_size=3)), max_size=4)
)
def test_known_series_read_like_new_ones(content: list[tuple[str, list[Any], list[Any]]]) -> None:
    document = {"series": [series("m", t, v, labels={"host": host}) for host, t, v in content]}
    book = Book()
    first, second = (columns.parse(document, 1, book, 1000) for _ in range(2))
    assert points(first) == points(second)
    assert first.rejected == second.rejected
