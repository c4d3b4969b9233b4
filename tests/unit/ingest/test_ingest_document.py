"""JSON bodies."""

import math

import pytest

from api.ingest.document import load
from db.errors import Invalid, TooLarge


def test_nan_and_infinity_are_read() -> None:
    assert math.isnan(load(b"[NaN]")[0])
    assert load(b'{"v": [Infinity, -Infinity, 1]}') == {"v": [math.inf, -math.inf, 1]}


@pytest.mark.parametrize(
    ("body", "where"),
    [
        (b'{"a": 1,}', "column 8"),
        (b'{"a":\n  x}', "line 2"),
        (b"", "empty"),
        (b"[NaN, x]", "position 6"),
        (b'{"a": "\xff"}', "byte 7"),
        (b'["NaN \xff"]', "byte 6"),
        (b"[" * 100_000, "not valid JSON"),
        (b"[NaN," * 100_000, "too deeply"),
        (b"[NaN," + b"9" * 10_000 + b"]", "digits"),
    ],
)
def test_what_is_no_json_says_where(body: bytes, where: str) -> None:
    with pytest.raises(Invalid, match=where):
        load(body)


@pytest.mark.parametrize("body", [b"[" + b"{}," * 4_000_001 + b"0]", b"[NaN" + b",0" * 4_000_001 + b"]"])
def test_a_body_of_countless_small_things_is_refused_unread(body: bytes) -> None:
    with pytest.raises(TooLarge, match="values"):
        load(body)
