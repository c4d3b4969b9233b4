"""Connections that do not come to their point are ended, whoever holds them."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator

import httpx
import pytest

from api import patience
from tests.serving import KEY, Api, serving

pytestmark = pytest.mark.one_engine("pushing reads tables that are the same on every engine")

HEAD = b"POST /api/v1/ingest HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
AUTH = f"Authorization: Bearer {KEY}\r\n".encode()


@pytest.fixture(scope="module")
def api(database: str) -> Iterator[Api]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(patience, "LOOK_SECONDS", 0.05)
        patch.setattr(patience, "HEAD_SECONDS", 0.3)
        patch.setattr(patience, "BODY_SECONDS", 0.3)
        with serving(database) as running:
            yield running


def said(api: Api, *pieces: bytes) -> bytes:
    """All that the server says to these bytes until it hangs up."""
    with socket.create_connection(("127.0.0.1", api.port), timeout=20) as client:
        try:
            for piece in pieces:
                client.sendall(piece)
            return b"".join(iter(lambda: client.recv(65_536), b""))
        except (BrokenPipeError, ConnectionResetError):
            return b""


def problem(answer: bytes, status: int) -> None:
    head, _, body = answer.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 %d " % status)
    assert b"application/problem+json" in head
    assert json.loads(body)["status"] == status


@pytest.mark.parametrize("start", [b"", b"\r\n\r\n"])
def test_silence_ends_without_a_word(api: Api, start: bytes) -> None:
    assert said(api, start) == b""


def test_half_a_head_is_timed_out(api: Api) -> None:
    problem(said(api, HEAD), 408)


def test_half_a_body_is_hung_up_on(api: Api) -> None:
    assert said(api, HEAD + AUTH + b"Content-Length: 100\r\n\r\n{") == b""


def test_a_head_without_end_is_refused_early(api: Api) -> None:
    answer = said(api, HEAD + b"A: ", *[b"x" * 65_536] * 1000)
    assert answer[:12] in (b"HTTP/1.1 431", b"")  # a reset may swallow the words, but 408 would be too late


def test_a_thousand_headers_are_refused(api: Api) -> None:
    problem(said(api, HEAD + b"".join(b"h%d: 1\r\n" % i for i in range(1000)) + b"\r\n"), 400)


@pytest.mark.parametrize("start", [b"BREW / HTTP/1.1\r\n\r\n", b"\x16\x03\x01\x02\x00", b"GET / HTTP/9.9\r\n\r\n"])
def test_what_is_not_http_gets_a_problem(api: Api, start: bytes) -> None:
    problem(said(api, start), 400)


def test_a_slow_but_steady_body_is_taken(api: Api) -> None:
    def drip() -> Iterator[bytes]:
        for byte in b'{"points": []}':
            yield bytes([byte])

    answer = httpx.post(
        api.http + "/api/v1/ingest", content=drip(), headers={"Authorization": f"Bearer {KEY}"}, timeout=60
    )
    assert answer.status_code == 400 and "no point" in answer.json()["detail"]
