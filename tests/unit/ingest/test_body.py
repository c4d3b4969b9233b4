"""Bodies: bounded while they come in, bounded while they are unpacked."""

import gzip
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
import zstandard
from starlette.requests import Request

from api.ingest.body import JSON, Limits, read_body
from db.errors import Invalid, TooLarge, Unsupported

LIMITS = Limits(raw=10_000, plain=50_000)
TEXT = b'{"series": []}' * 20


def request(chunks: list[bytes], **headers: str) -> Request:
    """A request whose body comes in chunks."""
    left = list(chunks)

    async def receive() -> dict[str, Any]:
        if not left:
            return {"type": "http.disconnect"}
        body = left.pop(0)
        return {"type": "http.request", "body": body, "more_body": bool(left)}

    sent = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return Request({"type": "http", "method": "POST", "headers": sent}, receive)


def read(body: bytes, **headers: str) -> Awaitable[bytes]:
    return read_body(request([body[:7], body[7:]], **headers), JSON, LIMITS)


PACKERS: dict[str, Callable[[bytes], bytes]] = {"gzip": gzip.compress, "zstd": zstandard.compress}


@pytest.mark.parametrize("encoding", PACKERS)
async def test_packed_bodies_are_unpacked(encoding: str) -> None:
    assert await read(PACKERS[encoding](TEXT), content_encoding=encoding) == TEXT


@pytest.mark.parametrize("encoding", PACKERS)
async def test_several_members_are_one_body(encoding: str) -> None:
    pack = PACKERS[encoding]
    assert await read(pack(TEXT) + pack(TEXT), content_encoding=encoding) == TEXT + TEXT


@pytest.mark.parametrize("encoding", PACKERS)
async def test_a_bomb_is_too_large(encoding: str) -> None:
    with pytest.raises(TooLarge, match="unpacks"):
        await read(PACKERS[encoding](b"0" * 5_000_000), content_encoding=encoding)


@pytest.mark.parametrize("encoding", PACKERS)
async def test_a_body_that_is_cut_short_is_invalid(encoding: str) -> None:
    with pytest.raises(Invalid, match="too early"):
        await read(PACKERS[encoding](TEXT)[:-5], content_encoding=encoding)


@pytest.mark.parametrize("encoding", PACKERS)
async def test_a_body_that_is_not_packed_as_said_is_invalid(encoding: str) -> None:
    with pytest.raises(Invalid, match="not valid"):
        await read(TEXT, content_encoding=encoding)


@pytest.mark.parametrize("encoding", PACKERS)
async def test_endless_members_are_refused(encoding: str) -> None:
    with pytest.raises(Invalid, match="100"):
        await read(PACKERS[encoding](b"") * 101, content_encoding=encoding)


async def test_more_bytes_than_announced_are_still_counted() -> None:
    with pytest.raises(TooLarge):
        await read_body(request([b"x" * 6_000] * 2), JSON, LIMITS)


async def test_an_announced_size_is_refused_before_it_is_read() -> None:
    with pytest.raises(TooLarge):
        await read_body(request([], content_length="10001"), JSON, LIMITS)


async def test_a_connection_that_ends_early_is_invalid() -> None:
    with pytest.raises(Invalid, match="connection ended"):
        await read_body(request([]), JSON, LIMITS)


@pytest.mark.parametrize("content_type", ["text/csv", "application/xml", "application/json; charset=latin-1"])
async def test_other_content_types_are_unsupported(content_type: str) -> None:
    with pytest.raises(Unsupported):
        await read(TEXT, content_type=content_type)


@pytest.mark.parametrize("encoding", ["br", "deflate", "gzip, gzip"])
async def test_other_encodings_are_unsupported(encoding: str) -> None:
    with pytest.raises(Unsupported):
        await read(TEXT, content_encoding=encoding)


async def test_json_with_a_charset_or_without_a_type_is_read() -> None:
    assert await read(TEXT, content_type='application/json; charset="UTF-8"') == TEXT
    assert await read(TEXT) == TEXT
