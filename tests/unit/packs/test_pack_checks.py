"""What the door lets through, every query can read: numbers, times and text, as a database reads them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.packs.checks import DIGITS, _wrong_value, decimal_of, wrong_event
from db.packs.model import Property
from db.pool import Connection, connect
from db.records import Event
from tests.packs.sixth import known

TIMES = st.one_of(
    st.datetimes(timezones=st.timezones()).map(lambda t: t.isoformat()),
    st.from_regex(r"\d{4}-\d\d-\d\d[Tt x]\d\d:\d\d:\d\d([.,]\d{1,12})?([Zz]|[+-]\d\d:?\d\d(:\d\d)?)?", fullmatch=True),
    st.sampled_from(["2026-W01-1T00:00:00Z", "20260101T000000Z", "2026-01-01T00:00:00+23:59", "infinity", "now"]),
)
NUMBERS = st.one_of(
    st.decimals(allow_nan=True).map(str),
    st.from_regex(r"[+-]?[0-9_ ]{1,35}(\.[0-9]{0,35})?(e[+-]?[0-9]{1,3})?", fullmatch=True),
    st.sampled_from(["NaN", "Infinity", "1_000", " 1", "1 ", "٣", "0x10", "", ".", "-", "1e5", "1" * 31]),
)


@pytest.fixture(scope="module")
def conn(database: str) -> Iterator[Connection]:
    with connect(database) as one:
        yield one


def of(type_: str, **more: Any) -> Property:
    return Property.model_validate({"type": type_, "title": "x", **more})


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(TIMES)
def test_a_time_that_is_let_in_is_one_for_the_database(conn: Connection, text: str) -> None:
    if _wrong_value(of("time"), text) is None:
        with conn.transaction(force_rollback=True):
            conn.execute("select %s::text::timestamptz", (text,))


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(NUMBERS)
def test_a_decimal_that_is_let_in_is_the_same_in_the_database(conn: Connection, text: str) -> None:
    number = decimal_of(text)
    if number is not None:
        assert conn.execute("select %s::text::numeric", (text,)).fetchone() == (Decimal(text),)


@pytest.mark.parametrize("value", [2**63, -(2**63), 10**30, 1.5, 3.0, True, "1", []])
def test_an_integer_has_64_bits(value: Any) -> None:
    assert _wrong_value(of("integer"), value) is not None


def test_an_integer_of_63_bits_is_fine(conn: Connection) -> None:
    assert _wrong_value(of("integer"), 2**63 - 1) is None
    with pytest.raises(psycopg.DataError), conn.transaction():
        conn.execute("select %s::text::bigint", (str(2**63),))


def test_a_bound_is_the_number_that_was_written() -> None:
    rule = of("decimal", min=0.1, max=0.3, unit="EUR")
    assert [_wrong_value(rule, value) for value in ("0.1", "0.3", 0.1, 0.3, "0.10")] == [None] * 5
    assert _wrong_value(rule, "0.09") == "must be at least 0.1 and at most 0.3 EUR"
    assert _wrong_value(of("number", max=1_000_000), 2e6) == "must be at most 1000000"


@pytest.mark.parametrize("value", ["1" * (DIGITS + 1), "0." + "1" * (DIGITS + 1), 1e-300, 1e300, True, [], {}, "one"])
def test_a_decimal_has_so_many_digits_and_no_more(value: Any) -> None:
    assert decimal_of(value) is None
    assert "digits" in str(_wrong_value(of("decimal"), value))


@pytest.mark.parametrize(
    ("rule", "good", "bad"),
    [
        (of("string"), "a", ""),
        (of("string", length=2), "ab", "abc"),
        (of("string", choices=["a"]), "a", "b"),
        (of("boolean"), False, 0),
        (of("object"), {}, []),
        (of("list"), [], {}),
        (of("time"), "2026-01-01T00:00:00+05:45", "2026-01-01"),
        (of("time"), "1900-06-01T00:00:00Z", "1899-06-01T00:00:00Z"),
        (of("number"), 0, "0"),
        (of("number"), 1.5, False),
    ],
)
def test_each_type_says_what_it_wants(rule: Property, good: Any, bad: Any) -> None:
    assert _wrong_value(rule, good) is None
    assert str(_wrong_value(rule, bad)).startswith(("must", "may"))


def test_what_must_be_there_is_named() -> None:
    with known():
        used = Event("1", "energy.used", 0, properties={"appliance": "oven", "kwh": None})
        assert wrong_event(used) == "energy.used needs properties.kwh (Energy)"
        assert wrong_event(Event("1", "energy.unknown", 0, properties={"kwh": "x"})) is None
