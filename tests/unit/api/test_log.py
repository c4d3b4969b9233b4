"""Log lines."""

from __future__ import annotations

import json
import logging

from db.log import JsonFormatter, request_id


def line(**extra: object) -> dict[str, object]:
    record = logging.getLogger("x").makeRecord("x", logging.INFO, "f", 1, "hello %s", ("you",), None, extra=extra)
    return json.loads(JsonFormatter().format(record))


def test_a_line_is_json_with_what_was_given() -> None:
    made = line(tenant=3, path=b"odd")
    assert (made["level"], made["message"], made["tenant"]) == ("info", "hello you", 3)
    assert "request_id" not in made


def test_a_line_names_the_request() -> None:
    token = request_id.set("abc")
    try:
        assert line()["request_id"] == "abc"
    finally:
        request_id.reset(token)


def test_an_exception_is_part_of_its_line() -> None:
    error = ValueError("inside")
    record = logging.LogRecord("x", logging.ERROR, "f", 1, "bad", (), (ValueError, error, None))
    text = JsonFormatter().format(record)
    assert "\n" not in text
    assert "ValueError: inside" in json.loads(text)["exception"]
