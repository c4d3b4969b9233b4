"""Query parameters that several routes read the same way: labels, times, pages."""

from __future__ import annotations

import base64
import binascii
import re
from datetime import datetime
from typing import Annotated, Any

import numpy as np
import orjson
from fastapi import Depends, Query, Request
from starlette.requests import HTTPConnection
from starlette.responses import Response

from api.errors import Unprocessable
from api.ingest.times import one as parse_time
from db.errors import Invalid
from db.records import from_us
from db.store import Archive

MOST_SERIES = 20_000
_NUMBER = re.compile(r"\d+(\.\d+)?", re.ASCII)
_LABEL = "label."


def _labels(request: Request) -> dict[str, str]:
    """`label.host=a` -> {"host": "a"}. Raises `Unprocessable` when a label is asked for twice."""
    found: dict[str, str] = {}
    for name, value in request.query_params.multi_items():
        if not name.startswith(_LABEL):
            continue
        if (key := name.removeprefix(_LABEL)) in found:
            raise Unprocessable(f"{name} is given twice. A label has one value; use group_by to see several.")
        found[key] = value
    return found


async def _text(asked: HTTPConnection) -> None:
    """Raises `Unprocessable` on a NUL, which no stored text can hold."""
    given = [*asked.query_params.multi_items(), *asked.path_params.items()]
    if any("\0" in str(text) for pair in given for text in pair):
        raise Unprocessable("A parameter holds a NUL character. No name has one.")


PLAIN_TEXT = Depends(_text)
"""Of every route: see `api.app`."""
From = Annotated[
    str | None, Query(alias="from", max_length=64, description="RFC 3339, or epoch in s, ms, µs, ns; inside the range")
]
To = Annotated[str | None, Query(max_length=64, description="The same; outside the range; now, if not said")]
Labels = Annotated[dict[str, str], Depends(_labels)]
LABELS_DOC = {
    "parameters": [
        {
            "name": "label.*",
            "in": "query",
            "required": False,
            "schema": {"type": "string"},
            "example": "a",
            "description": "Only series with this label: `label.host=a`. Several labels must all match.",
        }
    ]
}
Limit = Annotated[int, Query(ge=1, le=1000, description="Items a page")]
Cursor = Annotated[str | None, Query(max_length=400, description="`next` of the page before")]


def time_of(name: str, given: str | None) -> int | None:
    """RFC 3339 or an epoch number in s, ms, us, ns -> us. Raises `Unprocessable`."""
    if given is None:
        return None
    text = given.strip().replace(" ", "+") if "T" in given else given.strip()  # a + that was not escaped
    us = parse_time(float(text) if "." in text else int(text)) if _NUMBER.fullmatch(text) else parse_time(text)
    if isinstance(us, str):
        raise Unprocessable(f"{name}: {us}.")
    return us


def moment_of(name: str, given: str | None) -> datetime | None:
    """The same as an aware datetime."""
    us = time_of(name, given)
    if us is None:
        return None
    try:
        return from_us(us)
    except OverflowError as error:
        raise Unprocessable(f"{name}: the time is out of range.") from error


def encode(kind: str, after: object) -> str:
    """A cursor. Opaque to clients: it may look different tomorrow."""
    return base64.urlsafe_b64encode(f"{kind}:{after}".encode()).decode().rstrip("=")


def decode(kind: str, cursor: str | None) -> str | None:
    """What `encode` was given. Raises `Invalid`."""
    if cursor is None:
        return None
    try:
        text = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True).decode()
    except (binascii.Error, UnicodeError, ValueError) as error:
        raise Invalid("The cursor is not one of ours. Start again without it.") from error
    if not text.startswith(kind + ":") or "\0" in text:
        raise Invalid("The cursor belongs to another list. Start again without it.")
    return text.removeprefix(kind + ":")


def decode_number(kind: str, cursor: str | None) -> int | None:
    """The same for lists that go by number."""
    text = decode(kind, cursor)
    if text is None:
        return None
    if not (text.isascii() and text.isdigit()) or len(text) > 18:
        raise Invalid("The cursor is not one of ours. Start again without it.")
    return int(text)


def json_body(body: bytes) -> Response:
    """An answer that is JSON already."""
    return Response(body, media_type="application/json")


def json_response(content: Any) -> Response:
    """A JSON answer."""
    return Response(orjson.dumps(content, option=orjson.OPT_SERIALIZE_NUMPY), media_type="application/json")


async def ids_of(
    archive: Archive, tenant: int, metric: str | None, labels: dict[str, str]
) -> np.ndarray[Any, np.dtype[np.int32]] | None:
    """The series that a filter names; None when there is no filter. Raises `Unprocessable` when they are too many."""
    if metric is None and not labels:
        return None
    rows = await archive.find_series(tenant, metric, labels, 0, MOST_SERIES + 1)
    if len(rows) > MOST_SERIES:
        raise Unprocessable(f"More than {MOST_SERIES} series match. Narrow the filter with labels or a longer metric.")
    return np.array([row.id for row in rows], np.int32)
