"""The language of figures: what it takes, what it refuses and where, and what division by zero gives."""

from __future__ import annotations

import math
import warnings
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.packs.telemetry.expression import MOST_TOKENS, Both, Minus, Number, Reading, Unclear, parse, readings, value

pytestmark = pytest.mark.req("S3-67")
LEAVES = {Reading("a"): np.array([1.0, 2.0, np.nan]), Reading("b", (), "sum"): np.array([0.0, 4.0, 5.0])}


def result(text: str) -> list[float]:
    return value(parse(text), LEAVES, 3).tolist()


def test_signs_bind_as_in_school() -> None:
    assert result("1 + 2 * a - -3")[:2] == [6.0, 8.0]
    assert result("(1 + 2) * a / 2")[:2] == [1.5, 3.0]
    assert result("8 / 4 / a")[:2] == [2.0, 1.0]
    assert result("5 - 2 - a")[:2] == [2.0, 1.0]


def test_what_is_divided_by_zero_or_missing_is_nothing() -> None:
    assert [math.isnan(x) for x in result("a / sum(b)")] == [True, False, True]
    assert [math.isnan(x) for x in result("0 * a")] == [False, False, True]
    assert all(math.isnan(x) for x in result("a * 1e308 * 1e308"))


def test_metrics_have_aggregates_and_labels() -> None:
    node = parse('rate(http.requests{code="5xx", host="a b"}) / "odd-name" + a:b/c')
    assert list(readings(node)) == [
        Reading("http.requests", (("code", "5xx"), ("host", "a b")), "rate"),
        Reading("odd-name"),
        Reading("a:b/c"),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "position 1"), ("1 + 2", "names at least one metric"), ("a +", "position 4"), ("(a", r"\) is expected"),
        ("foo(a)", "foo is no aggregate"), ("a b", "should end"), ("a{b=c}", "in quotes"), ("a ^ 2", "no meaning"),
        ("__import__('os')", "no aggregate|no meaning"), ('a{b="\\u0000"}', "1 to 300"), ("avg()", "is expected"),
        ("(" * 60 + "a" + ")" * 60, "levels"), ("-" * 60 + "a", "levels"), ("a+" * 30 + "a", "20 metrics"),
        ("a" + "+1" * 300, f"{MOST_TOKENS} parts"), ('a{b="\\q"}', "as in JSON"),
    ],
)  # fmt: skip
def test_what_is_no_expression_is_refused_with_the_place(text: str, said: str) -> None:
    with pytest.raises(Unclear, match=rf"at position .*({said})|{said}"):
        parse(text)


trees = st.recursive(
    st.sampled_from([*LEAVES]) | st.integers(0, 9).map(lambda n: Number(float(n))),
    lambda inner: st.builds(Both, st.sampled_from("+-*/"), inner, inner) | st.builds(Minus, inner),
    max_leaves=12,
)


def written(node: Any) -> str:
    match node:
        case Reading(metric, _, agg):
            return f"{agg}({metric})" if agg else str(metric)
        case Number(constant):
            return f"{constant}"
        case Minus(of):
            return f"-({written(of)})"
        case _:
            return f"({written(node.left)}) {node.sign} ({written(node.right)})"


@given(trees.filter(lambda tree: any(True for _ in readings(tree))))
def test_what_is_written_is_read_back_and_means_what_python_means(node: Any) -> None:
    assert parse(written(node)) == node
    got = value(node, LEAVES, 3)
    for at in range(3):
        want = _slow(node, at)
        assert math.isnan(got[at]) if want is None else got[at] == want


def _slow(node: Any, at: int) -> float | None:
    """The same with Python's own arithmetic, a bucket at a time."""
    match node:
        case Reading():
            x = float(LEAVES[node][at])
            return None if math.isnan(x) else x
        case Number(constant):
            return float(constant)
        case Minus(of):
            inner = _slow(of, at)
            return None if inner is None else -inner
    a, b = _slow(node.left, at), _slow(node.right, at)
    if a is None or b is None or (node.sign == "/" and b == 0):
        return None
    with warnings.catch_warnings():
        joined = {"+": lambda: a + b, "-": lambda: a - b, "*": lambda: a * b, "/": lambda: a / b}[node.sign]()
    return joined if math.isfinite(joined) else None


@given(st.text(alphabet='ab+-*/(){}="., 1\\@é\0', max_size=40))
def test_no_text_is_too_strange_to_be_refused(text: str) -> None:
    try:
        parse(text)
    except Unclear as wrong:
        assert str(wrong).startswith("at position ")
