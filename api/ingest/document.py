"""A JSON body -> Python values. Strict, but for NaN and Infinity, which some writers produce: those are read, so that
only the rows that hold them are refused."""

from __future__ import annotations

import json
import re
from typing import Any

import orjson

from db.errors import Invalid, TooLarge

MOST_VALUES = 4_000_000
"""Of one body. As Python objects they take some hundred bytes each, of which the body may have sent three."""

_NOT_FINITE = re.compile(rb"NaN|Infinity")


def load(body: bytes) -> Any:
    """Parse. Raises `Invalid` that says what is wrong and where, `TooLarge` before it would fill memory."""
    if len(body) > MOST_VALUES and body.count(b",") > MOST_VALUES:
        raise TooLarge(f"The body has more than {MOST_VALUES:,} values. Send smaller batches.")
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError as error:
        text = _utf8(body)
        if _NOT_FINITE.search(body):
            return _load_with_nan(text)
        raise Invalid(_where(error, text)) from error


def _utf8(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise Invalid(f"The body is not UTF-8: {error.reason} at byte {error.start}.") from error


def _load_with_nan(text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise Invalid(_where(error, text)) from error
    except (RecursionError, ValueError) as error:
        raise Invalid("The body is nested too deeply, or holds a number of thousands of digits.") from error


def _where(error: json.JSONDecodeError, text: str) -> str:
    if not text.strip():
        return "The body is empty. Send JSON."
    return f"The body is not valid JSON: {error.msg} (line {error.lineno}, column {error.colno}, position {error.pos})."
