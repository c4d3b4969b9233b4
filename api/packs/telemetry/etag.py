"""Versions of documents as ETags (RFC 9110): `"3"`. If-Match says which version the client has seen."""

from __future__ import annotations

import re
from typing import Annotated

from fastapi import Header

from api.errors import Unprocessable

_TAG = re.compile(r'(?:W/)?"(\d{1,9})"|(\d{1,9})')

IfMatch = Annotated[
    str | None,
    Header(max_length=40, description='The ETag that was read, such as "3"; * for any; absent: any, or none'),
]
IfNoneMatch = Annotated[str | None, Header(max_length=40, description="* : only if there is none yet")]


def expected(if_match: str | None, if_none_match: str | None = None) -> int | None:
    """The version that must stand; 0: none; None: whatever. Raises `Unprocessable`."""
    if if_none_match is not None:
        if if_none_match.strip() != "*":
            raise Unprocessable('If-None-Match may be * here: "only if there is none yet".')
        return 0
    if if_match is None or if_match.strip() == "*":
        return None
    found = _TAG.fullmatch(if_match.strip())
    if found is None:
        raise Unprocessable('If-Match must be an ETag that was read, such as "3", or *.')
    return int(found[1] or found[2])


def tag(version: int) -> dict[str, str]:
    """The header of an answer."""
    return {"ETag": f'"{version}"'}
